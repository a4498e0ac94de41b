//! Ruled tables: roles, not looks.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Picture, Source, Value};

/// A ruled table. `head` is repeated on every page; a total never stands alone on a page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Table {
    /// 収入の部; stands above the table and stays with it.
    pub caption: Option<String>,
    /// (単位：円); stands above the table at the right.
    pub unit: Option<String>,
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// Header rows.
    pub head: Vec<Row>,
    /// Body rows in order, subtotals and totals among them.
    pub rows: Vec<Row>,
}

impl Table {
    /// True where a line stands above the table.
    pub fn has_caption(&self) -> bool {
        self.caption.is_some() || self.unit.is_some()
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Column {
    /// Share of the table's width; the shares of a table need not add up to anything.
    pub width: u16,
    /// How its cells are set when they do not say.
    pub align: Align,
    /// What happens to a text that is too long.
    pub fit: Fit,
}

/// Horizontal setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Numbers right, everything else left.
    #[default]
    Auto,
    /// 左寄せ
    Left,
    /// 中央
    Center,
    /// 右寄せ
    Right,
    /// 均等割付
    Even,
    /// 縦書き, for a side head such as 収入 beside its rows.
    Vertical,
}

/// What happens to a text that is wider than its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fit {
    /// Broken into lines; the row grows.
    #[default]
    Wrap,
    /// Set smaller down to a floor, then broken into lines.
    Shrink,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 見出し
    Head,
    /// 明細
    #[default]
    Item,
    /// 小計
    Subtotal,
    /// 合計
    Total,
    /// 累計: below a total, without being one.
    Reference,
    /// A remark over the whole width.
    Note,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Row {
    /// What it is.
    pub role: Role,
    /// Its cells, left to right; a position covered by a span from above or from the left has none.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// Where that comes from.
    pub source: Source,
    /// Columns covered, at least 1.
    pub col_span: u16,
    /// Rows covered, at least 1.
    pub row_span: u16,
    /// Its own setting, where it differs from the column's.
    pub align: Option<Align>,
    /// Set in small print, as a remark beside what is written.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub small: bool,
    /// Stretches of its words that are underlined, in letters from 0: what was changed in 新旧対照表.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub underlined: Vec<Range<usize>>,
    /// How a workbook recalculates it; `value` is the cached result.
    pub calc: Option<Calc>,
    /// A photograph that a workbook lays into the cell; other writers show the value alone.
    #[serde(skip)]
    pub picture: Option<Arc<Picture>>,
}

/// What a workbook may recalculate. Rows count within `Table::rows`, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Calc {
    /// Σ of the same column over these rows.
    Sum(Vec<u32>),
}

impl Default for Cell {
    fn default() -> Cell {
        Cell {
            value: Value::Blank,
            source: Source::Form,
            col_span: 1,
            row_span: 1,
            align: None,
            small: false,
            underlined: Vec::new(),
            calc: None,
            picture: None,
        }
    }
}

impl Cell {
    /// Its words in stretches, each with whether it is underlined.
    pub fn stretches<'a>(&self, words: &'a str) -> Vec<(&'a str, bool)> {
        let offsets: Vec<usize> = words.char_indices().map(|(at, _)| at).chain([words.len()]).collect();
        let at = |letter: usize| offsets[letter.min(offsets.len() - 1)];
        let mut stretches = Vec::new();
        let mut from = 0;
        for range in &self.underlined {
            stretches.push((&words[from..at(range.start)], false));
            stretches.push((&words[at(range.start)..at(range.end)], true));
            from = at(range.end);
        }
        stretches.push((&words[from..], false));
        stretches.retain(|(words, _)| !words.is_empty());
        stretches
    }

    /// A cell of the form itself.
    pub fn form(text: impl Into<String>) -> Cell {
        Cell { value: Value::text(text), ..Cell::default() }
    }

    /// A cell with a value of the records.
    pub fn fact(value: Value, name: impl Into<String>) -> Cell {
        Cell { value, source: Source::Fact(name.into()), ..Cell::default() }
    }
}

impl Row {
    /// A header row of plain labels.
    pub fn head(labels: impl IntoIterator<Item = impl Into<String>>) -> Row {
        Row { role: Role::Head, cells: labels.into_iter().map(Cell::form).collect() }
    }
}
