//! Any act is taken back and done again, after a restart too, and the records are the same as before.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::{PROGRAM, sample_file};

fn expense(desk: &TestDesk) -> Value {
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let id = |list: &str, key: &str, name: &str| {
        choices[list].as_array().expect("choices").iter().find(|c| c[key] == name).expect("the choice")["id"].clone()
    };
    json!({
        "kind": "expense", "on": "8/3/12", "counterparty": "見本印刷(有)", "description": "広報紙第6号印刷",
        "item_id": id("items", "kou", "広報紙発行事業"), "amount": "７０，４００円", "purse_id": id("purses", "name", "普通預金"),
        "to_purse_id": null, "grant_id": id("grants", "name", "地域まちづくり交付金"), "activity_id": null,
        "eligibility": "eligible", "eligibility_reason": "", "has_receipt": true, "voucher_no": "162",
    })
}

#[test]
fn an_import_of_180_people_goes_and_comes_back_after_a_restart() {
    let mut desk = TestDesk::empty(PROGRAM);
    let empty = desk.state_hash();
    desk.import("roster", &sample_file("名簿.xlsx"), 2025);
    let full = desk.state_hash();
    assert_eq!(desk.facts(2025)["roster.persons"], 180);
    desk.restart();
    let undone = desk.call("office.undo", json!({}));
    assert!(undone["areas"].as_array().expect("areas").contains(&json!("roster")), "{undone}");
    assert_eq!((desk.state_hash(), &desk.facts(2025)["roster.persons"]), (empty, &json!(0)));
    desk.restart();
    desk.call("office.redo", json!({}));
    assert_eq!((desk.state_hash(), &desk.facts(2025)["roster.persons"]), (full, &json!(180)));
}

#[test]
fn an_expense_goes_and_comes_back_after_a_restart() {
    let mut desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    let draft = expense(&desk);
    let effect = desk.call("accounts.entry_effect", json!({ "year": 2025, "draft": draft }));
    assert_eq!(effect["problems"], json!([]), "{effect}");
    assert_eq!(effect["grant"]["left_yen"], 194_549 - 70_400, "the effect is shown before anything is written");
    assert_eq!(desk.state_hash(), before);
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft }));
    let after = desk.state_hash();
    assert_eq!(desk.facts(2025)["grant.refund_yen"], 124_149);
    desk.restart();
    desk.call("office.undo", json!({}));
    assert_eq!((desk.state_hash(), &desk.facts(2025)["grant.refund_yen"]), (before, &json!(194_549)));
    desk.restart();
    desk.call("office.redo", json!({}));
    assert_eq!(desk.state_hash(), after);
}

#[test]
fn a_voided_entry_counts_no_more_and_stays_in_the_book() {
    let desk = TestDesk::sample(PROGRAM);
    let entries = desk.call("accounts.list_entries", json!({ "year": 2025 }));
    let entry = entries["entries"]
        .as_array()
        .expect("entries")
        .iter()
        .find(|e| e["voucher_no"] == 1)
        .expect("the first")
        .clone();
    let refused = desk.refused("accounts.void_entry", json!({ "id": entry["id"], "reason": " " }));
    assert_eq!(refused.code, "accounts.reason_missing");
    desk.call("accounts.void_entry", json!({ "id": entry["id"], "reason": "二重に書いた" }));
    let facts = desk.facts(2025);
    assert_eq!(facts["settlement.expense_yen"], 5_738_791 - 911);
    assert_eq!(
        desk.refused("accounts.void_entry", json!({ "id": entry["id"], "reason": "もう一度" })).code,
        "accounts.already_void"
    );
    let counts = &desk.preview("cash-book", &sample_file("出納帳.xlsx"), 2025)["counts"];
    assert_eq!(
        (&counts["new"], &counts["same"]),
        (&json!(0), &json!(186)),
        "what was taken back does not come back: {counts}"
    );
}

#[test]
fn the_history_says_what_was_what_before_and_after() {
    let desk = TestDesk::sample(PROGRAM);
    let hits = desk.call("office.search", json!({ "query": "齋藤 花子", "year": 2025 }));
    let id = hits["hits"][0]["id"].clone();
    let record = desk.call("roster.person", json!({ "id": id, "year": 2025 }));
    let mut person = record["person"].clone();
    person["phone"] = "087-000-0000".into();
    person["birth"] = "S30.1.2".into();
    for field in ["joined", "left"] {
        person[field] = "".into();
    }
    person["own"] = json!([]);
    desk.call("roster.save_person", json!({ "person": person }));
    let acts = desk.call("office.history", json!({ "limit": 1 }));
    let changes = desk.call("office.changes_of", json!({ "seq": acts["entries"][0]["seq"] }));
    let told = changes["changes"].to_string();
    for part in ["齋藤", "087-886-2763", "087-000-0000", "電話"] {
        assert!(told.contains(part), "{part} in {told}");
    }
    let stale = desk.refused("roster.save_person", json!({ "person": person }));
    assert_eq!(stale.code, "roster.changed_elsewhere", "a second writer is told, not overwritten");
}
