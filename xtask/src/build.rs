//! `cargo xtask build`: the wasm module in `www/pkg`, the page and its single file in `www/dist`, the npm package in `dist`.

use std::fs;

use anyhow::{Context as _, Result};

use crate::settings::{self, Settings};
use crate::{pack, setup, steps, weight};

/// Build the wasm module (www/pkg), the page (www/dist) and the npm package (dist)
#[derive(clap::Args)]
pub struct Args {
    /// Compile fast and do not optimise; never publish such a build
    #[arg(long, conflicts_with = "release")]
    debug: bool,
    /// Optimise and check the size budgets (this is the default)
    #[arg(long)]
    release: bool,
    /// Only the wasm module, not the page and the npm package
    #[arg(long)]
    wasm_only: bool,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<()> {
    let settings = settings::read()?;
    module(&settings, args.debug)?;
    if args.wasm_only {
        return Ok(());
    }
    page(&settings, args.debug)?;
    package(&settings)
}

/// Builds the module, then the page.
pub fn everything(debug: bool) -> Result<()> {
    let settings = settings::read()?;
    module(&settings, debug)?;
    page(&settings, debug)
}

fn module(settings: &Settings, debug: bool) -> Result<()> {
    let folder = steps::at("www/pkg");
    if debug {
        pack::debug(settings, &folder, "")?;
    } else {
        pack::release(settings, &folder)?;
    }
    println!("The wasm module is in www/pkg: jiyao.js, jiyao.d.ts, jiyao_bg.wasm.");
    Ok(())
}

/// Builds the page alone; the wasm module must be there. A module for development is not held to the budget.
pub fn page(settings: &Settings, debug: bool) -> Result<()> {
    let www = steps::at("www");
    if !www.join("package.json").is_file() {
        println!("There is no page to build (www/package.json is missing).");
        return Ok(());
    }
    setup::node(&settings.tools.node)?;
    setup::npm_packages(&www)?;
    steps::run(
        "Building the page (less than a minute)",
        &mut steps::npm(&www, &["run", "--silent", "build"]),
        "the message above says where; `npm run build` in www does the same",
    )?;
    let single = fs::metadata(www.join("dist/jiyao.html")).context("www/dist/jiyao.html was not made")?;
    if !debug {
        settings::hold("jiyao.html", usize::try_from(single.len())?, settings.budgets.single_file)?;
    }
    println!("The page is in www/dist, and all of it as one file in www/dist/jiyao.html.");
    Ok(())
}

/// Builds the npm package alone; the wasm module must be there.
pub fn package(settings: &Settings) -> Result<()> {
    let www = steps::at("www");
    setup::node(&settings.tools.node)?;
    setup::npm_packages(&www)?;
    steps::run(
        "Building the npm package (a few seconds)",
        &mut steps::npm(&www, &["run", "--silent", "package"]),
        "the message above says where; `npm run package` in www does the same",
    )?;
    println!("The npm package is in dist.");
    weight::check(&steps::at("dist"), &settings.budgets.package)
}
