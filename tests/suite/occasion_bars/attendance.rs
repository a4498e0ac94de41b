//! V02 and V03: who was there, by name and by count, and how long the helpers worked.

use super::*;
use crate::PROGRAM;

fn sheet(desk: &TestDesk, id: &Value) -> Value {
    desk.call("activities.attendance", json!({ "id": id }))
}

fn attend(desk: &TestDesk, id: &Value, person: &Value, name: &str, part: Option<&str>) {
    desk.call("activities.attend", json!({ "id": id, "person_id": person, "name": name, "part": part }));
}

fn people(desk: &TestDesk) -> Vec<Value> {
    let people = desk.call("roster.list_people", json!({ "year": 2025 }))["people"].clone();
    people.as_array().expect("people").iter().map(|person| person["id"].clone()).collect()
}

/// Held on one day from nine to twelve.
fn held(desk: &TestDesk, title: &str, day: &str) -> Value {
    save(desk, &with(&draft(title, day), json!({ "begins": "9:00", "ends": "12:00", "state": "held" })))
}

#[test]
fn v02_people_are_marked_by_name_and_the_marks_become_the_record() {
    let desk = TestDesk::sample(PROGRAM);
    let (id, people) = (held(&desk, "夏祭り", "7/20"), people(&desk));
    let refused = desk.refused("activities.count_names", json!({ "id": id }));
    assert_eq!(refused.code, "activities.nobody_marked");
    for person in &people[..5] {
        attend(&desk, &id, person, "", Some("participant"));
    }
    attend(&desk, &id, &people[0], "", Some("helper"));
    attend(&desk, &id, &people[1], "", None);
    attend(&desk, &id, &Value::Null, "となり町の　見本さん", Some("participant"));
    let there = sheet(&desk, &id);
    assert_eq!((&there["participants"], &there["helpers"], &there["worked"]), (&json!(4), &json!(1), &json!("3時間")));
    assert_eq!(
        (&there["recorded_participants"], &there["recorded_label"]),
        (&Value::Null, &json!("")),
        "nothing is counted behind anybody's back"
    );
    desk.call("activities.count_names", json!({ "id": id }));
    let record = occasion(&desk, &id)["record"].clone();
    assert_eq!((&record["participants"], &record["helpers"]), (&json!(4), &json!(1)));
    undo(&desk);
    assert_eq!(occasion(&desk, &id)["record"]["participants"], Value::Null);
    attend(&desk, &id, &Value::Null, "となり町の　見本さん", None);
    assert_eq!(sheet(&desk, &id)["participants"], 3);
    let nameless = json!({ "id": id, "person_id": null, "name": "　", "part": "helper" });
    assert_eq!(desk.refused("activities.attend", nameless).params["field"], "name");
}

#[test]
fn v02_counts_by_age_are_summed_into_the_record() {
    let desk = TestDesk::sample(PROGRAM);
    let id = held(&desk, "運動会", "10/5");
    let count = |part: &str, age: &str, number: &str| json!({ "part": part, "age": age, "number": number });
    let counts =
        [count("participant", "child", "８０人"), count("participant", "elder", "45"), count("helper", "adult", "")];
    desk.call("activities.count_ages", json!({ "id": id, "counts": counts }));
    let record = occasion(&desk, &id)["record"].clone();
    assert_eq!((&record["participants"], &record["helpers"]), (&json!(125), &Value::Null), "helpers were not counted");
    desk.call("activities.count_ages", json!({ "id": id, "counts": [count("participant", "elder", "")] }));
    assert_eq!(sheet(&desk, &id)["ages"], json!([{ "part": "participant", "age": "child", "number": 80 }]));
    let wrong =
        desk.refused("activities.count_ages", json!({ "id": id, "counts": [count("helper", "adult", "たくさん")] }));
    assert_eq!(wrong.params["field"], "helper_adult");
}

