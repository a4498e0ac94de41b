//! 役職: who held what on any day, what comes next, and what was corrected.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{list, newcomer, person, role, text};
use crate::PROGRAM;

#[test]
fn r04_who_was_treasurer_on_a_day_and_next_years_officers_before_april() {
    let desk = TestDesk::sample(PROGRAM);
    let held = |on: &str| -> Vec<(String, String, String)> {
        let officers = desk.call("roster.officers_on", json!({ "on": on }));
        let council = list(&officers["officers"]).iter().filter(|o| o["kind"] == "council" && o["title"] == "会計");
        council
            .map(|o| (text(&o["role_id"]).to_owned(), text(&o["name"]).to_owned(), text(&o["appointment"]).to_owned()))
            .collect()
    };
    let before = held("R7.10.1");
    assert_eq!(before.len(), 1, "{before:?}");
    let facts = desk.facts(2025)["roster.roles"].clone();
    let next = person(&desk, "十河 勝");
    let change =
        json!({ "from": "R8.4.1", "to": "R10.3.31", "successions": [{ "role_id": before[0].0, "successor": next }] });
    desk.call("roster.change_officers", change);
    assert_eq!(held("R8.3.31"), before, "this year is as it was");
    assert_eq!(held("R8.4.1").iter().map(|h| (h.1.as_str(), h.2.as_str())).collect::<Vec<_>>(), [("十河　勝", "new")]);
    assert_eq!(desk.facts(2025)["roster.roles"], facts);
    let told = desk.call("office.history", json!({ "limit": 1 }))["entries"][0]["sentence"].to_string();
    assert!(told.contains("令和8年4月1日"), "{told}");
}

#[test]
fn r04_a_past_office_is_corrected_and_the_correction_is_told() {
    let desk = TestDesk::sample(PROGRAM);
    let id = person(&desk, "十河 勝");
    let council = "見本地区コミュニティ協議会";
    let past = role(&desk, &Value::Null, &id, council, "会計", ["R6.4.1", "R7.3.31"]);
    let held = |on: &str| {
        let officers = desk.call("roster.officers_on", json!({ "on": on }));
        let is_own = |o: &&Value| o["kind"] == "council" && o["title"] == "会計";
        list(&officers["officers"]).iter().filter(is_own).map(|o| text(&o["name"]).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(held("令和6年10月1日"), ["十河　勝"], "who was 会計 on 2024-10-01");
    assert_eq!(held("2024-10-01"), ["十河　勝"], "however the day is typed");
    role(&desk, &past, &id, council, "会計", ["R6.4.1", "R6.9.30"]);
    assert_eq!(held("R6.10.1"), [""; 0], "the office had ended");
    let act = desk.call("office.history", json!({ "limit": 1 }))["entries"][0].take();
    let told = desk.call("office.changes_of", json!({ "seq": act["seq"] }))["changes"].to_string();
    for words in ["十河", "会計", "令和7年3月31日", "令和6年9月30日"] {
        assert!(told.contains(words), "{words} in {told}");
    }
    desk.call("office.undo", json!({}));
    assert_eq!(held("R6.10.1"), ["十河　勝"]);
}

#[test]
fn r04_papers_of_a_day_bear_who_holds_the_office_that_day_and_nobody_who_is_to_come() {
    let desk = TestDesk::empty(PROGRAM).on("2025-06-01");
    let body = json!({ "id": null, "version": 0, "kind": "council", "name": "試験協議会", "kana": "", "parent_id": null, "moved": "",
        "founded": "", "dissolved": "", "note": "" });
    desk.call("roster.save_body", body);
    let [now, next] = [("青木", "一郎"), ("伊藤", "花子")]
        .map(|(family, given)| newcomer(&desk, &[("family", family), ("given", given)]));
    role(&desk, &Value::Null, &now, "試験協議会", "会長", ["R6.4.1", "R7.12.31"]);
    role(&desk, &Value::Null, &next, "試験協議会", "会長", ["R8.1.1", "R9.12.31"]);
    role(&desk, &Value::Null, &next, "試験協議会", "書記", ["R8.1.1", "R9.12.31"]);
    let told = |desk: &TestDesk| {
        let facts = desk.facts(2025);
        let officers = facts["roster.officers"].as_array().expect("officers").iter();
        let listed: Vec<String> =
            officers.map(|row| format!("{}{}", text(&row["office"]), text(&row["name"]))).collect();
        (text(&facts["council.representative_name"]).to_owned(), listed)
    };
    assert_eq!(told(&desk), ("青木　一郎".to_owned(), vec!["会長青木　一郎".to_owned()]), "in June");
    let desk = desk.on("2026-02-01");
    assert_eq!(told(&desk), ("伊藤　花子".to_owned(), vec!["会長伊藤　花子".to_owned(), "書記伊藤　花子".to_owned()]));
}
