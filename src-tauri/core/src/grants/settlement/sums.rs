//! What the books say that a formula may ask for.

use std::collections::BTreeSet;

use crate::accounts::{Books, Eligibility, Entry, EntryKind};
use crate::activities::ActivityId;
use crate::formula::Quantity;
use crate::grants::Grant;
use crate::grants::conditions::Scope;
use crate::money::Yen;

/// Sums over the entries that a formula may ask for.
pub(super) struct Sums<'a> {
    pub grant: &'a Grant,
    pub books: &'a Books,
    pub scope: Scope,
}

impl Sums<'_> {
    pub fn of(&self, of: Quantity) -> Yen {
        let activities = self.activities();
        let is_in_scope = |e: &Entry| match self.scope {
            Scope::Whole => true,
            Scope::Charged => e.activity_id.is_some_and(|id| activities.contains(&id)),
        };
        let is_own = |e: &Entry| e.grant_id == Some(self.grant.id);
        match of {
            Quantity::CostYen if self.scope == Scope::Whole => self.eligible_yen(),
            Quantity::CostYen | Quantity::AllocatedYen => self.sum(|e| is_eligible(e) && is_own(e)),
            Quantity::ReceivedYen => self.sum(|e| e.kind == EntryKind::Income && is_own(e)),
            Quantity::EventIncomeYen => self.sum(|e| {
                e.kind == EntryKind::Income && e.grant_id.is_none() && e.activity_id.is_some() && is_in_scope(e)
            }),
            Quantity::OtherGrantsYen => {
                self.sum(|e| e.kind == EntryKind::Income && e.grant_id.is_some() && !is_own(e) && is_in_scope(e))
            }
            _ => Yen(0),
        }
    }

    /// True for a cost that the grant pays.
    pub fn is_charged(&self, entry: &Entry) -> bool {
        is_eligible(entry) && entry.grant_id == Some(self.grant.id)
    }

    pub fn eligible_yen(&self) -> Yen {
        self.sum(is_eligible)
    }

    fn sum(&self, counts: impl Fn(&Entry) -> bool) -> Yen {
        self.books.entries.iter().filter(|e| counts(e)).map(|e| e.amount_yen).sum()
    }

    /// The 事業 that the grant pays for.
    fn activities(&self) -> BTreeSet<ActivityId> {
        let charged = self.books.entries.iter().filter(|e| self.is_charged(e));
        charged.filter_map(|e| e.activity_id).collect()
    }
}

fn is_eligible(entry: &Entry) -> bool {
    entry.kind == EntryKind::Expense && entry.eligibility == Some(Eligibility::Eligible)
}
