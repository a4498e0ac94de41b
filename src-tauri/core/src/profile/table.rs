//! A table that shows a list of facts: one row per row of the list.

use paper::{Align, Fit};
use serde::Deserialize;

use super::Template;
use super::block::none_there;

/// 一覧表
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListTable {
    /// 収入の部
    pub caption: Option<Template>,
    /// （単位：円）
    pub unit: Option<String>,
    /// The list.
    pub list: String,
    /// The columns, left to right.
    pub columns: Vec<ListColumn>,
    /// Rows between the groups of a column.
    pub subtotals: Option<Subtotals>,
    /// Label of the total row, which stands where a column has a total.
    pub total: Option<Template>,
    /// Label of a row below the total that is no part of it: 市全体（参考）.
    pub reference: Option<Template>,
    /// Rows to be written in by hand where the list is empty, instead of a word about it.
    #[serde(default)]
    pub spare: usize,
    /// What is said of an empty list.
    #[serde(default = "none_there")]
    pub empty: String,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListColumn {
    /// Its label; two labels make a two-row head, and neighbours with the same first one share it.
    pub head: Head,
    /// What stands in each row.
    pub cell: Template,
    /// What differs from these words is underlined.
    pub against: Option<Template>,
    /// Share of the width.
    pub width: u16,
    /// Horizontal setting.
    #[serde(default)]
    pub align: Align,
    /// What happens to a text that is too long.
    #[serde(default)]
    pub fit: Fit,
    /// Equal neighbours below each other become one cell.
    #[serde(default)]
    pub once: bool,
    /// The fact without which the column is left out.
    pub when: Option<String>,
    /// It is left out where no row has anything in it.
    #[serde(default)]
    pub is_optional: bool,
    /// What stands in the total row.
    pub total: Option<Template>,
    /// What stands in the row below it.
    pub reference: Option<Template>,
}

/// Label of a column.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Head {
    /// One label over both head rows.
    One(Template),
    /// A label shared with neighbours, and its own below.
    Two(Template, Template),
}

/// 小計: a row after each group of more than one row.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subtotals {
    /// The column of the list whose equal neighbours make a group.
    pub by: String,
    /// The list of subtotals: a row per group, found by the same column.
    pub list: String,
    /// 小計
    pub label: Template,
}

impl Head {
    /// Its labels, top to bottom.
    pub fn labels(&self) -> Vec<&Template> {
        match self {
            Head::One(label) => vec![label],
            Head::Two(above, below) => vec![above, below],
        }
    }
}
