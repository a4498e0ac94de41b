//! 収支予算書: the lines of both sides, by 款 and 項, checked against the totals on the paper.

mod columns;
mod levels;

mod read;
mod sides;
mod split;
mod statement;
#[cfg(test)]
mod tests;
mod totals;

use std::collections::{HashMap, HashSet};

pub use levels::BudgetDraft;
use levels::{BudgetRow, LevelSlip};
pub use statement::BudgetPaper;
use totals::Total;

use super::items::{Chart, ItemName};
use crate::accounts::{AccountItemId, Books, BudgetLine, Side};
use crate::intake::columns::Kind;
use crate::intake::layout::Place;
use crate::intake::plan::{Difference, Issue, Plan, Planned, ShownCell, Verdict};
use crate::intake::told::{Cells, Differences, note, shown};
use crate::money::Yen;

impl BudgetPaper {
    /// Compares with the books of that year.
    pub fn plan(self, books: &Books) -> Plan<BudgetDraft> {
        let BudgetPaper { year, tables, mut plan, unit } = self;
        let mut known = Known::new(books);
        for table in &tables {
            let (drafts, slips) = levels::lines(year, &table.rows);
            plan.issues.extend(slips.iter().map(|slip| level_issue(slip, &table.rows)));
            plan.issues.extend(table.totals.iter().filter_map(|total| total_issue(total, &drafts)));
            for draft in merged(drafts, &mut plan.issues) {
                let position = plan.rows.len() as i64 + 1;
                plan.rows.push(known.planned(BudgetDraft { position, ..draft }));
            }
        }
        plan.notes.extend((unit > 1).then(|| note("accounts.unit_multiplied", "unit", unit)));
        plan
    }
}

/// The chart and the budget that are there.
struct Known<'b> {
    chart: Chart,
    lines: HashMap<AccountItemId, &'b BudgetLine>,
    taken: HashSet<AccountItemId>,
}

impl<'b> Known<'b> {
    fn new(books: &'b Books) -> Known<'b> {
        let lines = books.budget.iter().map(|line| (line.item_id, line)).collect();
        Known { chart: Chart::new(&books.items), lines, taken: HashSet::new() }
    }

    /// The draft with the spelling of the chart, and what it changes.
    fn planned(&mut self, mut draft: BudgetDraft) -> Planned<BudgetDraft> {
        let item = self.chart.find(&draft.item).filter(|item| self.taken.insert(item.id)).cloned();
        if let Some(item) = &item {
            draft.item = ItemName::from(item);
        }
        let stored = item.and_then(|item| self.lines.get(&item.id));
        draft.known = stored.map(|line| line.id);
        let changes = stored.map(|line| changes(line, &draft)).unwrap_or_default();
        let verdict = match (stored, changes.is_empty()) {
            (None, _) => Verdict::New,
            (Some(_), true) => Verdict::Same,
            (Some(_), false) => Verdict::Changed,
        };
        let (sheet, row) = (draft.sheet.clone(), draft.row);
        Planned { sheet, row, verdict, draft, changes, reason: None, candidates: vec![], is_counted: true }
    }
}

fn changes(line: &BudgetLine, draft: &BudgetDraft) -> Vec<Difference> {
    let mut differences = Differences::new(Kind::Budget);
    differences.value("amount", Some(&line.amount_yen), Some(&draft.amount), shown);
    differences.value("previous", line.previous_yen.as_ref(), draft.previous.as_ref(), shown);
    differences.words("note", &line.note, &draft.note);
    differences.done()
}

/// Two rows of one name are one line: their amounts are added, and the second place is told.
fn merged(drafts: Vec<BudgetDraft>, issues: &mut Vec<Issue>) -> Vec<BudgetDraft> {
    let mut lines: Vec<BudgetDraft> = Vec::new();
    for draft in drafts {
        let is_same = |line: &&mut BudgetDraft| line.item == draft.item;
        match lines.iter_mut().find(is_same) {
            None => lines.push(draft),
            Some(line) => {
                let place = Place { sheet: draft.sheet.clone(), cell: format!("A{}", draft.row) };
                issues.push(
                    Issue::at(place, "accounts.line_twice").with("item", draft.item.label()).with("row", line.row),
                );
                line.amount += draft.amount;
                line.previous =
                    line.previous.zip(draft.previous).map(|(a, b)| a + b).or(line.previous).or(draft.previous);
            }
        }
    }
    lines
}

fn level_issue(slip: &LevelSlip, rows: &[BudgetRow]) -> Issue {
    let row = &rows[slip.row];
    let name = row.names.iter().rev().find(|name| !name.is_empty()).cloned().unwrap_or_default();
    sum_issue(
        Place { sheet: row.sheet.clone(), cell: format!("A{}", row.row) },
        &name,
        row.amount.unwrap_or_default(),
        slip.computed,
    )
}

fn total_issue(total: &Total, drafts: &[BudgetDraft]) -> Option<Issue> {
    let computed: Yen = drafts.iter().filter(|draft| draft.item.side == total.side).map(|draft| draft.amount).sum();
    let name = if total.side == Side::Income { "収入の合計" } else { "支出の合計" };
    (computed != total.amount).then(|| sum_issue(total.place.clone(), name, total.amount, computed))
}

fn sum_issue(place: Place, name: &str, written: Yen, computed: Yen) -> Issue {
    let issue = Issue::at(place, "accounts.budget_total_differs").with("name", name);
    issue
        .with("written", shown(&written))
        .with("computed", shown(&computed))
        .with("difference", shown(&(written - computed)))
}

/// A line in words, for the list.
pub fn show(draft: &BudgetDraft) -> (String, Vec<ShownCell>) {
    let mut cells = Cells::new(Kind::Budget);
    cells.add("side", if draft.item.side == Side::Income { "収入" } else { "支出" });
    cells.add("kan", draft.item.kan());
    let between = draft.item.levels.get(1..draft.item.levels.len() - 1).unwrap_or_default();
    for (field, level) in ["kou", "moku"].into_iter().zip(between) {
        cells.add(field, level);
    }
    cells.add("amount", &shown(&draft.amount));
    cells.add("previous", &draft.previous.as_ref().map(shown).unwrap_or_default());
    cells.add("note", &draft.note);
    (draft.item.label().to_owned(), cells.done())
}
