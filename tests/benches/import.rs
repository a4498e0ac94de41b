//! A roster of 100,000 people and nine columns read from .xlsx, through the reading process, to a plan of what it
//! would do, beside openpyxl only reading the cells.

mod support;

use std::process::ExitCode;

use chrono::NaiveDate;
use office::FiscalYear;
use office::intake::mapping::{Hints, Remembered};
use office::roster::import::{Stored, plan};
use paper::{Block, Cell, Column, Value};
use support::{folder, job, peer, peer_script, python, report, roster};

const PEOPLE: usize = 100_000;

fn main() -> ExitCode {
    support::run(&[("make", make), ("read", read), ("plan", to_plan)], compare)
}

/// The file: the roster of the writers' benchmarks with a birthday and a second telephone.
fn make() {
    let mut document = roster(PEOPLE);
    let Some(Block::Table(table)) = document.blocks.last_mut() else { return };
    table.columns.extend([Column { width: 12, ..Column::default() }, Column { width: 14, ..Column::default() }]);
    table.head[0].cells.extend(["生年月日", "携帯"].map(Cell::form));
    for (n, row) in table.rows.iter_mut().enumerate() {
        let born = NaiveDate::from_yo_opt(1930 + n as i32 % 70, n as u32 % 365 + 1).unwrap_or_default();
        let mobile = Cell::form(format!("090-{:04}-{:04}", n / 10_000, n % 10_000));
        row.cells.extend([Cell { value: Value::Date(born), ..Cell::default() }, mobile]);
    }
    let workbook = sheets::write(&document).expect("a roster can be written");
    std::fs::write(folder().join("people.xlsx"), workbook).expect("the folder is there");
}

fn book() -> paper::RawBook {
    let program = std::env::current_exe().expect("this program");
    sheets::read_in_worker(&program, &folder().join("people.xlsx")).expect("our own workbook can be read")
}

fn read() {
    assert_eq!(book().sheets[0].rows.len(), PEOPLE + 2);
}

fn to_plan() {
    let hints = Hints { chosen: &[], remembered: &Remembered::new() };
    let plan = plan(&book(), &Stored::default(), &hints, FiscalYear(2025)).expect("a roster is understood");
    assert_eq!(plan.rows.len(), PEOPLE, "every row is a person of its own");
}

fn compare() {
    make();
    let file = folder().join("people.xlsx").display().to_string();
    let openpyxl = python(&["openpyxl"]).and_then(|python| peer(&python, &[&peer_script("openpyxl_read.py"), &file]));
    let peers = [("openpyxl, only reading", openpyxl)];
    report("Import: 100,000 people × 9 columns, only read", job("read"), &peers);
    report("Import: 100,000 people × 9 columns, to a plan", job("plan"), &peers);
}
