//! One list on the screen, on paper and in files; kept under a name; with households and own fields.

use std::collections::HashSet;

use paper::RawValue;
use serde_json::{Value, json};
use suite::TestDesk;

use super::{YEAR, choice, labels, output, pages, paths};
use crate::PROGRAM;

#[test]
fn r15_a_list_is_the_same_on_the_screen_on_paper_in_excel_and_in_csv() {
    let desk = TestDesk::sample(PROGRAM);
    let choice = choice("連絡網", &["number", "name", "kana", "phone"], Some("body"));
    let shown = desk.call("lists.rows", json!({ "year": YEAR, "choice": choice }));
    let sections = shown["sections"].as_array().expect("groups");
    assert!(sections.len() > 5 && shown["count"] == 180, "{}", shown["count"]);
    let what = json!({ "kind": "list", "choice": choice });

    let csv = paths(&desk, &output(&desk, what.clone(), "csv", Value::Null)).remove(0);
    let csv = String::from_utf8(std::fs::read(csv).expect("the file")).expect("UTF-8");
    assert!(csv.starts_with("\u{FEFF}\"部会・団体ごと\",\"NO\",\"氏名\",\"フリガナ\",\"電話\"\r\n"));
    let book = paths(&desk, &output(&desk, what.clone(), "xlsx", Value::Null)).remove(0);
    let book = sheets::read(&book).expect("the workbook");
    let words = |value: &RawValue| if let RawValue::Text(words) = value { Some(words.clone()) } else { None };
    let cells = book.sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
    let cells: HashSet<String> = cells.filter_map(|cell| words(&cell.value)).collect();
    let paper = pages(&paths(&desk, &output(&desk, what, "pdf", Value::Null)).remove(0)).concat();

    let mut lines = 1;
    for section in sections {
        let label = section["label"].as_str().expect("a name");
        assert!(paper.contains(label), "{label}");
        for row in section["rows"].as_array().expect("rows") {
            let row: Vec<&str> = row["cells"].as_array().expect("cells").iter().filter_map(Value::as_str).collect();
            let quoted: Vec<String> = [label].iter().chain(&row).map(|cell| format!("\"{cell}\"")).collect();
            assert!(csv.contains(&quoted.join(",")), "{quoted:?}");
            assert!(row[1..].iter().all(|cell| cell.is_empty() || cells.contains(*cell)), "as words: {row:?}");
            assert!(paper.contains(row[1].split('　').next().expect("a family")), "{row:?}");
            lines += 1;
        }
    }
    assert_eq!(csv.matches("\r\n").count(), lines, "nothing more and nothing less");
}

#[test]
fn r15_a_list_is_kept_under_its_name_and_can_be_taken_back() {
    let desk = TestDesk::sample(PROGRAM);
    let saved = |desk: &TestDesk| desk.call("lists.choices", json!({ "year": YEAR }))["saved"].take();
    let filtered = {
        let mut choice = choice("防災部会の連絡網", &["name", "phone"], None);
        choice["filter"]["bodies"] = json!(["防災部会"]);
        choice
    };
    desk.call("lists.save", json!({ "choice": filtered }));
    assert_eq!(saved(&desk)[0]["choice"], filtered);
    let mut again = filtered.clone();
    again["columns"] = json!(["name"]);
    desk.call("lists.save", json!({ "choice": again }));
    assert_eq!(
        (saved(&desk).as_array().map(Vec::len), &saved(&desk)[0]["choice"]["columns"]),
        (Some(1), &json!(["name"]))
    );
    desk.call("lists.remove", json!({ "id": saved(&desk)[0]["id"] }));
    assert_eq!(saved(&desk), json!([]));
    desk.call("office.undo", json!({}));
    assert_eq!(saved(&desk)[0]["name"], "防災部会の連絡網");
    assert_eq!(
        desk.refused("lists.save", json!({ "choice": choice(" ", &["name"], None) })).code,
        "lists.name_missing"
    );
}

