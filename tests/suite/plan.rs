//! 事業計画: a year's plan is begun from the year before, written, put in order and printed (F-02).

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::papers::pdf_text;

fn plan(desk: &TestDesk, year: i32) -> Value {
    desk.call("activities.plan", json!({ "year": year }))
}

fn names(desk: &TestDesk, year: i32) -> Vec<String> {
    let lines = plan(desk, year)["lines"].as_array().expect("lines").clone();
    lines.iter().map(|line| line["activity"].as_str().expect("a name").to_owned()).collect()
}

pub(crate) fn draft(activity: &str, schedule: &str) -> Value {
    json!({
        "id": null, "version": 0, "year": 2026, "activity": activity, "committee": "防災部会", "schedule": schedule,
        "aims": "いざという時に助け合う", "content": "避難所を開く訓練", "place": "小学校", "target": "校区の住民",
        "participants": "300", "notice": "回覧",
    })
}

#[test]
fn v01_the_plan_of_a_year_begins_with_what_the_year_before_did() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    assert_eq!((plan(&desk, 2026)["left_of_last_year"].as_u64(), names(&desk, 2026).len()), (Some(8), 0));
    desk.call("activities.copy_plan", json!({ "year": 2026 }));
    let shown = plan(&desk, 2026);
    let drill =
        shown["lines"].as_array().expect("lines").iter().find(|line| line["activity"] == "防災訓練事業").expect("it");
    assert_eq!((&drill["plan"]["content"], &drill["committee"]), (&json!("防災訓練、救命講習"), &json!("防災部会")));
    assert_eq!(drill["plan"]["schedule"], "6月・9月・10月・12月・1月", "the months of its five days");
    assert_eq!(shown["left_of_last_year"], 0);
    assert_eq!(desk.refused("activities.copy_plan", json!({ "year": 2026 })).code, "activities.nothing_to_copy");
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before);

    desk.call("activities.save_plan", json!({ "plan": draft("防災訓練事業", "10月第2日曜") }));
    desk.call("activities.copy_plan", json!({ "year": 2026 }));
    assert_eq!(names(&desk, 2026).iter().filter(|name| *name == "防災訓練事業").count(), 1, "what was written stays");
    let written = plan(&desk, 2026)["lines"][0].clone();
    assert_eq!((&written["plan"]["schedule"], &written["days"]), (&json!("10月第2日曜"), &json!(["10月11日（日）"])));
    desk.call("activities.copy_plan", json!({ "year": 2027 }));
    assert_eq!(names(&desk, 2027), names(&desk, 2026), "a plan is copied before records are");
}

#[test]
fn v01_lines_are_put_in_order_and_taken_out_and_each_line_of_work_stands_once() {
    let desk = TestDesk::sample(PROGRAM);
    for (activity, schedule) in [("敬老会事業", "9月"), ("夜市", "通年"), ("防災訓練事業", "毎月15日")]
    {
        desk.call("activities.save_plan", json!({ "plan": draft(activity, schedule) }));
    }
    assert_eq!(names(&desk, 2026), ["敬老会事業", "夜市", "防災訓練事業"]);
    let ids: Vec<Value> =
        plan(&desk, 2026)["lines"].as_array().expect("lines").iter().map(|line| line["plan"]["id"].clone()).collect();
    desk.call("activities.order_plan", json!({ "year": 2026, "order": [ids[2], ids[0], ids[1]] }));
    assert_eq!(names(&desk, 2026), ["防災訓練事業", "敬老会事業", "夜市"]);
    let twice = desk.refused("activities.save_plan", json!({ "plan": draft(" 夜市", "") }));
    assert_eq!((twice.code.as_str(), &twice.params["field"]), ("activities.planned_already", &"activity".into()));
    let nameless = desk.refused("activities.save_plan", json!({ "plan": draft("　", "") }));
    assert_eq!(nameless.code, "activities.activity_missing");
    let mut stale = draft("敬老会事業", "10月");
    stale["id"] = ids[0].clone();
    assert_eq!(desk.refused("activities.save_plan", json!({ "plan": stale })).code, "activities.changed_elsewhere");
    let mut many = draft("夏祭り事業", "");
    many["participants"] = json!("三百人くらい");
    assert_eq!(desk.refused("activities.save_plan", json!({ "plan": many })).params["field"], "participants");
    desk.call("activities.remove_plan", json!({ "id": ids[1] }));
    assert_eq!(names(&desk, 2026), ["防災訓練事業", "敬老会事業"]);
    assert_eq!(desk.refused("activities.remove_plan", json!({ "id": ids[1] })).code, "activities.no_such_plan");
}

#[test]
fn v01_the_plan_is_printed_for_the_meeting_and_for_the_city() {
    let desk = TestDesk::sample(PROGRAM);
    let mut drill = draft("防災訓練事業", "10月第2日曜");
    drill["year"] = json!(2025);
    drill["participants"] = json!("約３００人");
    desk.call("activities.save_plan", json!({ "plan": drill }));
    assert_eq!(plan(&desk, 2025)["lines"][0]["participants"], "約300", "as it is shown and typed again");
    for form in ["activity-plan", "activity-plan-sheets"] {
        let made = desk.call("reports.output", json!({ "form": form, "year": 2025, "format": "pdf", "folder": null }));
        let shown = pdf_text(&desk.path(&made["files"][0]["token"]));
        for words in ["防災訓練事業", "10月第2日曜", "避難所を開く訓練", "いざという時に助け合う", "453,000", "約300"]
        {
            assert!(shown.contains(words), "{form}: {words} in {shown}");
        }
    }
}
