//! Options, the way through the inputs, and the exit status.

use std::io::{self, BufWriter, IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, ValueEnum, error::ErrorKind};
use indicatif::{ProgressBar, ProgressStyle};
use jiyao::Options;

use crate::input::{Input, Trouble};
use crate::lexicon;
use crate::output;

/// Exit status when an input could not be read; clap uses 2 for a wrong command line.
const SOME_INPUT_FAILED: u8 = 1;

/// Exit status when a file that an option names cannot be used; clap uses the same.
const WRONG_COMMAND_LINE: u8 = 2;

const EXAMPLES: &str = "\
Examples:
  jiyao report.txt                        tables in the terminal
  jiyao --format json report.txt          one Analysis as JSON
  jiyao --format ndjson reports/*.txt     one JSON line a file
  jiyao --format csv --bom *.txt > a.csv  one table of all rows, for a spreadsheet
  jiyao --explain report.txt              which rule made each row, from which words
  jiyao --lexicon words.json report.txt   words of one's own, which win over the built-in ones
  pbpaste | jiyao                         the text on the clipboard (macOS)

Texts may be UTF-8, UTF-16 with a byte order mark, GB18030 (GBK) or Big5.
Spans in JSON and CSV count UTF-16 code units of the decoded text (without a byte order mark).

Exit status: 0 every input was read, 1 some input was not, 2 the command line is wrong.";

/// Reads Chinese meeting reports and gives tables: who took part, what was awarded, and what was asked of whom.
#[derive(Debug, Parser)]
#[command(name = "jiyao", version, after_help = EXAMPLES, max_term_width = 110)]
pub struct Args {
    /// What to print
    #[arg(short, long, value_enum, default_value_t = Format::Table)]
    format: Format,

    /// Print for each row which rules made it, what they say, and the words that they saw
    #[arg(long, conflicts_with = "format")]
    explain: bool,

    /// Start CSV with a byte order mark, without which Excel misreads Chinese
    #[arg(long)]
    bom: bool,

    /// A JSON file with words of one's own, which win over the built-in lists (the kinds are person, post, honour, organization and notName):
    /// {"entries": [{"word": "楼栋长", "kind": "post"}]}
    #[arg(long, value_name = "FILE")]
    lexicon: Option<PathBuf>,

    /// Text files to read; `-`, or no file at all, reads standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// What to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Tables that fit the terminal
    Table,
    /// One Analysis; with several files an array of {file, analysis}
    Json,
    /// {file, analysis}, one line a file
    Ndjson,
    /// One table of all rows
    Csv,
    /// Tables in Markdown
    Markdown,
}

/// Runs the command.
pub fn run() -> ExitCode {
    let args = Args::parse();
    let inputs = inputs(&args);
    let options = match args.lexicon.as_deref().map_or_else(|| Ok(Options::new()), lexicon::options) {
        Ok(options) => options,
        Err(trouble) => {
            complain(&trouble.what, trouble.help);
            return ExitCode::from(WRONG_COMMAND_LINE);
        }
    };
    match print_all(&args, &options, &inputs) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(SOME_INPUT_FAILED),
        // The reader of the output went away (`jiyao … | head`): it has what it wanted.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("cannot write the output: {error}"), "check the disk or the program that reads the output");
            ExitCode::from(SOME_INPUT_FAILED)
        }
    }
}

/// The inputs that were asked for. Standard input can be read only once.
fn inputs(args: &Args) -> Vec<Input> {
    let inputs: Vec<Input> = args.files.iter().cloned().map(Input::from_argument).collect();
    if inputs.iter().filter(|input| **input == Input::Stdin).count() > 1 {
        Args::command().error(ErrorKind::ArgumentConflict, "`-` (standard input) can be given only once").exit();
    }
    if args.bom && args.format != Format::Csv {
        Args::command().error(ErrorKind::ArgumentConflict, "`--bom` goes with `--format csv` only").exit();
    }
    if inputs.is_empty() { vec![Input::Stdin] } else { inputs }
}

/// Reads each input and prints what is in it; gives the number of inputs that could not be read.
fn print_all(args: &Args, options: &Options, inputs: &[Input]) -> io::Result<usize> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut output = output::output(args.format, args.bom, inputs.len());
    let progress = progress(inputs.len());
    let mut failed = 0;
    for input in inputs {
        match input.read() {
            Ok(source) => {
                if let Some(warning) = &source.warning {
                    progress.suspend(|| eprintln!("warning: {warning}"));
                }
                if args.explain {
                    let file = (inputs.len() > 1).then(|| input.name());
                    output::explanation::explain(&mut out, file.as_deref(), &source.text, &options.explain(&source.text))?;
                } else {
                    output.add(&mut out, &input.name(), &options.analyze(&source.text))?;
                }
                out.flush()?;
            }
            Err(trouble) => {
                failed += 1;
                progress.suspend(|| report(&trouble));
            }
        }
        progress.inc(1);
    }
    progress.finish_and_clear();
    output.finish(&mut out)?;
    out.flush()?;
    Ok(failed)
}

/// A bar on the terminal when there is something to wait for and the output goes elsewhere.
fn progress(inputs: usize) -> ProgressBar {
    if inputs < 2 || !io::stderr().is_terminal() || io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} files, {eta} left").unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(inputs as u64).with_style(style)
}

fn report(trouble: &Trouble) {
    complain(&trouble.to_string(), trouble.help());
}

fn complain(what: &str, help: &str) {
    // Standard error may be closed; there is nobody to tell then.
    let _ = writeln!(io::stderr(), "error: {what}\n  help: {help}");
}
