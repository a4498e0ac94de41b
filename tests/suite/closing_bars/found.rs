//! What is told before a year is closed and stands in nobody's way: 予算超過, 領収書なし, 未判定.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{YEAR, close, draft, list, state, state_balances};
use crate::PROGRAM;

/// The finding of this code; none when nothing of it is found.
fn found(desk: &TestDesk, code: &str) -> Option<Value> {
    let findings = state(desk)["findings"].clone();
    list(&findings).iter().find(|one| one["told"]["code"] == code).cloned()
}

/// Its sentence, the place where it is put right, and that it is in nobody's way.
fn told(desk: &TestDesk, code: &str, place: &str) -> String {
    let one = found(desk, code).unwrap_or_else(|| panic!("{code} is found"));
    assert_eq!((&one["is_in_the_way"], &one["place"]), (&json!(false), &json!(place)), "{one}");
    assert!(one["told"]["hint"].as_str().is_some_and(|hint| !hint.is_empty()), "{one}");
    one["told"]["message"].as_str().expect("a sentence").to_owned()
}

#[test]
fn k05_an_item_that_costs_more_than_its_budget_is_told_by_its_name_and_the_amount() {
    let desk = TestDesk::sample(PROGRAM);
    let mut cost = draft(&desk, 1, "8/3/12");
    let choices = desk.call("accounts.entry_choices", json!({ "year": YEAR }));
    let item = list(&choices["items"]).iter().find(|item| item["name"] == "消耗品費").expect("the item").clone();
    cost["item_id"] = item["id"].clone();
    let left = || {
        let status = desk.call("accounts.budget_status", json!({ "year": YEAR, "fund_id": null }));
        let rows = list(&status["expense"]["rows"]).to_vec();
        let row = rows.into_iter().find(|row| row["item_id"] == item["id"]).expect("its row");
        row["left_yen"].as_i64().expect("yen")
    };
    cost["amount"] = json!(left().max(0).to_string());
    let names_it = |desk: &TestDesk| {
        let all = state(desk)["findings"].clone();
        let over = list(&all).iter().filter(|one| one["told"]["code"] == "accounts.item_over_budget");
        over.map(|one| one["told"]["message"].as_str().expect("words").to_owned())
            .find(|said| said.contains("「消耗品費」"))
    };
    if left() > 0 {
        desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": cost }));
    }
    assert_eq!((left(), names_it(&desk)), (0, None), "to the last yen");
    cost["amount"] = json!("12,345");
    desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": cost }));
    let said = names_it(&desk).expect("one yen more is told");
    assert!(said.contains("12,345円"), "{said}");
    told(&desk, "accounts.item_over_budget", "accounts/budget");
}

#[test]
fn k05_expenses_without_a_receipt_are_counted_until_they_have_one() {
    let desk = TestDesk::sample(PROGRAM);
    let entries = desk.call("accounts.list_entries", json!({ "year": YEAR }))["entries"].clone();
    let is_proven = |e: &&Value| e["kind"] == "expense" && e["is_void"] == false && e["has_receipt"] == true;
    let proven: Vec<&Value> = list(&entries).iter().filter(is_proven).take(2).collect();
    let count = |desk: &TestDesk| -> i64 {
        let one = found(desk, "accounts.receipts_missing");
        one.map_or(0, |one| one["told"]["params"]["count"].as_str().and_then(|n| n.parse().ok()).expect("a count"))
    };
    let before = count(&desk);
    for (nth, entry) in proven.iter().enumerate() {
        desk.call("accounts.set_receipt", json!({ "id": entry["id"], "has_receipt": false }));
        assert_eq!(count(&desk), before + nth as i64 + 1);
    }
    let said = told(&desk, "accounts.receipts_missing", "accounts?missing=receipt");
    assert!(said.contains(&count(&desk).to_string()), "{said}");
    for entry in proven {
        desk.call("accounts.set_receipt", json!({ "id": entry["id"], "has_receipt": true }));
    }
    assert_eq!(count(&desk), before);
}

