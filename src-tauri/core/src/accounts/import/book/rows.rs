//! 出納帳の行の読み方: from the records of one table to lines, openings and rows that are neither.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::carried::{RowKind, row_kind};
use super::columns::{BookColumns, MoneyColumn, titled_item};
use super::funds::{Placed, RowFund};
use super::line::{BookLine, Spot};
use super::marks::has_receipt;
use super::placing::{at_odds, says_fund};
use super::purses;
use super::row_words::RowWords;
use crate::accounts::import::side::side_in;
use crate::accounts::{Books, Side};
use crate::calendar::FiscalYear;
use crate::intake::cells;
use crate::intake::days::{DayCells, Days};
use crate::intake::layout::Why;
use crate::intake::layout::{FoundColumn, Record, Table};
use crate::intake::plan::{Issue, SkippedRow};
use crate::intake::told::{amount, unread};
use crate::money::Yen;

/// What all tables of a book have brought so far.
#[derive(Debug, Default)]
pub struct BookRows {
    /// Money that moved, in the order of the paper.
    pub lines: Vec<BookLine>,
    /// 前年度繰越 by purse, as written.
    pub openings: BTreeMap<String, Yen>,
    /// What each purse holds after its last line.
    pub held: BTreeMap<String, Yen>,
    /// Purses in the order in which they come.
    pub purses: Vec<String>,
    /// 会計 of each purse that is met.
    pub funds: BTreeMap<String, RowFund>,
    /// The row in which each purse is first met.
    pub first: BTreeMap<String, Spot>,
    /// What could not be read, or is worth a look.
    pub issues: Vec<Issue>,
    /// Rows that only carry a balance or sum up.
    pub skipped: Vec<SkippedRow>,
}

/// How the amounts of a column came to their side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sided {
    /// No amount yet.
    Unseen,
    /// Something says it: the heading, a column, a title, a sign.
    Said,
    /// Nothing says it.
    Guessed,
}

/// Reads one table of a book.
pub struct TableReader<'t, 'r> {
    columns: BookColumns<'t>,
    days: Days,
    pub(super) purse: String,
    side: Option<Side>,
    pub(super) known: &'r Books,
    /// Where the table says which 会計 a row belongs to.
    pub(super) says_fund: bool,
    /// Purses that an earlier table has opened.
    opened: Vec<String>,
    /// The item that the words above the table name.
    item: Option<String>,
    /// How each column of amounts came to its side.
    sided: Vec<Sided>,
    /// Lines of earlier tables.
    began: usize,
    pub(super) rows: &'r mut BookRows,
}

impl<'t, 'r> TableReader<'t, 'r> {
    /// At the head of a table.
    pub fn new(table: &'t Table, year: FiscalYear, known: &'r Books, rows: &'r mut BookRows) -> TableReader<'t, 'r> {
        let titles: Vec<String> = table.titles.iter().chain(&table.sheet_titles).cloned().collect();
        let columns = BookColumns::of(table, &known.purses);
        TableReader {
            sided: vec![Sided::Unseen; columns.money.len()],
            began: rows.lines.len(),
            columns,
            days: Days::new(year, table.sheet),
            purse: purses::of_table(table, &known.purses),
            says_fund: says_fund(table, known),
            item: titled_item(table, &titles),
            side: titles.iter().find_map(|title| side_in(title)).or_else(|| side_in(table.sheet)),
            known,
            opened: rows.openings.keys().cloned().collect(),
            rows,
        }
    }

    /// Reads a record.
    pub fn read(&mut self, record: &Record) {
        let day = self.day(record);
        let words = RowWords::of(record);
        let moves = self.moves(record);
        match row_kind(&words.item, &words.description) {
            RowKind::Summary => self.skip(record),
            RowKind::Opening if !self.is_opened(record, &words) => self.open(record, &words, &moves),
            RowKind::Carried if !self.is_begun(record, &words) => self.open(record, &words, &moves),
            RowKind::Opening | RowKind::Carried => self.skip(record),
            RowKind::Entry => self.enter(record, &words, day, &moves),
        }
    }

    fn skip(&mut self, record: &Record) {
        let Spot { sheet, row } = spot(record);
        self.rows.skipped.push(SkippedRow { sheet, row, why: Why::Total });
    }

    /// True when the purse of the row has an opening or a line already.
    fn is_begun(&self, record: &Record, words: &RowWords) -> bool {
        self.rows.held.contains_key(&self.place(record, words, None).purse)
    }

    /// True when the purse of the row has its opening from another table, or lines after it.
    fn is_opened(&self, record: &Record, words: &RowWords) -> bool {
        let purse = self.place(record, words, None).purse;
        self.opened.contains(&purse)
            || self.rows.openings.contains_key(&purse) && self.rows.lines.iter().any(|line| line.purse == purse)
    }

    /// A column of amounts of which nothing says whether they came in or went out is left to the user: no side is guessed.
    pub fn finish(self, table: &Table) {
        let unclear = self.columns.money.iter().zip(&self.sided).filter(|(_, sided)| **sided == Sided::Guessed);
        let unclear: Vec<&FoundColumn> = unclear.map(|(money, _)| money.column).collect();
        if unclear.is_empty() {
            return;
        }
        for column in &unclear {
            let issue = Issue::at(table.heading_place(column), "accounts.side_unknown");
            self.rows.issues.push(issue.with("heading", &column.heading));
        }
        let began = self.began;
        let guessed: Vec<u32> = unclear.iter().map(|column| column.col).collect();
        let lines = self.rows.lines.split_off(began);
        self.rows.lines.extend(lines.into_iter().filter(|line| !guessed.contains(&line.col)));
        if self.rows.lines.is_empty() {
            self.rows.first.clear();
        }
    }

