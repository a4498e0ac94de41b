//! 事業の科目と財源: chosen in the plan of a year; budget, papers and slips follow.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::closing_bars::close;
use crate::papers::{pdf_text, put_out};
use crate::plan::draft;

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn planned(desk: &TestDesk, year: i32) -> Value {
    desk.call("activities.plan", json!({ "year": year }))
}

fn line(desk: &TestDesk, year: i32) -> Value {
    line_of(desk, year, "夜市")
}

fn line_of(desk: &TestDesk, year: i32, activity: &str) -> Value {
    let shown = planned(desk, year);
    list(&shown["lines"]).iter().find(|line| line["activity"] == activity).expect(activity).clone()
}

/// A stored line of 夜市 to be written anew.
fn again(desk: &TestDesk, year: i32, typed: &Value) -> Value {
    let (mut again, stored) = (typed.clone(), line(desk, year)["plan"].clone());
    again["year"] = json!(year);
    again["id"] = stored["id"].clone();
    again["version"] = stored["version"].clone();
    again
}

/// What a slip proposes for a line of work.
fn proposed(desk: &TestDesk, year: i32, activity: &str) -> Value {
    let choices = desk.call("accounts.entry_choices", json!({ "year": year }));
    list(&choices["activities"]).iter().find(|one| one["name"] == activity).expect(activity).clone()
}

/// A 科目 that bears the name of no line of work, and its budget.
fn free_item(desk: &TestDesk) -> (String, i64) {
    let facts = desk.facts(2025);
    let parts = list(&facts["by_activity.parts"]);
    let rest = parts.iter().find(|part| part["name"] == "事業によらないもの").expect("the rest");
    let budget = |line: &Value| line["budget_yen"].as_i64().unwrap_or_default();
    let own = list(&rest["expense"]).iter().find(|line| budget(line) > 0).expect("an item with a budget");
    (own["item"].as_str().expect("a name").to_owned(), budget(own))
}

/// 夜市 of this year, under an item and paid by the first grant.
fn market(desk: &TestDesk, item: &str) -> Value {
    let shown = planned(desk, 2025);
    let mut typed = draft("夜市", "8月");
    typed["year"] = json!(2025);
    typed["item_id"] = list(&shown["items"]).iter().find(|one| one["name"] == item).expect("the item")["id"].clone();
    typed["grant_id"] = shown["grants"][0]["id"].clone();
    typed
}

#[test]
fn v01_what_is_chosen_for_a_line_of_work_is_its_budget_on_pages_papers_and_slips() {
    let desk = TestDesk::sample(PROGRAM);
    let (before, (item, budget)) = (desk.state_hash(), free_item(&desk));
    let whole = |desk: &TestDesk| desk.facts(2025)["by_activity.budget_yen"].clone();
    let sum = whole(&desk);
    let typed = market(&desk, &item);
    desk.call("activities.save_plan", json!({ "plan": typed }));
    let shown = line(&desk, 2025);
    let grant = shown["grant"].as_str().expect("a grant").to_owned();
    assert_eq!((&shown["item"], &shown["budget_yen"], grant.is_empty()), (&json!(item), &json!(budget), false));
    let facts = desk.facts(2025);
    let part = list(&facts["by_activity.parts"]).iter().find(|part| part["name"] == "夜市").expect("its part");
    assert_eq!((&part["budget_yen"], whole(&desk)), (&json!(budget), sum), "the whole is divided, not changed");
    let row = list(&facts["activities.plan"]).iter().find(|row| row["activity"] == "夜市").expect("its row");
    assert_eq!((&row["budget_yen"], &row["settled_yen"]), (&json!(budget), &part["expense_yen"]));
    let paper: String = pdf_text(&put_out(&desk, "activity-plan-sheets", "pdf")).split_whitespace().collect();
    assert!(paper.contains(&item) && paper.contains(&grant), "{paper}");
    let choice = proposed(&desk, 2025, "夜市");
    assert_eq!((&choice["item_id"], &choice["grant_id"]), (&typed["item_id"], &typed["grant_id"]));
    assert!(choice["committee_id"].is_string());
    // The paper was issued after the plan was written.
    for _ in 0..2 {
        desk.call("office.undo", json!({}));
    }
    assert_eq!(desk.state_hash(), before);
}

