//! 一年の仕事: what every month asks, what the records say of it, and what was done a year ago (S16).

use serde_json::{Value, json};
use suite::TestDesk;

use crate::papers::put_out;
use crate::{PROGRAM, meeting_bars, occasion_bars};

fn months(desk: &TestDesk, year: i32) -> Vec<Value> {
    let work = desk.call("home.year_work", json!({ "year": year }));
    work["months"].as_array().expect("months").clone()
}

fn task(months: &[Value], id: &str) -> Value {
    let mut all = months.iter().flat_map(|month| month["tasks"].as_array().expect("tasks"));
    all.find(|task| task["id"] == id).unwrap_or_else(|| panic!("no {id}")).clone()
}

#[test]
fn s16_every_month_of_the_year_says_what_is_to_do_why_and_where() {
    let desk = TestDesk::sample(PROGRAM);
    let year = months(&desk, 2025);
    let labels: Vec<&str> = year.iter().filter_map(|month| month["label"].as_str()).collect();
    assert_eq!((labels.len(), labels[0], labels[11]), (12, "4月", "3月"));
    assert_eq!(year.iter().position(|month| month["is_now"] == true), Some(11), "it is March");
    for month in &year {
        for task in month["tasks"].as_array().expect("tasks") {
            for said in ["title", "detail", "due_label", "source", "act", "to"] {
                assert!(!task[said].as_str().expect("words").is_empty(), "{said} of {task}");
            }
        }
    }
}

#[test]
fn s16_what_the_records_say_is_done_and_what_they_cannot_know_is_not_claimed() {
    let desk = TestDesk::sample(PROGRAM);
    let state = |id: &str| task(&months(&desk, 2025), id)["state"].clone();
    for id in ["changed-offices-2025", "liaison-payment-2025", "collect-books-2025"] {
        assert_eq!(state(id), "unknown", "{id}");
    }
    assert_eq!(state("handover-notes-2025"), "open");
    let item = json!({ "id": null, "kind": "seal", "name": "会長印", "place": "", "holder": "", "note": "" });
    desk.call("handover.save_item", item);
    assert_eq!(state("handover-notes-2025"), "done");
    desk.call("office.undo", json!({}));
    assert_eq!(state("handover-notes-2025"), "open", "reckoned from the records each time");
    assert_eq!(state("performance-report-2025"), "open");
    put_out(&desk, "performance-report", "pdf");
    assert_eq!(state("performance-report-2025"), "done", "a paper is done once it was put out");
}

#[test]
fn s16_what_is_there_was_done_in_a_year_without_entries_too() {
    let desk = TestDesk::empty(PROGRAM);
    let state = |id: &str| task(&months(&desk, 2025), id)["state"].clone();
    let item = json!({ "id": null, "kind": "seal", "name": "会長印", "place": "", "holder": "", "note": "" });
    desk.call("handover.save_item", item);
    assert_eq!(state("handover-notes-2025"), "done");
    assert_ne!(state("receipts-2025"), "done", "no receipt is missing where there is no entry");
}

#[test]
fn s16_the_next_year_the_next_general_meeting_and_the_half_year_are_known_by_the_records() {
    let desk = TestDesk::sample(PROGRAM);
    let state = |id: &str| task(&months(&desk, 2025), id)["state"].clone();
    let tasks = ["next-plan-2025", "prepare-meeting-2025", "interim-audit-2025"];
    assert!(tasks.iter().all(|id| ["open", "late"].iter().any(|open| state(id) == *open)));
    let line = json!({ "id": null, "version": 0, "year": 2026, "activity": "防災訓練事業", "committee": "", "schedule": "10月",
        "aims": "", "content": "", "place": "", "target": "", "participants": "", "notice": "" });
    desk.call("activities.save_plan", json!({ "plan": line }));
    meeting_bars::save(&desk, &meeting_bars::draft("ordinary"));
    let audit = json!({ "year": 2025, "until": "7/9/30", "on": "7/10/20", "auditors": "監事　花子", "result": "適正" });
    desk.call("accounts.record_audit", audit);
    assert_eq!(tasks.map(&state), ["done", "done", "done"]);
}

