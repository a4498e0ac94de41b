//! Whole papers through the PDF and back through pdftotext. The files stay under `target/tmp` to be looked at.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod papers;

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use paper::Document;
use pdf::Fonts;

fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| Fonts::embedded().unwrap())
}

/// Prints a document and gives back the path.
fn print(name: &str, document: &Document) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("pdf");
    std::fs::write(&path, pdf::pdf(document, fonts()).unwrap()).unwrap();
    path
}

fn tool(name: &str, args: &[&str]) -> String {
    let output = Command::new(name).args(args).output().unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The words of a printed document.
fn words(name: &str, document: &Document) -> String {
    tool("pdftotext", &["-layout", print(name, document).to_str().unwrap(), "-"])
}

#[test]
fn every_paper_prints() {
    for (name, document) in [
        ("report", papers::report()),
        ("statement", papers::statement()),
        ("enrolment", papers::enrolment()),
        ("roster", papers::roster(200)),
    ] {
        let text = words(name, &document);
        assert!(text.contains("令和７年度") || text.contains("会員名簿"), "{name}: {text}");
    }
}
