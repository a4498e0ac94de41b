//! Many numbers at once, bad numbers, and nobody twice.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{draft, item, mark, marking, numbered, proxies, result, save, seen, with};
use crate::PROGRAM;

#[test]
fn m04_many_proxies_are_typed_at_once_and_a_wrong_number_writes_nothing() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "ordinary", 40);
    mark(&desk, &id, "1-3", "present");
    desk.call("meetings.mark", proxies(&id, "12, 15-20、３３", "member", "2"));
    assert_eq!(seen(&desk, &id)["attendance"]["proxies"], 8);
    let before = desk.state_hash();
    let many: String = (1..=41).map(|n| format!("{n} ")).collect();
    mark_absent(&desk, &id);
    let after_absent = desk.state_hash();
    assert_ne!(before, after_absent);
    for (asked, code, told) in [
        (proxies(&id, "5, 41", "chair", ""), "meetings.no_such_number", ("numbers", "41")),
        (proxies(&id, &many, "chair", ""), "meetings.more_than_members", ("typed", "41")),
        (proxies(&id, "5, 6, 5", "chair", ""), "meetings.number_twice", ("numbers", "5")),
        (proxies(&id, "5, ろく", "chair", ""), "meetings.numbers_unreadable", ("typed", "ろく")),
        (proxies(&id, "", "chair", ""), "meetings.numbers_missing", ("field", "numbers")),
        (proxies(&id, "5-9", "member", "7"), "meetings.proxy_to_self", ("number", "7")),
        (proxies(&id, "5", "member", "99"), "meetings.no_such_holder", ("number", "99")),
        (proxies(&id, "5", "member", "40"), "meetings.holder_absent", ("way", "欠席")),
        (proxies(&id, "5", "member", "12"), "meetings.holder_absent", ("way", "委任")),
        (proxies(&id, "2, 5", "chair", ""), "meetings.already_marked", ("numbers", "2")),
        (marking(&id, "1, 15", "written"), "meetings.already_marked", ("numbers", "1、15")),
    ] {
        let refused = desk.refused("meetings.mark", asked);
        assert_eq!((refused.code.as_str(), refused.params[told.0].as_str()), (code, told.1), "{}", refused.message);
        assert!(!refused.message.contains('{'), "{}", refused.message);
    }
    assert_eq!(desk.state_hash(), after_absent, "nothing was written, nothing lost");
    desk.call("meetings.mark", with(&marking(&id, "15", "present"), json!({ "writes_over": true })));
    let there = &seen(&desk, &id)["attendance"];
    assert_eq!((&there["present"], &there["proxies"]), (&json!(4), &json!(7)), "who comes is counted once");
}

fn mark_absent(desk: &TestDesk, id: &Value) {
    mark(desk, id, "40", "absent");
}

#[test]
fn m04_nobody_holds_more_proxies_than_the_rules_let_one_hold() {
    let desk = TestDesk::sample(PROGRAM);
    let shown = desk.call("meetings.rules", json!({ "kind": "ordinary", "year": 2025 }));
    assert_eq!(shown["is_own"], false, "the profile's, until the office has set its own");
    let rules = with(&shown["rules"], json!({ "most_proxies": 3 }));
    desk.call("meetings.set_rules", json!({ "kind": "ordinary", "rules": rules }));
    let id = save(&desk, &draft("ordinary"));
    desk.call("meetings.take_roll", json!({ "id": id, "on": "", "count": "20" }));
    mark(&desk, &id, "1", "present");
    desk.call("meetings.mark", proxies(&id, "5-6", "member", "1"));
    let refused = desk.refused("meetings.mark", proxies(&id, "7-8", "member", "1"));
    assert_eq!((refused.code.as_str(), refused.params["held"].as_str()), ("meetings.too_many_held", "4"));
    desk.call("meetings.mark", proxies(&id, "7", "member", "1"));
    assert_eq!(seen(&desk, &id)["attendance"]["proxies"], 3);
}

#[test]
fn m05_paper_votes_are_typed_by_name_and_a_meeting_in_writing_has_nobody_in_the_room() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &with(&draft("ordinary"), json!({ "is_written": true })));
    desk.call("meetings.take_roll", json!({ "id": id, "on": "R8.3.14", "count": "" }));
    let roll = desk.call("meetings.roll", json!({ "id": id }));
    let lines = roll.as_array().expect("a roll");
    assert!(lines.len() > 5 && lines.iter().all(|line| line["name"] != ""), "bodies by name: {roll:.600}");
    let plan = item(&desk, &id, "plan", json!({}));
    let refused = desk.refused("meetings.mark", marking(&id, "1", "present"));
    assert_eq!((refused.code.as_str(), refused.params["way"].as_str()), ("meetings.written_only", "本人"));
    let votes = |vote: &str| json!([{ "item_id": plan, "vote": vote }]);
    let slip = |numbers: &str, vote: &str| json!({ "id": id, "numbers": numbers, "votes": votes(vote) });
    assert_eq!(desk.refused("meetings.write_votes", slip("1", "yes")).code, "meetings.not_sent_in");
    mark(&desk, &id, &format!("1-{}", lines.len()), "written");
    desk.call("meetings.write_votes", slip("1-2", "no"));
    desk.call("meetings.write_votes", slip(&format!("3-{}", lines.len()), "yes"));
    desk.call("meetings.record_result", result(&plan, "written"));
    let roll = desk.call("meetings.roll", json!({ "id": id }));
    assert_eq!((&roll[0]["votes"], &roll[2]["votes"]), (&json!(["no"]), &json!(["yes"])));
    let shown = &seen(&desk, &id)["items"][0];
    assert_eq!((&shown["tally"]["written"]["no"], &shown["outcome"]), (&json!(2), &json!("approved")));
    assert!(shown["sentence"].as_str().expect("words").starts_with("書面により採決し"));
}

