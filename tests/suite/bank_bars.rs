//! 銀行の明細: K04, and its part of K05. Every statement here is invented.

use std::path::PathBuf;

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

/// A line of an invented statement: day, what it adds, words.
pub(crate) type Line = (String, i64, &'static str);

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

pub(crate) fn line(day: &str, amount: i64, words: &'static str) -> Line {
    (day.to_owned(), amount, words)
}

/// As ゆうちょ銀行 writes it, from the oldest to the newest.
pub(crate) fn post(opening: i64, lines: &[Line]) -> String {
    let mut text = String::from("お客さま口座情報\n現在高：,0,円\n照会対象：全期間\n明細件数：\n");
    text.push_str("取引日,入出金明細ＩＤ,受入金額（円）,払出金額（円）,詳細１,詳細２,現在（貸付）高,\n");
    let mut held = opening;
    for (at, (day, amount, words)) in lines.iter().enumerate() {
        held += amount;
        let [paid_in, paid_out] = [*amount, -amount].map(|yen| if yen > 0 { yen.to_string() } else { String::new() });
        text.push_str(&format!("{},{at},{paid_in},{paid_out},{words},,{held},\n", day.replace('-', "")));
    }
    text
}

pub(crate) fn cp932(text: &str) -> Vec<u8> {
    encoding_rs::SHIFT_JIS.encode(text).0.into_owned()
}

pub(crate) fn file(desk: &TestDesk, name: &str, bytes: &[u8]) -> String {
    let path: PathBuf = desk.folder().join(name);
    std::fs::write(&path, bytes).expect("a file");
    desk.token(&path)
}

pub(crate) fn asked(purse: &Value, file: &str) -> Value {
    json!({ "purse_id": purse, "file": file, "columns": null, "encoding": null })
}

/// Reads a statement and keeps it; how many lines were new.
pub(crate) fn keep(desk: &TestDesk, purse: &Value, text: &str) -> u64 {
    let token = file(desk, "明細.csv", &cp932(text));
    let read = desk.call("bank.read_statement", asked(purse, &token));
    assert_eq!(read["may_keep"], true, "{:?}", read["plan"]["issues"]);
    let kept = desk.call("bank.keep_statement", asked(purse, &token))["value"]["new"].as_u64().expect("a count");
    assert_eq!(read["plan"]["counts"]["new"], kept, "what was seen is what is kept");
    kept
}

pub(crate) fn book(desk: &TestDesk) -> Value {
    desk.call("bank.book", json!({ "year": 2025, "purse_id": null }))
}

pub(crate) fn open(shown: &Value) -> Vec<Value> {
    list(&shown["lines"]).iter().filter(|line| list(&line["entries"]).is_empty()).cloned().collect()
}

/// The passbook of the specimen year as its bank would tell it today: one line for each entry that moved its money.
fn specimen(desk: &TestDesk) -> Vec<Line> {
    let all = desk.call("accounts.list_entries", json!({ "year": 2025 }));
    let effect = |entry: &Value| -> i64 {
        let of = |name: &str| entry[name].as_i64().unwrap_or(0);
        let purse = entry["purse"].as_str().expect("a purse");
        match purse {
            "普通預金" => of("income_yen") - of("expense_yen"),
            _ if purse.starts_with("普通預金") => -of("transfer_yen"),
            _ if purse.ends_with("普通預金") => of("transfer_yen"),
            _ => 0,
        }
    };
    let lines =
        list(&all["entries"]).iter().map(|entry| line(entry["on"].as_str().expect("a day"), effect(entry), "ﾌﾘｺﾐ"));
    lines.filter(|(day, amount, _)| *amount != 0 && day.as_str() <= "2026-03-14").collect()
}

pub(crate) fn passbook(desk: &TestDesk) -> (Value, i64) {
    let all = desk.call("accounts.list_entries", json!({ "year": 2025 }));
    let purse = list(&all["purses"]).iter().find(|purse| purse["name"] == "普通預金").expect("a passbook");
    (purse["id"].clone(), purse["opening_yen"].as_i64().expect("an amount"))
}

#[test]
fn k04_every_line_of_the_specimen_year_is_found_in_its_books_and_nothing_is_doubled() {
    let desk = TestDesk::sample(PROGRAM);
    let (purse, opening) = passbook(&desk);
    let lines = specimen(&desk);
    let before = desk.state_hash();
    assert_eq!(keep(&desk, &purse, &post(opening, &lines)), lines.len() as u64);
    let shown = book(&desk);
    assert_eq!((open(&shown).len(), list(&shown["only_in_book"]).len()), (0, 0), "one line, one entry");
    let mut taken: Vec<&str> =
        list(&shown["lines"]).iter().filter_map(|line| line["entries"][0]["id"].as_str()).collect();
    taken.sort_unstable();
    taken.dedup();
    assert_eq!(taken.len(), lines.len(), "no entry is two lines");
    assert_eq!(shown["balance"]["difference_yen"], 0);

    let kept = desk.state_hash();
    assert_eq!(keep(&desk, &purse, &post(opening, &lines)), 0, "the same file once more");
    assert_eq!(desk.state_hash(), kept);
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before, "one step takes it all back");
}

