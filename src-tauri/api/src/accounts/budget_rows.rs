//! 予算の表: the tree of items with every version of the budget beside each other.

use std::collections::HashMap;

use office::Yen;
use office::accounts::{AccountItemId, Books, BudgetLineId, BudgetRevision, SettledLine, Side, tree};
use office::money::percent_tenths;
use serde::Serialize;
use ts_rs::TS;

use crate::labels;

/// One side with its total.
#[derive(Debug, Serialize, TS)]
pub struct BudgetSide {
    /// Headings and lines, to the depth that is used.
    pub rows: Vec<BudgetRow>,
    pub total: BudgetRow,
}

/// A heading, a line or the total: every version, what is in force, settled, difference (settled − budget), what is left
/// (budget − settled) and how much of the budget is settled.
#[derive(Debug, Serialize, TS)]
pub struct BudgetRow {
    /// Only a line has one.
    #[ts(type = "string | null")]
    pub item_id: Option<AccountItemId>,
    /// Only what stands in 当初予算 has one.
    #[ts(type = "string | null")]
    pub line_id: Option<BudgetLineId>,
    #[ts(type = "number")]
    pub depth: usize,
    pub name: String,
    pub previous_yen: Option<Yen>,
    pub previous_settled_yen: Option<Yen>,
    pub initial_yen: Yen,
    /// 補正額 by revision, drafts included.
    pub revised: Vec<Yen>,
    pub moved_yen: Yen,
    pub budget_yen: Yen,
    pub settled_yen: Yen,
    pub difference_yen: Yen,
    pub left_yen: Yen,
    pub percent: Option<String>,
    #[ts(type = "number | null")]
    pub tenths: Option<i64>,
    /// True for a line whose 当初 is not what it was last year.
    pub is_changed: bool,
    pub note: String,
}

/// What the rows are made of.
pub(super) struct Rows<'a> {
    books: &'a Books,
    revisions: Vec<&'a BudgetRevision>,
    /// 前年度決算; none when that year has no books.
    past: Option<HashMap<AccountItemId, Yen>>,
    /// False while the year has neither a budget nor entries: what was there last year is no budget of this one.
    is_begun: bool,
}

impl<'a> Rows<'a> {
    pub(super) fn new(books: &'a Books, past: &Books) -> Rows<'a> {
        let past = books.settled_before(past.settled_of_items().as_deref());
        let is_begun = [Side::Income, Side::Expense].iter().any(|side| !books.settled_lines(*side).is_empty());
        Rows { books, is_begun, revisions: books.revisions.iter().filter(|one| one.number > 0).collect(), past }
    }

    pub(super) fn side(&self, side: Side) -> BudgetSide {
        let lines = if self.is_begun { self.books.compared_lines(side, self.past.as_ref()) } else { Vec::new() };
        let rows = tree(&lines).into_iter().map(|branch| {
            let own = self.row(branch.depth, branch.name, branch.lines);
            match branch.lines {
                [line] if !branch.is_heading => self.line(own, line),
                _ => own,
            }
        });
        BudgetSide { rows: rows.collect(), total: self.row(0, "合計", &lines) }
    }

    fn line(&self, row: BudgetRow, line: &SettledLine) -> BudgetRow {
        let stored = self.books.budget.iter().find(|one| one.item_id == line.item.id);
        BudgetRow {
            item_id: Some(line.item.id),
            line_id: stored.map(|one| one.id),
            is_changed: line.previous_yen.is_some_and(|before| before != line.initial_yen),
            note: line.note.clone(),
            ..row
        }
    }

    fn row(&self, depth: usize, name: &str, lines: &[SettledLine]) -> BudgetRow {
        let sum = |of: fn(&SettledLine) -> Yen| lines.iter().map(of).sum::<Yen>();
        let known = lines.iter().any(|line| line.previous_yen.is_some());
        let past =
            |past: &HashMap<AccountItemId, Yen>| lines.iter().filter_map(|line| past.get(&line.item.id)).copied().sum();
        let (budget_yen, settled_yen) = (sum(SettledLine::budget_yen), sum(|line| line.settled_yen));
        let tenths = percent_tenths(settled_yen.0, budget_yen.0);
        BudgetRow {
            item_id: None,
            line_id: None,
            depth,
            name: name.to_owned(),
            previous_yen: known.then(|| sum(|line| line.previous_yen.unwrap_or_default())),
            previous_settled_yen: self.past.as_ref().map(past),
            initial_yen: sum(|line| line.initial_yen),
            revised: self.revisions.iter().map(|revision| changed_by(revision, lines)).collect(),
            moved_yen: sum(|line| line.moved_yen),
            budget_yen,
            settled_yen,
            difference_yen: settled_yen - budget_yen,
            left_yen: budget_yen - settled_yen,
            percent: labels::percent(tenths),
            tenths,
            is_changed: false,
            note: String::new(),
        }
    }
}

fn changed_by(revision: &BudgetRevision, lines: &[SettledLine]) -> Yen {
    let is_of = |item: AccountItemId| lines.iter().any(|line| line.item.id == item);
    revision.changes.iter().filter(|change| is_of(change.item_id)).map(|change| change.amount_yen).sum()
}
