//! M03, M04, M06: the rules by which a meeting was called, proxies to 会長, the chair who is not named, slips nobody typed.

use serde_json::{Value, json};
use suite::TestDesk;

use super::effects::{council, person};
use super::{draft, item, mark, marking, numbered, proxies, result, save, seen, split, undo, with};
use crate::PROGRAM;

fn set(desk: &TestDesk, fields: Value) {
    let shown = desk.call("meetings.rules", json!({ "kind": "ordinary", "year": 2025 }));
    desk.call("meetings.set_rules", json!({ "kind": "ordinary", "rules": with(&shown["rules"], fields) }));
}

#[test]
fn m03_a_meeting_says_by_which_rules_it_was_called_and_follows_others_until_something_is_voted_on() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &draft("ordinary"));
    let called = || seen(&desk, &id)["called_by"].clone();
    let special = json!(["規約改正　3分の2以上", "解散　総数の4分の3以上"]);
    assert_eq!(
        called(),
        json!({ "unit": "団体", "quorum": "過半数", "ordinary": "過半数", "special": special, "is_own": false, "is_current": true })
    );
    desk.call("meetings.take_roll", json!({ "id": id, "on": "R8.3.14", "count": "" }));
    let bodies = seen(&desk, &id)["attendance"]["total"].clone();
    set(&desk, json!({ "unit": "individual" }));
    let told = called();
    assert_eq!((&told["unit"], &told["is_own"], &told["is_current"]), (&json!("団体"), &json!(true), &json!(false)));
    mark(&desk, &id, "1", "present");
    assert_eq!(desk.refused("meetings.follow_rules", json!({ "id": id })).code, "meetings.rules_in_use");
    mark(&desk, &id, "1", "open");
    let before = desk.state_hash();
    let told = desk.call("meetings.follow_rules", json!({ "id": id }));
    assert!(told["sentence"].as_str().expect("words").contains("名簿を作り直したので、番号が変わりました"), "{told}");
    let after = seen(&desk, &id);
    assert_eq!((&after["called_by"]["unit"], &after["called_by"]["is_current"]), (&json!("人"), &json!(true)));
    assert!(after["attendance"]["total"] != bodies, "people now: {}", after["attendance"]);
    undo(&desk, 1);
    assert_eq!((desk.state_hash(), &seen(&desk, &id)["attendance"]["total"]), (before, &bodies));

    mark(&desk, &id, "1", "present");
    let motion = item(&desk, &id, "free", json!({ "title": "看板の建て替え" }));
    desk.call("meetings.record_result", result(&motion, "applause"));
    let refused = desk.refused("meetings.follow_rules", json!({ "id": id }));
    assert_eq!(refused.code, "meetings.roll_voted");
    assert!(refused.message.contains("看板の建て替え"), "{}", refused.message);
}

#[test]
fn m04_proxies_to_a_president_who_has_no_vote_count_once_he_is_said_to_be_there() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 20);
    mark(&desk, &id, "1-3", "present");
    desk.call("meetings.mark", proxies(&id, "4-12", "president", ""));
    let counted = || {
        let there = seen(&desk, &id)["attendance"].clone();
        (there["proxies"].as_i64().expect("a count"), there["lapsed"].as_i64().expect("a count"))
    };
    assert_eq!(counted(), (0, 9));
    let before = desk.state_hash();
    desk.call("meetings.president_came", json!({ "id": id, "came": true }));
    assert_eq!((counted(), &seen(&desk, &id)["quorum"]["is_met"]), ((9, 0), &json!(true)));
    undo(&desk, 1);
    assert_eq!((desk.state_hash(), counted()), (before, (0, 9)));
    desk.call("meetings.president_came", json!({ "id": id, "came": true }));
    desk.call("meetings.seat", json!({ "id": id, "seat": "president", "number": "3" }));
    assert_eq!(counted(), (9, 0), "who has a number is there as a voter is");
    desk.call("meetings.mark", with(&marking(&id, "3", "present"), json!({ "left": "14:30" })));
    assert_eq!(counted(), (0, 9), "and takes the proxies along");
}

