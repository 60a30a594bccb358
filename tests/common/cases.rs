//! Folders of cases, and how their rows are compared.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Runs `complaint` for each file of `tests/cases/FOLDER` (given its text) and fails with what it complains of.
pub fn run_folder(folder: &str, format: &str, complaint: impl Fn(&str) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let entries = fs::read_dir(&folder).expect("the cases are there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("the cases can be read").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    assert!(!paths.is_empty(), "no case in {}", folder.display());
    let mut complaints = String::new();
    for path in paths {
        let found = complaint(&fs::read_to_string(&path).expect("a case is UTF-8").replace("\r\n", "\n"));
        if !found.is_empty() {
            let _ = write!(complaints, "\n{}:\n{found}", path.file_name().unwrap_or_default().to_string_lossy());
        }
    }
    assert!(
        complaints.is_empty(),
        "{complaints}\n  (缺: expected but not found, 多: found but not expected)\n  help: {format} explains the format"
    );
}

/// Each expected row must have its own found one, in any order, and none may be left: what is wrong, a line each.
pub fn differences<T>(expected: &[&str], found: &[T], same: impl Fn(&str, &T) -> bool, show: impl Fn(&T) -> String) -> Vec<String> {
    let mut left: Vec<&T> = found.iter().collect();
    let mut complaints = Vec::new();
    for row in expected {
        match left.iter().position(|found| same(row, found)) {
            Some(at) => drop(left.remove(at)),
            None => complaints.push(format!("缺 {row}")),
        }
    }
    complaints.extend(left.into_iter().map(|row| format!("多 {}", show(row))));
    complaints
}

/// Complaints about a case, under its name.
pub fn under(name: &str, complaints: &[String]) -> String {
    if complaints.is_empty() { String::new() } else { format!("{name}\n  {}\n", complaints.join("\n  ")) }
}
