//! 市の調査票: the city's own workbook with a row for each association. Its layout is found once, put right by the user and
//! kept; from then on every year is written into it in place.

mod fill;
mod find;
#[cfg(test)]
mod tests;
mod told;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use fill::{Filled, fill};
pub use find::{Standing, find};

use crate::{Error, Result};

/// Where the associations stand in the city's workbook.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Places {
    /// Name of the sheet.
    pub sheet: String,
    /// First row for an association.
    pub first_row: u32,
    /// Last row for an association; sums stand below it.
    pub last_row: u32,
    /// The columns, left to right.
    pub columns: Vec<PlacedColumn>,
    /// Single cells beside the list.
    pub cells: Vec<PlacedCell>,
    /// Names that the city has printed already, by row.
    pub names: Vec<NamedRow>,
}

/// One column of the city's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlacedColumn {
    /// A, B …
    pub letter: String,
    /// What the city calls it.
    pub heading: String,
    /// What is written there; nothing leaves it as the city made it.
    pub content: Option<Content>,
    /// The city has written something below its heading.
    pub has_words: bool,
}

/// One single cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlacedCell {
    /// C3
    pub cell: String,
    /// What is written there.
    pub content: Single,
}

/// A row for which the city has printed the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NamedRow {
    /// From 1.
    pub row: u32,
    /// 自治会名
    pub name: String,
}

/// What a column gets: a column of `enrolment.all`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// 自治会名
    Association,
    /// 会長名
    Chair,
    /// 区域
    Town,
    /// 班数
    Blocks,
    /// 区域内世帯
    Households,
    /// 加入世帯
    Enrolled,
    /// うち集合住宅
    Flats,
    /// 前年の加入世帯
    Previous,
    /// 増減
    Change,
    /// 加入率
    RatePercent,
    /// 会費（月額）
    FeeMonthYen,
    /// 基準日
    AsOfOn,
    /// 確度
    Certainty,
    /// 備考
    Note,
}

/// What a single cell gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Single {
    /// 年度
    Year,
    /// 協議会の名前
    Council,
    /// 代表者の氏名
    Representative,
    /// 回答のあった自治会の数
    Associations,
}

impl Content {
    /// All of them, in the order in which a choice shows them.
    pub const ALL: [Content; 14] = [
        Content::Association,
        Content::Chair,
        Content::Town,
        Content::Blocks,
        Content::Households,
        Content::Enrolled,
        Content::Flats,
        Content::Previous,
        Content::Change,
        Content::RatePercent,
        Content::FeeMonthYen,
        Content::AsOfOn,
        Content::Certainty,
        Content::Note,
    ];

    /// The column of `enrolment.all`, and its word.
    pub fn column(self) -> (&'static str, &'static str) {
        match self {
            Content::Association => ("association", "自治会名"),
            Content::Chair => ("chair", "会長名"),
            Content::Town => ("town", "区域（町丁）"),
            Content::Blocks => ("blocks", "班数"),
            Content::Households => ("households", "区域内世帯"),
            Content::Enrolled => ("enrolled", "加入世帯"),
            Content::Flats => ("flats", "うち集合住宅"),
            Content::Previous => ("previous", "前年の加入世帯"),
            Content::Change => ("change", "前年との増減"),
            Content::RatePercent => ("rate_percent", "加入率（％）"),
            Content::FeeMonthYen => ("fee_month_yen", "会費（月額）"),
            Content::AsOfOn => ("as_of_on", "基準日"),
            Content::Certainty => ("certainty", "確度"),
            Content::Note => ("note", "備考"),
        }
    }
}

impl Single {
    /// All of them.
    pub const ALL: [Single; 4] = [Single::Year, Single::Council, Single::Representative, Single::Associations];

    /// The fact, and its word.
    pub fn fact(self) -> (&'static str, &'static str) {
        match self {
            Single::Year => ("year.label", "年度"),
            Single::Council => ("council.name", "協議会の名前"),
            Single::Representative => ("council.representative_name", "代表者の氏名"),
            Single::Associations => ("enrolment.associations", "自治会の数"),
        }
    }
}

impl Places {
    /// Refused where nothing could be written, or two things into one column.
    pub fn check(&self) -> Result<()> {
        let refused = |code, field: &str| Err(Error::refused(code).with("field", field));
        if self.first_row == 0 || self.last_row < self.first_row || self.last_row - self.first_row > 5_000 {
            return refused("enrolment.sheet_rows_unsound", "rows");
        }
        let written: Vec<Content> = self.columns.iter().filter_map(|column| column.content).collect();
        if !written.contains(&Content::Association) {
            return refused("enrolment.sheet_without_name", "columns");
        }
        if written.len() < 2 {
            return refused("enrolment.sheet_without_counts", "columns");
        }
        match self.cells.iter().find(|place| !is_address(&place.cell)) {
            Some(place) => {
                Err(Error::refused("enrolment.sheet_cell_unsound").with("field", "cells").with("cell", &place.cell))
            }
            None => Ok(()),
        }
    }
}

/// Letters, then digits: K20.
fn is_address(cell: &str) -> bool {
    let digits = cell.trim_start_matches(|c: char| c.is_ascii_uppercase());
    (1..=3).contains(&(cell.len() - digits.len()))
        && !digits.is_empty()
        && !digits.starts_with('0')
        && digits.len() <= 7
        && digits.bytes().all(|b| b.is_ascii_digit())
}

/// The city's workbook as it was given, and its layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitySheet {
    /// Where its bytes lie.
    pub content_id: String,
    /// Its file name.
    pub name: String,
    /// Its layout.
    pub places: Places,
}
