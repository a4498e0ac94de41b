//! M03: five 会則 of five shapes, each set on its page, then roll, door and result; the late notice, the electronic way and slips that do
//! not count.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{draft, item, mark, proxies, result, save, seen, split, with};
use crate::PROGRAM;

/// A rule book as the page sends it.
fn rules(desk: &TestDesk, fields: Value) -> Value {
    let shown = desk.call("meetings.rules", json!({ "kind": "ordinary", "year": 2025 }));
    with(&shown["rules"], fields)
}

fn share(part: i64, whole: i64, bound: &str) -> Value {
    json!({ "part": part, "whole": whole, "bound": bound })
}

fn counting(for_quorum: bool, for_vote: bool) -> Value {
    json!({ "for_quorum": for_quorum, "for_vote": for_vote })
}

fn majority(share: &Value, base: &str) -> Value {
    json!({ "share": share, "base": base })
}

/// 総会 by these rules, with so many numbers of each standing one after the other; proxies go to the chair, who is number 1.
fn held(desk: &TestDesk, rules: &Value, standings: &[(&str, usize)]) -> Value {
    desk.call("meetings.set_rules", json!({ "kind": "ordinary", "rules": rules }));
    let shown = desk.call("meetings.rules", json!({ "kind": "ordinary", "year": 2025 }));
    assert_eq!((&shown["rules"], &shown["is_own"]), (rules, &json!(true)), "read as they were set");
    let id = save(desk, &draft("ordinary"));
    let count: usize = standings.iter().map(|(_, count)| count).sum();
    desk.call("meetings.take_roll", json!({ "id": id, "on": "", "count": count.to_string() }));
    let mut first = 1;
    for (standing, count) in standings {
        let numbers = format!("{first}-{}", first + count - 1);
        match *standing {
            "open" => {}
            "proxy" => drop(desk.call("meetings.mark", proxies(&id, &numbers, "chair", ""))),
            _ => mark(desk, &id, &numbers, standing),
        }
        if first == 1 && *standing == "present" {
            desk.call("meetings.seat", json!({ "id": id, "seat": "chair", "number": "1" }));
        }
        first += count;
    }
    id
}

fn slips(desk: &TestDesk, id: &Value, item: &Value, numbers: &str, vote: &str) {
    let votes = json!([{ "item_id": item, "vote": vote }]);
    desk.call("meetings.write_votes", json!({ "id": id, "numbers": numbers, "votes": votes }));
}

/// Whether there is a quorum, of how many and how many are needed.
fn quorum(desk: &TestDesk, id: &Value) -> (bool, i64, i64) {
    let quorum = &seen(desk, id)["quorum"];
    let number = |name: &str| quorum[name].as_i64().expect("a number");
    (quorum["is_met"] == true, number("counted"), number("needed"))
}

/// What came of an item, of how many and how many were needed.
fn came_of(desk: &TestDesk, id: &Value, item: &Value) -> (String, i64, i64) {
    let items = seen(desk, id)["items"].clone();
    let all = items.as_array().expect("items").iter();
    let shown = all.clone().find(|one| one["item"]["id"] == *item).expect("the item");
    let number = |name: &str| shown[name].as_i64().expect("a number");
    (shown["outcome"].as_str().expect("a word").to_owned(), number("base"), number("needed"))
}

fn told(outcome: &str, base: i64, needed: i64) -> (String, i64, i64) {
    (outcome.to_owned(), base, needed)
}

#[test]
fn m03_a_recognised_body_changes_its_rules_by_three_quarters_of_all_its_members() {
    let desk = TestDesk::sample(PROGRAM);
    let (more, all) = (share(1, 2, "more"), counting(true, true));
    let special = json!([{ "matter": "bylaws", "majority": majority(&share(3, 4, "at_least"), "all") }]);
    let book = json!({ "unit": "individual", "chair": "as_member", "unmarked": "abstain", "quorum": more, "special": special,
        "ordinary": majority(&more, "present"), "deputies": all, "proxies": all, "written": all, "electronic": all });
    let standings = [("present", 120), ("proxy", 160), ("written", 40), ("electronic", 5), ("open", 87)];
    let id = held(&desk, &rules(&desk, book), &standings);
    assert_eq!(quorum(&desk, &id), (true, 325, 207));
    let shown = seen(&desk, &id);
    let sentence = shown["sentence"].as_str().expect("words");
    assert!(sentence.contains("総数412人") && sentence.contains("電磁的方法による表決5件"), "{sentence}");
    let bylaws = item(&desk, &id, "bylaws", json!({ "title": "規約の改正（案）" }));
    slips(&desk, &id, &bylaws, "281-309", "yes");
    slips(&desk, &id, &bylaws, "310-325", "no");
    desk.call("meetings.record_result", result(&bylaws, "applause"));
    assert_eq!(came_of(&desk, &id, &bylaws), told("approved", 412, 309));
    slips(&desk, &id, &bylaws, "309", "no");
    assert_eq!(came_of(&desk, &id, &bylaws), told("approved", 412, 309), "what was recorded stands");
    desk.call("meetings.record_result", result(&bylaws, "applause"));
    assert_eq!(came_of(&desk, &id, &bylaws), told("rejected", 412, 309), "one less is not three quarters");
}

