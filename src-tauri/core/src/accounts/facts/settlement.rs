//! 収支決算: what was received and paid by item, beside the budget and the year before.

use std::collections::HashMap;

use chrono::NaiveDate;
use paper::Value;

use super::budget::{self, Past};
use super::{amount_or_blank, is_place, value_or_blank, words};
use crate::accounts::{Books, Eligibility, Entry, Fund, Purse, SettledLine, Side};
use crate::fact::{FactRow, Facts, row};
use crate::money::Yen;

pub(super) fn state_totals(facts: &mut Facts, books: &Books, day: NaiveDate) {
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

/// There is a word once 補正 or 流用 changed the budget of this 会計: only then papers show the versions.
pub(super) fn state_versions(facts: &mut Facts, books: &Books) {
    let is_revised =
        books.revisions.iter().any(|one| one.number > 0 && one.decided_on.is_some() && !one.changes.is_empty());
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

pub(super) fn state_side(facts: &mut Facts, (books, past): (&Books, &Past), side: Side, name: &str) {
    let lines = books.settled_lines(side);
    state_sums(facts, &lines, name);
    let compared = books.compared_lines(side, past.as_ref());
    let all: Vec<&SettledLine> = compared.iter().collect();
    facts.state(format!("settlement.{name}_previous_settled_yen"), value_or_blank(past_yen(past, &all)));
    facts.state_list(format!("settlement.{name}_compared_kan"), kan_rows(&compared, past));
    facts
        .state_list(format!("settlement.{name}_compared"), compared.iter().map(|l| line_row(books, l, past)).collect());
    if side == Side::Expense {
        facts.state("settlement.expense_granted_yen", lines.iter().map(|l| granted_yen(books, l)).sum::<Yen>());
    }
    facts.state_list(format!("settlement.{name}_kan"), kan_rows(&lines, past));
    facts.state_list(format!("settlement.{name}"), lines.iter().map(|l| line_row(books, l, past)).collect());
}

/// The sums of a side over its lines.
pub(super) fn state_sums(facts: &mut Facts, lines: &[SettledLine], name: &str) {
    let total = |of: fn(&SettledLine) -> Yen| lines.iter().map(of).sum::<Yen>();
    facts.state(format!("settlement.{name}_budget_yen"), total(SettledLine::budget_yen));
    facts.state(format!("settlement.{name}_initial_yen"), total(|line| line.initial_yen));
    facts.state(format!("settlement.{name}_revised_yen"), total(|line| line.revised_yen));
    facts.state(format!("settlement.{name}_moved_yen"), total(|line| line.moved_yen));
    facts.state(format!("settlement.{name}_changed_yen"), total(SettledLine::changed_yen));
    facts.state(format!("settlement.{name}_difference_yen"), total(SettledLine::difference_yen));
}

/// 前年度決算 of lines together; none when that year has no books.
fn past_yen(past: &Past, lines: &[&SettledLine]) -> Option<Yen> {
    let of = |past: &HashMap<_, Yen>| lines.iter().filter_map(|line| past.get(&line.item.id)).copied().sum();
    past.as_ref().map(of)
}

/// A 会計 beside 一般会計: what it held, received and paid.
pub(super) fn beside_row(books: &Books, fund: &Fund) -> FactRow {
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
pub(super) fn granted_yen(books: &Books, line: &SettledLine) -> Yen {
    let paid = |e: &&Entry| {
        e.kind.side() == Some(Side::Expense)
            && e.item_id == Some(line.item.id)
            && e.grant_id.is_some()
            && e.eligibility == Some(Eligibility::Eligible)
    };
    books.entries.iter().filter(paid).map(|e| e.amount_yen).sum()
}

pub(super) fn line_row(books: &Books, line: &SettledLine, past: &Past) -> FactRow {
    let mut row = budget::item_row(&line.item, &line.note);
    row.extend(settled_row(books, line, past));
    row
}

fn settled_row(books: &Books, line: &SettledLine, past: &Past) -> FactRow {
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
pub(super) fn kan_names<'a>(lines: impl Iterator<Item = &'a SettledLine>) -> Vec<&'a str> {
    let mut kans: Vec<&str> = Vec::new();
    for line in lines {
        if !kans.contains(&line.item.kan.as_str()) {
            kans.push(&line.item.kan);
        }
    }
    kans
}

/// Σ per 款.
fn kan_rows(lines: &[SettledLine], past: &Past) -> Vec<FactRow> {
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
