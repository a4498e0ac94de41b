//! 表の読み取り: where the headings are, what each column means, which rows are records. Titles above, headings on every
//! page, subtotals and 以下余白 are told from records here, for every kind of file alike.

mod assign;
mod band;
mod grid;
mod headless;
mod record;
mod rows;

use std::ops::Range;
use std::rc::Rc;

use chrono::NaiveDate;
use paper::{RawSheet, RawValue, column_letters};

use super::cells;
use super::columns::FieldSet;
use super::mapping::{Hints, Mapping};
use super::plan::Issue;
use crate::calendar::{FiscalYear, first_day_in, year_in};
use band::Band;
use grid::Grid;
pub use record::Record;
pub use rows::{Skipped, Why};

/// Where a column's value stands within a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// In the record's row.
    Whole,
    /// In the first or second row of a record of two rows.
    Row(u32),
    /// In a line of the cell.
    Part(usize),
}

/// 列: a column and what it was found to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundColumn {
    /// From 1.
    pub col: u32,
    /// Its headings, from the top.
    pub heading: String,
    /// Name of the field.
    pub field: Option<&'static str>,
    /// The year that its heading names (R3加入).
    pub year: Option<FiscalYear>,
    /// Its first cells.
    pub samples: Vec<String>,
    /// True when its heading says so, or the user.
    pub is_named: bool,
    line: Line,
}

/// 表: one table of a sheet.
#[derive(Debug)]
pub struct Table<'a> {
    /// Name of its sheet.
    pub sheet: &'a str,
    /// Words above the headings: 収入の部, 福祉部会 …
    pub titles: Vec<String>,
    /// Words above the first table of the sheet: 令和７年度　現金出納帳, 基準日 …
    pub sheet_titles: Vec<String>,
    /// Rows of the headings.
    pub header_rows: Vec<u32>,
    /// Columns, from the left.
    pub columns: Vec<FoundColumn>,
    /// Rows that are no records.
    pub skipped: Vec<Skipped>,
    /// True when the columns that such a file needs were found.
    pub is_used: bool,
    grid: Rc<Grid<'a>>,
    body: Vec<rows::Body>,
    sections: Vec<String>,
}

/// 場所: sheet and cell, for messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Sheet.
    pub sheet: String,
    /// Cell, like C12.
    pub cell: String,
}

/// All tables of a sheet, from the top; those that lack a needed column are there too, unused.
pub fn tables<'a>(sheet: &'a RawSheet, fields: &'static FieldSet, hints: &Hints) -> Vec<Table<'a>> {
    let grid = Rc::new(Grid::new(sheet));
    let bands = band::bands(&grid, fields);
    if bands.is_empty() {
        return headless::table(&grid, fields, hints).into_iter().collect();
    }
    let mut tables: Vec<Table<'a>> = Vec::new();
    let mut from = 0;
    for (i, band) in bands.iter().enumerate() {
        let next = bands.get(i + 1).map(|next| next.first);
        let titles = rows::words(&grid, from..band.first);
        let below = band.last + 1..next.unwrap_or(sheet.rows.len());
        let mut table = match tables.pop_if(|table| table.goes_on(*band, &titles)) {
            Some(table) => table.with_page(from..band.last + 1),
            None => Table::new(&grid, fields, hints, *band, below.clone()).titled(titles, tables.first()),
        };
        from = next.map_or(below.end, |next| table.titles_before(below.start..next, fields));
        table.take(below.start..from, fields);
        tables.push(table);
    }
    tables
}

