//! What the roster must be able to do, each through the door as the window does it.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The id of the first person that a search finds.
fn person(desk: &TestDesk, words: &str) -> String {
    let hits = desk.call("office.search", json!({ "query": words, "year": 2025 }));
    let hit = list(&hits["hits"]).iter().find(|hit| hit["kind"] == "person").cloned().unwrap_or_default();
    text(&hit["id"]).to_owned()
}

fn record(desk: &TestDesk, id: &str) -> Value {
    desk.call("roster.person", json!({ "id": id, "year": 2025 }))
}

/// A person as the page would send it back.
fn draft(desk: &TestDesk, id: &str) -> Value {
    let record = record(desk, id);
    let mut draft = record["person"].clone();
    for (field, label) in [("birth", "birth_label"), ("joined", "joined_label"), ("left", "left_label")] {
        draft[field] = record[label].clone();
    }
    draft["own"] = json!([]);
    draft
}

fn household(desk: &TestDesk, head: &str, others: &[&str]) -> String {
    let resident = |id: &&str| json!({ "person_id": id, "relation": "", "from": "" });
    let residents: Vec<Value> = [head].iter().chain(others).map(resident).collect();
    let address = record(desk, head)["person"]["address"].clone();
    let draft = json!({ "id": null, "version": 0, "name": "", "organisation_id": null, "postal": "760-0001", "address": address,
        "phone": "", "note": "", "closed": "", "head": head, "residents": residents });
    text(&desk.call("roster.save_household", draft)["value"]["id"]).to_owned()
}

#[test]
fn r01_who_moves_out_keeps_both_histories_and_every_seat() {
    let desk = TestDesk::sample(PROGRAM);
    let (head, mover) = (person(&desk, "藤澤 花子"), person(&desk, "齋藤 花子"));
    let seats = list(&record(&desk, &mover)["roles"]).len();
    let home = household(&desk, &head, &[&mover]);
    let out =
        json!({ "id": home, "person_id": mover, "on": "R7.7.1", "postal": "760-0023", "address": "高松市寿町2-2" });
    desk.call("roster.move_out", out);
    let after = record(&desk, &mover);
    assert_eq!((after["household"].is_null(), after["person"]["address"].as_str()), (true, Some("高松市寿町2-2")));
    assert_eq!(list(&after["roles"]).len(), seats);
    let events: Vec<&str> = list(&after["timeline"]).iter().map(|h| text(&h["event"])).collect();
    assert!(["moved", "moved_in", "moved_out"].iter().all(|event| events.contains(event)), "{events:?}");
    let lived = desk.call("roster.household", json!({ "id": home, "year": 2025 }));
    let lived: Vec<bool> = list(&lived["residents"]).iter().map(|l| l["lives_here"] == true).collect();
    assert_eq!(lived, [true, false]);
}

#[test]
fn r03_a_body_that_moves_stands_in_past_years_where_it_stood() {
    let desk = TestDesk::sample(PROGRAM);
    let save = |id: &Value, version: i64, kind: &str, name: &str, parent: &Value, moved: &str| {
        let body = json!({ "id": id, "version": version, "kind": kind, "name": name, "kana": "", "parent_id": parent,
            "moved": moved, "founded": "", "dissolved": "", "note": "" });
        desk.call("roster.save_body", body)["value"]["id"].clone()
    };
    let [east, west] = ["東地区", "西地区"].map(|name| save(&Value::Null, 0, "area", name, &Value::Null, ""));
    let body = save(&Value::Null, 0, "association", "新町自治会", &east, "");
    let version =
        desk.call("roster.body", json!({ "id": body, "year": 2025 }))["body"]["version"].as_i64().unwrap_or_default();
    save(&body, version, "association", "新町自治会", &west, "R7.4.1");
    let above = |year: i32| {
        let record = desk.call("roster.body", json!({ "id": body, "year": year }));
        text(&list(&record["path"])[0]["name"]).to_owned()
    };
    assert_eq!((above(2024), above(2025)), ("東地区".to_owned(), "西地区".to_owned()));
}

