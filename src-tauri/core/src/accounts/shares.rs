//! 部会別・事業別・財源別: a year of all 会計 divided by what its money was for, and 部会別・会計別 by whose purses it lay in.
//! Every entry is in exactly one part, and a transfer is neither income nor expense of any, so that the parts add up to the
//! whole by construction.

use std::collections::HashMap;
use std::hash::Hash;

use super::{AccountItem, AccountItemId, Books, BudgetPart, Entry, EntryKind, FundId, Funding, Purse, Side};
use crate::activities::{Activity, ActivityId};
use crate::money::Yen;
use crate::roster::OrganisationId;
pub use sources::{Bearing, Borne};
use sums::Sums;

/// What was planned, received and paid for one 部会, 事業 or 財源; without a key for what belongs to none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share<K> {
    /// Whose part it is.
    pub key: Option<K>,
    /// 前年度繰越 that lies with it.
    pub opening_yen: Yen,
    /// Its items in the order of the settlement.
    pub lines: Vec<ShareLine>,
}

/// One item of a part; without an item what no item says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareLine {
    /// 収入 or 支出
    pub side: Side,
    /// 科目
    pub item: Option<AccountItem>,
    /// 予算現額 of an expense.
    pub budget_yen: Yen,
    /// 決算額
    pub settled_yen: Yen,
}

/// The book of some purses together: what it began with, received, paid and moved to and from the other books.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BookShare<K> {
    /// Whose purses; none is 事務局 or 一般会計.
    pub key: Option<K>,
    /// 前年度繰越
    pub opening_yen: Yen,
    /// 収入
    pub income_yen: Yen,
    /// What came from the other books.
    pub received_yen: Yen,
    /// 支出
    pub expense_yen: Yen,
    /// What went to the other books.
    pub given_yen: Yen,
}

/// Who is in charge of what: items that were chosen for one 事業 or bear its name, and the 部会 of each 事業.
#[derive(Debug, Clone, Default)]
pub struct Charge {
    activities: HashMap<AccountItemId, ActivityId>,
    committees: HashMap<ActivityId, OrganisationId>,
}

impl<K> Share<K> {
    /// Σ of one side.
    pub fn total_yen(&self, side: Side) -> Yen {
        self.lines.iter().filter(|line| line.side == side).map(|line| line.settled_yen).sum()
    }

    /// 支出予算の計
    pub fn budget_yen(&self) -> Yen {
        self.lines.iter().map(|line| line.budget_yen).sum()
    }

    /// 前年度繰越 + 収入 − 支出
    pub fn rest_yen(&self) -> Yen {
        self.opening_yen + self.total_yen(Side::Income) - self.total_yen(Side::Expense)
    }
}

impl<K> BookShare<K> {
    /// What lies in the purses at the end.
    pub fn closing_yen(&self) -> Yen {
        self.opening_yen + self.income_yen + self.received_yen - self.expense_yen - self.given_yen
    }
}

impl Charge {
    /// As the list of activities says, and what was chosen for them. Of an item that several 事業 share, only the entries and the
    /// parts of its budget say whose it is.
    pub fn of(books: &Books, activities: &[Activity], fundings: &[Funding]) -> Charge {
        let named = |item: &AccountItem| {
            let mut chosen = fundings.iter().filter(|one| one.item_id == Some(item.id));
            let activity = match (chosen.next(), chosen.next()) {
                (Some(only), None) => Some(only.activity_id),
                (Some(_), Some(_)) => None,
                (None, _) => activities.iter().find(|one| one.name == item.label()).map(|one| one.id),
            };
            activity.map(|activity| (item.id, activity))
        };
        Charge {
            activities: books.items.iter().filter_map(named).collect(),
            committees: activities.iter().filter_map(|one| Some((one.id, one.committee_id?))).collect(),
        }
    }

    /// Lets each entry say of which 事業 it is.
    pub fn name_activities(&self, entries: &mut [Entry]) {
        for entry in entries {
            entry.activity_id = self.activity(entry.activity_id, entry.item_id);
        }
    }

