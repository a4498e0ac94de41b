//! A made-up council's cash books of many years, brought in through the importer, with receipts behind every fifth entry.

use chrono::{Days, NaiveDate};
use paper::wareki;
use serde_json::{Value, json};
use suite::TestDesk;

use super::office::sheet;

/// The last year of the books.
pub const YEAR: i32 = 2025;
const ITEMS: [&str; 8] = [
    "広報紙発行事業",
    "消耗品費",
    "印刷製本費",
    "通信運搬費",
    "会議費",
    "使用料及び賃借料",
    "ふれあい祭り事業",
    "子ども見守り事業",
];
const SHOPS: [&str; 5] = ["(株)見本商店", "見本印刷(有)", "見本電器", "JA見本", "桜町文具店"];
const GRANT: &str = "地域まちづくり交付金";

/// The books of so many years, each with so many entries and receipts.
pub fn kept(program: &str, years: i32, entries: usize, receipts: usize) -> TestDesk {
    let desk = TestDesk::empty(program);
    for year in YEAR - years + 1..=YEAR {
        let head = ["日付", "伝票No", "科目", "摘要", "相手方", "収入金額", "支出金額", "財源", "交付対象", "領収書"];
        let made =
            desk.import("cash-book", &sheet("現金出納帳", &head, (0..entries).map(|n| row(n, entries, year))), year);
        assert_eq!(made["value"]["new"], entries, "{made}");
        let decided =
            json!({ "year": year, "name": GRANT, "amount": "500万", "on": format!("{year}-04-20"), "number": "" });
        desk.call("grants.record_decision", decided);
        keep_receipts(&desk, year, receipts);
        keep_statement(&desk, year, entries / 4);
    }
    desk
}

/// So many lines of the bank, which the secretary has still to put beside the book.
fn keep_statement(desk: &TestDesk, year: i32, lines: usize) {
    let first = NaiveDate::from_ymd_opt(year, 4, 1).unwrap_or_default();
    let line = |n: usize| format!("{},振替 {n},{},\n", first + Days::new((n * 340 / lines) as u64), 100 + n * 7 % 1900);
    let path = desk.folder().join("明細.csv");
    let text: String = (0..lines).map(line).collect();
    std::fs::write(&path, format!("日付,摘要,出金,入金\n{text}")).expect("written");
    let purses = desk.call("accounts.entry_choices", json!({ "year": year }))["purses"].clone();
    let asked = json!({ "purse_id": purses[0]["id"], "file": desk.token(&path), "columns": null, "encoding": null });
    desk.call("bank.keep_statement", asked);
}

/// One line of the book; the first is what the city paid, so that there is always enough.
fn row(n: usize, of: usize, year: i32) -> [String; 10] {
    let first = NaiveDate::from_ymd_opt(year, 4, 1).unwrap_or_default();
    let day = wareki::short(first + Days::new((n * 365 / of) as u64));
    let [item, words, shop] = match n {
        0 => ["市補助金", "交付金の受入", "見本市"].map(str::to_owned),
        n => [ITEMS[n % 8].to_owned(), format!("{}の用品 {n}", ITEMS[n % 8]), SHOPS[n % 5].to_owned()],
    };
    let (income, expense) =
        if n == 0 { ("5000000".to_owned(), String::new()) } else { (String::new(), (100 + n * 7 % 1900).to_string()) };
    let verdict = if n == 0 { "" } else { "対象" };
    let receipt = if n == 0 { "" } else { "有" };
    [
        day,
        (n + 1).to_string(),
        item,
        words,
        shop,
        income,
        expense,
        GRANT.to_owned(),
        verdict.to_owned(),
        receipt.to_owned(),
    ]
}

fn keep_receipts(desk: &TestDesk, year: i32, count: usize) {
    let all = desk.call("accounts.list_entries", json!({ "year": year }))["entries"].clone();
    let expenses = all.as_array().into_iter().flatten().filter(|entry| entry["kind"] == "expense");
    for entry in expenses.take(count) {
        let draft = json!({
            "kind": "receipt", "on": entry["on"], "addressee": "見本地区コミュニティ協議会", "purpose": entry["description"],
            "issuer": entry["counterparty"], "amount": entry["expense_yen"].to_string(), "note": "",
            "parts": [{ "entry_id": entry["id"], "amount": "" }],
        });
        desk.call("accounts.save_receipt", json!({ "year": year, "id": Value::Null, "draft": draft, "token": null }));
    }
}
