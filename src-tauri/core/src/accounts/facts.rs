//! What the books state.

mod audit;
mod budget;
mod cash_book;
mod crossing;
mod eligible;
mod funds;
mod ledgers;
mod parts;
mod receipts;
mod shares;
mod versions;

use std::collections::HashMap;

use chrono::NaiveDate;
use paper::Value;
use rusqlite::Connection;

pub use shares::state_sources;

use super::{
    Books, Eligibility, Entry, Fund, GrantId, Purse, PurseId, PurseKind, Remembered, SettledLine, Side, store,
};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::money::Yen;

/// States `budget.*`, `settlement.*` and `evidence.*` of 一般会計, `books.*`, `audit.*` and the parts of the year (`by_committee.*`,
/// `by_activity.*`, `committee_books.*`, `fund_books.*`, `funds.parts`) of all for one year; `grants` names the year's grants. Books
/// as they stood on `until`.
pub fn facts(
    conn: &Connection,
    (year, until): (FiscalYear, NaiveDate),
    grants: &HashMap<GrantId, String>,
) -> Result<Facts> {
    let (around, whole) = (Remembered::of(conn, year)?, Books::load(conn, year)?);
    // What is settled after the last day belongs to the whole year all the same.
    let whole = if until < year.last_day() { whole.until(until) } else { whole };
    let mut facts = Facts::default();
    facts.state("settlement.until_on", Value::Date(until));
    let past = whole.settled_before(around.past.as_deref());
    budget::state(&mut facts, &whole, &past);
    state_books(&mut facts, &whole);
    crossing::state(&mut facts, "books", &whole, until);
    state_closing(&mut facts, conn, &whole)?;
    audit::state(&mut facts, conn, &whole)?;
    receipts::state(&mut facts, conn, &whole)?;
    shares::state(&mut facts, &whole, around);
    funds::state(&mut facts, conn, &whole, &past)?;
    let books = whole.of_fund(None);
    state_totals(&mut facts, &books, until);
    crossing::state(&mut facts, "settlement", &books, until);
    state_versions(&mut facts, &books);
    state_side(&mut facts, (&books, &past), Side::Income, "income");
    state_side(&mut facts, (&books, &past), Side::Expense, "expense");
    facts.state("settlement.has_previous", if past.is_some() { Value::text("有") } else { Value::Blank });
    facts.state_list("settlement.beside", whole.funds.iter().map(|fund| beside_row(&whole, fund)).collect());
    eligible::state_settled(&mut facts, &books);
    state_evidence(&mut facts, &books, grants);
    Ok(facts)
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
    facts.state_list("books.balances", ledgers::balances(books, &stated));
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

fn state_totals(facts: &mut Facts, books: &Books, day: NaiveDate) {
    let (income, expense) = (books.total_yen(Side::Income), books.total_yen(Side::Expense));
    let income_settled = books.settled_lines(Side::Income).iter().map(|l| l.settled_yen).sum::<Yen>();
    facts.state("settlement.opening_yen", books.opening_yen());
    facts.state("settlement.income_yen", income);
    facts.state("settlement.expense_yen", expense);
    facts.state("settlement.income_settled_yen", income_settled);
    facts.state("settlement.balance_yen", income_settled - expense);
    facts.state("settlement.carry_over_yen", books.purses.iter().map(|p| books.closing_of(p.id)).sum::<Yen>());
    let holds = |p: &&Purse| is_place(books, p, books.balance_on(p.id, day)) || books.closing_of(p.id) != Yen(0);
    facts
        .state_list("settlement.purses", books.purses.iter().filter(holds).map(|p| purse_row(books, p, day)).collect());
}

/// There is a word once 補正 or 流用 changed the budget: only then papers show the versions.
fn state_versions(facts: &mut Facts, books: &Books) {
    let is_revised = books.revisions.iter().any(|one| one.number > 0 && one.decided_on.is_some());
    let has = is_revised || !books.reallocations.is_empty();
    facts.state("settlement.versions", if has { Value::text("有") } else { Value::Blank });
}

fn purse_row(books: &Books, purse: &Purse, day: NaiveDate) -> FactRow {
    row([
        ("purse", words(&purse.name)),
        ("opening_yen", books.opening_of(purse.id).fact()),
        ("held_yen", books.balance_on(purse.id, day).fact()),
        ("closing_yen", books.closing_of(purse.id).fact()),
    ])
}

fn state_side(facts: &mut Facts, (books, past): (&Books, &budget::Past), side: Side, name: &str) {
    let lines = books.settled_lines(side);
    let total = |of: fn(&SettledLine) -> Yen| lines.iter().map(of).sum::<Yen>();
    facts.state(&format!("settlement.{name}_budget_yen"), total(SettledLine::budget_yen));
    facts.state(&format!("settlement.{name}_initial_yen"), total(|line| line.initial_yen));
    facts.state(&format!("settlement.{name}_revised_yen"), total(|line| line.revised_yen));
    facts.state(&format!("settlement.{name}_moved_yen"), total(|line| line.moved_yen));
    facts.state(&format!("settlement.{name}_changed_yen"), total(SettledLine::changed_yen));
    facts.state(&format!("settlement.{name}_difference_yen"), total(SettledLine::difference_yen));
    let all: Vec<&SettledLine> = lines.iter().collect();
    facts.state(&format!("settlement.{name}_previous_settled_yen"), value_or_blank(past_yen(past, &all)));
    if side == Side::Expense {
        facts.state("settlement.expense_granted_yen", lines.iter().map(|l| granted_yen(books, l)).sum::<Yen>());
    }
    facts.state_list(&format!("settlement.{name}_kan"), kan_rows(&lines, past));
    facts.state_list(&format!("settlement.{name}"), lines.iter().map(|l| line_row(books, l, past)).collect());
}

/// 前年度決算 of lines together; none when that year has no books.
fn past_yen(past: &budget::Past, lines: &[&SettledLine]) -> Option<Yen> {
    let of = |past: &HashMap<_, Yen>| lines.iter().filter_map(|line| past.get(&line.item.id)).copied().sum();
    past.as_ref().map(of)
}

/// A 会計 beside 一般会計: what it held, received and paid.
fn beside_row(books: &Books, fund: &Fund) -> FactRow {
    let own = books.of_fund(Some(fund.id));
    row([
        ("fund", words(&fund.name)),
        ("opening_yen", own.opening_yen().fact()),
        ("income_yen", own.total_yen(Side::Income).fact()),
        ("expense_yen", own.total_yen(Side::Expense).fact()),
        ("closing_yen", own.carry_over_yen().fact()),
    ])
}

/// The part of an item that grants pay.
fn granted_yen(books: &Books, line: &SettledLine) -> Yen {
    let paid = |e: &&Entry| {
        e.kind.side() == Some(Side::Expense)
            && e.item_id == Some(line.item.id)
            && e.grant_id.is_some()
            && e.eligibility == Some(Eligibility::Eligible)
    };
    books.entries.iter().filter(paid).map(|e| e.amount_yen).sum()
}

fn line_row(books: &Books, line: &SettledLine, past: &budget::Past) -> FactRow {
    let mut row = budget::item_row(&line.item, &line.note);
    row.extend(settled_row(books, line, past));
    row
}

fn settled_row(books: &Books, line: &SettledLine, past: &budget::Past) -> FactRow {
    row([
        ("budget_yen", line.budget_yen().fact()),
        ("initial_yen", line.initial_yen.fact()),
        ("revised_yen", line.revised_yen.fact()),
        ("moved_yen", line.moved_yen.fact()),
        ("changed_yen", line.changed_yen().fact()),
        ("previous_yen", amount_or_blank(line.previous_yen)),
        ("previous_settled_yen", amount_or_blank(past_yen(past, &[line]))),
        ("settled_yen", line.settled_yen.fact()),
        ("difference_yen", line.difference_yen().fact()),
        ("granted_yen", granted_yen(books, line).fact()),
    ])
}

/// The 款 in the order in which they first stand.
fn kan_names<'a>(lines: impl Iterator<Item = &'a SettledLine>) -> Vec<&'a str> {
    let mut kans: Vec<&str> = Vec::new();
    for line in lines {
        if !kans.contains(&line.item.kan.as_str()) {
            kans.push(&line.item.kan);
        }
    }
    kans
}

