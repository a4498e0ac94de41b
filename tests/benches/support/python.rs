//! The peers written in Python: a virtual environment beside the build, filled once from `peers/requirements.txt`.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use super::folder;

/// Where the peers' programs lie.
const PEERS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers");

/// The Python that has the peers, or the sentence that says what is missing.
pub fn python() -> Result<String, String> {
    static PYTHON: OnceLock<Result<String, String>> = OnceLock::new();
    PYTHON.get_or_init(|| make(&folder().join("python"))).clone()
}

/// A program of a peer.
pub fn script(name: &str) -> String {
    format!("{PEERS}/{name}")
}

/// What was installed is noted beside it, so that another list is installed anew.
fn make(home: &Path) -> Result<String, String> {
    let (python, list, noted) = (home.join("bin/python"), script("requirements.txt"), home.join("installed.txt"));
    let wanted = std::fs::read_to_string(&list).map_err(|e| e.to_string())?;
    if std::fs::read_to_string(&noted).is_ok_and(|installed| installed == wanted) {
        return Ok(python.display().to_string());
    }
    if !succeeds(Command::new("python3").args(["-m", "venv", "--clear"]).arg(home)) {
        return Err("Python with venv is missing: apt-get install python3-venv".to_owned());
    }
    if !succeeds(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--requirement", &list])) {
        return Err(format!("PyPI could not be reached: {} -m pip install -r {list}", python.display()));
    }
    std::fs::write(noted, wanted).map_err(|e| e.to_string())?;
    Ok(python.display().to_string())
}

fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}
