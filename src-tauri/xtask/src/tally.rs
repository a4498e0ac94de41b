//! Steps, each with its name, its time and its outcome, and one closing line.

use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Instant;

use crate::program;

#[derive(Default)]
pub struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    /// Runs one step quietly; its output is shown when it fails. Answers whether it passed.
    pub fn step(&mut self, name: &str, run: impl FnOnce() -> Result<(), String>) -> bool {
        let start = Instant::now();
        let outcome = run();
        let seconds = start.elapsed().as_secs_f32();
        match &outcome {
            Ok(()) => self.passed += 1,
            Err(said) => {
                self.failed += 1;
                println!("{said}");
            }
        }
        println!("{} {seconds:7.1} s  {name}", if outcome.is_ok() { "ok    " } else { "FAILED" });
        outcome.is_ok()
    }

    /// One step that is one program; what it says is kept in a log of that name.
    pub fn program(&mut self, name: &str, mut command: Command) -> bool {
        let log = log_of(name);
        self.step(name, || program::run_into(&log, &mut command))
    }

    pub fn close(self) -> ExitCode {
        println!("{}", self.closing_line());
        if self.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn closing_line(&self) -> String {
        format!("{} passed, {} failed", self.passed, self.failed)
    }
}

/// Where the output of a step is kept.
pub fn log_of(name: &str) -> PathBuf {
    program::top().join("target/log").join(name.replace(|c: char| !c.is_alphanumeric(), "-")).with_extension("log")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_counts_steps() {
        let mut tally = Tally::default();
        assert!(tally.step("good", || Ok(())));
        assert!(!tally.step("bad", || Err("why".to_owned())));
        assert!(tally.step("good", || Ok(())));
        assert_eq!(tally.closing_line(), "2 passed, 1 failed");
    }
}
