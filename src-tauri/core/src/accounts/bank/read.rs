//! 明細の読み取り: a file as read becomes lines with days, amounts and balances. Columns are known by the layout of a bank, by
//! what was chosen for such a file before, or by their headings; the last is asked about before anything is kept.

use std::borrow::Cow;

use chrono::NaiveDate;
use paper::RawBook;

use super::days::{DaySaid, century, day_of};
use super::layout::{Layout, layout_of};
use super::{BankLine, StatementLine, gaps, ordered, overlap};
use crate::accounts::Side;
use crate::intake::cells;
use crate::intake::columns::Kind;
use crate::intake::layout::{Place, Record, Table};
use crate::intake::mapping::{ColumnChoice, Hints, fingerprint};
use crate::intake::plan::{Issue, Plan, Planned, Verdict};
use crate::intake::{told, understand};
use crate::money::Yen;
use crate::text::half_width;
use crate::{Error, Result};

/// More lines than twenty years of a council's passbook have.
const MOST_LINES: usize = 20_000;

/// What is told of a statement and hinders nothing.
const ONLY_TOLD: [&str; 3] = ["bank.gap", "intake.amount_read", "intake.amount_read_often"];

/// A statement as read, before anything is kept.
#[derive(Debug)]
pub struct Statement {
    /// The bank whose layout it has.
    pub bank: Option<&'static Layout>,
    /// Nobody has said yet what the columns of such a file mean: the headings were only guessed from.
    pub is_guessed: bool,
    /// Its lines from the oldest to the newest, each new or held already, and what is wrong with the file.
    pub plan: Plan<StatementLine>,
}

/// Reads a statement; `held` are the lines of the purse that are kept already.
pub fn read(book: &RawBook, hints: &Hints, held: &[BankLine], today: NaiveDate) -> Result<Statement> {
    let found = understand(book, Kind::BankStatement, hints)?;
    let is_known = |table: &Table| hints.remembered.contains_key(&fingerprint(headings(table)));
    let is_said = !hints.chosen.is_empty() || found.iter().any(is_known);
    let bank = found.iter().find_map(|table| layout_of(&table.columns)).filter(|_| !is_said);
    let chosen = bank.map_or(vec![], |bank| choices(bank, &found));
    let found = match bank {
        Some(_) => understand(book, Kind::BankStatement, &Hints { chosen: &chosen, ..*hints })?,
        None => found,
    };
    let mut plan = Plan::of(Kind::BankStatement, book, &found);
    plan.issues.clear();
    let lines = lines(&found, today, &mut plan.issues);
    if lines.len() > MOST_LINES {
        return Err(Error::refused("bank.too_many").with("most", MOST_LINES));
    }
    if lines.is_empty() && plan.issues.is_empty() && found.iter().any(|table| table.is_used) {
        return Err(Error::refused("bank.no_lines"));
    }
    compare(&mut plan, lines, held);
    Ok(Statement { bank, is_guessed: bank.is_none() && !is_said, plan })
}

fn headings<'t>(table: &'t Table) -> impl Iterator<Item = &'t str> {
    table.columns.iter().map(|column| column.heading.as_str())
}

/// The columns of every table as the bank means them.
fn choices(bank: &Layout, tables: &[Table]) -> Vec<ColumnChoice> {
    let of_table = |table: &Table| {
        let choice = |column: &crate::intake::layout::FoundColumn| ColumnChoice {
            sheet: table.sheet.to_owned(),
            col: column.col,
            field: bank.field(&column.heading).map(str::to_owned),
        };
        table.columns.iter().map(choice).collect::<Vec<_>>()
    };
    tables.iter().flat_map(of_table).collect()
}

/// A line with the sheet and the place of its balance.
struct Found {
    sheet: String,
    balance: Place,
    line: StatementLine,
}

impl AsRef<StatementLine> for Found {
    fn as_ref(&self) -> &StatementLine {
        &self.line
    }
}

/// Every column that holds money.
const AMOUNTS: [&str; 4] = ["paid_in", "paid_out", "amount", "balance"];

/// The lines of all tables, from the oldest to the newest.
fn lines(tables: &[Table], today: NaiveDate, issues: &mut Vec<Issue>) -> Vec<Found> {
    let used = || tables.iter().filter(|table| table.is_used);
    let century = century(used().flat_map(Table::records).map(|record| day_of(&record)), today);
    let mut lines: Vec<Found> = Vec::new();
    for table in used() {
        for record in table.records() {
            match line(&record, century, today) {
                Ok(Some(line)) => {
                    for column in AMOUNTS.iter().flat_map(|field| record.columns(field)) {
                        told::amount(&record, column, issues);
                    }
                    lines.push(Found { sheet: table.sheet.to_owned(), balance: record.place("balance"), line })
                }
                Ok(None) => {}
                Err(issue) => issues.push(issue),
            }
        }
    }
    ordered(oldest_first(lines))
}

/// Banks write the newest line first or last.
fn oldest_first(mut lines: Vec<Found>) -> Vec<Found> {
    let days = || lines.windows(2).map(|pair| (pair[0].line.dated_on, pair[1].line.dated_on));
    let (up, down) = (days().filter(|(a, b)| a < b).count(), days().filter(|(a, b)| a > b).count());
    if down > up {
        lines.reverse();
    }
    lines
}

