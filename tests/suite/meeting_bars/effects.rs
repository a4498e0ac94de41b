//! M07: what a meeting decides changes budget, 名簿 and 規約 in one change, and one undo takes all of it back.

use serde_json::{Value, json};
use suite::TestDesk;

use super::booklet::pages;
use super::{draft, item, mark, numbered, result, save, seen, with};
use crate::PROGRAM;

pub(super) const BODY: &str = "見本地区コミュニティ協議会";

fn treasurer(desk: &TestDesk, on: &str) -> Value {
    let officers = desk.call("roster.officers_on", json!({ "on": on }));
    let all = officers["officers"].as_array().expect("officers").iter();
    all.filter(|o| o["title"] == "会計" && o["body"] == BODY).cloned().collect::<Vec<_>>()[0].clone()
}

pub(super) fn council(desk: &TestDesk) -> Value {
    let bodies = desk.call("roster.bodies", json!({}));
    let all = bodies.as_array().expect("bodies").iter();
    all.clone().find(|body| body["name"] == BODY).unwrap_or_else(|| panic!("{bodies:.400}"))["id"].clone()
}

pub(crate) fn person(desk: &TestDesk, name: &str) -> Value {
    let people = desk.call("roster.list_people", json!({ "year": 2025 }));
    let is_it = |p: &&Value| p["name"].as_str().is_some_and(|known| known.replace('　', "") == name);
    people["people"].as_array().expect("people").iter().find(is_it).expect("somebody of that name")["id"].clone()
}

fn budgeted(desk: &TestDesk, item: &Value) -> i64 {
    let status = desk.call("accounts.budget_status", json!({ "year": 2025, "fund_id": null }));
    let rows = status["expense"]["rows"].as_array().expect("rows").iter();
    let row = rows.into_iter().find(|row| row["item_id"] == *item).unwrap_or_else(|| panic!("{status:.900}"));
    row["budget_yen"].as_i64().expect("an amount")
}

#[test]
fn m07_an_approved_revision_and_an_election_take_effect_in_one_change_and_undo_takes_both_back() {
    let desk = TestDesk::sample(PROGRAM);
    let status = desk.call("accounts.budget_status", json!({ "year": 2025, "fund_id": null }));
    let rows = status["expense"]["rows"].as_array().expect("rows").iter();
    let line = rows.into_iter().find(|row| !row["item_id"].is_null()).expect("a line")["item_id"].clone();
    let planned = budgeted(&desk, &line);
    let grant = desk.facts(2025)["grant.name"].clone();
    let changes = json!([{ "item_id": line, "amount": "12,000", "note": "" }]);
    let revision = desk.call(
        "accounts.save_revision",
        json!({ "year": 2025, "id": null, "reason": "備品の値上がり", "changes": changes }),
    );
    let revision = revision["value"]["id"].clone();

    let id = numbered(&desk, "extraordinary", 30);
    mark(&desk, &id, "1-20", "present");
    let revised = item(&desk, &id, "revision", json!({ "revision_id": revision }));
    let elected =
        item(&desk, &id, "officers", json!({ "from": "R8.4.1", "to": "R10.3.31", "title": "役員の改選（案）" }));
    let rules = item(
        &desk,
        &id,
        "bylaws",
        json!({ "new_text": "第1条　この会は、見本会という。", "title": "規約の改正（案）" }),
    );
    let told = item(&desk, &id, "free", json!({ "title": "除雪機を買う（案）" }));
    let next = person(&desk, "十河勝");
    let before = treasurer(&desk, "R8.3.31");
    assert_ne!(before["person_id"], next);
    let nominations = json!([
        { "role_id": before["role_id"], "organisation_id": council(&desk), "title": "会計", "person_id": next },
        { "role_id": null, "organisation_id": council(&desk), "title": "書記", "person_id": person(&desk, "穴吹和夫") },
    ]);
    desk.call("meetings.put_nominations", json!({ "id": elected, "nominations": nominations }));
    for one in [&revised, &elected, &told] {
        desk.call("meetings.record_result", result(one, "applause"));
    }
    desk.call("meetings.record_result", with(&result(&rules, "hands"), json!({ "present": super::split(13, 7, 0) })));
    let meeting = seen(&desk, &id);
    assert_eq!(meeting["items"][2]["outcome"], "rejected", "13 of 20 are less than two thirds");
    assert_eq!(
        (&meeting["is_effect_due"], budgeted(&desk, &line)),
        (&json!(true), planned),
        "deciding alone changes nothing"
    );

    let voted = desk.state_hash();
    let asks = || seen(&desk, &id)["grant_changes"].as_array().expect("grants").len();
    assert_eq!(asks(), 0, "as long as nothing has changed");
    let changed = desk.call("meetings.take_effect", json!({ "id": id }));
    let sentence = changed["sentence"].as_str().expect("words");
    assert!(
        sentence.contains("第1号議案") && sentence.contains("第2号議案") && !sentence.contains("第3号議案"),
        "{sentence}"
    );
    assert_eq!(budgeted(&desk, &line), planned + 12_000);
    assert_eq!(seen(&desk, &id)["grant_changes"][0]["name"], grant, "the city may have to approve that");
    assert_eq!(treasurer(&desk, "R8.3.31")["person_id"], before["person_id"], "the eve is the predecessor's");
    let after = treasurer(&desk, "R8.4.1");
    assert_eq!((&after["person_id"], &after["to_label"]), (&next, &json!("令和10年3月31日")));
    let officers = desk.call("roster.officers_on", json!({ "on": "R8.4.1" })).to_string();
    assert!(officers.contains("書記"), "a seat that nobody held is filled too");
    assert_eq!(seen(&desk, &id)["is_effect_due"], false);
    assert_eq!(desk.refused("meetings.take_effect", json!({ "id": id })).code, "meetings.nothing_to_do");
    assert_eq!(desk.refused("meetings.mark", super::marking(&id, "21", "absent")).code, "meetings.in_effect");
    assert_eq!(desk.refused("meetings.record_result", result(&revised, "hands")).code, "meetings.item_in_effect");

    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), voted, "one undo takes all of it back");
    assert_eq!(asks(), 0);
    assert_eq!((budgeted(&desk, &line), treasurer(&desk, "R8.4.1")["person_id"] == next), (planned, false));
}

