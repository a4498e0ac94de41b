//! 予算: by 款項目節 with the year before, 補正 side by side, 流用 with its limit, and two years open at once.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

fn add(desk: &TestDesk, side: &str, levels: [&str; 4]) -> Value {
    let [kan, kou, moku, setsu] = levels;
    let item = json!({ "side": side, "kan": kan, "kou": kou, "moku": moku, "setsu": setsu, "fund_id": null });
    desk.call("accounts.add_item", item)["value"]["id"].take()
}

fn line(item: &Value, amount: &str) -> Value {
    json!({ "item_id": item, "amount": amount, "note": "" })
}

fn put(desk: &TestDesk, year: i32, lines: &[Value]) {
    desk.call("accounts.put_lines", json!({ "year": year, "lines": lines }));
}

fn status(desk: &TestDesk, year: i32) -> Value {
    desk.call("accounts.budget_status", json!({ "year": year, "fund_id": null }))
}

fn row(status: &Value, side: &str, name: &str) -> Value {
    let rows = status[side]["rows"].as_array().expect("rows");
    rows.iter().find(|row| row["name"] == name).unwrap_or_else(|| panic!("{name} in {rows:?}")).clone()
}

fn codes(status: &Value) -> Vec<&str> {
    let warnings = status["warnings"].as_array().expect("warnings").iter();
    warnings.map(|one| one["code"].as_str().expect("a code")).collect()
}

/// 会費 100,000 against 会議費 30,000, 印刷費 50,000 and 予備費 20,000 of 令和7年度.
fn planned(desk: &TestDesk) -> [Value; 4] {
    let fee = add(desk, "income", ["会費", "", "", ""]);
    let food = add(desk, "expense", ["事務費", "会議費", "", ""]);
    let print = add(desk, "expense", ["事務費", "需用費", "印刷", "広報紙"]);
    let reserve = add(desk, "expense", ["予備費", "", "", ""]);
    let lines = [line(&fee, "１０万"), line(&food, "3万"), line(&print, "50,000"), line(&reserve, "2万円")];
    put(desk, 2025, &lines);
    [fee, food, print, reserve]
}

fn revision(desk: &TestDesk, id: Value, changes: &[Value]) -> Value {
    let asked = json!({ "year": 2025, "id": id, "reason": "広報紙をふやすため", "changes": changes });
    desk.call("accounts.save_revision", asked)["value"]["id"].take()
}

