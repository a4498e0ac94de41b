//! Every code and every operation has its sentence, and no sentence is left over.

use std::collections::BTreeSet;
use std::path::Path;

/// Rust sources of the product.
fn sources(folder: &Path, all: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() && path.file_name().is_some_and(|n| n != "target" && n != "node_modules") {
            sources(&path, all);
        } else if path.extension().is_some_and(|e| e == "rs" || e == "toml") {
            all.push(std::fs::read_to_string(&path).expect("text"));
        }
    }
}

fn keys(file: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/words").join(file);
    let text = std::fs::read_to_string(path).expect("the words");
    text.lines().filter_map(|l| l.strip_prefix("[\"")?.strip_suffix("\"]").map(str::to_owned)).collect()
}

/// Literals that look like `area.what` right behind one of these.
const BEHIND: [&str; 6] = ["refused(", "Issue::at(", "doubt(", "unread(", "Notice::new(", "note("];

fn codes(text: &str, areas: &BTreeSet<&str>) -> BTreeSet<String> {
    let literal = |rest: &str| {
        let code = rest.split('"').nth(1)?;
        let (area, what) = code.split_once('.')?;
        let is_word =
            |w: &str| !w.is_empty() && w.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        (areas.contains(area) && is_word(what)).then(|| code.to_owned())
    };
    BEHIND
        .iter()
        .flat_map(|call| text.split(call).skip(1))
        .filter_map(|rest| literal(&rest[..rest.floor_char_boundary(400)]))
        .collect()
}

#[test]
fn every_code_has_its_sentence() {
    let told = keys("errors.toml");
    let areas: BTreeSet<&str> = told.iter().filter_map(|key| key.split('.').next()).collect();
    let mut all = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri"), &mut all);
    let used: BTreeSet<String> =
        all.iter().flat_map(|text| codes(text, &areas)).filter(|c| !c.starts_with("reports.write")).collect();
    let silent: Vec<&String> = used.difference(&told).filter(|c| !keys("operations.toml").contains(*c)).collect();
    assert!(silent.is_empty(), "codes without a sentence: {silent:?}");
    let mentioned = |key: &String| all.iter().any(|text| text.contains(&format!("\"{key}\"")));
    let unused: Vec<&String> = told.iter().filter(|key| !mentioned(key)).collect();
    assert!(unused.is_empty(), "sentences that nobody says: {unused:?}");
}

#[test]
fn every_operation_has_its_sentence() {
    let mut all = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri"), &mut all);
    let unused: Vec<String> = keys("operations.toml")
        .into_iter()
        .filter(|key| !all.iter().any(|t| t.contains(&format!("\"{key}\""))))
        .collect();
    assert!(unused.is_empty(), "operations that nobody does: {unused:?}");
}