/// The rules as the profile has them for a 認可地縁団体: the chair votes on a tie alone, and no tie is decided at three quarters of all.
#[test]
fn m03_where_the_majority_is_of_all_the_chair_is_one_of_them_and_votes() {
    let desk = TestDesk::sample(PROGRAM);
    let more = share(1, 2, "more");
    let special = json!([{ "matter": "bylaws", "majority": majority(&share(3, 4, "at_least"), "all") }]);
    let book = json!({ "unit": "individual", "chair": "on_tie", "quorum": more, "special": special, "ordinary": majority(&more, "present") });
    let id = held(&desk, &rules(&desk, book), &[("present", 309), ("open", 103)]);
    let bylaws = item(&desk, &id, "bylaws", json!({ "title": "規約の改正（案）" }));
    let plan = item(&desk, &id, "plan", json!({}));
    desk.call("meetings.record_result", result(&bylaws, "rising"));
    desk.call("meetings.record_result", result(&plan, "rising"));
    assert_eq!(came_of(&desk, &id, &bylaws), told("approved", 412, 309), "the chair is the 309th");
    assert_eq!(came_of(&desk, &id, &plan), told("approved", 308, 155), "and sits out where a tie would be decided");
    let apart = desk.facts(2025)["meetings.list"][0]["chair_apart"].as_str().expect("words").to_owned();
    assert!(apart.ends_with("総数から割合をとる議案では、議長も一票として数えています。"), "{apart}");
}

#[test]
fn m03_households_count_proxies_as_present_and_the_chair_sits_out() {
    let desk = TestDesk::sample(PROGRAM);
    let (more, all) = (share(1, 2, "more"), counting(true, true));
    let book = json!({ "unit": "household", "chair": "on_tie", "unmarked": "abstain", "quorum": more, "special": [],
        "ordinary": majority(&more, "present"), "proxies": all, "written": all, "electronic": counting(false, false) });
    let id = held(&desk, &rules(&desk, book), &[("present", 51), ("proxy", 334), ("written", 12), ("open", 179)]);
    assert_eq!(quorum(&desk, &id), (true, 397, 289));
    let budget = item(&desk, &id, "budget", json!({}));
    slips(&desk, &id, &budget, "386-394", "yes");
    slips(&desk, &id, &budget, "395-397", "no");
    let counted = json!({ "present": split(45, 3, 2), "proxies": split(330, 0, 4) });
    desk.call("meetings.record_result", with(&result(&budget, "hands"), counted));
    assert_eq!(came_of(&desk, &id, &budget), told("approved", 396, 199));
}

#[test]
fn m03_delegates_meet_with_half_and_their_proxies_do_not_vote() {
    let desk = TestDesk::sample(PROGRAM);
    let (half, more, none) = (share(1, 2, "at_least"), share(1, 2, "more"), counting(false, false));
    let book = json!({ "unit": "body", "chair": "as_member", "unmarked": "abstain", "quorum": half, "special": [],
        "ordinary": majority(&more, "present"), "proxies": counting(true, false), "written": none, "electronic": none });
    let id = held(&desk, &rules(&desk, book), &[("present", 14), ("proxy", 4), ("written", 3), ("open", 15)]);
    assert_eq!(quorum(&desk, &id), (true, 18, 18), "half of 36, the written ones aside");
    let free = item(&desk, &id, "free", json!({ "title": "除雪機を買う（案）" }));
    let counted = json!({ "present": split(7, 7, 0), "proxies": split(0, 0, 0) });
    desk.call("meetings.record_result", with(&result(&free, "hands"), counted));
    assert_eq!(came_of(&desk, &id, &free), told("rejected", 14, 8), "no casting vote here");
}

