//! R15: the orders and groups that a list can stand in.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{YEAR, choice};
use crate::PROGRAM;

fn id(made: &Value) -> Value {
    made["value"]["id"].clone()
}

fn body(desk: &TestDesk, kind: &str, name: &str, parent: &Value) -> Value {
    id(&desk.call(
        "roster.save_body",
        json!({ "id": null, "version": 0, "kind": kind, "name": name, "kana": "", "parent_id": parent, "moved": "",
            "founded": "", "dissolved": "", "note": "" }),
    ))
}

/// The first three of the roster, each in a household of a body of its own and with a seat at the table.
fn three(desk: &TestDesk, bodies: [&Value; 3], seats: [i64; 3]) -> [String; 3] {
    let people = desk.call("roster.list_people", json!({ "year": YEAR }))["people"].take();
    let name = |at: usize| people[at]["name"].as_str().expect("a name").to_owned();
    for (at, (body, seat)) in bodies.into_iter().zip(seats).enumerate() {
        let who = &people[at]["id"];
        let home = json!({ "id": null, "version": 0, "name": "", "organisation_id": body, "postal": "", "address": format!("桜町9-{at}"),
            "phone": "", "note": "", "closed": "", "head": who,
            "residents": [{ "person_id": who, "relation": "", "from": "" }] });
        desk.call("roster.save_household", home);
        let role = json!({ "id": null, "person_id": who, "body": "総会の席", "title": "出席者", "from": "R7.4.1", "to": "",
            "appointment": null, "elected_by": "", "seat": seat });
        desk.call("roster.save_role", role);
    }
    [name(0), name(1), name(2)]
}

/// The names of each section, and how it is called.
fn sections(desk: &TestDesk, source: &str, order: &str, group: Option<&str>) -> Vec<(String, Vec<String>)> {
    let mut choice = choice("一覧", &["name"], group);
    (choice["source"], choice["order"]) = (source.into(), order.into());
    let shown = desk.call("lists.rows", json!({ "year": YEAR, "choice": choice }));
    let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let section = |one: &Value| {
        let rows = one["rows"].as_array().expect("rows").iter().map(|row| words(&row["cells"][0]));
        (words(&one["label"]), rows.collect())
    };
    shown["sections"].as_array().expect("sections").iter().map(section).collect()
}

#[test]
fn r15_a_list_stands_by_reading_office_seat_or_association_and_in_groups_of_blocks() {
    let desk = TestDesk::sample(PROGRAM);
    let [east, west] = ["東試験自治会", "西試験自治会"].map(|name| body(&desk, "association", name, &Value::Null));
    let [first, second] = ["一班", "二班"].map(|name| body(&desk, "block", name, &east));
    let [a, b, c] = three(&desk, [&west, &second, &first], [3, 1, 2]);
    let names = |order: &str| sections(&desk, "people", order, None).remove(0).1;
    assert_eq!(names("reading")[..3], [a.clone(), b.clone(), c.clone()], "五十音");
    assert_eq!(names("seat")[..3], [b.clone(), c.clone(), a.clone()], "席次; who has none comes behind");
    let at = |all: &[String], name: &String| all.iter().position(|one| one == name).expect("somebody");
    let placed = names("association");
    assert!(at(&placed, &c) < at(&placed, &b) && at(&placed, &b) < at(&placed, &a), "一班, 二班, the next association");
    let offices = names("office");
    let chair = desk.facts(YEAR)["council.representative_name"].as_str().expect("a chair").to_owned();
    assert_eq!(offices[0], chair, "役職");

    let blocks = sections(&desk, "people", "reading", Some("block"));
    let of = |label: &str| blocks.iter().find(|(own, _)| own == label).map(|(_, names)| names.clone());
    assert_eq!(of("東試験自治会　一班"), Some(vec![c.clone()]));
    assert_eq!(of("東試験自治会　二班"), Some(vec![b.clone()]));
    assert!(blocks.last().is_some_and(|(label, names)| label == "（なし）" && names.contains(&a)), "{blocks:?}");
    let homes = sections(&desk, "households", "association", Some("association"));
    assert_eq!(homes, [("東試験自治会".to_owned(), vec![c, b]), ("西試験自治会".to_owned(), vec![a])]);
}