#[test]
fn m06_nobody_objects_in_the_room_and_a_slip_does() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 20);
    mark(&desk, &id, "1-12", "present");
    mark(&desk, &id, "13-14", "written");
    let motion = item(&desk, &id, "free", json!({ "title": "看板の建て替え" }));
    let slip = |number: &str, vote: &str| {
        let votes = json!([{ "item_id": motion, "vote": vote }]);
        desk.call("meetings.write_votes", json!({ "id": id, "numbers": number, "votes": votes }))
    };
    assert_eq!(seen(&desk, &id)["unmarked_slips"], "13、14");
    slip("13", "yes");
    assert_eq!(seen(&desk, &id)["unmarked_slips"], "14", "nobody has typed it yet");
    slip("14", "no");
    assert_eq!(seen(&desk, &id)["unmarked_slips"], "");
    let objected = with(&result(&motion, "no_objection"), json!({ "present": split(11, 1, 0) }));
    let refused = desk.refused("meetings.record_result", objected);
    assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), ("meetings.objected", "present"));
    desk.call("meetings.record_result", result(&motion, "no_objection"));
    let sentence = seen(&desk, &id)["items"][0]["sentence"].as_str().expect("words").to_owned();
    assert!(
        sentence.starts_with("会場では異議がなく、書面などを合わせて採決し、賛成13（出席者12、書面1）、反対1、"),
        "{sentence}"
    );
    slip("14", "yes");
    desk.call("meetings.record_result", result(&motion, "no_objection"));
    let sentence = seen(&desk, &id)["items"][0]["sentence"].as_str().expect("words").to_owned();
    assert!(sentence.starts_with("異議なく、表決した14世帯全員"), "{sentence}");
}

#[test]
fn m03_a_chair_who_would_sit_out_and_is_not_named_is_asked_for() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 9);
    let unknown = || seen(&desk, &id)["is_chair_unknown"].clone();
    assert_eq!(unknown(), false, "nobody has come yet");
    mark(&desk, &id, "1-5", "present");
    let motion = item(&desk, &id, "free", json!({ "title": "看板の建て替え" }));
    let voting = || seen(&desk, &id)["items"][0]["voting"].clone();
    assert_eq!((unknown(), voting()), (json!(true), json!({ "present": 5, "proxies": 0, "chair_apart": false })));
    desk.call("meetings.seat", json!({ "id": id, "seat": "chair", "number": "1" }));
    assert_eq!((unknown(), voting()), (json!(false), json!({ "present": 4, "proxies": 0, "chair_apart": true })));
    desk.call("meetings.record_result", result(&motion, "applause"));
}

