//! 当初・各補正・流用を左右に並べた予算.

use paper::Value;

use super::budget::{decision, item_row, known_lines, revised};
use super::settlement::kan_names;
use crate::accounts::{Books, BudgetRevision, SettledLine, Side};
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::money::Yen;

/// The revisions that have a column of their own; later ones share the last column.
const OWN: i64 = 4;

/// States which columns there are, and who decided what.
pub(super) fn state(facts: &mut Facts, books: &Books) {
    let said = |is_there: bool| if is_there { Value::text("有") } else { Value::Blank };
    for (column, is_of) in columns() {
        let is_there = decided(books).any(is_of);
        facts.state(format!("budget.has_revision_{column}"), said(is_there));
    }
    let is_revised = decided(books).next().is_some() || !books.reallocations.is_empty();
    facts.state("budget.unrevised", said(!is_revised));
    facts.state("budget.has_moves", said(!books.reallocations.is_empty()));
    facts.state_list("budget.decisions", books.revisions.iter().map(decision_row).collect());
}

/// States 当初, each 補正, 流用 and 予算現額 of one 会計, for every item that has any of them.
pub(super) fn state_fund(fund: &mut FactRow, books: &Books) {
    for (side, prefix) in [(Side::Income, "income"), (Side::Expense, "expense")] {
        let all = known_lines(books, side);
        let lines: Vec<&SettledLine> = all.iter().filter(|line| is_planned(books, line)).collect();
        let rows = lines.iter().map(|line| {
            let mut row = item_row(&line.item, &line.note);
            state_lines(&mut row, "", books, &[line]);
            row
        });
        let kans = kan_names(lines.iter().copied()).into_iter().map(|kan| {
            let own: Vec<&SettledLine> = lines.iter().copied().filter(|line| line.item.kan == kan).collect();
            let mut row = row([("kan", words(kan))]);
            state_lines(&mut row, "", books, &own);
            row
        });
        fund.insert(format!("all_{prefix}").into(), Fact::List(rows.collect()));
        fund.insert(format!("all_{prefix}_kan").into(), Fact::List(kans.collect()));
        state_lines(fund, &format!("{prefix}_"), books, &lines);
    }
}

/// True where 当初, 流用 or any decided 補正 has something, even when they come to nothing together.
fn is_planned(books: &Books, line: &SettledLine) -> bool {
    let is_changed = || decided(books).flat_map(|one| &one.changes).any(|change| change.item_id == line.item.id);
    line.initial_yen != Yen(0) || line.moved_yen != Yen(0) || is_changed()
}

fn state_lines(row: &mut FactRow, prefix: &str, books: &Books, lines: &[&SettledLine]) {
    let sum = |of: fn(&SettledLine) -> Yen| lines.iter().map(|line| of(line)).sum::<Yen>().fact();
    row.insert(format!("{prefix}initial_yen").into(), sum(|line| line.initial_yen));
    for (column, is_of) in columns() {
        let changes = decided(books).filter(|one| is_of(one)).flat_map(|one| &one.changes);
        let own = changes.filter(|change| lines.iter().any(|line| line.item.id == change.item_id));
        let amount: Yen = own.map(|change| change.amount_yen).sum();
        row.insert(format!("{prefix}revision_{column}_yen").into(), amount.fact());
    }
    row.insert(format!("{prefix}moved_yen").into(), sum(|line| line.moved_yen));
    row.insert(format!("{prefix}in_force_yen").into(), sum(SettledLine::budget_yen));
}

/// Whether a revision stands in a column.
type IsOf = fn(&BudgetRevision) -> bool;

/// The columns by name, and which revisions stand in each.
fn columns() -> [(&'static str, IsOf); 5] {
    [
        ("1", |one| one.number == 1),
        ("2", |one| one.number == 2),
        ("3", |one| one.number == 3),
        ("4", |one| one.number == OWN),
        ("later", |one| one.number > OWN),
    ]
}

fn decided(books: &Books) -> impl Iterator<Item = &BudgetRevision> {
    revised(books).filter(|one| one.decided_on.is_some())
}

fn decision_row(one: &BudgetRevision) -> FactRow {
    let title = match (one.number, one.decided_on) {
        (0, _) => "当初予算".to_owned(),
        (number, Some(_)) => format!("第{number}次補正予算"),
        (number, None) => format!("第{number}次補正予算（案。まだ足していません）"),
    };
    row([("title", words(&title)), ("decided", words(&decision(one))), ("reason", words(&one.reason))])
}
