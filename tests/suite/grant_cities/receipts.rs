//! Cities that pay nothing without a receipt, and what they and others say of what recurs and of the day on a receipt.

use super::*;

/// 東員町: no receipt, no grant.
#[test]
fn b07_toin_pays_nothing_without_a_receipt() {
    let name = "地域づくり交付金";
    let desk = decided("toin", name, "200000");
    let with_receipt = |has: bool| effect(&desk, &expense(&desk, name, "5000", json!({ "has_receipt": has })));
    assert!(warns(&with_receipt(false), "grants.receipt_needed"));
    assert!(!warns(&with_receipt(true), "grants.receipt_needed"));
    let verdict = |has: bool| with_receipt(has)["verdict"].clone();
    assert_eq!([verdict(false), verdict(true)], [json!("ineligible"), json!("unclear")]);
    let bare = expense(&desk, name, "5000", json!({ "has_receipt": false }));
    let refused = desk.refused("accounts.record_entry", json!({ "year": 2025, "draft": bare }));
    assert_eq!(refused.code, "accounts.verdict_reason_missing");
}

/// 東員町: what was charged and is proven no longer is paid by own funds on every paper, and told before closing.
#[test]
fn b08_toin_leaves_out_what_lost_its_receipt_until_there_is_a_reason() {
    let name = "地域づくり交付金";
    let desk = decided("toin", name, "200000");
    let draft = |amount: &str| expense(&desk, name, amount, json!({}));
    let [of_others] = yen(&desk.facts(2025), ["settlement.eligible_yen"]);
    record(&desk, &draft("30000"));
    let id = desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft("5000") }))["value"]["id"].clone();
    let granted = |desk: &TestDesk| {
        let facts = desk.facts(2025);
        let of_source = facts["by_source.parts"].as_array().expect("parts").iter().find(|part| part["name"] == name);
        let of_source = of_source.map_or(0, |part| part["expense_yen"].as_i64().expect("yen"));
        let [fixed, allocated] = yen(&grant(desk, 2025, name), ["fixed_yen", "allocated_yen"]);
        [fixed, allocated, yen(&facts, ["settlement.eligible_yen"])[0] - of_others, of_source]
    };
    let told = |desk: &TestDesk| {
        let findings = desk.call("accounts.year_state", json!({ "year": 2025 }))["findings"].clone();
        let all = findings.as_array().expect("findings").clone();
        all.into_iter().find(|one| one["told"]["code"] == "grants.without_receipt")
    };
    assert_eq!((granted(&desk), told(&desk)), ([35_000; 4], None));
    desk.call("accounts.set_receipt", json!({ "id": id, "has_receipt": false }));
    assert_eq!(granted(&desk), [30_000; 4]);
    let found = told(&desk).expect("told before closing");
    let words = found["told"]["message"].as_str().expect("words");
    assert!(words.contains(name) && words.contains("1件5,000円"), "{words}");
    assert_eq!((&found["place"], &found["is_in_the_way"]), (&json!("accounts?missing=receipt"), &json!(false)));
    let entry = desk.call("accounts.entry", json!({ "id": id }));
    assert_eq!(entry["against"][0]["code"], "grants.receipt_needed");

    let judge = |reason: &str| json!({ "id": id, "eligibility": "eligible", "reason": reason });
    assert_eq!(desk.refused("accounts.set_eligibility", judge("")).code, "accounts.verdict_reason_missing");
    desk.call("accounts.set_eligibility", judge("自動販売機で、町の担当課に確かめた"));
    assert_eq!((granted(&desk), told(&desk)), ([35_000; 4], None), "somebody answers for it");
}

/// 東員町: what was written about something else is no reason for a receipt that is not there, and the books say so.
#[test]
fn b09_a_reason_answers_only_what_it_was_asked_for() {
    let name = "地域づくり交付金";
    let desk = decided("toin", name, "200000");
    let sure = json!({ "eligibility_reason": "対象になると、町の担当課に確かめた" });
    let draft = expense(&desk, name, "5000", sure);
    let id = desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft }))["value"]["id"].clone();
    let seen = |id: &Value| {
        let rows = desk.call("accounts.list_entries", json!({ "year": 2025 }))["entries"].clone();
        let row = rows.as_array().expect("rows").iter().find(|row| row["id"] == *id).expect("the row").clone();
        let record = desk.call("accounts.entry", json!({ "id": id }))["row"].clone();
        assert_eq!(record["is_unreceipted"], row["is_unreceipted"], "the book and the page of the entry");
        assert_eq!(row["eligibility"], "eligible", "as it was judged");
        (row["is_unreceipted"] == true, yen(&grant(&desk, 2025, name), ["allocated_yen"])[0])
    };
    assert_eq!(seen(&id), (false, 5_000));
    desk.call("accounts.set_receipt", json!({ "id": id, "has_receipt": false }));
    assert_eq!(seen(&id), (true, 0), "nobody has answered for the receipt");

    let mut right = desk.call("accounts.entry", json!({ "id": id }))["draft"].clone();
    right["amount"] = json!("6000");
    let corrected = json!({ "id": id, "year": 2025, "draft": right, "reason": "写しまちがい" });
    let id = desk.call("accounts.correct_entry", corrected)["value"]["id"].clone();
    assert_eq!(seen(&id), (true, 0), "the same words once more");
    let answer = json!({ "id": id, "eligibility": "eligible", "reason": "自動販売機で、町の担当課に確かめた" });
    desk.call("accounts.set_eligibility", answer);
    assert_eq!(seen(&id), (false, 6_000));
    desk.call("office.undo", json!({}));
    assert_eq!(seen(&id), (true, 0));
}