#[test]
fn r04_who_was_treasurer_on_a_day_and_next_years_officers_before_april() {
    let desk = TestDesk::sample(PROGRAM);
    let held = |on: &str| -> Vec<(String, String, String)> {
        let officers = desk.call("roster.officers_on", json!({ "on": on }));
        let council = list(&officers["officers"]).iter().filter(|o| o["kind"] == "council" && o["title"] == "会計");
        council
            .map(|o| (text(&o["role_id"]).to_owned(), text(&o["name"]).to_owned(), text(&o["appointment"]).to_owned()))
            .collect()
    };
    let before = held("R7.10.1");
    assert_eq!(before.len(), 1, "{before:?}");
    let facts = desk.facts(2025)["roster.roles"].clone();
    let next = person(&desk, "十河 勝");
    let change =
        json!({ "from": "R8.4.1", "to": "R10.3.31", "successions": [{ "role_id": before[0].0, "successor": next }] });
    desk.call("roster.change_officers", change);
    assert_eq!(held("R8.3.31"), before, "this year is as it was");
    assert_eq!(held("R8.4.1").iter().map(|h| (h.1.as_str(), h.2.as_str())).collect::<Vec<_>>(), [("十河　勝", "new")]);
    assert_eq!(desk.facts(2025)["roster.roles"], facts);
    let told = desk.call("office.history", json!({ "limit": 1 }))["entries"][0]["sentence"].to_string();
    assert!(told.contains("令和8年4月1日"), "{told}");
}

#[test]
fn r05_a_field_of_the_councils_own_is_in_record_list_and_search() {
    let desk = TestDesk::sample(PROGRAM);
    let field = json!({ "id": null, "label": "防災の係", "kind": "choice", "choices": ["消火", "炊き出し"] });
    let field = desk.call("roster.save_custom_field", field)["value"]["id"].clone();
    let id = person(&desk, "齋藤 花子");
    let mut wanted = draft(&desk, &id);
    wanted["own"] = json!([{ "field_id": field, "value": "炊き出し" }]);
    desk.call("roster.save_person", json!({ "person": wanted }));
    assert_eq!(record(&desk, &id)["own"][0]["value"], "炊き出し");
    let people = desk.call("roster.list_people", json!({ "year": 2025 }));
    assert_eq!(people["fields"][0]["label"], "防災の係");
    let row = list(&people["people"]).iter().find(|row| row["id"] == id.as_str()).cloned().unwrap_or_default();
    assert_eq!(row["own"][0], "炊き出し");
    assert_eq!(person(&desk, "炊き出し"), id);
    wanted["version"] = record(&desk, &id)["person"]["version"].clone();
    wanted["own"] = json!([{ "field_id": field, "value": "見回り" }]);
    assert_eq!(desk.refused("roster.save_person", json!({ "person": wanted })).code, "roster.field_does_not_fit");
}

#[test]
fn r06_r07_doubled_people_are_found_merged_and_parted_again() {
    let desk = TestDesk::sample(PROGRAM);
    let pairs = || desk.call("roster.duplicates", json!({}));
    let before = list(&pairs()).len();
    let keep = person(&desk, "髙橋 由美子");
    let mut twin = draft(&desk, &keep);
    for (field, value) in
        [("id", Value::Null), ("family", "高橋".into()), ("family_kana", "ﾀｶﾊｼ".into()), ("phone", "".into())]
    {
        twin[field] = value;
    }
    let twin = desk.call("roster.save_person", json!({ "person": twin }))["value"]["id"].clone();
    let found = pairs();
    let pair = list(&found)
        .iter()
        .find(|pair| pair["other"]["id"] == twin || pair["one"]["id"] == twin)
        .cloned()
        .unwrap_or_default();
    let reasons: Vec<&str> = list(&pair["reasons"]).iter().map(text).collect();
    assert!(reasons.contains(&"name_variant") && reasons.contains(&"same_birth"), "{reasons:?}");
    let state = desk.state_hash();
    desk.call("roster.merge_people", json!({ "keep": keep, "gone": twin }));
    assert_eq!(list(&pairs()).len(), before);
    assert_eq!(record(&desk, text(&twin))["merged_into"]["id"], keep.as_str());
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), state);
    desk.call("roster.keep_apart", json!({ "one": keep, "other": twin }));
    assert_eq!(list(&pairs()).len(), before, "two people who are two are not offered again");
}

