//! E07: the city's own survey workbook, given once and filled in one act from then on; nothing but the wanted cells changes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use paper::{RawBook, RawValue, column_letters};
use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::enrolment::{EAST, association};

/// The workbook of an invented city.
pub(crate) fn given() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sheets/市の調査票.xlsx")
}

/// Understands the city's workbook and keeps what was understood, with three single cells.
fn keep(desk: &TestDesk) -> Value {
    let token = desk.token(&given());
    let mut places = desk.call("enrolment.read_city_sheet", json!({ "token": token }))[0].clone();
    places["cells"] = json!([
        { "cell": "I3", "content": "year" },
        { "cell": "C4", "content": "council" },
        { "cell": "J4", "content": "representative" },
    ]);
    desk.call("enrolment.save_city_sheet", json!({ "token": token, "places": places }));
    places
}

fn fill(desk: &TestDesk) -> (PathBuf, Value) {
    let filled = desk.call("enrolment.fill_city_sheet", json!({ "year": 2025, "folder": null }))["value"].take();
    (desk.path(&filled["file"]["token"]), filled)
}

/// All cells that hold something, by sheet and address.
fn cells(path: &Path) -> BTreeMap<String, RawValue> {
    let book: RawBook = sheets::read(path).expect("read back");
    let mut cells = BTreeMap::new();
    for sheet in &book.sheets {
        for row in &sheet.rows {
            let named = |col: u32| format!("{}!{}{}", sheet.name, column_letters(col), row.row);
            cells.extend(row.cells.iter().map(|cell| (named(cell.col), cell.value.clone())));
        }
    }
    cells
}

