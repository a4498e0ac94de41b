//! What helps while an entry is typed: what is left of the budget, what the 部会 has left, and who was paid before (K01, B09).

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn choices(desk: &TestDesk) -> Value {
    desk.call("accounts.entry_choices", json!({ "year": 2025 }))
}

fn named(all: &Value, name: &str) -> Value {
    list(all).iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("{name} in {all}"))["id"].clone()
}

fn yen(value: &Value) -> i64 {
    value.as_i64().unwrap_or_else(|| panic!("yen: {value}"))
}

fn draft(desk: &TestDesk, fields: Value) -> Value {
    let choices = choices(desk);
    let mut draft = json!({
        "kind": "expense", "on": "8/3/12", "counterparty": "", "description": "コピー用紙", "amount": "",
        "item_id": named(&choices["items"], "消耗品費"), "purse_id": named(&choices["purses"], "現金"), "to_purse_id": null,
        "grant_id": null, "activity_id": null, "eligibility": null, "eligibility_reason": "", "has_receipt": true,
        "voucher_no": "", "to_item_id": null, "committee_id": null, "heads": "", "reimbursed_to": "",
    });
    for (field, typed) in fields.as_object().expect("fields") {
        draft[field] = typed.clone();
    }
    draft
}

fn effect(desk: &TestDesk, fields: Value) -> Value {
    desk.call("accounts.entry_effect", json!({ "year": 2025, "draft": draft(desk, fields), "instead_of": null }))
}

fn record(desk: &TestDesk, fields: Value) -> Value {
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft(desk, fields) }))["value"]["id"].clone()
}

fn codes(effect: &Value) -> Vec<&str> {
    list(&effect["warnings"]).iter().filter_map(|one| one["code"].as_str()).collect()
}

#[test]
fn k01_what_is_left_of_the_budget_is_told_to_the_yen_before_an_expense_is_recorded() {
    let desk = TestDesk::sample(PROGRAM);
    let item = named(&choices(&desk)["items"], "消耗品費");
    let row = || {
        let status = desk.call("accounts.budget_status", json!({ "year": 2025, "fund_id": null }));
        list(&status["expense"]["rows"]).iter().find(|row| row["item_id"] == item).expect("its row").clone()
    };
    let before = row();
    let seen = effect(&desk, json!({ "amount": "3千" }))["budget"].clone();
    assert_eq!(seen["title"], "消耗品費の予算");
    let told = ["whole_yen", "before_yen", "after_yen", "left_yen"].map(|name| yen(&seen[name]));
    let [whole, spent] = [yen(&before["budget_yen"]), yen(&before["budget_yen"]) - yen(&before["left_yen"])];
    assert_eq!(told, [whole, spent, spent + 3_000, whole - spent - 3_000]);
    record(&desk, json!({ "amount": "3千" }));
    assert_eq!(yen(&row()["left_yen"]), told[3], "the budget page says the same afterwards");

    let left = told[3].max(0);
    let seen = effect(&desk, json!({ "amount": left.to_string() }));
    assert!(!codes(&seen).contains(&"accounts.over_budget"), "to the last yen");
    let seen = effect(&desk, json!({ "amount": (left + 1).to_string() }));
    assert!(codes(&seen).contains(&"accounts.over_budget"), "one yen more");
    assert_eq!(seen["budget"]["left_yen"], -1);
    let income = named(&choices(&desk)["items"], "自治会負担金");
    let seen = effect(&desk, json!({ "kind": "income", "item_id": income, "amount": "99999999" }));
    assert!(!codes(&seen).contains(&"accounts.over_budget"), "more income than was planned is no warning");
}

/// A budget of 10,000 yen of 消耗品費 for one 部会.
fn given(desk: &TestDesk) -> Value {
    let committee = choices(desk)["committees"][0].clone();
    let item = named(&choices(desk)["items"], "消耗品費");
    let part = json!({ "words": "部会の用紙", "unit": "", "quantity": "", "times": "", "amount": "1万", "activity_id": null,
        "committee_id": committee["id"], "grant_id": null });
    desk.call("accounts.save_parts", json!({ "year": 2025, "item_id": item, "parts": [part] }));
    committee
}

