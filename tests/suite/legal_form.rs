//! M03, M07: what the council is (任意団体, 認可地縁団体) is kept in its settings, and decides which papers, rules, warnings and tasks
//! are its own.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::meeting_bars::{draft, item, result, save, seen, with};

const RECOGNISED: [&str; 4] = ["recognised-bylaws", "recognised-consent", "recognised-members", "recognised-notice"];

fn typed(form: &str, on: &str) -> Value {
    json!({ "name": "見本地区コミュニティ協議会", "postal": "", "address": "", "phone": "", "legal_form": form, "recognised": on })
}

pub(crate) fn recognise(desk: &TestDesk) {
    desk.call("office.save_settings", typed("recognised", "R3.4.1"));
}

fn council(desk: &TestDesk) -> [Value; 2] {
    let council = desk.call("office.status", json!({}))["council"].take();
    ["legal_form", "recognised_label"].map(|field| council[field].clone())
}

/// The papers that only a 認可地縁団体 has, with whether they stand apart.
fn papers(desk: &TestDesk) -> Vec<(String, bool)> {
    let forms = desk.call("reports.list_forms", json!({ "year": 2025 }))["forms"].take();
    let shown = forms
        .as_array()
        .expect("forms")
        .iter()
        .map(|form| (form["id"].as_str().expect("an id").to_owned(), form["is_set_apart"] == true));
    let mut found: Vec<_> = shown.filter(|(id, apart)| *apart || RECOGNISED.contains(&id.as_str())).collect();
    found.sort();
    found
}

#[test]
fn m07_what_kind_of_body_the_council_is_and_since_when_is_kept_told_and_taken_back() {
    let desk = TestDesk::sample(PROGRAM);
    assert_eq!(council(&desk), [json!("voluntary"), json!("")], "nobody has said otherwise");
    recognise(&desk);
    assert_eq!(council(&desk), [json!("recognised"), json!("令和3年4月1日")]);
    let facts = desk.facts(2025);
    assert_eq!((&facts["council.legal_form"], &facts["council.recognised"]), (&json!("認可地縁団体"), &json!(1)));
    let last = desk.call("office.history", json!({ "limit": 1 }))["entries"][0]["seq"].clone();
    let told = desk.call("office.changes_of", json!({ "seq": last })).to_string();
    for words in ["団体の種類", "認可地縁団体", "認可の告示の日"] {
        assert!(told.contains(words), "{words} in {told}");
    }
    desk.call("office.undo", json!({}));
    assert_eq!(council(&desk), [json!("voluntary"), json!("")]);
    let refused = desk.refused("office.save_settings", typed("recognised", "R99.4.1"));
    assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), ("council.recognised_ahead", "recognised"));
    desk.call("office.save_settings", typed("voluntary", "R3.4.1"));
    assert_eq!(council(&desk), [json!("voluntary"), json!("")], "only a 認可地縁団体 was recognised on a day");
    desk.call("office.save_settings", typed("recognised", "R7.4.1"));
    let was = |year| desk.facts(year)["council.recognised"].clone();
    assert_eq!((was(2024), was(2025)), (json!(0), json!(1)), "it was none before that day");
}

#[test]
fn m07_papers_of_a_recognised_body_stand_apart_elsewhere_and_can_still_be_made() {
    let desk = TestDesk::sample(PROGRAM);
    assert_eq!(papers(&desk), RECOGNISED.map(|id| (id.to_owned(), true)));
    let checks =
        || desk.call("reports.prepare", json!({ "form": "recognised-members", "year": 2025 }))["checks"].to_string();
    assert!(checks().contains("任意団体として記録してあります"), "{}", checks());
    recognise(&desk);
    assert_eq!(papers(&desk), RECOGNISED.map(|id| (id.to_owned(), false)));
    assert!(!checks().contains("任意団体"), "{}", checks());
}

