//! Which money pays, wherever an expense is written: out of an advance and every month the rules speak as on a slip (K01, B07).

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::grant_bars::{GRANT, draft};

const TEA: &str = "役員会の茶菓";

fn with(draft: Value, fields: Value) -> Value {
    let mut draft = draft;
    draft.as_object_mut().expect("a draft").extend(fields.as_object().expect("fields").clone());
    draft
}

/// Tea for twelve: 300 yen a head are 3,600 of 5,000 yen.
fn tea(desk: &TestDesk) -> Value {
    with(draft(desk, GRANT, "8/3/9", TEA, "5,000"), json!({ "heads": "12", "split_over_cap": true }))
}

fn party(desk: &TestDesk) -> Value {
    draft(desk, GRANT, "8/3/9", "役員の懇親会", "12,000")
}

/// An advance of 20,000 yen, given on 1 March.
fn advance(desk: &TestDesk) -> Value {
    let purse = desk.call("accounts.entry_choices", json!({ "year": 2025 }))["purses"][0]["id"].clone();
    let given = json!({ "year": 2025, "holder": "見本 花子", "purpose": "役員会の支度", "amount": "2万", "purse_id": purse,
        "on": "8/3/1", "due": "", "activity_id": null });
    desk.call("accounts.give_advance", given)["value"]["id"].clone()
}

/// What stands in the books under these words: amount, whether the grant pays it, and the verdict.
fn booked(desk: &TestDesk, words: &str) -> Vec<(i64, bool, String)> {
    let entries = desk.call("accounts.list_entries", json!({ "year": 2025 }))["entries"].clone();
    let own = entries.as_array().expect("entries").iter().filter(|row| row["description"] == words);
    let told = |row: &Value| {
        let verdict = row["eligibility"].as_str().unwrap_or_default().to_owned();
        (row["expense_yen"].as_i64().expect("yen"), row["funding"] == GRANT, verdict)
    };
    own.map(told).collect()
}

#[test]
fn b07_a_cost_of_an_advance_is_judged_capped_and_explained_like_a_slip() {
    let desk = TestDesk::sample(PROGRAM);
    let id = advance(&desk);
    let purse = desk.call("accounts.entry_choices", json!({ "year": 2025 }))["purses"][0]["id"].clone();
    let settlement = |costs: &[&Value]| json!({ "id": id, "on": "8/3/10", "purse_id": purse, "costs": costs });
    let seen =
        |costs: &[&Value]| desk.call("accounts.settlement_effect", json!({ "id": id, "on": "8/3/10", "costs": costs }));
    let (party, tea) = (party(&desk), tea(&desk));
    let mut slip = desk.call("accounts.entry_effect", json!({ "year": 2025, "draft": tea }));
    // Who holds an advance gets what is above it when it is settled: there alone nothing is short.
    slip["warnings"].as_array_mut().expect("warnings").retain(|one| one["code"] != "accounts.purse_short");
    let both = seen(&[&party, &tea]);
    assert_eq!(both["left_yen"], 3_000);
    assert_eq!((&both["costs"][0]["verdict"], &both["costs"][1]["verdict"]), (&json!("ineligible"), &json!("unclear")));
    assert_eq!(both["costs"][0]["problems"][0]["params"]["field"], "eligibility_reason", "{both}");
    let cost = &both["costs"][1];
    for part in ["advice", "asks_heads", "own_yen", "warnings"] {
        assert_eq!(cost[part], slip[part], "{part}");
    }
    assert_eq!((&cost["own_yen"], &cost["asks_heads"]), (&json!(1_400), &json!("人")));
    let left = |effect: &Value| effect["grant"]["left_yen"].as_i64().expect("yen");
    assert_eq!(left(&both["costs"][1]), left(&slip) - 12_000, "after the cost before it");
    assert_eq!(left(&seen(&[&party])["costs"][0]) - 3_600, left(&both["costs"][1]));

    let before = desk.state_hash();
    let refused = desk.refused("accounts.settle_advance", settlement(&[&tea, &party]));
    assert_eq!(
        (refused.code.as_str(), refused.params["field"].as_str()),
        ("accounts.verdict_reason_missing", "1.eligibility_reason")
    );
    assert_eq!(desk.state_hash(), before);
    let party = with(party, json!({ "eligibility_reason": "市の担当課に確かめた" }));
    desk.call("accounts.settle_advance", settlement(&[&tea, &party]));
    let eligible = || "eligible".to_owned();
    assert_eq!(booked(&desk, TEA), [(1_400, false, "ineligible".to_owned()), (3_600, true, eligible())]);
    assert_eq!(booked(&desk, "役員の懇親会"), [(12_000, true, eligible())]);
    assert_eq!(desk.call("accounts.list_advances", json!({ "year": 2025 }))[0]["open_yen"], 0);
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before, "one undo takes the whole settlement back");
}

