//! What the books say that a formula may ask for.

use std::collections::{BTreeMap, BTreeSet};

use crate::accounts::{Books, Eligibility, Entry, EntryKind, GrantId};
use crate::activities::ActivityId;
use crate::formula::Quantity;
use crate::grants::conditions::Scope;
use crate::grants::{Cost, Grant, GrantRules};
use crate::money::Yen;

/// Sums over the entries that a formula may ask for.
pub(super) struct Sums<'a> {
    pub grant: &'a Grant,
    pub books: &'a Books,
    pub rules: Option<&'a GrantRules>,
    pub scope: Scope,
    /// The formula takes ほかの補助金 off: then what they paid is among the cost.
    pub takes_others_off: bool,
}

impl Sums<'_> {
    pub fn of(&self, of: Quantity) -> Yen {
        let activities = self.activities();
        let is_in_scope = |e: &Entry| match self.scope {
            Scope::Whole => true,
            Scope::Charged => e.activity_id.is_some_and(|id| activities.contains(&id)),
        };
        match of {
            Quantity::CostYen if self.scope == Scope::Whole => self.whole_yen(),
            Quantity::CostYen | Quantity::AllocatedYen => self.sum(|e| self.is_charged(e)),
            Quantity::ReceivedYen => self.sum(|e| e.kind == EntryKind::Income && self.is_own(e)),
            Quantity::EventIncomeYen => self.sum(|e| {
                e.kind == EntryKind::Income && e.grant_id.is_none() && e.activity_id.is_some() && is_in_scope(e)
            }),
            Quantity::OtherGrantsYen if self.scope == Scope::Whole => self.others_yen(),
            Quantity::OtherGrantsYen => {
                self.sum(|e| e.kind == EntryKind::Income && e.grant_id.is_some() && !self.is_own(e) && is_in_scope(e))
            }
            _ => Yen(0),
        }
    }

    /// True for a cost that the grant pays.
    pub fn is_charged(&self, entry: &Entry) -> bool {
        is_eligible(entry) && self.is_own(entry)
    }

    /// 対象経費 as papers say it: what the formula goes by, so that a paper and its 算出基礎 say the same. Where the formula does not
    /// ask for it, what is charged to the grant, and as long as no other grant pays anything, what own funds pay beside it: nobody
    /// else's can that be.
    pub fn eligible_yen(&self, measures: &[Quantity]) -> Yen {
        let is_alone = || !self.books.entries.iter().any(|e| self.is_anothers(e));
        if self.scope == Scope::Charged && !measures.contains(&Quantity::CostYen) && is_alone() {
            return self.sum(is_eligible);
        }
        self.of(Quantity::CostYen)
    }

    /// What is charged to the grant and what own funds pay, as far as its own rules say nothing against it; what another grant
    /// pays only where the formula takes that off again.
    fn whole_yen(&self) -> Yen {
        let open = self.books.entries.iter().filter(|e| e.grant_id.is_none() && is_eligible(e));
        let open: Yen = open.map(|e| self.payable_yen(e)).sum();
        open + self.sum(|e| self.is_charged(e) || (self.takes_others_off && self.is_anothers(e)))
    }

    /// What the other grants pay: what came of each; of one of which nothing has come yet, what was charged to it.
    fn others_yen(&self) -> Yen {
        let mut others: BTreeMap<GrantId, [Yen; 2]> = BTreeMap::new();
        for entry in self.books.entries.iter().filter(|e| !self.is_own(e)) {
            let Some(id) = entry.grant_id else { continue };
            let [came, charged] = others.entry(id).or_default();
            if entry.kind == EntryKind::Income {
                *came += entry.amount_yen;
            } else if is_eligible(entry) {
                *charged += entry.amount_yen;
            }
        }
        others.into_values().map(|[came, charged]| if came == Yen(0) { charged } else { came }).sum()
    }

    /// How much of a cost of own funds its rules would let it pay: nothing of what is 対象外, of what has a cap no more than that.
    /// What takes an entry back is judged as that one is, and what somebody gave a reason for stays as it is.
    fn payable_yen(&self, entry: &Entry) -> Yen {
        let first = entry.voids_id.and_then(|id| self.books.entries.iter().find(|e| e.id == id)).unwrap_or(entry);
        let Some(rules) = self.rules.filter(|_| first.eligibility_reason.trim().is_empty()) else {
            return entry.amount_yen;
        };
        let item = self.books.items.iter().find(|item| Some(item.id) == first.item_id);
        let cost = Cost {
            item: item.map_or("", |item| item.label()),
            description: &first.description,
            amount_yen: first.amount_yen,
            heads: first.heads,
            on: Some(first.entered_on),
            has_receipt: first.has_receipt,
        };
        let judged = rules.judge(&cost, Some(self.grant), first.fiscal_year);
        let payable = if judged.verdict == Eligibility::Ineligible { Yen(0) } else { judged.charged_yen };
        if entry.voids_id.is_some() { -payable } else { payable }
    }

    fn is_own(&self, entry: &Entry) -> bool {
        entry.grant_id == Some(self.grant.id)
    }

    fn is_anothers(&self, entry: &Entry) -> bool {
        is_eligible(entry) && entry.grant_id.is_some() && !self.is_own(entry)
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
