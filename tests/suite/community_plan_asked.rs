//! コミュニティプラン: what cannot be, said in a plain sentence with what to do; nothing is written and nothing is lost.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::community_plan::{action, action_draft, begin, heading, overview, unplanned, wrote};

fn measured(heading: &Value) -> Value {
    json!({ "draft": { "id": null, "version": 0, "heading_id": heading, "name": "加入率", "unit": "％", "wish": "more", "source": "",
        "base_year": "令和2年度", "base": "54.4", "years": [
            { "year": 2025, "label": "", "target": "62.4", "actual": "", "note": "" } ] } })
}

/// Refused with this code at this field, in a whole sentence, with nothing written.
fn refused(desk: &TestDesk, name: &str, asked: Value, code: &str, field: Option<&str>) {
    let before = desk.state_hash();
    let told = desk.refused(name, asked);
    assert_eq!((told.code.as_str(), told.params.get("field").map(String::as_str)), (code, field), "{told:?}");
    assert!(!told.message.contains('{') && !told.hint.contains('{') && !told.hint.is_empty(), "{told:?}");
    assert_eq!(desk.state_hash(), before, "{code}: nothing was written");
}

#[test]
fn what_is_no_number_no_year_and_no_baseline_is_told_at_its_field() {
    let desk = unplanned();
    let early = json!({ "id": null, "version": 0, "parent_id": null, "name": "目標", "detail": "" });
    refused(&desk, "plan.save_heading", early, "plan.not_begun", None);
    begin(&desk);
    let aim = heading(&desk, Value::Null, "安全なまち");
    let with = |path: &str, value: Value| {
        let mut asked = measured(&aim);
        *asked["draft"].pointer_mut(path).expect("a field") = value;
        asked
    };
    for (path, value, code, field) in [
        ("/years/0/target", json!("たくさん"), "plan.value_unreadable", "target-2025"),
        ("/years/0/actual", json!("62.4人"), "plan.value_unreadable", "actual-2025"),
        ("/base", json!(""), "plan.base_missing", "base"),
        ("/base", json!("1,5"), "plan.value_unreadable", "base"),
        ("/base_year", json!(""), "plan.year_missing", "base_year"),
        ("/base_year", json!("むかし"), "plan.year_unreadable", "base_year"),
        ("/heading_id", Value::Null, "plan.heading_missing", "heading_id"),
        ("/years/0/year", json!(2031), "plan.year_outside", "years"),
        ("/name", json!("　"), "plan.name_missing", "name"),
    ] {
        refused(&desk, "plan.save_indicator", with(path, value), code, Some(field));
    }
    let terms = |first: &str, last: &str, version: i64| json!({ "version": version, "name": "プラン", "vision": "", "first_year": first, "last_year": last, "decided_on": "", "revised_on": "" });
    refused(&desk, "plan.save_terms", terms("R9", "R5", 1), "plan.years_reversed", Some("last_year"));
    refused(&desk, "plan.save_terms", terms("R5", "2055", 1), "plan.period_too_long", Some("last_year"));
    refused(&desk, "plan.save_terms", terms("R5", "R9", 0), "plan.changed_elsewhere", None);
    let outside = json!({ "year": 2031, "version": 0, "mission": "", "policy": "", "summary": "" });
    refused(&desk, "plan.save_year", outside, "plan.year_outside", Some("mission"));
}

#[test]
fn what_has_a_history_is_ended_and_not_taken_out() {
    let desk = unplanned();
    begin(&desk);
    let aim = heading(&desk, Value::Null, "安全なまち");
    let measure = heading(&desk, aim.clone(), "災害に備える");
    let drill = action(&desk, &measure, "訓練", "");
    let deep = json!({ "id": null, "version": 0, "parent_id": measure, "name": "深い", "detail": "" });
    refused(&desk, "plan.save_heading", deep, "plan.too_deep", None);
    refused(&desk, "plan.remove_heading", json!({ "id": aim }), "plan.heading_in_use", None);
    refused(&desk, "plan.remove_heading", json!({ "id": measure }), "plan.heading_in_use", None);
    wrote(&desk, &drill, 2025, "一回", json!("keep"));
    refused(&desk, "plan.remove_action", json!({ "id": drill }), "plan.action_has_history", None);
    let stale = json!({ "action_id": drill, "year": 2025, "version": 0, "target": "", "result": "", "direction": "", "review": null });
    refused(&desk, "plan.save_action_year", stale, "plan.changed_elsewhere", None);
    let mut short = action_draft(&measure, "夜警", "");
    (short["from_year"], short["until_year"]) = (json!("R6"), json!("R5"));
    refused(&desk, "plan.save_action", short.clone(), "plan.years_reversed", Some("until_year"));
    short["until_year"] = json!("R6");
    let short = desk.call("plan.save_action", short)["value"]["id"].clone();
    let late = json!({ "action_id": short, "year": 2025, "version": 0, "target": "", "result": "", "direction": "", "review": null });
    refused(&desk, "plan.save_action_year", late, "plan.action_not_then", None);
    let mut early = action_draft(&measure, "むかしの取組", "");
    early["from_year"] = json!("H20");
    refused(&desk, "plan.save_action", early, "plan.year_outside", Some("from_year"));
}

#[test]
fn ten_thousand_characters_are_kept_as_a_text_and_refused_as_a_name() {
    let desk = unplanned();
    begin(&desk);
    let long = "あ".repeat(10_000);
    let aim = heading(&desk, Value::Null, "安全なまち");
    let named = json!({ "id": null, "version": 0, "parent_id": null, "name": long, "detail": "" });
    refused(&desk, "plan.save_heading", named, "plan.name_too_long", Some("name"));
    let drill = action(&desk, &aim, "訓練", "");
    desk.call(
        "plan.save_action_year",
        json!({ "action_id": drill, "year": 2025, "version": 0, "target": long, "result": long, "direction": long, "review": null }),
    );
    let now = desk.call("plan.action", json!({ "id": drill, "year": 2025 }))["now"].clone();
    assert_eq!((&now["target"], &now["result"], &now["direction"]), (&json!(long), &json!(long), &json!(long)));
    assert_eq!(overview(&desk, 2025)["aims"][0]["actions"][0]["target"], json!(long));
}
