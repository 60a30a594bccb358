//! What a command needs and a machine may lack: looked for first, and installed only when it is missing.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context as _, Result, bail};

use crate::steps;

const WASM: &str = "wasm32-unknown-unknown";

/// Rust's standard library for wasm.
pub fn wasm_target() -> Result<()> {
    let sysroot = steps::output(Command::new("rustc").current_dir(steps::root()).args(["--print", "sysroot"])).unwrap_or_default();
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    let add = || Command::new("rustup").current_dir(steps::root()).args(["target", "add", WASM]).status();
    for attempt in 1..=3 {
        steps::say(&format!("Installing Rust's standard library for wasm (about 20 MB, less than a minute; attempt {attempt} of 3)"));
        match add() {
            Ok(status) if status.success() => return Ok(()),
            Ok(_) => {}
            Err(reason) => bail!(
                "rustup cannot be started: {reason}\n help: install the target {WASM} by the means that installed Rust, or Rust by rustup (https://rustup.rs)"
            ),
        }
    }
    bail!("the target {WASM} could not be installed\n help: see the message of rustup above, then run: rustup target add {WASM}")
}

/// A part of Rust that a minimal installation lacks: `clippy` gives `cargo clippy`.
pub fn component(name: &str, subcommand: &str) -> Result<()> {
    if steps::output(&mut steps::cargo(&[subcommand, "--version"])).is_some() {
        return Ok(());
    }
    steps::run(
        &format!("Installing {name} (less than a minute)"),
        Command::new("rustup").current_dir(steps::root()).args(["component", "add", name]),
        &format!("install {name} by the means that installed Rust"),
    )
}

/// Node.js of at least this version (`20.19`), with npm.
pub fn node(oldest: &str) -> Result<()> {
    let help = format!("install Node.js {oldest} or newer with npm (https://nodejs.org, or your system's packages)");
    let found = steps::output(Command::new("node").arg("--version"))
        .with_context(|| format!("Node.js is missing: `node` is not on the PATH\n help: {help}"))?;
    if version(&found) < version(oldest) {
        bail!("Node.js is too old: {found}\n help: {help}");
    }
    steps::output(&mut steps::npm(steps::root(), &["--version"]))
        .with_context(|| format!("npm is missing: it is not on the PATH\n help: {help}"))?;
    Ok(())
}

/// The numbers of a version, for comparing.
fn version(text: &str) -> Vec<u32> {
    text.trim_start_matches('v').split('.').map_while(|part| part.parse().ok()).collect()
}

/// The packages that a folder's `package-lock.json` names; installed anew when that has changed.
pub fn npm_packages(folder: &Path) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("{}: package-lock.json is missing\n help: run npm install there once, and commit it", folder.display()))?;
    // npm ci empties node_modules first, so the mark is there only after it went well.
    let mark = folder.join("node_modules/.installed-package-lock.json");
    if fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let name = folder.strip_prefix(steps::root()).unwrap_or(folder).display();
    steps::run(
        &format!("Installing the npm packages of {name} (less than a minute)"),
        &mut steps::npm(folder, &["ci", "--no-fund", "--no-audit", "--loglevel=error"]),
        "see the message of npm above; it needs the network when the packages are not in its cache",
    )?;
    fs::write(mark, lock).context("node_modules cannot be written")
}

/// A browser that tests run in.
struct Browser {
    /// Its usual name.
    name: &'static str,
    /// Each of these variables may name its program; the last one is what the page's own tests read.
    variables: &'static [&'static str],
    /// The names of its program on the PATH.
    names: &'static [&'static str],
    /// Where it lies when it is not on the PATH.
    places: &'static [&'static str],
    /// What Debian calls it, with what it needs for Chinese pages.
    packages: &'static [&'static str],
    /// What else would do.
    help: &'static str,
}

