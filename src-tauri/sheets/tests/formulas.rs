//! Formulas of a city's own workbook: they stay, and no value that is no longer true stays beside them.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::collections::BTreeMap;

use common::{Book, SHEET, cell, filled, number, part, refused, text};
use paper::{StampCell, StampValue};
use sheets::{CellKind, Error, stamp};

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
