//! 定例の記帳: what comes every month is recorded by one press for each month, never by itself and never twice (K01).

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn named(all: &Value, name: &str) -> Value {
    list(all).iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("no {name}"))["id"].clone()
}

/// The lease of a copier as it is typed: on the 25th of every month from January.
fn lease(desk: &TestDesk) -> Value {
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let entry = json!({
        "kind": "expense", "on": "8/1/1", "description": "複写機リース料", "counterparty": "見本リース(株)",
        "amount": "１万７千８００円", "item_id": named(&choices["items"], "使用料及び賃借料"),
        "purse_id": named(&choices["purses"], "普通預金"), "grant_id": named(&choices["grants"], "地域まちづくり交付金"),
        "eligibility_reason": "", "has_receipt": true, "voucher_no": "",
    });
    json!({ "entry": entry, "months": "毎月", "day": "25", "until": "" })
}

fn with(draft: &Value, fields: Value) -> Value {
    let mut draft = draft.clone();
    for (field, typed) in fields.as_object().expect("fields") {
        let holder =
            if ["months", "day", "until"].contains(&field.as_str()) { &mut draft } else { &mut draft["entry"] };
        holder[field] = typed.clone();
    }
    draft
}

fn save(desk: &TestDesk, draft: &Value) -> Value {
    let asked = json!({ "year": 2025, "id": null, "draft": draft });
    desk.call("accounts.save_recurring", asked)["value"]["id"].clone()
}

fn seen(desk: &TestDesk, year: i32) -> Value {
    desk.call("accounts.list_recurring", json!({ "year": year }))[0].clone()
}

fn open(desk: &TestDesk, year: i32) -> Vec<String> {
    list(&seen(desk, year)["open"]).iter().map(|one| one["month"].as_str().expect("a month").to_owned()).collect()
}

fn held(desk: &TestDesk) -> usize {
    list(&desk.call("accounts.list_entries", json!({ "year": 2025 }))["entries"]).len()
}

#[test]
fn k01_what_recurs_waits_to_be_recorded_and_is_recorded_once() {
    let desk = TestDesk::sample(PROGRAM);
    let before = held(&desk);
    let id = save(&desk, &with(&lease(&desk), json!({ "amount": "17,800" })));
    assert_eq!(held(&desk), before, "nothing is recorded by itself");
    assert_eq!(open(&desk, 2025), ["2026-01", "2026-02"], "the 25th of March has not come");
    let due = desk.call("office.home", json!({ "year": 2025 }));
    assert!(due.to_string().contains("複写機リース料（1月分）ほか1件"), "{due}");
    let asked = json!({ "id": id, "month": "2026-01" });
    let entry = desk.call("accounts.record_recurring", asked.clone())["value"]["id"].clone();
    let entry = desk.call("accounts.entry", json!({ "id": entry }));
    assert_eq!((&entry["row"]["on"], &entry["row"]["expense_yen"]), (&json!("2026-01-25"), &json!(17_800)));
    assert_eq!(entry["row"]["funding"], "地域まちづくり交付金");
    assert_eq!((&entry["row"]["has_receipt"], &entry["row"]["eligibility"]), (&json!(false), &json!("unclear")));
    let twice = desk.refused("accounts.record_recurring", asked);
    assert_eq!((twice.code.as_str(), twice.params["month"].as_str()), ("accounts.recurring_done", "1月"));
    let never = desk.refused("accounts.record_recurring", json!({ "id": id, "month": "2025-12" }));
    assert_eq!(never.code, "accounts.recurring_not_then");
    assert_eq!((open(&desk, 2025), held(&desk)), (vec!["2026-02".to_owned()], before + 1));
    assert_eq!((&seen(&desk, 2025)["done"], &seen(&desk, 2025)["next_label"]), (&json!(1), &json!("R8.3.25")));
}

#[test]
fn k01_a_month_that_was_taken_back_waits_again_and_a_corrected_one_does_not() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &with(&lease(&desk), json!({ "amount": "17,800" })));
    let before = desk.state_hash();
    let asked = json!({ "id": id, "month": "2026-01" });
    desk.call("accounts.record_recurring", asked.clone());
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before, "one undo takes the month back");
    let first = desk.call("accounts.record_recurring", asked.clone())["value"]["id"].clone();
    desk.call("accounts.void_entry", json!({ "id": first, "reason": "二重払い" }));
    assert_eq!(open(&desk, 2025), ["2026-01", "2026-02"]);
    let second = desk.call("accounts.record_recurring", asked.clone())["value"]["id"].clone();
    let mut right = desk.call("accounts.entry", json!({ "id": second }))["draft"].clone();
    right["amount"] = json!("17,900");
    desk.call("accounts.correct_entry", json!({ "id": second, "year": 2025, "draft": right, "reason": "値上げ" }));
    assert_eq!(open(&desk, 2025), ["2026-02"], "what was corrected stays recorded");
    assert_eq!(desk.refused("accounts.record_recurring", asked).code, "accounts.recurring_done");
}