    pub(super) fn activity(&self, own: Option<ActivityId>, item: Option<AccountItemId>) -> Option<ActivityId> {
        own.or_else(|| self.activities.get(&item?).copied())
    }

    pub(super) fn committee(
        &self,
        own: Option<OrganisationId>,
        activity: Option<ActivityId>,
    ) -> Option<OrganisationId> {
        own.or_else(|| self.committees.get(&activity?).copied())
    }
}

impl Books {
    /// 部会別. An entry is of the 部会 that it names, else of the one whose purse it is, else of the one in charge of its 事業.
    pub fn by_committee(&self, charge: &Charge) -> Vec<Share<OrganisationId>> {
        let of_purse = |entry: &Entry| self.purse(entry.purse_id).and_then(|purse| purse.committee_id);
        let of_entry = |entry: &Entry| {
            let own = entry.committee_id.or_else(|| of_purse(entry));
            charge.committee(own, charge.activity(entry.activity_id, entry.item_id))
        };
        let of_part =
            |part: &BudgetPart, item| charge.committee(part.committee_id, charge.activity(part.activity_id, item));
        self.shares(
            of_entry,
            of_part,
            |item| charge.committee(None, charge.activity(None, Some(item))),
            |purse| purse.committee_id,
        )
    }

    /// 事業別. An entry is of the 事業 that it names, else of the one whose name its item bears.
    pub fn by_activity(&self, charge: &Charge) -> Vec<Share<ActivityId>> {
        self.shares(
            |entry| charge.activity(entry.activity_id, entry.item_id),
            |part, item| charge.activity(part.activity_id, item),
            |item| charge.activity(None, Some(item)),
            |_| None,
        )
    }

    /// The book of each 部会 with purses of its own, 事務局 first.
    pub fn committee_books(&self) -> Vec<BookShare<OrganisationId>> {
        self.book_shares(|purse| purse.committee_id)
    }

    /// The book of each 会計, 一般会計 first.
    pub fn fund_books(&self) -> Vec<BookShare<FundId>> {
        self.book_shares(|purse| purse.fund_id)
    }

    /// True for 繰出 and 繰入: what goes from one 会計 to another is no expense of the whole. What was taken back says nothing.
    pub fn is_internal(&self, item: AccountItemId) -> bool {
        let moves = |entry: &Entry| {
            entry.kind == EntryKind::Transfer && [entry.item_id, entry.to_item_id].contains(&Some(item))
        };
        let spends = |entry: &Entry| entry.kind != EntryKind::Transfer && entry.item_id == Some(item);
        let is_named = |one: &AccountItem| {
            one.id == item && one.levels().any(|name| name.contains("繰出") || name.contains("繰入"))
        };
        let is_between = self.standing().any(moves) || (!self.funds.is_empty() && self.items.iter().any(is_named));
        is_between && !self.standing().any(spends)
    }

    /// 支出予算の計 of all 会計, without what goes from one to another.
    pub fn expense_budget_yen(&self) -> Yen {
        let lines = self.settled_lines(Side::Expense);
        lines.iter().filter(|line| !self.is_internal(line.item.id)).map(super::SettledLine::budget_yen).sum()
    }

    fn purse(&self, id: super::PurseId) -> Option<&Purse> {
        self.purses.iter().find(|purse| purse.id == id)
    }

    /// The parts in the order in which they first occur, what belongs to none last. Of a budget line the parts that name
    /// somebody are theirs, and the rest is of whom the item is.
    fn shares<K: Copy + Eq + Hash>(
        &self,
        of_entry: impl Fn(&Entry) -> Option<K>,
        of_part: impl Fn(&BudgetPart, Option<AccountItemId>) -> Option<K>,
        of_item: impl Fn(AccountItemId) -> Option<K>,
        of_purse: impl Fn(&Purse) -> Option<K>,
    ) -> Vec<Share<K>> {
        self.parts(self.sums(of_entry, of_part, of_item), of_purse)
    }

