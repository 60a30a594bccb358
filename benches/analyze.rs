//! How many bytes a second are read, and whether it stays the same from one megabyte to a hundred.
//!
//! `cargo bench`; `JIYAO_BENCH_LARGE=1 cargo bench` adds 100 MB, for which some gigabytes of memory are needed.

use std::path::Path;
use std::{env, fs};

use divan::Bencher;
use divan::counter::BytesCount;

const MEGABYTE: usize = 1 << 20;

fn main() {
    divan::main();
}

/// The reports of the corpus, one after another in an order that changes each time round, until there are enough.
fn reports(bytes: usize) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut texts: Vec<String> = fs::read_dir(folder)
        .expect("the corpus is there")
        .map(|entry| entry.expect("the corpus can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| fs::read_to_string(path).expect("the corpus is UTF-8"))
        .collect();
    texts.sort();
    let mut all = String::with_capacity(bytes + 10_000);
    let mut round = 1;
    while all.len() < bytes {
        for i in 0..texts.len() {
            // Multiples of a number that shares no divisor with the length visit every text once.
            all.push_str(&texts[(i * step(round, texts.len()) + round) % texts.len()]);
            all.push('\n');
        }
        round += 1;
    }
    let end = (bytes..all.len()).find(|&at| all.is_char_boundary(at)).unwrap_or(all.len());
    all.truncate(end);
    all
}

fn step(round: usize, length: usize) -> usize {
    (round..round + length).find(|&step| common_divisor(step, length) == 1).unwrap_or(1)
}

fn common_divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { common_divisor(b, a % b) }
}

fn sizes() -> Vec<usize> {
    let mut sizes = vec![1, 10];
    if env::var_os("JIYAO_BENCH_LARGE").is_some() {
        sizes.push(100);
    }
    sizes
}

/// Many reports on one page.
#[divan::bench(args = sizes(), sample_count = 10, sample_size = 1)]
fn megabytes(bencher: Bencher, size: usize) {
    let text = reports(size * MEGABYTE);
    bencher.counter(BytesCount::of_str(&text)).bench(|| jiyao::analyze(divan::black_box(&text)));
}

/// What somebody pastes: one page, some kilobytes.
#[divan::bench(sample_count = 100)]
fn one_page(bencher: Bencher) {
    let text = reports(6_000);
    bencher.counter(BytesCount::of_str(&text)).bench(|| jiyao::analyze(divan::black_box(&text)));
}

/// A page of one report after another has the most sections; a single paragraph without end has the longest one.
#[divan::bench(args = sizes(), sample_count = 10, sample_size = 1)]
fn megabytes_in_one_paragraph(bencher: Bencher, size: usize) {
    let text = reports(size * MEGABYTE).replace('\n', "");
    bencher.counter(BytesCount::of_str(&text)).bench(|| jiyao::analyze(divan::black_box(&text)));
}
