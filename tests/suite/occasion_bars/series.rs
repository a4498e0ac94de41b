//! V01: one record on several days. It is written once; the papers tell it on one line with all its days and their sum, while
//! the calendars and the open data hold every day.

use super::files::{csv, put_out};
use super::*;
use crate::PROGRAM;

fn day(on: &str, participants: &str, helpers: &str) -> Value {
    json!({ "id": null, "version": 0, "on": on, "participants": participants, "helpers": helpers })
}

fn cleaning(days: &Value) -> Value {
    let typed = json!({ "activity": "川の清掃事業", "participants": "30", "helpers": "4", "state": "held", "begins": "9:00", "ends": "11:00",
        "place": "水神川", "content": "ごみ拾い", "days": days });
    with(&draft("清掃活動", "5/12"), typed)
}

/// The record as it is typed again from what is shown.
fn again(desk: &TestDesk, id: &Value, fields: Value) -> Value {
    let shown = occasion(desk, id);
    let record = &shown["record"];
    let same = json!({ "id": id, "version": record["version"], "title": record["title"], "from": shown["from_label"], "to": "",
        "state": record["state"], "participants": shown["row"]["participants_label"], "days": shown["days"]["others"],
        "content": record["content"] });
    with(&with(&cleaning(&json!([])), same), fields)
}

fn rows(desk: &TestDesk, title: &str) -> Vec<Value> {
    let all = occasions(desk, 2025)["occasions"].as_array().expect("rows").clone();
    all.into_iter().filter(|row| row["title"] == title).collect()
}

/// The line of the one table for the year, without its spaces.
fn reported(desk: &TestDesk) -> String {
    printed(desk, "activity-report").split_whitespace().collect()
}

#[test]
fn v01_one_record_holds_its_days_and_the_papers_sum_them() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    let held = occasions(&desk, 2025)["totals"]["occasions"].as_u64().expect("a count");
    let typed = cleaning(&json!([day("6/9", "約25", "3"), day("7/14", "", "2")]));
    save(&desk, &typed);
    undo(&desk);
    assert_eq!(desk.state_hash(), before, "one act");
    let id = save(&desk, &typed);
    let own = rows(&desk, "清掃活動");
    assert_eq!(own.iter().map(|row| said(&row["on_label"])).collect::<Vec<_>>(), ["5月12日", "6月9日", "7月14日"]);
    assert!(own.iter().all(|row| row["place"] == "水神川" && row["activity"] == "川の清掃事業"));
    let days = occasion(&desk, &id)["days"].clone();
    assert_eq!((&days["held"], &days["participants"], &days["helpers"]), (&json!(3), &json!(55), &json!(9)));
    assert_eq!(days["days"].as_array().expect("days").len(), 3);

    let report = reported(&desk);
    assert_eq!(report.matches("清掃活動").count(), 1, "one line: {report}");
    for told in ["5月12日", "6月9日", "7月14日", "約55"] {
        assert!(report.contains(told), "{told} in {report}");
    }
    assert!(report.contains(&format!("計{}回", held + 3)), "every day is one time: {report}");
    let sheets: String = printed(&desk, "activity-sheets").split_whitespace().collect();
    let own = &sheets[sheets.find("川の清掃事業").expect("its sheet")..];
    assert_eq!(own.matches("清掃活動").count(), 1, "{own}");
    assert!(own.contains("計3回"), "{own}");

    let calendar: String = printed(&desk, "year-calendar").split_whitespace().collect();
    assert_eq!(calendar.matches("清掃活動").count(), 3, "every day: {calendar}");
    let events = csv(&desk, "events-current");
    assert_eq!(events.iter().filter(|line| line[3] == "清掃活動").count(), 3);
    let ics = String::from_utf8(put_out(&desk, "ics")).expect("UTF-8");
    assert_eq!(ics.matches("SUMMARY:清掃活動").count(), 3);
}

#[test]
fn v01_what_is_written_once_holds_for_every_day_and_a_day_keeps_its_own() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &cleaning(&json!([day("6/9、7/14", "", "")])));
    let of =
        |day: &str| rows(&desk, "清掃活動").into_iter().find(|row| row["on_label"] == day).expect("it")["id"].clone();
    let (second, third) = (of("6月9日"), of("7月14日"));
    let marked = json!({ "id": second, "state": "cancelled", "reason": "雨のため" });
    desk.call("activities.mark_occasion", marked);
    save(&desk, &again(&desk, &third, json!({ "content": "草刈り", "days": [] })));
    save(&desk, &again(&desk, &id, json!({ "content": "ごみ拾いと分別", "title": "川の清掃" })));
    let record = |id: &Value| occasion(&desk, id)["record"].clone();
    assert_eq!(
        (record(&second)["content"].clone(), record(&third)["content"].clone()),
        (json!("ごみ拾いと分別"), json!("草刈り"))
    );
    assert_eq!(record(&second)["state"], "cancelled", "a day is called off by itself");
    assert_eq!(rows(&desk, "川の清掃").len(), 3, "the name is one");
    let report = reported(&desk);
    assert!(report.contains("（中止") && report.contains("6月9日）"), "{report}");
    for told in ["5月12日ごみ拾いと分別", "6月9日中止：雨のため", "7月14日草刈り"] {
        assert!(report.contains(told), "{told} in {report}");
    }
    let there = |id: &Value| json!({ "id": id, "person_id": null, "name": "見本 花子", "part": "helper" });
    desk.call("activities.attend", there(&id));
    desk.call("activities.attend", there(&third));
    assert!(reported(&desk).contains("4時間"), "two mornings of two hours");
    let hours: String = printed(&desk, "volunteer-hours").split_whitespace().collect();
    assert!(hours.contains("見本花子24時間"), "{hours}");
}

