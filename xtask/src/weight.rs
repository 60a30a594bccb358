//! How much the files of the npm package weigh on the way to a browser, and that they stay within their budgets.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::pack::brotli;
use crate::settings::{self, Size};

/// Prints what each file weighs after brotli, with what it imports at once, and fails above the budgets.
pub fn check(folder: &Path, budgets: &BTreeMap<String, Size>) -> Result<()> {
    for (name, &budget) in budgets {
        let mut files = BTreeSet::new();
        collect(folder, name, &mut files)?;
        let weights = files.iter().map(|file| Ok(brotli(&read(folder, file)?)?.len())).collect::<Result<Vec<_>>>()?;
        settings::hold(&format!("{name} brotli"), weights.iter().sum(), budget)?;
    }
    Ok(())
}

/// The file and those that it imports, each once.
fn collect(folder: &Path, name: &str, files: &mut BTreeSet<String>) -> Result<()> {
    if !files.insert(name.to_owned()) {
        return Ok(());
    }
    let content = read(folder, name)?;
    for import in imports(&String::from_utf8_lossy(&content)) {
        collect(folder, &import, files)?;
    }
    Ok(())
}

/// The files beside it that a bundled script imports before it starts; not those that it loads later.
fn imports(script: &str) -> Vec<String> {
    let ends = ["from\"./", "import\"./"];
    let starts = ends.iter().flat_map(|end| script.match_indices(end).map(|(at, found)| at + found.len()));
    starts.filter_map(|start| script[start..].split_once('"')).map(|(file, _)| file.to_owned()).collect()
}

fn read(folder: &Path, name: &str) -> Result<Vec<u8>> {
    fs::read(folder.join(name)).with_context(|| format!("{name} is missing in {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::imports;

    #[test]
    fn only_what_is_imported_at_once_counts() {
        let script =
            "import{a as b}from\"./part-one.js\";import\"./two.js\";const c=()=>import(\"./later.js\");export{d}from\"./three.js\";";
        assert_eq!(imports(script), ["part-one.js", "three.js", "two.js"]);
    }
}
