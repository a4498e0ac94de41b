//! Compares a text with the one a person has proof-read; `UPDATE=1` writes it anew.

use std::path::PathBuf;
use std::{env, fs};

/// Compares with `tests/golden/<name>`.
pub fn same(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, text).unwrap();
        return;
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    if let Some(line) = first_difference(&golden, text) {
        panic!("{name} differs from line {line}; look at the change, then run with UPDATE=1\n{text}");
    }
}

fn first_difference(golden: &str, text: &str) -> Option<usize> {
    let (mut golden, mut text) = (golden.lines(), text.lines());
    for line in 1.. {
        match (golden.next(), text.next()) {
            (None, None) => return None,
            (a, b) if a != b => return Some(line),
            _ => {}
        }
    }
    None
}
