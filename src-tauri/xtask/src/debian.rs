//! Debian packages: installed where we may, named with the exact command where we may not.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::program;

/// SQLCipher's OpenSSL is configured by perl; the session feature's bindings are made by libclang.
pub const CORE: &[&str] = &["libclang-dev", "perl", "pkg-config"];
/// The window is WebKitGTK.
pub const WINDOW: &[&str] = &["libwebkit2gtk-4.1-dev"];
/// Papers are read back by programs that are not ours.
pub const PAPERS: &[&str] = &["poppler-utils", "libreoffice-calc-nogui", "fonts-noto-cjk", "zbar-tools"];
/// The page is driven in Chromium and in the real window on a display of its own, in the face that Windows brings along.
pub const SCREENS: &[&str] = &["chromium", "xvfb", "webkit2gtk-driver", "fonts-morisawa-bizud-gothic"];

const APT: &str = "apt-get -o DPkg::Lock::Timeout=300";

/// Installs what is missing of these. A machine without dpkg is left to its owner.
pub fn install(wanted: &[&str], log: &Path) -> Result<(), String> {
    let missing = missing(wanted);
    if missing.is_empty() {
        return Ok(());
    }
    let install = format!("{APT} install -y --no-install-recommends {}", missing.join(" "));
    let Some(right) = right_to_install() else {
        return Err(format!("These packages are missing. Please run once, as root:\n  {APT} update && {install}"));
    };
    run(&format!("{right}{APT} update"), log)?;
    run(&format!("{right}{install}"), log)
}

fn run(line: &str, log: &Path) -> Result<(), String> {
    program::run_into(log, program::command(".", line).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn missing<'a>(wanted: &[&'a str]) -> Vec<&'a str> {
    let asked = Command::new("dpkg-query")
        .args(["-W", "-f=${Package} ${db:Status-Status}\\n"])
        .args(wanted)
        .stderr(Stdio::null())
        .output();
    asked.map_or_else(|_| Vec::new(), |out| not_listed(wanted, &String::from_utf8_lossy(&out.stdout)))
}

fn not_listed<'a>(wanted: &[&'a str], listed: &str) -> Vec<&'a str> {
    let there = |name: &str| listed.lines().any(|line| line == format!("{name} installed"));
    wanted.iter().copied().filter(|name| !there(name)).collect()
}

/// What stands before the command: nothing for root, sudo where it asks no password.
fn right_to_install() -> Option<&'static str> {
    let uid = Command::new("id").arg("-u").output().ok()?;
    if uid.stdout.trim_ascii() == b"0" {
        return Some("");
    }
    let sudo = Command::new("sudo").args(["-n", "true"]).stderr(Stdio::null()).status();
    sudo.is_ok_and(|status| status.success()).then_some("sudo -n DEBIAN_FRONTEND=noninteractive ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_wholly_installed_counts() {
        let listed = "perl installed\nxvfb config-files\nlibperl5.36 installed\n";
        assert_eq!(not_listed(&["perl", "xvfb", "chromium"], listed), ["xvfb", "chromium"]);
    }
}
