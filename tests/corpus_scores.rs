//! How well the annotated reports of `tests/corpus` and `tests/corpus-second` are read: in each folder each measure's F1 must
//! reach its floor in `floors.toml`. The second folder was written and annotated by others, who knew none of the rules.
//!
//! The floors only rise: `JIYAO_RAISE_FLOORS=1 cargo test --test corpus_scores` puts those up that are surpassed.
//! `cargo xtask score --misses` prints what is missed.

#[allow(dead_code, reason = "`cargo xtask score` uses all of it")]
#[path = "../xtask/src/score/measure/mod.rs"]
mod measure;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use measure::{Reading, Tallies};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The F1 of each measure over a folder, in percent, rounded down to a tenth.
fn scores(folder: &Path) -> Vec<(&'static str, f64)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).expect("the corpus is there").map(|entry| entry.expect("readable").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    let mut tallies = Tallies::default();
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let text = read(&path.with_extension("txt"));
        let gold = Reading::annotation(&read(&path), &text).unwrap_or_else(|reason| panic!("{name}: {reason}"));
        let analysis = serde_json::to_string(&jiyao::analyze(&text)).expect("an analysis is JSON");
        tallies.add(&name, &gold, &Reading::analysis(&analysis).expect("the contract"));
    }
    tallies.rows().map(|(name, tally)| (name, (tally.score().f1.unwrap_or(1.0) * 1000.0).floor() / 10.0)).collect()
}

#[test]
fn no_measure_falls_below_its_floor() {
    hold_floors(&folder("corpus"));
}

#[test]
fn no_measure_falls_below_its_floor_in_the_second_corpus() {
    hold_floors(&folder("corpus-second"));
}

fn hold_floors(folder: &Path) {
    let path = folder.join("floors.toml");
    let file = read(&path);
    let floors: BTreeMap<String, f64> = toml::from_str(&file).expect("a number for each measure");
    let scores = scores(folder);
    let fallen: Vec<String> = scores
        .iter()
        .filter(|(name, score)| *score < floors.get(*name).copied().unwrap_or(0.0))
        .map(|(name, score)| format!("{name}: {score:.1}, its floor is {:.1}", floors[*name]))
        .collect();
    assert!(fallen.is_empty(), "{}\n  help: cargo xtask score --misses tells what was missed", fallen.join("\n"));
    if env::var_os("JIYAO_RAISE_FLOORS").is_some() {
        let mut raised: String = file.lines().take_while(|line| line.starts_with('#')).fold(String::new(), |head, line| head + line + "\n");
        for (name, score) in scores {
            let _ = writeln!(raised, "{name} = {score:.1}");
        }
        fs::write(path, raised).expect("floors.toml can be written");
    }
}
