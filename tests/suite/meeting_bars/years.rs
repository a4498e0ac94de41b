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
