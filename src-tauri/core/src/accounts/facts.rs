//! What the books state.

use paper::Value;
use rusqlite::Connection;

use super::{Books, Entry, Side};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::money::{Yen, percent_tenths};

/// States `settlement.*`, `budget.*` and `evidence.*` for one year.
pub fn facts(conn: &Connection, year: FiscalYear) -> Result<Facts> {
    Ok(state(&Books::load(conn, year)?))
}

fn state(books: &Books) -> Facts {
    let mut facts = Facts::default();
    let (income, expense) = (books.total_yen(Side::Income), books.total_yen(Side::Expense));
    facts.state("settlement.opening_yen", books.opening_yen());
    facts.state("settlement.income_yen", income);
    facts.state("settlement.expense_yen", expense);
    facts.state("settlement.income_with_opening_yen", income + books.opening_yen());
    facts.state("settlement.carry_over_yen", books.carry_over_yen());
    facts.state_list("settlement.purses", books.purses.iter().map(|p| purse_row(books, p)).collect());
    state_side(&mut facts, books, Side::Income, "income");
    state_side(&mut facts, books, Side::Expense, "expense");
    facts.state_list("settlement.by_item", items_with_entries(books));
    let missing: Vec<FactRow> = books.without_receipt().map(entry_row).collect();
    facts.state("evidence.missing", Value::Count(missing.len() as i64));
    facts.state_list("evidence.missing_entries", missing);
    facts.state(
        "evidence.expenses",
        Value::Count(books.standing().filter(|e| e.kind.side() == Some(Side::Expense)).count() as i64),
    );
    facts
}

fn purse_row(books: &Books, purse: &super::Purse) -> FactRow {
    row([
        ("purse", words(&purse.name)),
        ("opening_yen", books.opening_of(purse.id).fact()),
        ("closing_yen", books.closing_of(purse.id).fact()),
    ])
}

fn state_side(facts: &mut Facts, books: &Books, side: Side, name: &str) {
    let lines = books.settled_lines(side);
    let sum = |of: fn(&super::SettledLine) -> Yen| lines.iter().map(of).sum::<Yen>();
    let (budget, settled) = (sum(|l| l.budget_yen), sum(|l| l.settled_yen));
    facts.state(&format!("budget.{name}_yen"), budget);
    facts.state(&format!("settlement.{name}_lines_yen"), settled);
    facts.state(&format!("settlement.{name}_difference_yen"), settled - budget);
    facts.state(
        &format!("budget.{name}_rate_percent"),
        percent_tenths(settled.0, budget.0).map_or(Value::Blank, Value::Percent),
    );
    let rows = lines.iter().map(|l| {
        row([
            ("kan", words(&l.item.kan)),
            ("item", words(&l.item.kou)),
            ("budget_yen", l.budget_yen.fact()),
            ("previous_yen", l.previous_yen.map_or(Value::Blank, Value::from).into()),
            ("settled_yen", l.settled_yen.fact()),
            ("difference_yen", l.difference_yen().fact()),
            ("note", words(&l.note)),
        ])
    });
    facts.state_list(&format!("settlement.{name}"), rows.collect());
}

/// 経費内訳: each expense item with its entries in the order of the books.
fn items_with_entries(books: &Books) -> Vec<FactRow> {
    let lines = books.settled_lines(Side::Expense);
    let with_entries = lines.iter().filter_map(|line| {
        let of_item = |e: &&Entry| e.kind.side() == Some(Side::Expense) && e.item_id == Some(line.item.id);
        let entries: Vec<FactRow> = books
            .entries
            .iter()
            .filter(of_item)
            .enumerate()
            .map(|(i, e)| {
                let mut facts = entry_row(e);
                facts.insert("number".into(), Value::Count(i as i64 + 1).into());
                facts
            })
            .collect();
        (!entries.is_empty()).then(|| {
            row([
                ("kan", words(&line.item.kan)),
                ("item", words(&line.item.kou)),
                ("total_yen", line.settled_yen.fact()),
                ("entries", Fact::List(entries)),
            ])
        })
    });
    with_entries.collect()
}

fn entry_row(e: &Entry) -> FactRow {
    row([
        ("id", words(&e.id.to_string())),
        ("on", Value::Date(e.entered_on).into()),
        ("on_short", words(&paper::wareki::short(e.entered_on))),
        ("voucher_no", e.voucher_no.map_or(Value::Blank, Value::Count).into()),
        ("description", words(&e.description)),
        ("counterparty", words(&e.counterparty)),
        ("amount_yen", e.amount_yen.fact()),
        ("receipt", words(if e.has_receipt { "有" } else { "無" })),
    ])
}

impl Yen {
    /// The amount as a fact.
    pub fn fact(self) -> Fact {
        Value::from(self).into()
    }
}