#[test]
fn b07_what_recurs_is_judged_capped_and_explained_like_a_slip() {
    let desk = TestDesk::sample(PROGRAM);
    let every =
        |entry: Value| json!({ "entry": with(entry, json!({ "on": "" })), "months": "毎月", "day": "9", "until": "" });
    let save = |entry: Value| json!({ "year": 2025, "id": null, "draft": every(entry) });
    let refused = desk.refused("accounts.save_recurring", save(party(&desk)));
    assert_eq!(
        (refused.code.as_str(), refused.params["field"].as_str()),
        ("accounts.verdict_reason_missing", "eligibility_reason")
    );
    let seen = desk.call("accounts.recurring_effect", json!({ "year": 2025, "draft": every(tea(&desk)) }));
    assert_eq!((&seen["own_yen"], &seen["asks_heads"]), (&json!(1_400), &json!("人")));
    assert_eq!((&seen["advice"]["eligibility"], &seen["verdict"]), (&json!("unclear"), &json!("unclear")));

    let id = desk.call("accounts.save_recurring", save(tea(&desk)))["value"]["id"].clone();
    let kept = desk.call("accounts.list_recurring", json!({ "year": 2025 }))[0]["draft"]["entry"].clone();
    assert_eq!((&kept["heads"], &kept["split_over_cap"]), (&json!("12"), &json!(true)));
    let before = desk.state_hash();
    let month = json!({ "id": id, "month": "2026-01" });
    desk.call("accounts.record_recurring", month.clone());
    assert_eq!(booked(&desk, TEA), [(1_400, false, "ineligible".to_owned()), (3_600, true, "eligible".to_owned())]);
    assert_eq!(desk.refused("accounts.record_recurring", month).code, "accounts.recurring_done");
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before);
}

/// A month in two entries is recorded once: as long as one of them stands it does not wait again, and the page says why.
#[test]
fn k01_half_of_a_month_taken_back_does_not_let_the_other_half_be_entered_twice() {
    let desk = TestDesk::sample(PROGRAM);
    let draft = json!({ "entry": with(tea(&desk), json!({ "on": "" })), "months": "1", "day": "9", "until": "" });
    let id = desk.call("accounts.save_recurring", json!({ "year": 2025, "id": null, "draft": draft }))["value"]["id"]
        .clone();
    let month = json!({ "id": id, "month": "2026-01" });
    desk.call("accounts.record_recurring", month.clone());
    let entries = desk.call("accounts.list_entries", json!({ "year": 2025 }))["entries"].clone();
    let parts: Vec<Value> = entries
        .as_array()
        .expect("entries")
        .iter()
        .filter(|row| row["description"] == TEA && row["on"] == "2026-01-09")
        .map(|row| row["id"].clone())
        .collect();
    let [own, charged] = [&parts[0], &parts[1]];
    let seen = || {
        let row = desk.call("accounts.list_recurring", json!({ "year": 2025 }))[0].clone();
        (row["open"].as_array().expect("months").len(), row["halves"].clone())
    };
    assert_eq!(seen(), (0, json!([])));
    let take_back = |id: &Value| desk.call("accounts.void_entry", json!({ "id": id, "reason": "まちがい" }));
    take_back(charged);
    assert_eq!(seen(), (0, json!([{ "label": "1月分", "entry_id": own }])));
    assert_eq!(desk.refused("accounts.record_recurring", month.clone()).code, "accounts.recurring_done");
    take_back(own);
    assert_eq!(seen(), (1, json!([])));
    desk.call("accounts.record_recurring", month.clone());
    assert_eq!(seen(), (0, json!([])));

    let rows = desk.call("accounts.list_entries", json!({ "year": 2025 }))["entries"].clone();
    let stands = |row: &&Value| row["description"] == TEA && row["is_void"] == false && row["funding"] != GRANT;
    let own = rows.as_array().expect("entries").iter().find(stands).expect("the part of own funds")["id"].clone();
    let mut right = desk.call("accounts.entry", json!({ "id": own }))["draft"].clone();
    right["counterparty"] = json!("桜町文具店");
    desk.call("accounts.correct_entry", json!({ "id": own, "year": 2025, "draft": right, "reason": "相手方" }));
    assert_eq!(seen(), (0, json!([])), "a corrected half stands for the wrong one");
}

/// 3,600 yen of the grant and 1,400 of own funds are one slip: taken back together they leave nothing in the book.
#[test]
fn b07_both_halves_of_a_capped_cost_are_taken_back_in_one_act() {
    let desk = TestDesk::sample(PROGRAM);
    let spent = || desk.facts(2025)["books.expense_yen"].clone();
    let before = (spent(), desk.state_hash());
    let made = desk.call("accounts.record_entry", json!({ "year": 2025, "draft": tea(&desk) }))["value"]["id"].clone();
    let halves = desk.call("accounts.entry", json!({ "id": made }))["halves"].clone();
    let told: Vec<_> =
        halves.as_array().expect("halves").iter().map(|one| (&one["expense_yen"], &one["funding"])).collect();
    assert_eq!(told, [(&json!(1_400), &json!("自主財源"))]);
    let other = desk.call("accounts.entry", json!({ "id": halves[0]["id"] }))["halves"].clone();
    assert_eq!(other[0]["id"], made, "each names the other");
    desk.call("accounts.void_entry", json!({ "id": made, "with": [halves[0]["id"]], "reason": "二重に入れた" }));
    assert_eq!(spent(), before.0);
    assert!(desk.call("accounts.entry", json!({ "id": halves[0]["id"] }))["row"]["is_void"] == true);
    desk.call("office.undo", json!({}));
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before.1);
}
