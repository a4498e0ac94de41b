//! A cash book in which one sheet tells of several 会計, from a workbook through the door to the papers of each 会計.

use std::path::PathBuf;

use paper::{Block, Cell, Column, Document, Negative, Orientation, Row, Table, Typeface};
use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

const HEAD: [&str; 7] = ["日付", "会計", "科目", "摘要", "収入金額", "支出金額", "差引残高"];

/// 一般会計 and 防災特別会計 in one passbook, with the balance of both together.
const ROWS: [[&str; 7]; 6] = [
    ["R7.4.1", "一般会計", "前年度繰越", "", "100,000", "", "100,000"],
    ["R7.4.1", "防災特別会計", "前年度繰越", "", "30,000", "", "130,000"],
    ["R7.4.5", "一般会計", "会費", "1班", "12,000", "", "142,000"],
    ["R7.4.8", "防災特別会計", "補助金", "備蓄の補助", "50,000", "", "192,000"],
    ["R7.5.2", "一般会計", "消耗品費", "コピー用紙", "", "3,000", "189,000"],
    ["R7.6.9", "防災特別会計", "消耗品費", "乾電池", "", "8,000", "181,000"],
];

/// A workbook with these rows under their headings.
fn workbook(desk: &TestDesk, rows: &[[&str; 7]]) -> PathBuf {
    let table = Table {
        columns: vec![Column { width: 10, ..Column::default() }; HEAD.len()],
        head: vec![Row::head(HEAD)],
        rows: rows
            .iter()
            .map(|row| Row { cells: row.iter().map(|cell| Cell::form(*cell)).collect(), ..Row::default() })
            .collect(),
        ..Table::default()
    };
    let document = Document {
        title: "普通預金出納帳".to_owned(),
        orientation: Orientation::Portrait,
        typeface: Typeface::Gothic,
        negative: Negative::White,
        running_head: None,
        stamp: Vec::new(),
        page_numbers: false,
        blocks: vec![Block::Table(table)],
    };
    let path = desk.folder().join("出納帳.xlsx");
    std::fs::write(&path, sheets::write(&document).expect("a workbook")).expect("written");
    path
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn counts(plan: &Value) -> [i64; 3] {
    ["new", "same", "changed"].map(|name| plan["counts"][name].as_i64().expect("a count"))
}

#[test]
fn a_sheet_of_two_funds_becomes_the_books_of_each() {
    let desk = TestDesk::empty(PROGRAM);
    let (path, before) = (workbook(&desk, &ROWS), desk.state_hash());
    let plan = desk.preview("cash-book", &path, 2025);
    let told = plan["notes"].to_string();
    assert!(told.contains("まだない会計があります：防災特別会計") && told.contains("一般会計"), "{told}");
    assert_eq!((counts(&plan), &plan["issues"]), ([4, 0, 0], &json!([])), "balances of both together are no slip");
    desk.import("cash-book", &path, 2025);
    let facts = desk.facts(2025);
    for (fact, amount) in [("settlement.opening_yen", 100_000), ("settlement.carry_over_yen", 109_000)] {
        assert_eq!(facts[fact], amount, "{fact} of 一般会計");
    }
    let funds = list(&facts["funds.parts"]);
    assert_eq!(funds.len(), 1, "{funds:?}");
    for (column, amount) in
        [("opening_yen", 30_000), ("received_yen", 50_000), ("paid_yen", 8_000), ("closing_yen", 72_000)]
    {
        assert_eq!(funds[0][column], amount, "{column} of {}", funds[0]["fund"]);
    }
    assert_eq!(counts(&desk.preview("cash-book", &path, 2025)), [0, 4, 0], "the same workbook again brings nothing");
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before, "the 会計, its purse and its items are gone again");
}

#[test]
fn a_fund_that_is_there_is_found_by_the_short_name_of_the_sheet() {
    let desk = TestDesk::empty(PROGRAM);
    let fund = json!({ "id": null, "name": "防災特別会計", "kind": "special", "purpose": "", "target": "", "until_year": null, "is_closed": false });
    desk.call("accounts.save_fund", fund);
    let rows: Vec<[&str; 7]> =
        ROWS.iter().map(|row| row.map(|cell| if cell == "防災特別会計" { "防災" } else { cell })).collect();
    let path = workbook(&desk, &rows);
    let plan = desk.preview("cash-book", &path, 2025);
    assert!(!plan["notes"].to_string().contains("まだない会計"), "{}", plan["notes"]);
    desk.import("cash-book", &path, 2025);
    let funds = desk.facts(2025)["funds.parts"].clone();
    let shown: Vec<&Value> = list(&funds).iter().map(|fund| &fund["closing_yen"]).collect();
    assert_eq!(shown, [&json!(72_000)], "no second 会計 was made: {funds}");
}
