//! M03, M06: a result keeps what was counted, and 資格報告 what was read out, whoever is marked at the door afterwards.

use serde_json::{Value, json};
use suite::TestDesk;

use super::effects::{council, person};
use super::{draft, item, mark, marking, numbered, proxies, result, save, seen, split, undo, with};
use crate::PROGRAM;

fn said(changed: &Value) -> &str {
    changed["sentence"].as_str().expect("words")
}

fn minutes(desk: &TestDesk) -> Value {
    desk.facts(2025)["meetings.list"][0].clone()
}

#[test]
fn m03_who_comes_after_a_vote_is_not_counted_in_it_and_the_desk_says_so() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 90);
    mark(&desk, &id, "1-50", "present");
    let motion = item(&desk, &id, "free", json!({ "title": "看板の建て替え" }));
    desk.call("meetings.record_result", result(&motion, "applause"));
    let voted = seen(&desk, &id)["items"][0].clone();
    assert!(voted["sentence"].as_str().expect("words").contains("表決した50世帯全員（出席者50）"), "{voted}");
    let late = desk.call("meetings.mark", marking(&id, "51", "present"));
    assert!(said(&late).contains("もう採決した第1号議案は、採決のときの数のままです"), "{late}");
    let after = seen(&desk, &id)["items"][0].clone();
    assert_eq!((&after["sentence"], &after["tally"]), (&voted["sentence"], &voted["tally"]));
    assert_eq!((&voted["is_outdated"], &after["is_outdated"]), (&json!(false), &json!(true)));
    let stated = minutes(&desk);
    assert_eq!((&stated["attended"], &stated["items"][0]["yes"]), (&json!(50), &json!(50)), "as it was read out");
    assert_eq!(stated["came_later"], "なお、開会のあとに1世帯が出席しました。");
    undo(&desk, 1);
    assert_eq!(seen(&desk, &id)["items"][0]["is_outdated"], false);

    mark(&desk, &id, "51", "present");
    desk.call("meetings.record_result", result(&motion, "applause"));
    let again = seen(&desk, &id)["items"][0].clone();
    assert_eq!((&again["tally"]["present"]["yes"], &again["is_outdated"]), (&json!(51), &json!(false)), "counted anew");
}

#[test]
fn m03_one_who_is_put_right_after_a_vote_is_never_counted_twice() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 60);
    mark(&desk, &id, "1-50", "present");
    let motion = item(&desk, &id, "free", json!({ "title": "看板の建て替え" }));
    let counted = json!({ "present": split(45, 3, 2) });
    desk.call("meetings.record_result", with(&result(&motion, "hands"), counted));
    let written = with(&marking(&id, "12", "written"), json!({ "writes_over": true }));
    desk.call("meetings.mark", written);
    let told = desk.call(
        "meetings.write_votes",
        json!({ "id": id, "numbers": "12", "votes": [{ "item_id": motion, "vote": "no" }] }),
    );
    assert!(said(&told).contains("採決のときの数のままです"), "{told}");
    let tally = seen(&desk, &id)["items"][0]["tally"].clone();
    let all = |way: &str| ["yes", "no", "abstain"].map(|vote| tally[way][vote].as_i64().expect("a count"));
    assert_eq!((all("present"), all("written")), ([45, 3, 2], [0, 0, 0]), "50 votes of 50");
    let few = with(&result(&motion, "hands"), json!({ "present": split(45, 3, 2) }));
    assert_eq!(desk.refused("meetings.record_result", few).code, "meetings.votes_differ", "49 are in the room now");
}

#[test]
fn m03_what_was_voted_on_stays_the_matter_that_it_was() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 30);
    mark(&desk, &id, "1-30", "present");
    let bylaws =
        item(&desk, &id, "bylaws", json!({ "title": "規約の改正（案）", "new_text": "第1条　見本会という。" }));
    desk.call("meetings.record_result", with(&result(&bylaws, "hands"), json!({ "present": split(18, 12, 0) })));
    assert_eq!(seen(&desk, &id)["items"][0]["outcome"], "rejected", "18 of 30 are no two thirds");
    let other = |fields: Value| {
        let stored = with(&seen(&desk, &id)["items"][0]["item"], json!({ "from": "", "to": "" }));
        json!({ "item": with(&stored, fields) })
    };
    for (fields, field) in [(json!({ "matter": "free" }), "matter"), (json!({ "kind": "report" }), "kind")] {
        let refused = desk.refused("meetings.save_item", other(fields));
        assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), ("meetings.matter_voted_on", field));
        assert!(refused.message.contains("案件と種類は変えられません"), "{}", refused.message);
    }
    desk.call("meetings.save_item", other(json!({ "explanation": "別紙のとおり。" })));
    desk.call("meetings.record_result", with(&result(&bylaws, "hands"), json!({ "method": null })));
    desk.call("meetings.save_item", other(json!({ "matter": "free" })));
    assert_eq!(seen(&desk, &id)["items"][0]["item"]["matter"], "free", "once the result is taken back");
}

