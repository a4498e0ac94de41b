//! M07: what a meeting decides changes budget, 名簿 and 規約 in one change, and one undo takes all of it back.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{item, mark, numbered, result, seen};
use crate::PROGRAM;

const BODY: &str = "見本地区コミュニティ協議会";

fn treasurer(desk: &TestDesk, on: &str) -> Value {
    let officers = desk.call("roster.officers_on", json!({ "on": on }));
    let all = officers["officers"].as_array().expect("officers").iter();
    all.filter(|o| o["title"] == "会計" && o["body"] == BODY).cloned().collect::<Vec<_>>()[0].clone()
}

fn council(desk: &TestDesk) -> Value {
    let bodies = desk.call("roster.bodies", json!({}));
    let all = bodies.as_array().expect("bodies").iter();
    all.clone().find(|body| body["name"] == BODY).unwrap_or_else(|| panic!("{bodies:.400}"))["id"].clone()
}

fn person(desk: &TestDesk, name: &str) -> Value {
    let people = desk.call("roster.list_people", json!({ "year": 2025 }));
    let is_it = |p: &&Value| p["name"].as_str().is_some_and(|known| known.replace('　', "") == name);
    people["people"].as_array().expect("people").iter().find(is_it).expect("somebody of that name")["id"].clone()
}

fn in_force(desk: &TestDesk, item: &Value) -> i64 {
    let status = desk.call("accounts.budget_status", json!({ "year": 2025, "fund_id": null }));
    let rows = status["expense"]["rows"].as_array().expect("rows").iter();
    let row = rows.into_iter().find(|row| row["item_id"] == *item).unwrap_or_else(|| panic!("{status:.900}"));
    row["budget_yen"].as_i64().expect("an amount")
}

#[test]
fn m07_an_approved_revision_and_an_election_take_effect_in_one_change_and_undo_takes_both_back() {
    let desk = TestDesk::sample(PROGRAM);
    let status = desk.call("accounts.budget_status", json!({ "year": 2025, "fund_id": null }));
    let rows = status["expense"]["rows"].as_array().expect("rows").iter();
    let line = rows.into_iter().find(|row| !row["item_id"].is_null()).expect("a line")["item_id"].clone();
    let planned = in_force(&desk, &line);
    let changes = json!([{ "item_id": line, "amount": "12,000", "note": "" }]);
    let revision = desk.call(
        "accounts.save_revision",
        json!({ "year": 2025, "id": null, "reason": "備品の値上がり", "changes": changes }),
    );
    let revision = revision["value"]["id"].clone();

    let id = numbered(&desk, "extraordinary", 30);
    mark(&desk, &id, "1-20", "present");
    let revised = item(&desk, &id, "revision", json!({ "revision_id": revision }));
    let elected =
        item(&desk, &id, "officers", json!({ "from": "R8.4.1", "to": "R10.3.31", "title": "役員の改選（案）" }));
    let rules = item(
        &desk,
        &id,
        "bylaws",
        json!({ "new_text": "第1条　この会は、見本会という。", "title": "規約の改正（案）" }),
    );
    let told = item(&desk, &id, "free", json!({ "title": "除雪機を買う（案）" }));
    let next = person(&desk, "十河勝");
    let before = treasurer(&desk, "R8.3.31");
    assert_ne!(before["person_id"], next);
    let nominations = json!([
        { "role_id": before["role_id"], "organisation_id": council(&desk), "title": "会計", "person_id": next },
        { "role_id": null, "organisation_id": council(&desk), "title": "書記", "person_id": person(&desk, "穴吹和夫") },
    ]);
    desk.call("meetings.put_nominations", json!({ "id": elected, "nominations": nominations }));
    for one in [&revised, &elected, &told] {
        desk.call("meetings.record_result", result(one, "applause"));
    }
    desk.call(
        "meetings.record_result",
        super::with(&result(&rules, "hands"), json!({ "present": super::split(13, 7, 0) })),
    );
    let meeting = seen(&desk, &id);
    assert_eq!(meeting["items"][2]["outcome"], "rejected", "13 of 20 are less than two thirds");
    assert_eq!(
        (&meeting["is_effect_due"], in_force(&desk, &line)),
        (&json!(true), planned),
        "deciding alone changes nothing"
    );

    let voted = desk.state_hash();
    let changed = desk.call("meetings.take_effect", json!({ "id": id }));
    let sentence = changed["sentence"].as_str().expect("words");
    assert!(
        sentence.contains("第1号議案") && sentence.contains("第2号議案") && !sentence.contains("第3号議案"),
        "{sentence}"
    );
    assert_eq!(in_force(&desk, &line), planned + 12_000);
    assert_eq!(treasurer(&desk, "R8.3.31")["person_id"], before["person_id"], "the eve is the predecessor's");
    let after = treasurer(&desk, "R8.4.1");
    assert_eq!((&after["person_id"], &after["to_label"]), (&next, &json!("令和10年3月31日")));
    let officers = desk.call("roster.officers_on", json!({ "on": "R8.4.1" })).to_string();
    assert!(officers.contains("書記"), "a seat that nobody held is filled too");
    assert_eq!(seen(&desk, &id)["is_effect_due"], false);
    assert_eq!(desk.refused("meetings.take_effect", json!({ "id": id })).code, "meetings.nothing_to_do");
    assert_eq!(desk.refused("meetings.mark", super::marking(&id, "21", "absent")).code, "meetings.in_effect");
    assert_eq!(desk.refused("meetings.record_result", result(&revised, "hands")).code, "meetings.item_in_effect");

    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), voted, "one undo takes all of it back");
    assert_eq!((in_force(&desk, &line), treasurer(&desk, "R8.4.1")["person_id"] == next), (planned, false));
}

#[test]
fn m07_approved_bylaws_become_the_text_and_an_election_without_a_term_is_asked_for_it() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 3);
    mark(&desk, &id, "1-3", "present");
    let text = "第1条　この会は、見本会という。\n第2条　会員は世帯とする。";
    let rules = item(&desk, &id, "bylaws", json!({ "new_text": text, "from": "R8.4.1", "title": "規約の改正（案）" }));
    let elected = item(&desk, &id, "officers", json!({ "title": "役員の改選（案）" }));
    let seat = json!({ "role_id": null, "organisation_id": council(&desk), "title": "書記", "person_id": person(&desk, "穴吹和夫") });
    desk.call("meetings.put_nominations", json!({ "id": elected, "nominations": [seat] }));
    desk.call("meetings.record_result", result(&rules, "rising"));
    desk.call("meetings.record_result", result(&elected, "rising"));
    let voted = desk.state_hash();
    assert_eq!(desk.refused("meetings.take_effect", json!({ "id": id })).code, "meetings.term_missing");
    assert_eq!(desk.state_hash(), voted, "all of it or nothing");
    let shown = seen(&desk, &id)["items"][1]["item"].clone();
    let again = super::with(&shown, json!({ "from": "R8.4.1", "to": "" }));
    desk.call("meetings.save_item", json!({ "item": again }));
    desk.call("meetings.take_effect", json!({ "id": id }));
    let history = desk.call("office.history", json!({ "limit": 1 }))["entries"][0]["sentence"].clone();
    assert!(history.as_str().expect("words").contains("規約の改正（案）"), "{history}");
    assert_eq!(seen(&desk, &id)["items"][0]["is_in_effect"], true);
}
