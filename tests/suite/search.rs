//! R17: whoever a list hides is found, and the search says why it is hidden.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

fn hits(desk: &TestDesk, query: &str) -> Vec<Value> {
    let found = desk.call("office.search", json!({ "query": query, "year": 2025 }));
    found["hits"].as_array().expect("hits").iter().filter(|hit| hit["kind"] == "person").cloned().collect()
}

fn new(desk: &TestDesk, name: [&str; 2], joined: &str, left: [&str; 2]) -> Value {
    let person = json!({ "id": null, "version": 0, "family": name[0], "given": name[1], "family_kana": "", "given_kana": "",
        "postal": "", "address": "", "phone": "", "mobile": "", "birth": "", "joined": joined, "joined_reason": "",
        "left": left[0], "left_reason": left[1], "alternate_name": "", "note": "", "own": [] });
    desk.call("roster.save_person", json!({ "person": person }))["value"]["id"].clone()
}

#[test]
fn r17_everybody_is_found_whoever_a_list_hides_with_the_reason() {
    let desk = TestDesk::sample(PROGRAM);
    new(&desk, ["試験", "役なし"], "", ["", ""]);
    new(&desk, ["試験", "退いた"], "", ["R7.6.10", "退会"]);
    new(&desk, ["試験", "亡くした"], "", ["R7.6.10", "死亡"]);
    new(&desk, ["試験", "休み"], "", ["R7.6.10", "休会"]);
    new(&desk, ["試験", "わけなし"], "", ["R7.6.10", ""]);
    new(&desk, ["試験", "これから"], "R8.6.1", ["", ""]);
    new(&desk, ["試験", "おわる"], "", ["R8.6.1", "転出"]);
    let mut found: Vec<(String, Value)> = hits(&desk, "試験")
        .into_iter()
        .map(|hit| (hit["title"].as_str().expect("a name").replace("試験　", ""), hit["reason"].clone()))
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    let expected = [
        ("おわる", Value::Null),
        ("これから", json!("この年度より後に入った人")),
        ("わけなし", json!("退会した人")),
        ("亡くした", json!("死亡")),
        ("休み", json!("休会")),
        ("役なし", Value::Null),
        ("退いた", json!("退会")),
    ];
    assert_eq!(found, expected.map(|(name, reason)| (name.to_owned(), reason)));
}

#[test]
fn r17_who_was_merged_away_is_found_under_the_old_name_and_by_all_that_was_theirs() {
    let desk = TestDesk::sample(PROGRAM);
    let (keep, gone) = (new(&desk, ["試験", "のこる"], "", ["", ""]), new(&desk, ["旧姓", "きえる"], "", ["", ""]));
    desk.call("roster.merge_people", json!({ "keep": keep, "gone": gone }));
    let [hit] = hits(&desk, "旧姓 きえる").try_into().expect("one hit");
    assert_eq!((&hit["id"], &hit["reason"]), (&gone, &json!("試験　のこるの記録にまとめた")));
    let record = desk.call("roster.person", json!({ "id": hit["id"], "year": 2025 }));
    assert_eq!(record["merged_into"]["id"], keep, "its page leads on");
    let hit = &hits(&desk, "試験 のこる")[0];
    assert_eq!((&hit["id"], &hit["reason"]), (&keep, &Value::Null));
}

#[test]
fn r17_whose_words_were_erased_is_found_as_erased() {
    let desk = TestDesk::sample(PROGRAM);
    let id = new(&desk, ["試験", "消える"], "", ["H31.3.31", "転出"]);
    desk.call("privacy.erase_leavers", json!({ "people": [id] }));
    assert!(hits(&desk, "試験").is_empty(), "nothing finds what is no more");
    let [hit] = hits(&desk, "消去した人").try_into().expect("one hit");
    assert_eq!((&hit["id"], &hit["reason"]), (&id, &json!("個人情報を消した人")));
}

#[test]
fn r05_a_day_of_an_own_field_is_found_as_it_is_shown_and_as_it_is_kept() {
    let desk = TestDesk::sample(PROGRAM);
    let field = json!({ "id": null, "label": "免許の期限", "kind": "day", "choices": [] });
    let field = desk.call("roster.save_custom_field", field)["value"]["id"].clone();
    let person = json!({ "id": null, "version": 0, "family": "試験", "given": "運転", "family_kana": "", "given_kana": "",
        "postal": "", "address": "", "phone": "", "mobile": "", "birth": "", "joined": "", "joined_reason": "", "left": "",
        "left_reason": "", "alternate_name": "", "note": "", "own": [{ "field_id": field, "value": "R9.6.1" }] });
    let id = desk.call("roster.save_person", json!({ "person": person }))["value"]["id"].clone();
    for words in ["令和9年6月1日", "2027-06-01"] {
        let [hit] = hits(&desk, words).try_into().expect("one hit");
        assert_eq!(hit["id"], id, "{words}");
    }
}

#[test]
fn an_address_of_the_page_that_names_nobody_is_refused_before_anything_is_read() {
    let desk = TestDesk::sample(PROGRAM);
    assert_eq!(desk.refused("roster.person", json!({ "id": "xyz", "year": 2025 })).code, "api.bad_arguments");
    let nobody = "0190f5a0-0000-7000-8000-000000000000";
    let refused = desk.refused("roster.person", json!({ "id": nobody, "year": 2025 }));
    assert_eq!(refused.code, "roster.no_such_person");
}
