//! V01: each day of a record by itself: how it went, what is said of it alone, and how it leaves the record again.

use super::announced::only;
use super::series::{again, cleaning, collecting, day, made, make, planned, reported, rows};
use super::*;
use crate::PROGRAM;

fn others(desk: &TestDesk, id: &Value) -> Vec<Value> {
    occasion(desk, id)["days"]["others"].as_array().expect("days").clone()
}

fn said_of(fields: Value) -> Value {
    json!({ "announcement": only(fields)["announcement"] })
}

/// What is announced of each day, by name.
fn announced(desk: &TestDesk, name: &str) -> Vec<Value> {
    rows(desk, "清掃活動").iter().map(|row| occasion(desk, &row["id"])["announcement"][name].clone()).collect()
}

#[test]
fn v01_a_day_that_has_passed_is_held_once_somebody_says_who_came() {
    let desk = TestDesk::sample(PROGRAM);
    planned(&desk);
    make(&desk, 2026, &collecting(&desk, 2026)[..2]);
    let id = save(&desk, &with(&cleaning(&json!([])), json!({ "state": "planned", "participants": "" })));
    let mut days = vec![day("6/9", "", ""), day("6/23", "", "")];
    save(&desk, &again(&desk, &id, json!({ "days": days, "state": "planned", "participants": "" })));
    for row in rows(&desk, "清掃活動") {
        desk.call("activities.mark_occasion", json!({ "id": row["id"], "state": "planned", "reason": "" }));
    }
    days = others(&desk, &id);
    days[0]["participants"] = json!("40");
    save(&desk, &again(&desk, &id, json!({ "days": days, "state": "planned", "participants": "" })));
    let states: Vec<Value> = rows(&desk, "清掃活動").iter().map(|row| row["state"].clone()).collect();
    assert_eq!(states, ["planned", "held", "planned"], "the day that is counted");
    assert_eq!(occasion(&desk, &id)["days"]["participants_label"], "40");
    assert!(reported(&desk).contains("6月9日"), "and it is reported");
    let ahead = made(&desk, 2026)[0].0.clone();
    let record = occasion(&desk, &ahead)["record"].clone();
    let mut days = others(&desk, &ahead);
    days[0]["participants"] = json!("40");
    let typed = json!({ "year": 2026, "days": days, "state": "planned", "participants": "" });
    let typed = with(&again(&desk, &ahead, typed), json!({ "activity": "古紙あつめ事業", "place": record["place"] }));
    save(&desk, &typed);
    assert_eq!(occasion(&desk, &days[0]["id"])["record"]["state"], "planned", "nobody has come to a day ahead");
}

#[test]
fn v01_words_about_a_day_stay_with_it_and_each_thing_announced_follows_by_itself() {
    let desk = TestDesk::sample(PROGRAM);
    let alone = with(&cleaning(&json!([])), json!({ "from": "6/9" }));
    save(&desk, &with(&alone, said_of(json!({ "bring": "軍手", "fee": "500円" }))));
    let days = json!([day("6/9", "", ""), day("7/14", "", "")]);
    let id = save(&desk, &with(&cleaning(&days), said_of(json!({ "bring": "タオル", "fee": "500円" }))));
    let second = rows(&desk, "清掃活動")[1]["id"].clone();
    let note = "雨のときは6月16日";
    let with_note = said_of(json!({ "bring": "軍手", "fee": "500円", "day_note": note }));
    save(&desk, &again(&desk, &second, with(&json!({ "state": "planned" }), with_note)));
    assert_eq!(announced(&desk, "day_note"), ["", note, ""], "it is said of that day alone");
    save(&desk, &again(&desk, &id, said_of(json!({ "bring": "タオル", "fee": "600円" }))));
    assert_eq!(announced(&desk, "fee"), ["600", "600", "600"], "one word of its own keeps nothing else back");
    assert_eq!(announced(&desk, "bring"), ["タオル", "軍手", "タオル"]);
    assert_eq!(announced(&desk, "day_note"), ["", note, ""]);
}

#[test]
fn v01_the_sheet_tells_each_day_its_own_note() {
    let desk = TestDesk::sample(PROGRAM);
    let typed = with(&cleaning(&json!([day("6/9", "", "")])), json!({ "state": "planned", "participants": "" }));
    let first = save(&desk, &typed);
    let second = rows(&desk, "清掃活動")[1]["id"].clone();
    for id in [&first, &second] {
        desk.call("activities.mark_occasion", json!({ "id": id, "state": "planned", "reason": "" }));
    }
    let noted = with(&json!({ "state": "planned", "participants": "" }), said_of(json!({ "day_note": "雨天中止" })));
    save(&desk, &again(&desk, &second, noted));
    let made = desk.call("activities.put_out_notice", json!({ "id": first, "format": "pdf", "folder": null }));
    let sheet: String = pdf_text(&desk.path(&made["files"][0]["token"])).split_whitespace().collect();
    assert!(sheet.contains("5月12日（月）、6月9日（月）（雨天中止）"), "{sheet}");
}

