//! The general meeting of 576 members: 51 came, 334 gave a proxy, some wrote.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{item, mark, numbered, proxies, result, seen, split, undo, with};
use crate::PROGRAM;

/// Reception of 51 present, 334 proxies and 12 slips.
fn received(desk: &TestDesk) -> Value {
    let id = numbered(desk, "extraordinary", 576);
    mark(desk, &id, "1-51", "present");
    desk.call("meetings.mark", proxies(&id, "52〜385", "chair", ""));
    mark(desk, &id, "386-397", "written");
    id
}

#[test]
fn m02_the_three_kinds_of_576_are_kept_apart_from_the_door_to_the_minutes() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    let id = received(&desk);
    let there = seen(&desk, &id)["attendance"].clone();
    let counts = [
        "total",
        "present",
        "deputies",
        "proxies",
        "lapsed",
        "written",
        "electronic",
        "away",
        "absent",
        "invalid",
        "open",
    ]
    .map(|way| there[way].as_i64().expect("a count"));
    assert_eq!(counts, [576, 51, 0, 334, 0, 12, 0, 0, 0, 0, 179]);
    assert_eq!(counts[1..].iter().sum::<i64>(), counts[0], "everybody stands in one of them");

    let budget = item(&desk, &id, "budget", json!({}));
    let bylaws = item(&desk, &id, "bylaws", json!({ "title": "規約の改正（案）" }));
    desk.call("meetings.seat", json!({ "id": id, "seat": "chair", "number": "1" }));
    let slips = |numbers: &str, vote: &str| {
        let votes = [&budget, &bylaws].map(|item| json!({ "item_id": item, "vote": vote }));
        desk.call("meetings.write_votes", json!({ "id": id, "numbers": numbers, "votes": votes }));
    };
    slips("386-394", "yes");
    slips("395-396", "no");
    let counted = with(&result(&budget, "hands"), json!({ "present": split(45, 3, 2), "proxies": split(330, 0, 4) }));
    desk.call("meetings.record_result", counted);
    desk.call("meetings.record_result", result(&bylaws, "applause"));

    let meeting = seen(&desk, &id);
    let shown = &meeting["items"][0];
    assert_eq!(shown["label"], "第1号議案");
    assert_eq!(shown["item"]["title"], "令和7年度　収支予算（案）");
    assert_eq!((&shown["base"], &shown["needed"], &shown["outcome"]), (&json!(396), &json!(199), &json!("approved")));
    assert_eq!(
        shown["sentence"],
        "挙手により採決し、賛成384（出席者45、委任状330、書面9）、反対5、棄権7で、表決した総数396の過半数（199）に達したので、原案のとおり可決されました。"
    );
    assert_eq!(shown["tally"]["written"], json!({ "yes": 9, "no": 2, "abstain": 1 }), "a slip without a mark abstains");
    assert_eq!(meeting["items"][1]["needed"], 264, "two thirds of 396");
    assert_eq!(meeting["items"][1]["outcome"], "approved");

    let facts = desk.facts(2025);
    let stated = &facts["meetings.list"][0];
    let columns =
        ["total", "attended", "proxies", "written", "counted"].map(|name| stated[name].as_i64().expect("a count"));
    assert_eq!(columns, [576, 51, 334, 12, 397]);
    undo(&desk, 13);
    assert_eq!(desk.state_hash(), before, "step by step back to where it began");
}

#[test]
fn m03_the_quorum_is_counted_while_people_come_and_is_read_out() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 576);
    mark(&desk, &id, "1-51", "present");
    desk.call("meetings.mark", proxies(&id, "52-288", "chair", ""));
    let short = seen(&desk, &id);
    assert_eq!(short["quorum"], json!({ "needed": 289, "counted": 288, "is_met": false }), "half is not 過半数");
    assert!(short["sentence"].as_str().expect("words").contains("あと1世帯足りず"));
    mark(&desk, &id, "289", "present");
    let met = seen(&desk, &id);
    assert_eq!(met["quorum"], json!({ "needed": 289, "counted": 289, "is_met": true }));
    assert_eq!(
        met["sentence"],
        "資格の確認の結果をご報告します。表決権の総数576世帯に対し、本人の出席52世帯、委任状237通、合わせて289世帯です。\
         定足数は総数の過半数、289世帯ですので、本臨時総会は成立しています。"
    );
    let rules = with(
        &desk.call("meetings.rules", json!({ "kind": "ordinary", "year": 2025 }))["rules"],
        json!({ "quorum": { "part": 3, "whole": 4, "bound": "at_least" } }),
    );
    desk.call("meetings.set_rules", json!({ "kind": "ordinary", "rules": rules }));
    assert_eq!(seen(&desk, &id)["quorum"]["needed"], 289, "a meeting keeps the rules that it was called by");
    let wrong = with(&rules, json!({ "quorum": { "part": 3, "whole": 2, "bound": "more" } }));
    let refused = desk.refused("meetings.set_rules", json!({ "kind": "ordinary", "rules": wrong }));
    assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), ("meetings.no_share", "quorum"));
}