#[test]
fn d14_the_old_encoding_asks_before_it_replaces_a_character() {
    let desk = TestDesk::sample(PROGRAM);
    let person = |family: &str| {
        let mut draft = json!({ "id": null, "version": 0, "family": family, "given": "花子" });
        let contact = ["family_kana", "given_kana", "postal", "address", "phone", "mobile", "birth", "note"];
        for field in contact.into_iter().chain(["joined", "joined_reason", "left", "left_reason", "alternate_name"]) {
            draft[field] = json!("");
        }
        draft["own"] = json!([]);
        desk.call("roster.save_person", json!({ "person": draft }));
    };
    ["𠮷田", "葛\u{E0100}城", "髙﨑"].into_iter().for_each(person);
    let choice = {
        let mut choice = choice("名簿", &["name"], None);
        choice["filter"]["words"] = json!("花子");
        choice
    };
    let unheld = desk.call("lists.unheld", json!({ "year": YEAR, "choice": choice }));
    let found: Vec<(&str, &str)> = unheld
        .as_array()
        .expect("cells")
        .iter()
        .map(|c| (c["characters"][0].as_str().expect("one"), c["instead"].as_str().expect("one")))
        .collect();
    assert!(found.contains(&("𠮷", "吉田　花子")) && found.contains(&("葛\u{E0100}", "葛城　花子")), "{found:?}");
    let offers =
        unheld.as_array().expect("cells").iter().map(|c| (c["characters"].to_string(), c["offers"].to_string()));
    assert!(
        offers.into_iter().any(|one| one == ("[\"𠮷\"]".into(), "[\"吉\"]".into())),
        "each character is offered for itself"
    );
    assert!(!unheld.to_string().contains("髙﨑"), "what the encoding holds is left alone");

    let what = json!({ "kind": "list", "choice": choice });
    let asked = |substitutes: Value| json!({ "year": YEAR, "what": what, "format": "csv_cp932", "copies": null, "substitutes": substitutes, "folder": null });
    assert_eq!(desk.refused("lists.output", asked(json!([]))).code, "lists.unheld");
    let chosen: Vec<Value> = unheld
        .as_array()
        .expect("cells")
        .iter()
        .map(|c| json!({ "written": c["written"], "instead": c["instead"] }))
        .collect();
    let made = desk.call("lists.output", asked(json!(chosen)));
    let bytes = std::fs::read(&paths(&desk, &made)[0]).expect("the file");
    let (text, _, has_failed) = encoding_rs::SHIFT_JIS.decode(&bytes);
    assert!(
        !has_failed && text.contains("吉田　花子") && text.contains("髙﨑　花子") && !text.contains("&#"),
        "{text}"
    );
    let people = desk.call("roster.list_people", json!({ "year": YEAR })).to_string();
    assert!(people.contains("𠮷田　花子"), "the roster keeps the name as it is borne");
}

#[test]
fn r15_what_a_list_can_be_narrowed_by_is_what_its_rows_hold() {
    let desk = TestDesk::sample(PROGRAM);
    household(&desk);
    let choices = desk.call("lists.choices", json!({ "year": YEAR }));
    for source in choices["sources"].as_array().expect("sources") {
        let count = |bodies: &[&Value], roles: &[&Value]| {
            let choice = json!({ "source": source["kind"], "title": "一覧", "columns": ["name"], "group": null,
                "order": source["orders"][0]["key"], "orientation": "portrait",
                "filter": { "bodies": bodies, "roles": roles, "words": "" } });
            desk.call("lists.rows", json!({ "year": YEAR, "choice": choice }))["count"].as_u64().expect("a count")
        };
        assert_eq!(Some(count(&[], &[])), source["count"].as_u64(), "{}", source["title"]);
        for name in source["bodies"].as_array().expect("bodies") {
            assert!(count(&[name], &[]) > 0, "{}: {name} narrows to somebody", source["title"]);
        }
        for name in source["roles"].as_array().expect("roles") {
            assert!(count(&[], &[name]) > 0, "{}: {name} narrows to somebody", source["title"]);
        }
    }
    let named = |nth: usize, kind: &str| choices["sources"][nth][kind].as_array().map_or(0, Vec::len);
    assert!(named(0, "bodies") > 5 && named(0, "roles") > 5, "{choices}");
}