    fn sums<K: Copy + Eq + Hash>(
        &self,
        of_entry: impl Fn(&Entry) -> Option<K>,
        of_part: impl Fn(&BudgetPart, Option<AccountItemId>) -> Option<K>,
        of_item: impl Fn(AccountItemId) -> Option<K>,
    ) -> Sums<K> {
        let mut sums = Sums::new();
        for line in self.settled_lines(Side::Expense).iter().filter(|line| !self.is_internal(line.item.id)) {
            let item = line.item.id;
            let mut rest = line.budget_yen();
            for (part, amount) in self.parts_within(item, rest) {
                rest = rest - amount;
                sums.add(of_part(part, Some(item)), Side::Expense, Some(item), (amount, Yen(0)));
            }
            if rest != Yen(0) {
                sums.add(of_item(item), Side::Expense, Some(item), (rest, Yen(0)));
            }
        }
        for entry in &self.entries {
            if let Some(side) = entry.kind.side() {
                sums.add(of_entry(entry), side, entry.item_id, (Yen(0), entry.amount_yen));
            }
        }
        sums
    }

    /// The parts with the 前年度繰越 of their purses.
    fn parts<K: Copy + Eq + Hash>(&self, mut sums: Sums<K>, of_purse: impl Fn(&Purse) -> Option<K>) -> Vec<Share<K>> {
        for opening in &self.openings {
            sums.know(self.purse(opening.purse_id).and_then(&of_purse));
        }
        let opening = |key: Option<K>| {
            let is_its = |id| self.purse(id).and_then(&of_purse) == key;
            self.openings.iter().filter(|one| is_its(one.purse_id)).map(|one| one.amount_yen).sum()
        };
        sums.keys.sort_by_key(Option::is_none);
        sums.keys
            .iter()
            .map(|key| Share { key: *key, opening_yen: opening(*key), lines: sums.lines(self, *key) })
            .collect()
    }

    /// 積算内訳 of an item's line, in order.
    pub fn parts_of(&self, item: AccountItemId) -> impl Iterator<Item = &BudgetPart> {
        let line = self.budget.iter().find(|line| line.item_id == item).map(|line| line.id);
        self.parts.iter().filter(move |part| Some(part.line_id) == line)
    }

    /// The same with what is left of each where the line was lowered below what they come to: the last ones go first.
    fn parts_within(&self, item: AccountItemId, line: Yen) -> impl Iterator<Item = (&BudgetPart, Yen)> {
        let mut left = line.max(Yen(0));
        self.parts_of(item).map(move |part| {
            let amount = part.amount_yen.min(left);
            left = left - amount;
            (part, amount)
        })
    }

    fn book_shares<K: Copy + Eq>(&self, key_of: impl Fn(&Purse) -> Option<K>) -> Vec<BookShare<K>> {
        let mut keys = vec![None];
        for purse in self.purses.iter().filter(|purse| self.has_book(purse.id)) {
            if !keys.contains(&key_of(purse)) {
                keys.push(key_of(purse));
            }
        }
        keys.into_iter().map(|key| self.book_share(key, |purse| key_of(purse) == key)).collect()
    }

    fn book_share<K>(&self, key: Option<K>, is_inside: impl Fn(&Purse) -> bool) -> BookShare<K> {
        let holds = |id| self.purse(id).is_some_and(&is_inside);
        let sum = |is_it: &dyn Fn(&Entry) -> bool| self.entries.iter().filter(|e| is_it(e)).map(|e| e.amount_yen).sum();
        let moved = |entry: &Entry| entry.to_purse_id.map(|to| (holds(entry.purse_id), holds(to)));
        BookShare {
            key,
            opening_yen: self.openings.iter().filter(|one| holds(one.purse_id)).map(|one| one.amount_yen).sum(),
            income_yen: sum(&|e| e.kind == EntryKind::Income && holds(e.purse_id)),
            received_yen: sum(&|e| moved(e) == Some((false, true))),
            expense_yen: sum(&|e| e.kind == EntryKind::Expense && holds(e.purse_id)),
            given_yen: sum(&|e| moved(e) == Some((true, false))),
        }
    }
}

mod sources;
mod sums;
#[cfg(test)]
mod tests;
