//! Opens the window; without a display, makes the sample council's papers and says where they are.

use std::path::Path;
use std::process::{Command, ExitCode};
use std::{fs, io};

use crate::program::{CORE, EVERYTHING, built, command, top};
use crate::tally::{Tally, log_of};
use crate::{debian, npm};

/// The sample council's year, and the phrase that its office file is locked with.
const YEAR: &str = "2025";
const PASSPHRASE: &str = "mihon no jimukyoku";

pub fn app() -> ExitCode {
    match if has_display() { open_window() } else { make_papers() } {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Windows and macOS always have one.
fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

fn open_window() -> Result<(), String> {
    let log = log_of("set up");
    let mut tally = Tally::default();
    let ready = tally
        .step("set up: Debian packages", || debian::install(&[debian::CORE, debian::WINDOW].concat(), &log))
        && tally.step("set up: page", || npm::install("ui", &log))
        && tally.program("build the page", command("ui", "npm run build"))
        && tally.program("build the window", command(".", &format!("cargo build {EVERYTHING}")));
    if !ready {
        return Err("The window could not be built.".to_owned());
    }
    let ended = Command::new(built("machi-no-jimukyoku")).status().map_err(|why| why.to_string())?;
    if ended.success() { Ok(()) } else { Err(format!("The window ended with {ended}.")) }
}

fn make_papers() -> Result<(), String> {
    let log = log_of("set up");
    let mut tally = Tally::default();
    let ready = tally.step("set up: Debian packages", || debian::install(debian::CORE, &log))
        && tally.program("build the command line", command(".", &format!("cargo build {CORE}")));
    if !ready {
        return Err("The command line could not be built.".to_owned());
    }
    let folder = top().join("target").join(format!("sample-{YEAR}"));
    let files = papers(&folder).map_err(|why| format!("The sample's papers could not be made.\n{why}"))?;
    println!("There is no display, so the sample council's papers were made instead of opening the window:\n{files}");
    Ok(())
}

/// A fresh sample office, then each form of its year in every way it can be had.
fn papers(folder: &Path) -> Result<String, String> {
    let office = folder.join("sample.office");
    fresh(folder).map_err(|why| why.to_string())?;
    jimukyoku(&office, &["sample", "--out", &office.to_string_lossy()])?;
    let listed = jimukyoku(&office, &["forms", "--year", YEAR, "--json"])?;
    for Form { id, outputs } in listed.split('{').filter_map(Form::in_json) {
        if outputs.contains("\"pdf\"") {
            jimukyoku(&office, &["report", id, "--year", YEAR, "--out", &folder.to_string_lossy()])?;
        }
        if outputs.contains("\"stamp\"") {
            let workbook = folder.join(id).with_extension("xlsx");
            jimukyoku(&office, &["stamp", id, "--year", YEAR, "--out", &workbook.to_string_lossy()])?;
        }
    }
    listing(folder).map_err(|why| why.to_string())
}

fn fresh(folder: &Path) -> io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)
}

fn listing(folder: &Path) -> io::Result<String> {
    let mut files: Vec<String> =
        fs::read_dir(folder)?.flatten().map(|entry| format!("  {}", entry.path().display())).collect();
    files.sort();
    Ok(files.join("\n"))
}

/// Runs a verb on the office; its answer, or what it said against it.
fn jimukyoku(office: &Path, words: &[&str]) -> Result<String, String> {
    let said = Command::new(built("jimukyoku"))
        .arg("--office")
        .arg(office)
        .args(words)
        .env("JIMUKYOKU_PASSPHRASE", PASSPHRASE)
        .output()
        .map_err(|why| why.to_string())?;
    if said.status.success() {
        return Ok(String::from_utf8_lossy(&said.stdout).into_owned());
    }
    Err(format!("jimukyoku {}: {}", words.join(" "), String::from_utf8_lossy(&said.stderr)))
}

/// One form as the command line lists it.
struct Form<'a> {
    id: &'a str,
    outputs: &'a str,
}

impl<'a> Form<'a> {
    /// What is needed of one flat object of the answer, read without a JSON library.
    fn in_json(object: &'a str) -> Option<Self> {
        let after = |key: &str| object.split_once(&format!("\"{key}\":")).map(|(_, rest)| rest.trim_start());
        Some(Form { id: after("id")?.split('"').nth(1)?, outputs: after("outputs")?.split(']').next()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_are_read_from_the_command_lines_answer() {
        let answer = r#"{"forms":[{"id":"a-b","title":"様式","outputs":["pdf","xlsx"]},
            {"outputs": ["stamp"], "title": "市", "id": "c"}]}"#;
        let forms: Vec<_> = answer.split('{').filter_map(Form::in_json).map(|it| (it.id, it.outputs)).collect();
        assert_eq!(forms, [("a-b", r#"["pdf","xlsx""#), ("c", r#"["stamp""#)]);
    }
}