#[test]
fn k04_files_that_overlap_bring_each_line_once_and_equal_lines_stay_two() {
    let desk = TestDesk::sample(PROGRAM);
    let (purse, _) = passbook(&desk);
    let fee = || line("2025-06-02", -330, "ﾃｽｳﾘﾖｳ");
    let all = [line("2025-06-01", 5_000, "ﾐﾎﾝｼ"), fee(), fee(), line("2025-06-20", -900, "ﾃﾞﾝｷ")];
    assert_eq!(keep(&desk, &purse, &post(0, &all[..3])), 3);
    assert_eq!(keep(&desk, &purse, &post(5_000, &all[1..])), 1, "a later file that begins earlier");
    let words: Vec<Value> = list(&book(&desk)["lines"]).iter().map(|line| line["balance_yen"].clone()).collect();
    assert_eq!(words, [5_000, 4_670, 4_340, 3_440]);

    let without = "日付,摘要,出金,入金\n2025/7/1,ﾃｽｳﾘﾖｳ,330,\n2025/7/1,ﾃｽｳﾘﾖｳ,330,\n";
    assert_eq!(keep(&desk, &purse, without), 2, "no balance tells them apart, and they are two");
    assert_eq!(keep(&desk, &purse, &format!("{without}2025/7/2,ﾃｽｳﾘﾖｳ,330,\n")), 1);
}

#[test]
fn k04_a_line_that_the_book_lacks_is_recorded_as_last_time_with_one_act() {
    let desk = TestDesk::sample(PROGRAM);
    let (purse, opening) = passbook(&desk);
    let lines = [line("2025-06-05", -4_321, "ﾐﾎﾝﾃﾞﾝｷ 06ｶﾞﾂ"), line("2025-07-05", -4_444, "ﾐﾎﾝﾃﾞﾝｷ 07ｶﾞﾂ")];
    keep(&desk, &purse, &post(opening, &lines));
    let [first, second] = <[Value; 2]>::try_from(open(&book(&desk))).expect("two open lines");
    assert_eq!((&first["is_ready"], &first["proposal"]["item"]), (&json!(false), &json!("")), "nothing is known of it");
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let item = list(&choices["items"]).iter().find(|item| item["side"] == "expense").expect("an item")["id"].clone();

    let mut draft = first["draft"].clone();
    draft["item_id"] = item.clone();
    draft["description"] = json!("電気料");
    draft["counterparty"] = json!("見本電気");
    let mut wrong = draft.clone();
    wrong["amount"] = json!("4,320");
    let recording = |line: &Value, draft: &Value| json!({ "id": line["id"], "year": 2025, "draft": draft });
    assert_eq!(desk.refused("bank.record_line", recording(&first, &wrong)).code, "bank.entry_differs");
    desk.call("bank.record_line", recording(&first, &draft));
    assert_eq!(desk.refused("bank.record_line", recording(&first, &draft)).code, "bank.line_taken", "pressed twice");

    let known = open(&book(&desk)).pop().expect("the second line");
    assert_eq!(known["id"], second["id"]);
    assert_eq!((&known["is_ready"], &known["proposal"]["counterparty"]), (&json!(true), &json!("見本電気")));
    let before = desk.state_hash();
    desk.call("bank.record_line", recording(&known, &known["draft"]));
    let entries = desk.call("accounts.list_entries", json!({ "year": 2025 }));
    let electric = list(&entries["entries"]).iter().filter(|entry| entry["description"] == "電気料");
    assert_eq!(electric.map(|entry| &entry["expense_yen"]).collect::<Vec<_>>(), [4_321, 4_444]);
    assert!(open(&book(&desk)).is_empty());
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before, "entry, link and what was learnt go together");

    let rules = desk.call("bank.rules", json!({ "year": 2025 }));
    let rule = &rules["rules"][0];
    assert_eq!((list(&rules["rules"]).len(), &rule["description"]), (1, &json!("電気料")));
    let typed = json!({ "id": rule["id"], "item_id": item, "description": "電気料金", "counterparty": "見本電力", "grant_id": null });
    desk.call("bank.save_rule", typed);
    assert_eq!(open(&book(&desk))[0]["draft"]["counterparty"], "見本電力");
    desk.call("bank.remove_rule", json!({ "id": rule["id"] }));
    assert_eq!(open(&book(&desk))[0]["is_ready"], false);
    assert_eq!(desk.refused("bank.remove_rule", json!({ "id": rule["id"] })).code, "bank.no_such_rule");
}

