//! What the rules say of a cost: while it is typed, above a cap, beyond the budget and beyond the award.

use super::*;

#[test]
fn b07_rules_speak_while_an_expense_is_typed_and_a_reason_stands_above_them() {
    let desk = TestDesk::sample(PROGRAM);
    let effect = |draft: &Value| desk.call("accounts.entry_effect", json!({ "year": 2025, "draft": draft }));
    let mut party = draft(&desk, GRANT, "8/2/1", "役員の懇親会", "12000");
    let told = effect(&party);
    assert_eq!(told["advice"]["eligibility"], "ineligible");
    assert!(told["warnings"].as_array().expect("warnings").iter().any(|w| w["code"] == "accounts.ineligible_on_grant"));
    party["eligibility_reason"] = json!("市の担当課に確かめた");
    let written = desk.call("accounts.record_entry", json!({ "year": 2025, "draft": party }));
    let entry = desk.call("accounts.entry", json!({ "id": written["value"]["id"] }));
    assert_eq!(entry["eligibility_reason"], "市の担当課に確かめた");
    assert_eq!(recorded(&desk, "役員の懇親会"), [(12_000, json!("eligible"), GRANT.to_owned())]);
}

/// Amount, verdict and source of money of the entries with these words.
fn recorded(desk: &TestDesk, description: &str) -> Vec<(i64, Value, String)> {
    let entries = desk.call("accounts.list_entries", json!({ "year": 2025 }))["entries"].clone();
    let mut all: Vec<_> = entries
        .as_array()
        .expect("entries")
        .iter()
        .filter(|e| e["description"] == description)
        .map(|e| {
            let funding = e["funding"].as_str().expect("words").to_owned();
            (e["expense_yen"].as_i64().expect("yen"), e["eligibility"].clone(), funding)
        })
        .collect();
    all.sort_by_key(|one| one.0);
    all
}

/// 茶菓 300円 a head: what is above it goes to own funds when the secretary says so, never by itself.
#[test]
fn b07_what_is_above_a_cap_per_head_goes_to_own_funds() {
    let desk = TestDesk::sample(PROGRAM);
    let effect = |draft: &Value| desk.call("accounts.entry_effect", json!({ "year": 2025, "draft": draft }));
    let codes = |effect: &Value| {
        let warnings = effect["warnings"].as_array().expect("warnings").clone();
        warnings.iter().map(|w| w["code"].as_str().expect("a code").to_owned()).collect::<Vec<_>>()
    };
    let mut tea = draft(&desk, GRANT, "8/2/1", "委員会の茶菓", "5000");
    let told = effect(&tea);
    assert_eq!((&told["asks_heads"], &told["own_yen"]), (&json!("人"), &Value::Null));
    assert!(codes(&told).contains(&"grants.heads_missing".to_owned()));
    tea["heads"] = json!("12");
    let told = effect(&tea);
    let [short, over] = ["accounts.purse_short", "grants.over_cap"].map(str::to_owned);
    assert_eq!((&told["own_yen"], codes(&told)), (&json!(1_400), vec![short, over]));
    let sentence = told["warnings"][1]["message"].as_str().expect("words");
    assert!(sentence.contains("300円 × 12人") && sentence.contains("1,400円"), "{sentence}");

    let before = grants(&desk, "")[0]["allocated_yen"].as_i64().expect("yen");
    let left = told["grant"]["left_yen"].as_i64().expect("yen");
    tea["split_over_cap"] = json!(true);
    assert_eq!(effect(&tea)["grant"]["left_yen"], left + 1_400, "what own funds bear the grant does not");
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": tea }));
    let parts = recorded(&desk, "委員会の茶菓");
    assert_eq!((parts[0].0, &parts[0].1), (1_400, &json!("ineligible")));
    assert_eq!(parts[1], (3_600, json!("eligible"), GRANT.to_owned()));
    assert_eq!(grants(&desk, "")[0]["allocated_yen"], before + 3_600);
    desk.call("office.undo", json!({}));
    assert_eq!(recorded(&desk, "委員会の茶菓"), [], "one act, taken back as one");
}

/// 20 % of the lower of the two lines (印刷製本費 503,000円, 通信運搬費 229,000円); it warns and hinders nothing.
#[test]
fn b09_a_reallocation_beyond_the_threshold_is_told_in_plain_words() {
    let desk = TestDesk::sample(PROGRAM);
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let items = choices["items"].as_array().expect("items");
    let item = |kou: &str| items.iter().find(|i| i["kou"] == kou).expect("an item")["id"].clone();
    let moves = |amount: &str| {
        let move_it = json!({
            "year": 2025, "on": "7/12/1", "from_item_id": item("印刷製本費"), "to_item_id": item("通信運搬費"),
            "amount": amount, "reason": "郵送が増えたため", "by": "役員会",
        });
        desk.call("accounts.reallocate", move_it);
        grants(&desk, "")[0]["warnings"].as_array().expect("warnings").clone()
    };
    assert_eq!(moves("45800"), [] as [Value; 0], "exactly a fifth");
    let told = moves("1");
    assert_eq!(told[0]["code"], "grants.change_needs_approval");
    let said = format!("{}{}", told[0]["message"].as_str().expect("words"), told[0]["hint"].as_str().expect("words"));
    for part in ["「印刷製本費」から「通信運搬費」", "45,801円", "229,000円の20％の45,800円"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let before = grants(&desk, "2025-11-30")[0]["warnings"].clone();
    assert_eq!(before, json!([]), "the day before it was moved");
}

#[test]
fn b09_charging_more_than_was_decided_is_told_and_hindered_by_nothing() {
    let desk = TestDesk::sample(PROGRAM);
    let over = draft(&desk, GRANT, "8/2/1", "のぼり旗", "9,999,999");
    let told = desk.call("accounts.entry_effect", json!({ "year": 2025, "draft": over }));
    let warnings = told["warnings"].as_array().expect("warnings").clone();
    let grant = warnings.iter().find(|w| w["code"] == "accounts.over_grant").expect("told");
    assert!(grant["message"].as_str().is_some_and(|m| m.contains("自主財源")) && told["problems"] == json!([]));
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": over }));
    assert!(grants(&desk, "")[0]["excess_yen"].as_i64().is_some_and(|excess| excess > 0));
}
