//! 一つの行事の収支: what the entries that name an occasion come to.

use std::collections::BTreeMap;

use super::{Books, Entry, EntryKind, GrantId};
use crate::activities::OccasionId;
use crate::money::Yen;

/// What an occasion brought in and cost.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cost {
    /// 収入
    pub income_yen: Yen,
    /// 支出
    pub expense_yen: Yen,
    /// Of the expense what each grant pays; none is 自主財源.
    pub by_grant: BTreeMap<Option<GrantId>, Yen>,
}

impl Books {
    /// The entries that name an occasion, in the order of the books; money moved between purses is none.
    pub fn of_occasion(&self, occasion: OccasionId) -> Vec<&Entry> {
        let is_own = |e: &&Entry| e.occasion_id == Some(occasion) && e.kind != EntryKind::Transfer;
        self.entries.iter().filter(is_own).collect()
    }
}

impl Cost {
    /// The sums of some entries; what was taken back counts against what it took back.
    pub fn of(entries: &[&Entry]) -> Cost {
        let mut cost = Cost::default();
        for entry in entries {
            match entry.kind {
                EntryKind::Income => cost.income_yen += entry.amount_yen,
                EntryKind::Expense => {
                    cost.expense_yen += entry.amount_yen;
                    *cost.by_grant.entry(entry.grant_id).or_default() += entry.amount_yen;
                }
                EntryKind::Transfer => {}
            }
        }
        cost
    }
}
