//! `cargo app` opens the product, `cargo verify` checks it. Both first install what the machine lacks.
//! Only the standard library is used, so that it builds before anything else is there.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod app;
mod debian;
mod npm;
mod program;
mod tally;
mod verify;

use std::process::ExitCode;

const USAGE: &str = "cargo app               open the window (without a display: make the sample's papers)
cargo verify            install what is missing and run every check
cargo verify --fast     the same without the shell and the browsers";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["app"] => app::app(),
        ["verify"] => verify::verify(verify::Extent::Everything),
        ["verify", "--fast"] => verify::verify(verify::Extent::Fast),
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}
