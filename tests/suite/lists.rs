//! R15, R16, D11, D12: any list, its files, the record of what left the office, and mail from one list.

use std::collections::HashSet;
use std::path::PathBuf;
use std::process::Command;

use paper::RawValue;
use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

const YEAR: i32 = 2025;

fn choice(title: &str, columns: &[&str], group: Option<&str>) -> Value {
    json!({
        "source": "people", "title": title, "columns": columns, "order": "reading", "group": group,
        "filter": { "bodies": [], "roles": [], "words": "" }, "orientation": "portrait",
    })
}

fn labels(stationery: &str, is_joined: bool) -> Value {
    json!({
        "stationery": stationery, "first": 0, "honorific": "様", "numerals": "kanji", "is_joined": is_joined,
        "with_office": false, "shift": [0, 0],
    })
}

fn output(desk: &TestDesk, what: Value, format: &str, copies: Value) -> Value {
    desk.call(
        "lists.output",
        json!({ "year": YEAR, "what": what, "format": format, "copies": copies, "substitutes": [], "folder": null }),
    )
}

fn paths(desk: &TestDesk, made: &Value) -> Vec<PathBuf> {
    made["value"]["files"].as_array().expect("files").iter().map(|file| desk.path(&file["token"])).collect()
}

/// The words of each page of a PDF.
fn pages(path: &PathBuf) -> Vec<String> {
    let out = Command::new("pdftotext").arg("-layout").arg(path).arg("-").output().expect("pdftotext");
    let text = String::from_utf8(out.stdout).expect("text");
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

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
fn r16_what_leaves_the_office_is_stamped_on_every_page_and_recorded() {
    let desk = TestDesk::sample(PROGRAM);
    let what = json!({ "kind": "list", "choice": choice("会員名簿", &["name", "phone"], None) });
    let copies = json!({ "recipients": "桜町自治会\n 松町自治会 \n", "purpose": "回覧の連絡", "due": "R8.3.31" });
    let made = output(&desk, what.clone(), "pdf", copies.clone());
    assert_eq!(made["value"]["copies"], json!([1, 2]));
    let pages = pages(&paths(&desk, &made).remove(0));
    let of = |recipient: &str| pages.iter().filter(|page| page.contains(recipient)).count();
    assert!(of("桜町自治会") > 1 && of("桜町自治会") == of("松町自治会"), "as many pages for each");
    for page in &pages {
        assert!(page.contains("取扱注意") && page.contains("返却期限 令和8年3月31日"), "{page}");
    }

    let record = |desk: &TestDesk| desk.call("lists.disclosures", json!({ "year": YEAR }));
    let first = record(&desk)[0].clone();
    for (field, value) in
        [("recipient", json!("桜町自治会")), ("columns", json!("氏名・電話")), ("persons", json!(180))]
    {
        assert_eq!(first[field], value);
    }
    assert_eq!((first["disclosed_on"].as_str(), first["purpose"].as_str()), (Some("2026-03-14"), Some("回覧の連絡")));
    desk.call("lists.mark_returned", json!({ "id": first["id"], "is_returned": true }));
    assert_eq!(record(&desk)[0]["returned_label"], "令和8年3月14日");
    assert_eq!(record(&desk)[1]["returned_on"], Value::Null);
    let register = desk.call("lists.preview", json!({ "year": YEAR, "what": { "kind": "register" }, "copies": null }));
    assert!(register["pages"]["sheets"][0].to_string().contains("松町自治会"));

    let books = output(&desk, what.clone(), "xlsx", copies);
    assert_eq!((books["value"]["copies"].clone(), paths(&desk, &books).len()), (json!([3, 4]), 2), "a workbook a copy");
    output(&desk, what, "pdf", Value::Null);
    assert_eq!(record(&desk).as_array().map(Vec::len), Some(4), "what stays inside is not recorded");
}

#[test]
fn r16_nothing_leaves_without_a_recipient_and_a_purpose() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    let asked = |recipients: &str, purpose: &str, due: &str| {
        let copies = json!({ "recipients": recipients, "purpose": purpose, "due": due });
        let what = json!({ "kind": "list", "choice": choice("名簿", &["name"], None) });
        let asked =
            json!({ "year": YEAR, "what": what, "format": "pdf", "copies": copies, "substitutes": [], "folder": null });
        desk.refused("lists.output", asked).code
    };
    assert_eq!(asked(" \n", "連絡", ""), "lists.recipient_missing");
    assert_eq!(asked("桜町自治会", "", ""), "lists.purpose_missing");
    assert_eq!(asked("桜町自治会", "連絡", "R8.3.1"), "lists.due_past");
    assert_eq!(asked("桜町自治会", "連絡", "いつか"), "typed.day_unreadable");
    assert_eq!(desk.state_hash(), before);
    assert!(
        !desk.folder().join("papers").read_dir().is_ok_and(|mut made| made.next().is_some()),
        "and no file is made"
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
fn d11_labels_and_envelopes_come_from_the_same_list_and_name_who_is_left_out() {
    let desk = TestDesk::sample(PROGRAM);
    let choice = choice("総会の案内", &["name"], None);
    let preview = |labels: Value| {
        let what = json!({ "kind": "labels", "choice": choice, "labels": labels });
        desk.call("lists.preview", json!({ "year": YEAR, "what": what, "copies": null }))
    };
    let shown = preview(labels("label-12", false));
    let out = shown["left_out"].as_array().expect("a list");
    let faces = shown["pages"]["sheets"].to_string().matches("　様\"").count();
    assert_eq!(faces + out.len(), 180, "everybody is on a label or named");
    assert!(
        out.iter().all(|one| one["name"] != "" && (one["reason"] == "too_long" || one["address"] == "")),
        "{out:?}"
    );
    let codes = |shown: &Value| shown["pages"]["sheets"].to_string().matches("〒").count();
    let joined = preview(labels("label-12", true));
    assert!(codes(&joined) < codes(&shown), "{} and {}", codes(&joined), codes(&shown));
    assert_eq!(preview(labels("naga3-down", false))["pages"]["sheets"].as_array().map(Vec::len), Some(faces));

    let what = json!({ "kind": "labels", "choice": choice, "labels": labels("label-24", false) });
    let copies = json!({ "recipients": "見本印刷", "purpose": "宛名の印刷", "due": "" });
    let made = output(&desk, what, "pdf", copies);
    assert_eq!(made["value"]["copies"], json!([1]));
    let record = desk.call("lists.disclosures", json!({ "year": YEAR }));
    assert_eq!(record[0]["persons"].as_u64(), Some(180 - out.len() as u64), "those whose labels were made");
    assert_eq!(
        (record[0]["columns"].as_str(), record[0]["form"].as_str()),
        (Some("郵便番号・住所・氏名"), Some("labels"))
    );
}

#[test]
fn r11_what_a_test_print_showed_is_kept_for_each_printer_and_paper() {
    let desk = TestDesk::sample(PROGRAM);
    for (printer, shift) in [("会館のプリンター", [12, -5]), ("自宅", [0, 3]), ("会館のプリンター", [10, -4])]
    {
        desk.call("lists.keep_shift", json!({ "stationery": "label-12", "printer": printer, "shift": shift }));
    }
    let shifts = desk.call("lists.choices", json!({ "year": YEAR }))["shifts"].take();
    let kept: Vec<(&str, i64, i64)> = shifts
        .as_array()
        .expect("a list")
        .iter()
        .map(|s| {
            (s["printer"].as_str().expect("a name"), s["across"].as_i64().expect("mm"), s["down"].as_i64().expect("mm"))
        })
        .collect();
    assert_eq!(kept, [("会館のプリンター", 10, -4), ("自宅", 0, 3)]);
    let mut moved = labels("label-12", false);
    moved["shift"] = json!([10, -4]);
    let sheet = |labels: Value| {
        desk.call(
            "lists.preview",
            json!({ "year": YEAR, "what": { "kind": "test_print", "labels": labels }, "copies": null }),
        )
    };
    assert_ne!(sheet(moved), sheet(labels("label-12", false)));
}

#[test]
fn d12_a_slip_for_each_household_shows_what_is_recorded() {
    let desk = TestDesk::sample(PROGRAM);
    let choice = choice("", &["name", "kana", "address", "phone"], None);
    let slips =
        |is_joined: bool| json!({ "kind": "slips", "choice": choice, "is_joined": is_joined, "due": "R8.4.30" });
    let each = pages(&paths(&desk, &output(&desk, slips(false), "pdf", Value::Null)).remove(0));
    assert_eq!(each.len(), 180, "a page each");
    let shown = desk.call("lists.rows", json!({ "year": YEAR, "choice": choice }));
    for (page, row) in each.iter().zip(shown["sections"][0]["rows"].as_array().expect("rows")) {
        let phone = row["cells"][3].as_str().expect("a telephone");
        assert!(page.contains("正しい内容") && page.contains("令和8年4月30日までに") && page.contains(phone), "{page}");
    }
    let joined = pages(&paths(&desk, &output(&desk, slips(true), "pdf", Value::Null)).remove(0));
    assert!(joined.len() < each.len(), "one page for a household");
    for form in ["join", "survey"] {
        let paper = output(&desk, json!({ "kind": "collect", "form": form }), "pdf", Value::Null);
        let pages = pages(&paths(&desk, &paper).remove(0));
        assert!(
            pages.len() == 1 && pages[0].contains("次の目的だけに使います"),
            "{form} fits one page: {}",
            pages.len()
        );
    }
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
