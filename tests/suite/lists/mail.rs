//! Labels, envelopes, slips and collecting forms from the same list.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{YEAR, choice, labels, output, pages, paths};
use crate::PROGRAM;

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
