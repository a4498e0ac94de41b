//! 会計別・部会別: the books seen from one 会計 or one 部会. What crosses the border is income or expense there; in the books
//! of the whole council the same transfer is neither, so that the parts add up without counting anything twice.

use chrono::NaiveDate;

use super::{Books, Entry, EntryKind, FundId, Purse};
use crate::roster::OrganisationId;

impl Books {
    /// The books of one 会計; none is 一般会計.
    pub fn of_fund(&self, fund: Option<FundId>) -> Books {
        let mut books = self.within(|purse| purse.fund_id == fund);
        books.funds.retain(|one| Some(one.id) == fund);
        books.items.retain(|item| item.fund_id == fund);
        let has = |id| books.items.iter().any(|item| item.id == id);
        books.budget.retain(|line| has(line.item_id));
        for revision in &mut books.revisions {
            revision.changes.retain(|change| has(change.item_id));
        }
        books.reallocations.retain(|moved| has(moved.from_item_id) || has(moved.to_item_id));
        let lines: Vec<_> = books.budget.iter().map(|line| line.id).collect();
        books.parts.retain(|part| lines.contains(&part.line_id));
        books
    }

    /// The book of one 部会: what its purses received, paid and gave back. The budget of a 部会 is the sum of its parts.
    pub fn of_committee(&self, committee: OrganisationId) -> Books {
        let mut books = self.within(|purse| purse.committee_id == Some(committee));
        books.budget.clear();
        books.revisions.clear();
        books.reallocations.clear();
        books.parts.retain(|part| part.committee_id == Some(committee));
        books
    }

    /// The books as they stood at the end of a day: what was entered, decided and moved until then.
    pub fn until(&self, day: NaiveDate) -> Books {
        let mut books = self.clone();
        books.entries.retain(|entry| entry.entered_on <= day);
        books.revisions.retain(|revision| revision.decided_on.is_some_and(|on| on <= day));
        books.reallocations.retain(|moved| moved.moved_on <= day);
        books
    }

    /// The books with only these purses.
    fn within(&self, is_inside: impl Fn(&Purse) -> bool) -> Books {
        let mut books = self.clone();
        books.purses.retain(is_inside);
        let has = |id| books.purses.iter().any(|purse| purse.id == id);
        books.openings.retain(|opening| has(opening.purse_id));
        let inside = |entries: &[Entry]| -> Vec<Entry> {
            let seen = |entry: &Entry| seen_from(entry, has(entry.purse_id), entry.to_purse_id.is_some_and(has));
            entries.iter().filter_map(seen).collect()
        };
        (books.entries, books.crossing) = (inside(&self.entries), inside(&self.crossing));
        books
    }
}

/// An entry as it reads inside: a transfer over the border is expense on the side it leaves and income where it arrives.
fn seen_from(entry: &Entry, leaves: bool, arrives: bool) -> Option<Entry> {
    let seen = entry.clone();
    match (entry.kind, leaves, arrives) {
        (_, false, false) => None,
        (EntryKind::Transfer, true, false) => Some(Entry { kind: EntryKind::Expense, to_purse_id: None, ..seen }),
        (EntryKind::Transfer, false, true) => Some(Entry {
            kind: EntryKind::Income,
            purse_id: entry.to_purse_id?,
            to_purse_id: None,
            item_id: entry.to_item_id,
            ..seen
        }),
        _ => Some(seen),
    }
}

#[cfg(test)]
pub(crate) mod tests;
