//! QR codes on paper, read by a program that is not ours, as a telephone would.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// Points an inch at which a telephone sees a page, held further off and nearer: among many codes at once a reader misses some.
const POINTS: [&str; 2] = ["150", "300"];

/// The words of every code on the pages of a PDF, from one of them on, as a printer would put them on paper.
///
/// # Panics
///
/// When `pdftoppm` or `zbarimg` is not there; `cargo verify` installs both.
#[must_use]
pub fn codes(pdf: &Path, from: usize) -> BTreeSet<String> {
    let folder = tempfile::tempdir().expect("a folder");
    for points in POINTS {
        let place = folder.path().join(points);
        let made = Command::new("pdftoppm")
            .args(["-gray", "-png", "-r", points, "-f", &from.to_string()])
            .arg(pdf)
            .arg(place)
            .status();
        let made = made.expect("pdftoppm of Debian's poppler-utils is installed by `cargo verify`");
        assert!(made.success(), "{}", pdf.display());
    }
    read(folder.path())
}

/// The words of every code in a picture.
///
/// # Panics
///
/// When `zbarimg` is not there; `cargo verify` installs it.
#[must_use]
pub fn codes_of(picture: &[u8]) -> BTreeSet<String> {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("picture"), picture).expect("it is written");
    read(folder.path())
}

fn read(folder: &Path) -> BTreeSet<String> {
    let pictures = std::fs::read_dir(folder).expect("a folder").map(|one| one.expect("a picture").path());
    let read = Command::new("zbarimg").args(["--quiet", "--raw", "--nodbus"]).args(pictures).output();
    let words = read.expect("zbarimg of Debian's zbar-tools is installed by `cargo verify`").stdout;
    String::from_utf8(words).expect("UTF-8").lines().map(str::to_owned).collect()
}
