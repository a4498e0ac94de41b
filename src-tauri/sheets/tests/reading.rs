//! Files as people have them: every cell as found, and what is worth telling noted.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};
use common::{Book, archive, read_bytes};
use paper::{Merge, RawBook, RawSheet, RawValue};
use sheets::read;

fn text(words: &str) -> RawValue {
    RawValue::Text(words.to_owned())
}

fn day(year: i32, month: u32, day: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(0, 0, 0).unwrap()
}

/// The cells of a row, in order.
fn row(sheet: &RawSheet, row: u32) -> Vec<RawValue> {
    let row = sheet.rows.iter().find(|r| r.row == row).unwrap();
    row.cells.iter().map(|cell| cell.value.clone()).collect()
}

fn fixture(name: &str) -> RawBook {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/sheets/");
    read(&Path::new(folder).join(name)).unwrap()
}

fn read_book(book: &Book) -> RawBook {
    read_bytes("表.xlsx", &book.bytes()).unwrap()
}

const STYLES: &str = r#"<styleSheet><numFmts count="4"><numFmt numFmtId="176" formatCode="0000000000"/>
    <numFmt numFmtId="177" formatCode="[&lt;=999]000;[&lt;=9999]000\-00;000\-0000"/>
    <numFmt numFmtId="178" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="179" formatCode="[h]:mm"/></numFmts>
    <cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="178"/><xf numFmtId="179"/></cellXfs></styleSheet>"#;

fn styled(sheet: &str) -> Book {
    Book { styles: Some(STYLES.to_owned()), ..Book::of(sheet) }
}

#[test]
fn readings_above_the_letters_do_not_leak_into_the_text() {
    let strings = r#"<sst><si><t>髙橋</t><rPh sb="0" eb="2"><t>タカハシ</t></rPh><phoneticPr fontId="1"/></si>
        <si><r><t>葛</t></r><r><rPr/><t xml:space="preserve">城 </t></r><rPh sb="0" eb="1"><t>カツラ</t></rPh></si></sst>"#;
    let sheet = r#"<sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>𠮷</t><rPh sb="0" eb="1"><t>ヨシ</t></rPh></is></c></row></sheetData>"#;
    let book = read_book(&Book { shared_strings: Some(strings.to_owned()), ..Book::of(sheet) });
    assert_eq!(row(&book.sheets[0], 2), [text("髙橋"), text("葛城 "), text("𠮷")]);
    assert_eq!(book.sheets[0].get(2, 2), Some(&text("髙橋")));
    assert_eq!(book.notes, [""; 0]);
}

