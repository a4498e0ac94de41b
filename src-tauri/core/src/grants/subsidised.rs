//! 補助事業の科目: the lines of the budget that a rule of a grant speaks of when it speaks of its cost. Pure functions over the books.

use std::collections::HashSet;

use super::Grant;
use crate::accounts::{AccountItemId, Books, BudgetRevision, Eligibility, Entry, EntryKind};
use crate::activities::ActivityId;

/// How many of them a sentence names.
const NAMED: usize = 3;

/// The lines on which the 事業 of a grant are budgeted and spent; none while nothing says which they are.
pub struct SubsidisedLines(Option<HashSet<AccountItemId>>);

impl SubsidisedLines {
    /// The lines of which a part is to be paid by the grant or is of a 事業 that it pays for, and those on which an expense is.
    pub fn of(grant: &Grant, books: &Books) -> SubsidisedLines {
        let is_charged = |e: &&Entry| {
            e.kind == EntryKind::Expense
                && e.grant_id == Some(grant.id)
                && e.eligibility != Some(Eligibility::Ineligible)
        };
        let planned = books.parts.iter().filter(|part| part.grant_id == Some(grant.id));
        let charged = books.standing().filter(is_charged);
        let activities: HashSet<ActivityId> =
            planned.filter_map(|part| part.activity_id).chain(charged.filter_map(|e| e.activity_id)).collect();
        let is_of_it = |activity: Option<ActivityId>| activity.is_some_and(|id| activities.contains(&id));

        let parts = books.parts.iter().filter(|part| part.grant_id == Some(grant.id) || is_of_it(part.activity_id));
        let lines = parts.filter_map(|part| books.budget.iter().find(|line| line.id == part.line_id));
        let is_spent = |e: &&Entry| is_charged(e) || (e.kind == EntryKind::Expense && is_of_it(e.activity_id));
        let spent = books.standing().filter(is_spent).filter_map(|e| e.item_id);
        let items: HashSet<AccountItemId> = lines.map(|line| line.item_id).chain(spent).collect();
        SubsidisedLines((!items.is_empty()).then_some(items))
    }

    /// Whether anything says which they are.
    pub fn is_known(&self) -> bool {
        self.0.is_some()
    }

    /// The books with these lines alone, with what was moved from or to them and what was entered on them. Until they are known,
    /// 一般会計.
    pub fn within(&self, books: &Books) -> Books {
        let Some(items) = &self.0 else { return books.of_fund(None) };
        let mut own = books.clone();
        own.items.retain(|item| items.contains(&item.id));
        own.reallocations.retain(|moved| items.contains(&moved.from_item_id) || items.contains(&moved.to_item_id));
        own.entries.retain(|entry| entry.item_id.is_some_and(|item| items.contains(&item)));
        own
    }

    /// True for a 補正 that changes what is planned on one of these lines. Until they are known, on any of 一般会計.
    pub fn are_changed_by(&self, revision: &BudgetRevision, books: &Books) -> bool {
        let general = books.of_fund(None);
        let is_own = |id: AccountItemId| match &self.0 {
            Some(items) => items.contains(&id),
            None => general.items.iter().any(|item| item.id == id),
        };
        revision.changes.iter().any(|change| is_own(change.item_id))
    }

    /// 「モデル事業費」「印刷費」ほか2科目
    pub fn told(&self, books: &Books) -> String {
        let Some(items) = &self.0 else { return "一般会計の支出の全体".to_owned() };
        let names: Vec<String> = books
            .items
            .iter()
            .filter(|item| items.contains(&item.id))
            .map(|item| format!("「{}」", item.label()))
            .collect();
        let more = match names.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!("ほか{more}科目"),
        };
        names.into_iter().take(NAMED).collect::<String>() + &more
    }
}