#[test]
fn m01_the_candidates_of_an_election_stand_in_the_booklet_with_who_is_new_who_goes_on_and_what_stays_open() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 3);
    let elected = item(&desk, &id, "officers", json!({ "from": "R8.4.1", "to": "R10.3.31" }));
    let officers = desk.call("roster.officers_on", json!({ "on": "R8.3.31" }))["officers"].take();
    let of_council = officers.as_array().expect("officers").iter().filter(|one| one["body"] == BODY);
    let held: Vec<&Value> =
        of_council.filter(|one| ["会長", "会計"].contains(&one["title"].as_str().unwrap_or(""))).collect();
    let [chair, treasurer] = held[..] else { panic!("one of each: {held:?}") };
    let seat = |of: &Value, person: &Value| json!({ "role_id": of["role_id"], "organisation_id": council(&desk), "title": of["title"], "person_id": person });
    let open = json!({ "role_id": null, "organisation_id": council(&desk), "title": "書記", "person_id": null });
    let nominations = json!([seat(chair, &chair["person_id"]), seat(treasurer, &person(&desk, "十河勝")), open]);
    desk.call("meetings.put_nominations", json!({ "id": elected, "nominations": nominations }));
    let made = desk.call("meetings.put_out_booklet", json!({ "id": id, "binds": "a4", "folder": null }));
    let all = pages(&desk.path(&made["file"]["token"])).concat();
    let chair: String = chair["name"].as_str().expect("a name").split_whitespace().collect();
    for told in
        ["任期令和8年4月1日から令和10年3月31日まで", &format!("会長{chair}再任"), "会計十河勝新任", "書記（欠員）"]
    {
        assert!(all.contains(told), "{told} in {all}");
    }
}