#[test]
fn k01_a_month_that_auditors_have_passed_is_recorded_today_and_says_its_own_day() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &with(&lease(&desk), json!({ "amount": "17,800" })));
    let audit = json!({ "year": 2025, "until": "R8.2.28", "on": "R8.3.5", "auditors": "見本 花子", "result": "適正" });
    desk.call("accounts.record_audit", audit);
    let shown = |at: usize| {
        let one = seen(&desk, 2025)["open"][at].clone();
        ["month", "on_label", "is_late"].map(|name| one[name].clone())
    };
    assert_eq!(shown(0), [json!("2026-01"), json!("R8.3.14"), json!(true)]);
    let before = desk.state_hash();
    let done = desk.call("accounts.record_recurring", json!({ "id": id, "month": "2026-01" }))["value"]["id"].clone();
    let entry = desk.call("accounts.entry", json!({ "id": done }))["row"].clone();
    assert_eq!((&entry["on"], &entry["description"]), (&json!("2026-03-14"), &json!("複写機リース料（R8.1.25の分）")));
    assert_eq!(open(&desk, 2025), ["2026-02"], "it waits no more");
    desk.call("office.undo", json!({}));
    assert_eq!((desk.state_hash(), open(&desk, 2025).len()), (before, 2), "one undo takes it back");
}

#[test]
fn k01_each_month_is_of_the_committee_and_the_verdict_that_were_chosen() {
    let desk = TestDesk::sample(PROGRAM);
    let committee = desk.call("accounts.entry_choices", json!({ "year": 2025 }))["committees"][0].clone();
    let chosen = json!({ "amount": "17,800", "committee_id": committee["id"], "eligibility": "ineligible", "eligibility_reason": "事務所の分" });
    let id = save(&desk, &with(&lease(&desk), chosen));
    let entry = &seen(&desk, 2025)["draft"]["entry"];
    assert_eq!(
        (&entry["committee_id"], &entry["on"]),
        (&committee["id"], &json!("R8.1.1")),
        "it is read again as it was typed"
    );
    let done = desk.call("accounts.record_recurring", json!({ "id": id, "month": "2026-01" }))["value"]["id"].clone();
    let entry = desk.call("accounts.entry", json!({ "id": done }));
    assert_eq!((&entry["committee"], &entry["eligibility_reason"]), (&committee["name"], &json!("事務所の分")));
    assert_eq!(entry["row"]["eligibility"], "ineligible");
}

#[test]
fn k01_what_recurs_is_changed_ended_and_undone() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    let id = save(&desk, &with(&lease(&desk), json!({ "amount": "17,800" })));
    let draft = with(&seen(&desk, 2025)["draft"], json!({ "months": "10月、4月・4", "day": "末日", "on": "R7.4.1" }));
    desk.call("accounts.save_recurring", json!({ "year": 2025, "id": id, "draft": draft }));
    assert_eq!(seen(&desk, 2025)["when_label"], "4・10月末日");
    assert_eq!(open(&desk, 2025), ["2025-04", "2025-10"]);
    desk.call("accounts.end_recurring", json!({ "year": 2025, "id": id, "on": "R7.9.30" }));
    assert_eq!((open(&desk, 2025), &seen(&desk, 2025)["is_ended"]), (vec!["2025-04".to_owned()], &json!(true)));
    for _ in 0..3 {
        desk.call("office.undo", json!({}));
    }
    assert_eq!(desk.state_hash(), before);
}

#[test]
fn k01_what_is_wrong_with_something_recurring_is_told_at_its_field() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    for (typed, field) in [
        (json!({ "months": "13" }), "months"),
        (json!({ "months": "春" }), "months"),
        (json!({ "day": "32" }), "day"),
        (json!({ "day": "" }), "day"),
        (json!({ "amount": "△500" }), "amount"),
        (json!({ "amount": "", }), "amount"),
        (json!({ "item_id": null }), "item_id"),
        (json!({ "description": " " }), "description"),
        (json!({ "until": "7/12/31" }), "until"),
    ] {
        let draft = with(&with(&lease(&desk), json!({ "amount": "100" })), typed.clone());
        let refused = desk.refused("accounts.save_recurring", json!({ "year": 2025, "id": null, "draft": draft }));
        assert_eq!(refused.params["field"], field, "{typed}: {}", refused.code);
        assert!(!refused.message.is_empty() && !refused.hint.is_empty());
    }
    assert_eq!(desk.state_hash(), before);
}