/// One line; none for a row that moves no money.
fn line(record: &Record, century: Option<i32>, today: NaiveDate) -> Result<Option<StatementLine>, Issue> {
    let said = day_of(record);
    let amount = amount(record)?;
    let unread = |words: &str| {
        Issue::at(record.place("date"), "bank.day_unreadable").with("row", record.row()).with("words", words)
    };
    let dated_on = match (&said, said.on(century), amount) {
        (_, Some(day), Some(_)) => day,
        (_, _, None) => return Ok(None),
        (DaySaid::Unread(words), None, _) => return Err(unread(words)),
        (_, None, _) => return Err(unread("")),
    };
    if dated_on > today {
        let ahead = Issue::at(record.place("date"), "bank.day_ahead").with("row", record.row());
        return Err(ahead.with("day", paper::wareki::long(dated_on)));
    }
    let words = |field| record.joined(field, "　").map_or_else(String::new, Cow::into_owned);
    Ok(Some(StatementLine {
        dated_on,
        amount_yen: amount.unwrap_or_default(),
        balance_yen: yen(record, "balance")?,
        description: words("description"),
        memo: words("memo"),
        row: record.row(),
    }))
}

/// What a line adds to the purse, from two columns, one column with a sign, or one beside 入金・出金; none where nothing moves.
fn amount(record: &Record) -> Result<Option<Yen>, Issue> {
    let [paid_in, paid_out, amount] = [yen(record, "paid_in")?, yen(record, "paid_out")?, yen(record, "amount")?];
    let moved = |amount: Option<Yen>| amount.filter(|yen| *yen != Yen(0));
    let issue = |field, code| Issue::at(record.place(field), code).with("row", record.row());
    match (moved(paid_in), moved(paid_out), moved(amount)) {
        (Some(_), Some(_), _) => Err(issue("paid_in", "bank.both_sides")),
        (Some(yen), None, _) => Ok(Some(yen)),
        (None, Some(yen), _) => Ok(Some(-yen)),
        (None, None, None) => Ok(None),
        (None, None, Some(yen)) => match record.text("side").map(|words| way_of(&words)) {
            None => Ok(Some(yen)),
            Some(Some(Side::Income)) => Ok(Some(yen)),
            Some(Some(Side::Expense)) => Ok(Some(-yen)),
            Some(None) => Err(issue("side", "bank.side_unknown")),
        },
    }
}

/// Whether money came in or went out, as banks say it; 1 and 2 are the codes of 全銀協.
fn way_of(words: &str) -> Option<Side> {
    let plain = half_width(words.trim());
    let plain = plain.trim_start_matches(['お', '御']);
    match plain.chars().next()? {
        '入' | '預' | '受' | '収' | '1' => Some(Side::Income),
        '出' | '払' | '支' | '引' | '2' => Some(Side::Expense),
        _ => None,
    }
}

fn yen(record: &Record, field: &str) -> Result<Option<Yen>, Issue> {
    let Some(raw) = record.raw(field) else { return Ok(None) };
    let read = cells::yen(&raw);
    if read.issue.is_some() {
        let issue = Issue::at(record.place(field), "bank.amount_unreadable").with("row", record.row());
        return Err(issue.with("words", cells::text(&raw)));
    }
    Ok(read.value)
}

/// Says of each line whether it is held already, and where the balances do not run on.
fn compare(plan: &mut Plan<StatementLine>, lines: Vec<Found>, held: &[BankLine]) {
    let plain = |yen: Yen| paper::Value::Yen(yen.0).shown(paper::Negative::White);
    for gap in gaps(&lines) {
        let Found { balance, line, .. } = &lines[gap.at];
        let issue = Issue::at(balance.clone(), "bank.gap").with("row", line.row);
        let issue = issue.with("expected", plain(gap.expected_yen));
        plan.issues.push(issue.with("written", plain(line.balance_yen.unwrap_or_default())));
    }
    let said: Vec<StatementLine> = lines.iter().map(|found| found.line.clone()).collect();
    let known = overlap::held(&said, held);
    plan.rows.extend(lines.into_iter().zip(known).map(|(found, known)| Planned {
        sheet: found.sheet,
        row: found.line.row,
        verdict: if known.is_some() { Verdict::Same } else { Verdict::New },
        draft: found.line,
        changes: vec![],
        reason: None,
        candidates: vec![],
        is_counted: true,
    }));
}

impl Statement {
    /// What stands in the way of keeping it: a line that cannot be read. A balance that does not run on is told and does not.
    pub fn in_the_way(&self) -> Option<Error> {
        let issue = self.plan.issues.iter().find(|issue| !ONLY_TOLD.contains(&issue.code))?;
        let error = Error::refused(issue.code);
        Some(issue.params.iter().fold(error, |error, (name, value)| error.with(name, value)))
    }

    /// The lines that are new, from the oldest to the newest.
    pub fn new_lines(&self) -> impl Iterator<Item = &StatementLine> {
        self.plan.rows.iter().filter(|row| row.verdict == Verdict::New).map(|row| &row.draft)
    }
}

#[cfg(test)]
mod tests;