#[test]
fn v01_a_day_that_was_recorded_alone_joins_the_record() {
    let desk = TestDesk::sample(PROGRAM);
    let alone =
        with(&cleaning(&json!([])), json!({ "from": "6/9", "participants": "18", "place": "水神橋", "content": "" }));
    let alone = save(&desk, &alone);
    save(&desk, &cleaning(&json!([day("6/9", "", "")])));
    assert_eq!(rows(&desk, "清掃活動").len(), 2, "no second one on that day");
    let record = occasion(&desk, &alone);
    assert_eq!(
        (&record["record"]["participants"], &record["record"]["place"]),
        (&json!(18), &json!("水神橋")),
        "its own"
    );
    assert_eq!(record["record"]["content"], "ごみ拾い", "what it did not say");
    assert_eq!(record["days"]["participants"], 48);
}

#[test]
fn v01_days_that_cannot_be_are_refused_at_their_field() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    let other = save(&desk, &draft("別の行事", "6/1"));
    let strange = json!({ "id": other, "version": 1, "on": "6/2", "participants": "", "helpers": "" });
    for (days, code, field) in [
        (json!([day("5/12", "", "")]), "activities.day_twice", "days.0.on"),
        (json!([day("6/9", "", ""), day("6/9", "3", "")]), "activities.day_twice", "days.0.on"),
        (json!([day("R8.4.1", "", "")]), "activities.outside_year", "days.0.on"),
        (json!([day("6/9、7/14", "40", "")]), "activities.days_with_counts", "days.0.on"),
        (json!([day("", "40", "")]), "typed.day_missing", "days.0.on"),
        (json!([day("6/9", "たくさん", "")]), "typed.count_unreadable", "days.0.participants"),
    ] {
        let refused = desk.refused("activities.save_occasion", json!({ "occasion": cleaning(&days) }));
        assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), (code, field), "{days}");
    }
    let refused = desk.refused("activities.save_occasion", json!({ "occasion": cleaning(&json!([strange])) }));
    assert_eq!(refused.code, "activities.no_such_occasion", "a day of another record");
    undo(&desk);
    assert_eq!(desk.state_hash(), before);
}

#[test]
fn v01_several_days_of_one_line_of_the_plan_are_one_record_and_so_they_are_the_year_after() {
    let desk = TestDesk::sample(PROGRAM);
    let plan = json!({ "id": null, "version": 0, "year": 2026, "activity": "古紙あつめ事業", "committee": "", "schedule": "毎月第2土曜",
        "aims": "", "content": "", "place": "校庭", "target": "住民", "participants": "", "notice": "回覧" });
    desk.call("activities.save_plan", json!({ "plan": plan }));
    let make = |year: i32| {
        let all = desk.call("activities.proposals", json!({ "year": year }));
        let own = all.as_array().expect("proposals").iter().filter(|one| one["title"] == "古紙あつめ");
        let confirmed: Vec<Value> = own
            .map(|one| json!({ "plan_id": one["plan_id"], "like_id": one["like_id"], "title": one["title"], "from": one["from"], "to": one["to"] }))
            .collect();
        desk.call("activities.make_occasions", json!({ "year": year, "confirmed": confirmed }));
        let made = occasions(&desk, year)["occasions"].as_array().expect("rows").clone();
        let first = made.iter().find(|row| row["title"] == "古紙あつめ").expect("one")["id"].clone();
        occasion(&desk, &first)["days"]["days"].as_array().expect("days").len()
    };
    assert_eq!((make(2026), make(2027)), (12, 12));
    let first = occasions(&desk, 2027)["occasions"][0]["id"].clone();
    let made = desk.call("activities.put_out_notice", json!({ "id": first, "format": "pdf", "folder": null }));
    let sheet: String = pdf_text(&desk.path(&made["files"][0]["token"])).split_whitespace().collect();
    assert!(sheet.contains("4月10日（土）、5月8日（土）"), "the sheet invites to every day: {sheet}");
}
