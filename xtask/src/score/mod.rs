//! `cargo xtask score`: how well annotated reports are read.

mod measure;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};
use std::{fs, thread};

use anyhow::{Context as _, Result, bail};
use serde_json::{Map, Value, json};

use crate::steps;
use measure::{Reading, Tallies};

/// Measure how well annotated reports are read
#[derive(clap::Args)]
pub struct Args {
    /// Folders of annotated reports: NAME.txt and NAME.json [default: tests/corpus]
    folders: Vec<PathBuf>,
    /// Print the scores as JSON
    #[arg(long)]
    json: bool,
    /// Print what was missed (-) and what was extra (+)
    #[arg(long)]
    misses: bool,
    /// Only texts whose file name contains this
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
    /// A command to measure instead of the project's own: reads a text on standard input, prints an Analysis as JSON
    #[arg(last = true, value_name = "COMMAND")]
    command: Vec<String>,
}

/// What a run measured.
#[derive(Default)]
struct Run {
    tallies: Tallies,
    texts: usize,
    failed: usize,
    bytes: usize,
    took: Duration,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<()> {
    let paths = annotations(args)?;
    let command = if args.command.is_empty() { own_command()? } else { args.command.clone() };
    let mut run = Run::default();
    for path in paths {
        measure_text(&mut run, &path, &command)?;
    }
    if args.misses && !args.json {
        print_misses(&run.tallies);
    }
    if args.json {
        println!("{}", as_json(&run));
    } else {
        print_table(&run);
    }
    if run.failed > 0 {
        bail!("{} of {} texts gave no analysis", run.failed, run.texts);
    }
    Ok(())
}

/// The project's own command, built if need be.
fn own_command() -> Result<Vec<String>> {
    let mut build = steps::cargo(&["build", "--release", "--bin", "jiyao"]);
    steps::run("Compiling the command (about a minute the first time)", &mut build, "the message of the compiler above says where")?;
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| steps::at("target"), PathBuf::from);
    let program = folder.join("release").join(format!("jiyao{}", std::env::consts::EXE_SUFFIX));
    Ok(vec![program.display().to_string(), "--format".into(), "json".into(), "-".into()])
}

/// The annotation files, by name.
fn annotations(args: &Args) -> Result<Vec<PathBuf>> {
    let default = [steps::at("tests/corpus")];
    let folders = if args.folders.is_empty() { &default[..] } else { &args.folders };
    let mut all = Vec::new();
    for folder in folders {
        let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| wanted(args, path)).collect();
        paths.sort();
        all.extend(paths);
    }
    if all.is_empty() {
        bail!("no annotated reports (NAME.json beside NAME.txt) were found");
    }
    Ok(all)
}

fn wanted(args: &Args, path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.extension().is_some_and(|ending| ending == "json") && args.only.as_ref().is_none_or(|part| name.contains(part))
}

/// Analyses one text and compares.
fn measure_text(run: &mut Run, path: &Path, command: &[String]) -> Result<()> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let read = |path: &Path| fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()));
    let text = read(&path.with_extension("txt"))?;
    let gold = Reading::annotation(&read(path)?, &text).map_err(|reason| anyhow::anyhow!("{}: {reason}", path.display()))?;
    let began = Instant::now();
    let output = pipe(command, &text)?;
    run.took += began.elapsed();
    run.texts += 1;
    run.bytes += text.len();
    let found = Reading::analysis(&String::from_utf8_lossy(&output.stdout)).unwrap_or_else(|reason| {
        run.failed += 1;
        let message: String = String::from_utf8_lossy(&output.stderr).chars().take(200).collect();
        eprintln!("{name}: no analysis ({}; {reason}): {message}", output.status);
        Reading::default()
    });
    run.tallies.add(&name, &gold, &found);
    Ok(())
}

/// Gives a command a text, and takes what it prints. Writing and reading go on at the same time, so neither waits for ever.
fn pipe(command: &[String], text: &str) -> Result<Output> {
    let (program, arguments) = command.split_first().context("the command is empty")?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("{program} cannot be started"))?;
    let mut input = child.stdin.take().context("no standard input")?;
    thread::scope(|scope| {
        // A command that stops reading early is judged by what it printed.
        scope.spawn(move || drop(input.write_all(text.as_bytes())));
        child.wait_with_output().with_context(|| format!("{program} broke off"))
    })
}

fn print_misses(tallies: &Tallies) {
    for (measure, tally) in tallies.rows() {
        for (sign, items) in [('-', &tally.missed), ('+', &tally.extra)] {
            for (report, item) in items {
                println!("{measure} {sign} {report}: {item}");
            }
        }
    }
}

fn print_table(run: &Run) {
    let percent = |share: Option<f64>| share.map_or_else(|| "    -".to_owned(), |share| format!("{:5.1}", 100.0 * share));
    println!("measure     precision recall    F1   gold");
    for (measure, tally) in run.tallies.rows() {
        let score = tally.score();
        let gold = tally.hits + tally.missed.len();
        println!("{measure:<11}     {}  {} {}  {gold:5}", percent(score.precision), percent(score.recall), percent(score.f1));
    }
    let mean = 100.0 * run.tallies.mean();
    let took = run.took.as_secs_f64();
    println!("{} texts, {} failed, {} bytes in {took:.1} s with process starts; mean F1 {mean:.1}", run.texts, run.failed, run.bytes);
}

fn as_json(run: &Run) -> Value {
    let mut all = Map::new();
    all.insert("mean".into(), json!(run.tallies.mean()));
    all.insert("failed".into(), json!(run.failed));
    for (measure, tally) in run.tallies.rows() {
        let score = tally.score();
        all.insert(measure.into(), json!({ "p": score.precision, "r": score.recall, "f": score.f1 }));
    }
    Value::Object(all)
}
