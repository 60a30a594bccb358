//! Running other programs: each step says what it does, and what to do when it fails.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

/// The project's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the project")
}

/// A file or folder of the project.
pub fn at(path: &str) -> PathBuf {
    root().join(path)
}

/// Cargo, as it was called itself.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).args(arguments);
    command
}

/// A program of Node.js, which is a script with another ending on Windows.
pub fn npm(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(folder).args(arguments);
    command
}

/// Says what comes now.
pub fn say(what: &str) {
    eprintln!("==> {what}");
}

/// Says what comes now, runs the command with its output shown, and stops with `help` when it fails.
pub fn run(what: &str, command: &mut Command, help: &str) -> Result<()> {
    say(what);
    let began = Instant::now();
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("{what}: {program} cannot be started\n help: {help}"))?;
    if !status.success() {
        bail!("{what}: failed after {:.0} s ({status})\n help: {help}", began.elapsed().as_secs_f64());
    }
    Ok(())
}

/// The output of a command that runs silently; `None` when it cannot be started or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
