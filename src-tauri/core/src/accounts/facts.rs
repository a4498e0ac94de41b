//! What the books state.

mod approvals;
mod audit;
mod budget;
mod cash_book;
mod collected;
mod crossing;
mod eligible;
mod evidence;
mod findings;
mod funds;
mod ledgers;
mod parts;
mod receipts;
mod settlement;
mod shares;
mod standing;
mod versions;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use paper::Value;
use rusqlite::Connection;

pub use audit::audited_on;
pub use collected::collected;
pub use shares::state_sources;

use settlement::{beside_row, state_side, state_sums, state_totals, state_versions};

use super::{Books, Entry, GrantId, Purse, PurseKind, Remembered, Reserves, Side, store};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::fact::{Fact, Facts, row, words};
use crate::money::Yen;

/// States `budget.*` and `settlement.*` of 一般会計, `evidence.*`, `books.*`, `audit.*` and the parts of the year (`by_committee.*`,
/// `by_activity.*`, `committee_books.*`, `fund_books.*`, `funds.parts`) of all for one year; `grants` names the year's grants. Books
/// as they stood on `until`; `strict` are the grants that pay nothing without a receipt.
pub fn facts(
    conn: &Connection,
    (year, until): (FiscalYear, NaiveDate),
    grants: &HashMap<GrantId, String>,
    strict: &HashSet<GrantId>,
) -> Result<Facts> {
    let (mut around, mut whole) = (Remembered::of(conn, year)?, Books::load(conn, year)?);
    whole.judge_by_receipts(strict);
    // What is settled after the last day belongs to the whole year all the same.
    let whole = if until < year.last_day() { whole.until(until) } else { whole };
    let reserves = around.reserves.take().map_or_else(|| Reserves::now(conn, &whole.funds), Ok)?;
    let mut facts = Facts::default();
    state_closing(&mut facts, conn, &whole)?;
    audit::state(&mut facts, conn, &whole)?;
    approvals::state(&mut facts, &whole);
    findings::state(&mut facts, conn, year)?;
    standing::state(&mut facts, conn, &whole)?;
    receipts::state(&mut facts, conn, &whole)?;
    facts.extend(collected(conn, &whole)?);
    state_reckoned(&mut facts, &whole, Around { around, reserves, until, grants });
    Ok(facts)
}

/// What the books themselves do not say: the names beside them, 積立の状況, the day, and the year's grants.
pub(crate) struct Around<'a> {
    pub around: Remembered,
    pub reserves: Reserves,
    pub until: NaiveDate,
    pub grants: &'a HashMap<GrantId, String>,
}

/// States all that is reckoned from the books of a year.
pub(crate) fn state_reckoned(facts: &mut Facts, whole: &Books, known: Around) {
    let Around { around, reserves, until, grants } = known;
    let past = whole.settled_before(around.past.as_deref());
    facts.state("settlement.until_on", Value::Date(until));
    budget::state(facts, whole, &past, &parts::Owners::of(whole, &around, grants));
    state_books(facts, whole);
    crossing::state(facts, "books", whole, until);
    funds::state(facts, whole, &past, &reserves);
    shares::state(facts, whole, around, grants);
    let books = whole.of_fund(None);
    state_totals(facts, &books, until);
    crossing::state(facts, "settlement", &books, until);
    state_versions(facts, &books);
    state_side(facts, (&books, &past), Side::Income, "income");
    state_side(facts, (&books, &past), Side::Expense, "expense");
    facts.state("settlement.has_previous", if past.is_some() { Value::text("有") } else { Value::Blank });
    facts.state_list("settlement.beside", whole.funds.iter().map(|fund| beside_row(whole, fund)).collect());
    eligible::state_settled(facts, &books, whole);
    evidence::state(facts, whole, grants);
}

/// The sums of `settlement.*` of 一般会計 and the counts of `evidence.*`, without a row for every item and entry.
pub fn figures(whole: &Books) -> Facts {
    let (books, mut facts) = (whole.of_fund(None), Facts::default());
    state_totals(&mut facts, &books, books.year.last_day());
    for (side, name) in [(Side::Income, "income"), (Side::Expense, "expense")] {
        state_sums(&mut facts, &books.settled_lines(side), name);
    }
    evidence::state_counts(&mut facts, whole);
    facts
}

fn state_books(facts: &mut Facts, books: &Books) {
    facts.state_list("books.purses", cash_book::purse_books(books));
    facts.state_list("books.items", ledgers::item_books(books));
    facts.state_list("books.months", ledgers::months(books));
    facts.state_list("books.month_purses", ledgers::month_purses(books));
    facts.state_list("books.assets", ledgers::assets(books));
    facts.state("books.opening_yen", books.opening_yen());
    facts.state("books.income_yen", books.total_yen(Side::Income));
    facts.state("books.expense_yen", books.total_yen(Side::Expense));
    facts.state("books.balance_yen", books.carry_over_yen());
}

/// Whether the year is closed, under which mark, what was found on its last day, and each reopening.
fn state_closing(facts: &mut Facts, conn: &Connection, books: &Books) -> Result<()> {
    let year = books.year;
    let stated = store::stated_balances(conn, year.first_day(), year.last_day())?;
    let closed = store::closed_year(conn, year)?;
    let reopened = store::reopenings(conn, year)?.into_iter().map(|mark| {
        row([
            ("on", Value::Date(mark.reopened_on).into()),
            ("chair", words(&mark.chair)),
            ("auditor", words(&mark.auditor)),
            ("reason", words(&mark.reason)),
        ])
    });
    ledgers::state_balances(facts, books, &stated);
    facts.state_list("books.reopenings", reopened.collect());
    facts.state("books.closed_on", closed.as_ref().map_or(Value::Blank, |one| Value::Date(one.closed_on)));
    facts.state("books.mark", closed.map_or(Value::Blank, |one| Value::text(one.mark())));
    Ok(())
}

/// True for a place of money: one that holds some, or has a book in this year. An advance that was settled is none any more.
fn is_place(books: &Books, purse: &Purse, held: Yen) -> bool {
    held != Yen(0) || (purse.kind != PurseKind::Advance && books.has_book(purse.id))
}

/// 普通預金, or with its 会計 where that is another one than 一般会計.
fn purse_label(books: &Books, purse: &Purse) -> String {
    let fund = books.funds.iter().find(|fund| Some(fund.id) == purse.fund_id);
    fund.map_or_else(|| purse.name.clone(), |fund| format!("{}（{}）", purse.name, fund.name))
}

fn item_label(books: &Books, entry: &Entry) -> String {
    let item = books.items.iter().find(|item| Some(item.id) == entry.item_id);
    item.map_or_else(String::new, |item| item.label().to_owned())
}

fn amount_or_blank(amount: Option<Yen>) -> Fact {
    value_or_blank(amount).into()
}

fn value_or_blank(amount: Option<Yen>) -> Value {
    amount.map_or(Value::Blank, Value::from)
}

impl Yen {
    /// The amount as a fact.
    pub fn fact(self) -> Fact {
        Value::from(self).into()
    }
}

#[cfg(test)]
mod tests;