#[test]
fn m02_a_meeting_without_members_is_told_and_takes_no_votes() {
    let desk = TestDesk::empty(PROGRAM);
    let id = save(&desk, &draft("ordinary"));
    let roll = |count: &str| json!({ "id": id, "on": "R8.3.14", "count": count });
    assert_eq!(desk.refused("meetings.take_roll", roll("")).code, "meetings.nobody_votes");
    assert_eq!(desk.refused("meetings.take_roll", roll("0")).code, "meetings.voters_out_of_range");
    assert_eq!(desk.refused("meetings.mark", marking(&id, "1", "present")).code, "meetings.no_roll");
    let free = item(&desk, &id, "free", json!({ "title": "案" }));
    assert_eq!(desk.refused("meetings.record_result", result(&free, "applause")).code, "meetings.no_roll");
    let meeting = seen(&desk, &id);
    assert_eq!(meeting["quorum"]["is_met"], false);
    assert_eq!(meeting["sentence"], "表決権のある方が一人も入っていないので、本定期総会は成立していません。");
    desk.call("meetings.take_roll", roll("3"));
    mark(&desk, &id, "1", "present");
    assert_eq!(desk.refused("meetings.take_roll", roll("4")).code, "meetings.roll_in_use");
}

#[test]
fn m02_one_person_who_speaks_for_two_bodies_is_counted_once() {
    let desk = TestDesk::sample(PROGRAM);
    let person = desk.call("roster.list_people", json!({ "year": 2025 }))["people"][0]["id"].clone();
    for body in ["第一試験会", "第二試験会"] {
        let body = json!({ "id": null, "version": 0, "kind": "member_body", "name": body, "kana": "", "parent_id": null,
            "moved": "", "founded": "", "dissolved": "", "note": "" });
        desk.call("roster.save_body", body.clone());
        let role = json!({ "id": null, "person_id": person, "body": body["name"], "title": "代表", "from": "", "to": "",
            "appointment": null, "elected_by": "", "seat": null });
        desk.call("roster.save_role", role);
    }
    let id = save(&desk, &draft("ordinary"));
    desk.call("meetings.take_roll", json!({ "id": id, "on": "R8.3.14", "count": "" }));
    let roll = desk.call("meetings.roll", json!({ "id": id }));
    let number = |name: &str| {
        let line = roll.as_array().expect("a roll").iter().find(|line| line["name"] == name).expect("the body");
        line["number"].to_string()
    };
    mark(&desk, &id, &number("第一試験会"), "present");
    let refused = desk.refused("meetings.mark", marking(&id, &number("第二試験会"), "present"));
    assert_eq!(refused.code, "meetings.person_twice");
    desk.call("meetings.mark", with(&marking(&id, &number("第二試験会"), "deputy"), json!({ "deputy": "試験　花子" })));
    let there = &seen(&desk, &id)["attendance"];
    assert_eq!((&there["present"], &there["deputies"]), (&json!(1), &json!(1)));
}

#[test]
fn m03_a_vote_without_a_quorum_is_never_decided_by_who_is_marked_afterwards() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 20);
    mark(&desk, &id, "1-8", "present");
    let motion = item(&desk, &id, "free", json!({ "title": "看板の建て替え" }));
    desk.call("meetings.record_result", result(&motion, "rising"));
    assert_eq!(seen(&desk, &id)["items"][0]["outcome"], "no_quorum");
    mark(&desk, &id, "9", "present");
    assert_eq!(seen(&desk, &id)["items"][0]["outcome"], "no_quorum", "nine of twenty are still too few");
    let told = desk.call("meetings.mark", marking(&id, "10-12", "present"));
    let shown = seen(&desk, &id);
    assert_eq!((&shown["items"][0]["outcome"], &shown["is_effect_due"]), (&json!("open"), &json!(false)));
    assert!(told.to_string().contains("「看板の建て替え」は、もう一度採決してください"), "{told}");
    desk.call("meetings.record_result", result(&motion, "rising"));
    mark(&desk, &id, "13", "present");
    assert_eq!(seen(&desk, &id)["items"][0]["outcome"], "approved", "a vote with a quorum stays");
}

#[test]
fn m04_a_time_that_is_added_takes_away_neither_the_other_one_nor_the_name_of_the_deputy() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 9);
    let deputy = |fields: Value| with(&marking(&id, "7", "deputy"), fields);
    desk.call("meetings.mark", deputy(json!({ "deputy": "見本　花子", "came": "14:20" })));
    let early = desk.refused("meetings.mark", deputy(json!({ "left": "14:10" })));
    assert_eq!((early.code.as_str(), early.params["field"].as_str()), ("meetings.times_reversed", "left"));
    desk.call("meetings.mark", deputy(json!({ "left": "15:00" })));
    let line = || {
        let line = desk.call("meetings.roll", json!({ "id": id }))[6].take();
        ["deputy", "came", "left"].map(|field| line[field].clone())
    };
    assert_eq!(line(), ["見本　花子", "14:20", "15:00"]);
    let there =
        |at: &str| desk.call("meetings.meeting", json!({ "id": id, "at": at }))["attendance"]["deputies"].clone();
    assert_eq!(["14:10", "14:30", "15:10"].map(there), [0, 1, 0]);
    mark(&desk, &id, "7", "open");
    mark(&desk, &id, "7", "deputy");
    assert_eq!(line(), ["", "", ""], "what is taken away first is gone");
}
