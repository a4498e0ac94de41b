//! Workbooks made by hand, part by part, so that a test says exactly what is in them.

#![allow(dead_code, reason = "each test program uses its own share")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use chrono::{NaiveDate, NaiveDateTime};
use paper::{RawSheet, RawValue, StampCell, StampValue};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A zip archive of these parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of an archive.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = zip.len();
    let read = |index| {
        let mut entry = zip.by_index(index).unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        (entry.name().unwrap().into_owned(), content)
    };
    (0..count).map(read).collect()
}

/// A part as text.
pub fn part(bytes: &[u8], name: &str) -> String {
    String::from_utf8(parts(bytes).remove(name).unwrap()).unwrap()
}

/// A workbook of hand-made sheets.
#[derive(Default)]
pub struct Book {
    pub sheets: Vec<(String, String)>,
    /// What the main part says besides the sheets, before and after them.
    pub before: String,
    pub after: String,
    pub shared_strings: Option<String>,
    pub styles: Option<String>,
    pub extra: Vec<(String, Vec<u8>)>,
    pub strict: bool,
}

impl Book {
    /// A workbook with one sheet «表», given everything inside `<worksheet>`.
    pub fn of(sheet: &str) -> Book {
        Book::default().sheet("表", sheet)
    }

    pub fn sheet(mut self, name: &str, inside: &str) -> Book {
        self.sheets.push((name.to_owned(), inside.to_owned()));
        self
    }

    pub fn with(mut self, part: &str, content: &[u8]) -> Book {
        self.extra.push((part.to_owned(), content.to_vec()));
        self
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut all = vec![
            ("[Content_Types].xml".to_owned(), self.content_types()),
            ("_rels/.rels".to_owned(), relations(&[("rId1", "officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml".to_owned(), self.workbook()),
            ("xl/_rels/workbook.xml.rels".to_owned(), self.workbook_relations()),
        ];
        for (index, (_, inside)) in self.sheets.iter().enumerate() {
            let xml = format!("<worksheet xmlns=\"{MAIN}\">{inside}</worksheet>");
            all.push((format!("xl/worksheets/sheet{}.xml", index + 1), xml));
        }
        all.extend(self.shared_strings.iter().map(|xml| ("xl/sharedStrings.xml".to_owned(), xml.clone())));
        all.extend(self.styles.iter().map(|xml| ("xl/styles.xml".to_owned(), xml.clone())));
        let mut parts: Vec<(&str, &[u8])> = all.iter().map(|(name, xml)| (name.as_str(), xml.as_bytes())).collect();
        parts.extend(self.extra.iter().map(|(name, content)| (name.as_str(), content.as_slice())));
        archive(&parts)
    }

    fn content_types(&self) -> String {
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
        format!(
            "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}\"/></Types>"
        )
    }

    fn workbook(&self) -> String {
        let main = if self.strict { "http://purl.oclc.org/ooxml/spreadsheetml/main" } else { MAIN };
        let sheets: String = (1..)
            .zip(&self.sheets)
            .map(|(n, (name, _))| format!("<sheet name=\"{name}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>"))
            .collect();
        let (before, after) = (&self.before, &self.after);
        format!("<workbook xmlns=\"{main}\" xmlns:r=\"{OFFICE}\">{before}<sheets>{sheets}</sheets>{after}</workbook>")
    }

    fn workbook_relations(&self) -> String {
        let mut targets: Vec<(String, &str, String)> = (1..=self.sheets.len())
            .map(|n| (format!("rId{n}"), "worksheet", format!("worksheets/sheet{n}.xml")))
            .collect();
        targets.push(("rIdStrings".to_owned(), "sharedStrings", "sharedStrings.xml".to_owned()));
        targets.push(("rIdStyles".to_owned(), "styles", "styles.xml".to_owned()));
        let borrowed: Vec<_> = targets.iter().map(|(id, kind, target)| (id.as_str(), *kind, target.as_str())).collect();
        relations(&borrowed)
    }
}

fn relations(targets: &[(&str, &str, &str)]) -> String {
    let inside: String = targets
        .iter()
        .map(|(id, kind, target)| format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>"))
        .collect();
    format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{inside}</Relationships>")
}

/// Reads bytes as a file of this name.
pub fn read_bytes(name: &str, bytes: &[u8]) -> Result<paper::RawBook, sheets::Error> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    sheets::read(&path)
}

/// The part of a hand-made workbook's first sheet.
pub const SHEET: &str = "xl/worksheets/sheet1.xml";

/// A value for a cell of the sheet «表».
pub fn cell(address: &str, value: StampValue) -> StampCell {
    StampCell { sheet: "表".to_owned(), cell: address.to_owned(), value }
}

/// A number for a cell.
pub fn number(address: &str, n: i64) -> StampCell {
    cell(address, StampValue::Number(n))
}

/// Words for a cell.
pub fn text(address: &str, words: &str) -> StampCell {
    cell(address, StampValue::Text(words.to_owned()))
}

/// The inside of the sheet after filling in.
pub fn filled(sheet: &str, cells: &[StampCell]) -> String {
    let stamped = sheets::stamp(&Book::of(sheet).bytes(), cells).unwrap();
    let xml = part(&stamped, SHEET);
    let inside = xml.split_once('>').unwrap().1;
    inside.strip_suffix("</worksheet>").unwrap().to_owned()
}

/// Why filling in is refused.
pub fn refused(book: &Book, cells: &[StampCell]) -> sheets::Error {
    sheets::stamp(&book.bytes(), cells).unwrap_err()
}

/// Words as a cell that was read.
pub fn words(words: &str) -> RawValue {
    RawValue::Text(words.to_owned())
}

/// Midnight of a day.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(0, 0, 0).unwrap()
}

/// The cells of a row, in order.
pub fn row(sheet: &RawSheet, row: u32) -> Vec<RawValue> {
    let row = sheet.rows.iter().find(|r| r.row == row).unwrap();
    row.cells.iter().map(|cell| cell.value.clone()).collect()
}
