//! Files as people have them: every cell as found, and what is worth telling noted.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::{Book, archive, day, read_bytes, row, words};
use paper::{Merge, RawBook, RawValue};

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
    assert_eq!(row(&book.sheets[0], 2), [words("髙橋"), words("葛城 "), words("𠮷")]);
    assert_eq!(book.sheets[0].get(2, 2), Some(&words("髙橋")));
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
    assert_eq!(values[4..], [words("36:00"), RawValue::Number(45_748.0), april]);
    let mac = Book { before: r#"<workbookPr date1904="1"/>"#.to_owned(), ..styled(sheet) };
    assert_eq!(row(&read_book(&mac).sheets[0], 1)[0], RawValue::Date(day(2029, 4, 2)), "counted from 1904");
}

#[test]
fn numbers_that_stand_for_digits_keep_their_zeros() {
    let sheet = r#"<sheetData><row r="1"><c r="A1" s="2"><v>312345678</v></c><c r="B1" s="3"><v>600001</v></c><c r="C1" s="3"><v>7600000</v></c><c r="D1"><v>7600000</v></c></row></sheetData>"#;
    let values = row(&read_book(&styled(sheet)).sheets[0], 1);
    assert_eq!(values, [words("0312345678"), words("060-0001"), words("760-0000"), RawValue::Number(7_600_000.0)]);
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
    assert_eq!(row(&book.sheets[0], 1), names.map(words));
}

#[test]
fn text_files_keep_every_field_as_text() {
    let csv = "会費一覧\r\n\r\n氏名,〒,金額\r\n髙橋,0600001,\"1,200\"\r\n=1+1,+81,△500,余り\r\n";
    let book = read_bytes("会費.csv", csv.as_bytes()).unwrap();
    assert_eq!((book.sheets[0].name.as_str(), book.encoding.as_deref()), ("会費", Some("UTF-8")));
    assert_eq!(row(&book.sheets[0], 4), [words("髙橋"), words("0600001"), words("1,200")]);
    assert_eq!(
        row(&book.sheets[0], 5),
        [words("=1+1"), words("+81"), words("△500"), words("余り")],
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
    assert_eq!(row(&book.sheets[0], 2), [words("髙橋 﨑子①㈱～"), words("ﾀｶﾊｼ")]);
}

#[test]
fn stray_controls_are_neutralised() {
    let book = read_bytes("乱れ.csv", "氏\0名,住所\u{b}番地\r髙橋,一\u{2028}二\r".as_bytes()).unwrap();
    assert_eq!(row(&book.sheets[0], 1), [words("氏名"), words("住所\n番地")]);
    assert_eq!(row(&book.sheets[0], 2), [words("髙橋"), words("一\n二")]);
}

#[test]
fn a_character_cut_in_the_middle_is_told() {
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode("氏名\r\n髙橋太郎");
    let book = read_bytes("名簿.csv", &bytes[..bytes.len() - 1]).unwrap();
    assert_eq!(row(&book.sheets[0], 2), [words("髙橋太\u{FFFD}")]);
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
