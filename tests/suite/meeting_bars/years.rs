//! M01, M07: which year an item is about, and whose papers and budget follow from it.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{draft, item, mark, numbered, result, save, seen, with};
use crate::PROGRAM;

/// The title of an item, its year and the year of its first paper.
fn about(shown: &Value) -> (String, i64, i64) {
    let year = |value: &Value| value.as_i64().expect("a year");
    let title = shown["item"]["title"].as_str().expect("a title").chars().take(5).collect();
    (title, year(&shown["year"]), year(&shown["papers"][0]["year"]))
}

#[test]
fn m01_an_ordinary_meeting_in_march_reports_on_its_own_year_and_decides_on_the_next() {
    let desk = TestDesk::sample(PROGRAM);
    for (kind, held, reported) in
        [("ordinary", "R8.3.22", 2025), ("ordinary", "R8.1.25", 2024), ("extraordinary", "R8.3.22", 2024)]
    {
        let id = save(&desk, &with(&draft(kind), json!({ "held": held, "notice": "" })));
        desk.call("meetings.add_usual_items", json!({ "id": id }));
        let items = seen(&desk, &id)["items"].clone();
        let era = |year: i64| format!("令和{}年度", year - 2018);
        assert_eq!(about(&items[1]), (era(reported), reported, reported), "決算 at {kind} on {held}");
        assert_eq!(about(&items[6]), (era(reported + 1), reported + 1, reported + 1), "予算 at {kind} on {held}");
        assert_eq!(about(&items[3]).1, reported, "財産目録 of the year that is told of");
        let typed = item(&desk, &id, "plan", json!({}));
        let shown = seen(&desk, &id)["items"][7].clone();
        assert_eq!(
            (&shown["item"]["id"], about(&shown).1),
            (&typed, reported + 1),
            "one that is added alone is the same"
        );
    }
    let id = save(&desk, &draft("ordinary"));
    item(&desk, &id, "revision", json!({}));
    assert_eq!(
        about(&seen(&desk, &id)["items"][0]),
        ("令和7年度".to_owned(), 2025, 2025),
        "a 補正 is of the year that runs"
    );
}

#[test]
fn m07_the_year_that_was_chosen_is_the_one_whose_papers_are_drawn_and_whose_budget_is_decided() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "ordinary", 9);
    mark(&desk, &id, "1-9", "present");
    let budget = item(&desk, &id, "budget", json!({}));
    assert_eq!(about(&seen(&desk, &id)["items"][0]), ("令和8年度".to_owned(), 2026, 2026));
    let years = seen(&desk, &id)["items"][0]["years"].clone();
    let offered: Vec<i64> =
        years.as_array().expect("years").iter().map(|one| one["year"].as_i64().expect("a year")).collect();
    assert_eq!((offered, &years[1]["title"]), (vec![2024, 2025, 2026], &json!("令和7年度　収支予算（案）")));
    let stored = seen(&desk, &id)["items"][0]["item"].clone();
    let chosen = json!({ "subject_year": 2025, "title": years[1]["title"], "from": "", "to": "" });
    desk.call("meetings.save_item", json!({ "item": with(&stored, chosen) }));
    assert_eq!(about(&seen(&desk, &id)["items"][0]), ("令和7年度".to_owned(), 2025, 2025));
    desk.call("meetings.record_result", result(&budget, "applause"));
    desk.call("meetings.take_effect", json!({ "id": id }));
    assert_eq!(seen(&desk, &id)["items"][0]["is_in_effect"], true, "令和8年度 has no budget that could be decided");
}

/// Moves a meeting; what is said of it.
fn moved(desk: &TestDesk, id: &Value, held: &str) -> String {
    let stored = seen(desk, id)["record"].clone();
    let day = json!({ "year": 2025, "held": held, "begins": "", "ends": "", "notice": "", "slips_due": "", "agreed": "", "number": "" });
    let changed = desk.call("meetings.save_meeting", json!({ "meeting": with(&stored, day) }));
    changed["sentence"].as_str().expect("words").to_owned()
}

fn abouts(desk: &TestDesk, id: &Value) -> Vec<(String, i64)> {
    let items = seen(desk, id)["items"].clone();
    let told =
        |one: &Value| (one["item"]["title"].as_str().expect("words").to_owned(), one["year"].as_i64().expect("a year"));
    items.as_array().expect("items").iter().map(told).collect()
}

