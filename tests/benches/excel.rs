//! A roster of 10,000 people and seven columns as a workbook, beside openpyxl.

mod support;

use std::process::ExitCode;

use support::{folder, job, peer, peer_script, python, report, roster};

const PEOPLE: usize = 10_000;

fn main() -> ExitCode {
    support::run(&[("write", write)], compare)
}

fn write() {
    let workbook = sheets::write(&roster(PEOPLE)).expect("a roster can be written");
    std::fs::write(folder().join("roster.xlsx"), workbook).expect("the folder is there");
}

fn compare() {
    let out = folder().join("peer.xlsx").display().to_string();
    let openpyxl = python(&["openpyxl"])
        .and_then(|python| peer(&python, &[&peer_script("openpyxl_write.py"), &PEOPLE.to_string(), &out]));
    report("Excel: 10,000 people × 7 columns, ruled", job("write"), &[("openpyxl", openpyxl)]);
    println!("  file: {} KB", std::fs::metadata(folder().join("roster.xlsx")).map_or(0, |file| file.len() / 1024));
}
