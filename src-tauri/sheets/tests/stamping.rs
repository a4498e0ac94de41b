//! Filling in a city's own workbook: what changes, what stays to the byte, what is refused.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use common::{Book, part, parts};
use paper::{StampCell, StampValue};
use sheets::{CellKind, Error, stamp};

const SHEET: &str = "xl/worksheets/sheet1.xml";

fn cell(address: &str, value: StampValue) -> StampCell {
    StampCell { sheet: "表".to_owned(), cell: address.to_owned(), value }
}

fn number(address: &str, n: i64) -> StampCell {
    cell(address, StampValue::Number(n))
}

fn text(address: &str, words: &str) -> StampCell {
    cell(address, StampValue::Text(words.to_owned()))
}

/// The inside of the sheet after filling in.
fn filled(sheet: &str, cells: &[StampCell]) -> String {
    let stamped = stamp(&Book::of(sheet).bytes(), cells).unwrap();
    let xml = part(&stamped, SHEET);
    let inside = xml.split_once('>').unwrap().1;
    inside.strip_suffix("</worksheet>").unwrap().to_owned()
}

fn refused(book: &Book, cells: &[StampCell]) -> Error {
    stamp(&book.bytes(), cells).unwrap_err()
}

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

/// A sum over stamped cells, one that reads the sum, one that reads something else, one that is text.
const FORMULAS: &str = r#"<sheetData><row r="1"><c r="A1"/><c r="B1" s="3"><f>SUM(A1:A2)</f><v>10</v></c><c r="C1" t="str"><f>IF(B1="","",B1&amp;"円")</f><v>10円</v></c><c r="D1" cm="1"><f>E1*2</f><v>4</v></c><c r="E1"><v>2</v></c></row></sheetData>"#;

#[test]
fn formulas_that_read_a_changed_cell_lose_their_old_value() {
    let done = filled(FORMULAS, &[number("A1", 5)]);
    assert!(
        done.contains(r#"<c r="B1" s="3"><f>SUM(A1:A2)</f></c>"#),
        "the formula stays, its stale value goes: {done}"
    );
    assert!(
        done.contains(r#"<c r="C1"><f>IF(B1="","",B1&amp;"円")</f></c>"#),
        "one that reads the sum likewise: {done}"
    );
    assert!(done.contains(r#"<c r="D1" cm="1"><f>E1*2</f><v>4</v></c>"#), "what reads nothing changed stays: {done}");
}

#[test]
fn a_workbook_that_distrusts_its_values_keeps_none_of_them() {
    let after = r#"<calcPr fullCalcOnLoad="1"/>"#.to_owned();
    let stamped = stamp(&Book { after, ..Book::of(FORMULAS) }.bytes(), &[number("Z9", 5)]).unwrap();
    assert_eq!(part(&stamped, SHEET).matches("</f><v>").count(), 0);
}

#[test]
fn a_known_result_becomes_the_cached_value() {
    let cached = |at: &str, n| cell(at, StampValue::Cached(n));
    let done = filled(FORMULAS, &[number("A1", 5), cached("B1", 5), cached("C1", 7)]);
    assert!(
        done.contains(
            r#"<c r="B1" s="3"><f>SUM(A1:A2)</f><v>5</v></c><c r="C1"><f>IF(B1="","",B1&amp;"円")</f><v>7</v></c>"#
        ),
        "{done}"
    );
}

#[test]
fn recalculation_is_asked_for_only_where_a_value_is_not_ours_to_know() {
    let workbook = |book: &Book, cells: &[StampCell]| {
        let before = book.bytes();
        let after = stamp(&before, cells).unwrap();
        (part(&before, "xl/workbook.xml"), part(&after, "xl/workbook.xml"))
    };
    let book = Book::of(FORMULAS);
    let (before, after) = workbook(&book, &[number("A1", 5)]);
    assert_eq!(after, before.replace("</sheets>", "</sheets><calcPr fullCalcOnLoad=\"1\"/>"));
    let (before, after) = workbook(&book, &[number("Z9", 5)]);
    assert_eq!(after, before, "no formula reads Z9");
    let known = [number("A1", 5), cell("B1", StampValue::Cached(5)), cell("C1", StampValue::Cached(5))];
    let (before, after) = workbook(&book, &known);
    assert_eq!(after, before, "every formula that changes has our value");
    let reader = Book::of("<sheetData/>")
        .sheet("写し", r#"<sheetData><row r="1"><c r="A1"><f>表!A1</f><v>0</v></c></row></sheetData>"#);
    let (before, after) = workbook(&reader, &[number("A1", 5)]);
    assert_ne!(after, before, "another sheet reads this one");
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
fn formulas_are_never_written_over() {
    let at = |cell: &str| ("表".to_owned(), cell.to_owned());
    let book = Book::of(
        r#"<sheetData><row r="1"><c r="A1"><f>1+1</f></c><c r="B1"/><c r="C1"><f t="array" ref="C1:C3">D1:D3*2</f></c></row></sheetData>"#,
    );
    let (sheet, cell_a) = at("A1");
    assert_eq!(refused(&book, &[number("A1", 1)]), Error::FormulaCell { sheet, cell: cell_a });
    let (sheet, c2) = at("C2");
    assert_eq!(refused(&book, &[text("C2", "")]), Error::FormulaCell { sheet, cell: c2 }, "an array formula fills C2");
    let (sheet, b1) = at("B1");
    assert_eq!(refused(&book, &[cell("B1", StampValue::Cached(1))]), Error::NoFormula { sheet, cell: b1 });
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

#[test]
fn a_template_tells_its_cells_and_its_revision() {
    let bytes = Book::of(FORMULAS).bytes();
    let cells = sheets::cells(&bytes, "表").unwrap();
    let expected = [
        ("A1", CellKind::Empty),
        ("B1", CellKind::Formula),
        ("C1", CellKind::Formula),
        ("D1", CellKind::Formula),
        ("E1", CellKind::Filled),
    ];
    assert_eq!(cells, BTreeMap::from(expected.map(|(at, kind)| (at.to_owned(), kind))));
    assert_eq!(sheets::fingerprint(&bytes), sheets::fingerprint(&bytes));
    assert_ne!(sheets::fingerprint(&bytes), sheets::fingerprint(&Book::of("<sheetData/>").bytes()));
    assert_eq!(sheets::fingerprint(b"").len(), 64);
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
