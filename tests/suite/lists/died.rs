//! Nothing is ever addressed to somebody who died: labels, envelopes, cards, badges and slips, also of a past year.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{choice, labels};
use crate::PROGRAM;

fn shown(desk: &TestDesk, year: i32, what: Value) -> Value {
    desk.call("lists.preview", json!({ "year": year, "what": what, "copies": null }))
}

fn post(desk: &TestDesk, year: i32, source: &str, stationery: &str) -> Value {
    let mut choice = choice("案内", &["name", "address"], None);
    choice["source"] = json!(source);
    shown(desk, year, json!({ "kind": "labels", "choice": choice, "labels": labels(stationery, false) }))
}

/// Why a record is not printed; none when it is.
fn reason(shown: &Value, name: &str) -> Option<String> {
    let out = shown["left_out"].as_array().expect("a list").iter().find(|one| one["name"] == name)?;
    Some(out["reason"].as_str().expect("a reason").to_owned())
}

fn words(shown: &Value) -> String {
    shown["pages"]["sheets"].to_string()
}

fn people(desk: &TestDesk) -> Vec<Value> {
    desk.call("roster.list_people", json!({ "year": 2025 }))["people"].as_array().expect("people").clone()
}

fn die(desk: &TestDesk, who: &Value) {
    desk.call("roster.leave", json!({ "id": who, "on": "R8.1.5", "reason": "死亡" }));
}

fn household(desk: &TestDesk, name: &str, residents: &[&Value]) -> Value {
    let lives = residents.iter().map(|id| json!({ "person_id": id, "relation": "", "from": "" }));
    let home = json!({ "id": null, "version": 0, "name": name, "organisation_id": null, "postal": "760-0033",
        "address": "高松市丸の内1番2号", "phone": "", "note": "", "closed": "", "head": residents[0],
        "residents": lives.collect::<Vec<_>>() });
    desk.call("roster.save_household", home)["value"]["id"].clone()
}

#[test]
fn r11_a_past_years_list_names_the_dead_and_no_label_or_card_or_slip_does() {
    let desk = TestDesk::sample(PROGRAM);
    let gone = people(&desk)[0].clone();
    let name = gone["name"].as_str().expect("a name");
    assert!(words(&post(&desk, 2024, "people", "label-12")).contains(&format!("{name}　様")));
    die(&desk, &gone["id"]);
    let list = desk.call("lists.rows", json!({ "year": 2024, "choice": choice("名簿", &["name"], None) }));
    assert!(list.to_string().contains(name), "the list of the year in which they lived stays as it was");
    for stationery in ["label-12", "naga3-down", "reply-card-out", "reply-card-return", "badge-10"] {
        let Ok(made) = desk.ask(
            "lists.preview",
            json!({ "year": 2024, "copies": null, "what": { "kind": "labels", "choice": choice("案内", &["name"], None),
                "labels": labels(stationery, false) } }),
        ) else {
            panic!("no paper {stationery}")
        };
        assert_eq!(reason(&made, name).as_deref(), Some("died"), "{stationery}");
        assert!(!words(&made).contains(&format!("{name}　様")), "{stationery}");
    }
    let slip =
        json!({ "kind": "slips", "choice": choice("確認", &["name", "address"], None), "is_joined": false, "due": "" });
    assert!(!words(&shown(&desk, 2024, slip)).contains(name), "nobody is asked to correct what is said of the dead");
}

#[test]
fn r11_a_household_whose_head_died_is_addressed_to_who_is_left_and_to_nobody_when_nobody_is() {
    let desk = TestDesk::sample(PROGRAM);
    let all = people(&desk);
    let [head, wife, alone] = [0, 1, 2].map(|nth| all[nth].clone());
    let name = |who: &Value| who["name"].as_str().expect("a name").to_owned();
    let unnamed = household(&desk, "", &[&head["id"], &wife["id"]]);
    household(&desk, &name(&alone).replace('　', " "), &[&alone["id"]]);
    die(&desk, &head["id"]);
    die(&desk, &alone["id"]);
    for year in [2024, 2025] {
        let made = post(&desk, year, "households", "label-12");
        let words = words(&made);
        assert!(words.contains(&format!("{}　様", name(&wife))), "{year}: {words}");
        assert!(!words.contains(&name(&head)) && !words.contains(&name(&alone)), "{year}");
        assert!(
            made["left_out"].as_array().expect("a list").iter().any(|out| out["reason"] == "died"),
            "{year}: {made}"
        );
    }
    let record = desk.call("roster.household", json!({ "id": unnamed, "year": 2025 }));
    let told = record["residents"].as_array().expect("residents").iter().find(|l| l["resident"]["id"] == head["id"]);
    assert_eq!(told.expect("the head")["gone_reason"], "死亡", "the page says that the head died");
    assert_eq!(record["name"], json!(name(&wife)), "and calls the household by who lives");
}

#[test]
fn r11_who_moved_away_and_left_nobody_behind_gets_no_empty_label() {
    let desk = TestDesk::sample(PROGRAM);
    let gone = people(&desk)[0].clone();
    household(&desk, "", &[&gone["id"]]);
    desk.call("roster.leave", json!({ "id": gone["id"], "on": "R7.6.1", "reason": "転出" }));
    let made = post(&desk, 2025, "households", "label-12");
    let whose = gone["name"].as_str().expect("a name");
    assert_eq!(reason(&made, whose).as_deref(), Some("nobody_there"), "{}", made["left_out"]);
    assert!(!words(&made).contains("丸の内"));
}

#[test]
fn r07_who_is_dead_in_one_of_two_records_stays_dead_when_they_become_one() {
    let desk = TestDesk::sample(PROGRAM);
    let all = people(&desk);
    for (keep, gone, dead) in [(0, 1, 0), (2, 3, 3)] {
        die(&desk, &all[dead]["id"]);
        desk.call("roster.merge_people", json!({ "keep": all[keep]["id"], "gone": all[gone]["id"] }));
        let record = desk.call("roster.person", json!({ "id": all[keep]["id"], "year": 2025 }));
        assert_eq!(record["person"]["left_reason"], "死亡", "{keep} {gone}");
    }
}
