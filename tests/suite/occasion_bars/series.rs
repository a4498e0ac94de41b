//! V01: one record on several days. It is written once; the papers tell it on one line with all its days and their sum, while
//! the calendars and the open data hold every day.

use super::announced::only;
use super::files::{csv, put_out};
use super::*;
use crate::PROGRAM;

pub(super) fn day(on: &str, participants: &str, helpers: &str) -> Value {
    json!({ "id": null, "version": 0, "on": on, "participants": participants, "helpers": helpers })
}

pub(super) fn cleaning(days: &Value) -> Value {
    let typed = json!({ "activity": "川の清掃事業", "participants": "30", "helpers": "4", "state": "held", "begins": "9:00", "ends": "11:00",
        "place": "水神川", "content": "ごみ拾い", "days": days });
    with(&draft("清掃活動", "5/12"), typed)
}

/// The record as it is typed again from what is shown.
pub(super) fn again(desk: &TestDesk, id: &Value, fields: Value) -> Value {
    let shown = occasion(desk, id);
    let record = &shown["record"];
    let same = json!({ "id": id, "version": record["version"], "title": record["title"], "from": shown["from_label"], "to": "",
        "state": record["state"], "participants": shown["row"]["participants_label"], "days": shown["days"]["others"],
        "content": record["content"] });
    with(&with(&cleaning(&json!([])), same), fields)
}

pub(super) fn rows(desk: &TestDesk, title: &str) -> Vec<Value> {
    let all = occasions(desk, 2025)["occasions"].as_array().expect("rows").clone();
    all.into_iter().filter(|row| row["title"] == title).collect()
}

