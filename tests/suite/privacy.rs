//! 個人情報: who was erased is nobody's name any more, wherever names are shown.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

const GONE: &str = "（消去した人）";

/// Somebody without an office, who left long ago.
fn leaver(desk: &TestDesk) -> Value {
    let draft = json!({
        "id": null, "version": 0, "family": "綾小路", "given": "時子", "family_kana": "", "given_kana": "", "postal": "",
        "address": "桜町1-1", "phone": "087-555-0001", "mobile": "", "birth": "", "joined": "", "joined_reason": "",
        "left": "", "left_reason": "", "alternate_name": "", "note": "", "own": [],
    });
    let id = desk.call("roster.save_person", json!({ "person": draft }))["value"]["id"].clone();
    desk.call("roster.leave", json!({ "id": id, "on": "2019-03-31", "reason": "転出" }));
    id
}

#[test]
fn an_erased_name_is_shown_as_erased_in_lists_records_search_and_history() {
    let desk = TestDesk::sample(PROGRAM);
    let id = leaver(&desk);
    let plan = desk.call("privacy.overview", json!({}));
    assert_eq!((&plan["leavers"][0]["is_due"], &plan["leavers"][0]["name"]), (&json!(true), &json!("綾小路　時子")));
    desk.call("privacy.erase_leavers", json!({ "people": [id] }));

    let people = desk.call("roster.list_people", json!({ "year": 2025 }));
    let rows = people["people"].as_array().expect("people");
    assert_eq!(rows.iter().find(|row| row["id"] == id).expect("still counted in its years")["name"], GONE);
    let record = desk.call("roster.person", json!({ "id": id, "year": 2025 }));
    assert_eq!((&record["name"], &record["is_erased"]), (&json!(GONE), &json!(true)));
    let hits = |words: &str| desk.call("office.search", json!({ "query": words, "year": 2025 }))["hits"].clone();
    assert_eq!(hits("綾小路"), json!([]));
    assert_eq!(hits("消去した人")[0]["title"], GONE);

    let history = desk.call("office.history", json!({ "limit": 5 }));
    let acts = history["entries"].as_array().expect("acts");
    for act in acts.iter().filter(|act| act["op"] == "roster.save_person" || act["op"] == "roster.leave") {
        assert!(act["sentence"].as_str().expect("a sentence").contains(GONE), "{act}");
        let changes = desk.call("office.changes_of", json!({ "seq": act["seq"] })).to_string();
        assert!(changes.contains(GONE) && !changes.contains("綾小路"), "{changes}");
    }
    let after = desk.call("privacy.overview", json!({}));
    let last = after["leavers"].as_array().and_then(|plan| plan.last()).expect("the erased stand last");
    assert_eq!((&last["name"], &last["is_erased"]), (&json!(GONE), &json!(true)));
}

/// So many people that no two bear the same name.
fn many(count: usize) -> String {
    const FAMILY: [&str; 25] = [
        "青木", "井上", "上田", "江口", "大野", "加藤", "木村", "久保", "小島", "佐藤", "清水", "鈴木", "高木", "千葉",
        "辻", "寺田", "徳田", "中村", "西村", "沼田", "野口", "橋本", "平野", "福田", "細川",
    ];
    const PART: [&str; 15] = ["一", "二", "三", "春", "夏", "秋", "冬", "正", "和", "明", "弘", "健", "勝", "茂", "清"];
    let name = |n: usize| format!("{} {}{}", FAMILY[n % 25], PART[n / 25 % 15], PART[n / 375]);
    let rows = (0..count).map(|n| format!("{},高松市桜町{}番{}号\n", name(n), n / 25 + 1, n % 25 + 1));
    format!("氏名,住所\n{}", rows.collect::<String>())
}

#[test]
fn r16_with_five_thousand_people_on_file_every_page_about_them_says_so() {
    let desk = TestDesk::empty(PROGRAM);
    let file = desk.folder().join("名簿.csv");
    std::fs::write(&file, many(4_999)).expect("written");
    desk.import("roster", &file, 2025);
    let told = || {
        let home = desk.call("office.home", json!({ "year": 2025 }))["roster"].take();
        let list = desk.call("roster.list_people", json!({ "year": 2025 }));
        let privacy = desk.call("privacy.overview", json!({}));
        [home, list, privacy].map(|page| (page["on_file"].as_u64().unwrap_or_default(), page["is_large"] == true))
    };
    assert_eq!(told(), [(4_999, false); 3]);
    leaver(&desk);
    assert_eq!(told(), [(5_000, true); 3], "who left is on file, too");
}
