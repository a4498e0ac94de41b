//! R02: households gathered from addresses stand in the association that their people's seats say, and what is unclear is asked.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

fn body(desk: &TestDesk, kind: &str, name: &str, parent: &Value) -> Value {
    let body = json!({ "id": null, "version": 0, "kind": kind, "name": name, "kana": "", "parent_id": parent, "moved": "",
        "founded": "", "dissolved": "", "note": "" });
    desk.call("roster.save_body", body)["value"]["id"].clone()
}

fn person(desk: &TestDesk, given: &str, address: &str, birth: &str) -> Value {
    let person = json!({ "id": null, "version": 0, "family": "試験", "given": given, "family_kana": "", "given_kana": "",
        "postal": "760-0001", "address": address, "phone": "", "mobile": "", "birth": birth, "joined": "", "joined_reason": "",
        "left": "", "left_reason": "", "alternate_name": "", "note": "", "own": [] });
    desk.call("roster.save_person", json!({ "person": person }))["value"]["id"].clone()
}

fn seat(desk: &TestDesk, who: &Value, body: &str, title: &str) {
    let role = json!({ "id": null, "person_id": who, "body": body, "title": title, "from": "", "to": "", "appointment": null,
        "elected_by": "", "seat": null });
    desk.call("roster.save_role", role);
}

#[test]
fn r02_a_gathered_household_stands_where_its_seats_say_and_two_associations_are_asked_about() {
    let desk = TestDesk::sample(PROGRAM);
    let east = body(&desk, "association", "東試験自治会", &Value::Null);
    let block = body(&desk, "block", "東試験一班", &east);
    let west = body(&desk, "association", "西試験自治会", &Value::Null);
    let [head, wife] =
        [("太郎", "S20.1.1"), ("花子", "S25.1.1")].map(|(g, b)| person(&desk, g, "高松市試験町1番1号", b));
    seat(&desk, &head, "東試験自治会", "会員");
    seat(&desk, &wife, "東試験一班", "班長");
    let torn = person(&desk, "二股", "高松市試験町2番2号", "");
    seat(&desk, &torn, "東試験自治会", "会員");
    seat(&desk, &torn, "西試験自治会", "会計");
    let alone = person(&desk, "一人", "高松市試験町3番3号", "");
    let suggested = desk.call("roster.suggest_households", json!({ "year": 2025 }));
    let places = |who: &Value| {
        let of = |family: &&Value| family["residents"][0]["id"] == *who;
        suggested["families"].as_array().expect("families").iter().find(of).expect("a family")["places"].clone()
    };
    assert_eq!(places(&head), json!([east]), "the head's seat counts before the others'");
    let asked: Vec<Value> = places(&torn).as_array().expect("places").clone();
    assert!(asked.len() == 2 && asked.contains(&east) && asked.contains(&west), "{asked:?}");
    assert_eq!(places(&alone), json!([]));

    let families = json!([
        { "residents": [head, wife], "organisation_id": block },
        { "residents": [alone], "organisation_id": null },
    ]);
    desk.call("roster.found_households", json!({ "families": families }));
    let homes = desk.call("roster.list_households", json!({ "year": 2025 }));
    let of =
        |name: &str| homes.as_array().expect("homes").iter().find(|home| home["name"] == name).expect("a home").clone();
    assert_eq!((&of("試験　太郎")["body"], &of("試験　一人")["body"]), (&json!("東試験一班"), &json!("")));
    let choices = desk.call("roster.bodies", json!({}));
    let named =
        choices.as_array().expect("bodies").iter().find(|choice| choice["id"] == block).expect("the block").clone();
    assert_eq!(named["label"], "東試験自治会 東試験一班", "a block is offered with its association");
    let unknown = json!([{ "residents": [torn], "organisation_id": "0190f5a0-0000-7000-8000-000000000000" }]);
    assert_eq!(desk.refused("roster.found_households", json!({ "families": unknown })).code, "roster.no_such_body");
}
