//! 行の見分け: records, subtotals, repeated headings, group headings, notes and 以下余白.

use std::ops::Range;

use paper::{RawRow, RawValue};

use super::grid::{Grid, only, shown};
use super::{FoundColumn, Line, Table};
use crate::intake::cells;
use crate::intake::columns::FieldSet;
use crate::intake::headings::fold;

/// Why a row is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// 見出しの繰り返し
    Header,
    /// 小計・月計・累計・合計
    Total,
    /// 以下余白
    Margin,
    /// 部会名などの区切り
    Section,
    /// ※ 注意書き
    Note,
    /// 空家・欠番: a place or a number without anybody
    Vacant,
}

/// 読み飛ばした行
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Skipped {
    /// Row, from 1.
    pub row: u32,
    /// Why.
    pub why: Why,
}

/// A record's first row, as an index into the sheet's rows, and the group heading above it.
#[derive(Debug)]
pub(super) struct Body {
    pub index: usize,
    pub section: Option<usize>,
}

impl Table<'_> {
    /// Takes the rows below a band: records, and what is none.
    pub(super) fn take(&mut self, range: Range<usize>, fields: &FieldSet) {
        let rows = &self.grid.clone().sheet.rows;
        let is_paired = self.columns.iter().any(|c| matches!(c.line, Line::Row(_)));
        let mut taken_to = 0;
        for i in range {
            let row = &rows[i];
            if row.row <= taken_to || shown(row).next().is_none() {
                continue;
            }
            match self.why_not(row, fields) {
                None => {
                    self.body.push(Body { index: i, section: self.sections.len().checked_sub(1) });
                    taken_to = row.row + u32::from(is_paired);
                }
                Some(why) => {
                    self.skipped.push(Skipped { row: row.row, why });
                    let words = (why == Why::Section).then(|| only(row)).flatten();
                    self.sections.extend(words.map(|(_, value)| cells::text(value).into_owned()));
                }
            }
        }
    }

    /// Where the titles of the next table begin: the rows at the end that hold a single text and are none of ours.
    pub(super) fn titles_before(&self, range: Range<usize>, fields: &FieldSet) -> usize {
        let end = range.end;
        range.rev().take_while(|i| self.is_title(&self.grid.sheet.rows[*i], fields)).last().unwrap_or(end)
    }

    fn is_title(&self, row: &RawRow, fields: &FieldSet) -> bool {
        let Some((col, RawValue::Text(text))) = only(row) else { return shown(row).next().is_none() };
        let column = self.columns.iter().find(|c| c.col == col);
        let is_identity = column.is_some_and(|c| c.field.is_some_and(|name| fields.is_identity(name)));
        let is_told = !is_identity || self.titles.contains(text) || self.alone(row.row, col, text, fields).is_some();
        total(row).is_none() && is_told
    }

    fn why_not(&self, row: &RawRow, fields: &FieldSet) -> Option<Why> {
        total(row).or_else(|| self.vacant(row, fields)).or_else(|| {
            let (col, value) = only(row)?;
            let RawValue::Text(text) = value else { return None };
            let is_covered = self
                .columns
                .iter()
                .any(|c| c.col != col && self.grid.covering(row.row, c.col).is_some_and(|v| v != value));
            if self.columns.len() < 3 || is_covered {
                return None;
            }
            self.alone(row.row, col, text, fields)
        })
    }

    /// Where a name should stand, the list says that there is none.
    fn vacant(&self, row: &RawRow, fields: &FieldSet) -> Option<Why> {
        const WORDS: [&str; 7] = ["空家", "空き家", "空室", "空き室", "空地", "空き地", "欠番"];
        let named = self.columns.iter().filter(|c| c.field.is_some_and(|name| fields.is_identity(name)));
        let mut words =
            named.filter_map(|c| shown(row).find(|(col, _)| *col == c.col)).filter_map(|(_, value)| match value {
                RawValue::Text(text) => Some(fold(text)),
                _ => None,
            });
        let is_vacant = |words: String| WORDS.iter().any(|vacant| fold(vacant) == words);
        words.any(is_vacant).then_some(Why::Vacant)
    }

    /// What the only words of a row are.
    fn alone(&self, row: u32, col: u32, text: &str, fields: &FieldSet) -> Option<Why> {
        if text.trim_start().starts_with(['※', '注', '＊', '*']) {
            return Some(Why::Note);
        }
        let is_wide = self.grid.merge(row, col).is_some_and(|m| m.right >= m.left + 2);
        let is_first = self.columns.first().is_some_and(|c| c.col == col);
        let is_marked = text.starts_with(['【', '■', '◆', '●', '○', '◎', '〈', '＜', '《'])
            || ["の部", "部会", "委員会"].iter().any(|end| text.trim_end().ends_with(end));
        let column = self.columns.iter().find(|c| c.col == col);
        let is_identity = column.is_some_and(|c| c.field.is_some_and(|name| fields.is_identity(name)));
        let is_section = is_wide || is_marked || (is_first && !is_identity && !is_number_column(column));
        is_section.then_some(Why::Section)
    }
}

fn is_number_column(column: Option<&FoundColumn>) -> bool {
    column.is_some_and(|c| c.field == Some("number"))
}

/// A row that sums up or closes the page.
fn total(row: &RawRow) -> Option<Why> {
    shown(row).find_map(|(_, value)| {
        let RawValue::Text(text) = value else { return None };
        if text.len() > 60 || !text.contains(['計', '白', '上']) {
            return None;
        }
        let words = fold(text);
        if ["以下余白", "余白", "以下空白", "以上"].contains(&words.as_str()) {
            return Some(Why::Margin);
        }
        is_total(&words).then_some(Why::Total)
    })
}

/// 小計　40名, 4月計, 累計, 収入合計, 事務費計; not 会計.
fn is_total(words: &str) -> bool {
    let words =
        words.trim_end_matches(|c: char| "名人件世帯戸円回".contains(c)).trim_end_matches(|c: char| c.is_ascii_digit());
    const ENDS: [&str; 12] =
        ["合計", "小計", "累計", "総計", "月計", "年計", "頁計", "費計", "金計", "収入計", "支出計", "部計"];
    words == "計" || words == "通計" || (words.chars().count() <= 12 && ENDS.iter().any(|end| words.ends_with(end)))
}

/// Rows that may be records, for a look at the cells before the columns are settled.
pub(super) fn likely<'g>(grid: &'g Grid, range: Range<usize>) -> impl Iterator<Item = usize> + 'g {
    range.filter(|i| total(&grid.sheet.rows[*i]).is_none() && shown(&grid.sheet.rows[*i]).next().is_some()).take(200)
}

/// The words of these rows.
pub(super) fn words(grid: &Grid, range: Range<usize>) -> Vec<String> {
    let cells = range.flat_map(|i| shown(&grid.sheet.rows[i])).map(|(_, value)| value);
    cells.filter(|v| matches!(v, RawValue::Text(_) | RawValue::Date(_))).map(|v| cells::text(v).into_owned()).collect()
}
