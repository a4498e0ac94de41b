//! 見出しの帯: the one to three rows whose words name the columns.

use paper::{RawRow, RawValue};

use super::grid::{Grid, shown};
use crate::calendar::written;
use crate::intake::cells;
use crate::intake::columns::FieldSet;

/// Rows of headings, as indexes into the sheet's rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Band {
    pub first: usize,
    pub last: usize,
}

/// All bands of a sheet, from the top; the same headings repeated on every page are found again and again.
pub(super) fn bands(grid: &Grid, fields: &FieldSet) -> Vec<Band> {
    let rows = &grid.sheet.rows;
    let mut found: Vec<Band> = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        let is_taken = found.last().is_some_and(|band| i <= band.last);
        if !is_taken && is_heading_row(row, fields) {
            let above = found.last().map_or(0, |band| band.last + 1);
            found.push(grown(grid, fields, i, above));
        }
    }
    if found.is_empty() {
        lone_heading(rows, fields).map(|i| vec![Band { first: i, last: i }]).unwrap_or_default()
    } else {
        found
    }
}

/// At least two different words of fields, at least a third of the row, and nothing that only a record could hold.
fn is_heading_row(row: &RawRow, fields: &FieldSet) -> bool {
    let count = row.cells.len();
    let (mut hits, mut misses) = (0, 0);
    let mut words: Vec<&str> = Vec::new();
    for (_, value) in shown(row) {
        match value {
            RawValue::Text(text) if fields.is_heading(text) => {
                hits += usize::from(!words.contains(&text.as_str()));
                words.push(text);
            }
            RawValue::Text(text) if is_datum(value, text) => return false,
            RawValue::Text(_) => misses += 1,
            RawValue::Number(_) if is_year(value) => hits += usize::from(fields.is_heading(&cells::text(value))),
            _ => return false,
        }
        if misses * 3 > count * 2 {
            return false;
        }
    }
    hits >= 2 && hits * 2 >= misses
}

/// An amount or a day: only records hold such words.
fn is_datum(value: &RawValue, text: &str) -> bool {
    let has_digit = text.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    has_digit && (cells::yen(value).value.is_some() || written(text).is_some())
}

fn is_year(value: &RawValue) -> bool {
    cells::whole(value).is_some_and(|n| (1990..2100).contains(&n))
}

/// Where only one heading is understood, it must be the one by which records are known.
fn lone_heading(rows: &[RawRow], fields: &FieldSet) -> Option<usize> {
    rows.iter().take(10).position(|row| {
        let known = |text: &str| {
            fields.meaning(&[text]).filter(|m| m.strength == 4).map(|m| fields.fields[m.field].name.as_str())
        };
        let is_identity = |value: &RawValue| known(&cells::text(value)).is_some_and(|name| fields.is_identity(name));
        shown(row).all(|(_, value)| matches!(value, RawValue::Text(_)))
            && shown(row).any(|(_, value)| is_identity(value))
    })
}

/// The band around a row of headings: group headings above it, headings and units below it.
fn grown(grid: &Grid, fields: &FieldSet, at: usize, above: usize) -> Band {
    let rows = &grid.sheet.rows;
    let mut band = Band { first: at, last: at };
    if at > above && is_group_row(grid, fields, &rows[at - 1], &rows[at]) {
        band.first = at - 1;
    }
    while band.last + 1 < rows.len()
        && band.last < at + 2
        && belongs_below(grid, fields, &rows[band.last], &rows[band.last + 1])
    {
        band.last += 1;
    }
    band
}

/// 連絡先 or 加入世帯数 above several columns, 令和3年度 above a pair of them.
fn is_group_row(grid: &Grid, fields: &FieldSet, group: &RawRow, headings: &RawRow) -> bool {
    let columns = || headings.cells.iter().chain(&group.cells).map(|cell| cell.col);
    let (Some(first), Some(last)) = (columns().min(), columns().max()) else { return false };
    let width = last - first + 1;
    let narrow = |col| grid.merge(group.row, col).map_or(1, |m| m.right - m.left + 1) * 5 < width * 4;
    let reaches = |col| grid.merge(group.row, col).is_some_and(|m| m.right > m.left || m.bottom >= headings.row);
    let is_word = |value: &RawValue| matches!(value, RawValue::Text(_)) || is_year(value);
    group.row + 1 == headings.row
        && shown(group).all(|(col, value)| narrow(col) && is_word(value))
        && (shown(group).any(|(col, _)| reaches(col))
            || (shown(group).count() >= 2 && shown(group).all(|(_, value)| fields.is_heading(&cells::text(value)))))
}

/// True for a second row of headings (自宅, 携帯), a row of units or of column numbers.
fn belongs_below(grid: &Grid, fields: &FieldSet, upper: &RawRow, row: &RawRow) -> bool {
    if row.row != upper.row + 1 {
        return false;
    }
    let (mut known, mut unknown, mut below_group) = (0, 0, 0);
    for (col, value) in shown(row) {
        match value {
            _ if grid.merge(upper.row, col).is_some_and(|m| m.right > m.left) => below_group += 1,
            RawValue::Text(text) if is_unit(text) || fields.is_heading(text) => known += 1,
            RawValue::Text(_) => unknown += 1,
            _ if is_year(value) => known += 1,
            _ => return false,
        }
    }
    let hangs = upper.cells.iter().any(|cell| hangs_from(grid, row.row, cell.col));
    known + below_group > 0 && unknown <= known && (hangs || below_group > 0 || known >= 2)
}

/// (円), ①
fn is_unit(text: &str) -> bool {
    text.starts_with(['(', '（', '①', '②']) && text.chars().count() <= 8
}

/// A heading that is merged down into this row keeps it in the band.
fn hangs_from(grid: &Grid, row: u32, col: u32) -> bool {
    grid.merge(row, col).is_some_and(|m| m.top < row)
}
