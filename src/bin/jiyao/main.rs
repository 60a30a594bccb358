//! The command: `jiyao [--format …] [FILE… | -]`.
//!
//! Nothing outside this folder knows files, encodings or terminals.

#[cfg(not(target_arch = "wasm32"))]
mod command;
#[cfg(not(target_arch = "wasm32"))]
mod input;
#[cfg(not(target_arch = "wasm32"))]
mod lexicon;
#[cfg(not(target_arch = "wasm32"))]
mod output;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command::run()
}

/// A browser has no files and no terminal; `cargo build --target wasm32-…` builds all targets, so this one must exist.
#[cfg(target_arch = "wasm32")]
fn main() {}