#[test]
fn v01_of_an_item_that_two_share_neither_has_the_budget_alone() {
    let desk = TestDesk::sample(PROGRAM);
    let (item, _) = free_item(&desk);
    let mut other = market(&desk, &item);
    desk.call("activities.save_plan", json!({ "plan": other }));
    other["activity"] = json!("朝市");
    desk.call("activities.save_plan", json!({ "plan": other }));
    assert_eq!(line(&desk, 2025)["budget_yen"], Value::Null);
    let facts = desk.facts(2025);
    assert_eq!(facts["by_activity.budget_yen"], facts["books.expense_budget_yen"]);

    let taken = || {
        let all = planned(&desk, 2025)["taken"].clone();
        ["夜市", "朝市"]
            .map(|name| list(&all).iter().find(|one| one["activity"] == name).expect(name)["has_budget"].clone())
    };
    assert_eq!(taken(), [json!(false), json!(false)]);
    let part = json!({ "words": "夜市の分", "unit": "", "quantity": "", "times": "", "amount": "1万", "committee_id": null, "grant_id": null,
        "activity_id": proposed(&desk, 2025, "夜市")["id"] });
    desk.call("accounts.save_parts", json!({ "year": 2025, "item_id": other["item_id"], "parts": [part] }));
    assert_eq!((taken(), &line(&desk, 2025)["budget_yen"]), ([json!(true), json!(false)], &json!(10_000)));
}

#[test]
fn v01_the_next_year_takes_over_what_it_has_and_tells_what_it_has_not() {
    let desk = TestDesk::sample(PROGRAM);
    let (item, budget) = free_item(&desk);
    let typed = market(&desk, &item);
    desk.call("activities.save_plan", json!({ "plan": typed }));
    let grant = line(&desk, 2025)["grant"].clone();
    desk.call("accounts.copy_budget", json!({ "from": 2025, "year": 2026 }));
    desk.call("activities.copy_plan", json!({ "year": 2026 }));
    let next = line(&desk, 2026);
    assert_eq!((&next["item"], &next["lost"]), (&json!(item), &json!([grant])), "no grant of that name is entered yet");
    assert_eq!(next["budget_yen"], json!(budget));
    let id = next["plan"]["id"].clone();
    desk.call("activities.remove_plan", json!({ "id": id }));
    assert_eq!(proposed(&desk, 2026, "夜市")["item_id"], Value::Null, "what was chosen goes with the line of the plan");
}

#[test]
fn v01_what_was_chosen_in_a_closed_year_stays_and_its_words_can_still_be_put_right() {
    let desk = TestDesk::sample(PROGRAM);
    let (item, budget) = free_item(&desk);
    let typed = market(&desk, &item);
    desk.call("activities.save_plan", json!({ "plan": typed }));
    close(&desk);
    let mut again = again(&desk, 2025, &typed);
    again["item_id"] = Value::Null;
    assert_eq!(desk.refused("activities.save_plan", json!({ "plan": again })).code, "accounts.year_closed");
    again["item_id"] = typed["item_id"].clone();
    again["aims"] = json!("夏の夜に集まる");
    desk.call("activities.save_plan", json!({ "plan": again }));
    assert_eq!(
        (&line(&desk, 2025)["plan"]["aims"], &line(&desk, 2025)["budget_yen"]),
        (&json!("夏の夜に集まる"), &json!(budget))
    );
}