/// Two people of one household in a block of an association, with a field of the council's own.
fn household(desk: &TestDesk) -> Value {
    let people = desk.call("roster.list_people", json!({ "year": YEAR }))["people"].take();
    let (head, other) = (people[0]["id"].clone(), people[1]["id"].clone());
    let field = desk
        .call("roster.save_custom_field", json!({ "id": null, "label": "鍵の番号", "kind": "text", "choices": [] }));
    let person = desk.call("roster.person", json!({ "id": head, "year": YEAR }))["person"].take();
    let mut draft = person.clone();
    for (field, value) in [("birth", ""), ("joined", ""), ("left", "")] {
        draft[field] = json!(value);
    }
    draft["own"] = json!([{ "field_id": field["value"]["id"], "value": "007" }]);
    desk.call("roster.save_person", json!({ "person": draft }));
    let resident = |id: &Value, relation: &str| json!({ "person_id": id, "relation": relation, "from": "" });
    desk.call(
        "roster.save_household",
        json!({
            "id": null, "version": 0, "name": "", "organisation_id": null, "postal": "760-0033",
            "address": "高松市丸の内1番2号", "phone": "087-000-1111", "note": "", "closed": "", "head": head,
            "residents": [resident(&head, "世帯主"), resident(&other, "妻")],
        }),
    );
    field["value"]["id"].clone()
}

#[test]
fn r15_households_and_the_councils_own_fields_are_columns_groups_and_labels() {
    let desk = TestDesk::sample(PROGRAM);
    let own = household(&desk);
    let columns = ["name", "relation", "household", own.as_str().expect("a key")];
    let list = desk.call("lists.rows", json!({ "year": YEAR, "choice": choice("世帯", &columns, Some("household")) }));
    assert_eq!(list["columns"], json!(["氏名", "続柄", "世帯", "鍵の番号"]));
    let first = &list["sections"][0];
    assert_eq!(
        (first["rows"][0]["cells"][1].as_str(), first["rows"][0]["cells"][3].as_str()),
        (Some("世帯主"), Some("007"))
    );
    assert_eq!(first["rows"].as_array().map(Vec::len), Some(2));

    let mut homes = choice("世帯の名簿", &["name", "members", "count", "address"], None);
    homes["source"] = json!("households");
    let rows = desk.call("lists.rows", json!({ "year": YEAR, "choice": homes }));
    assert_eq!((rows["count"].as_i64(), rows["unit"].as_str()), (Some(1), Some("世帯")));
    let cells = &rows["sections"][0]["rows"][0]["cells"];
    assert_eq!(
        (cells[0].as_str(), cells[2].as_str(), cells[3].as_str()),
        (first["label"].as_str(), Some("2"), Some("高松市丸の内1番2号"))
    );
    let what = json!({ "kind": "labels", "choice": homes, "labels": labels("label-12", false) });
    let shown = desk.call("lists.preview", json!({ "year": YEAR, "what": what, "copies": null }));
    let words = shown["pages"]["sheets"].to_string();
    assert!(
        words.contains(&format!("{}　様", cells[0].as_str().expect("a name"))) && words.contains("高松市丸の内1番2号")
    );

    let everybody = choice("案内", &["name"], None);
    let faces = |is_joined: bool| {
        let what = json!({ "kind": "labels", "choice": everybody, "labels": labels("label-12", is_joined) });
        let shown = desk.call("lists.preview", json!({ "year": YEAR, "what": what, "copies": null }));
        shown["pages"]["sheets"].to_string().matches("〒").count()
    };
    assert!(faces(true) < faces(false), "those of a household share a label wherever they are registered");
}