#[test]
fn k05_expenses_that_nobody_has_judged_are_counted_until_they_are() {
    let desk = TestDesk::sample(PROGRAM);
    assert_eq!(found(&desk, "accounts.verdicts_open").map(|one| one["told"].clone()), None, "the specimen is judged");
    let mut cost = draft(&desk, 3_000, "8/3/12");
    let choices = desk.call("accounts.entry_choices", json!({ "year": YEAR }));
    cost["grant_id"] = choices["grants"][0]["id"].clone();
    let id = desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": cost }))["value"]["id"].clone();
    assert!(told(&desk, "accounts.verdicts_open", "accounts?missing=verdict").contains('1'));
    let verdict = json!({ "id": id, "eligibility": "ineligible", "reason": "役員会で決めた" });
    desk.call("accounts.set_eligibility", verdict);
    assert!(found(&desk, "accounts.verdicts_open").is_none());
}

/// An expense of this amount charged to the grant of this name.
fn charge(desk: &TestDesk, grant: &str, amount: i64) {
    let mut cost = draft(desk, amount, "8/3/12");
    let grants = desk.call("accounts.entry_choices", json!({ "year": YEAR }))["grants"].clone();
    cost["grant_id"] = list(&grants).iter().find(|one| one["name"] == grant).expect("the grant")["id"].clone();
    cost["eligibility"] = json!("eligible");
    desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": cost }));
}

#[test]
fn k05_what_a_grant_does_not_pay_is_told_with_its_amount() {
    let desk = TestDesk::sample(PROGRAM);
    charge(&desk, "地域まちづくり交付金", 194_549);
    assert!(found(&desk, "grants.charged_over").is_none(), "to the last yen of what was decided");
    charge(&desk, "地域まちづくり交付金", 321);
    let said = told(&desk, "grants.charged_over", "grants");
    assert!(said.contains("「地域まちづくり交付金」") && said.contains("321円"), "{said}");
    assert!(found(&desk, "grants.own_funds_short").is_none(), "own funds have more than that");

    desk.call("grants.add", json!({ "year": YEAR, "name": "防犯灯補助金" }));
    charge(&desk, "防犯灯補助金", 2_000);
    let said = told(&desk, "grants.charged_undecided", "grants");
    assert!(said.contains("「防犯灯補助金」") && said.contains("2,000円"), "{said}");
}

#[test]
fn k05_what_own_funds_cannot_bear_is_told_to_the_yen() {
    let desk = TestDesk::sample(PROGRAM);
    let parts = desk.facts(YEAR)["by_source.parts"].clone();
    let own = list(&parts).iter().find(|part| part["name"] == "自主財源").expect("own funds").clone();
    let rest = own["rest_yen"].as_i64().expect("yen");
    let spend = |amount: i64| {
        desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": draft(&desk, amount, "8/3/12") }));
    };
    spend(rest);
    assert!(found(&desk, "grants.own_funds_short").is_none(), "the last yen is own money");
    spend(654);
    assert!(told(&desk, "grants.own_funds_short", "accounts").contains("654円"));
}

#[test]
fn k05_what_is_told_hinders_no_closing() {
    let desk = TestDesk::sample(PROGRAM);
    let cost = draft(&desk, 9_295, "8/3/12");
    let id = desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": cost }))["value"]["id"].clone();
    desk.call("accounts.set_receipt", json!({ "id": id, "has_receipt": false }));
    told(&desk, "accounts.receipts_missing", "accounts?missing=receipt");
    desk.call("accounts.void_entry", json!({ "id": id, "reason": "まちがい" }));
    let entries = desk.call("accounts.list_entries", json!({ "year": YEAR }))["entries"].clone();
    let other = list(&entries).iter().find(|e| e["kind"] == "expense" && e["is_void"] == false).expect("one").clone();
    desk.call("accounts.set_receipt", json!({ "id": other["id"], "has_receipt": false }));
    state_balances(&desk, [("現金", "49,295"), ("普通預金", "738,494円")]);
    told(&desk, "accounts.receipts_missing", "accounts?missing=receipt");
    close(&desk);
    assert_ne!(state(&desk)["closed"], Value::Null);
}