#[test]
fn m03_two_thirds_of_those_present_change_the_rules_and_the_chair_decides_a_tie() {
    let desk = TestDesk::sample(PROGRAM);
    let (half, more) = (share(1, 2, "at_least"), share(1, 2, "more"));
    let special = json!([{ "matter": "bylaws", "majority": majority(&share(2, 3, "at_least"), "present") }]);
    let book = json!({ "unit": "body", "chair": "on_tie", "unmarked": "abstain", "quorum": half, "special": special,
        "ordinary": majority(&more, "present") });
    let id = held(&desk, &rules(&desk, book), &[("present", 33), ("absent", 2)]);
    let bylaws = item(&desk, &id, "bylaws", json!({ "title": "規約の改正（案）" }));
    let budget = item(&desk, &id, "budget", json!({}));
    let vote = |item: &Value, yes: i64, no: i64, casting: Value| {
        let counted = json!({ "present": split(yes, no, 0), "casting": casting });
        desk.call("meetings.record_result", with(&result(item, "hands"), counted));
        came_of(&desk, &id, item)
    };
    assert_eq!(vote(&bylaws, 22, 10, Value::Null), told("approved", 32, 22));
    assert_eq!(vote(&bylaws, 21, 11, Value::Null), told("rejected", 32, 22));
    assert_eq!(vote(&budget, 16, 16, Value::Null).0, "tie");
    assert_eq!(vote(&budget, 16, 16, json!("yes")).0, "approved");
    assert_eq!(vote(&budget, 16, 16, json!("no")).0, "rejected");
}

#[test]
fn m03_a_meeting_in_writing_is_decided_by_what_came_back_and_invalid_slips_count_nowhere() {
    let desk = TestDesk::sample(PROGRAM);
    let (more, all) = (share(1, 2, "more"), counting(true, true));
    let book = json!({ "unit": "household", "chair": "as_member", "unmarked": "yes", "quorum": more, "special": [],
        "ordinary": majority(&more, "cast"), "proxies": counting(false, false), "written": all, "electronic": all });
    let id = held(&desk, &rules(&desk, book), &[("written", 130), ("electronic", 7), ("invalid", 3), ("open", 70)]);
    assert_eq!(quorum(&desk, &id), (true, 137, 106), "three slips are invalid");
    let budget = item(&desk, &id, "budget", json!({}));
    slips(&desk, &id, &budget, "1-62", "yes");
    slips(&desk, &id, &budget, "63-130", "no");
    desk.call("meetings.record_result", result(&budget, "written"));
    assert_eq!(came_of(&desk, &id, &budget), told("approved", 137, 69), "62 and 7 unmarked ones of the electronic way");
    let tally = seen(&desk, &id)["items"][0]["tally"].clone();
    assert_eq!((&tally["written"]["yes"], &tally["electronic"]["yes"]), (&json!(62), &json!(7)), "never mixed");
    let refused = json!({ "id": id, "numbers": "138", "votes": [{ "item_id": budget, "vote": "yes" }] });
    assert_eq!(desk.refused("meetings.write_votes", refused).code, "meetings.not_sent_in");
    slips(&desk, &id, &budget, "62, 131", "no");
    desk.call("meetings.record_result", result(&budget, "written"));
    assert_eq!(came_of(&desk, &id, &budget).0, "rejected", "67 of 137");
}

#[test]
fn m06_a_notice_that_goes_out_too_late_is_told_with_the_day_it_was_due() {
    let desk = TestDesk::sample(PROGRAM);
    let book = rules(&desk, json!({ "notice_days": 14 }));
    desk.call("meetings.set_rules", json!({ "kind": "ordinary", "rules": book }));
    let noticed = |held: &str, notice: &str| {
        let id = save(&desk, &with(&draft("ordinary"), json!({ "held": held, "notice": notice })));
        let shown = seen(&desk, &id);
        (shown["is_notice_late"] == true, shown["notice_until_label"].as_str().expect("a day").to_owned())
    };
    let sent = |notice: &str| noticed("R8.3.22", notice);
    assert_eq!(sent("R8.3.8"), (false, "令和8年3月8日".to_owned()));
    assert_eq!(sent("R8.3.9"), (true, "令和8年3月8日".to_owned()));
    assert_eq!(sent(""), (true, "令和8年3月8日".to_owned()), "not sent on 14 March");
    assert_eq!(noticed("R8.4.26", ""), (false, "令和8年4月12日".to_owned()), "there is time left");
    let after = with(&draft("ordinary"), json!({ "held": "R8.3.22", "notice": "R8.3.23" }));
    assert_eq!(desk.refused("meetings.save_meeting", json!({ "meeting": after })).code, "meetings.notice_after");
}