/// The line of the one table for the year, without its spaces.
pub(super) fn reported(desk: &TestDesk) -> String {
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
    assert_eq!((&days["held"], &days["participants_label"], &days["helpers"]), (&json!(3), &json!("約55"), &json!(9)));
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
    save(&desk, &again(&desk, &third, json!({ "content": "草刈り" })));
    save(&desk, &again(&desk, &id, json!({ "content": "ごみ拾いと分別", "title": "川の清掃" })));
    let record = |id: &Value| occasion(&desk, id)["record"].clone();
    assert_eq!(
        (record(&second)["content"].clone(), record(&third)["content"].clone()),
        (json!("ごみ拾い"), json!("草刈り"))
    );
    assert_eq!(record(&second)["state"], "cancelled", "a day is called off by itself");
    assert_eq!(rows(&desk, "川の清掃").len(), 3, "the name is one");
    let report = reported(&desk);
    assert!(report.contains("（中止") && report.contains("6月9日）"), "{report}");
    for told in ["5月12日ごみ拾いと分別", "6月9日中止：雨のためごみ拾い", "7月14日草刈り"] {
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
    assert_eq!(record["days"]["participants_label"], "48");
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

/// 古紙あつめ on every second Saturday of 令和8年度.
pub(super) fn planned(desk: &TestDesk) {
    let plan = json!({ "id": null, "version": 0, "year": 2026, "activity": "古紙あつめ事業", "committee": "", "schedule": "毎月第2土曜",
        "aims": "", "content": "", "place": "校庭", "target": "住民", "participants": "", "notice": "回覧" });
    desk.call("activities.save_plan", json!({ "plan": plan }));
}

/// Those that are proposed for a year, as they are confirmed.
pub(super) fn collecting(desk: &TestDesk, year: i32) -> Vec<Value> {
    let all = desk.call("activities.proposals", json!({ "year": year }));
    let own = all.as_array().expect("proposals").iter().filter(|one| one["title"] == "古紙あつめ");
    own.map(|one| json!({ "plan_id": one["plan_id"], "like_id": one["like_id"], "title": one["title"], "from": one["from"], "to": one["to"] }))
        .collect()
}

pub(super) fn make(desk: &TestDesk, year: i32, confirmed: &[Value]) {
    desk.call("activities.make_occasions", json!({ "year": year, "confirmed": confirmed }));
}

/// Each occasion of a year in its order, with how many days its record has.
pub(super) fn made(desk: &TestDesk, year: i32) -> Vec<(Value, usize)> {
    let rows = occasions(desk, year)["occasions"].as_array().expect("rows").clone();
    let days = |id: &Value| occasion(desk, id)["days"]["days"].as_array().expect("days").len();
    rows.iter().map(|row| (row["id"].clone(), days(&row["id"]))).collect()
}

/// A day of 古紙あつめ as the window sends it when it is typed again.
fn collected(desk: &TestDesk, id: &Value, fields: Value) -> Value {
    let record = occasion(desk, id)["record"].clone();
    let same = json!({ "year": record["fiscal_year"], "activity": "古紙あつめ事業", "place": record["place"], "begins": "", "ends": "",
        "participants": "", "helpers": "", "target": record["target"], "notice": record["notice"] });
    with(&with(&again(desk, id, json!({})), same), fields)
}

#[test]
fn v01_several_days_of_one_line_of_the_plan_are_one_record_and_so_they_are_the_year_after() {
    let desk = TestDesk::sample(PROGRAM);
    planned(&desk);
    for year in [2026, 2027] {
        make(&desk, year, &collecting(&desk, year));
        assert!(made(&desk, year).iter().all(|(_, days)| *days == 12), "{year}");
    }
    let all = made(&desk, 2027);
    let sheet = || -> String {
        let made = desk.call("activities.put_out_notice", json!({ "id": all[0].0, "format": "pdf", "folder": null }));
        pdf_text(&desk.path(&made["files"][0]["token"])).split_whitespace().collect()
    };
    assert!(sheet().contains("4月10日（土）、5月8日（土）、6月12日（土）"), "to every day: {}", sheet());
    save(&desk, &collected(&desk, &all[1].0, json!({ "place": "公民館" })));
    save(&desk, &collected(&desk, &all[2].0, json!({ "begins": "13:00" })));
    assert!(sheet().contains("4月10日（土）、7月10日（土）"), "but to those elsewhere and at other hours: {}", sheet());
}

#[test]
fn v01_the_days_of_a_numbered_occasion_stay_one_record_under_the_next_number() {
    let desk = TestDesk::sample(PROGRAM);
    planned(&desk);
    let numbered = |number: u8, year: i32| -> Vec<Value> {
        let title = json!({ "title": format!("第{number}回古紙あつめ") });
        collecting(&desk, year).iter().map(|one| with(one, title.clone())).collect()
    };
    make(&desk, 2026, &numbered(10, 2026));
    let all = desk.call("activities.proposals", json!({ "year": 2027 }));
    let own = all.as_array().expect("proposals").iter().filter(|one| one["title"] == "第10回古紙あつめ");
    let next = |one: &Value| json!({ "plan_id": null, "like_id": one["like_id"], "title": "第11回古紙あつめ", "from": one["from"], "to": one["to"] });
    make(&desk, 2027, &own.map(next).collect::<Vec<_>>());
    let made = made(&desk, 2027);
    assert_eq!(made.len(), 12);
    assert!(made.iter().all(|(_, days)| *days == 12), "{made:?}");
}

#[test]
fn v01_what_one_day_is_written_up_with_stays_with_that_day() {
    let desk = TestDesk::sample(PROGRAM);
    planned(&desk);
    make(&desk, 2026, &collecting(&desk, 2026));
    let all = made(&desk, 2026);
    let written = json!({ "state": "held", "participants": "12", "helpers": "3", "begins": "9:00", "ends": "10:30", "place": "体育館",
        "content": "雨で早く終えた", "reflection": "合羽がいる", "effect": "2トン", "author": "見本", "title": "古紙の回収", "target": "全戸" });
    let sent = collected(&desk, &all[0].0, written);
    assert_eq!(sent["days"].as_array().expect("days").len(), 11, "the window names every other day");
    save(&desk, &sent);
    for (id, _) in &all[1..] {
        let record = occasion(&desk, id)["record"].clone();
        for own in ["content", "reflection", "effect", "author"] {
            assert_eq!(record[own], "", "{own}");
        }
        assert_eq!((&record["begins_at"], &record["ends_at"]), (&Value::Null, &Value::Null));
        assert_eq!(
            (&record["place"], &record["state"], &record["participants"]),
            (&json!("校庭"), &json!("planned"), &Value::Null)
        );
        assert_eq!((&record["title"], &record["target"]), (&json!("古紙の回収"), &json!("全戸")), "what is one");
    }
    // A day that is added later is held there at that time, but what was done then is not said of it.
    let mut days = occasion(&desk, &all[0].0)["days"]["others"].as_array().expect("days").clone();
    days.push(day("R9.3.28", "", ""));
    save(&desk, &collected(&desk, &all[0].0, json!({ "title": "古紙の回収", "begins": "9:00", "days": days })));
    let added = made(&desk, 2026).pop().expect("the last").0;
    let record = occasion(&desk, &added)["record"].clone();
    assert_eq!(
        (&record["place"], &record["begins_at"], &record["content"]),
        (&json!("体育館"), &json!("09:00:00"), &json!(""))
    );
}

#[test]
fn v01_what_is_announced_follows_and_every_day_keeps_its_last_day_to_apply() {
    let desk = TestDesk::sample(PROGRAM);
    let says =
        |fee: &str, by: &str| json!({ "announcement": only(json!({ "fee": fee, "apply_by": by }))["announcement"] });
    let days = json!([day("5/12", "", ""), day("7/14", "", "")]);
    let typed = with(&cleaning(&days), json!({ "from": "6/9" }));
    let id = save(&desk, &with(&typed, says("500円", "6/1")));
    let told = || -> Vec<(i64, String)> {
        let all = rows(&desk, "清掃活動")
            .into_iter()
            .map(|row| occasion(&desk, &row["id"])["record"]["announcement"].clone());
        all.map(|a| (a["fee_yen"].as_i64().unwrap_or(0), a["apply_by_on"].as_str().unwrap_or("").to_owned())).collect()
    };
    let expected = |fee: i64, by: [&str; 3]| by.map(|by| (fee, by.to_owned()));
    assert_eq!(told(), expected(500, ["", "2025-06-01", "2025-06-01"]), "nobody applies for a day when it is over");
    let (first, last) = (rows(&desk, "清掃活動")[0]["id"].clone(), rows(&desk, "清掃活動")[2]["id"].clone());
    save(&desk, &again(&desk, &first, says("500円", "5/1")));
    save(&desk, &again(&desk, &last, says("500円", "7/1")));
    save(&desk, &again(&desk, &id, says("600円", "6/2")));
    assert_eq!(told(), expected(600, ["2025-05-01", "2025-06-02", "2025-07-01"]));
    save(&desk, &again(&desk, &id, says("700円", "")));
    assert_eq!(told(), expected(700, ["2025-05-01", "", "2025-07-01"]));
}

#[test]
fn v01_days_that_stood_alone_the_year_before_become_one_record_and_another_name_is_another_record() {
    let desk = TestDesk::sample(PROGRAM);
    for on in ["4/12", "5/10", "6/14"] {
        save(&desk, &with(&draft("古紙あつめ", on), json!({ "activity": "古紙あつめ事業" })));
    }
    planned(&desk);
    let lines = collecting(&desk, 2026);
    assert!(lines.iter().all(|line| line["like_id"].is_string()), "each after one of the year before");
    make(&desk, 2026, &lines);
    assert_eq!(made(&desk, 2026).iter().map(|(_, days)| *days).collect::<Vec<_>>(), [12; 12]);
    let mut next = collecting(&desk, 2027);
    next[3]["title"] = json!("古紙あつめ夏の部");
    make(&desk, 2027, &next);
    let days: Vec<usize> = made(&desk, 2027).iter().map(|(_, days)| *days).collect();
    assert_eq!((days[3], days[4]), (0, 11), "a name of its own is no day of the other record");
}

#[test]
fn v01_days_of_the_plan_that_are_made_later_join_the_record_of_the_year() {
    let desk = TestDesk::sample(PROGRAM);
    planned(&desk);
    make(&desk, 2026, &collecting(&desk, 2026)[..6]);
    make(&desk, 2026, &collecting(&desk, 2026)[..5]);
    make(&desk, 2026, &collecting(&desk, 2026));
    assert_eq!(made(&desk, 2026).iter().map(|(_, days)| *days).collect::<Vec<_>>(), [12; 12]);
    let before = desk.state_hash();
    let second = json!({ "year": 2026, "from": "R8.4.1", "days": [day("R8.5.9", "", "")] });
    let typed = with(&with(&cleaning(&json!([])), second), json!({ "title": "古紙あつめ" }));
    let refused = desk.refused("activities.save_occasion", json!({ "occasion": typed }));
    assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), ("activities.day_elsewhere", "days.0.on"));
    assert_eq!(desk.state_hash(), before, "no second one on that day");
}
