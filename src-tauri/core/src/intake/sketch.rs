//! For tests of imports: sheets drawn as text (one line is one row, `|` parts the cells, `=12` is a number), and an office to
//! bring them into.

use paper::{Merge, RawBook, RawCell, RawRow, RawSheet, RawValue};

use crate::file::{By, Cost, NewCouncil, OfficeFile};

/// A fresh office file; it goes with its folder.
pub(crate) fn office() -> (tempfile::TempDir, OfficeFile) {
    let folder = tempfile::tempdir().unwrap();
    let council = NewCouncil { name: "見本地区コミュニティ協議会".into(), ..NewCouncil::default() };
    let path = folder.path().join("見本");
    let (office, _) = OfficeFile::create_at(&path, "さくら 体育館 ３月", Cost::LIGHT, &council, &by()).unwrap();
    (folder, office)
}

/// Somebody at the desk.
pub(crate) fn by() -> By {
    By { operator: "見本".into(), at: "2026-03-14T10:42:00+09:00".into() }
}

/// A sheet drawn as text.
pub(crate) fn sheet(name: &str, drawn: &str) -> RawSheet {
    let rows = drawn.lines().zip(1..).map(|(line, row)| RawRow { row, cells: cells(line) });
    RawSheet { name: name.into(), rows: rows.filter(|row| !row.cells.is_empty()).collect(), ..RawSheet::default() }
}

/// A book of one sheet.
pub(crate) fn book(drawn: &str) -> RawBook {
    RawBook { sheets: vec![sheet("Sheet1", drawn)], ..RawBook::default() }
}

/// Adds merged ranges, written like `F1:G1`.
pub(crate) fn merged(mut sheet: RawSheet, ranges: &[&str]) -> RawSheet {
    sheet.merges = ranges.iter().map(|range| merge(range)).collect();
    sheet
}

fn cells(line: &str) -> Vec<RawCell> {
    let shown = line.split('|').zip(1..).filter(|(text, _)| !text.trim_matches(' ').is_empty());
    shown.map(|(text, col)| RawCell { col, value: value(text.trim_matches(' ')) }).collect()
}

fn value(text: &str) -> RawValue {
    match text.strip_prefix('=').and_then(|number| number.parse().ok()) {
        Some(number) => RawValue::Number(number),
        None => RawValue::Text(text.replace("\\n", "\n")),
    }
}

fn merge(range: &str) -> Merge {
    let (from, to) = range.split_once(':').unwrap();
    let ((left, top), (right, bottom)) = (corner(from), corner(to));
    Merge { top, bottom, left, right }
}

fn corner(cell: &str) -> (u32, u32) {
    let split = cell.find(|c: char| c.is_ascii_digit()).unwrap();
    let col = cell[..split].bytes().fold(0, |col, letter| col * 26 + u32::from(letter - b'A') + 1);
    (col, cell[split..].parse().unwrap())
}
