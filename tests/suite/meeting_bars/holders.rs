//! M01, M06: a paper of a meeting names who held the office when its notice went out, or when it was held, and not today.

use serde_json::{Value, json};
use suite::TestDesk;

use super::booklet::pages;
use super::effects::{BODY, council, person};
use super::paper::paper;
use super::{item, mark, numbered, result, with};
use crate::PROGRAM;

const NEXT: &str = "十河勝";

/// A meeting of 22 March that elects another 会長 from a day on, and has taken effect; the role that ended.
fn elected(desk: &TestDesk, from: &str, notice: &str) -> (Value, String) {
    let id = numbered(desk, "extraordinary", 9);
    mark(desk, &id, "1-9", "present");
    let stored = super::seen(desk, &id)["record"].clone();
    let typed = json!({ "year": 2025, "held": "R8.3.22", "begins": "14:00", "ends": "", "notice": notice, "slips_due": "", "agreed": "", "number": "" });
    desk.call("meetings.save_meeting", json!({ "meeting": with(&stored, typed) }));
    let officers = desk.call("roster.officers_on", json!({ "on": "R8.2.1" }))["officers"].take();
    let all = officers.as_array().expect("officers").iter();
    let chair = all.into_iter().find(|one| one["title"] == "会長" && one["body"] == BODY).expect("a chair");
    let election = item(desk, &id, "officers", json!({ "from": from, "title": "役員の改選（案）" }));
    item(desk, &id, "members", json!({ "kind": "other", "title": "役員名簿" }));
    let seat = json!({ "role_id": chair["role_id"], "organisation_id": council(desk), "title": "会長", "person_id": person(desk, NEXT) });
    desk.call("meetings.put_nominations", json!({ "id": election, "nominations": [seat] }));
    desk.call("meetings.record_result", result(&election, "applause"));
    desk.call("meetings.take_effect", json!({ "id": id }));
    (id, chair["name"].as_str().expect("a name").split_whitespace().collect())
}

/// Who is 会長 on the notice, on 結果のお知らせ, and in 役員名簿 of the booklet.
fn named(desk: &TestDesk, id: &Value, before: &str) -> [&'static str; 3] {
    let of = |words: &str| match (words.contains(&format!("会長{before}")), words.contains(&format!("会長{NEXT}")))
    {
        (true, false) => "before",
        (false, true) => "next",
        _ => panic!("one of both: {words}"),
    };
    let made = desk.call("meetings.put_out_booklet", json!({ "id": id, "binds": "a4", "folder": null }));
    let booklet = pages(&desk.path(&made["file"]["token"])).concat();
    // The candidates stand in the booklet too; the roll of officers comes behind them.
    let (_, roll) = booklet.rsplit_once("役員名簿").expect("the roll of officers");
    // The report names the elected as well; who sends it signs at its foot.
    let report = paper(desk, id, "meeting-report").1;
    let foot = &report[report.rfind("会長").expect("who sends it")..];
    [of(&paper(desk, id, "meeting-notice").1), of(foot), of(roll)]
}

#[test]
fn m06_the_papers_of_a_past_meeting_name_who_was_chair_then_and_not_today() {
    let desk = TestDesk::sample(PROGRAM);
    let (id, before) = elected(&desk, "R8.4.1", "R8.3.8");
    let desk = desk.on("2026-05-20");
    assert!(desk.facts(2026)["council.representative_name"].as_str().expect("a name").contains("十河"), "today");
    assert_eq!(named(&desk, &id, &before), ["before"; 3]);
}

#[test]
fn m06_an_election_of_the_meeting_itself_puts_nobody_into_its_notice_or_its_booklet() {
    for (from, notice, report) in [("R8.3.22", "R8.3.8", "next"), ("R8.3.22", "", "next"), ("R8.3.1", "R8.3.8", "next")]
    {
        let desk = TestDesk::sample(PROGRAM);
        let (id, before) = elected(&desk, from, notice);
        assert_eq!(named(&desk, &id, &before), ["before", report, "before"], "from {from}, notice {notice}");
    }
}
