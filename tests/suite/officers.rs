//! R04, F-14: who held which office, how they came to it, and what was corrected.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

const BODY: &str = "見本地区コミュニティ協議会";

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn person(desk: &TestDesk, name: &str) -> Value {
    let people = desk.call("roster.list_people", json!({ "year": 2025 }));
    let is_it = |p: &&Value| p["name"].as_str().is_some_and(|known| known.replace('　', "") == name);
    list(&people, "people").iter().find(is_it).expect("somebody of that name")["id"].clone()
}

fn role(id: &Value, who: &Value, title: &str, term: (&str, &str)) -> Value {
    json!({ "id": id, "person_id": who, "body": BODY, "title": title, "from": term.0, "to": term.1, "appointment": null,
        "elected_by": "", "seat": null })
}

fn held(desk: &TestDesk, on: &str, title: &str) -> Vec<Value> {
    let officers = desk.call("roster.officers_on", json!({ "on": on }));
    assert!(list(&officers, "titles").contains(&json!(title)), "an office that anybody held can be asked for");
    list(&officers, "officers").iter().filter(|o| o["title"] == title && o["body"] == BODY).cloned().collect()
}

fn last_sentence(desk: &TestDesk) -> String {
    desk.call("office.history", json!({ "limit": 1 }))["entries"][0]["sentence"].as_str().expect("words").to_owned()
}

#[test]
fn r04_a_past_role_is_corrected_and_the_history_says_what_it_was_and_is() {
    let desk = TestDesk::sample(PROGRAM);
    let who = person(&desk, "穴吹和夫");
    let made = desk.call("roster.save_role", role(&Value::Null, &who, "書記", ("R5.4.1", "R7.3.31")));
    assert!(last_sentence(&desk).contains("役職「見本地区コミュニティ協議会 書記」を書きました"));
    assert_eq!(held(&desk, "R6.10.1", "書記").len(), 1);
    let id = made["value"]["id"].clone();
    desk.call("roster.save_role", role(&id, &who, "書記", ("R5.4.1", "R6.3.31")));
    assert_eq!(held(&desk, "R6.10.1", "書記").len(), 0, "the answer for a past day follows the correction");
    assert_eq!(
        last_sentence(&desk),
        "穴吹　和夫さんの役職の記録を、「見本地区コミュニティ協議会 書記（令和5年4月1日〜令和7年3月31日）」から\
         「見本地区コミュニティ協議会 書記（令和5年4月1日〜令和6年3月31日）」になおしました"
    );
    desk.call("office.undo", json!({}));
    assert_eq!(held(&desk, "R6.10.1", "書記").len(), 1);
    let gone = json!("0190f5a0-0000-7000-8000-000000000000");
    assert_eq!(desk.refused("roster.save_role", role(&gone, &who, "書記", ("", ""))).code, "roster.no_such_role");
}

#[test]
fn f14_who_is_new_comes_again_or_stays_is_computed_and_stands_on_the_paper() {
    let desk = TestDesk::sample(PROGRAM);
    let before = held(&desk, "R8.3.31", "会計");
    let chair = held(&desk, "R8.3.31", "会長");
    let next = person(&desk, "十河勝");
    let change = json!({ "from": "R8.4.1", "to": "R10.3.31", "successions": [
        { "role_id": before[0]["role_id"], "successor": next },
        { "role_id": chair[0]["role_id"], "successor": chair[0]["person_id"] },
    ] });
    desk.call("roster.change_officers", change);
    let stands = |year: i32, office: &str| {
        let facts = desk.facts(year);
        let rows: Vec<&Value> =
            list(&facts, "roster.officers").iter().filter(|o| o["office"] == office && o["body"] == BODY).collect();
        assert_eq!(rows.len(), 1, "one {office} in {year}: {rows:?}");
        rows[0]["appointment"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(stands(2025, "会計"), "", "what came before the specimen's first term nobody knows");
    assert_eq!([stands(2026, "会計"), stands(2026, "会長")], ["新任", "再任"]);
    assert_eq!([stands(2027, "会計"), stands(2027, "会長")], ["留任", "留任"]);
    let paper = desk.call("reports.prepare", json!({ "form": "officer-list", "year": 2027 })).to_string();
    assert!(["新任", "留任"].iter().all(|words| paper.contains(words)), "F-14 says how they stand: {paper:.3000}");
    assert_eq!(held(&desk, "R9.10.1", "会計")[0]["appointment"], "remaining");
}

#[test]
fn f14_who_left_an_office_in_the_year_gives_place_to_who_holds_it_at_its_end() {
    let desk = TestDesk::sample(PROGRAM);
    let before = held(&desk, "R7.10.1", "会計");
    let next = person(&desk, "十河勝");
    let change = json!({ "from": "R7.12.1", "to": "R8.3.31",
        "successions": [{ "role_id": before[0]["role_id"], "successor": next }] });
    desk.call("roster.change_officers", change);
    let facts = desk.facts(2025);
    let of_council = list(&facts, "roster.officers").iter().filter(|o| o["office"] == "会計" && o["body"] == BODY);
    assert_eq!(of_council.map(|o| o["name"].clone()).collect::<Vec<_>>(), ["十河　勝"]);
}

#[test]
fn r04_an_office_whose_holder_died_says_so() {
    let desk = TestDesk::sample(PROGRAM);
    let holder = held(&desk, "R7.10.1", "会計")[0].clone();
    assert_eq!(holder["gone_label"], "");
    desk.call("roster.leave", json!({ "id": holder["person_id"], "on": "R7.9.1", "reason": "死亡" }));
    let holder = held(&desk, "R7.10.1", "会計")[0].clone();
    assert_eq!((&holder["gone_label"], &holder["gone_reason"]), (&json!("令和7年9月1日"), &json!("死亡")));
}

#[test]
fn f14_the_electing_body_that_is_written_down_stands_on_the_list() {
    let desk = TestDesk::sample(PROGRAM);
    let who = person(&desk, "穴吹和夫");
    let mut elected = role(&Value::Null, &who, "幹事", ("R7.4.1", "R8.3.31"));
    elected["elected_by"] = json!("見本女性の会");
    desk.call("roster.save_role", elected);
    let facts = desk.facts(2025);
    let row = list(&facts, "roster.officers").iter().find(|o| o["office"] == "幹事").cloned().expect("a row");
    assert_eq!(row["represents"], "見本女性の会");
}
