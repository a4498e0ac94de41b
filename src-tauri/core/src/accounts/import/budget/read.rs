//! 予算書の行: from a table to rows with their side, levels and amounts.

use paper::{RawSheet, RawValue};

use super::columns::BudgetColumns;
use super::levels::BudgetRow;
use super::sides::Sides;
use super::totals::{Total, has_subtotals, totals, turns};
use crate::accounts::Side;
use crate::accounts::import::numbering::strip_number;
use crate::accounts::import::side::{side_alone, side_in};
use crate::calendar::FiscalYear;
use crate::intake::cells::{self, Reading};
use crate::intake::layout::{FoundColumn, Record, Table};
use crate::intake::plan::Issue;
use crate::intake::told::amount;
use crate::money::Yen;

/// A table's rows and the totals that the paper gives for them.
#[derive(Debug)]
pub struct BudgetTable {
    /// Rows from the top.
    pub rows: Vec<BudgetRow>,
    /// 合計 of a side as written.
    pub totals: Vec<Total>,
}

/// Reads one table; none when no column holds the amounts of that year.
pub fn read_table(
    (sheet, table): (&RawSheet, &Table),
    (year, unit): (FiscalYear, i64),
    sides: &mut Sides,
    issues: &mut Vec<Issue>,
) -> Option<BudgetTable> {
    let side = sides.begin(sheet, table);
    let columns = BudgetColumns::of(table, year)?;
    let turns = turns(sheet, table, columns.amount);
    let indents = indents(table, &columns);
    let mut reader = RowReader { columns, unit, side, turns, indents, issues };
    let mut rows: Vec<BudgetRow> = table.records().filter_map(|record| reader.read(&record)).collect();
    if reader.columns.levels.len() == 1 && has_subtotals(sheet, table) {
        sink(&mut rows);
    }
    let totals = totals(sheet, table, reader.columns.amount, &rows, unit);
    sides.last = rows.last().map_or(sides.last, |row| Some(row.side));
    Some(BudgetTable { rows, totals })
}

/// Headings without an amount above lines that are not indented: what follows them stands under them.
fn sink(rows: &mut [BudgetRow]) {
    let mut is_under = false;
    for row in rows.iter_mut().filter(|row| row.names[1].is_empty()) {
        match row.amount {
            None => is_under = true,
            Some(_) if is_under => row.names.swap(0, 1),
            Some(_) => {}
        }
    }
}

/// How far the names of a single column are moved in, from none to the farthest: each step is a level.
fn indents(table: &Table, columns: &BudgetColumns) -> Vec<usize> {
    let mut indents = vec![0];
    if let [column] = columns.levels.as_slice() {
        indents.extend(table.records().map(|record| strip_number(&written(&record, column)).0));
    }
    indents.sort_unstable();
    indents.dedup();
    indents
}

/// A cell as it was written, with the blanks before its words.
fn written(record: &Record, column: &FoundColumn) -> String {
    match record.at(column).as_deref() {
        Some(RawValue::Text(text)) => text.clone(),
        other => other.map(|raw| cells::text(raw).into_owned()).unwrap_or_default(),
    }
}

struct RowReader<'t, 'i> {
    columns: BudgetColumns<'t>,
    unit: i64,
    side: Side,
    turns: Vec<(u32, Side)>,
    indents: Vec<usize>,
    issues: &'i mut Vec<Issue>,
}

impl RowReader<'_, '_> {
    /// A row with a name; a row that only names a side changes the side.
    fn read(&mut self, record: &Record) -> Option<BudgetRow> {
        let said = self.columns.side.and_then(|column| side_alone(&self.words(record, column)));
        let section = record.section().and_then(side_in);
        let mut names = self.names(record);
        let outer =
            names.first().and_then(|name| side_alone(name)).filter(|_| names[1..].iter().any(|n| !n.is_empty()));
        if outer.is_some() {
            names[0].clear();
        }
        self.side = said.or(outer).or(section).unwrap_or(self.side);
        while let Some((_, next)) = self.turns.pop_if(|(row, _)| *row < record.row()) {
            self.side = said.or(outer).unwrap_or(next);
        }
        let previous = self.columns.previous.and_then(|column| self.yen(record, column).value);
        let amount = self.amount(record, previous);
        let mut said = names.iter().filter(|name| !name.is_empty());
        match (said.next(), said.next(), amount) {
            (None, ..) => return None,
            (Some(name), None, None) if side_alone(name).is_some() => {
                self.side = side_alone(name).unwrap_or(self.side);
                return None;
            }
            _ => {}
        }
        let note = record.joined("note", "　").unwrap_or_default().into_owned();
        Some(BudgetRow {
            sheet: record.place("item").sheet,
            row: record.row(),
            side: self.side,
            names,
            amount,
            previous,
            note,
        })
    }

    fn words(&self, record: &Record, column: &FoundColumn) -> String {
        record.at(column).map(|raw| cells::text(&raw).into_owned()).unwrap_or_default()
    }

    /// The names by level; in a single column the indentation gives the level.
    fn names(&self, record: &Record) -> Vec<String> {
        if let [column] = self.columns.levels.as_slice() {
            let written = written(record, column);
            let (indent, name) = strip_number(&written);
            let group = record.section().filter(|words| side_in(words).is_none());
            let mut names = vec![String::new(); self.indents.len().max(2)];
            names[0] = group.map(plain_group).unwrap_or_default();
            let level = self.indents.iter().position(|step| *step == indent).unwrap_or(0);
            names[level.max(usize::from(group.is_some()))] = name.to_owned();
            return names;
        }
        self.columns.levels.iter().map(|column| strip_number(&self.words(record, column)).1.to_owned()).collect()
    }

    /// A blank beside last year's amount is nothing this year; a cell that cannot be read is no amount.
    fn amount(&mut self, record: &Record, previous: Option<Yen>) -> Option<Yen> {
        let reading = self.yen(record, self.columns.amount);
        reading.value.or_else(|| previous.filter(|_| reading.issue.is_none()).map(|_| Yen(0)))
    }

    fn yen(&mut self, record: &Record, column: &FoundColumn) -> Reading<Yen> {
        let reading = amount(record, column, self.issues);
        Reading { value: reading.value.map(|yen| Yen(yen.0 * self.unit)), ..reading }
    }
}

/// 【事業費】 as 事業費.
fn plain_group(words: &str) -> String {
    strip_number(words.trim_matches(['【', '】', '■', '●', '◆', '○', '◎', '〈', '〉', '＜', '＞', '《', '》']))
        .1
        .to_owned()
}