#[test]
fn m01_an_election_without_candidates_has_a_table_of_the_seats_to_write_names_in() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 3);
    let elected = item(&desk, &id, "officers", json!({ "from": "R9.4.1", "to": "R11.3.31" }));
    let booklet = || {
        let made = desk.call("meetings.put_out_booklet", json!({ "id": id, "binds": "a4", "folder": null }));
        pages(&desk.path(&made["file"]["token"])).concat()
    };
    let ending = desk.call("roster.offices_ending", json!({ "from": "R9.4.1" }))["offices"].take();
    let offices = ending.as_array().expect("offices").iter();
    let council: Vec<&Value> =
        offices.filter(|one| one["ends"] == true && one["office"]["kind"] == "council").collect();
    assert!(council.len() > 4, "{ending}");
    let all = booklet();
    assert_eq!(all.matches("（）").count(), council.len(), "a line for each: {all}");
    for one in council {
        let line = format!("{}（）", one["office"]["title"].as_str().expect("a title"));
        assert!(all.contains(&line), "{line} in {all}");
    }
    let mid_term = with(&seen(&desk, &id)["items"][0]["item"], json!({ "from": "R8.4.1", "to": "" }));
    desk.call("meetings.save_item", json!({ "item": mid_term }));
    let all = booklet();
    assert_eq!(all.matches("（）").count(), 6, "no term ends: the offices are written by hand too: {all}");
    let seat = json!({ "role_id": null, "organisation_id": super::effects::council(&desk), "title": "書記", "person_id": null });
    desk.call("meetings.put_nominations", json!({ "id": elected, "nominations": [seat] }));
    let all = booklet();
    assert!(all.contains("書記（欠員）") && !all.contains("（）"), "{all}");
}

#[test]
fn m07_approved_bylaws_become_the_text_and_an_election_without_a_term_is_asked_for_it() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 3);
    mark(&desk, &id, "1-3", "present");
    let text = "第1条　この会は、見本会という。\n第2条　会員は世帯とする。";
    let rules = item(&desk, &id, "bylaws", json!({ "new_text": text, "from": "R8.4.1", "title": "規約の改正（案）" }));
    let elected = item(&desk, &id, "officers", json!({ "title": "役員の改選（案）" }));
    let seat = json!({ "role_id": null, "organisation_id": council(&desk), "title": "書記", "person_id": person(&desk, "穴吹和夫") });
    desk.call("meetings.put_nominations", json!({ "id": elected, "nominations": [seat] }));
    desk.call("meetings.record_result", result(&rules, "rising"));
    desk.call("meetings.record_result", result(&elected, "rising"));
    let voted = desk.state_hash();
    assert_eq!(desk.refused("meetings.take_effect", json!({ "id": id })).code, "meetings.term_missing");
    assert_eq!(desk.state_hash(), voted, "all of it or nothing");
    let shown = seen(&desk, &id)["items"][1]["item"].clone();
    let again = with(&shown, json!({ "from": "R8.4.1", "to": "" }));
    desk.call("meetings.save_item", json!({ "item": again }));
    desk.call("meetings.take_effect", json!({ "id": id }));
    let history = desk.call("office.history", json!({ "limit": 1 }))["entries"][0]["sentence"].clone();
    assert!(history.as_str().expect("words").contains("規約の改正（案）"), "{history}");
    assert_eq!(seen(&desk, &id)["items"][0]["is_in_effect"], true);
}

const OLD: &str = "見本会　規約\n\n（名称）\n第1条　この会は、見本会という。\n第2条　会員は団体とする。\n附則\nこの規約は、平成20年4月1日から施行する。";

pub(super) fn typed(from: &str, body: &str) -> Value {
    json!({ "bylaws": { "id": null, "version": 0, "from": from, "decided": "設立総会", "body": body } })
}

fn in_force(desk: &TestDesk, on: &str) -> Value {
    let shown = desk.call("meetings.bylaws", json!({ "on": on }));
    let all = shown["texts"].as_array().expect("texts").iter();
    all.clone().find(|text| text["id"] == shown["in_force"]).cloned().unwrap_or(Value::Null)
}

/// The paper of one text, without its spaces.
fn paper(desk: &TestDesk, id: &Value) -> String {
    let made = desk.call("meetings.put_out_bylaws", json!({ "id": id, "format": "pdf", "folder": null }));
    pages(&desk.path(&made["files"][0]["token"])).concat()
}

/// The booklet of a meeting that hands everybody the text of 規約.
fn handed_out(desk: &TestDesk, year: i64, held: &str) -> String {
    let day = json!({ "year": year, "held": held, "notice": "" });
    let id = save(desk, &with(&draft("ordinary"), day));
    item(desk, &id, "bylaws_text", json!({ "kind": "other" }));
    let made = desk.call("meetings.put_out_booklet", json!({ "id": id, "binds": "a4", "folder": null }));
    pages(&desk.path(&made["file"]["token"])).concat()
}

