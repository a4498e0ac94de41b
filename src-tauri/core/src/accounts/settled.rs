//! 収支決算: each item with its budget in force and what was really received or paid.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::tree::together;
use super::{AccountItem, AccountItemId, Books, FundId, Side};
use crate::money::Yen;

/// 決算の一行: an item with its budget and what was really received or paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettledLine {
    /// 科目
    pub item: AccountItem,
    /// 当初予算額; 0 when the budget had no such line.
    pub initial_yen: Yen,
    /// 補正額, all decided revisions together.
    pub revised_yen: Yen,
    /// 流用・予備費充当の増減
    pub moved_yen: Yen,
    /// 前年度予算額 as the budget paper says.
    pub previous_yen: Option<Yen>,
    /// 決算額
    pub settled_yen: Yen,
    /// 内訳・摘要 of the budget.
    pub note: String,
}

impl SettledLine {
    /// An item of which nothing was planned and nothing spent.
    pub(super) fn unused(item: &AccountItem) -> SettledLine {
        SettledLine {
            item: item.clone(),
            initial_yen: Yen(0),
            revised_yen: Yen(0),
            moved_yen: Yen(0),
            previous_yen: None,
            settled_yen: Yen(0),
            note: String::new(),
        }
    }

    /// 予算現額: 当初 + 補正 + 流用・予備費充当.
    pub fn budget_yen(&self) -> Yen {
        self.initial_yen + self.changed_yen()
    }

    /// What was decided after 当初: 補正 and 流用・予備費充当 together.
    pub fn changed_yen(&self) -> Yen {
        self.revised_yen + self.moved_yen
    }

    /// 増減(B−A): settled − budget in force, on both sides.
    pub fn difference_yen(&self) -> Yen {
        self.settled_yen - self.budget_yen()
    }

    fn is_empty(&self) -> bool {
        [self.initial_yen, self.revised_yen, self.moved_yen, self.settled_yen].iter().all(|yen| *yen == Yen(0))
    }
}

impl AsRef<AccountItem> for SettledLine {
    fn as_ref(&self) -> &AccountItem {
        &self.item
    }
}

impl Books {
    /// 収支決算 of one side: the budget's lines in their order, then items that only later acts or entries know; what belongs to
    /// one 款 stands together.
    /// The income line 前年度繰越金 carries the opening.
    pub fn settled_lines(&self, side: Side) -> Vec<SettledLine> {
        let settled = self.settled_by_item(side);
        let of_side: HashMap<AccountItemId, &AccountItem> =
            self.items.iter().filter(|item| item.side == side).map(|item| (item.id, item)).collect();
        let budgeted = self.budget.iter().filter_map(|line| Some((of_side.get(&line.item_id).copied()?, Some(line))));
        let is_budgeted = |item: &&AccountItem| self.budget.iter().any(|line| line.item_id == item.id);
        let others = self.items.iter().filter(|item| item.side == side && !is_budgeted(item)).map(|item| (item, None));
        let line_of = |(item, line): (&AccountItem, Option<&super::BudgetLine>)| SettledLine {
            item: item.clone(),
            initial_yen: line.map_or(Yen(0), |line| line.amount_yen),
            revised_yen: self.revised_yen(item.id),
            moved_yen: self.reallocations.iter().map(|moved| moved.effect_on(item.id)).sum(),
            previous_yen: line.and_then(|line| line.previous_yen),
            settled_yen: settled.get(&item.id).copied().unwrap_or_default(),
            note: line.map_or(String::new(), |line| line.note.clone()),
        };
        let others = others.map(line_of).filter(|line| !line.is_empty());
        together(budgeted.map(line_of).chain(others).collect())
    }

    /// 前年度決算 by the items of this year, whatever they were called then; none when that year has no books. Every amount of
    /// that year stands under one item: the next one in its place that this year uses, or the last one when none is used.
    pub fn settled_before(&self, past: Option<&[(AccountItemId, Yen)]>) -> Option<HashMap<AccountItemId, Yen>> {
        let used: HashSet<AccountItemId> = [Side::Income, Side::Expense]
            .into_iter()
            .flat_map(|side| self.settled_lines(side))
            .map(|line| line.item.id)
            .collect();
        let mut before = HashMap::new();
        for (id, amount) in past? {
            let bearer = self.later(*id).find(|one| used.contains(one)).or_else(|| self.later(*id).last());
            *before.entry(bearer.unwrap_or(*id)).or_default() += *amount;
        }
        Some(before)
    }

