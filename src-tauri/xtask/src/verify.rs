//! Every check, cheap ones first.

use std::process::ExitCode;

use crate::program::{CORE, EVERYTHING, command};
use crate::tally::{Tally, log_of};
use crate::{debian, npm};

#[derive(Clone, Copy, PartialEq)]
pub enum Extent {
    Everything,
    Fast,
}

const PAGE: &str = "ui";
const SCREENS: &str = "tests/e2e";

pub fn verify(extent: Extent) -> ExitCode {
    let mut tally = Tally::default();
    if set_up(&mut tally, extent) {
        page(&mut tally);
        rust(&mut tally, extent);
        if extent == Extent::Everything {
            screens(&mut tally);
        }
    }
    tally.close()
}

/// Without what they need the checks would only fail one after the other.
fn set_up(tally: &mut Tally, extent: Extent) -> bool {
    let everything = extent == Extent::Everything;
    let packages = match extent {
        Extent::Everything => [debian::CORE, debian::PAPERS, debian::WINDOW, debian::SCREENS].concat(),
        Extent::Fast => [debian::CORE, debian::PAPERS].concat(),
    };
    let log = log_of("set up");
    tally.program("format", command(".", "cargo fmt --all --check"));
    tally.step("set up: Debian packages", || debian::install(&packages, &log))
        && tally.step("set up: page", || npm::install(PAGE, &log))
        && (!everything || tally.step("set up: browser tests", || npm::install(SCREENS, &log)))
}

fn page(tally: &mut Tally) {
    for (name, script) in [("lint", "lint"), ("types", "check"), ("unit tests", "test"), ("build", "build")] {
        tally.program(&format!("page: {name}"), command(PAGE, &format!("npm run {script}")));
    }
}

fn rust(tally: &mut Tally, extent: Extent) {
    let which = if extent == Extent::Everything { EVERYTHING } else { CORE };
    tally.program("clippy", command(".", &format!("cargo clippy {which} --all-targets -- -D warnings")));
    tally.program("tests", command(".", &format!("cargo test {which}")));
}

fn screens(tally: &mut Tally) {
    let built = tally.program("build the window", command(".", &format!("cargo build {EVERYTHING}")));
    if built {
        tally.program("screens: types", command(SCREENS, "npm run check"));
        tally.program("screens: in Chromium", command(SCREENS, "npm run browser"));
        tally.program("screens: in the window", command(SCREENS, "npm run window"));
    }
}
