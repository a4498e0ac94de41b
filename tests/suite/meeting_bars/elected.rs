//! Who was elected: the minutes and the 総会報告 name them after the result, of what was approved.

use serde_json::{Value, json};
use suite::TestDesk;

use super::effects::{BODY, council, person};
use super::paper::paper;
use super::{draft, item, mark, numbered, result, save, split, with};
use crate::PROGRAM;

/// The seven seats of the council at which 十河勝 is nominated as 会計.
fn nominate(desk: &TestDesk, election: &Value) {
    let officers = desk.call("roster.officers_on", json!({ "on": "R8.3.31" }))["officers"].take();
    let held = officers.as_array().expect("officers").iter().filter(|one| one["body"] == BODY);
    let seats: Vec<Value> = held
        .take(7)
        .map(|one| {
            let next = if one["title"] == "会計" { person(desk, "十河勝") } else { one["person_id"].clone() };
            json!({ "role_id": one["role_id"], "organisation_id": council(desk), "title": one["title"], "person_id": next })
        })
        .collect();
    assert_eq!(seats.len(), 7);
    desk.call("meetings.put_nominations", json!({ "id": election, "nominations": seats }));
}

fn told(desk: &TestDesk, id: &Value) -> [String; 2] {
    ["meeting-minutes", "meeting-report"].map(|form| paper(desk, id, form).1)
}

#[test]
fn m06_the_minutes_and_the_report_name_who_was_elected_to_what_and_until_when() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 30);
    mark(&desk, &id, "1-20", "present");
    let term = json!({ "from": "R8.4.1", "to": "R10.3.31", "title": "役員の改選（案）" });
    let election = item(&desk, &id, "officers", term);
    nominate(&desk, &election);
    let is_named = |paper: &String| paper.contains("会計十河勝新任");
    assert!(!told(&desk, &id).iter().any(is_named), "nobody is elected before the vote");

    desk.call("meetings.record_result", with(&result(&election, "hands"), json!({ "present": split(3, 17, 0) })));
    assert!(!told(&desk, &id).iter().any(|paper| paper.contains("選ばれた役員")), "voted down");

    desk.call("meetings.record_result", result(&election, "applause"));
    for paper in told(&desk, &id) {
        let result = paper.find("賛成").expect("a result");
        let named = paper.find("会計十河勝新任").unwrap_or_else(|| panic!("the new 会計 in {paper}"));
        assert!(result < named && paper.contains("任期令和8年4月1日から令和10年3月31日まで"), "{paper}");
        assert_eq!(paper.matches("再任").count() - paper.matches("新任・再任").count(), 6, "{paper}");
    }
}

#[test]
fn m03_the_minutes_of_a_meeting_in_writing_name_who_was_elected() {
    let desk = TestDesk::sample(PROGRAM);
    let fields = json!({ "is_written": true, "place": "", "begins": "", "ends": "", "slips_due": "R8.3.20" });
    let id = save(&desk, &with(&draft("extraordinary"), fields));
    desk.call("meetings.take_roll", json!({ "id": id, "on": "", "count": "10" }));
    mark(&desk, &id, "1-10", "written");
    let election = item(&desk, &id, "officers", json!({ "from": "R8.4.1", "to": "R10.3.31" }));
    nominate(&desk, &election);
    let votes = json!([{ "item_id": election, "vote": "yes" }]);
    desk.call("meetings.write_votes", json!({ "id": id, "numbers": "1-10", "votes": votes, "writes_over": false }));
    desk.call("meetings.record_result", result(&election, "written"));
    assert!(told(&desk, &id).iter().all(|paper| paper.contains("会計十河勝新任")), "{:?}", told(&desk, &id));
}
