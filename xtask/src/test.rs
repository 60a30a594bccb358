//! `cargo xtask test`: everything that must hold before a change goes in.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Result;

use crate::settings::{self, Settings};
use crate::{browser, build, pack, setup, steps};

/// Run all checks and tests: format, lints, Rust, wasm in a browser, the page, the npm package
#[derive(clap::Args)]
pub struct Args {
    /// Only these
    #[arg(value_enum)]
    only: Vec<Part>,
}

/// A part of the tests.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// The format of the Rust code
    Format,
    /// What the linter says
    Lints,
    /// The Rust tests of the library, the command and xtask
    Rust,
    /// The wasm module in a browser
    Wasm,
    /// The page in a browser
    Page,
    /// The npm package, and the examples that use it
    Package,
}

const ALL: [Part; 6] = [Part::Format, Part::Lints, Part::Rust, Part::Wasm, Part::Page, Part::Package];

impl Part {
    const fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lints => "lints",
            Self::Rust => "rust",
            Self::Wasm => "wasm",
            Self::Page => "page",
            Self::Package => "package",
        }
    }

    fn run(self, module: &mut Module) -> Result<()> {
        match self {
            Self::Format => format(),
            Self::Lints => lints(),
            Self::Rust => rust(),
            Self::Wasm => wasm(module),
            Self::Page => page(module),
            Self::Package => package(module),
        }
    }
}

/// The wasm module in `www/pkg` and the page in `www/dist`, each built once in a run.
struct Module {
    settings: Settings,
    packed: bool,
    page: bool,
}

impl Module {
    fn folder(&mut self) -> Result<PathBuf> {
        let folder = steps::at("www/pkg");
        if !self.packed {
            pack::release(&self.settings, &folder)?;
            self.packed = true;
        }
        Ok(folder)
    }

    fn page(&mut self) -> Result<()> {
        self.folder()?;
        if !self.page {
            build::page(&self.settings, false)?;
            self.page = true;
        }
        Ok(())
    }
}

/// Runs the command.
pub fn run(args: &Args) -> Result<()> {
    let mut module = Module { settings: settings::read()?, packed: false, page: false };
    let parts = if args.only.is_empty() { &ALL[..] } else { &args.only };
    let mut done = Vec::new();
    for part in parts {
        let began = Instant::now();
        part.run(&mut module)?;
        done.push(format!("{} ({:.0} s)", part.name(), began.elapsed().as_secs_f64()));
    }
    println!("\nAll is well: {}.", done.join(", "));
    Ok(())
}

fn format() -> Result<()> {
    setup::component("rustfmt", "fmt")?;
    steps::run("Checking the format", &mut steps::cargo(&["fmt", "--all", "--check"]), "cargo fmt --all puts it right")
}

fn lints() -> Result<()> {
    setup::component("clippy", "clippy")?;
    setup::wasm_target()?;
    let help = "the messages above say where; some are put right by cargo clippy --fix";
    let host = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    steps::run("Looking for lints (1 to 2 minutes the first time)", &mut steps::cargo(&host), help)?;
    let wasm = ["clippy", "--lib", "--no-default-features", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"];
    steps::run("Looking for lints in what is only in the wasm module", &mut steps::cargo(&wasm), help)
}

fn rust() -> Result<()> {
    let help = "the failures are named above; cargo test NAME runs one of them";
    steps::run("Running the Rust tests (1 to 3 minutes the first time)", &mut steps::cargo(&["test", "--workspace"]), help)
}

fn wasm(module: &mut Module) -> Result<()> {
    let chromium = setup::chromium()?;
    let (release, debug) = (module.folder()?, steps::at("target/xtask/pkg-debug"));
    pack::debug(&module.settings, &debug, "panic-for-test")?;
    steps::say("Running the wasm tests in a browser (a few seconds)");
    browser::run(&chromium, &release, &debug)
}

fn page(module: &mut Module) -> Result<()> {
    let www = steps::at("www");
    if !www.join("package.json").is_file() {
        println!("There is no page to test (www/package.json is missing).");
        return Ok(());
    }
    let (chromium, firefox) = (setup::chromium()?, setup::firefox()?);
    module.page()?;
    steps::run(
        "Running the tests of the page in Chromium and Firefox (3 to 5 minutes)",
        steps::npm(&www, &["run", "--silent", "test"]).env("CHROME_PATH", chromium).env("FIREFOX_PATH", firefox),
        "the failures are named above; the tests are in www",
    )
}

fn package(module: &mut Module) -> Result<()> {
    let chromium = setup::chromium()?;
    module.page()?;
    build::package(&module.settings)?;
    setup::npm_packages(&steps::at("examples"))?;
    steps::run(
        "Testing the npm package and the examples (1 to 2 minutes)",
        steps::npm(&steps::at("www"), &["run", "--silent", "test:package"]).env("CHROME_PATH", chromium),
        "the failures are named above; the tests are in www/package/tests",
    )
}
