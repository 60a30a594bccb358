//! The wasm module and the JavaScript and TypeScript beside it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::settings::{self, Settings, Target};
use crate::{setup, steps};

/// Packs the release module into `folder`: optimised, and within the budgets.
pub fn release(settings: &Settings, folder: &Path) -> Result<()> {
    setup::node(&settings.tools.node)?;
    let tools = steps::at("xtask/tools");
    setup::npm_packages(&tools)?;
    let wasm = compile("Compiling the library to wasm, release (about a minute the first time)", "wasm", &["--profile", "wasm"])?;
    bind(&wasm, settings.target, false, folder)?;
    optimize(settings, &tools, &folder.join("jiyao_bg.wasm"))?;
    check_budgets(settings, &folder.join("jiyao_bg.wasm"))
}

/// Packs a module for development into `folder`: compiled fast, with names and checks, not optimised.
pub fn debug(settings: &Settings, folder: &Path, features: &str) -> Result<()> {
    let wasm = compile("Compiling the library to wasm, debug (half a minute the first time)", "debug", &["--features", features])?;
    bind(&wasm, settings.target, true, folder)
}

/// Compiles the library alone, without what only the command needs. No path of this machine gets into the module.
fn compile(what: &str, profile: &str, arguments: &[&str]) -> Result<PathBuf> {
    setup::wasm_target()?;
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(std::env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let sysroot = steps::output(Command::new("rustc").current_dir(steps::root()).args(["--print", "sysroot"])).unwrap_or_default();
    let remap = [(home.join("registry/src"), "registry"), (steps::root().to_owned(), "jiyao"), (PathBuf::from(sysroot), "rust")];
    let flags: Vec<String> = remap.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())).collect();
    let target = steps::at("target");
    let target = target.to_str().context("the project's path is not UTF-8")?;
    let fixed = ["build", "--lib", "--no-default-features", "--target", "wasm32-unknown-unknown", "--target-dir", target];
    let mut command = steps::cargo(&fixed);
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f")).args(arguments);
    steps::run(what, &mut command, "the message of the compiler above says where")?;
    Ok(steps::at("target/wasm32-unknown-unknown").join(profile).join("jiyao.wasm"))
}

/// Writes `jiyao.js`, `jiyao.d.ts` and `jiyao_bg.wasm`, in place of what was in the folder. The JavaScript names no path of
/// the module: a bundler would put in a second copy of it beside the one that the page asks for.
fn bind(wasm: &Path, target: Target, debug: bool, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    let mut bindgen = Bindgen::new();
    match target {
        Target::Web => bindgen.web(true)?,
        Target::Bundler => bindgen.bundler(true)?,
        Target::Nodejs => bindgen.nodejs(true)?,
        Target::NoModules => bindgen.no_modules(true)?,
    };
    bindgen
        .input_path(wasm)
        .out_name("jiyao")
        .typescript(true)
        // An instance that has panicked is replaced by a fresh one.
        .reset_state_function(true)
        .debug(debug)
        .keep_debug(false)
        .remove_name_section(!debug)
        .remove_producers_section(!debug);
    bindgen.generate(folder).context("Binding the wasm module to JavaScript: wasm-bindgen failed")
}

/// Lets wasm-opt make the module smaller and faster.
fn optimize(settings: &Settings, tools: &Path, wasm: &Path) -> Result<()> {
    let done = wasm.with_extension("opt");
    let mut command = Command::new("node");
    command.arg(tools.join("node_modules/binaryen/bin/wasm-opt")).args(&settings.optimize.flags).arg(wasm).arg("-o").arg(&done);
    steps::run("Optimising the wasm module with wasm-opt (less than a minute)", &mut command, "check [optimize] in wasm-pack.toml")?;
    fs::rename(done, wasm).context("the optimised module cannot be put in its place")
}

/// Prints how large the module is, and fails above the budgets.
fn check_budgets(settings: &Settings, wasm: &Path) -> Result<()> {
    let bytes = fs::read(wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
    settings::hold("jiyao_bg.wasm raw", bytes.len(), settings.budgets.raw)?;
    settings::hold("jiyao_bg.wasm brotli", brotli(&bytes)?.len(), settings.budgets.brotli)
}

/// What a web server sends in the place of a file.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22).write_all(bytes).context("brotli failed")?;
    Ok(packed)
}
