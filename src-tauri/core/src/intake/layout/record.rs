//! 一件の読み方: the cells of one record by their meaning.

use std::borrow::Cow;

use paper::{RawValue, column_letters};

use super::rows::Body;
use super::{FoundColumn, Line, Place, Table};
use crate::intake::cells;

/// 一件: one record of a table.
#[derive(Debug, Clone, Copy)]
pub struct Record<'t, 'a> {
    table: &'t Table<'a>,
    body: &'t Body,
}

impl<'t, 'a> Record<'t, 'a> {
    pub(super) fn new(table: &'t Table<'a>, body: &'t Body) -> Record<'t, 'a> {
        Record { table, body }
    }

    /// Row, from 1.
    pub fn row(&self) -> u32 {
        self.table.grid.sheet.rows[self.body.index].row
    }

    /// The words of the group heading that the record stands under (福祉部会, 収入の部).
    pub fn section(&self) -> Option<&'t str> {
        self.body.section.map(|i| self.table.sections[i].as_str())
    }

    /// The columns of this meaning.
    pub fn columns(&self, field: &str) -> impl Iterator<Item = &'t FoundColumn> {
        self.table.columns.iter().filter(move |c| c.field == Some(field))
    }

    /// The cell of the first column with this meaning; none when it shows nothing. A merged cell counts for every row it covers.
    pub fn raw(&self, field: &str) -> Option<Cow<'a, RawValue>> {
        self.columns(field).find_map(|column| self.at(column))
    }

    /// The cell of a column.
    pub fn at(&self, column: &FoundColumn) -> Option<Cow<'a, RawValue>> {
        let grid = &self.table.grid;
        let own = &grid.sheet.rows[self.body.index];
        match column.line {
            Line::Row(down) => grid.value(own.row + down, column.col).map(Cow::Borrowed),
            Line::Whole => self.own(column.col).map(Cow::Borrowed),
            Line::Part(i) => {
                let text = cells::text(self.own(column.col)?);
                let line = text.lines().map(str::trim).filter(|line| !line.is_empty()).nth(i)?;
                Some(Cow::Owned(RawValue::Text(line.to_owned())))
            }
        }
    }

    /// What is seen in a column; 〃 stands for what is seen above it.
    fn own(&self, col: u32) -> Option<&'a RawValue> {
        let grid = &self.table.grid;
        let seen = |index: usize| {
            let row = &grid.sheet.rows[index];
            row.get(col).filter(|value| !cells::is_blank(value)).or_else(|| grid.covering(row.row, col))
        };
        let value = seen(self.body.index)?;
        if !cells::is_ditto(value) {
            return Some(value);
        }
        let before = self.table.body.partition_point(|body| body.index < self.body.index);
        self.table.body[..before].iter().rev().filter_map(|body| seen(body.index)).find(|value| !cells::is_ditto(value))
    }

    /// The words of the first column with this meaning.
    pub fn text(&self, field: &str) -> Option<Cow<'a, str>> {
        match self.raw(field)? {
            Cow::Borrowed(raw) => Some(cells::text(raw)),
            Cow::Owned(raw) => Some(Cow::Owned(cells::text(&raw).into_owned())),
        }
    }

    /// The words of all columns with this meaning, put together.
    pub fn joined(&self, field: &str, between: &str) -> Option<Cow<'a, str>> {
        let mut columns = self.columns(field).filter(|column| self.at(column).is_some());
        let first = columns.next()?;
        let Some(second) = columns.next() else { return self.text(field) };
        let words = [first, second].into_iter().chain(columns).filter_map(|column| self.at(column));
        let words: Vec<String> = words.map(|raw| cells::text(&raw).into_owned()).collect();
        Some(Cow::Owned(words.join(between)))
    }

    /// Sheet and cell of a field, for messages; the first cell of the row when no column has this meaning.
    pub fn place(&self, field: &str) -> Place {
        self.columns(field).next().map_or_else(|| self.cell(1, 0), |column| self.place_of(column))
    }

    /// Sheet and cell of a column.
    pub fn place_of(&self, column: &FoundColumn) -> Place {
        let down = if let Line::Row(down) = column.line { down } else { 0 };
        self.cell(column.col, down)
    }

    fn cell(&self, col: u32, down: u32) -> Place {
        Place { sheet: self.table.sheet.to_owned(), cell: format!("{}{}", column_letters(col), self.row() + down) }
    }
}