#[test]
fn m07_the_bylaws_that_a_meeting_decides_stand_on_page_and_paper_from_their_day_and_the_old_ones_until_its_eve() {
    let desk = TestDesk::sample(PROGRAM);
    assert_eq!(in_force(&desk, ""), Value::Null);
    desk.call("meetings.save_bylaws", typed("H20.4.1", OLD));
    assert_eq!(desk.refused("meetings.save_bylaws", typed("H20.4.1", OLD)).code, "meetings.bylaws_same_day");
    let id = numbered(&desk, "extraordinary", 3);
    mark(&desk, &id, "1-3", "present");
    let new = OLD.replace("会員は団体とする。", "会員は世帯とする。");
    let rules = item(&desk, &id, "bylaws", json!({ "new_text": new, "from": "R8.4.1", "title": "規約の改正（案）" }));
    assert_eq!(seen(&desk, &id)["items"][0]["bylaws"], OLD, "what is changed need not be pasted again");
    desk.call("meetings.record_result", result(&rules, "rising"));
    let voted = desk.state_hash();
    desk.call("meetings.take_effect", json!({ "id": id }));
    desk.call("office.undo", json!({}));
    assert_eq!((desk.state_hash(), &in_force(&desk, "R8.4.1")["body"]), (voted, &json!(OLD)));
    desk.call("office.redo", json!({}));
    let (eve, day) = (in_force(&desk, "R8.3.31"), in_force(&desk, "R8.4.1"));
    assert_eq!((&eve["body"], &day["body"]), (&json!(OLD), &json!(new)));
    assert_eq!((&eve["until_label"], &day["meeting_id"]), (&json!("令和8年3月31日"), &id));
    assert_eq!(day["decided_label"], "令和7年度　臨時総会（令和8年3月22日）");
    let (before, after) = (paper(&desk, &eve["id"]), paper(&desk, &day["id"]));
    assert!(
        before.starts_with("見本会規約平成20年4月1日から（名称）第1条") && before.contains("会員は団体とする。"),
        "{before}"
    );
    assert!(!before.contains("世帯") && !before.contains("臨時総会"), "{before}");
    assert!(after.contains("令和8年4月1日から") && after.contains("会員は世帯とする。"), "{after}");
    assert!(after.contains("平成20年4月1日設立総会令和8年4月1日令和7年度臨時総会（令和8年3月22日）"), "{after}");
    let (earlier, later) = (handed_out(&desk, 2025, "R8.3.29"), handed_out(&desk, 2026, "R8.4.26"));
    assert!(earlier.contains("会員は団体とする。") && !earlier.contains("会員は世帯とする。"), "{earlier}");
    assert!(later.contains("会員は世帯とする。") && !later.contains("会員は団体とする。"), "{later}");
    let again = with(&typed("R8.4.1", OLD)["bylaws"], json!({ "id": day["id"], "version": day["version"] }));
    assert_eq!(desk.refused("meetings.save_bylaws", json!({ "bylaws": again })).code, "meetings.bylaws_decided");
    assert_eq!(desk.refused("meetings.remove_bylaws", json!({ "id": day["id"] })).code, "meetings.bylaws_decided");
}

#[test]
fn m07_ten_thousand_characters_of_bylaws_are_kept_printed_taken_out_and_brought_back() {
    let desk = TestDesk::sample(PROGRAM);
    let article = |n: usize| format!("第{n}条　この会は、地域の課題を話し合い、住みよいまちづくりを進める。");
    let body = (1..=300).map(article).collect::<Vec<_>>().join("\n");
    assert!(body.chars().count() > 10_000, "{}", body.chars().count());
    assert_eq!(desk.refused("meetings.save_bylaws", typed("H20.4.1", " \n")).code, "meetings.bylaws_missing");
    desk.call("meetings.save_bylaws", typed("H20.4.1", &body));
    let text = in_force(&desk, "");
    assert_eq!(text["body"], body);
    let paper = paper(&desk, &text["id"]);
    assert!(paper.starts_with("規約平成20年4月1日から第1条"), "{paper:.60}");
    assert!((1..=300).all(|n| paper.contains(&article(n).replace('　', ""))), "every article is printed whole");
    let written = desk.state_hash();
    desk.call("meetings.remove_bylaws", json!({ "id": text["id"] }));
    assert_eq!(in_force(&desk, ""), Value::Null);
    super::undo(&desk, 1);
    assert_eq!((desk.state_hash(), &in_force(&desk, "")["body"]), (written, &json!(body)));
}
