//! Set-up and automation of the project: `cargo xtask serve|build|test|score|data|screenshots`.
//!
//! One module a command. Each command sets up what it needs (see [`setup`]), only when it is missing, and says so first.

mod browser;
mod build;
mod data;
mod headers;
#[cfg(test)]
mod notices;
mod pack;
mod score;
mod screenshots;
mod serve;
mod server;
mod settings;
mod setup;
mod steps;
mod test;
mod weight;

use std::process::ExitCode;

use clap::Parser;

/// Set-up and automation of Jiyao.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
enum Command {
    Serve(serve::Args),
    Build(build::Args),
    Test(test::Args),
    Score(score::Args),
    Screenshots(screenshots::Args),
    /// Make the tables of characters, names and words under data/ anew from public data
    Data,
}

fn main() -> ExitCode {
    let done = match Command::parse() {
        Command::Serve(args) => serve::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Score(args) => score::run(&args),
        Command::Screenshots(args) => screenshots::run(&args),
        Command::Data => data::run().map_err(|error| anyhow::anyhow!("{error}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_sound() {
        super::Command::command().debug_assert();
    }
}
