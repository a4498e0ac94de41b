//! まちの事務局 — the window. The same program, started with `read-worker`, reads one file of a stranger's and ends.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod alone;
mod dialogs;
mod shell;
mod system;
mod window;

fn main() -> std::process::ExitCode {
    let words: Vec<_> = std::env::args_os().skip(1).collect();
    match words.as_slice() {
        [verb, words @ ..] if verb == "read-worker" => api::read_worker(words),
        _ => shell::run(),
    }
}
