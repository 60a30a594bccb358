//! The texts of the corpus.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The texts of `tests/corpus` by name, or those of the folder `JIYAO_REPORTS`.
pub fn texts() -> Vec<(String, String)> {
    texts_in(env::var_os("JIYAO_REPORTS").map_or(PathBuf::from("tests/corpus"), PathBuf::from))
}

/// The texts of a folder of the project, or of any other one, by name.
pub fn texts_in(folder: impl AsRef<Path>) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).expect("the corpus is there").map(|entry| entry.expect("readable").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let name = |path: &PathBuf| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), fs::read_to_string(path).expect("the corpus is UTF-8"))).collect()
}