#[test]
fn s16_spring_shows_what_the_year_before_leaves_with_its_name() {
    let desk = TestDesk::sample(PROGRAM).on("2026-04-20");
    let year = months(&desk, 2026);
    let audit = task(&year, "audit-2025");
    assert_eq!((&audit["of_year"], &audit["state"]), (&json!("令和7年度"), &json!("late")));
    assert_eq!(audit["to"], "reports/settlement-statement?year=2025");
    assert_eq!(task(&year, "general-meeting-2026")["of_year"], "");
}

#[test]
fn s16_a_year_later_the_same_weeks_of_last_year_are_told() {
    let desk = TestDesk::sample(PROGRAM);
    put_out(&desk, "performance-report", "pdf");
    let clearing = occasion_bars::save(&desk, &occasion_bars::draft("春の一斉清掃", "R8.3.8"));
    let far = occasion_bars::save(&desk, &occasion_bars::draft("花火の夕べ", "R7.8.2"));
    let meeting = meeting_bars::save(&desk, &meeting_bars::draft("extraordinary"));
    let desk = desk.on("2027-03-14");
    let near = desk.call("office.home", json!({ "year": 2026 }))["last_year"].take();
    for told in [near, months(&desk, 2026)[11]["last_year"].clone()] {
        let lines = told.as_array().expect("lines").clone();
        let line = |to: String| {
            let found = lines.iter().find(|one| one["to"] == json!(to));
            let found = found.unwrap_or_else(|| panic!("no {to} in {told}"));
            (
                found["on_label"].as_str().expect("a day").to_owned(),
                found["title"].as_str().expect("a title").to_owned(),
            )
        };
        let id = |value: &Value| value.as_str().expect("an id").to_owned();
        let said = |on: &str, title: &str| (on.to_owned(), title.to_owned());
        assert_eq!(line(format!("activities/{}", id(&clearing))), said("3月8日", "春の一斉清掃"));
        assert_eq!(line(format!("meetings/{}", id(&meeting))), said("3月22日", "臨時総会"));
        assert!(line("reports/performance-report?year=2025".to_owned()).1.ends_with("実績報告書"), "{told}");
        assert!(line("accounts?year=2025".to_owned()).1.contains("支出"), "entries of last March");
        assert!(!told.to_string().contains(&id(&far)), "August is not these weeks: {told}");
    }
}

/// Titles of what home says is to do.
fn due(desk: &TestDesk, year: i32) -> String {
    desk.call("office.home", json!({ "year": year }))["due"].to_string()
}

#[test]
fn s16_a_paper_that_was_made_hides_nothing_that_is_not_done() {
    let desk = TestDesk::sample(PROGRAM);
    put_out(&desk, "expense-breakdown", "pdf");
    put_out(&desk, "settlement-statement", "pdf");
    let told = due(&desk, 2025);
    assert!(told.contains("領収書をそろえる") && told.contains("監査を受ける"), "{told}");
    let audit = json!({ "year": 2025, "until": "8/3/14", "on": "8/3/14", "auditors": "監事　花子", "result": "適正" });
    desk.call("accounts.record_audit", audit);
    let told = due(&desk, 2025);
    assert!(!told.contains("監査を受ける"), "the records say that it is done: {told}");
    assert_eq!(task(&months(&desk, 2026), "audit-2025")["state"], "done");
    desk.call("office.undo", json!({}));
    assert!(due(&desk, 2025).contains("監査を受ける"));
}

/// The id of a record that was just written.
fn written(desk: &TestDesk, fields: Value) -> Value {
    occasion_bars::save(desk, &occasion_bars::with(&occasion_bars::draft("盆踊り", "7/20"), fields))
}