#[test]
fn m07_the_bylaws_of_a_recognised_body_change_on_the_day_of_their_approval() {
    let desk = TestDesk::sample(PROGRAM);
    crate::legal_form::recognise(&desk);
    let id = save(&desk, &draft("extraordinary"));
    desk.call("meetings.take_roll", json!({ "id": id, "on": "", "count": "4" }));
    mark(&desk, &id, "1-4", "present");
    let bylaws =
        item(&desk, &id, "bylaws", json!({ "title": "規約の改正（案）", "new_text": "第1条　見本会という。" }));
    let elected = item(&desk, &id, "officers", json!({ "title": "役員の改選（案）", "from": "R8.4.1" }));
    let seat = json!({ "role_id": null, "organisation_id": council(&desk), "title": "書記", "person_id": person(&desk, "穴吹和夫") });
    desk.call("meetings.put_nominations", json!({ "id": elected, "nominations": [seat] }));
    let planned = with(&seen(&desk, &id)["items"][0]["item"], json!({ "from": "R8.4.1", "to": "" }));
    let early = desk.refused("meetings.save_item", json!({ "item": planned }));
    let told = (early.code.as_str(), early.params["field"].as_str());
    assert_eq!(told, ("meetings.approved_before_vote", "from"), "no 市町村 approves what is not decided");
    desk.call("meetings.record_result", result(&bylaws, "rising"));
    desk.call("meetings.record_result", result(&elected, "rising"));
    let changed = desk.call("meetings.take_effect", json!({ "id": id }));
    let sentence = changed["sentence"].as_str().expect("words");
    let told = ["第2号議案　役員の改選（案）", "「規約の改正（案）」は、市町村の認可を受けてから反映します"];
    assert!(told.iter().all(|said| sentence.contains(said)) && !sentence.contains("第1号議案"), "{sentence}");
    let officers = desk.call("roster.officers_on", json!({ "on": "R8.4.1" })).to_string();
    assert!(officers.contains("書記"), "an election does not wait for the 市町村");
    let waits = |desk: &TestDesk| {
        let before = desk.state_hash();
        let refused = desk.refused("meetings.take_effect", json!({ "id": id }));
        assert_eq!((refused.code.as_str(), desk.state_hash()), ("meetings.approval_missing", before));
    };
    let approved = |desk: &TestDesk, on: &str| {
        let stored = seen(desk, &id)["items"][0]["item"].clone();
        json!({ "item": with(&stored, json!({ "from": on, "to": "" })) })
    };
    waits(&desk);
    let early = desk.refused("meetings.save_item", approved(&desk, "R8.3.21"));
    assert_eq!((early.code.as_str(), early.params["field"].as_str()), ("meetings.approved_before", "from"));
    assert!(early.message.contains("令和8年3月22日"), "{}", early.message);
    desk.call("meetings.save_item", approved(&desk, "R8.5.20"));
    waits(&desk);
    let desk = desk.on("2026-05-20");
    desk.call("meetings.take_effect", json!({ "id": id }));
    let shown = desk.call("meetings.bylaws", json!({ "on": "R8.5.19" }));
    assert_eq!((&shown["in_force"], &shown["texts"][0]["from_label"]), (&Value::Null, &json!("令和8年5月20日")));
    assert_eq!(desk.refused("meetings.take_effect", json!({ "id": id })).code, "meetings.nothing_to_do");
}

#[test]
fn m07_a_day_that_stood_beside_bylaws_before_the_vote_is_not_that_of_their_approval() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &draft("extraordinary"));
    desk.call("meetings.take_roll", json!({ "id": id, "on": "", "count": "4" }));
    mark(&desk, &id, "1-4", "present");
    let new = json!({ "title": "規約の改正（案）", "new_text": "第1条　見本会という。", "from": "R8.4.1" });
    let bylaws = item(&desk, &id, "bylaws", new);
    crate::legal_form::recognise(&desk);
    desk.call("meetings.record_result", result(&bylaws, "rising"));
    assert_eq!(seen(&desk, &id)["items"][0]["from_label"], "");
    let desk = desk.on("2026-05-20");
    assert_eq!(desk.refused("meetings.take_effect", json!({ "id": id })).code, "meetings.approval_missing");
    let typed = with(&seen(&desk, &id)["items"][0]["item"], json!({ "from": "R8.5.18", "to": "" }));
    desk.call("meetings.save_item", json!({ "item": typed }));
    desk.call("meetings.take_effect", json!({ "id": id }));
    let shown = desk.call("meetings.bylaws", json!({ "on": "R8.5.20" }));
    assert_eq!(shown["texts"][0]["from_label"], "令和8年5月18日");
}

#[test]
fn m06_the_notice_is_overdue_while_it_has_not_gone_out_and_items_move_with_a_word() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &with(&draft("ordinary"), json!({ "held": "R8.3.20", "notice": "" })));
    assert_eq!(seen(&desk, &id)["is_notice_late"], true, "today is 14 March, and it was due on the 13th");
    let later = save(&desk, &with(&draft("ordinary"), json!({ "held": "R8.3.29", "notice": "" })));
    assert_eq!(seen(&desk, &later)["is_notice_late"], false);
    let second = |id: &Value| {
        item(&desk, id, "free", json!({ "title": "一" }));
        item(&desk, id, "free", json!({ "title": "二" }))
    };
    let moved =
        |id: &Value| desk.call("meetings.move_item", json!({ "id": second(id), "to": 1 }))["sentence"].to_string();
    assert!(!moved(&id).contains("票の番号"));
    assert!(moved(&save(&desk, &draft("ordinary"))).contains("票の番号と合わなくなります"));
}