impl<'a> Table<'a> {
    /// A table whose columns are settled by a look at the rows below its headings.
    fn new(
        grid: &Rc<Grid<'a>>,
        fields: &'static FieldSet,
        hints: &Hints,
        band: Band,
        below: Range<usize>,
    ) -> Table<'a> {
        let body: Vec<usize> = rows::likely(grid, below).collect();
        let columns = assign::settle(&grid.sheet.name, fields, &assign::candidates(grid, fields, band, &body), hints);
        let header_rows = (band.first..=band.last).map(|i| grid.sheet.rows[i].row).collect();
        Table { header_rows, ..Table::empty(grid, fields, columns) }
    }

    fn titled(self, titles: Vec<String>, first: Option<&Table>) -> Table<'a> {
        let sheet_titles = first.map_or_else(|| titles.clone(), |first| first.titles.clone());
        Table { titles, sheet_titles, ..self }
    }

    fn empty(grid: &Rc<Grid<'a>>, fields: &FieldSet, columns: Vec<FoundColumn>) -> Table<'a> {
        let names: Vec<&str> = columns.iter().filter_map(|c| c.field).collect();
        Table {
            sheet: &grid.sheet.name,
            titles: vec![],
            sheet_titles: vec![],
            header_rows: vec![],
            is_used: fields.is_enough(&names),
            columns,
            skipped: vec![],
            grid: Rc::clone(grid),
            body: vec![],
            sections: vec![],
        }
    }

    /// True when this band repeats the table's own headings on a new page.
    fn goes_on(&self, band: Band, titles: &[String]) -> bool {
        let rows = &self.grid.sheet.rows;
        let words = |i: usize| grid::shown(&rows[i]).map(|(col, value)| (col, cells::text(value))).collect::<Vec<_>>();
        let first = rows.iter().position(|row| Some(&row.row) == self.header_rows.first());
        let is_same = first.is_some_and(|first| {
            band.last - band.first + 1 == self.header_rows.len()
                && (0..self.header_rows.len()).all(|i| words(first + i) == words(band.first + i))
        });
        is_same && (titles.is_empty() || titles.iter().all(|title| self.titles.contains(title)))
    }

    /// The same table on a new page: its title and headings there are no records.
    fn with_page(mut self, rows: Range<usize>) -> Table<'a> {
        let rows = rows.map(|i| self.grid.sheet.rows[i].row);
        self.skipped.extend(rows.map(|row| Skipped { row, why: Why::Header }));
        self
    }

    /// The records, from the top.
    pub fn records(&self) -> impl Iterator<Item = Record<'_, 'a>> {
        self.body.iter().map(move |body| Record::new(self, body))
    }

    /// True when there is something to take, or columns whose meaning could be chosen.
    pub(super) fn is_tabular(&self) -> bool {
        !self.body.is_empty() && (self.is_used || (self.columns.len() >= 2 && self.body.len() >= 2))
    }

    /// True when some column has this meaning.
    pub fn has(&self, field: &str) -> bool {
        self.columns.iter().any(|c| c.field == Some(field))
    }

    /// The fiscal year that the words above the table name.
    pub fn year(&self) -> Option<FiscalYear> {
        self.titles
            .iter()
            .chain(&self.sheet_titles)
            .filter(|t| t.contains('年'))
            .find_map(|title| Some(year_in(title)?.0))
    }

    /// The reference date that the words above the table name: （令和7年4月1日現在）.
    pub fn as_of(&self) -> Option<NaiveDate> {
        self.titles.iter().chain(&self.sheet_titles).find_map(|title| first_day_in(title))
    }

    /// Sheet and cell of a column's heading.
    pub fn heading_place(&self, column: &FoundColumn) -> Place {
        let row = self.header_rows.last().copied().unwrap_or(1);
        Place { sheet: self.sheet.to_owned(), cell: format!("{}{row}", column_letters(column.col)) }
    }

    /// The columns without a meaning that hold numbers: what stands there is not taken, and must be told.
    fn untaken(&self) -> impl Iterator<Item = &FoundColumn> {
        let holds = |column: &FoundColumn| {
            let cells = || self.records().filter_map(|record| Some(record.at(column)?.into_owned()));
            let is_number = |raw: &RawValue| !cells::is_blank(raw) && cells::yen(raw).value.is_some();
            let (numbers, all) = (cells().filter(is_number).count(), cells().count());
            numbers > 0 && numbers * 2 > all
        };
        let is_mark = |column: &FoundColumn| {
            ["コード", "番号", "No", "ID", "率", "年齢"].iter().any(|end| column.heading.ends_with(end))
        };
        self.columns.iter().filter(move |column| column.field.is_none() && !is_mark(column) && holds(column))
    }

    /// One word for all such columns of the table, told at the first of them.
    pub(super) fn untaken_issue(&self) -> Option<Issue> {
        let columns: Vec<&FoundColumn> = self.untaken().collect();
        let name = |column: &&FoundColumn| format!("「{}」（{}列）", column.heading, column_letters(column.col));
        let headings = columns.iter().map(name).collect::<Vec<_>>().join("");
        let issue = Issue::at(self.heading_place(columns.first()?), "intake.column_not_taken");
        Some(issue.with("headings", headings))
    }

    /// The headings and their meanings, to be remembered.
    pub fn mapping(&self) -> Mapping {
        self.columns.iter().map(|c| (c.heading.clone(), c.field.map(str::to_owned))).collect()
    }
}

#[cfg(test)]
mod tests;