#[test]
fn s16_the_occasions_of_a_season_are_written_once_somebody_has_counted_who_came() {
    let empty = TestDesk::empty(PROGRAM);
    written(&empty, json!({ "from": "4/20", "state": "held", "participants": "30" }));
    let unknown = task(&months(&empty, 2025), "summer-occasions-2025")["state"].clone();
    assert_eq!(unknown, "unknown", "one of April is no sign of July");
    let desk = TestDesk::sample(PROGRAM);
    let state =
        || ["summer-occasions-2025", "autumn-occasions-2025"].map(|id| task(&months(&desk, 2025), id)["state"].clone());
    assert_eq!(state(), ["done", "done"]);
    written(&desk, json!({ "state": "held", "participants": "" }));
    written(&desk, json!({ "from": "9/20", "state": "cancelled", "cancel_reason": "雨のため" }));
    assert_eq!(state(), ["late", "done"], "what was called off is written");
    desk.call("office.undo", json!({}));
    desk.call("office.undo", json!({}));
    written(&desk, json!({ "state": "held", "participants": "約120" }));
    assert_eq!(state(), ["done", "done"]);
    written(&desk, json!({ "from": "7/5", "state": "held", "participants": "" }));
    assert_eq!(state(), ["late", "done"]);
    desk.call("office.undo", json!({}));
    let leaflets = json!({ "from": "7/5", "state": "held", "participants": "", "reflection": "各戸に配り終えた" });
    written(&desk, leaflets);
    assert_eq!(state(), ["done", "done"], "nobody is counted where leaflets are handed out");
}

#[test]
fn s16_the_books_of_committees_have_come_in_once_their_end_was_seen() {
    let desk = TestDesk::sample(PROGRAM);
    let state = |id: &str| task(&months(&desk, 2025), id)["state"].clone();
    let bodies = desk.call("roster.bodies", json!({}));
    let committee = bodies.as_array().expect("bodies").iter().find(|one| one["kind"] == "committee").expect("one");
    let purse = json!({ "year": 2025, "openings": [], "name": "部会の通帳", "opening": "5000", "fund_id": null, "committee_id": committee["id"] });
    desk.call("accounts.save_purses", purse);
    assert_eq!(state("collect-books-2025"), "open");
    let purses = desk.call("accounts.entry_choices", json!({ "year": 2025 }))["purses"].clone();
    let own =
        purses.as_array().expect("purses").iter().find(|one| one["name"] == "部会の通帳").expect("it")["id"].clone();
    let home = || desk.call("office.home", json!({ "year": 2025 }))["due"].to_string();
    assert!(home().contains("部会の通帳と出納簿を集める"), "{}", home());
    let balances = json!([{ "purse_id": own, "amount": "5,000" }]);
    desk.call("accounts.state_balances", json!({ "year": 2025, "on": "R8.3.10", "balances": balances }));
    assert_eq!(state("collect-books-2025"), "done");
    assert!(!home().contains("部会の通帳と出納簿を集める"), "{}", home());
}

#[test]
fn s16_a_general_meeting_of_march_is_that_of_the_year_that_follows() {
    let desk = TestDesk::sample(PROGRAM).on("2026-05-20");
    let state = |year: i32| task(&months(&desk, year), &format!("general-meeting-{year}"))["state"].clone();
    let before = state(2025);
    let id = meeting_bars::numbered(&desk, "ordinary", 3);
    desk.call("meetings.mark", meeting_bars::marking(&id, "1-3", "present"));
    let motion = meeting_bars::item(&desk, &id, "plan", json!({}));
    assert_ne!(state(2026), "done", "nothing was decided yet");
    desk.call("meetings.record_result", meeting_bars::result(&motion, "applause"));
    assert_eq!((state(2026), state(2025)), (json!("done"), before), "it is not that of the year that it closes");
    assert!(!due(&desk, 2026).contains("総会をひらく"));
}
