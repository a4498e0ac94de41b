//! A roster of 10,000 people and seven columns as a workbook, beside openpyxl writing the same cells with the same look.

mod support;

use std::process::ExitCode;

use support::people::{roster, tsv};
use support::python::{python, script};
use support::race::{aim_times, peer, product, race, times};
use support::{file, folder};

const PEOPLE: usize = 10_000;

fn main() -> ExitCode {
    support::run(&[("write", write)], compare)
}

fn write() {
    let rows = std::fs::read_to_string(folder().join("roster.tsv")).expect("the rows are there");
    let workbook = sheets::write(&roster(&rows)).expect("a roster can be written");
    std::fs::write(folder().join("ours.xlsx"), workbook).expect("the folder is there");
}

fn compare() {
    let (rows, theirs) = (file("roster.tsv"), file("openpyxl.xlsx"));
    std::fs::write(&rows, tsv(PEOPLE)).expect("the folder is there");
    let openpyxl = |name, way| peer(name, python(), &[&script("openpyxl_write.py"), &rows, &theirs, way]);
    let contenders =
        [product("write"), openpyxl("openpyxl", "usual"), openpyxl("openpyxl, write-only mode", "write-only")];
    let costs = race("Excel: 10,000 people × 7 columns, ruled", &contenders);
    aim_times("openpyxl", times(costs[0], costs[1]), 10.0);
    aim_times("openpyxl, write-only mode", times(costs[0], costs[2]), 10.0);
    if costs[2].is_some() {
        assert_eq!(last_rows(&file("ours.xlsx")), last_rows(&theirs), "both wrote the same cells");
        println!("  both workbooks hold the same cells");
    }
}

/// What the rows of people hold, read back.
fn last_rows(path: &str) -> Vec<Vec<paper::RawValue>> {
    let book = sheets::read(path.as_ref()).expect("a workbook");
    let rows = &book.sheets[0].rows;
    let cells = |row: &paper::RawRow| row.cells.iter().map(|cell| cell.value.clone()).collect();
    rows[rows.len() - PEOPLE..].iter().map(cells).collect()
}