/// Σ per 款.
fn kan_rows(lines: &[SettledLine], past: &budget::Past) -> Vec<FactRow> {
    let row_of = |kan: &str| {
        let own: Vec<&SettledLine> = lines.iter().filter(|line| line.item.kan == kan).collect();
        let total = |of: fn(&SettledLine) -> Yen| own.iter().map(|line| of(line)).sum::<Yen>().fact();
        row([
            ("kan", words(kan)),
            ("budget_yen", total(SettledLine::budget_yen)),
            ("initial_yen", total(|l| l.initial_yen)),
            ("revised_yen", total(|l| l.revised_yen)),
            ("moved_yen", total(|l| l.moved_yen)),
            ("changed_yen", total(SettledLine::changed_yen)),
            ("previous_settled_yen", amount_or_blank(past_yen(past, &own))),
            ("settled_yen", total(|l| l.settled_yen)),
            ("difference_yen", total(SettledLine::difference_yen)),
        ])
    };
    kan_names(lines.iter()).into_iter().map(row_of).collect()
}

fn state_evidence(facts: &mut Facts, books: &Books, grants: &HashMap<GrantId, String>) {
    let purses: HashMap<PurseId, &str> = books.purses.iter().map(|p| (p.id, p.name.as_str())).collect();
    let expenses: Vec<&Entry> = books.standing().filter(|e| e.kind.side() == Some(Side::Expense)).collect();
    let row_of = |e: &Entry| entry_row(e, &purses, grants);
    let mut items_yen = Yen(0);
    let items = books.settled_lines(Side::Expense).into_iter().filter_map(|line| {
        let own: Vec<&Entry> = expenses.iter().copied().filter(|e| e.item_id == Some(line.item.id)).collect();
        let total: Yen = own.iter().map(|e| e.amount_yen).sum();
        items_yen += total;
        (!own.is_empty()).then(|| {
            row([
                ("kan", words(&line.item.kan)),
                ("item", words(line.item.label())),
                ("count", Value::Count(own.len() as i64).into()),
                ("total_yen", total.fact()),
                ("entries", Fact::List(own.into_iter().map(row_of).collect())),
            ])
        })
    });
    let items: Vec<FactRow> = items.collect();
    facts.state("evidence.total_yen", items_yen);
    facts.state_list("evidence.items", items);
    facts.state("evidence.entries", Value::Count(expenses.len() as i64));
    let unclear = |e: &&&Entry| e.verdict() == Some(Eligibility::Unclear);
    facts.state("evidence.missing", Value::Count(books.without_receipt().count() as i64));
    facts.state("evidence.unclear", Value::Count(expenses.iter().filter(unclear).count() as i64));
}

fn entry_row(e: &Entry, purses: &HashMap<PurseId, &str>, grants: &HashMap<GrantId, String>) -> FactRow {
    row([
        ("voucher_no", e.voucher_no.map_or(Value::Blank, Value::Count).into()),
        ("entered_on", Value::Date(e.entered_on).into()),
        ("description", words(&e.description)),
        ("counterparty", words(&e.counterparty)),
        ("amount_yen", e.amount_yen.fact()),
        ("purse", words(purses.get(&e.purse_id).copied().unwrap_or(""))),
        ("fund", words(e.grant_id.and_then(|id| grants.get(&id)).map_or("自主財源", String::as_str))),
        ("eligibility", words(e.verdict().map_or("", Eligibility::label))),
        ("receipt", words(if e.has_receipt { "有" } else { "無" })),
    ])
}

impl Yen {
    /// The amount as a fact.
    pub fn fact(self) -> Fact {
        Value::from(self).into()
    }
}

#[cfg(test)]
mod tests;
