//! 口座とはじめの残高: a year begins with what the year before left, and a council without any cash book can begin at all.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

fn waiting(desk: &TestDesk) -> Vec<(String, Option<i64>)> {
    let list = desk.call("accounts.list_entries", json!({ "year": 2026 }));
    let purses = list["purses"].as_array().expect("purses").clone();
    purses.iter().map(|p| (p["name"].as_str().expect("a name").to_owned(), p["waiting_yen"].as_i64())).collect()
}

fn save(openings: Value, name: &str, opening: &str) -> Value {
    json!({ "year": 2026, "openings": openings, "name": name, "opening": opening })
}

#[test]
fn a_year_begins_with_what_the_year_before_left() {
    let desk = TestDesk::sample(PROGRAM);
    assert_eq!(waiting(&desk), [("現金".into(), Some(49_295)), ("普通預金".into(), Some(738_494))]);
    let begun = desk.call("accounts.list_purses", json!({ "year": 2026 }));
    let openings: Vec<Value> = begun
        .as_array()
        .expect("purses")
        .iter()
        .map(|p| json!({ "id": p["id"], "opening": p["before_yen"].to_string() }))
        .collect();
    desk.call("accounts.save_purses", save(json!(openings), "", ""));
    assert_eq!(waiting(&desk), [("現金".into(), None), ("普通預金".into(), None)]);
    assert_eq!(desk.facts(2026)["settlement.opening_yen"], 787_789);
    assert_eq!(desk.facts(2025)["settlement.carry_over_yen"], 787_789, "the year before stays as it is");
    desk.call("office.undo", json!({}));
    assert_eq!(desk.facts(2026)["settlement.opening_yen"], 0);
}

#[test]
fn a_purse_is_added_once_and_by_name() {
    let desk = TestDesk::empty(PROGRAM);
    desk.call("accounts.save_purses", save(json!([]), "現金", "1万2千"));
    assert_eq!(desk.facts(2026)["settlement.opening_yen"], 12_000);
    let field = |args| {
        let refusal = desk.refused("accounts.save_purses", args);
        (refusal.code, refusal.params["field"].clone())
    };
    assert_eq!(field(save(json!([]), " 現金 ", "")), ("accounts.purse_there".into(), "name".into()));
    assert_eq!(field(save(json!([]), "", "500")), ("accounts.purse_unnamed".into(), "name".into()));
    assert_eq!(field(save(json!([]), "通帳", "△500")), ("accounts.opening_out_of_range".into(), "opening".into()));
}

#[test]
fn a_passbook_whose_name_says_nothing_of_a_bank_is_made_one() {
    let desk = TestDesk::empty(PROGRAM);
    desk.call("accounts.save_purses", save(json!([]), "ろうきん", "5万"));
    let listed = || desk.call("accounts.list_purses", json!({ "year": 2026 }))[0].clone();
    assert_eq!(listed()["kind"], "cash", "no word of its name tells");
    let opening = json!([{ "id": listed()["id"], "opening": "5万", "kind": "bank", "committee_id": null }]);
    desk.call("accounts.save_purses", save(opening, "", ""));
    assert_eq!((&listed()["kind"], &listed()["opening_yen"]), (&json!("bank"), &json!(50_000)));
    let book = desk.call("bank.book", json!({ "year": 2026, "purse_id": null }));
    assert_eq!(book["purses"][0]["name"], "ろうきん", "its statements can be read now");
    desk.call("office.undo", json!({}));
    assert_eq!(listed()["kind"], "cash");
}