#[test]
fn m03_the_chair_decides_the_tie_that_there_was() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 20);
    mark(&desk, &id, "1-11", "present");
    desk.call("meetings.seat", json!({ "id": id, "seat": "chair", "number": "1" }));
    let motion = item(&desk, &id, "free", json!({ "title": "看板の建て替え" }));
    let tied = |casting: Value| {
        let counted = json!({ "present": split(5, 5, 0), "casting": casting });
        desk.call("meetings.record_result", with(&result(&motion, "hands"), counted));
        seen(&desk, &id)["items"][0].clone()
    };
    assert_eq!(tied(Value::Null)["outcome"], "tie");
    mark(&desk, &id, "12", "present");
    let undone =
        desk.refused("meetings.record_result", with(&result(&motion, "hands"), json!({ "present": split(5, 5, 0) })));
    assert_eq!(undone.code, "meetings.votes_differ", "another count has 11 votes");
    let decided = tied(json!("yes"));
    assert_eq!((&decided["outcome"], &decided["tally"]["present"]["yes"]), (&json!("approved"), &json!(5)));
}

#[test]
fn m06_the_minutes_report_those_who_were_there_when_it_was_read_out() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 20);
    mark(&desk, &id, "1-10", "present");
    desk.call("meetings.mark", proxies(&id, "11-12", "chair", ""));
    let read = seen(&desk, &id)["sentence"].clone();
    let before = desk.state_hash();
    desk.call("meetings.open_meeting", json!({ "id": id }));
    undo(&desk, 1);
    assert_eq!(desk.state_hash(), before);
    desk.call("meetings.open_meeting", json!({ "id": id }));
    mark(&desk, &id, "13-15", "present");
    let now = seen(&desk, &id);
    assert_eq!((&now["opening_sentence"], &now["attendance"]["present"]), (&read, &json!(13)));
    let stated = minutes(&desk);
    assert_eq!((&stated["quorum"], &stated["attended"], &stated["counted"]), (&read, &json!(10), &json!(12)));
    assert_eq!(stated["came_later"], "なお、開会のあとに3世帯が出席しました。");
    desk.call("meetings.open_meeting", json!({ "id": id }));
    assert_eq!((&minutes(&desk)["attended"], &minutes(&desk)["came_later"]), (&json!(13), &json!("")));
}

/// Nobody pressed anything: the hour of the opening and the times at the door tell it.
#[test]
fn m06_who_came_at_a_later_hour_is_not_in_the_report_of_the_opening() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 20);
    mark(&desk, &id, "1-10", "present");
    desk.call("meetings.mark", with(&marking(&id, "11-14", "present"), json!({ "came": "14:20" })));
    let stated = minutes(&desk);
    assert_eq!((&stated["attended"], &stated["absent"]), (&json!(10), &json!(10)), "it was opened at 14:00");
    assert!(stated["quorum"].as_str().expect("words").contains("あと1世帯足りず"), "{stated}");
    let met = "なお、開会のあとに4世帯が出席しました。これにより定足数に達し、会議は成立しました。";
    assert_eq!(stated["came_later"], met);
}

#[test]
fn m06_a_quorum_by_slips_that_came_in_after_the_opening_is_told() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 20);
    mark(&desk, &id, "1-8", "present");
    desk.call("meetings.mark", proxies(&id, "9", "member", "19"));
    desk.call("meetings.open_meeting", json!({ "id": id }));
    assert!(minutes(&desk)["quorum"].as_str().expect("words").contains("あと3世帯足りず"));
    desk.call("meetings.mark", proxies(&id, "10-11", "chair", ""));
    let told = || minutes(&desk)["came_later"].clone();
    assert_eq!(told(), "なお、開会のあとに委任状2通が届きました。");
    mark(&desk, &id, "12", "written");
    let met = "これにより定足数に達し、会議は成立しました。";
    assert_eq!(told(), format!("なお、開会のあとに委任状2通、書面表決書1通が届きました。{met}"));
    let (_, paper) = super::paper::paper(&desk, &id, "meeting-minutes");
    assert!(paper.contains(&format!("委任状2通、書面表決書1通が届きました。{met}")), "{paper}");
    mark(&desk, &id, "19", "present");
    assert_eq!(
        told(),
        format!("なお、開会のあとに1世帯が出席し、委任状2通、書面表決書1通が届きました。{met}"),
        "9 had come in before"
    );
}

#[test]
fn m06_who_came_once_others_had_left_makes_no_quorum() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 20);
    mark(&desk, &id, "1-10", "present");
    desk.call("meetings.mark", with(&marking(&id, "1", "present"), json!({ "left": "14:10" })));
    desk.call("meetings.mark", with(&marking(&id, "11", "present"), json!({ "came": "14:20" })));
    assert_eq!(
        minutes(&desk)["came_later"],
        "なお、開会のあとに1世帯が出席しました。",
        "11 came, never more than 10 at once"
    );
}

