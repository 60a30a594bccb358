//! Set-up and automation: `cargo xtask serve|build|test|score|data`.

fn main() {
    eprintln!("usage: cargo xtask serve|build|test|score|data");
    std::process::exit(2);
}