    /// Amounts with their columns; of an opening the balance may be all that is written.
    fn moves(&mut self, record: &Record) -> Vec<(usize, Yen)> {
        let mut moves = Vec::new();
        for (at, money) in self.columns.money.iter().enumerate() {
            let reading = amount(record, money.column, &mut self.rows.issues);
            moves.extend(reading.value.filter(|yen| yen.0 != 0).map(|yen| (at, yen)));
        }
        moves
    }

    /// 前年度繰越: one for each purse that the row fills.
    fn open(&mut self, record: &Record, words: &RowWords, moves: &[(usize, Yen)]) {
        let named = |at: usize| self.columns.money[at].purse.clone();
        let mut opened: Vec<(Option<String>, Yen)> = moves.iter().map(|(at, yen)| (named(*at), *yen)).collect();
        if opened.is_empty() {
            let (balances, issues) = (self.columns.balances.iter(), &mut self.rows.issues);
            let read = |(purse, column): &(Option<String>, &FoundColumn)| {
                Some((purse.clone(), amount(record, column, issues).value?))
            };
            opened = balances.filter_map(read).collect();
        }
        for (named, yen) in opened {
            let place = self.place(record, words, named.as_ref());
            self.meet(&place, spot(record));
            *self.rows.openings.entry(place.purse.clone()).or_default() += yen;
            *self.rows.held.entry(place.purse).or_default() += yen;
        }
    }

    fn enter(&mut self, record: &Record, words: &RowWords, day: Option<NaiveDate>, moves: &[(usize, Yen)]) {
        let Some(on) = day else {
            if !moves.is_empty() {
                self.rows.issues.push(Issue::at(record.place("date"), "accounts.no_date"));
            }
            return self.skip(record);
        };
        if moves.is_empty() {
            return self.skip(record);
        }
        for &(at, yen) in moves {
            let money = &self.columns.money[at];
            let place = self.place(record, words, money.purse.as_ref());
            if place.is_at_odds {
                self.rows.issues.push(at_odds(record, &place));
            }
            let (line, is_said) = self.line(record, words, (money, &place), (on, yen));
            self.sided[at] = match (self.sided[at], is_said) {
                (Sided::Said, _) | (_, true) => Sided::Said,
                _ => Sided::Guessed,
            };
            let is_negative = line.amount < Yen(0);
            let issue = is_negative.then(|| Issue::at(record.place_of(money.column), "accounts.negative_amount"));
            self.rows.issues.extend(issue);
            self.meet(&place, line.spot.clone());
            *self.rows.held.entry(line.purse.clone()).or_default() += line.effect();
            self.rows.lines.push(line);
        }
    }

    /// The line, and whether anything says its side.
    fn line(
        &self,
        record: &Record,
        words: &RowWords,
        (money, place): (&MoneyColumn, &Placed),
        (on, yen): (NaiveDate, Yen),
    ) -> (BookLine, bool) {
        let said = self.side(record, words, money, yen);
        let (side, amount) = said.unwrap_or((Side::Income, yen));
        let balance = self
            .columns
            .balance_of(&money.purse)
            .and_then(|column| Some((cells::yen(record.at(column)?.as_ref()).value?, column.col)));
        let text = |field| record.text(field).unwrap_or_default();
        let line = BookLine {
            spot: spot(record),
            col: money.column.col,
            transfer: self.transfer(words, place),
            book: place.book.clone(),
            purse: place.purse.clone(),
            fund: place.fund.clone(),
            on,
            side,
            amount,
            above: words.above.clone(),
            item: Some(&words.item)
                .filter(|item| !item.is_empty())
                .or(money.item.as_ref())
                .or(self.item.as_ref())
                .cloned()
                .unwrap_or_default(),
            description: words.description.clone(),
            counterparty: words.counterparty.clone(),
            voucher_no: words.voucher_no,
            funding: self.funding(record).map(|field| text(field).into_owned()),
            eligibility: self.columns.mark.map(|(column, kind)| kind.read(&written(record, column))),
            has_receipt: record.columns("receipt").next().map(|column| has_receipt(&written(record, column))),
            balance,
        };
        (line, said.is_some())
    }

    /// The side that the column, the row, the group above or the sign says.
    fn side(&self, record: &Record, words: &RowWords, money: &MoneyColumn, yen: Yen) -> Option<(Side, Yen)> {
        let leaves = words.arrow().map(|_| Side::Expense);
        let said = words.side();
        let section = || record.section().and_then(side_in);
        match money.side.or(leaves).or(said).or_else(section).or(self.side) {
            Some(side) => Some((side, yen)),
            None => (yen < Yen(0)).then(|| (Side::Expense, -yen)),
        }
    }

    fn day(&mut self, record: &Record) -> Option<NaiveDate> {
        let (date, month, day) = (record.raw("date"), record.raw("month"), record.raw("day"));
        let reading = self.days.read(DayCells { date: date.as_deref(), month: month.as_deref(), day: day.as_deref() });
        let column = ["date", "day"].into_iter().find_map(|field| record.columns(field).next());
        if let (Some(code), Some(column)) = (reading.issue, column) {
            self.rows.issues.push(unread(record, column, code));
        }
        reading.value
    }
}

fn spot(record: &Record) -> Spot {
    Spot { sheet: record.place("date").sheet, row: record.row() }
}

fn written(record: &Record, column: &FoundColumn) -> String {
    record.at(column).map(|raw| cells::text(&raw).into_owned()).unwrap_or_default()
}