#[test]
fn b10_the_papers_of_a_closed_year_know_a_line_of_work_by_the_name_it_had() {
    let desk = TestDesk::sample(PROGRAM);
    let (item, _) = free_item(&desk);
    desk.call("activities.save_plan", json!({ "plan": market(&desk, &item) }));
    close(&desk);
    let papers = || {
        let facts = desk.facts(2025);
        ["activities.plan", "activities.list", "activities.calendar", "by_activity.parts"]
            .map(|list| facts[list].clone())
    };
    let before = papers();
    assert!(list(&before[0]).iter().any(|one| one["activity"] == "夜市" && one["budget_yen"] != Value::Null));
    for (name, new) in [("夜市", "ナイトマーケット"), ("防災訓練事業", "防災の日")] {
        let id = proposed(&desk, 2025, name)["id"].clone();
        desk.call("activities.rename_activity", json!({ "id": id, "name": new }));
    }
    assert_eq!(papers(), before);
}

#[test]
fn v01_a_line_that_becomes_one_of_another_line_of_work_takes_its_money_along() {
    let desk = TestDesk::sample(PROGRAM);
    let (item, budget) = free_item(&desk);
    let typed = market(&desk, &item);
    desk.call("activities.save_plan", json!({ "plan": typed }));
    let before = desk.state_hash();
    let mut renamed = again(&desk, 2025, &typed);
    renamed["activity"] = json!("朝市");
    desk.call("activities.save_plan", json!({ "plan": renamed }));
    assert_eq!(line_of(&desk, 2025, "朝市")["budget_yen"], json!(budget));
    assert_eq!(proposed(&desk, 2025, "夜市")["item_id"], Value::Null, "nothing is left with the old one");
    let id = |name| proposed(&desk, 2025, name)["id"].clone();
    desk.call("activities.merge_activity", json!({ "keep": id("朝市"), "gone": id("夜市") }));
    assert_eq!(line_of(&desk, 2025, "朝市")["budget_yen"], json!(budget));
    for _ in 0..2 {
        desk.call("office.undo", json!({}));
    }
    assert_eq!((desk.state_hash(), &line(&desk, 2025)["budget_yen"]), (before, &json!(budget)));
}

#[test]
fn v01_only_what_is_nowhere_in_the_year_is_told_to_be_lost() {
    let desk = TestDesk::sample(PROGRAM);
    let (item, _) = free_item(&desk);
    let typed = market(&desk, &item);
    desk.call("activities.save_plan", json!({ "plan": typed }));
    let grant = line(&desk, 2025)["grant"].clone();
    desk.call("accounts.copy_budget", json!({ "from": 2025, "year": 2026 }));
    desk.call("activities.copy_plan", json!({ "year": 2026 }));
    let mut own = again(&desk, 2026, &typed);
    (own["item_id"], own["grant_id"]) = (Value::Null, Value::Null);
    desk.call("activities.save_plan", json!({ "plan": own }));
    assert_eq!(line(&desk, 2026)["lost"], json!([grant]), "the 科目 is there and was left out on purpose");
    desk.call("grants.add", json!({ "year": 2026, "name": grant }));
    assert_eq!(line(&desk, 2026)["lost"], json!([]), "and so is the grant");
}

#[test]
fn v01_no_item_of_another_line_of_work_and_none_out_of_use_is_proposed() {
    let desk = TestDesk::sample(PROGRAM);
    assert!(proposed(&desk, 2025, "防災訓練事業")["item_id"].is_string(), "the item of its name");
    desk.call("activities.save_plan", json!({ "plan": market(&desk, "防災訓練事業") }));
    assert_eq!(proposed(&desk, 2025, "防災訓練事業")["item_id"], Value::Null, "夜市 has it");

    let mut lesson = market(&desk, "防災訓練事業");
    (lesson["activity"], lesson["item_id"]) = (json!("手話教室"), Value::Null);
    desk.call("activities.save_plan", json!({ "plan": lesson }));
    let item =
        json!({ "side": "expense", "kan": "事業費", "kou": "手話教室", "moku": "", "setsu": "", "fund_id": null });
    let id = desk.call("accounts.add_item", item)["value"]["id"].clone();
    assert_eq!(proposed(&desk, 2025, "手話教室")["item_id"], id);
    desk.call("accounts.retire_item", json!({ "year": 2025, "id": id }));
    assert_eq!(proposed(&desk, 2025, "手話教室")["item_id"], Value::Null, "it is out of use");
}
