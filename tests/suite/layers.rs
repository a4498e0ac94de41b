//! The layering that the compiler does not see, as assertions on import lines.

use std::path::{Path, PathBuf};

/// Concepts of `office`, left to right: a folder may use what stands to its left, never what stands to its right.
const ORDER: [&str; 14] = [
    "file",
    "intake",
    "roster",
    "enrolment",
    "activities",
    "accounts",
    "grants",
    "equipment",
    "plan",
    "meetings",
    "handover",
    "profile",
    "reporting",
    "lists",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the project").join("src-tauri")
}

/// Every Rust file below a folder with its text.
fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).expect("text");
            all.push((path, text));
        }
    }
    all
}

/// Places where a text outside comments and tests says one of these words.
fn saying<'a>(folder: &Path, words: &'a [&'a str], may: &[&str]) -> Vec<String> {
    let is_free =
        |path: &Path| path.components().any(|c| may.contains(&c.as_os_str().to_string_lossy().trim_end_matches(".rs")));
    let mut found = Vec::new();
    for (path, text) in files(folder).into_iter().filter(|(path, _)| !is_free(path)) {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            if words.iter().any(|word| says(line, word)) {
                found.push(format!("{}: {}", path.display(), line.trim()));
            }
        }
    }
    found
}

/// The word stands there by itself, not as the end of a longer one: `lopdf::` is not `pdf::`.
fn says(line: &str, word: &str) -> bool {
    let inside = |before: &str| before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| !inside(&line[..at]))
}

#[test]
fn concepts_use_only_what_stands_to_their_left() {
    for (i, concept) in ORDER.iter().enumerate() {
        let right: Vec<String> = ORDER[i + 1..].iter().map(|c| format!("crate::{c}")).collect();
        let right: Vec<&str> = right.iter().map(String::as_str).collect();
        let found = saying(&root().join("core/src").join(concept), &right, &["tests"]);
        assert!(found.is_empty(), "{concept} uses a concept to its right: {found:#?}");
    }
}

#[test]
fn rules_do_not_know_the_store() {
    for concept in &ORDER[1..] {
        let found = saying(
            &root().join("core/src").join(concept),
            &["rusqlite", "crate::file::"],
            &["store", "acts", "facts", "apply", "mapping", "gather", "tests", "known", "sketch"],
        );
        assert!(found.is_empty(), "a pure file of {concept} reaches for the store: {found:#?}");
    }
}

#[test]
fn each_library_has_one_home() {
    for (package, foreign) in [
        ("paper/src", &["rusqlite", "printpdf", "calamine", "tauri::", "std::fs"][..]),
        ("core/src", &["printpdf", "calamine", "image::", "lopdf", "tauri::", "sheets::", "pdf::", "pictures::"]),
        ("worker/src", &["rusqlite", "printpdf", "calamine", "tauri::", "office::", "api::", "paper::"]),
        ("sheets/src", &["rusqlite", "printpdf", "tauri::", "office::", "api::"]),
        ("pictures/src", &["rusqlite", "printpdf", "calamine", "tauri::", "office::", "api::", "sheets::", "pdf::"]),
        ("pdf/src", &["rusqlite", "calamine", "tauri::", "office::", "api::"]),
        ("api/src", &["rusqlite", "printpdf", "calamine", "tauri::"]),
        ("cli/src", &["office::", "sheets::", "pdf::", "paper::", "tauri::"]),
        ("src", &["office::", "sheets::", "pdf::", "paper::", "rusqlite"]),
    ] {
        let found = saying(&root().join(package), foreign, &["tests", "golden"]);
        let found: Vec<_> = found.into_iter().filter(|line| !line.contains("reporting")).collect();
        assert!(found.is_empty(), "{package} knows what it must not: {found:#?}");
    }
}

#[test]
fn the_clock_is_read_at_the_rim() {
    let found = saying(&root().join("core/src"), &["SystemTime::now", "Utc::now", "Local::now"], &["tests"]);
    assert!(found.is_empty(), "the core takes the moment as an argument: {found:#?}");
}