const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variables: &["CHROME", "CHROME_PATH"],
    names: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
        "microsoft-edge",
        "chrome.exe",
        "msedge.exe",
    ],
    places: &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
        "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
        "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    ],
    packages: &["chromium", "fonts-noto-cjk"],
    help: "install Chromium, Chrome or Edge, or set CHROME to its program",
};

const FIREFOX: Browser = Browser {
    name: "Firefox",
    variables: &["FIREFOX", "FIREFOX_PATH"],
    names: &["firefox", "firefox-esr", "firefox.exe"],
    places: &["/Applications/Firefox.app/Contents/MacOS/firefox", "C:/Program Files/Mozilla Firefox/firefox.exe"],
    packages: &["firefox-esr", "fonts-noto-cjk"],
    help: "install Firefox, or set FIREFOX to its program",
};

/// Chromium, or a browser made from it.
pub fn chromium() -> Result<PathBuf> {
    CHROMIUM.found_or_installed()
}

/// Firefox, for the tests that run in a browser of another make too.
pub fn firefox() -> Result<PathBuf> {
    FIREFOX.found_or_installed()
}

impl Browser {
    fn found_or_installed(&self) -> Result<PathBuf> {
        for variable in self.variables {
            if let Some(named) = env::var_os(variable).map(PathBuf::from) {
                return if named.is_file() { Ok(named) } else { bail!("the variable {variable} names no file: {}", named.display()) };
            }
        }
        if let Some(found) = self.installed() {
            return Ok(found);
        }
        if can_apt_install() {
            self.install()?;
            if let Some(found) = self.installed() {
                return Ok(found);
            }
        }
        bail!("{}", self.missing())
    }

    fn installed(&self) -> Option<PathBuf> {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = env::split_paths(&path).collect();
        let on_path = self.names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
        on_path.chain(self.places.iter().map(PathBuf::from)).find(|candidate| candidate.is_file())
    }

    fn install(&self) -> Result<()> {
        let apt = |arguments: &[&str]| {
            let mut command = Command::new("apt-get");
            command.env("DEBIAN_FRONTEND", "noninteractive").args(arguments);
            command
        };
        let what = format!("Installing {} and a Chinese font for the browser tests (200 MB, 1 to 3 minutes)", self.name);
        let packages = [&["-q", "install", "-y", "--no-install-recommends"], self.packages].concat();
        steps::run("Updating the list of Debian's packages (less than a minute)", &mut apt(&["-q", "update"]), self.help)?;
        steps::run(&what, &mut apt(&packages), self.help)
    }

    /// What is said when it is nowhere.
    fn missing(&self) -> String {
        format!(
            "no {} was found for the browser tests\n looked for: the variables {}; on the PATH {}; {}\n help: {}",
            self.name,
            self.variables.join(", "),
            self.names.join(", "),
            self.places.join(", "),
            self.help
        )
    }
}

/// Whether this is Debian or its like, and we may install packages.
fn can_apt_install() -> bool {
    Path::new("/etc/debian_version").is_file() && steps::output(Command::new("id").arg("-u")).as_deref() == Some("0")
}

#[cfg(test)]
mod tests {
    use super::{CHROMIUM, FIREFOX, version};

    #[test]
    fn a_browser_that_is_nowhere_is_named_with_what_helps() {
        let missing = FIREFOX.missing();
        assert!(missing.contains("FIREFOX_PATH") && missing.contains("firefox-esr"), "{missing}");
        for browser in [CHROMIUM, FIREFOX] {
            let missing = browser.missing();
            assert!(missing.starts_with(&format!("no {} was found", browser.name)), "{missing}");
            assert!(missing.lines().any(|line| line.starts_with(" help: install ")), "{missing}");
        }
    }

    #[test]
    fn versions_compare_by_number() {
        assert!(version("v20.9.0") < version("20.19"));
        assert!(version("v20.19.0") >= version("20.19"));
        assert!(version("v22.1.0") >= version("20.19"));
        assert!(version("nonsense") < version("20.19"));
    }
}