#[test]
fn r13_coming_and_going_always_close_on_the_rosters_count() {
    let desk = TestDesk::sample(PROGRAM);
    let id = person(&desk, "齋藤 花子");
    desk.call("roster.leave", json!({ "id": id, "on": "R7.6.10", "reason": "休会" }));
    desk.call("roster.rejoin", json!({ "id": id, "on": "R7.9.1", "reason": "復会" }));
    desk.call("roster.leave", json!({ "id": person(&desk, "髙橋 由美子"), "on": "R8.1.15", "reason": "転出" }));
    let table = desk.call("roster.movements", json!({ "year": 2025 }));
    let closing: Vec<i64> = list(&table["months"]).iter().filter_map(|m| m["closing"].as_i64()).collect();
    assert_eq!(closing, [180, 180, 179, 179, 179, 180, 180, 180, 180, 179, 179, 179]);
    let year = &table["year"];
    let number = |key: &str| year[key].as_i64().unwrap_or_default();
    assert_eq!(number("opening") + number("joined") - number("left"), number("closing"));
    assert_eq!(number("closing"), desk.facts(2025)["roster.persons"].as_i64().unwrap_or_default());
}

#[test]
fn r14_papers_of_a_person_are_kept_shown_and_missed_when_lost() {
    let desk = TestDesk::sample(PROGRAM);
    let id = person(&desk, "齋藤 花子");
    let paper = desk.folder().join("同意書.pdf");
    std::fs::write(&paper, b"%PDF-1.7 a paper").expect("written");
    let owner = json!({ "owner_kind": "person", "owner_id": id });
    let mut attach = owner.clone();
    attach["token"] = desk.token(&paper).into();
    (attach["label"], attach["note"]) = ("同意書".into(), "".into());
    desk.call("attachments.attach", attach.clone());
    let papers = desk.call("attachments.list", owner);
    let [shown] = list(&papers) else { panic!("one paper: {papers}") };
    assert_eq!(
        (text(&shown["name"]), text(&shown["label"]), shown["is_sound"] == true),
        ("同意書.pdf", "同意書", true)
    );
    let content = desk.call("attachments.content", json!({ "id": shown["id"] }));
    assert_eq!(
        (text(&content["media_type"]), text(&content["base64"])),
        ("application/pdf", "JVBERi0xLjcgYSBwYXBlcg==")
    );
    let program = desk.folder().join("写真.jpg");
    std::fs::write(&program, b"MZ\x90\0 a program").expect("written");
    attach["token"] = desk.token(&program).into();
    assert_eq!(desk.refused("attachments.attach", attach).code, "attachments.not_kept");
}

#[test]
fn r16_the_plan_for_leavers_is_shown_carried_out_and_told() {
    let desk = TestDesk::sample(PROGRAM);
    let id = person(&desk, "髙橋 由美子");
    desk.call("roster.leave", json!({ "id": id, "on": "H31.3.31", "reason": "転出" }));
    let plan = desk.call("privacy.overview", json!({}));
    let leaver = list(&plan["leavers"]).iter().find(|l| l["person_id"] == id.as_str()).cloned().unwrap_or_default();
    assert_eq!((leaver["is_due"] == true, text(&leaver["due_label"])), (true, "令和6年3月31日"));
    let done = desk.call("privacy.erase_leavers", json!({ "people": [id] }));
    assert!(text(&done["sentence"]).contains("1人"));
    assert_eq!(person(&desk, "090-0000-0980"), "", "nothing finds what is no more");
    assert_eq!(desk.call("office.check", json!({}))["ok"], true);
    let early = person(&desk, "齋藤 花子");
    desk.call("roster.leave", json!({ "id": early, "on": "R8.1.1", "reason": "退会" }));
    assert_eq!(desk.refused("privacy.erase_leavers", json!({ "people": [early] })).code, "privacy.not_due");
}

#[test]
fn r17_search_finds_everybody_and_says_why_a_list_hides_them() {
    let desk = TestDesk::sample(PROGRAM);
    let id = person(&desk, "齋藤 花子");
    desk.call("roster.leave", json!({ "id": id, "on": "R7.6.10", "reason": "転出" }));
    let mut later = draft(&desk, &id);
    for (field, value) in
        [("id", Value::Null), ("given", "新子".into()), ("joined", "R8.4.1".into()), ("left", "".into())]
    {
        later[field] = value;
    }
    desk.call("roster.save_person", json!({ "person": later }));
    for (typed, reason) in [("saitou hanako", "転出"), ("齋藤 新子", "この年度より後に入った人")] {
        let hits = desk.call("office.search", json!({ "query": typed, "year": 2025 }));
        let reasons: Vec<&str> = list(&hits["hits"]).iter().map(|hit| text(&hit["reason"])).collect();
        assert!(reasons.contains(&reason), "{typed}: {hits}");
    }
}