#[test]
fn b01_the_budget_is_a_tree_to_the_depth_used_with_the_year_before_beside_it() {
    let desk = TestDesk::empty(PROGRAM);
    let [_, food, print, _] = planned(&desk);
    let this = status(&desk, 2025);
    let names: Vec<(i64, &str)> = this["expense"]["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| (row["depth"].as_i64().expect("a depth"), row["name"].as_str().expect("a name")))
        .collect();
    assert_eq!(names, [(0, "事務費"), (1, "会議費"), (1, "需用費"), (2, "印刷"), (3, "広報紙"), (0, "予備費")]);
    assert_eq!(row(&this, "expense", "事務費")["initial_yen"], 80_000, "a heading is the sum of what stands under it");
    assert_eq!(codes(&this), Vec::<&str>::new(), "it balances");

    desk.call("accounts.copy_budget", json!({ "from": 2025, "year": 2026 }));
    put(&desk, 2026, &[line(&food, "35,000")]);
    let next = status(&desk, 2026);
    let food = row(&next, "expense", "会議費");
    assert_eq!(
        (&food["previous_yen"], &food["initial_yen"], &food["is_changed"]),
        (&json!(30_000), &json!(35_000), &json!(true))
    );
    assert_eq!(row(&next, "expense", "広報紙")["is_changed"], false);
    assert_eq!(codes(&next), ["accounts.budget_unbalanced"], "said, not refused");
    let refused = desk.refused("accounts.put_lines", json!({ "year": 2026, "lines": [line(&print, "約5万と少し")] }));
    assert_eq!(refused.params["field"], print.as_str().expect("an id"), "the line that cannot be read is named");
}

#[test]
fn b03_every_revision_stands_beside_the_first_budget_and_is_never_written_over() {
    let desk = TestDesk::empty(PROGRAM);
    let [_, food, print, reserve] = planned(&desk);
    let decided = json!({ "year": 2025, "on": "7/4/20", "by": "定期総会" });
    desk.call("accounts.decide_budget", decided.clone());
    assert_eq!(desk.refused("accounts.decide_budget", decided).code, "accounts.budget_decided");
    let late = json!({ "year": 2025, "lines": [line(&food, "1")] });
    assert_eq!(desk.refused("accounts.put_lines", late).code, "accounts.budget_decided");

    let first = revision(&desk, Value::Null, &[line(&print, "15,000"), line(&food, "△5千")]);
    let drafted = status(&desk, 2025);
    assert_eq!(row(&drafted, "expense", "広報紙")["revised"], json!([15_000]), "a draft is seen");
    assert_eq!(row(&drafted, "expense", "広報紙")["budget_yen"], 50_000, "and does not count");
    assert_eq!(codes(&drafted), ["accounts.revision_unbalanced"]);
    revision(&desk, first.clone(), &[line(&print, "15,000"), line(&food, "△5千"), line(&reserve, "△1万")]);
    assert_eq!(codes(&status(&desk, 2025)), Vec::<&str>::new());

    let meeting = json!({ "year": 2025, "id": first, "on": "7/12/1", "by": "臨時総会" });
    desk.call("accounts.decide_revision", meeting);
    let second = revision(&desk, Value::Null, &[line(&reserve, "△1千"), line(&food, "1千")]);
    desk.call("accounts.decide_revision", json!({ "year": 2025, "id": second, "on": "8/2/1", "by": "役員会" }));
    let after = status(&desk, 2025);
    let food = row(&after, "expense", "会議費");
    assert_eq!(
        (&food["initial_yen"], &food["revised"], &food["budget_yen"]),
        (&json!(30_000), &json!([-5_000, 1_000]), &json!(26_000))
    );
    assert_eq!(after["revisions"][0]["decided"], json!({ "on_label": "令和7年12月1日", "by": "臨時総会" }));
    assert_eq!(after["expense"]["total"]["budget_yen"], 100_000);
}

#[test]
fn b03_two_drafts_never_take_the_same_money_and_a_decided_budget_takes_no_further_lines() {
    let desk = TestDesk::empty(PROGRAM);
    let [fee, food, ..] = planned(&desk);
    let decide = |year: i32| json!({ "year": year, "on": "7/4/20", "by": "定期総会" });
    desk.call("accounts.decide_budget", decide(2025));
    let drafts = [0, 1].map(|_| revision(&desk, Value::Null, &[line(&food, "-20,000"), line(&fee, "-20,000")]));
    let decision = |id: &Value| json!({ "year": 2025, "id": id, "on": "7/9/1", "by": "臨時総会" });
    desk.call("accounts.decide_revision", decision(&drafts[0]));
    let refused = desk.refused("accounts.decide_revision", decision(&drafts[1]));
    assert_eq!(refused.code, "accounts.revision_below_zero");
    assert!(refused.message.contains("会議費"), "{}", refused.message);
    assert_eq!(row(&status(&desk, 2025), "expense", "会議費")["budget_yen"], 10_000);

    put(&desk, 2026, &[line(&fee, "10万")]);
    desk.call("accounts.decide_budget", json!({ "year": 2026, "on": "8/4/19", "by": "定期総会" }));
    let copy = desk.refused("accounts.copy_budget", json!({ "from": 2025, "year": 2026 }));
    assert_eq!(copy.code, "accounts.budget_decided", "what a meeting left out does not come back");
}

#[test]
fn b04_what_is_moved_beyond_the_limit_is_said_and_never_refused() {
    let desk = TestDesk::empty(PROGRAM);
    let [_, food, print, reserve] = planned(&desk);
    let effect = |amount: &str| {
        let asked = json!({ "year": 2025, "from_item_id": food, "to_item_id": print, "amount": amount });
        desk.call("accounts.reallocation_effect", asked)
    };
    assert_eq!(codes(&effect("6,000")), Vec::<&str>::new(), "20 % of the lower line, 会議費 30,000");
    assert_eq!(codes(&effect("6,001")), ["accounts.moved_over_limit"]);
    assert_eq!(codes(&effect("30,001")), ["accounts.moved_over_limit", "accounts.line_below_zero"]);
    assert_eq!(effect("6,001")["from_left_yen"], 23_999);

    let moved = |from: &Value, to: &Value, amount: &str| json!({ "year": 2025, "on": "7/9/1", "from_item_id": from, "to_item_id": to, "amount": amount, "reason": "不足のため", "by": "会長" });
    let once = desk.call("accounts.reallocate", moved(&food, &print, "6,000"))["value"]["id"].take();
    desk.call("accounts.reallocate", moved(&food, &print, "1"));
    desk.call("accounts.reallocate", moved(&reserve, &print, "2千"));
    let after = status(&desk, 2025);
    assert_eq!(codes(&after), ["accounts.moved_over_limit"], "what was moved in two steps counts together");
    assert_eq!(row(&after, "expense", "広報紙")["moved_yen"], 8_001);
    let kinds: Vec<&Value> = after["moves"].as_array().expect("moves").iter().map(|one| &one["kind"]).collect();
    assert_eq!(kinds, ["reallocation", "reallocation", "contingency"]);
    desk.call("accounts.take_back_reallocation", json!({ "year": 2025, "id": once }));
    assert_eq!(row(&status(&desk, 2025), "expense", "会議費")["budget_yen"], 29_999);
    let nowhere = desk.refused("accounts.reallocate", moved(&food, &Value::Null, "1千"));
    assert_eq!((nowhere.code.as_str(), nowhere.params["field"].as_str()), ("accounts.item_missing", "to_item_id"));
}

#[test]
fn b05_two_years_are_open_at_once_and_each_fund_has_its_own_budget() {
    let desk = TestDesk::empty(PROGRAM);
    let [fee, ..] = planned(&desk);
    let fund = json!({ "id": null, "name": "防災特別会計", "kind": "special", "purpose": "", "target": "", "until_year": null, "is_closed": false });
    let fund = desk.call("accounts.save_fund", fund)["value"]["id"].take();
    let item = json!({ "side": "expense", "kan": "備品費", "kou": "", "moku": "", "setsu": "", "fund_id": fund });
    let tools = desk.call("accounts.add_item", item)["value"]["id"].take();
    put(&desk, 2025, &[line(&tools, "7万")]);
    put(&desk, 2026, &[line(&fee, "12万")]);
    assert_eq!(status(&desk, 2025)["expense"]["total"]["budget_yen"], 100_000, "一般会計 without the other one");
    let own = desk.call("accounts.budget_status", json!({ "year": 2025, "fund_id": fund }));
    assert_eq!(own["expense"]["total"]["budget_yen"], 70_000);
    assert_eq!(own["funds"].as_array().expect("funds").len(), 2);
    let next = row(&status(&desk, 2026), "income", "会費");
    assert_eq!((&next["initial_yen"], &next["previous_yen"]), (&json!(120_000), &json!(100_000)));
    assert_eq!(
        row(&status(&desk, 2025), "income", "会費")["initial_yen"],
        100_000,
        "the year before stays open and as it was"
    );
}

#[test]
fn b01_b03_the_papers_say_what_the_budget_is_and_how_it_was_changed() {
    let desk = TestDesk::empty(PROGRAM);
    let [fee, food, print, reserve] = planned(&desk);
    desk.call("accounts.decide_budget", json!({ "year": 2025, "on": "7/4/20", "by": "定期総会" }));
    assert_eq!(
        desk.facts(2025)["settlement.versions"],
        Value::Null,
        "nothing changed: the settlement shows one column"
    );
    let first = revision(&desk, Value::Null, &[line(&print, "5,000"), line(&reserve, "△5,000")]);
    let drafted = &desk.facts(2025)["budget.revisions"][0];
    assert_eq!(drafted["title"], "第1次補正予算（案）");
    desk.call("accounts.decide_revision", json!({ "year": 2025, "id": first, "on": "7/12/1", "by": "臨時総会" }));
    desk.call("accounts.copy_budget", json!({ "from": 2025, "year": 2026 }));
    put(&desk, 2026, &[line(&fee, "110,000"), line(&food, "40,000")]);

    let this = desk.facts(2025);
    assert_eq!(this["budget.decided"], "令和7年4月20日　定期総会で決定");
    let revised = &this["budget.revisions"][0];
    assert_eq!(revised["decided"], "令和7年12月1日　臨時総会で決定");
    let sums = |side: &str| ["before", "change", "after"].map(|of| revised[format!("{side}_{of}_yen")].as_i64());
    assert_eq!(sums("expense"), [Some(100_000), Some(0), Some(100_000)]);
    let paper = &revised["expense"][1];
    assert_eq!(
        (&paper["item"], &paper["before_yen"], &paper["change_yen"], &paper["after_yen"]),
        (&json!("広報紙"), &json!(50_000), &json!(5_000), &json!(55_000))
    );
    assert_eq!(
        (&this["settlement.versions"], &this["settlement.expense_initial_yen"]),
        (&json!("有"), &json!(100_000))
    );

    let next = &desk.facts(2026)["budget.funds"][0];
    assert_eq!(
        (&next["expense_initial_yen"], &next["expense_previous_yen"], &next["expense_increase_yen"]),
        (&json!(110_000), &json!(100_000), &json!(10_000))
    );
    let kan = &next["expense_kan"][0];
    assert_eq!((&kan["kan"], &kan["initial_yen"]), (&json!("事務費"), &json!(95_000)));
    assert_eq!((&next["expense"][1]["setsu"], &next["expense"][1]["previous_yen"]), (&json!("広報紙"), &json!(55_000)));
    let papers = [
        ("budget-statement", 2026),
        ("budget-plain", 2026),
        ("budget-council", 2026),
        ("budget-office", 2026),
        ("revised-budget", 2025),
        ("budget-versions", 2025),
        ("settlement-statement", 2025),
        ("settlement-plain", 2025),
        ("settlement-meeting", 2025),
        ("settlement-comparison", 2025),
        ("settlement-office", 2025),
    ];
    for (form, year) in papers {
        for format in ["pdf", "xlsx"] {
            let asked = json!({ "form": form, "year": year, "format": format, "folder": null });
            let made = desk.call("reports.output", asked);
            assert!(desk.path(&made["files"][0]["token"]).is_file(), "{form} {format}");
        }
    }
}

#[test]
fn b01_a_year_that_has_not_begun_has_no_lines_of_the_year_before() {
    let desk = TestDesk::sample(PROGRAM);
    let next = status(&desk, 2026);
    assert_eq!((&next["income"]["rows"], &next["expense"]["rows"]), (&json!([]), &json!([])));
    desk.call("accounts.copy_budget", json!({ "from": 2025, "year": 2026 }));
    assert!(status(&desk, 2026)["expense"]["rows"].as_array().is_some_and(|rows| rows.len() > 5), "once it is copied");
}
