//! The tests of the wasm module in a real browser: Chromium loads a page of tests (`tests/wasm`), and the page sends back
//! what came out. There is no driver between the two that would have to fit the browser's version.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;
use std::{env, fs, process, thread};

use anyhow::{Context as _, Result, bail};
use axum::Router;
use axum::routing::post;
use serde::Deserialize;
use tower_http::services::ServeDir;

use crate::{server, steps};

/// So long may the page take, with the start of a cold browser.
const PATIENCE: Duration = Duration::from_secs(100);

/// One test, as the page tells it.
#[derive(Deserialize)]
struct Outcome {
    name: String,
    /// What went wrong.
    error: Option<String>,
}

/// Runs the tests with a release and a debug module.
pub fn run(chromium: &Path, release: &Path, debug: &Path) -> Result<()> {
    let (address, results) = serve_tests(release, debug)?;
    let _browser = Browser::start(chromium, &address)?;
    let told = results.recv_timeout(PATIENCE).with_context(|| {
        format!(
            "Wasm tests: the browser sent nothing in {} s\n help: CHROME names another browser; it must start headless: {} --headless --no-sandbox --dump-dom about:blank",
            PATIENCE.as_secs(),
            chromium.display()
        )
    })?;
    let outcomes: Vec<Outcome> = serde_json::from_str(&told).context("Wasm tests: the page sent something else than outcomes")?;
    let failed: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.error.is_some()).collect();
    for outcome in &failed {
        println!("FAILED {}\n    {}", outcome.name, outcome.error.as_deref().unwrap_or("").replace('\n', "\n    "));
    }
    println!("{} passed, {} failed", outcomes.len() - failed.len(), failed.len());
    if outcomes.is_empty() || !failed.is_empty() {
        bail!("Wasm tests: {} of {} failed\n help: the tests are in tests/wasm", failed.len(), outcomes.len());
    }
    Ok(())
}

/// Serves the page of tests; what it posts comes out of the channel.
fn serve_tests(release: &Path, debug: &Path) -> Result<(String, Receiver<String>)> {
    let (sender, results) = mpsc::channel();
    let routes = Router::new()
        .route("/results", post(async move |body: String| drop(sender.send(body))))
        .nest_service("/release", ServeDir::new(release))
        .nest_service("/debug", ServeDir::new(debug))
        .fallback_service(ServeDir::new(steps::at("tests/wasm")));
    let listener = server::listen(0)?;
    let address = format!("http://{}/", listener.local_addr()?);
    thread::spawn(move || server::serve(listener, routes));
    Ok((address, results))
}

/// A running browser with a profile of its own; both go away with this.
struct Browser {
    child: Child,
    profile: std::path::PathBuf,
}

impl Browser {
    fn start(chromium: &Path, address: &str) -> Result<Self> {
        let profile = env::temp_dir().join(format!("jiyao-test-browser-{}", process::id()));
        fs::create_dir_all(&profile).with_context(|| format!("{} cannot be made", profile.display()))?;
        let child = Command::new(chromium)
            .args([
                "--headless",
                // Our own page from our own machine; the sandbox does not start as root or in many containers.
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-default-browser-check",
                "--no-first-run",
            ])
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg(address)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} cannot be started", chromium.display()))?;
        Ok(Self { child, profile })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        // The browser's own children may still write for a moment; what stays lies in the folder for temporary files.
        for _ in 0..10 {
            if fs::remove_dir_all(&self.profile).is_ok() {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
}