/// The words of a cell of the list; nothing where there are none.
fn text(cells: &BTreeMap<String, RawValue>, place: &str) -> String {
    match cells.get(&format!("調査票!{place}")) {
        Some(RawValue::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

#[test]
fn e07_the_citys_workbook_is_understood_by_its_headings() {
    let desk = TestDesk::sample(PROGRAM);
    let places = keep(&desk);
    assert_eq!(
        (&places["sheet"], &places["first_row"], &places["last_row"]),
        (&json!("調査票"), &json!(8), &json!(27))
    );
    let columns = places["columns"].as_array().expect("columns");
    let told: Vec<_> = columns.iter().map(|c| (c["letter"].as_str().expect("A"), c["content"].clone())).collect();
    let expected = [
        ("A", json!(null)),
        ("B", json!("association")),
        ("C", json!("chair")),
        ("D", json!("blocks")),
        ("E", json!("households")),
        ("F", json!("enrolled")),
        ("G", json!("flats")),
        ("H", json!("previous")),
        // The city calculates these itself.
        ("I", json!(null)),
        ("J", json!(null)),
        ("K", json!("as_of_on")),
        ("L", json!("note")),
    ];
    assert_eq!(told, expected);
    assert_eq!(places["names"].as_array().map(Vec::len), Some(3), "three names are printed already");
    let kept = desk.call("enrolment.city_sheet", json!({ "year": 2025 }));
    assert_eq!((&kept["name"], &kept["places"]), (&json!("市の調査票.xlsx"), &places));
}

#[test]
fn e07_one_act_fills_it_and_only_the_wanted_cells_differ() {
    let desk = TestDesk::sample(PROGRAM);
    keep(&desk);
    let (path, filled) = fill(&desk);
    let parts = suite::xlsx_diff::changed_parts(&given(), &path);
    assert_eq!(parts, ["xl/worksheets/sheet1.xml"], "every other part is the same");
    let (before, after) = (cells(&given()), cells(&path));
    let may_change = |place: &str| {
        let cell = place.trim_start_matches("調査票!");
        let (col, row) = cell.split_at(cell.find(|c: char| c.is_ascii_digit()).expect("a row"));
        let row: u32 = row.parse().expect("a row");
        let is_printed = ["B8", "B9", "B10"].contains(&cell);
        ["I3", "C4", "J4"].contains(&cell) || ((8..=27).contains(&row) && "BCDEFGHKL".contains(col) && !is_printed)
    };
    for (place, value) in &before {
        assert!(may_change(place) || after.get(place) == Some(value), "{place}: {value:?}");
    }
    for place in after.keys().filter(|place| !before.contains_key(*place)) {
        assert!(may_change(place), "{place}");
    }
    let heads = [text(&after, "I3"), text(&after, "C4")];
    assert_eq!(heads, ["令和7年度", "見本地区コミュニティ協議会"]);
    for line in desk.facts(2025)["enrolment.all"].as_array().expect("associations") {
        let name = line["association"].as_str().expect("a name");
        let wide = name.replace("一丁目", "１丁目");
        let row = (8..=27).find(|row| [name, &wide].contains(&text(&after, &format!("B{row}")).as_str()));
        let row = row.unwrap_or_else(|| panic!("{name} stands nowhere"));
        for (col, column) in [("E", "households"), ("F", "enrolled"), ("H", "previous")] {
            let own = after.get(&format!("調査票!{col}{row}"));
            let expected = line[column].as_f64().map(RawValue::Number);
            assert_eq!(own, expected.as_ref(), "{name}: {column} in {col}{row}");
        }
    }
    assert_eq!(filled["unknown"], json!(["北浜ニュータウン自治会"]), "a name that nobody bears is told");
    assert_eq!(filled["left_out"], json!([]));
    assert!(path.ends_with("令和7年度_市の調査票.xlsx"), "{path:?}");
}

#[test]
fn e07_what_the_city_got_is_recorded_and_comes_out_again_as_it_was() {
    let desk = TestDesk::sample(PROGRAM);
    keep(&desk);
    let page = || desk.call("enrolment.city_sheet", json!({ "year": 2025 }));
    assert_eq!(page()["filled_label"], Value::Null, "not filled yet");
    let (path, _) = fill(&desk);
    let first = std::fs::read(&path).expect("the workbook");
    assert!(page()["filled_label"].as_str().is_some_and(|at| at.starts_with("3月14日")), "{}", page());
    let given = desk.call("lists.disclosures", json!({ "year": 2025 }));
    let [copy] = given.as_array().map_or(&[][..], Vec::as_slice) else { panic!("one copy: {given}") };
    let told = ["title", "recipient", "purpose", "form"].map(|part| copy[part].as_str().expect("words"));
    assert_eq!(told, ["市の調査票.xlsx", "高松市", "市の調査への回答", "xlsx"]);
    let columns = copy["columns"].as_str().expect("columns");
    assert!(columns.starts_with("自治会名・会長名・班数") && columns.ends_with("代表者の氏名"), "{columns}");
    assert_eq!(copy["persons"], 18, "seventeen chairs and who represents the council");
    let refused = desk.refused("office.undo", json!({}));
    assert_eq!(refused.code, "office.stands", "what left the office has left it");

    let id = association(&desk, EAST);
    let version = desk.call("enrolment.association", json!({ "id": id, "year": 2025 }))["version"].clone();
    let later = json!({ "association_id": id, "year": 2025, "enrolled": "55", "households": "150", "flats": "",
        "chair_name": "別の 会長", "blocks": "9", "fee": "1", "note": "直し", "version": version });
    desk.call("enrolment.save_count", later);
    let again = desk.call("enrolment.refill_city_sheet", json!({ "year": 2025, "folder": null }));
    assert_eq!(std::fs::read(desk.path(&again["token"])).expect("again"), first, "to the byte as the city got it");
    assert_ne!(std::fs::read(fill(&desk).0).expect("now"), first, "filled anew it says what is known now");
    let refused = desk.refused("enrolment.refill_city_sheet", json!({ "year": 2024, "folder": null }));
    assert_eq!(refused.code, "reports.never_issued");
}

#[test]
fn e07_a_workbook_that_names_nobody_is_kept_and_can_be_taken_back() {
    let desk = TestDesk::sample(PROGRAM);
    let mut places = keep(&desk);
    for column in places["columns"].as_array_mut().expect("columns") {
        if column["content"] == "chair" {
            column["content"] = Value::Null;
        }
    }
    places["cells"] = json!([]);
    desk.call("enrolment.save_city_sheet", json!({ "token": null, "places": places }));
    fill(&desk);
    assert_eq!(desk.call("lists.disclosures", json!({ "year": 2025 })), json!([]), "no personal data left the office");
    desk.call("office.undo", json!({}));
    assert_eq!(desk.call("enrolment.city_sheet", json!({ "year": 2025 }))["filled_label"], Value::Null);
}

#[test]
fn e07_associations_without_a_row_are_told_and_a_layout_is_put_right_and_forgotten() {
    let desk = TestDesk::sample(PROGRAM);
    let refused = desk.refused("enrolment.fill_city_sheet", json!({ "year": 2025, "folder": null }));
    assert_eq!(refused.code, "enrolment.no_city_sheet");
    let mut places = keep(&desk);
    places["last_row"] = json!(12);
    desk.call("enrolment.save_city_sheet", json!({ "token": null, "places": places }));
    let (_, filled) = fill(&desk);
    // Five rows, one of them for an association that is none of ours: two by name, two free, thirteen of 17 left.
    assert_eq!(filled["left_out"].as_array().map(Vec::len), Some(13));
    places["last_row"] = json!(2);
    let refused = desk.refused("enrolment.save_city_sheet", json!({ "token": null, "places": places }));
    let told = (refused.code.as_str(), refused.params["field"].as_str());
    assert_eq!(told, ("enrolment.sheet_rows_unsound", "rows"));
    desk.call("enrolment.drop_city_sheet", json!({}));
    assert_eq!(desk.call("enrolment.city_sheet", json!({ "year": 2025 }))["name"], json!(null));
    desk.call("office.undo", json!({}));
    assert_eq!(desk.call("enrolment.city_sheet", json!({ "year": 2025 }))["name"], "市の調査票.xlsx");
    let budget = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/sample/収支予算書.xlsx");
    let refused = desk.refused("enrolment.read_city_sheet", json!({ "token": desk.token(&budget) }));
    assert_eq!(refused.code, "enrolment.sheet_not_understood");
}
