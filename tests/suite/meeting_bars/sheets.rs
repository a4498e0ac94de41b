//! 招集通知 of many items, and items that nobody votes on: a sheet for each, and never two on one sheet of paper.

use serde_json::{Value, json};
use suite::TestDesk;

use super::booklet::pages;
use super::paper::paper;
use super::{draft, item, mark, result, save, with};
use crate::PROGRAM;
use crate::roster_bars::{household, newcomer};

/// A general meeting of the specimen's bodies with its roll.
fn called(desk: &TestDesk) -> Value {
    let id = save(desk, &with(&draft("extraordinary"), json!({ "slips_due": "R8.3.18" })));
    desk.call("meetings.take_roll", json!({ "id": id, "on": "R8.3.1", "count": "" }));
    id
}

fn named(desk: &TestDesk, id: &Value, paper: &str) -> Vec<String> {
    let asked = json!({ "id": id, "paper": paper, "format": "pdf", "folder": null });
    let made = desk.path(&desk.call("meetings.put_out_named", asked)["file"]["token"]);
    pages(&made)
}

/// The pages of 招集通知 that is the same for all.
fn notice(desk: &TestDesk, id: &Value) -> Vec<String> {
    let asked = json!({ "id": id, "form": "meeting-notice", "format": "pdf", "folder": null });
    let made = desk.path(&desk.call("meetings.put_out", asked)["files"][0]["token"]);
    pages(&made)
}

const USUAL: [&str; 15] = [
    "令和7年度　事業報告",
    "令和7年度　収支決算",
    "役員の改選（案）",
    "規約の改正（案）",
    "令和8年度　事業計画（案）",
    "令和8年度　収支予算（案）",
    "防災倉庫の建て替え（案）",
    "ごみ集積所の見直し（案）",
    "街路灯のLED化（案）",
    "慶弔規程の改正（案）",
    "旅費規程の改正（案）",
    "公園愛護会への加入（案）",
    "集会所の使用料（案）",
    "除雪機の購入（案）",
    "記念誌の発行（案）",
];

fn take_up(desk: &TestDesk, id: &Value, count: usize) {
    for title in &USUAL[..count] {
        item(desk, id, "free", json!({ "title": title }));
    }
}

#[test]
fn m05_the_notice_of_each_body_is_one_sheet_up_to_fifteen_items() {
    for count in [3, 9, 12, 15] {
        let desk = TestDesk::sample(PROGRAM);
        let id = called(&desk);
        take_up(&desk, &id, count);
        let roll = desk.call("meetings.roll", json!({ "id": id })).as_array().expect("a roll").len();
        let sheets = named(&desk, &id, "slips");
        assert_eq!((sheets.len(), notice(&desk, &id).len()), (roll, 1), "{count} items");
        let last: String = USUAL[count - 1].split_whitespace().collect();
        for sheet in &sheets {
            assert!(sheet.matches(&last).count() == 2 && sheet.matches("賛成・反対").count() == count, "{sheet}");
            assert!(sheet.contains("切り取り線") && sheet.contains("提出期限"), "{sheet}");
        }
    }
}

#[test]
fn m05_a_notice_that_takes_two_pages_bears_name_and_number_on_both_and_shares_no_sheet_of_paper() {
    let desk = TestDesk::sample(PROGRAM);
    let id = called(&desk);
    for nth in 1..=40 {
        item(&desk, &id, "free", json!({ "title": format!("{nth}番目の長い名前の議案についての件（案）") }));
    }
    let roll = desk.call("meetings.roll", json!({ "id": id }));
    let roll = roll.as_array().expect("a roll");
    let sheets = named(&desk, &id, "slips");
    assert_eq!(sheets.len(), 2 * roll.len());
    for (pair, voter) in sheets.chunks(2).zip(roll) {
        let name: String = voter["name"].as_str().expect("a name").split_whitespace().collect();
        assert!(pair[0].contains(&name), "{name}: {}", pair[0]);
        assert!(pair[1].contains(&format!("番号{}{name}", voter["number"])), "{name}: {}", pair[1]);
        assert!(pair[1].contains("つづき"), "{}", pair[1]);
    }
}

#[test]
fn m05_a_home_of_five_has_one_sheet_with_twelve_items() {
    let desk = TestDesk::empty(PROGRAM);
    let someone = |given: &str, kana: &str| {
        let typed = [("family", "青木"), ("given", given), ("family_kana", "あおき"), ("given_kana", kana)];
        newcomer(&desk, &[&typed[..], &[("address", "見本市桜町三丁目12番地34")]].concat())
    };
    let home = [("一郎", "いちろう"), ("二郎", "じろう"), ("三郎", "さぶろう"), ("四郎", "しろう"), ("五郎", "ごろう")]
        .map(|(given, kana)| someone(given, kana));
    let others: Vec<&str> = home[1..].iter().map(|id| &id[..]).collect();
    household(&desk, &home[0], &others);
    let shown = desk.call("meetings.rules", json!({ "kind": "ordinary", "year": 2025 }));
    let rules = with(&shown["rules"], json!({ "unit": "individual" }));
    desk.call("meetings.set_rules", json!({ "kind": "ordinary", "rules": rules }));
    for count in [5, 9, 12] {
        let id = called(&desk);
        take_up(&desk, &id, count);
        let sheets = named(&desk, &id, "home_slips");
        assert_eq!(sheets.len(), 1, "{count} items: {sheets:?}");
        assert_eq!(sheets[0].matches("賛・否").count(), 5 * count + 1, "{}", sheets[0]);
        assert!(["一郎", "五郎", "提出期限"].iter().all(|told| sheets[0].contains(told)), "{}", sheets[0]);
    }
}

#[test]
fn m05_papers_at_the_end_are_on_the_agenda_without_a_number_and_nobody_votes_on_them() {
    let desk = TestDesk::sample(PROGRAM);
    let id = called(&desk);
    let motion = item(&desk, &id, "free", json!({ "title": "除雪機を買う（案）" }));
    let text = item(&desk, &id, "bylaws_text", json!({ "kind": "other", "title": "規約の全文" }));
    let roll = desk.call("meetings.roll", json!({ "id": id })).as_array().expect("a roll").len();
    mark(&desk, &id, &format!("1-{roll}"), "present");
    desk.call("meetings.record_result", result(&motion, "applause"));
    let sheets = named(&desk, &id, "slips");
    for sheet in sheets.iter().chain(&notice(&desk, &id)) {
        assert_eq!((sheet.matches("規約の全文").count(), sheet.matches("賛成・反対").count()), (1, 1), "{sheet}");
        assert!(sheet.contains("第1号議案除雪機を買う（案）規約の全文"), "no dots for a number: {sheet}");
    }
    let minutes = paper(&desk, &id, "meeting-minutes").1;
    assert!(minutes.contains("規約の全文４閉会"), "nothing is asked of how it ended: {minutes}");
    let seen = super::seen(&desk, &id);
    let shown = seen["items"].as_array().expect("items").iter().find(|one| one["item"]["id"] == text).expect("it");
    assert_eq!(shown["outcome"], "told");
    let checks = desk.call("reports.prepare", json!({ "form": "meeting-minutes", "year": 2025 }))["checks"].to_string();
    assert!(!checks.contains("結果の文"), "{checks}");
}