#[test]
fn v03_the_hours_of_helpers_are_summed_for_each_and_for_the_year() {
    let desk = TestDesk::sample(PROGRAM);
    let people = people(&desk);
    let (first, second) = (held(&desk, "草刈り", "6/1"), held(&desk, "花植え", "6/8"));
    let off = held(&desk, "夜店", "7/1");
    for id in [&first, &second, &off] {
        attend(&desk, id, &people[0], "", Some("helper"));
    }
    attend(&desk, &second, &Value::Null, "見本　花子", Some("helper"));
    let of = sheet(&desk, &second)["there"][0]["attendance"]["id"].clone();
    desk.call("activities.set_minutes", json!({ "id": of, "minutes": "1時間半" }));
    desk.call("activities.mark_occasion", json!({ "id": off, "state": "cancelled", "reason": "雨のため" }));
    assert_eq!(sheet(&desk, &second)["worked"], "4時間30分");
    let text = printed(&desk, "volunteer-hours");
    let line = text.lines().find(|line| line.contains("花子")).expect("her line").to_owned();
    assert!(line.contains("3時間"), "{line}");
    assert!(text.contains("4時間30分"), "two occasions of one helper, the one called off not among them: {text}");
    let told = |title: &str| {
        let line = text.lines().find(|line| line.contains(title)).unwrap_or_else(|| panic!("{title} in {text}"));
        line.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(told("草刈り"), ["6月1日", "草刈り", "1", "3時間"], "for each occasion");
    assert_eq!(told("花植え"), ["6月8日", "花植え", "2", "4時間30分"]);
    assert!(!text.contains("夜店"));
    assert!(text.contains("7時間30分"), "the sum for the report: {text}");
    assert!(text.contains("7,275") && text.contains("970"), "what it is worth, and at which rate: {text}");
    let wrong = desk.refused("activities.set_minutes", json!({ "id": of, "minutes": "半日" }));
    assert_eq!((wrong.code.as_str(), wrong.params["field"].as_str()), ("activities.minutes_unreadable", "minutes"));
}

#[test]
fn v03_hours_weather_and_what_went_wrong_stand_on_both_reports() {
    let desk = TestDesk::sample(PROGRAM);
    let fields = json!({ "begins": "9:00", "ends": "12:00", "state": "held", "weather": "小雨", "incident": "転んで、すり傷1名" });
    let id = save(&desk, &with(&draft("草刈り", "6/1"), fields));
    attend(&desk, &id, &people(&desk)[0], "", Some("helper"));
    attend(&desk, &id, &Value::Null, "見本　花子", Some("helper"));
    for form in ["activity-report", "activity-sheets"] {
        let text = printed(&desk, form);
        let line = text.lines().find(|line| line.contains("小雨")).unwrap_or_else(|| panic!("{form}: {text}"));
        assert!(line.contains("6時間"), "{form}: {line}");
        assert!(text.contains("転んで、すり傷1名"), "{form}: {text}");
    }
    save(&desk, &with(&occasion_typed(&desk, &id), json!({ "incident": "" })));
    assert!(!printed(&desk, "activity-report").contains("事故・けが"), "nothing is said where nothing happened");
}

/// The draft of an occasion that is there.
fn occasion_typed(desk: &TestDesk, id: &Value) -> Value {
    let kept = occasion(desk, id);
    with(&draft("草刈り", "6/1"), json!({ "id": id, "version": kept["record"]["version"], "state": "held" }))
}

#[test]
fn v06_one_occasion_shows_what_it_cost_and_who_paid() {
    let desk = TestDesk::sample(PROGRAM);
    let id = held(&desk, "夏祭り", "7/20");
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let item = choices["items"].as_array().expect("items").iter().find(|one| one["side"] == "expense").expect("one");
    let grant = choices["grants"][0].clone();
    let entry = |words: &str, amount: &str, grant: &Value| {
        json!({ "kind": "expense", "on": "7/20", "counterparty": "見本商店", "description": words, "item_id": item["id"],
            "amount": amount, "purse_id": choices["purses"][0]["id"], "to_purse_id": null, "grant_id": grant,
            "activity_id": null, "occasion_id": id, "eligibility": "eligible", "eligibility_reason": "祭りに要るため",
            "has_receipt": true, "voucher_no": "", "to_item_id": null, "committee_id": null })
    };
    let record = |draft: Value| {
        desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft, "receipt": null }))["value"].clone()
    };
    record(entry("テント", "12,000", &grant["id"]));
    let wrong = record(entry("花火", "8,000", &Value::Null));
    let cost = |id: &Value| desk.call("activities.cost", json!({ "id": id }));
    let shown = cost(&id);
    assert_eq!((&shown["expense_yen"], &shown["income_yen"]), (&json!(20_000), &json!(0)));
    let funding = json!([{ "name": "自主財源", "amount_yen": 8_000 }, { "name": grant["name"], "amount_yen": 12_000 }]);
    assert_eq!(shown["funding"], funding);
    assert_eq!(shown["activity"]["name"], "夏祭り事業");
    assert_eq!(shown["activity"]["spent_yen"], 20_000, "the line of work goes with the occasion");
    desk.call("accounts.void_entry", json!({ "id": wrong["id"], "reason": "打ちまちがい" }));
    assert_eq!(cost(&id)["expense_yen"], 12_000, "what was taken back counts against what it took back");
}

#[test]
fn v02_a_rounded_number_of_the_record_is_shown_as_rounded() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &with(&draft("夏祭り", "7/20"), json!({ "participants": "約80", "state": "held" })));
    let sheet = desk.call("activities.attendance", json!({ "id": id }));
    assert_eq!((&sheet["recorded_participants"], &sheet["recorded_label"]), (&json!(80), &json!("約80")));
}