#[test]
fn k04_the_secretary_puts_lines_and_entries_together_and_takes_them_apart() {
    let desk = TestDesk::sample(PROGRAM);
    let (purse, opening) = passbook(&desk);
    let item = {
        let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
        list(&choices["items"]).iter().find(|item| item["side"] == "expense").expect("an item")["id"].clone()
    };
    keep(&desk, &purse, &post(opening, &[line("2025-08-20", -7_777, "ﾌﾘｺﾐ"), line("2025-08-21", -50, "ﾃｽｳﾘﾖｳ")]));
    let record = |yen: &str, on: &str| {
        let mut draft = open(&book(&desk))[0]["draft"].clone();
        draft["item_id"] = item.clone();
        draft["amount"] = json!(yen);
        draft["on"] = json!(on);
        desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft }))["value"]["id"].clone()
    };
    let parts = [record("7,000", "R7.8.20"), record("777", "R7.8.20")];
    let whole = open(&book(&desk))[0]["id"].clone();
    let joining = |entries: &[Value]| json!({ "id": whole, "entries": entries });
    assert_eq!(desk.refused("bank.join_line", joining(&parts[..1])).code, "bank.sum_differs");
    desk.call("bank.join_line", joining(&parts));
    let joined = &book(&desk)["lines"][0];
    assert_eq!(list(&joined["entries"]).len(), 2, "two slips that were paid at once");

    let late = record("50", "R7.8.22");
    let found = book(&desk)["lines"][1].clone();
    assert_eq!(found["entries"][0]["id"], late, "found by itself");
    desk.call("bank.part_line", json!({ "id": found["id"] }));
    let shown = book(&desk);
    assert!(list(&shown["lines"][1]["entries"]).is_empty(), "it is not taken for the same again");
    assert!(list(&shown["only_in_book"]).is_empty(), "after the last day of the statement nothing can be missing");
    assert_eq!(desk.refused("bank.part_line", json!({ "id": found["id"] })).code, "bank.line_open");
    desk.call("accounts.void_entry", json!({ "id": parts[0], "reason": "まちがい" }));
    assert!(list(&book(&desk)["lines"][0]["entries"]).is_empty(), "what is left does not come to the line");
}

#[test]
fn k04_a_file_of_unknown_columns_is_asked_about_once() {
    let desk = TestDesk::sample(PROGRAM);
    let (purse, _) = passbook(&desk);
    let strange = "いつ,でた,はいった,なに\n2025/4/1,,50000,見本市\n2025/4/3,3300,,見本商店\n";
    let token = file(&desk, "見本銀行.csv", strange.as_bytes());
    let unread = desk.call("bank.read_statement", asked(&purse, &token));
    assert_eq!((&unread["may_keep"], &unread["is_guessed"]), (&json!(false), &json!(true)));
    assert_eq!(desk.refused("bank.keep_statement", asked(&purse, &token)).code, "bank.columns_open");
    let sheet = &unread["plan"]["sheets"][0];
    let meant =
        |(column, field): (&Value, &str)| json!({ "sheet": sheet["name"], "col": column["col"], "field": field });
    let fields = ["date", "paid_out", "paid_in", "description"];
    let columns: Vec<Value> = list(&sheet["columns"]).iter().zip(fields).map(meant).collect();
    let chosen = json!({ "purse_id": purse, "file": token, "columns": columns, "encoding": null });
    assert_eq!(desk.call("bank.read_statement", chosen.clone())["may_keep"], true);
    assert_eq!(desk.call("bank.keep_statement", chosen)["value"]["new"], 2);
    let next = file(&desk, "見本銀行2.csv", strange.replace("2025/4", "2025/5").as_bytes());
    let known = desk.call("bank.read_statement", asked(&purse, &next));
    assert_eq!((&known["may_keep"], &known["is_guessed"]), (&json!(true), &json!(false)), "remembered");
}

