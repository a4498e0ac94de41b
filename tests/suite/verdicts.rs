//! 対象か対象外か: an expense nobody has judged is told of, judged, and counted as judged.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::{PROGRAM, entry_bars, receipt_bars};

/// The first expense that the sample's grant pays.
fn expense(desk: &TestDesk) -> Value {
    let list = desk.call("accounts.list_entries", json!({ "year": 2025 }));
    let entries = list["entries"].as_array().expect("entries");
    let paid = |e: &&Value| e["kind"] == "expense" && e["eligibility"] == "eligible" && e["is_void"] == false;
    entries.iter().find(paid).expect("an eligible expense").clone()
}

fn judge(desk: &TestDesk, id: &Value, verdict: &str) {
    desk.call("accounts.set_eligibility", json!({ "id": id, "eligibility": verdict, "reason": "役員会で確かめる" }));
}

/// Whether the report leads to the expenses without a verdict.
fn is_asked(desk: &TestDesk) -> bool {
    let paper = desk.call("reports.prepare", json!({ "form": "performance-report", "year": 2025 }));
    let checks = paper["checks"].as_array().expect("checks").clone();
    checks.iter().any(|check| check["to"] == "accounts?missing=verdict" && check["state"] == "warning")
}

#[test]
fn a_cost_without_a_verdict_is_told_of_and_left_out_until_it_is_judged() {
    let desk = TestDesk::sample(PROGRAM);
    let entry = expense(&desk);
    let amount = entry["expense_yen"].as_i64().expect("an amount");
    let allocated = |desk: &TestDesk| desk.facts(2025)["grant.allocated_yen"].as_i64().expect("an amount");
    let before = allocated(&desk);
    assert!(!is_asked(&desk));

    judge(&desk, &entry["id"], "unclear");
    assert_eq!((is_asked(&desk), allocated(&desk)), (true, before - amount));

    judge(&desk, &entry["id"], "eligible");
    assert_eq!((is_asked(&desk), allocated(&desk)), (false, before));
    let record = desk.call("accounts.entry", json!({ "id": entry["id"] }));
    assert_eq!(record["eligibility_reason"], "役員会で確かめる");
}

#[test]
fn what_was_taken_back_is_judged_no_more() {
    let desk = TestDesk::sample(PROGRAM);
    let id = expense(&desk)["id"].clone();
    desk.call("accounts.void_entry", json!({ "id": id, "reason": "二重" }));
    let late = json!({ "id": id, "eligibility": "ineligible", "reason": "" });
    assert_eq!(desk.refused("accounts.set_eligibility", late).code, "accounts.already_void");
}

#[test]
fn a_new_expense_of_the_grant_without_a_verdict_is_open() {
    let desk = TestDesk::sample(PROGRAM);
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let item = choices["items"].as_array().expect("items").iter().find(|i| i["side"] == "expense").expect("an item");
    let draft = json!({
        "kind": "expense", "on": "8/3/1", "counterparty": "", "description": "のぼり旗", "item_id": item["id"], "amount": "3千",
        "purse_id": choices["purses"][0]["id"], "to_purse_id": null, "grant_id": choices["grants"][0]["id"], "activity_id": null,
        "eligibility": null, "eligibility_reason": "", "has_receipt": true, "voucher_no": "",
    });
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft }));
    assert!(is_asked(&desk));
    assert_eq!(desk.facts(2025)["evidence.unclear"], 1);
}

#[test]
fn k06_the_verdict_and_the_receipt_of_an_audited_entry_are_corrected_and_not_written_over() {
    let desk = TestDesk::sample(PROGRAM);
    let id =
        entry_bars::record(&desk, &entry_bars::with(&entry_bars::expense(&desk, "3,300"), json!({ "on": "8/2/10" })));
    let march = entry_bars::record(&desk, &entry_bars::expense(&desk, "840"));
    let judge = |id: &Value| json!({ "id": id, "eligibility": "ineligible", "reason": "役員会で決めた" });
    let audit =
        json!({ "year": 2025, "until": "R8.2.28", "on": "R8.3.10", "auditors": "見本 花子", "result": "適正でした。" });
    desk.call("accounts.record_audit", audit);
    let before = desk.state_hash();
    let receipt = json!({ "id": id, "has_receipt": false });
    for (act, asked) in [("accounts.set_eligibility", judge(&id)), ("accounts.set_receipt", receipt)] {
        let refused = desk.refused(act, asked);
        assert_eq!(refused.code, "accounts.entry_audited", "{act}");
        assert!(refused.hint.contains("訂正"), "{act}: {}", refused.hint);
    }
    assert_eq!(desk.state_hash(), before);
    desk.call("accounts.set_eligibility", judge(&march));
    let right = entry_bars::with(
        &desk.call("accounts.entry", json!({ "id": id }))["draft"],
        json!({ "eligibility": "ineligible", "eligibility_reason": "役員会で決めた", "has_receipt": false }),
    );
    let asked = json!({ "id": id, "year": 2025, "draft": right, "reason": "対象外だった" });
    let new = desk.call("accounts.correct_entry", asked)["value"]["id"].clone();
    let row = |id: &Value| desk.call("accounts.entry", json!({ "id": id }))["row"].clone();
    assert_eq!((&row(&new)["eligibility"], &row(&new)["has_receipt"]), (&json!("ineligible"), &json!(false)));
    assert_eq!((&row(&id)["has_receipt"], &row(&id)["is_void"]), (&json!(true), &json!(true)), "what was seen stays");
}

#[test]
fn k06_a_receipt_taken_away_or_written_down_leaves_an_audited_entry_as_the_auditors_saw_it() {
    let desk = TestDesk::sample(PROGRAM);
    let record = |amount: &str, fields: Value| {
        entry_bars::record(&desk, &entry_bars::with(&entry_bars::expense(&desk, amount), fields))
    };
    let paper = |id: &Value, amount| receipt_bars::draft(amount, json!([{ "entry_id": id, "amount": "" }]));
    let proven = record("3,300", json!({ "on": "8/2/10" }));
    let receipt = receipt_bars::saved(&desk, &paper(&proven, 3_300), None);
    let bare = record("840", json!({ "on": "8/2/11", "has_receipt": false }));
    let on_paper = record("560", json!({ "on": "8/2/12" }));
    let audit =
        json!({ "year": 2025, "until": "R8.2.28", "on": "R8.3.10", "auditors": "見本 花子", "result": "適正でした。" });
    desk.call("accounts.record_audit", audit);
    let before = desk.state_hash();
    let written = receipt_bars::saving(&Value::Null, &paper(&bare, 840), None);
    let moved = receipt_bars::saving(&receipt, &paper(&on_paper, 560), None);
    let away = json!({ "id": receipt });
    for (act, asked) in [
        ("accounts.remove_receipt", away.clone()),
        ("accounts.save_receipt", written),
        ("accounts.save_receipt", moved),
    ] {
        assert_eq!(desk.refused(act, asked).code, "accounts.entry_audited", "{act}");
    }
    assert_eq!(desk.state_hash(), before);
    receipt_bars::saved(&desk, &paper(&on_paper, 560), None);
    desk.call("accounts.void_entry", json!({ "id": proven, "reason": "二重払い" }));
    desk.call("accounts.remove_receipt", away);
    let row = |id: &Value| desk.call("accounts.entry", json!({ "id": id }))["row"]["has_receipt"].clone();
    assert_eq!([&proven, &bare, &on_paper].map(row), [json!(true), json!(false), json!(true)]);
}