#[test]
fn v01_a_day_is_parted_from_its_record_and_is_an_occasion_of_its_own() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &cleaning(&json!([day("6/9", "20", "2"), day("6/23", "10", "")])));
    let before = desk.state_hash();
    let mut days = others(&desk, &id);
    days[0]["is_apart"] = json!(true);
    let typed = again(&desk, &id, json!({ "days": days, "title": "川の清掃" }));
    save(&desk, &typed);
    undo(&desk);
    assert_eq!(desk.state_hash(), before, "one act");
    save(&desk, &again(&desk, &id, json!({ "days": days, "title": "川の清掃" })));
    let apart = occasion(&desk, &days[0]["id"]);
    assert_eq!((&apart["record"]["title"], &apart["record"]["participants"]), (&json!("清掃活動"), &json!(20)));
    assert_eq!(apart["days"]["days"], json!([]), "it stands alone");
    assert_eq!(occasion(&desk, &id)["days"]["days"].as_array().expect("days").len(), 2);
    let report = reported(&desk);
    assert!(report.contains("5月12日、6月23日"), "{report}");
}

#[test]
fn v01_the_only_day_left_of_a_record_is_no_day_of_another_one() {
    let desk = TestDesk::sample(PROGRAM);
    let first = save(&desk, &cleaning(&json!([day("6/9", "20", "")])));
    desk.call("activities.remove_occasion", json!({ "id": first }));
    save(&desk, &with(&cleaning(&json!([day("6/9", "", "")])), json!({ "from": "5/13" })));
    let left = rows(&desk, "清掃活動");
    assert_eq!(left.iter().map(|row| said(&row["on_label"])).collect::<Vec<_>>(), ["5月13日", "6月9日"]);
    assert_eq!(occasion(&desk, &left[0]["id"])["days"]["participants_label"], "50", "it joined with its number");
}

#[test]
fn v01_a_day_is_read_as_it_is_written_and_a_row_that_cannot_be_says_what_to_do() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(
        &desk,
        &cleaning(&json!([day("R8. 3. 2", "", ""), day("6/9 (月)", "3", ""), day("7月7日・14日", "", "")])),
    );
    let days: Vec<Value> = rows(&desk, "清掃活動").iter().map(|row| row["on_label"].clone()).collect();
    assert_eq!(days, ["5月12日", "6月9日", "7月7日", "7月14日", "3月2日"]);
    for (typed, code) in [("", "activities.day_emptied"), ("6/9、6/16", "activities.days_in_one_row")] {
        let mut days = others(&desk, &id);
        days[0]["on"] = json!(typed);
        let refused =
            desk.refused("activities.save_occasion", json!({ "occasion": again(&desk, &id, json!({ "days": days })) }));
        assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), (code, "days.0.on"));
    }
    let mut days = others(&desk, &id);
    days[0]["version"] = json!(99);
    let refused =
        desk.refused("activities.save_occasion", json!({ "occasion": again(&desk, &id, json!({ "days": days })) }));
    assert_eq!(refused.code, "activities.changed_elsewhere");
    assert!(refused.message.contains("6月9日"), "which day: {}", refused.message);
}

#[test]
fn v01_a_line_of_the_plan_is_one_record_though_one_of_its_days_stood_alone() {
    let desk = TestDesk::sample(PROGRAM);
    let line = json!({ "activity": "古紙あつめ事業", "days": [day("5/10", "", ""), day("6/14", "", "")] });
    save(&desk, &with(&draft("古紙あつめ", "4/12"), line));
    save(&desk, &with(&draft("古紙あつめ", "7/12"), json!({ "activity": "古紙あつめ事業" })));
    planned(&desk);
    make(&desk, 2026, &collecting(&desk, 2026));
    assert_eq!(made(&desk, 2026).iter().map(|(_, days)| *days).collect::<Vec<_>>(), [12; 12]);
}

#[test]
fn v01_an_occasion_that_is_shorter_than_last_years_leaves_a_last_day_behind_it_out() {
    let desk = TestDesk::sample(PROGRAM);
    let camp = with(&draft("キャンプ", "7/19"), with(&json!({ "to": "7/20" }), said_of(json!({ "apply_by": "7/20" }))));
    let before = save(&desk, &camp);
    let confirmed = json!({ "plan_id": null, "like_id": before, "title": "キャンプ", "from": "R8.7.18", "to": "" });
    make(&desk, 2026, &[confirmed]);
    let id = made(&desk, 2026)[0].0.clone();
    assert_eq!(occasion(&desk, &id)["announcement"]["apply_by"], "");
}

#[test]
fn v01_equal_words_stand_under_every_day_that_they_are_of() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &cleaning(&json!([day("6/9、6/23、7/14", "", "")])));
    for row in rows(&desk, "清掃活動") {
        if row["on_label"] == "6月9日" || row["on_label"] == "7月14日" {
            let off = json!({ "id": row["id"], "state": "cancelled", "reason": "雨のため" });
            desk.call("activities.mark_occasion", off);
        }
    }
    save(&desk, &again(&desk, &id, json!({ "reflection": "軍手がいる" })));
    let report = reported(&desk);
    for told in ["5月12日、6月23日ごみ拾い", "6月9日、7月14日中止：雨のため"] {
        assert!(report.contains(told), "{told} in {report}");
    }
    let sheets: String = printed(&desk, "activity-sheets").split_whitespace().collect();
    assert!(sheets.contains("5月12日軍手がいる"), "what one day taught stands with it: {sheets}");
    let plain =
        save(&desk, &with(&cleaning(&json!([day("2/8", "", "")])), json!({ "title": "落葉拾い", "from": "1/11" })));
    assert!(!plain.is_null() && reported(&desk).contains("ごみ拾い"), "what all days say alike has no day in front");
    assert!(!reported(&desk).contains("1月11日ごみ拾い"), "{}", reported(&desk));
}
