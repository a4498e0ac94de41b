//! 自由項目: a field of the council's own, wherever fields are.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{draft, list, person, record, text};
use crate::PROGRAM;

#[test]
fn r05_a_field_of_the_councils_own_is_in_record_list_and_search() {
    let desk = TestDesk::sample(PROGRAM);
    let field = json!({ "id": null, "label": "防災の係", "kind": "choice", "choices": ["消火", "炊き出し"] });
    let field = desk.call("roster.save_custom_field", field)["value"]["id"].clone();
    let id = person(&desk, "齋藤 花子");
    let mut wanted = draft(&desk, &id);
    wanted["own"] = json!([{ "field_id": field, "value": "炊き出し" }]);
    desk.call("roster.save_person", json!({ "person": wanted }));
    assert_eq!(record(&desk, &id)["own"][0]["value"], "炊き出し");
    let people = desk.call("roster.list_people", json!({ "year": 2025 }));
    assert_eq!(people["fields"][0]["label"], "防災の係");
    let row = list(&people["people"]).iter().find(|row| row["id"] == id.as_str()).cloned().unwrap_or_default();
    assert_eq!(row["own"][0], "炊き出し");
    assert_eq!(person(&desk, "炊き出し"), id);
    wanted["version"] = record(&desk, &id)["person"]["version"].clone();
    wanted["own"] = json!([{ "field_id": field, "value": "見回り" }]);
    assert_eq!(desk.refused("roster.save_person", json!({ "person": wanted })).code, "roster.field_does_not_fit");
}

#[test]
fn r05_a_field_of_the_councils_own_is_on_paper_in_exports_and_in_forms() {
    let desk = TestDesk::sample(PROGRAM);
    let field = json!({ "id": null, "label": "広報紙の部数", "kind": "number", "choices": [] });
    let field = desk.call("roster.save_custom_field", field)["value"]["id"].clone();
    let id = person(&desk, "齋藤 花子");
    let mut wanted = draft(&desk, &id);
    wanted["own"] = json!([{ "field_id": field, "value": "１２" }]);
    desk.call("roster.save_person", json!({ "person": wanted }));

    let choice = json!({ "source": "people", "title": "配布表", "columns": ["name", field], "order": "reading", "group": null,
        "filter": { "bodies": [], "roles": [], "words": "齋藤" }, "orientation": "portrait" });
    let rows = desk.call("lists.rows", json!({ "year": 2025, "choice": choice }));
    assert_eq!(rows["columns"], json!(["氏名", "広報紙の部数"]));
    let output = |format: &str| {
        let asked = json!({ "year": 2025, "what": { "kind": "list", "choice": choice }, "format": format, "copies": null,
            "substitutes": [], "folder": null });
        let made = desk.call("lists.output", asked);
        std::fs::read(desk.path(&made["value"]["files"][0]["token"])).expect("the file")
    };
    let csv = String::from_utf8(output("csv")).expect("UTF-8");
    assert!(csv.contains("\"広報紙の部数\"\r\n") && csv.contains("\"齋藤　花子\",\"12\"\r\n"), "{csv}");
    let words = |paper: Value| {
        let items =
            list(&paper["pages"]["sheets"]).iter().flat_map(|sheet| list(&sheet["items"])).cloned().collect::<Vec<_>>();
        items.iter().map(|item| text(&item["text"]).to_owned()).collect::<Vec<_>>()
    };
    let shown = |what: Value| words(desk.call("lists.preview", json!({ "year": 2025, "what": what, "copies": null })));
    let paper = shown(json!({ "kind": "list", "choice": choice }));
    assert!(paper.iter().any(|w| w == "広報紙の部数") && paper.iter().any(|w| w == "12"), "{paper:?}");
    let slip = shown(json!({ "kind": "slips", "choice": choice, "is_joined": false, "due": "" }));
    assert!(
        slip.iter().any(|w| w == "広報紙の部数") && slip.iter().any(|w| w == "12"),
        "the slip to be corrected: {slip:?}"
    );
    let facts = desk.facts(2025);
    let people = list(&facts["roster.people"]);
    let own = people.iter().find(|p| p["name"] == "齋藤　花子").cloned().unwrap_or_default();
    assert_eq!(
        (&own["own_text"], &own["own"][0]["value"]),
        (&json!("広報紙の部数 12"), &json!("12")),
        "what forms can show"
    );
}