#[test]
fn m01_a_meeting_that_is_moved_over_the_border_of_a_year_takes_its_items_along() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &with(&draft("ordinary"), json!({ "held": "R8.1.25", "notice": "" })));
    desk.call("meetings.add_usual_items", json!({ "id": id }));
    let plan = seen(&desk, &id)["items"][5]["item"].clone();
    let own = json!({ "title": "これからの事業計画（案）", "from": "", "to": "" });
    desk.call("meetings.save_item", json!({ "item": with(&plan, own) }));
    let report = seen(&desk, &id)["items"][0]["item"].clone();
    let named = json!({ "title": "令和6年度　事業報告と決算について", "from": "", "to": "" });
    desk.call("meetings.save_item", json!({ "item": with(&report, named) }));
    let audit = seen(&desk, &id)["items"][2]["item"].clone();
    let chosen = json!({ "subject_year": 2023, "title": "前々年度の監査報告", "from": "", "to": "" });
    desk.call("meetings.save_item", json!({ "item": with(&audit, chosen) }));
    let before = (desk.state_hash(), abouts(&desk, &id));
    assert_eq!(before.1[0], ("令和6年度　事業報告と決算について".to_owned(), 2024));
    assert!(!moved(&desk, &id, "R8.1.26").contains("議題"), "the same years");
    let said = moved(&desk, &id, "R8.4.26");
    assert!(
        said.contains("議題5件の年度も、移した日に合わせました。「前々年度の監査報告」は令和5年度のままです"),
        "{said}"
    );
    let after = abouts(&desk, &id);
    let told = |title: &str, year: i64| (title.to_owned(), year);
    assert_eq!(
        after[0],
        told("令和7年度　事業報告と決算について", 2025),
        "its own title names the year that it is about"
    );
    assert_eq!(after[1], told("令和7年度　収支決算", 2025));
    assert_eq!(after[2], told("前々年度の監査報告", 2023), "its year was chosen");
    assert_eq!(after[3], told("財産目録・備品台帳", 2025));
    assert_eq!(after[5], told("これからの事業計画（案）", 2026), "its own title stays");
    assert_eq!(after[6], told("令和8年度　収支予算（案）", 2026));
    super::undo(&desk, 2);
    assert_eq!((desk.state_hash(), abouts(&desk, &id)), before);
    assert!(moved(&desk, &id, "R8.3.22").contains("議題5件の年度も"), "in its last months it reports on its own year");
    assert_eq!(abouts(&desk, &id)[6], told("令和8年度　収支予算（案）", 2026));
}

#[test]
fn m07_the_items_of_a_meeting_that_has_decided_stay_with_their_years_and_it_says_which() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "ordinary", 9);
    mark(&desk, &id, "1-9", "present");
    let budget = item(&desk, &id, "budget", json!({}));
    item(&desk, &id, "settlement", json!({}));
    item(&desk, &id, "revision", json!({}));
    desk.call("meetings.record_result", result(&budget, "applause"));
    let before = abouts(&desk, &id);
    assert_eq!(before.iter().map(|(_, year)| *year).collect::<Vec<_>>(), [2026, 2025, 2025]);
    let said = moved(&desk, &id, "R8.4.26");
    assert!(!said.contains("議題3件") && said.contains("「令和7年度　補正予算（案）」は令和7年度のままです"), "{said}");
    assert_eq!(abouts(&desk, &id), before);
    let said = moved(&desk, &id, "R9.4.25");
    assert!(
        said.contains("「令和7年度　収支決算」「令和7年度　補正予算（案）」は令和7年度、「令和8年度　収支予算（案）」は令和8年度のままです"),
        "{said}"
    );
    assert_eq!(abouts(&desk, &id), before);
    let why = with(
        &seen(&desk, &id)["items"][2]["item"],
        json!({ "explanation": "物価のため。", "subject_year": null, "from": "", "to": "" }),
    );
    desk.call("meetings.save_item", json!({ "item": why }));
    assert_eq!(abouts(&desk, &id), before, "nor does it change with what is written beside it");
}
