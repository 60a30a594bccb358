//! `cargo xtask screenshots`: the pictures of the README, taken of the page itself, and its icons, drawn from `icon.svg`.

use anyhow::Result;

use crate::{build, setup, steps};

/// Build everything, take the README's screenshots anew (docs/screenshots) and draw the icons (www/public)
#[derive(clap::Args)]
pub struct Args {
    /// Compile the module fast and do not optimise it
    #[arg(long)]
    debug: bool,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<()> {
    let chromium = setup::chromium()?;
    build::everything(args.debug)?;
    steps::run(
        "Taking the screenshots (less than a minute)",
        steps::npm(&steps::at("www"), &["run", "--silent", "screenshots"]).env("CHROME_PATH", chromium),
        "the message above says which one failed; they are made by the tests in www/screenshots",
    )?;
    println!("The screenshots are in docs/screenshots, the icons in www/public.");
    Ok(())
}