#[test]
fn b09_what_a_committee_may_still_spend_is_told_and_what_goes_over_names_it() {
    let desk = TestDesk::sample(PROGRAM);
    assert_eq!(
        effect(&desk, json!({ "committee_id": choices(&desk)["committees"][0]["id"] }))["committee"],
        Value::Null
    );
    let committee = given(&desk);
    let own = json!(committee["id"]);
    record(&desk, json!({ "committee_id": own, "amount": "7,000" }));
    record(&desk, json!({ "amount": "500", "description": "事務局のもの" }));
    let seen = effect(&desk, json!({ "committee_id": own, "amount": "3,000" }));
    let told = ["whole_yen", "before_yen", "after_yen", "left_yen"].map(|name| yen(&seen["committee"][name]));
    assert_eq!(told, [10_000, 7_000, 10_000, 0]);
    assert!(!codes(&seen).contains(&"accounts.over_committee"));
    let seen = effect(&desk, json!({ "committee_id": own, "amount": "5,345" }));
    let over = list(&seen["warnings"]).iter().find(|one| one["code"] == "accounts.over_committee").expect("told");
    let said = over["message"].as_str().expect("words");
    let name = committee["name"].as_str().expect("a name");
    assert!(
        said.contains("部会別決算書") && said.contains(&format!("「{name}」")) && said.contains("2,345円"),
        "{said}"
    );
    assert_eq!(seen["problems"], json!([]), "a warning hinders nothing");
}

#[test]
fn k01_who_was_paid_before_is_offered_with_what_it_was_for() {
    let desk = TestDesk::sample(PROGRAM);
    let other = named(&choices(&desk)["items"], "通信運搬費");
    let shop = |desk: &TestDesk| {
        let all = choices(desk)["counterparties"].clone();
        list(&all).iter().find(|one| one["name"] == "新顔商店").cloned()
    };
    assert_eq!(shop(&desk), None);
    record(&desk, json!({ "counterparty": "新顔商店", "amount": "1,200", "on": "8/3/30", "description": "のり" }));
    let id = record(
        &desk,
        json!({ "counterparty": "新顔商店", "amount": "840", "on": "8/3/31", "description": "五輪の切手", "item_id": other }),
    );
    let known = shop(&desk).expect("offered");
    let said = [&known["description"], &known["amount_yen"], &known["item_id"], &known["on_label"]];
    assert_eq!(said, [&json!("五輪の切手"), &json!(840), &other, &json!("R8.3.31")], "what it was the last time");
    let first = choices(&desk)["counterparties"][0]["name"].clone();
    assert_eq!(first, "新顔商店", "the newest first");
    let descriptions = |desk: &TestDesk| -> Vec<String> {
        let all = choices(desk)["descriptions"].clone();
        list(&all).iter().map(|one| one.as_str().expect("words").to_owned()).collect()
    };
    let offered = descriptions(&desk);
    assert_eq!((offered[0].as_str(), offered.iter().filter(|one| *one == "五輪の切手").count()), ("五輪の切手", 1));
    desk.call("accounts.void_entry", json!({ "id": id, "reason": "まちがい" }));
    assert_eq!(shop(&desk).expect("offered")["description"], "のり", "what was taken back is offered no more");
    assert!(!descriptions(&desk).contains(&"五輪の切手".to_owned()));
    let next = desk.call("accounts.entry_choices", json!({ "year": 2026 }));
    let in_next =
        list(&next["counterparties"]).iter().find(|one| one["name"] == "新顔商店").expect("in the year after");
    assert_eq!(in_next["description"], "のり");
    assert!(!list(&next["descriptions"]).contains(&json!("五輪の切手")), "nor in the year after");
}

#[test]
fn k01_a_number_that_stands_on_another_slip_is_told_and_hinders_nothing() {
    let desk = TestDesk::sample(PROGRAM);
    let taken = |fields: Value| codes(&effect(&desk, fields)).contains(&"accounts.voucher_taken");
    assert!(!taken(json!({ "voucher_no": "901", "amount": "840" })), "a new number");
    let id = record(&desk, json!({ "voucher_no": "901", "amount": "3,300" }));
    let seen = effect(&desk, json!({ "voucher_no": "９０１", "amount": "840", "description": "切手" }));
    let told = list(&seen["warnings"]).iter().find(|one| one["code"] == "accounts.voucher_taken").expect("told");
    assert_eq!(told["message"], "901番の伝票は、もう記帳してあります（R8.3.12「コピー用紙」3,300円）。");
    assert_eq!(told["params"]["field"], "voucher_no", "it is told beside the number");
    assert_eq!(seen["problems"], json!([]), "two slips may bear one number all the same");
    assert!(!taken(json!({ "voucher_no": "", "amount": "840" })), "the next free one is taken");
    let own = json!({ "year": 2025, "draft": draft(&desk, json!({ "voucher_no": "901", "amount": "3,301" })), "instead_of": id });
    assert!(!codes(&desk.call("accounts.entry_effect", own)).contains(&"accounts.voucher_taken"), "its own number");
    desk.call("accounts.void_entry", json!({ "id": id, "reason": "まちがい" }));
    assert!(!taken(json!({ "voucher_no": "901", "amount": "840" })), "what was taken back has given its number free");
}
