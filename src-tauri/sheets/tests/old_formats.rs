//! Excel 5, Excel 97, the binary format and OpenDocument.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::path::Path;

use chrono::NaiveDate;
use common::{archive, day, read_bytes, row, words};
use paper::{Merge, RawBook, RawValue};
use sheets::read;

fn fixture(name: &str) -> RawBook {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/sheets/");
    read(&Path::new(folder).join(name)).unwrap()
}

#[test]
fn excel_97_with_dates_merges_and_a_hidden_sheet() {
    let book = fixture("excel97.xls");
    let sheet = &book.sheets[0];
    assert_eq!((sheet.name.as_str(), sheet.is_hidden), ("名簿", false));
    let expected = [words("髙橋　太郎①"), words("ﾀｶﾊｼ ﾀﾛｳ"), RawValue::Date(day(1951, 1, 4)), RawValue::Number(1200.0)];
    assert_eq!(row(sheet, 2), expected);
    assert_eq!(sheet.merges, [Merge { top: 5, bottom: 5, left: 1, right: 4 }]);
    assert!(book.sheets[1].is_hidden);
    assert_eq!(book.notes, ["sheets.hidden_sheet"]);
}

#[test]
fn excel_5_in_its_own_code_page() {
    let sheet = &fixture("excel5.xls").sheets[0];
    assert_eq!(sheet.name, "名簿");
    assert_eq!(row(sheet, 2), [words("髙橋　太郎①"), words("ﾀｶﾊｼ ﾀﾛｳ"), RawValue::Number(1234.5)]);
}

#[test]
fn open_document_with_dates_times_and_results() {
    let book = fixture("open.ods");
    let sheet = &book.sheets[0];
    let time = NaiveDate::from_ymd_opt(1899, 12, 31).unwrap().and_hms_opt(9, 30, 0).unwrap();
    let born = RawValue::Date(day(1951, 1, 4));
    let paid = RawValue::Number(1200.0);
    let double = RawValue::Number(2400.0);
    let first = [words("髙橋　太郎①"), words("ﾀｶﾊｼ ﾀﾛｳ"), born, paid, RawValue::Date(time), double];
    assert_eq!(row(sheet, 2), first);
    assert!(book.sheets[1].is_hidden);
}

/// A binary workbook by hand: records of a number, a length and a body.
fn binary_workbook() -> Vec<u8> {
    fn record(kind: u16, body: &[u8]) -> Vec<u8> {
        let number = if kind < 0x80 { vec![kind as u8] } else { vec![kind as u8 | 0x80, (kind >> 7) as u8] };
        [number, vec![body.len() as u8], body.to_vec()].concat()
    }
    fn wide(words: &str) -> Vec<u8> {
        let units: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [(units.len() as u32 / 2).to_le_bytes().to_vec(), units].concat()
    }
    let bundle = [0_u32.to_le_bytes().to_vec(), 1_u32.to_le_bytes().to_vec(), wide("rId1"), wide("名簿")].concat();
    let workbook = [record(0x9C, &bundle), record(0x90, b""), record(0x84, b"")].concat();
    let cell = |col: u32| [col.to_le_bytes(), [0; 4]].concat();
    let name = [cell(0), wide("髙橋")].concat();
    let fee = [cell(1), 1200_f64.to_le_bytes().to_vec()].concat();
    let sheet = [
        record(0x81, b""),
        record(0x94, &[0; 16]),
        record(0x91, b""),
        record(0x00, &[0; 16]),
        record(0x06, &name),
        record(0x05, &fee),
        record(0x92, b""),
    ];
    let types = r#"<Types><Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>"#;
    let relations =
        r#"<Relationships><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.bin"/></Relationships>"#;
    archive(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("xl/_rels/workbook.bin.rels", relations.as_bytes()),
        ("xl/workbook.bin", &workbook),
        ("xl/worksheets/sheet1.bin", &sheet.concat()),
    ])
}

#[test]
fn binary_workbooks() {
    let book = read_bytes("名簿.xlsb", &binary_workbook()).unwrap();
    assert_eq!(book.sheets[0].name, "名簿");
    assert_eq!(row(&book.sheets[0], 1), [words("髙橋"), RawValue::Number(1200.0)]);
}
