//! What the books state.

mod budget;

use std::collections::HashMap;

use paper::Value;
use rusqlite::Connection;

use super::{Books, Eligibility, Entry, GrantId, Purse, PurseId, SettledLine, Side};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::money::Yen;

/// States `budget.*`, `settlement.*` and `evidence.*` for one year; `grants` names the year's grants.
pub fn facts(conn: &Connection, year: FiscalYear, grants: &HashMap<GrantId, String>) -> Result<Facts> {
    let (past, all) = (Books::load(conn, year.previous())?, Books::load(conn, year)?);
    let mut facts = Facts::default();
    budget::state(&mut facts, &all, &past);
    let books = all.of_fund(None);
    state_totals(&mut facts, &books);
    state_versions(&mut facts, &books);
    state_side(&mut facts, &books, Side::Income, "income");
    state_side(&mut facts, &books, Side::Expense, "expense");
    state_evidence(&mut facts, &books, grants);
    Ok(facts)
}

fn state_totals(facts: &mut Facts, books: &Books) {
    let (income, expense) = (books.total_yen(Side::Income), books.total_yen(Side::Expense));
    let income_settled = books.settled_lines(Side::Income).iter().map(|l| l.settled_yen).sum::<Yen>();
    facts.state("settlement.opening_yen", books.opening_yen());
    facts.state("settlement.income_yen", income);
    facts.state("settlement.expense_yen", expense);
    facts.state("settlement.income_settled_yen", income_settled);
    facts.state("settlement.balance_yen", income_settled - expense);
    facts.state("settlement.carry_over_yen", books.purses.iter().map(|p| books.closing_of(p.id)).sum::<Yen>());
    facts.state_list("settlement.purses", books.purses.iter().map(|p| purse_row(books, p)).collect());
}

/// There is a word once 補正 or 流用 changed the budget: only then papers show the versions.
fn state_versions(facts: &mut Facts, books: &Books) {
    let is_revised = books.revisions.iter().any(|one| one.number > 0 && one.decided_on.is_some());
    let has = is_revised || !books.reallocations.is_empty();
    facts.state("settlement.versions", if has { Value::text("有") } else { Value::Blank });
}

fn purse_row(books: &Books, purse: &Purse) -> FactRow {
    row([
        ("purse", words(&purse.name)),
        ("opening_yen", books.opening_of(purse.id).fact()),
        ("closing_yen", books.closing_of(purse.id).fact()),
    ])
}

fn state_side(facts: &mut Facts, books: &Books, side: Side, name: &str) {
    let lines = books.settled_lines(side);
    let total = |of: fn(&SettledLine) -> Yen| lines.iter().map(of).sum::<Yen>();
    facts.state(&format!("settlement.{name}_budget_yen"), total(SettledLine::budget_yen));
    facts.state(&format!("settlement.{name}_initial_yen"), total(|line| line.initial_yen));
    facts.state(&format!("settlement.{name}_revised_yen"), total(|line| line.revised_yen));
    facts.state(&format!("settlement.{name}_moved_yen"), total(|line| line.moved_yen));
    facts.state(&format!("settlement.{name}_difference_yen"), total(SettledLine::difference_yen));
    if side == Side::Expense {
        facts.state("settlement.expense_granted_yen", lines.iter().map(|l| granted_yen(books, l)).sum::<Yen>());
    }
    facts.state_list(&format!("settlement.{name}_kan"), kan_rows(&lines));
    facts.state_list(&format!("settlement.{name}"), lines.iter().map(|l| line_row(books, l)).collect());
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

fn line_row(books: &Books, line: &SettledLine) -> FactRow {
    row([
        ("kan", words(&line.item.kan)),
        ("item", words(line.item.label())),
        ("budget_yen", line.budget_yen().fact()),
        ("initial_yen", line.initial_yen.fact()),
        ("revised_yen", line.revised_yen.fact()),
        ("moved_yen", line.moved_yen.fact()),
        ("previous_yen", line.previous_yen.map_or(Value::Blank, Value::from).into()),
        ("settled_yen", line.settled_yen.fact()),
        ("difference_yen", line.difference_yen().fact()),
        ("granted_yen", granted_yen(books, line).fact()),
        ("note", words(&line.note)),
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
fn kan_rows(lines: &[SettledLine]) -> Vec<FactRow> {
    let row_of = |kan: &str| {
        let total =
            |of: fn(&SettledLine) -> Yen| lines.iter().filter(|l| l.item.kan == kan).map(of).sum::<Yen>().fact();
        row([
            ("kan", words(kan)),
            ("budget_yen", total(SettledLine::budget_yen)),
            ("initial_yen", total(|l| l.initial_yen)),
            ("revised_yen", total(|l| l.revised_yen)),
            ("moved_yen", total(|l| l.moved_yen)),
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
    let items = books.settled_lines(Side::Expense).into_iter().filter_map(|line| {
        let own: Vec<&Entry> = expenses.iter().copied().filter(|e| e.item_id == Some(line.item.id)).collect();
        (!own.is_empty()).then(|| {
            row([
                ("kan", words(&line.item.kan)),
                ("item", words(line.item.label())),
                ("count", Value::Count(own.len() as i64).into()),
                ("total_yen", own.iter().map(|e| e.amount_yen).sum::<Yen>().fact()),
                ("entries", Fact::List(own.into_iter().map(row_of).collect())),
            ])
        })
    });
    facts.state_list("evidence.items", items.collect());
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
