//! What every benchmark shares: a run is a process of its own, its processor time and its peak memory come from the
//! operating system, and the product stands beside its peers in one table of ratios.
//!
//! The benchmark starts itself: once per job of the product, and once around every process that is measured.

#![allow(dead_code, reason = "each benchmark uses its own share")]

pub mod books;
pub mod office;
pub mod people;
pub mod python;
pub mod race;
pub mod watch;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

/// Says that this process is only there to measure the command that follows.
const MEASURE: &str = "--measure";

/// Says that this process is one job of the product; its name follows.
const JOB: &str = "--job";

/// A piece of the product's work, by name.
pub type Job = (&'static str, fn());

/// The benchmark's `main`: a job, a measurement, the reading process of the product, or the comparison itself.
pub fn run(jobs: &[Job], compare: fn()) -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some(MEASURE) => return race::measure(&arguments[1..]),
        Some(sheets::ARGUMENT) => {
            return api::read_worker(&arguments[1..].iter().map(Into::into).collect::<Vec<_>>());
        }
        Some(JOB) => jobs.iter().filter(|(name, _)| *name == arguments[1]).for_each(|(_, job)| job()),
        _ => compare(),
    }
    if HAS_MISSED.load(Ordering::Relaxed) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// This program, which is also the product's reading process.
pub fn program() -> String {
    std::env::current_exe().expect("this program").display().to_string()
}

/// Where benchmarks put what they make: beside the build.
pub fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("benches");
    std::fs::create_dir_all(&folder).expect("a folder beside the build");
    folder
}

/// A file in that folder, as an argument of a program.
pub fn file(name: &str) -> String {
    folder().join(name).display().to_string()
}

/// True once an aim was missed.
static HAS_MISSED: AtomicBool = AtomicBool::new(false);

/// A measured figure beside its aim. A missed aim is said, and the run fails at its end.
pub fn aim(what: &str, measured: &str, aim: &str, is_met: bool) {
    HAS_MISSED.fetch_or(!is_met, Ordering::Relaxed);
    println!("  {what}: {measured}, aim {aim}: {}", if is_met { "met" } else { "MISSED" });
}