/// What is asked on the page itself and is in nobody's way.
fn asked(desk: &TestDesk, code: &str) -> String {
    let one = found(desk, code).unwrap_or_else(|| panic!("{code} is found"));
    assert_eq!((&one["is_in_the_way"], &one["place"]), (&json!(false), &Value::Null), "{one}");
    one["told"]["message"].as_str().expect("a sentence").to_owned()
}

#[test]
fn k05_a_balance_of_an_earlier_day_that_no_longer_agrees_is_told_and_hinders_nothing() {
    let desk = TestDesk::sample(PROGRAM);
    state_balances(&desk, [("現金", "49,295"), ("普通預金", "738,494円")]);
    let purse = list(&state(&desk)["purses"]).iter().find(|one| one["name"] == "現金").expect("the purse").clone();
    let write = |amount: i64| {
        let balances = json!([{ "purse_id": purse["id"], "amount": amount.to_string() }]);
        desk.call("accounts.state_balances", json!({ "year": YEAR, "on": "2025-12-31", "balances": balances }));
    };
    // The book says by how much a wrong figure is off: that is the right one.
    write(0);
    let told = asked(&desk, "accounts.passbook_differs");
    let off: String = told.split("残高が").nth(1).expect("by how much").chars().filter(char::is_ascii_digit).collect();
    write(off.parse().expect("an amount"));
    assert_eq!(found(&desk, "accounts.passbook_differs"), None, "{told}");
    let mut late = draft(&desk, 1_000, "7/12/20");
    late["purse_id"] = purse["id"].clone();
    desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": late }));
    let all = state(&desk)["findings"].clone();
    let of_the_day =
        list(&all).iter().find(|one| one["told"]["hint"].as_str().is_some_and(|hint| hint.contains("12月31日")));
    let of_the_day = of_the_day.expect("the entry behind a stated balance is told");
    assert_eq!(of_the_day["is_in_the_way"], false);
    assert!(of_the_day["told"]["message"].as_str().expect("words").contains("1,000円"), "{of_the_day}");
}

#[test]
fn k05_a_purse_that_was_used_and_is_empty_is_asked_for_and_hinders_nothing() {
    let desk = TestDesk::sample(PROGRAM);
    state_balances(&desk, [("現金", "49,295"), ("普通預金", "738,494円")]);
    assert_eq!(found(&desk, "accounts.passbook_missing"), None, "both were asked and have answered");
    let make = |name: &str| {
        desk.call("accounts.save_purses", json!({ "year": YEAR, "openings": [], "name": name, "opening": "" }));
        let choices = desk.call("accounts.entry_choices", json!({ "year": YEAR }));
        list(&choices["purses"]).iter().find(|one| one["name"] == name).expect("the purse")["id"].clone()
    };
    make("使わない口座");
    assert_eq!(found(&desk, "accounts.passbook_missing"), None, "a purse without a book says nothing");
    let used = make("部会の通帳");
    let cash = list(&state(&desk)["purses"]).iter().find(|one| one["name"] == "現金").expect("cash")["id"].clone();
    for (from, to) in [(&cash, &used), (&used, &cash)] {
        let mut moved = draft(&desk, 500, "8/3/12");
        for (field, value) in
            [("kind", &json!("transfer")), ("purse_id", from), ("to_purse_id", to), ("item_id", &Value::Null)]
        {
            moved[field] = value.clone();
        }
        desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": moved }));
    }
    let said = asked(&desk, "accounts.passbook_missing");
    assert!(said.contains("部会の通帳"), "{said}");
    desk.call("accounts.close_year", json!({ "year": YEAR, "by": "会長 見本" }));
}