fn save_recurring(desk: &TestDesk, id: &Value, draft: &Value) -> Value {
    desk.call("accounts.save_recurring", json!({ "year": 2025, "id": id, "draft": draft }))["value"]["id"].clone()
}

/// What comes on the 5th of every month, as it is typed.
fn monthly(entry: &Value) -> Value {
    json!({ "entry": entry, "months": "毎月", "day": "5", "until": "" })
}

fn record_month(desk: &TestDesk, id: &Value, month: &str) -> Value {
    desk.call("accounts.record_recurring", json!({ "id": id, "month": month }))["value"]["id"].clone()
}

/// 刈谷市: of what recurs a month that was paid before the decision is left open, the others are 対象 as was chosen.
#[test]
fn b07_kariya_judges_each_month_of_what_recurs_on_its_own_day() {
    let name = "自治会業務効率化支援補助金";
    let desk = council("kariya");
    desk.call("grants.add", json!({ "year": 2025, "name": name }));
    let cost = expense(&desk, name, "5000", json!({ "on": "7/4/1" }));
    let id = save_recurring(&desk, &Value::Null, &monthly(&cost));
    decide(&desk, 2025, name, "200000");
    let verdict = |month: &str| {
        let entry = desk.call("accounts.entry", json!({ "id": record_month(&desk, &id, month) }));
        entry["row"]["eligibility"].clone()
    };
    assert_eq!(["2025-04", "2025-05"].map(verdict), [json!("unclear"), json!("eligible")]);
}

/// 東員町: what recurs is written anew without a reason, and is charged once its receipt is there.
#[test]
fn b07_toin_asks_for_the_receipt_of_each_month_and_not_of_what_recurs() {
    let name = "地域づくり交付金";
    let desk = decided("toin", name, "200000");
    let cost = expense(&desk, name, "5000", json!({ "on": "7/5/1" }));
    let id = save_recurring(&desk, &Value::Null, &monthly(&cost));
    let mut draft = desk.call("accounts.list_recurring", json!({ "year": 2025 }))[0]["draft"].clone();
    draft["entry"]["amount"] = json!("6000");
    let effect = desk.call("accounts.recurring_effect", json!({ "year": 2025, "draft": draft }));
    assert!(!warns(&effect, "grants.receipt_needed"), "{effect}");
    save_recurring(&desk, &id, &draft);
    let entry = record_month(&desk, &id, "2025-05");
    let allocated = |desk: &TestDesk| yen(&grant(desk, 2025, name), ["allocated_yen"]);
    assert_eq!(allocated(&desk), [0]);
    desk.call("accounts.set_receipt", json!({ "id": entry, "has_receipt": true }));
    assert_eq!(allocated(&desk), [6_000]);
}

/// 刈谷市 and 香取市: the day on a receipt is one on which its grant pays; a bill of own funds may be paid until the end of May.
#[test]
fn k02_the_day_on_a_receipt_is_one_that_its_grant_takes() {
    let state = |desk: &TestDesk, cost: &Value, on: &str| {
        let id = desk.call("accounts.record_entry", json!({ "year": 2025, "draft": cost }))["value"]["id"].clone();
        let part = json!([{ "entry_id": id, "amount": "" }]);
        let paper = crate::receipt_bars::draft(5_000, part);
        let id = crate::receipt_bars::saved(desk, &with(paper, json!({ "on": on })), None);
        let states = crate::receipt_bars::states(desk, &id);
        states.into_iter().find(|(check, _)| check == "period").expect("the check").1
    };
    let name = "自治会業務効率化支援補助金";
    let desk = decided("kariya", name, "200000");
    let cost = expense(&desk, name, "5000", json!({}));
    assert_eq!(["7/4/20", "7/4/21"].map(|on| state(&desk, &cost, on)), ["bad", "good"], "the day of 決定");
    let own = json!({ "grant_id": null, "eligibility": null });
    assert_eq!(state(&desk, &with(cost.clone(), own.clone()), "7/4/20"), "good", "own funds wait for no 決定");
    let out = json!({ "eligibility": "ineligible", "eligibility_reason": "交付決定の前に頼んだ" });
    assert_eq!(state(&desk, &with(cost.clone(), out), "7/4/20"), "good", "nor does what the grant does not pay");

    let late = json!({ "on": "8/5/10", "is_out_of_year": true });
    assert_eq!(state(&desk, &with(with(cost, own.clone()), late.clone()), "8/5/10"), "good", "未払 of the year");
    let name = "地域振興事業補助金";
    let desk = decided("katori", name, "200000");
    let explained = json!({ "eligibility_reason": "市に確かめた" });
    let cost = with(expense(&desk, name, "5000", explained), late);
    assert_eq!(state(&desk, &cost, "8/5/10"), "bad", "対象期間 has ended");
    assert_eq!(state(&desk, &with(cost, own), "8/5/10"), "good");
}
