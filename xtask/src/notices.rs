//! THIRD-PARTY.md names every crate that the wasm module is built from.

use std::collections::BTreeSet;
use std::fs;

use crate::steps;

/// The crates of the wasm module, without those that only make code while it is compiled.
fn crates() -> BTreeSet<String> {
    let fixed = ["tree", "--locked", "--package", "jiyao", "--no-default-features", "--target", "wasm32-unknown-unknown"];
    let mut command = steps::cargo(&fixed);
    command.args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]);
    let output = steps::output(&mut command).expect("cargo tree fails");
    let names = output.lines().filter_map(|line| line.split(' ').next());
    names.filter(|&name| !name.is_empty() && name != "jiyao").map(str::to_owned).collect()
}

/// The crates that the table names.
fn named() -> BTreeSet<String> {
    let text = fs::read_to_string(steps::at("THIRD-PARTY.md")).unwrap();
    let (_, table) = text.split_once("| crates |").expect("the table of the crates is missing");
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let names = rows.filter_map(|row| row.split('|').nth(1)).flat_map(|names| names.split(','));
    names.map(|name| name.trim().to_owned()).filter(|name| name != "the standard library of Rust").collect()
}

#[test]
fn every_crate_of_the_module_has_its_line() {
    assert_eq!(named(), crates());
}
