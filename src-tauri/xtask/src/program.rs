//! Programs started in the clone.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What cargo is told, always one of these two: other packages or features would compile the same crates again.
pub const EVERYTHING: &str = "--locked --workspace --features tauri/custom-protocol";
pub const CORE: &str = "--locked";

/// The top of the clone.
pub fn top() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.ancestors().nth(2).unwrap_or(xtask).to_path_buf()
}

/// Where built programs lie.
pub fn built(name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| top().join("target"), PathBuf::from);
    target.join("debug").join(name).with_extension(std::env::consts::EXE_EXTENSION)
}

/// A program with its words, started in a folder of the clone.
pub fn command(folder: &str, line: &str) -> Command {
    let mut words = line.split_whitespace();
    let mut command = Command::new(executable(words.next().unwrap_or_default()));
    command.args(words).current_dir(top().join(folder)).stdin(Stdio::null());
    command
}

/// On Windows npm is a script, and a script is only found by its full name.
fn executable(name: &str) -> String {
    if cfg!(windows) && name == "npm" { "npm.cmd".to_owned() } else { name.to_owned() }
}

/// Runs it with all that it says in `log`: a file, because a pipe would wait for stray grandchildren.
pub fn run_into(log: &Path, command: &mut Command) -> Result<(), String> {
    let ended = open(log).and_then(|(out, err)| command.stdout(out).stderr(err).status());
    match ended {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{}\n{status}", last_lines(&fs::read_to_string(log).unwrap_or_default(), 300))),
        Err(why) => Err(format!("{}: {why}", command.get_program().display())),
    }
}

fn open(log: &Path) -> io::Result<(File, File)> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder)?;
    }
    let file = File::create(log)?;
    Ok((file.try_clone()?, file))
}

fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_holds_the_workspace() {
        assert!(top().join("Cargo.lock").exists());
    }

    #[test]
    fn a_failure_shows_the_end_of_what_was_said() {
        assert_eq!(last_lines("a\nb\nc", 2), "b\nc");
        assert_eq!(last_lines("a", 2), "a");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let log = std::env::temp_dir().join(format!("xtask-{}.log", std::process::id()));
        let why = run_into(&log, &mut command(".", "no-such-program")).unwrap_err();
        fs::remove_file(log).unwrap();
        assert!(why.starts_with("no-such-program: "), "{why}");
    }
}