#[test]
fn m03_who_leaves_is_not_counted_any_more_and_a_vote_says_when_it_was_taken() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 5);
    mark(&desk, &id, "1-3", "present");
    desk.call("meetings.mark", proxies(&id, "4", "member", "3"));
    assert_eq!(seen(&desk, &id)["quorum"]["counted"], 4);
    desk.call("meetings.mark", with(&super::marking(&id, "3", "present"), json!({ "left": "14時半" })));
    let now = seen(&desk, &id);
    assert_eq!(
        (&now["quorum"]["counted"], &now["attendance"]["away"], &now["lapsed"]),
        (&json!(2), &json!(1), &json!("4"))
    );
    assert_eq!(desk.call("meetings.meeting", json!({ "id": id, "at": "14:20" }))["quorum"]["counted"], 4);
    let free = item(&desk, &id, "free", json!({ "title": "除雪機を買う（案）" }));
    let counted =
        |present: Value, voted: &str| with(&result(&free, "hands"), json!({ "present": present, "voted": voted }));
    let refused = desk.refused("meetings.record_result", counted(split(3, 0, 0), "14:40"));
    assert_eq!((refused.code.as_str(), refused.params["voting"].as_str()), ("meetings.votes_differ", "2"));
    desk.call("meetings.record_result", counted(split(3, 0, 0), "14:20"));
    assert_eq!(seen(&desk, &id)["items"][0]["outcome"], "approved");
    desk.call("meetings.record_result", counted(split(2, 0, 0), "14:40"));
    assert_eq!(seen(&desk, &id)["items"][0]["outcome"], "no_quorum", "two of five are no meeting any more");
}

/// Today is 14 March 2026, and 令和7年度 is looked at.
#[test]
fn m02_a_meeting_belongs_to_the_year_of_its_day_and_takes_up_the_years_that_go_with_it() {
    let desk = TestDesk::sample(PROGRAM);
    let understood = |held: &str| {
        let shown = desk.call("meetings.day_understood", json!({ "year": 2025, "held": held, "is_new": true }));
        format!("{} {}", shown["on_label"].as_str().expect("a day"), shown["year_label"].as_str().expect("a year"))
    };
    for (held, expected) in [
        ("4/26", "令和8年4月26日（日） 令和8年度"),
        ("R8.4.26", "令和8年4月26日（日） 令和8年度"),
        ("R7.4.27", "令和7年4月27日（日） 令和7年度"),
        ("3/22", "令和8年3月22日（日） 令和7年度"),
        ("3/8", "令和8年3月8日（日） 令和7年度"),
        ("10/5", "令和7年10月5日（日） 令和7年度"),
        ("4/", " "),
    ] {
        assert_eq!(understood(held), expected, "{held}");
    }
    let typed = with(&super::draft("ordinary"), json!({ "held": "4/26", "notice": "4/12" }));
    let id = super::save(&desk, &typed);
    let meeting = seen(&desk, &id);
    assert_eq!(
        (&meeting["title"], &meeting["notice_label"]),
        (&json!("令和8年度　定期総会"), &json!("令和8年4月12日"))
    );
    desk.call("meetings.add_usual_items", json!({ "id": id }));
    let titles: Vec<String> = seen(&desk, &id)["items"]
        .as_array()
        .expect("items")
        .iter()
        .map(|item| item["item"]["title"].as_str().expect("a title").chars().take(5).collect())
        .collect();
    assert_eq!((&titles[0][..], &titles[1][..]), ("令和7年度", "令和7年度"), "事業報告 and 決算 of the year before");
    assert_eq!((&titles[5][..], &titles[6][..]), ("令和8年度", "令和8年度"), "事業計画 and 予算 of its own");
}
