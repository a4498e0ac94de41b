//! R11, R15, R16, D11, D12: any list, its files, the record of what left the office, and mail from one list.

mod any;
mod copies;
mod died;
mod mail;
mod orders;

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};
use suite::TestDesk;

const YEAR: i32 = 2025;

pub(crate) fn choice(title: &str, columns: &[&str], group: Option<&str>) -> Value {
    json!({
        "source": "people", "title": title, "columns": columns, "order": "reading", "group": group,
        "filter": { "bodies": [], "roles": [], "words": "" }, "orientation": "portrait",
    })
}

fn labels(stationery: &str, is_joined: bool) -> Value {
    json!({
        "stationery": stationery, "first": 0, "honorific": "様", "numerals": "kanji", "is_joined": is_joined,
        "with_office": false, "shift": [0, 0],
    })
}

fn output(desk: &TestDesk, what: Value, format: &str, copies: Value) -> Value {
    desk.call(
        "lists.output",
        json!({ "year": YEAR, "what": what, "format": format, "copies": copies, "substitutes": [], "folder": null }),
    )
}

fn paths(desk: &TestDesk, made: &Value) -> Vec<PathBuf> {
    made["value"]["files"].as_array().expect("files").iter().map(|file| desk.path(&file["token"])).collect()
}

/// The words of each page of a PDF.
fn pages(path: &PathBuf) -> Vec<String> {
    let out = Command::new("pdftotext").arg("-layout").arg(path).arg("-").output().expect("pdftotext");
    let text = String::from_utf8(out.stdout).expect("text");
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}
