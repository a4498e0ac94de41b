//! 明細と記帳: what was put together stays together as long as it is true, and no entry is two lines.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::bank_bars::{Line, book, keep, line, list, open, passbook, post};

/// The sample with lines of its passbook that no entry is.
fn with_lines(lines: &[Line]) -> TestDesk {
    let desk = TestDesk::sample(PROGRAM);
    let (purse, opening) = passbook(&desk);
    keep(&desk, &purse, &post(opening, lines));
    desk
}

/// Records an expense from the passbook, as an open line proposes it.
fn record(desk: &TestDesk, yen: &str, on: &str) -> Value {
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let item = list(&choices["items"]).iter().find(|item| item["side"] == "expense").expect("an item")["id"].clone();
    let mut draft = open(&book(desk))[0]["draft"].clone();
    draft["item_id"] = item;
    draft["amount"] = json!(yen);
    draft["on"] = json!(on);
    draft["description"] = json!(format!("{yen}円の支払い"));
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft }))["value"]["id"].clone()
}

fn correct(desk: &TestDesk, id: &Value, changed: Value) -> Value {
    let mut right = desk.call("accounts.entry", json!({ "id": id }))["draft"].clone();
    changed.as_object().expect("fields").iter().for_each(|(name, value)| right[name] = value.clone());
    let asked = json!({ "id": id, "year": 2025, "draft": right, "reason": "書きまちがい" });
    desk.call("accounts.correct_entry", asked)["value"]["id"].clone()
}

/// The entries that the first line is.
fn found(desk: &TestDesk) -> Vec<Value> {
    list(&book(desk)["lines"][0]["entries"]).iter().map(|entry| entry["id"].clone()).collect()
}

#[test]
fn a_corrected_entry_keeps_its_line_however_late_it_is_corrected() {
    let desk = with_lines(&[line("2025-08-20", -3_000, "ﾌﾘｺﾐ")]);
    let wrong = record(&desk, "3,000", "R7.8.20");
    assert_eq!(found(&desk), std::slice::from_ref(&wrong), "found by itself");
    desk.call("accounts.lock_month", json!({ "month": "2025-08-01" }));
    let right = correct(&desk, &wrong, json!({ "description": "会場の使用料" }));
    assert_eq!(desk.call("accounts.entry", json!({ "id": right }))["row"]["on"], "2026-03-14", "the month rests");
    assert_eq!(found(&desk), std::slice::from_ref(&right), "the line of August is not booked a second time");
    let other = correct(&desk, &right, json!({ "amount": "3,500" }));
    assert!(found(&desk).is_empty(), "another amount is another payment");
    assert_ne!(other, right);
}

#[test]
fn no_entry_is_two_lines() {
    let desk = with_lines(&[line("2025-08-20", -500, "ﾃｽｳﾘﾖｳ"), line("2025-08-29", -500, "ﾃｽｳﾘﾖｳ")]);
    let once = record(&desk, "500", "R7.8.25");
    let [first, second] = [0, 1].map(|at| book(&desk)["lines"][at]["id"].clone());
    if let Some(taken) = list(&book(&desk)["lines"]).iter().find(|line| !list(&line["entries"]).is_empty()) {
        desk.call("bank.part_line", json!({ "id": taken["id"] }));
    }
    let joining = |line: &Value, entries: Value| json!({ "id": line, "entries": entries });
    desk.call("bank.join_line", joining(&first, json!([once])));
    let refused = desk.refused("bank.join_line", joining(&second, json!([once])));
    assert_eq!(refused.code, "bank.entry_taken");
    assert!(refused.message.contains("500円の支払い"), "{}", refused.message);

    let desk = with_lines(&[line("2025-08-20", -1_000, "ﾌﾘｺﾐ")]);
    let half = record(&desk, "500", "R7.8.20");
    let whole = open(&book(&desk))[0]["id"].clone();
    let twice = joining(&whole, json!([half, half]));
    assert_eq!(desk.refused("bank.join_line", twice).code, "bank.sum_differs", "one entry is paid once");
}

#[test]
fn a_line_of_several_is_open_again_when_one_of_them_is_taken_back() {
    let desk = with_lines(&[line("2025-08-20", -500, "ﾌﾘｺﾐ")]);
    let parts = [record(&desk, "300", "R7.8.20"), record(&desk, "200", "R7.8.20")];
    let id = open(&book(&desk))[0]["id"].clone();
    desk.call("bank.join_line", json!({ "id": id, "entries": parts }));
    assert_eq!(found(&desk).len(), 2);
    desk.call("accounts.void_entry", json!({ "id": parts[0], "reason": "まちがい" }));
    assert!(found(&desk).is_empty(), "200 yen are not the line of 500");
    let whole = record(&desk, "500", "R7.9.10");
    desk.call("bank.join_line", json!({ "id": id, "entries": [whole] }));
    assert_eq!(found(&desk), [whole], "what it was taken for before counts no more");
}
