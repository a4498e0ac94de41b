//! How far the cost of what a grant pays for may change before the city is asked (`domain` 3.6), through the door.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::grant_years::{council, decide, draft, grant, yen};

fn add_line(desk: &TestDesk, kan: &str) -> Value {
    let names = json!({ "side": "expense", "kan": kan, "kou": "", "moku": "", "setsu": "", "fund_id": null });
    desk.call("accounts.add_item", names)["value"]["id"].clone()
}

fn change(item: &Value, amount: &str) -> Value {
    json!([{ "item_id": item, "amount": amount, "note": "" }])
}

/// What is told of a 補正 while it is drafted.
fn drafted(desk: &TestDesk, changes: &Value) -> String {
    let effect = desk.call("accounts.revision_effect", json!({ "year": 2025, "changes": changes }));
    let told = effect["warnings"].as_array().expect("warnings").clone();
    told.iter().map(|one| format!("{}{}", one["message"], one["hint"])).collect()
}

fn revise(desk: &TestDesk, changes: &Value, on: &str) {
    let asked = json!({ "year": 2025, "id": null, "reason": "見なおし", "changes": changes });
    let id = desk.call("accounts.save_revision", asked)["value"]["id"].clone();
    desk.call("accounts.decide_revision", json!({ "year": 2025, "id": id, "on": on, "by": "役員会" }));
}

fn step(desk: &TestDesk, name: &str, stage: &str, on: &str) {
    let id = grant(desk, 2025, name)["id"].clone();
    desk.call("grants.record_step", json!({
        "id": null, "grant_id": id, "year": 2025, "stage": stage, "state": "done", "on": on, "number": "", "amount": "",
        "note": "",
    }));
}

fn warnings(desk: &TestDesk, name: &str, code: &str) -> Vec<String> {
    let warnings = grant(desk, 2025, name)["warnings"].as_array().expect("warnings").clone();
    let of_code = warnings.iter().filter(|one| one["code"] == code);
    of_code.map(|one| format!("{}{}", one["message"], one["hint"])).collect()
}

/// いわき市: of a council with 3,000,000 yen of other work the fifth is that of モデル事業費, 1,000,000 yen, alone.
#[test]
fn b09_iwaki_looks_at_the_lines_of_the_grant_and_at_no_others() {
    let (desk, name) = (council("iwaki"), "自治会活性化応援モデル事業補助金");
    let [model, other] = ["モデル事業費", "夏祭り費"].map(|kan| add_line(&desk, kan));
    let lines = [change(&model, "1,000,000"), change(&other, "3,000,000")].map(|one| one[0].clone());
    desk.call("accounts.put_lines", json!({ "year": 2025, "lines": lines }));
    desk.call("accounts.decide_budget", json!({ "year": 2025, "on": "7/4/20", "by": "定期総会" }));
    decide(&desk, 2025, name, "500000");
    assert!(
        drafted(&desk, &change(&model, "800,001")).contains("一般会計の支出の全体"),
        "nothing says yet what the grant pays for"
    );
    let mut paid = draft(&desk, name, "expense", "400,000");
    paid["item_id"] = model.clone();
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": paid }));

    assert_eq!(drafted(&desk, &change(&other, "△3,000,000")), "", "the festival is no affair of this grant");
    assert_eq!(drafted(&desk, &change(&model, "△200,000")), "", "exactly a fifth");
    for (amount, after) in [("200,001", "1,200,001円"), ("△200,001", "799,999円")] {
        let told = drafted(&desk, &change(&model, amount));
        assert!(
            told.contains(after) && told.contains("20％の200,000円") && told.contains("「モデル事業費」で"),
            "{told}"
        );
    }
    revise(&desk, &change(&other, "1,500,000"), "7/9/1");
    assert_eq!(warnings(&desk, name, "grants.cost_revised"), [] as [String; 0]);
    revise(&desk, &change(&model, "△200,001"), "7/10/1");
    assert!(warnings(&desk, name, "grants.cost_revised")[0].contains("799,999円"));
    step(&desk, name, "change", "7/10/20");
    assert_eq!(warnings(&desk, name, "grants.cost_revised"), [] as [String; 0], "the city has approved it");

    step(&desk, name, "completion", "8/1/20");
    let spent = |amount: &str| {
        let mut own = draft(&desk, name, "expense", amount);
        (own["item_id"], own["grant_id"], own["eligibility"]) = (model.clone(), Value::Null, Value::Null);
        desk.call("accounts.record_entry", json!({ "year": 2025, "draft": own }));
        warnings(&desk, name, "grants.cost_settled")
    };
    assert!(spent("239,999")[0].contains("639,999円"), "160,000 less than 799,999, of which a fifth is 159,999");
    assert_eq!(spent("1"), [] as [String; 0], "159,999 less");
}

/// いわき市: 事業費 may change by a fifth of what it was when the city decided, up or down, by 補正 and in the settlement.
#[test]
fn b09_iwaki_a_cost_that_changes_by_more_than_a_fifth_is_told_wherever_it_changes() {
    let (desk, name) = (council("iwaki"), "自治会活性化応援モデル事業補助金");
    let item = add_line(&desk, "モデル事業費");
    let line = |amount: &str| change(&item, amount);
    desk.call("accounts.put_lines", json!({ "year": 2025, "lines": line("1,000,000") }));
    desk.call("accounts.decide_budget", json!({ "year": 2025, "on": "7/4/20", "by": "定期総会" }));
    decide(&desk, 2025, name, "500000");
    let drafted = |amount: &str| drafted(&desk, &line(amount));
    assert_eq!(
        [drafted("200,000"), drafted("△200,000"), drafted("2十"), drafted("")].concat(),
        "",
        "exactly a fifth is quiet"
    );
    for (amount, after) in [("200,001", "1,200,001円"), ("△200,001", "799,999円")] {
        let told = drafted(amount);
        assert!(told.contains(after) && told.contains("200,001円") && told.contains("20％の200,000円"), "{told}");
    }
    let told = |code: &str| warnings(&desk, name, code).len();
    let revise = |amount: &str, on: &str| revise(&desk, &line(amount), on);
    revise("200,000", "7/9/1");
    assert_eq!(told("grants.cost_revised"), 0);
    assert!(drafted("1").contains("1,200,001円"), "one yen more on top of what was decided");
    revise("1", "7/10/1");
    assert_eq!(told("grants.cost_revised"), 1);

    step(&desk, name, "change", "7/10/20");
    assert_eq!(told("grants.cost_revised"), 0, "the city has approved it");
    assert_eq!(told("grants.cost_settled"), 0, "the work is not done yet");
    step(&desk, name, "completion", "8/1/20");
    let spent = yen(&desk.facts(2025), ["settlement.expense_yen"])[0];
    let is_off = (spent - 1_200_001).abs() > 240_000;
    assert_eq!(told("grants.cost_settled"), usize::from(is_off));
    assert!(is_off, "the ledger of the specimen is far beyond: {spent}");
}
