//! Generated input: how much of it, and from which seed.

use std::env;

use proptest::test_runner::{Config, RngSeed};

/// What properties are tried with: `cases` inputs from one seed, so that a change is judged by its own merits and a failure comes
/// again. `JIYAO_SEED=7 PROPTEST_CASES=10000 cargo test --release --test properties` looks further.
pub fn config(cases: u32) -> Config {
    let number = |name| env::var(name).ok()?.parse().ok();
    Config {
        cases: number("PROPTEST_CASES").and_then(|cases: u64| cases.try_into().ok()).unwrap_or(cases),
        rng_seed: RngSeed::Fixed(number("JIYAO_SEED").unwrap_or(1)),
        failure_persistence: None,
        ..Config::default()
    }
}