#[test]
fn m06_an_opening_that_was_said_outlives_a_result_that_is_taken_back() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 20);
    mark(&desk, &id, "1-12", "present");
    let motion = item(&desk, &id, "free", json!({ "title": "看板の建て替え" }));
    let opening = || seen(&desk, &id)["opening_sentence"].clone();
    let voted_and_back = || {
        desk.call("meetings.record_result", result(&motion, "applause"));
        assert_ne!(opening(), Value::Null);
        desk.call("meetings.record_result", with(&result(&motion, "applause"), json!({ "method": null })));
    };
    voted_and_back();
    assert_eq!(opening(), Value::Null, "the result alone had opened it");
    desk.call("meetings.open_meeting", json!({ "id": id }));
    let read = opening();
    voted_and_back();
    mark(&desk, &id, "13-15", "present");
    assert_eq!((opening(), &minutes(&desk)["attended"]), (read, &json!(12)));
    assert_eq!(minutes(&desk)["came_later"], "なお、開会のあとに3世帯が出席しました。");
}

#[test]
fn m03_a_meeting_in_writing_reports_the_slips_of_its_last_count() {
    let desk = TestDesk::sample(PROGRAM);
    super::household_rules(&desk);
    let id = save(&desk, &with(&draft("extraordinary"), json!({ "is_written": true })));
    desk.call("meetings.take_roll", json!({ "id": id, "on": "", "count": "20" }));
    mark(&desk, &id, "1-12", "written");
    let plan = item(&desk, &id, "free", json!({ "title": "看板の建て替え" }));
    let vote = |numbers: &str| {
        desk.call(
            "meetings.write_votes",
            json!({ "id": id, "numbers": numbers, "votes": [{ "item_id": plan, "vote": "yes" }] }),
        )
    };
    vote("1-12");
    desk.call("meetings.record_result", result(&plan, "written"));
    mark(&desk, &id, "13", "written");
    vote("13");
    assert_eq!((&minutes(&desk)["written"], &minutes(&desk)["items"][0]["yes"]), (&json!(12), &json!(12)));
    desk.call("meetings.record_result", result(&plan, "written"));
    assert_eq!((&minutes(&desk)["written"], &minutes(&desk)["items"][0]["yes"]), (&json!(13), &json!(13)));
    assert_eq!(desk.refused("meetings.open_meeting", json!({ "id": id })).code, "meetings.nobody_comes");
}

#[test]
fn m03_what_was_voted_on_is_not_exchanged_for_something_else() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 12);
    mark(&desk, &id, "1-12", "present");
    let bylaws =
        item(&desk, &id, "bylaws", json!({ "title": "規約の改正（案）", "new_text": "第1条　見本会という。" }));
    let budget = item(&desk, &id, "budget", json!({ "subject_year": 2026 }));
    let elected = item(&desk, &id, "officers", json!({ "title": "役員の改選（案）", "from": "R8.4.1" }));
    let seat = |who: &str| json!([{ "role_id": null, "organisation_id": council(&desk), "title": "書記", "person_id": person(&desk, who) }]);
    let nominate = |who: &str| json!({ "id": elected, "nominations": seat(who) });
    desk.call("meetings.put_nominations", nominate("穴吹和夫"));
    for voted in [&bylaws, &budget, &elected] {
        desk.call("meetings.record_result", result(voted, "applause"));
    }
    let stored = |at: usize, fields: Value| {
        let stored = with(&seen(&desk, &id)["items"][at]["item"], json!({ "from": "", "to": "" }));
        json!({ "item": with(&stored, fields) })
    };
    let voted = desk.state_hash();
    let refused = |name: &str, args: Value| {
        let refused = desk.refused(name, args);
        assert_eq!((refused.code.as_str(), desk.state_hash()), ("meetings.content_voted_on", voted.clone()));
        refused
    };
    let text = refused("meetings.save_item", stored(0, json!({ "new_text": "第1条　別の会という。" })));
    assert_eq!(text.params["field"], "new_text");
    assert!(text.message.contains("「新しい規約の全文」は変えられません"), "{}", text.message);
    assert_eq!(
        refused("meetings.save_item", stored(1, json!({ "subject_year": 2025 }))).params["field"],
        "subject_year"
    );
    assert!(refused("meetings.put_nominations", nominate("十河勝")).message.contains("役員の候補"));
    desk.call("meetings.save_item", stored(0, json!({ "explanation": "別紙のとおり。", "from": "R8.4.1" })));
    desk.call("meetings.record_result", with(&result(&elected, "applause"), json!({ "method": null })));
    desk.call("meetings.put_nominations", nominate("十河勝"));
}
