//! Filling in a city's own workbook: what changes, what stays to the byte, what is refused.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use chrono::NaiveDate;
use common::{Book, SHEET, cell, filled, number, part, parts, refused, text};
use paper::{StampCell, StampValue};
use sheets::stamp;

#[test]
fn cells_keep_their_look_and_neighbours_their_bytes() {
    let sheet = r#"<sheetData><row r="3" spans="2:4" ht="20"><c r="B3" s="4" t="s"><v>7</v></c><c  r="C3" s='5' /><c r="D3"><v>1</v></c></row></sheetData>"#;
    let done = filled(sheet, &[number("B3", -9_000), text("C3", "a<b & 髙𠮷")]);
    assert_eq!(
        done,
        r#"<sheetData><row r="3" spans="2:4" ht="20"><c r="B3" s="4"><v>-9000</v></c><c r="C3" s="5" t="inlineStr"><is><t xml:space="preserve">a&lt;b &amp; 髙𠮷</t></is></c><c r="D3"><v>1</v></c></row></sheetData>"#
    );
}

#[test]
fn missing_cells_and_rows_come_in_order() {
    let sheet = r#"<dimension ref="B2:C3"/><sheetData><row r="2" spans="1:3" /><row r="3" spans="2:3"><c r="C3"/></row></sheetData>"#;
    let cells = ["A1", "C2", "A2", "B3", "E3", "D3", "B9", "A8"].map(|at| number(at, 1));
    let one = |at: &str| format!("<c r=\"{at}\"><v>1</v></c>");
    let row = |n: u32, cells: &[String]| format!("<row r=\"{n}\">{}</row>", cells.concat());
    let expected = [
        r#"<dimension ref="A1:E9"/><sheetData>"#.to_owned(),
        row(1, &[one("A1")]),
        row(2, &[one("A2"), one("C2")]),
        row(3, &[one("B3"), r#"<c r="C3"/>"#.to_owned(), one("D3"), one("E3")]),
        row(8, &[one("A8")]),
        row(9, &[one("B9")]),
        "</sheetData>".to_owned(),
    ];
    assert_eq!(filled(sheet, &cells), expected.concat());
}

#[test]
fn an_empty_sheet_takes_rows() {
    let done = filled("<sheetData/>", &[number("B2", 5), number("A7", 6)]);
    let expected =
        r#"<sheetData><row r="2"><c r="B2"><v>5</v></c></row><row r="7"><c r="A7"><v>6</v></c></row></sheetData>"#;
    assert_eq!(done, expected);
}

#[test]
fn a_new_cell_takes_the_look_of_its_row_or_column() {
    let sheet = r#"<cols><col min="2" max="4" style="8"/></cols><sheetData><row r="1" s="6" customFormat="1"></row></sheetData>"#;
    let done = filled(sheet, &[number("C1", 1), number("C2", 1), number("E2", 1)]);
    assert!(done.contains(r#"<c r="C1" s="6">"#), "{done}");
    assert!(done.contains(r#"<c r="C2" s="8">"#), "{done}");
    assert!(done.contains(r#"<c r="E2">"#), "{done}");
}

#[test]
fn sheets_with_a_prefix_and_places_left_out() {
    let sheet = r#"<x:sheetData xmlns:x="u"><x:row><x:c s="2"/><x:c><x:v>1</x:v></x:c></x:row></x:sheetData>"#;
    let book = Book::of(sheet);
    let bytes = book.bytes();
    let prefixed = parts(&bytes).remove(SHEET).unwrap();
    let prefixed = String::from_utf8(prefixed)
        .unwrap()
        .replace("<worksheet", "<x:worksheet")
        .replace("</worksheet", "</x:worksheet");
    let rest: Vec<(String, Vec<u8>)> = parts(&bytes).into_iter().filter(|(name, _)| name != SHEET).collect();
    let mut all: Vec<(&str, &[u8])> = rest.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    all.push((SHEET, prefixed.as_bytes()));
    let stamped = stamp(&common::archive(&all), &[number("A1", 3), text("B1", "二")]).unwrap();
    let xml = part(&stamped, SHEET);
    assert!(xml.contains(r#"<x:c r="A1" s="2"><x:v>3</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t"#), "{xml}");
}

#[test]
fn dates_are_serial_numbers_where_the_cell_shows_dates() {
    let styles = r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    let sheet = r#"<sheetData><row r="1"><c r="A1" s="1"/><c r="B1" s="0"/></row></sheetData>"#;
    let mut book = Book { styles: Some(styles.to_owned()), ..Book::of(sheet) };
    let day = StampValue::Date(NaiveDate::from_ymd_opt(2025, 4, 1).unwrap());
    let cells = [cell("A1", day.clone()), cell("B1", day)];
    let xml = part(&stamp(&book.bytes(), &cells).unwrap(), SHEET);
    assert!(xml.contains(r#"<c r="A1" s="1"><v>45748</v></c>"#), "{xml}");
    assert!(xml.contains("令和7年4月1日"), "{xml}");
    book.before = r#"<workbookPr date1904="1"/>"#.to_owned();
    let xml = part(&stamp(&book.bytes(), &cells).unwrap(), SHEET);
    assert!(xml.contains(r#"<c r="A1" s="1"><v>44286</v></c>"#), "{xml}");
}

#[test]
fn several_sheets_in_one_pass_and_all_other_parts_to_the_byte() {
    let extra = [
        ("xl/media/image1.png", &b"\x89PNG seal"[..]),
        ("customXml/item1.xml", b"<a/>"),
        ("xl/vbaProject.bin", b"macro"),
    ];
    let sheet = r#"<sheetData><row r="1"><c r="A1" s="1"/></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><extLst><ext><x14:cf><xm:f>A1&gt;0</xm:f></x14:cf></ext></extLst>"#;
    let mut book = Book::of(sheet).sheet("支出", "<sheetData/>").sheet("ほか", "<sheetData/>");
    for (name, content) in extra {
        book = book.with(name, content);
    }
    let expense = StampCell { sheet: "支出".to_owned(), ..number("B2", 2) };
    let before = book.bytes();
    let after = stamp(&before, &[number("A1", 1), expense.clone()]).unwrap();
    let (old, new) = (parts(&before), parts(&after));
    assert!(old.keys().eq(new.keys()));
    let changed: Vec<&str> =
        old.iter().filter(|(name, content)| new[*name] != **content).map(|(name, _)| name.as_str()).collect();
    assert_eq!(changed, [SHEET, "xl/worksheets/sheet2.xml"]);
    let tail = sheet.split_once("</sheetData>").unwrap().1;
    assert!(part(&after, SHEET).contains(tail), "what follows the data stays, formulas of conditional formats too");
    assert_eq!(after, stamp(&before, &[number("A1", 1), expense]).unwrap(), "same input, same bytes");
}

#[test]
fn places_that_nobody_would_see_are_refused() {
    let book = Book::of(r#"<sheetData/><mergeCells><mergeCell ref="B2:C3"/></mergeCells>"#);
    let code = |cells: &[StampCell]| refused(&book, cells).code();
    assert_eq!(code(&[number("C3", 1)]), "sheets.covered_cell");
    assert_eq!(code(&[number("B0", 1)]), "sheets.bad_address");
    assert_eq!(code(&[number("A1", 1), number("a1", 2)]), "sheets.twice_filled");
    assert_eq!(code(&[StampCell { sheet: "表 ".to_owned(), ..number("A1", 1) }]), "sheets.no_such_sheet");
    assert!(stamp(&book.bytes(), &[number("B2", 1)]).is_ok(), "the first cell of a merged range is the one to fill");
}

#[test]
fn workbooks_that_cannot_be_filled_in_are_refused() {
    let code = |template: &[u8]| stamp(template, &[number("A1", 1)]).unwrap_err().code();
    let ole = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &name].concat()
    };
    assert_eq!(code(&ole("EncryptedPackage")), "sheets.password");
    assert_eq!(code(&ole("Workbook")), "sheets.old_workbook");
    assert_eq!(code("氏名,住所".as_bytes()), "sheets.old_workbook");
    assert_eq!(code(&Book { strict: true, ..Book::of("<sheetData/>") }.bytes()), "sheets.strict");
    assert_eq!(
        code(&Book::of("<sheetData/>").with("_xmlsignatures/sig1.xml", b"<Signature/>").bytes()),
        "sheets.signed"
    );
    let whole = Book::of("<sheetData/>").bytes();
    assert_eq!(code(&whole[..whole.len() - 40]), "sheets.cut_short");
}

/// A sheet with every kind of thing in it, damaged at random: an answer or a refusal, never a panic.
#[test]
fn damaged_sheets_are_refused_or_filled_in() {
    let whole = r#"<dimension ref="A1:E9"/><cols><col min="2" max="4" style="8"/></cols><sheetData><row r="1" s="6" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>x</v></c></row><row r="3"/><row><c/><c><f t="array" ref="A4:B5">C1</f></c></row></sheetData><mergeCells><mergeCell ref="C1:D2"/></mergeCells>"#;
    let cells = [number("A1", 1), text("C3", "二"), number("A9", 3), cell("B1", StampValue::Cached(4))];
    let mut seed = 20_250_401_u64;
    let mut random = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % below as u64) as usize
    };
    let (mut filled, mut refused) = (0, 0);
    for _ in 0..3_000 {
        let mut damaged = whole.to_owned();
        for _ in 0..=random(3) {
            let (from, length) = (random(damaged.len()), random(12));
            let to = (from + length).min(damaged.len());
            let piece = ["", "<", "\"", "c r=\"B1\"", "</c>", "あ", "'", "/>", "<v>", "</row>"][random(10)];
            if damaged.is_char_boundary(from) && damaged.is_char_boundary(to) {
                damaged.replace_range(from..to, piece);
            }
        }
        match stamp(&Book::of(&damaged).bytes(), &cells) {
            Ok(_) => filled += 1,
            Err(_) => refused += 1,
        }
    }
    assert!(filled > 100 && refused > 100, "both happen: {filled} filled, {refused} refused");
}
