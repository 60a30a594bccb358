//! `wasm-pack.toml`, read and checked.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::steps;

/// How the wasm module is packed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub target: Target,
    pub optimize: Optimize,
    pub tools: Tools,
    pub budgets: Budgets,
}

/// What the JavaScript beside the module is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    Web,
    Bundler,
    Nodejs,
    NoModules,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Optimize {
    pub flags: Vec<String>,
}

/// Versions of tools.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Tools {
    pub wasm_bindgen: String,
    pub binaryen: String,
    pub node: String,
}

/// How large the module may be, and what is shipped with it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Budgets {
    pub raw: Size,
    pub brotli: Size,
    pub single_file: Size,
    /// Read here only to be checked: the page's own build holds it.
    #[allow(dead_code, reason = "www/vite.config.ts reads it")]
    pub page: Size,
    /// Files of the npm package, each with what it imports at once, after brotli.
    pub package: BTreeMap<String, Size>,
}

/// Prints how large something is, and fails above its budget.
pub fn hold(what: &str, bytes: usize, budget: Size) -> Result<()> {
    let size = Size(bytes);
    println!("{what:<20} {:>9}  (budget {budget})", size.to_string());
    if size > budget {
        bail!(
            "{what} is too large: {size}, the budget is {budget}\n help: make it smaller, or raise [budgets] in wasm-pack.toml and say why"
        );
    }
    Ok(())
}

/// A number of bytes, written like `900 kB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct Size(pub usize);

impl TryFrom<String> for Size {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let split = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let unit = match text[split..].trim() {
            "B" => Some(1),
            "kB" => Some(1000),
            "MB" => Some(1_000_000),
            _ => None,
        };
        let number = text[..split].parse::<usize>().ok();
        unit.zip(number)
            .and_then(|(unit, number)| number.checked_mul(unit))
            .map(Self)
            .ok_or_else(|| format!("`{text}` is no size; write a whole number and B, kB or MB, as in `900 kB`"))
    }
}

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 < 1000 { write!(f, "{} B", self.0) } else { write!(f, "{}.{} kB", self.0 / 1000, self.0 % 1000 / 100) }
    }
}

/// Reads `wasm-pack.toml`, and checks that the versions in it are those that the lock files hold.
pub fn read() -> Result<Settings> {
    let text = fs::read_to_string(steps::at("wasm-pack.toml")).context("wasm-pack.toml cannot be read")?;
    let settings: Settings = toml::from_str(&text).context("wasm-pack.toml is not as xtask/src/settings.rs expects it")?;
    let lock = fs::read_to_string(steps::at("Cargo.lock")).context("Cargo.lock cannot be read")?;
    for package in ["wasm-bindgen", "wasm-bindgen-cli-support"] {
        let wanted = &settings.tools.wasm_bindgen;
        let found = locked(&lock, package)?;
        if found != *wanted {
            bail!(
                "{package} is {found} in Cargo.lock, but wasm-pack.toml says {wanted}\n help: cargo update -p {package} --precise {wanted}, or change wasm-pack.toml; the two packages must have one version"
            );
        }
    }
    let tools: serde_json::Value = serde_json::from_str(
        &fs::read_to_string(steps::at("xtask/tools/package.json")).context("xtask/tools/package.json cannot be read")?,
    )?;
    let found = tools["devDependencies"]["binaryen"].as_str().unwrap_or("missing");
    if found != settings.tools.binaryen {
        bail!("binaryen is {found} in xtask/tools/package.json, but wasm-pack.toml says {}", settings.tools.binaryen);
    }
    Ok(settings)
}

/// The version of a package in `Cargo.lock`.
fn locked(lock: &str, package: &str) -> Result<String> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Package>,
    }
    #[derive(Deserialize)]
    struct Package {
        name: String,
        version: String,
    }
    let lock: Lock = toml::from_str(lock).context("Cargo.lock cannot be understood")?;
    let found = lock.package.into_iter().find(|row| row.name == package).with_context(|| format!("{package} is not in Cargo.lock"))?;
    Ok(found.version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        let size = |text: &str| Size::try_from(text.to_owned());
        assert_eq!(size("900 kB"), Ok(Size(900_000)));
        assert_eq!(size("17B"), Ok(Size(17)));
        assert_eq!(size("2 MB"), Ok(Size(2_000_000)));
        for wrong in ["", "900", "kB", "-1 kB", "1.5 MB", "1 KiB", "99999999999999999999 B", "18446744073709551615 MB"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
        assert_eq!(Size(350_049).to_string(), "350.0 kB");
        assert_eq!(Size(12).to_string(), "12 B");
    }

    #[test]
    fn the_settings_are_sound() {
        let settings = read().unwrap();
        assert_eq!(settings.target, Target::Web);
        assert!(settings.budgets.brotli < settings.budgets.raw);
        assert!(hold("a", 1200, Size(1200)).is_ok());
        assert!(hold("a", 1201, Size(1200)).is_err());
    }

    #[test]
    fn unknown_settings_are_refused() {
        let budgets =
            toml::from_str::<Budgets>("raw = \"1 kB\"\nbrotli = \"1 B\"\nsingle-file = \"1 B\"\npage = \"1 B\"\nzip = \"1 B\"\n[package]");
        assert!(budgets.unwrap_err().to_string().contains("zip"));
    }
}