#[test]
fn m03_only_a_recognised_body_is_told_that_all_must_agree_and_votes_by_one_each() {
    let desk = TestDesk::sample(PROGRAM);
    let written = save(&desk, &with(&draft("extraordinary"), json!({ "is_written": true })));
    let rules = || desk.call("meetings.rules", json!({ "kind": "ordinary", "year": 2025 }));
    assert!(seen(&desk, &written)["lacks_agreement"] == false && rules()["rules"]["unit"] == "body");
    recognise(&desk);
    assert!(seen(&desk, &written)["lacks_agreement"] == true);
    let shown = rules();
    assert!(shown["is_recognised"] == true && shown["rules"]["unit"] == "individual", "{shown}");
    let special = json!([
        { "matter": "bylaws", "majority": { "share": { "part": 3, "whole": 4, "bound": "at_least" }, "base": "all" } },
        { "matter": "dissolution", "majority": { "share": { "part": 3, "whole": 4, "bound": "at_least" }, "base": "all" } },
    ]);
    assert_eq!(shown["rules"]["special"], special);
    let board = desk.call("meetings.rules", json!({ "kind": "board", "year": 2025 }));
    assert_eq!(board["rules"]["notice_days"], 0, "役員会 keeps its own");
}

#[test]
fn m03_a_meeting_before_the_day_of_recognition_is_called_by_the_rules_of_that_day() {
    let desk = TestDesk::sample(PROGRAM);
    desk.call("office.save_settings", typed("recognised", "R7.10.1"));
    let called = |on: &str| {
        let id = save(&desk, &with(&draft("extraordinary"), json!({ "held": on, "notice": "" })));
        let shown = seen(&desk, &id);
        (shown["unit"].clone(), shown["record"]["rules"]["notice_days"].clone())
    };
    assert_eq!(called("R7.9.30"), (json!("団体"), json!(7)), "it was a 任意団体 on that day");
    assert_eq!(called("R7.10.1"), (json!("人"), json!(5)));
    let rules = desk.call("meetings.rules", json!({ "kind": "ordinary", "year": 2025 }));
    assert_eq!(rules["rules"]["unit"], "individual", "as the year ends");
}

#[test]
fn m07_what_a_recognised_body_files_follows_from_what_was_approved() {
    let desk = TestDesk::sample(PROGRAM);
    let id = crate::meeting_bars::numbered(&desk, "extraordinary", 3);
    desk.call("meetings.mark", crate::meeting_bars::marking(&id, "1-3", "present"));
    let amended =
        item(&desk, &id, "bylaws", json!({ "new_text": "第1条　この会は、見本会という。", "from": "R8.4.1" }));
    let elected = item(&desk, &id, "officers", json!({ "from": "R8.4.1", "to": "R10.3.31" }));
    desk.call("meetings.record_result", result(&amended, "rising"));
    let filed = || {
        let filed = seen(&desk, &id)["filed"].take();
        let told = |one: &Value| format!("{} {}", one["form"].as_str().expect("a form"), one["year"]);
        filed.as_array().expect("papers").iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(filed(), Vec::<String>::new(), "a 任意団体 files nothing");
    recognise(&desk);
    assert_eq!(filed(), ["recognised-bylaws 2025"]);
    desk.call("meetings.record_result", result(&elected, "rising"));
    assert_eq!(filed(), ["recognised-bylaws 2025", "recognised-notice 2026", "recognised-consent 2026"]);
}

#[test]
fn s17_the_tasks_of_a_recognised_body_stand_in_the_year_only_where_it_is_one() {
    let desk = TestDesk::sample(PROGRAM);
    let tasks = || {
        let months = desk.call("home.year_work", json!({ "year": 2025 })).to_string();
        ["recognised-members", "recognised-property"].map(|id| months.contains(&format!("\"id\":\"{id}-2025\"")))
    };
    let handed_on = || {
        let coming = desk.facts(2025)["calendar.coming"].to_string();
        ["構成員名簿を新しくする", "財産目録を作り、事務所に備え置く"].map(|title| coming.contains(title))
    };
    assert_eq!((tasks(), handed_on()), ([false, false], [false, false]));
    recognise(&desk);
    assert_eq!((tasks(), handed_on()), ([true, true], [true, true]), "and on the paper for the successor");
}
