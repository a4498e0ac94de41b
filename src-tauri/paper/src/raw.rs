//! A spreadsheet as read: nothing trimmed, nothing guessed.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// A file of sheets as read.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RawBook {
    /// The sheets in their order.
    pub sheets: Vec<RawSheet>,
    /// For text files: the encoding that was found, e.g. Shift_JIS.
    pub encoding: Option<String>,
    /// Codes of things worth telling the user that do not stop the reading (`sheets.wide_range`, `sheets.macros`, `sheets.lost_characters` …).
    pub notes: Vec<String>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RawSheet {
    /// Its name; for a text file the file's stem.
    pub name: String,
    /// Hidden in the workbook.
    pub is_hidden: bool,
    /// Rows that hold something, in order.
    pub rows: Vec<RawRow>,
    /// Merged ranges.
    pub merges: Vec<Merge>,
}

/// One row that holds something.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RawRow {
    /// From 1, as the spreadsheet shows it.
    pub row: u32,
    /// Cells that hold something, in order.
    pub cells: Vec<RawCell>,
}

/// One cell that holds something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RawCell {
    /// From 1: A is 1.
    pub col: u32,
    /// What it holds.
    pub value: RawValue,
}

/// What a cell of somebody's file holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum RawValue {
    /// Words.
    Text(String),
    /// A number as the file has it; `office` turns it into an integer or refuses it.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// A date cell; a time alone stands on 1899-12-31.
    Date(#[serde(with = "chrono::naive::serde::ts_milliseconds")] NaiveDateTime),
    /// An error such as #REF!
    Error(String),
    /// A formula whose value the file does not carry.
    NoValue,
}

/// A merged range, from 1, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// Last row.
    pub bottom: u32,
    /// First column.
    pub left: u32,
    /// Last column.
    pub right: u32,
}

impl RawSheet {
    /// The value of a cell; only the first cell of a merged range has one.
    pub fn get(&self, row: u32, col: u32) -> Option<&RawValue> {
        let row = &self.rows[self.rows.binary_search_by_key(&row, |r| r.row).ok()?];
        let cell = row.cells.binary_search_by_key(&col, |c| c.col).ok()?;
        Some(&row.cells[cell].value)
    }
}

impl RawRow {
    /// The value in a column of this row.
    pub fn get(&self, col: u32) -> Option<&RawValue> {
        let cell = self.cells.binary_search_by_key(&col, |c| c.col).ok()?;
        Some(&self.cells[cell].value)
    }
}

/// 28 as AB.
pub fn column_letters(mut col: u32) -> String {
    let mut letters = Vec::new();
    while col > 0 {
        col -= 1;
        letters.push(char::from(b'A' + (col % 26) as u8));
        col /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::column_letters;

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        assert_eq!([1, 26, 27, 28, 702, 703, 16384].map(column_letters), ["A", "Z", "AA", "AB", "ZZ", "AAA", "XFD"]);
    }
}
