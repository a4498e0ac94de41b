//! 予算書 into the office file.

use super::names::Names;
use crate::accounts::import::{BudgetDraft, RowFund};
use crate::accounts::{Books, BudgetLine, BudgetLineId, store};
use crate::file::Tx;
use crate::intake::columns::Kind;
use crate::intake::mapping;
use crate::intake::plan::{Counts, Decision, Plan, RowDecision, Verdict};
use crate::{Error, Result};

/// Writes the lines of a budget with the user's decisions.
pub fn apply_budget(tx: &Tx, plan: &Plan<BudgetDraft>, decisions: &[RowDecision]) -> Result<Counts> {
    if let Some(year) = plan.rows.first().map(|row| row.draft.year) {
        let books = Books::load(tx, year)?;
        if books.initial_decided_on().is_some() {
            return Err(Error::refused("accounts.budget_decided").with("year", year.label()));
        }
        let mut names = Names::load(tx, &books)?;
        for (row, decision) in plan.decided(decisions) {
            let is_left = decision.is_some_and(|decision| decision.decision == Decision::Skip);
            if !is_left && row.verdict != Verdict::Same {
                put(tx, &row.draft, &books, &mut names)?;
            }
        }
        tx.say("year", year.label());
    }
    mapping::remember(tx, Kind::Budget, &plan.mappings)?;
    let counts = plan.counts();
    tx.say("new", counts.new);
    tx.say("changed", counts.changed);
    Ok(counts)
}

/// A new line, or the stored one with what the paper says; what the paper leaves empty stays.
fn put(tx: &Tx, draft: &BudgetDraft, books: &Books, names: &mut Names) -> Result<()> {
    let stored = draft.known.and_then(|id| books.budget.iter().find(|line| line.id == id));
    let note = stored.filter(|_| draft.note.is_empty()).map_or(&draft.note, |line| &line.note);
    let line = BudgetLine {
        id: BudgetLineId::new(),
        fiscal_year: draft.year,
        item_id: names.item(&draft.item, &RowFund::Unsaid)?,
        amount_yen: draft.amount,
        previous_yen: draft.previous.or_else(|| stored?.previous_yen),
        note: note.clone(),
        position: draft.position,
        version: 1,
    };
    store::put_budget_line(tx, &line)
}
