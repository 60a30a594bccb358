//! `cargo xtask serve`: everything built, and the page on this machine.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{self, Next};
use axum::response::Response;
use tower_http::services::ServeDir;

use crate::headers::Headers;
use crate::{build, server, steps};

/// Build everything and serve the page on this machine
#[derive(clap::Args)]
pub struct Args {
    /// The port; when it is taken, the next free one
    #[arg(long, default_value_t = 4173)]
    port: u16,
    /// Open the page in the browser
    #[arg(long, overrides_with = "no_open")]
    open: bool,
    /// Do not open the page in the browser (this is the default)
    #[arg(long)]
    no_open: bool,
    /// Compile the module fast and do not optimise it
    #[arg(long)]
    debug: bool,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<()> {
    build::everything(args.debug)?;
    let folder = steps::at("www/dist");
    if !folder.join("index.html").is_file() {
        bail!(
            "there is no page to serve: www/dist/index.html is missing\n help: cargo xtask build must build the page, not only the module"
        );
    }
    let listener = server::listen(args.port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    if listener.local_addr()?.port() != args.port && args.port != 0 {
        println!("Port {} is taken.", args.port);
    }
    println!("\nJiyao is at {address} (Ctrl-C ends it).");
    if args.open && !args.no_open {
        open(&address);
    }
    server::serve(listener, routes(&folder)?)
}

/// The files of the folder, with the headers that the build asks for.
fn routes(folder: &Path) -> Result<Router> {
    let text = fs::read_to_string(folder.join("_headers")).context("www/dist/_headers cannot be read")?;
    let headers = Headers::parse(&text).context("www/dist/_headers is not as expected")?;
    Ok(Router::new().fallback_service(ServeDir::new(folder)).layer(middleware::from_fn_with_state(Arc::new(headers), with_headers)))
}

async fn with_headers(State(headers): State<Arc<Headers>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    response.headers_mut().extend(headers.of(&path).map(|(name, value)| (name.clone(), value.clone())));
    response
}

/// Asks the system to show the address. When it cannot, the printed address is enough.
fn open(address: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let _ = Command::new(program).arg(address).spawn();
}