    /// 収支決算 of one side beside 前年度決算: an item that only that year had stands there with nothing of this year, so that the
    /// column adds up to what that year printed.
    pub fn compared_lines(&self, side: Side, past: Option<&HashMap<AccountItemId, Yen>>) -> Vec<SettledLine> {
        let mut lines = self.settled_lines(side);
        let had = |item: &&AccountItem| past.and_then(|past| past.get(&item.id)).is_some_and(|yen| *yen != Yen(0));
        let dropped: Vec<SettledLine> = (self.items.iter().filter(|item| item.side == side).filter(had))
            .filter(|item| lines.iter().all(|line| line.item.id != item.id))
            .map(SettledLine::unused)
            .collect();
        lines.extend(dropped);
        together(lines)
    }

    /// An item and those that took its place, the newest last.
    fn later(&self, item: AccountItemId) -> impl Iterator<Item = AccountItemId> {
        let next = |id: &AccountItemId| self.items.iter().find(|one| one.follows_id == Some(*id)).map(|one| one.id);
        std::iter::successors(Some(item), next)
    }

    /// An item and those whose place it took, the newest first.
    pub fn once(&self, item: AccountItemId) -> impl Iterator<Item = AccountItemId> {
        let before = |id: &AccountItemId| self.items.iter().find(|one| one.id == *id).and_then(|one| one.follows_id);
        std::iter::successors(Some(item), before)
    }

    /// What an item is now: itself, or the last one that took its place; none when it is no longer used.
    pub fn now(&self, item: AccountItemId) -> Option<&AccountItem> {
        let mut at = self.items.iter().find(|one| one.id == item)?;
        while let Some(next) = self.items.iter().find(|one| one.follows_id == Some(at.id)) {
            at = next;
        }
        (!at.is_retired).then_some(at)
    }

    /// 決算額 by item of both sides; none for a year without books.
    pub fn settled_of_items(&self) -> Option<Vec<(AccountItemId, Yen)>> {
        let lines = [Side::Income, Side::Expense].into_iter().flat_map(|side| self.settled_lines(side));
        (!self.entries.is_empty()).then(|| lines.map(|line| (line.item.id, line.settled_yen)).collect())
    }

    /// 予算現額 of an item: 当初 + decided 補正 + 流用・予備費充当.
    pub fn in_force_yen(&self, item: AccountItemId) -> Yen {
        self.planned_yen(item) + self.reallocations.iter().map(|moved| moved.effect_on(item)).sum()
    }

    /// The day on which a meeting decided 当初予算; none while it may still be written.
    pub fn initial_decided_on(&self) -> Option<NaiveDate> {
        self.revisions.iter().find(|revision| revision.number == 0).and_then(|revision| revision.decided_on)
    }

    /// 補正額 of an item: what decided revisions change.
    pub fn revised_yen(&self, item: AccountItemId) -> Yen {
        let decided = self.revisions.iter().filter(|revision| revision.decided_on.is_some());
        decided.flat_map(|revision| &revision.changes).filter(|c| c.item_id == item).map(|c| c.amount_yen).sum()
    }

    /// The income item that stands for the opening balance of a 会計: one that this year uses before one of an earlier name, and
    /// one that bears the word itself before one that only stands under it.
    pub fn carry_over_item(&self, fund: Option<FundId>) -> Option<&AccountItem> {
        let is_carried = |item: &&AccountItem| item.levels().any(|name| name.contains("繰越"));
        let all = self.items.iter().filter(|item| item.side == Side::Income && item.fund_id == fund).filter(is_carried);
        all.min_by_key(|item| {
            let (is_named, is_used) = (item.label().contains("繰越"), self.uses(item.id));
            match (is_named, is_used, item.is_retired) {
                (true, true, _) => 0,
                (true, false, false) => 1,
                (false, true, _) => 2,
                (false, false, false) => 3,
                (.., true) => 4,
            }
        })
    }

    /// True for an item that the budget or an entry of this year names.
    fn uses(&self, item: AccountItemId) -> bool {
        let is_changed = || self.revisions.iter().flat_map(|revision| &revision.changes).any(|one| one.item_id == item);
        let is_entered = |entry: &super::Entry| [entry.item_id, entry.to_item_id].contains(&Some(item));
        self.budget.iter().any(|line| line.item_id == item) || is_changed() || self.entries.iter().any(is_entered)
    }

    fn settled_by_item(&self, side: Side) -> HashMap<AccountItemId, Yen> {
        let mut settled: HashMap<AccountItemId, Yen> = HashMap::new();
        for entry in self.entries.iter().filter(|entry| entry.kind.side() == Some(side)) {
            if let Some(item) = entry.item_id {
                *settled.entry(item).or_default() += entry.amount_yen;
            }
        }
        let mut opened: HashMap<Option<FundId>, Yen> = HashMap::new();
        for purse in self.purses.iter().filter(|_| side == Side::Income) {
            *opened.entry(purse.fund_id).or_default() += self.opening_of(purse.id);
        }
        for (fund, opening) in opened {
            if let Some(item) = self.carry_over_item(fund) {
                *settled.entry(item.id).or_default() += opening;
            }
        }
        settled
    }
}
