//! A static server on this machine alone.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context as _, Result};
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::middleware::map_response;
use axum::response::Response;

/// The first free port from `port` on (20 are tried); 0 means any.
pub fn listen(port: u16) -> Result<TcpListener> {
    let last = port.saturating_add(if port == 0 { 0 } else { 20 });
    (port..=last)
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .with_context(|| format!("no port from {port} to {last} is free\n help: name another with --port"))
}

/// Answers until the program ends.
pub fn serve(listener: TcpListener, routes: Router) -> Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, routes.layer(map_response(never_stored))).await.context("the server broke off")
    })
}

/// Builds follow one another under one address, so nothing may be kept.
async fn never_stored(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