#[test]
fn dates_are_read_as_the_sheet_shows_them() {
    let sheet = r#"<sheetData><row r="1"><c r="A1" s="1"><v>45748</v></c><c r="B1" s="4"><v>45748</v></c><c r="C1" s="1"><v>60</v></c>
        <c r="D1" s="1"><v>-1</v></c><c r="E1" s="5"><v>1.5</v></c><c r="F1"><v>45748</v></c><c r="G1" t="d"><v>2025-04-01</v></c></row></sheetData>"#;
    let values = row(&read_book(&styled(sheet)).sheets[0], 1);
    let april = RawValue::Date(day(2025, 4, 1));
    assert_eq!(values[..2], [april.clone(), april.clone()]);
    assert_eq!(values[2], RawValue::Error("1900-02-29".to_owned()), "a day that never was is not a date");
    assert_eq!(values[3], RawValue::Error("#####".to_owned()));
    assert_eq!(values[4..], [text("36:00"), RawValue::Number(45_748.0), april]);
    let mac = Book { before: r#"<workbookPr date1904="1"/>"#.to_owned(), ..styled(sheet) };
    assert_eq!(row(&read_book(&mac).sheets[0], 1)[0], RawValue::Date(day(2029, 4, 2)), "counted from 1904");
}

#[test]
fn numbers_that_stand_for_digits_keep_their_zeros() {
    let sheet = r#"<sheetData><row r="1"><c r="A1" s="2"><v>312345678</v></c><c r="B1" s="3"><v>600001</v></c><c r="C1" s="3"><v>7600000</v></c><c r="D1"><v>7600000</v></c></row></sheetData>"#;
    let values = row(&read_book(&styled(sheet)).sheets[0], 1);
    assert_eq!(values, [text("0312345678"), text("060-0001"), text("760-0000"), RawValue::Number(7_600_000.0)]);
}

#[test]
fn formulas_without_a_value_and_errors_are_told() {
    let sheet = r##"<sheetData><row r="1"><c r="A1"><f>1+1</f></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1" t="e"><v>#SPILL!</v></c>
        <c r="D1" t="str"><f>""</f><v></v></c><c r="E1" t="b"><v>1</v></c><c r="F1"><f>2</f><v>2</v></c></row></sheetData>"##;
    let book = read_book(&Book::of(sheet));
    let error = |words: &str| RawValue::Error(words.to_owned());
    assert_eq!(
        row(&book.sheets[0], 1),
        [RawValue::NoValue, error("#DIV/0!"), error("#SPILL!"), RawValue::Bool(true), RawValue::Number(2.0)]
    );
}

#[test]
fn hidden_things_are_read_and_told() {
    let rows = r#"<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C2"/></mergeCells>"#;
    let book = read_book(&Book::of(rows));
    assert_eq!(book.notes, ["sheets.hidden_rows"]);
    assert_eq!(book.sheets[0].merges, [Merge { top: 1, bottom: 2, left: 1, right: 3 }]);
    let hidden = Book::of(r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>"#).bytes();
    let mut parts = common::parts(&hidden);
    let workbook =
        String::from_utf8(parts["xl/workbook.xml"].clone()).unwrap().replace("sheetId", "state=\"veryHidden\" sheetId");
    parts.insert("xl/workbook.xml".to_owned(), workbook.into_bytes());
    let all: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    let book = read_bytes("表.xlsx", &archive(&all)).unwrap();
    assert!(book.sheets[0].is_hidden);
    assert_eq!(book.notes, ["sheets.hidden_sheet"]);
}

#[test]
fn macros_are_left_alone_and_told() {
    let book = read_book(&Book::of("<sheetData/>").with("xl/vbaProject.bin", b"macro"));
    assert_eq!(book.notes, ["sheets.macros"]);
}

#[test]
fn names_stay_as_they_are_to_the_last_mark() {
    let names = [
        "葛\u{E0100}城",
        "𠮷野",
        "\u{E000}外字",
        "山\u{202E}田",
        "<img src=x onerror=alert(1)>",
        "'; DROP TABLE",
        "  前後の空白　",
    ];
    let cells: String = names
        .iter()
        .map(|name| {
            format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", name.replace('<', "&lt;"))
        })
        .collect();
    let book = read_book(&Book::of(&format!("<sheetData><row r=\"1\">{cells}</row></sheetData>")));
    assert_eq!(row(&book.sheets[0], 1), names.map(text));
}

#[test]
fn excel_97_with_dates_merges_and_a_hidden_sheet() {
    let book = fixture("excel97.xls");
    let sheet = &book.sheets[0];
    assert_eq!((sheet.name.as_str(), sheet.is_hidden), ("名簿", false));
    let expected = [text("髙橋　太郎①"), text("ﾀｶﾊｼ ﾀﾛｳ"), RawValue::Date(day(1951, 1, 4)), RawValue::Number(1200.0)];
    assert_eq!(row(sheet, 2), expected);
    assert_eq!(sheet.merges, [Merge { top: 5, bottom: 5, left: 1, right: 4 }]);
    assert!(book.sheets[1].is_hidden);
    assert_eq!(book.notes, ["sheets.hidden_sheet"]);
}

#[test]
fn excel_5_in_its_own_code_page() {
    let sheet = &fixture("excel5.xls").sheets[0];
    assert_eq!(sheet.name, "名簿");
    assert_eq!(row(sheet, 2), [text("髙橋　太郎①"), text("ﾀｶﾊｼ ﾀﾛｳ"), RawValue::Number(1234.5)]);
}

#[test]
fn open_document_with_dates_times_and_results() {
    let book = fixture("open.ods");
    let sheet = &book.sheets[0];
    let time = NaiveDate::from_ymd_opt(1899, 12, 31).unwrap().and_hms_opt(9, 30, 0).unwrap();
    let born = RawValue::Date(day(1951, 1, 4));
    let paid = RawValue::Number(1200.0);
    let double = RawValue::Number(2400.0);
    let first = [text("髙橋　太郎①"), text("ﾀｶﾊｼ ﾀﾛｳ"), born, paid, RawValue::Date(time), double];
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
    assert_eq!(row(&book.sheets[0], 1), [text("髙橋"), RawValue::Number(1200.0)]);
}

#[test]
fn text_files_keep_every_field_as_text() {
    let csv = "会費一覧\r\n\r\n氏名,〒,金額\r\n髙橋,0600001,\"1,200\"\r\n=1+1,+81,△500,余り\r\n";
    let book = read_bytes("会費.csv", csv.as_bytes()).unwrap();
    assert_eq!((book.sheets[0].name.as_str(), book.encoding.as_deref()), ("会費", Some("UTF-8")));
    assert_eq!(row(&book.sheets[0], 4), [text("髙橋"), text("0600001"), text("1,200")]);
    assert_eq!(
        row(&book.sheets[0], 5),
        [text("=1+1"), text("+81"), text("△500"), text("余り")],
        "ragged rows and blank lines keep their place"
    );
    assert_eq!(book.sheets[0].rows.len(), 4);
}

#[test]
fn a_text_file_of_windows_is_read_exactly() {
    let (bytes, _, had_errors) = encoding_rs::SHIFT_JIS.encode("氏名\tﾌﾘｶﾞﾅ\r\n髙橋 﨑子①㈱～\tﾀｶﾊｼ\r\n");
    assert!(!had_errors);
    let book = read_bytes("名簿.tsv", &bytes).unwrap();
    assert_eq!(book.encoding.as_deref(), Some("Shift_JIS"));
    assert_eq!(row(&book.sheets[0], 2), [text("髙橋 﨑子①㈱～"), text("ﾀｶﾊｼ")]);
}

#[test]
fn stray_controls_are_neutralised() {
    let book = read_bytes("乱れ.csv", "氏\0名,住所\u{b}番地\r髙橋,一\u{2028}二\r".as_bytes()).unwrap();
    assert_eq!(row(&book.sheets[0], 1), [text("氏名"), text("住所\n番地")]);
    assert_eq!(row(&book.sheets[0], 2), [text("髙橋"), text("一\n二")]);
}

#[test]
fn a_character_cut_in_the_middle_is_told() {
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode("氏名\r\n髙橋太郎");
    let book = read_bytes("名簿.csv", &bytes[..bytes.len() - 1]).unwrap();
    assert_eq!(row(&book.sheets[0], 2), [text("髙橋太\u{FFFD}")]);
    assert_eq!(book.notes, ["sheets.lost_characters"]);
}

#[test]
fn a_cell_far_away_is_told_and_costs_nothing() {
    let sheet = r#"<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>"#;
    let book = read_book(&Book::of(sheet));
    assert_eq!(book.notes, ["sheets.wide_range"]);
    assert_eq!(book.sheets[0].get(1_048_576, 16_384), Some(&RawValue::Number(2.0)));
}

#[test]
fn many_merged_ranges_and_looks_are_only_many() {
    let merges: String = (1..=10_000).map(|n| format!("<mergeCell ref=\"A{n}:B{n}\"/>")).collect();
    let looks = "<xf numFmtId=\"14\"/>".repeat(100_000);
    let sheet = format!(
        r#"<sheetData><row r="1"><c r="A1" s="99999"><v>45748</v></c></row></sheetData><mergeCells>{merges}</mergeCells>"#
    );
    let styles = Some(format!("<styleSheet><cellXfs>{looks}</cellXfs></styleSheet>"));
    let book = read_book(&Book { styles, ..Book::of(&sheet) });
    assert_eq!(book.sheets[0].merges.len(), 10_000);
    assert_eq!(book.sheets[0].get(1, 1), Some(&RawValue::Date(day(2025, 4, 1))));
}
