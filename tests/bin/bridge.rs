//! The desk behind HTTP, for tests and development only: it asks nobody who they are, so it listens on this
//! machine alone and is part of no bundle.
//!
//! `POST /call/NAME` with JSON answers JSON (status 422 with the refusal); `POST /upload` with a file's bytes
//! and its encoded name in `x-file-name` answers its token; `GET /download/TOKEN` gives a file the desk has handed out; every other path is the page.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod http;

use std::fs;
use std::io;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use api::{Desk, Origin, Token, WireError};
use serde::Serialize;

use http::{Request, Response, decoded};

fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().skip(1).collect();
    match words.as_slice() {
        [verb, words @ ..] if verb == "read-worker" => api::read_worker(words),
        _ => {
            let desk = Desk::from_env().expect("the data folder can be made");
            serve(desk).map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS)
        }
    }
}

/// Says its address in one line, then answers each connection with one thread.
fn serve(desk: Desk) -> io::Result<()> {
    let port = std::env::var("JIMUKYOKU_BRIDGE_PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(0);
    let listener = TcpListener::bind(("127.0.0.1", port))?;
    println!("http://{}", listener.local_addr()?);
    let (desk, policy) = (Arc::new(desk), Arc::new(policy()));
    for stream in listener.incoming().flatten() {
        let (desk, policy) = (Arc::clone(&desk), Arc::clone(&policy));
        // A browser that hangs up in the middle is no failure of ours.
        thread::spawn(move || {
            Request::read(&stream).and_then(|request| respond(&desk, &request).send(&policy, &stream))
        });
    }
    Ok(())
}

fn respond(desk: &Desk, request: &Request) -> Response {
    if let Some(name) = request.below("POST", "/call/") {
        let args = serde_json::from_slice(&request.body).unwrap_or_default();
        text(api::answer(desk, Origin::Browser, &name, args))
    } else if request.below("POST", "/upload").is_some() {
        json(upload(desk, &decoded(request.header("x-file-name")), &request.body).map_err(WireError::from))
    } else if let Some(token) = request.below("GET", "/download/") {
        desk.file_of(&token).map_or_else(not_there, |path| file(&path))
    } else {
        page(&request.path)
    }
}

fn json(answer: Result<impl Serialize, WireError>) -> Response {
    text(answer.map(|value| serde_json::to_string(&value).unwrap_or_default()))
}

fn text(answer: Result<String, WireError>) -> Response {
    let (status, body) = match answer {
        Ok(json) => ("200 OK", json.into_bytes()),
        Err(refusal) => ("422 Unprocessable Content", serde_json::to_vec(&refusal).unwrap_or_default()),
    };
    Response { status, kind: "application/json", body }
}

/// Keeps the bytes under the name the user knows the file by, in a folder of its own.
fn upload(desk: &Desk, name: &str, bytes: &[u8]) -> api::Result<Token> {
    let file = tempfile::tempdir()?.keep().join(Path::new(name).file_name().unwrap_or("file".as_ref()));
    fs::write(&file, bytes)?;
    desk.offer_file(file)
}

fn page(path: &str) -> Response {
    let dist = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/dist"));
    let asked = dist.join(decoded(path).split('?').next().unwrap_or_default().trim_start_matches('/'));
    let inside = asked.is_file() && !path.contains("..");
    file(&if inside { asked } else { dist.join("index.html") })
}

fn file(path: &Path) -> Response {
    let kind = match path.extension().and_then(|it| it.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("ttf") => "font/ttf",
        Some("pdf") => "application/pdf",
        _ => "application/octet-stream",
    };
    fs::read(path).map_or_else(|_| not_there(), |body| Response { status: "200 OK", kind, body })
}

fn not_there() -> Response {
    Response { status: "404 Not Found", kind: "text/plain", body: Vec::new() }
}

/// The window's own content policy, so that a page that breaks it is met here already.
fn policy() -> String {
    let settings: serde_json::Value =
        serde_json::from_str(include_str!("../../src-tauri/tauri.conf.json")).expect("the window's settings are JSON");
    let policy = settings["app"]["security"]["csp"].as_str().expect("the window has a content policy");
    policy.replace("ipc: http://ipc.localhost", "'self'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_may_talk_to_this_machine_alone() {
        assert!(policy().contains("connect-src 'self';"));
    }
}
