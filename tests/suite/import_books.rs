//! Budgets, cash books and activities as other councils keep them, through the door.

use std::path::PathBuf;

use serde_json::{Value, json};
use suite::TestDesk;

use crate::{PROGRAM, sample_file};

/// A text file in the desk's folder, in the encoding of an old Excel.
fn file(desk: &TestDesk, name: &str, text: &str) -> PathBuf {
    let path = desk.folder().join(name);
    let (bytes, _, had_errors) = encoding_rs::SHIFT_JIS.encode(text);
    assert!(!had_errors, "the text is plain");
    std::fs::write(&path, bytes).expect("written");
    path
}

const BUDGET: &str = "令和7年度　収支予算書,,,,（単位：円）
収入の部,,支出の部,,
科目,予算額,科目,予算額,備考
会費,\"186,000\",会議費,\"60,000\",
前年度繰越金,\"14,000\",事務費,\"90,000\",用紙
,,予備費,\"50,000\",
合計,\"200,000\",合計,\"200,000\",
";

const BOOK: &str = "令和７年度　会計簿,,,,,,
月,日,区分,項目,内容,現金,通帳
4,1,収入,前年度繰越金,,\"4,000\",\"10,000\"
,5,収入,会費,1班,\"6,000\",
,6,支出,会議費,お茶,500,
,7,支出,事務,用紙,,\"2,000\"
1,20,支出,会議費,新年会 会場,,\"3,000\"
";

fn counts(counts: &Value) -> [i64; 3] {
    ["new", "same", "changed"].map(|name| counts[name].as_i64().expect("a count"))
}

#[test]
fn a_budget_with_two_tables_and_a_book_with_a_column_per_purse() {
    let desk = TestDesk::empty(PROGRAM);
    let (budget, book) = (file(&desk, "予算.csv", BUDGET), file(&desk, "会計簿.csv", BOOK));
    assert_eq!(counts(&desk.import("budget", &budget, 2025)["value"]), [5, 0, 0]);
    assert_eq!(counts(&desk.import("cash-book", &book, 2025)["value"]), [4, 0, 0]);
    let facts = desk.facts(2025);
    for (fact, amount) in [
        ("settlement.opening_yen", 14_000),
        ("settlement.income_yen", 6_000),
        ("settlement.expense_yen", 5_500),
        ("settlement.carry_over_yen", 14_500),
    ] {
        assert_eq!(facts[fact], amount, "{fact}");
    }
    let settled: Vec<_> = facts["settlement.expense"].as_array().expect("lines").iter().collect();
    let shown = settled.iter().map(|line| ["item", "budget_yen", "settled_yen"].map(|name| line[name].clone()));
    let expected = [json!(["会議費", 60_000, 3_500]), json!(["事務費", 90_000, 2_000]), json!(["予備費", 50_000, 0])];
    assert_eq!(shown.map(|line| json!(line)).collect::<Vec<_>>(), expected, "事務 is 事務費 of the budget");
}

#[test]
fn what_was_taken_back_does_not_come_again() {
    let desk = TestDesk::empty(PROGRAM);
    let book = file(&desk, "会計簿.csv", BOOK);
    desk.import("cash-book", &book, 2025);
    let entries = desk.call("accounts.list_entries", json!({ "year": 2025 }));
    let tea = entries["entries"].as_array().expect("entries").iter().find(|e| e["description"] == "お茶").expect("tea");
    desk.call("accounts.void_entry", json!({ "id": tea["id"], "reason": "二重に記帳した" }));
    let before = desk.state_hash();
    assert_eq!(counts(&desk.import("cash-book", &book, 2025)["value"]), [0, 4, 0]);
    assert_eq!(desk.state_hash(), before);
}

#[test]
fn the_running_balance_of_the_specimen_is_that_of_its_papers() {
    let desk = TestDesk::sample(PROGRAM);
    let entries = desk.call("accounts.list_entries", json!({ "year": 2025 }));
    let of = |words: &str, yen: i64| {
        let own = |e: &&Value| e["description"] == words && e["expense_yen"] == yen;
        entries["entries"].as_array().expect("entries").iter().find(own).expect("the entry")["balance_yen"].clone()
    };
    assert_eq!(of("配布用封筒", 32_101), 447, "before the cash drawn on the same day");
    assert_eq!(of("誘導灯電池", 32_842), 17_605, "after it");
    assert_eq!(of("事務補助員賃金", 67_087), 5_087_232, "of the bank");
}

#[test]
fn files_of_another_kind_are_refused_and_nothing_is_written() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    for (kind, name) in [
        ("cash-book", "名簿.xlsx"),
        ("cash-book", "収支予算書.xlsx"),
        ("cash-book", "事業実績.xlsx"),
        ("budget", "出納帳.xlsx"),
        ("budget", "自治会加入状況.xlsx"),
        ("activities", "名簿.xlsx"),
        ("activities", "出納帳.xlsx"),
    ] {
        let asked = json!({ "kind": kind, "files": [desk.token(&sample_file(name))], "year": 2025, "columns": null, "decisions": [], "unsure": null });
        let refusal = desk.refused("intake.apply", asked);
        assert_eq!(refusal.code, "intake.wrong_kind", "{name} as {kind}: {}", refusal.message);
    }
    assert_eq!(desk.state_hash(), before);
}

#[test]
fn an_import_of_books_is_taken_back_and_done_again() {
    let desk = TestDesk::empty(PROGRAM);
    let empty = desk.state_hash();
    desk.import("cash-book", &file(&desk, "会計簿.csv", BOOK), 2025);
    let full = desk.state_hash();
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), empty);
    desk.call("office.redo", json!({}));
    assert_eq!(desk.state_hash(), full);
}