#[test]
fn k04_a_workbook_and_every_encoding_are_read_alike() {
    let desk = TestDesk::sample(PROGRAM);
    let (purse, _) = passbook(&desk);
    let workbook = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/sheets/明細.xlsx");
    let read = |token: &str| desk.call("bank.read_statement", asked(&purse, token));
    let shown = read(&desk.token(&workbook));
    let titles = |read: &Value| list(&read["plan"]["rows"]).iter().map(|row| row["cells"].clone()).collect::<Vec<_>>();
    assert_eq!((list(&shown["plan"]["rows"]).len(), &shown["may_keep"]), (3, &json!(true)));
    let text = "取引日,摘要,お支払金額,お預り金額,残高\n20250501,ﾌﾘｺﾐ ﾐﾎﾝｼ,,50000,150000\n20250502,ﾐﾎﾝﾃﾞﾝｷ,3300,,146700\n20250502,ﾘｿｸ,,12,146712\n";
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [text.as_bytes().to_vec(), cp932(text), [b"\xEF\xBB\xBF", text.as_bytes()].concat(), utf16] {
        assert_eq!(titles(&read(&file(&desk, "明細.csv", &bytes))), titles(&shown));
    }
}

#[test]
fn k04_files_that_are_none_are_refused_in_a_sentence_and_nothing_is_written() {
    let desk = TestDesk::sample(PROGRAM);
    let (purse, _) = passbook(&desk);
    let before = desk.state_hash();
    let head = "日付,内容,出金金額(円),入金金額(円),残高(円)\n";
    let many: String = (0..20_001).map(|at| format!("2025/4/1,x,1,,{}\n", 100_000 - at)).collect();
    let bad: [(&str, Vec<u8>, &str); 9] = [
        ("空.csv", vec![], "sheets.empty_file"),
        ("明細.csv", b"%PDF-1.7 ...".to_vec(), "sheets.not_a_spreadsheet"),
        ("見出しだけ.csv", cp932(head), "intake.nothing_found"),
        (
            "名簿.csv",
            cp932("氏名,住所,電話,生年月日,部会,役職\n見本　花子,見本町1,087-886-0000,S25.6.26,福祉,長\n"),
            "intake.wrong_kind",
        ),
        ("壊れた.csv", [cp932(head), vec![0x82, 0xFF, 0x00, 0x81], cp932("\n")].concat(), "sheets.garbled"),
        ("長い.csv", cp932(&format!("{head}{many}")), "bank.too_many"),
        ("字.csv", cp932(&format!("{head}2025/4/1,電気,五百,,100\n")), "bank.amount_unreadable"),
        ("先.csv", cp932(&format!("{head}2031/4/1,電気,500,,100\n")), "bank.day_ahead"),
        ("閉じない.csv", cp932(&format!("{head}2025/4/1,\"電気,500,,100\n")), "sheets.open_quote"),
    ];
    for (name, bytes, code) in bad {
        let token = file(&desk, name, &bytes);
        let refused = desk.refused("bank.keep_statement", asked(&purse, &token));
        assert_eq!(refused.code, code, "{name}: {}", refused.message);
        assert!(!refused.message.is_empty() && !refused.message.contains('{'), "{name}: {}", refused.message);
        assert!(!refused.hint.is_empty(), "{name} says what to do");
    }
    let gone = asked(
        &json!("00000000-0000-7000-8000-000000000000"),
        &file(&desk, "明細.csv", &cp932(&post(0, &[line("2025-04-01", 5, "x")]))),
    );
    assert_eq!(desk.refused("bank.keep_statement", gone).code, "accounts.purse_missing");
    let elsewhere = json!({ "kind": "bank-statement", "files": [file(&desk, "明細.csv", b"x,y\n1,2\n")], "year": 2025, "columns": null });
    assert_eq!(desk.refused("intake.preview", elsewhere).code, "bank.of_a_purse");
    assert_eq!(desk.state_hash(), before);
}
