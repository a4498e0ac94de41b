//! K12: seals for the things, on paper and in a workbook.

use std::collections::BTreeSet;
use std::path::Path;

use paper::RawValue;
use serde_json::json;
use suite::TestDesk;
use suite::codes::{codes, codes_of};
use suite::xlsx_diff::parts;

use crate::PROGRAM;
use crate::equipment_bars::{id_of, list};
use crate::papers::pdf_text;

#[test]
fn k12_seals_stand_on_a_label_sheet_from_the_first_face_that_is_left() {
    let desk = TestDesk::sample(PROGRAM);
    let papers = desk.call("equipment.seal_papers", json!({}));
    assert!(
        list(&papers).len() >= 5 && list(&papers).iter().all(|paper| paper["faces"].as_u64() > Some(7)),
        "{papers}"
    );
    let ids = vec![id_of(&desk, "1"), id_of(&desk, "2")];
    let asked = |first: &str, for_each: bool| json!({ "ids": ids, "paper": "label-12", "first": first, "for_each": for_each, "format": "pdf", "folder": null });
    assert_eq!(desk.refused("equipment.print_seals", asked("13", false)).params["field"], "first");
    let few = desk.call("equipment.print_seals", asked("", false));
    assert_eq!((&few["count"], &few["unfit"]), (&json!(2), &json!([])));
    let each = desk.call("equipment.print_seals", asked("１２", true));
    assert_eq!(each["count"], 12, "ten tables and two tents");
    let pages = pdf_text(&desk.path(&each["file"]["token"]));
    let pages: Vec<String> = pages.split('\u{c}').map(|page| page.split_whitespace().collect()).collect();
    assert!(pages[0].contains("備品1-1") && !pages[0].contains("備品1-2"), "one face of the first sheet was left");
    for words in [
        "備品1-10",
        "備品2-2",
        "ワンタッチテント3m×3m",
        "令和5年6月10日",
        "地域まちづくり交付金",
        "見本地区コミュニティ協議会",
    ] {
        assert!(pages[1].contains(words), "{words} is not on the sheet: {}", pages[1]);
    }
    assert_eq!(
        desk.refused(
            "equipment.print_seals",
            json!({ "ids": [], "paper": "label-12", "first": "", "for_each": false, "format": "pdf", "folder": null })
        )
        .code,
        "equipment.no_seals"
    );
}

/// The words of each face with its row and column, in order.
fn faces(path: &Path) -> Vec<((u32, u32), String)> {
    let book = sheets::read(path).expect("read back");
    let cells = book.sheets[0].rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row.row, cell)));
    let words = |(row, cell): (u32, &paper::RawCell)| match &cell.value {
        RawValue::Text(text) => Some(((row, cell.col), text.clone())),
        _ => None,
    };
    cells.filter_map(words).collect()
}

/// The printed sheet under a telephone: each seal says which thing it is.
#[test]
fn k12_every_printed_seal_is_read() {
    let desk = TestDesk::sample(PROGRAM);
    let ids = vec![id_of(&desk, "1"), id_of(&desk, "2")];
    let asked =
        json!({ "ids": ids, "paper": "label-12", "first": "", "for_each": true, "format": "pdf", "folder": null });
    let found = codes(&desk.path(&desk.call("equipment.print_seals", asked)["file"]["token"]), 1);
    let mut wanted: BTreeSet<String> =
        (1..=10).map(|nth| format!("備品1-{nth} 折りたたみ机　幅180cm 見本地区コミュニティ協議会")).collect();
    wanted.extend((1..=2).map(|nth| format!("備品2-{nth} ワンタッチテント　3m×3m 見本地区コミュニティ協議会")));
    assert_eq!(found, wanted);
}

#[test]
fn k12_seals_in_a_workbook_say_the_same_on_the_same_faces() {
    let desk = TestDesk::sample(PROGRAM);
    let ids = vec![id_of(&desk, "1"), id_of(&desk, "2")];
    let made = desk.call(
        "equipment.print_seals",
        json!({ "ids": ids, "paper": "label-12", "first": "12", "for_each": true, "format": "xlsx", "folder": null }),
    );
    assert_eq!((&made["count"], &made["unfit"]), (&json!(12), &json!([])));
    let path = desk.path(&made["file"]["token"]);
    let faces = faces(&path);
    // Two faces stand beside each other, each of words, code and gap; six rows are a sheet.
    let place = |nth: u32| ((nth + 11) / 2 + 1, (nth + 11) % 2 * 3 + 1);
    assert_eq!(faces.iter().map(|(place, _)| *place).collect::<Vec<_>>(), (0..12).map(place).collect::<Vec<_>>());
    assert_eq!(
        [faces[0].1.as_str(), faces[11].1.as_str()],
        [
            "見本地区コミュニティ協議会\n備品 1-1\n折りたたみ机　幅180cm\n取得 令和5年6月10日\n地域まちづくり交付金",
            "見本地区コミュニティ協議会\n備品 2-2\nワンタッチテント　3m×3m\n取得 令和6年7月3日",
        ]
    );
    let parts = parts(&path);
    let sheet = String::from_utf8(parts["xl/worksheets/sheet1.xml"].clone()).expect("UTF-8");
    assert!(sheet.contains("<brk id=\"6\""), "the second sheet of labels begins a page: {sheet}");
    let codes: Vec<String> = (1..=12).flat_map(|nth| codes_of(&parts[&format!("xl/media/image{nth}.bmp")])).collect();
    assert_eq!(codes.len(), 12);
    assert_eq!(codes[0], "備品1-1 折りたたみ机　幅180cm 見本地区コミュニティ協議会");
    assert_eq!(codes[11], "備品2-2 ワンタッチテント　3m×3m 見本地区コミュニティ協議会");
    let same = desk.call(
        "equipment.print_seals",
        json!({ "ids": ids, "paper": "label-12", "first": "12", "for_each": true, "format": "xlsx", "folder": null }),
    );
    assert_eq!(std::fs::read(desk.path(&same["file"]["token"])).ok(), std::fs::read(path).ok(), "the same bytes");
}
