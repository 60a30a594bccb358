//! Set-up and automation: `cargo xtask serve|build|test|score|data`.

mod data;

fn main() {
    let result = match std::env::args().nth(1).as_deref() {
        Some("data") => data::run(),
        _ => Err("usage: cargo xtask serve|build|test|score|data".into()),
    };
    if let Err(error) = result {
        eprintln!("{error}");
        std::process::exit(2);
    }
}
