//! A roster of 100,000 people and nine columns read from .xlsx, through the reading process, to a plan of what it
//! would do, beside openpyxl only reading the cells.

mod support;

use std::process::ExitCode;

use office::FiscalYear;
use office::intake::mapping::{Hints, Remembered};
use office::roster::import::{Stored, plan};
use paper::{Cell, Role, Row, Value};
use support::people::{Person, TOWNS, people, table};
use support::python::{python, script};
use support::race::{aim_times, peer, product, race, times};
use support::{file, folder};

const PEOPLE: usize = 100_000;
const HEAD: [&str; 9] = ["番号", "氏名", "フリガナ", "郵便番号", "住所", "電話番号", "所属", "生年月日", "携帯"];

fn main() -> ExitCode {
    support::run(&[("read", read), ("plan", to_plan)], compare)
}

fn make() {
    let rows = people(PEOPLE).enumerate().map(|(n, person)| row(n, person)).collect();
    let workbook = sheets::write(&table("名簿", &HEAD, &[14; 9], rows)).expect("a roster can be written");
    std::fs::write(folder().join("people.xlsx"), workbook).expect("the folder is there");
}

/// A number, six texts, a day and a text.
fn row(n: usize, p: Person) -> Row {
    let number = Cell { value: Value::Count(n as i64 + 1), ..Cell::default() };
    let association = format!("{}{}丁目自治会", TOWNS[n % 9], n % 7 + 1);
    let words = [p.name, p.kana, p.postal, p.address, p.phone, association].map(Cell::form);
    let last = [Cell { value: Value::Date(p.born), ..Cell::default() }, Cell::form(p.mobile)];
    Row { role: Role::Item, cells: std::iter::once(number).chain(words).chain(last).collect() }
}

fn book() -> paper::RawBook {
    let program = std::env::current_exe().expect("this program");
    sheets::read_in_worker(&program, &folder().join("people.xlsx"), None).expect("our own workbook can be read")
}

fn read() {
    let rows = &book().sheets[0].rows;
    assert!(rows[rows.len() - PEOPLE..].iter().all(|row| row.cells.len() == HEAD.len()), "every cell is read");
}

fn to_plan() {
    let hints = Hints { chosen: &[], remembered: &Remembered::new() };
    let plan = plan(&book(), &Stored::default(), &hints, FiscalYear(2025)).expect("a roster is understood");
    assert_eq!(plan.rows.len(), PEOPLE, "every row is a person of its own");
}

fn compare() {
    make();
    let cells = (PEOPLE * HEAD.len()).to_string();
    let (reader, book) = (script("openpyxl_read.py"), file("people.xlsx"));
    let openpyxl = |name, way| peer(name, python(), &[&reader, &book, &cells, way]);
    let to_plan = product("plan").named("まちの事務局, to a plan");
    let only_read = product("read").named("まちの事務局, only reading");
    let costs = race(
        "Import: 100,000 people × 9 columns",
        &[
            to_plan,
            only_read,
            openpyxl("openpyxl, only reading", "usual"),
            openpyxl("openpyxl, only reading in read-only mode", "read-only"),
        ],
    );
    aim_times("openpyxl", times(costs[0], costs[2]), 10.0);
    aim_times("openpyxl, read-only mode", times(costs[0], costs[3]), 10.0);
}
