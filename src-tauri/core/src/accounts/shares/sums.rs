//! Budget and result by part, side and item, while a year is being divided.

use std::collections::HashMap;
use std::hash::Hash;

use super::ShareLine;
use crate::accounts::{AccountItem, AccountItemId, Books, Side};
use crate::money::Yen;

type Place<K> = (Option<K>, Side, Option<AccountItemId>);

/// Budget and result by part, side and item.
pub(super) struct Sums<K> {
    pub(super) keys: Vec<Option<K>>,
    of: HashMap<Place<K>, (Yen, Yen)>,
}

impl<K: Copy + Eq + Hash> Sums<K> {
    pub(super) fn new() -> Sums<K> {
        Sums { keys: Vec::new(), of: HashMap::new() }
    }

    pub(super) fn know(&mut self, key: Option<K>) {
        if !self.keys.contains(&key) {
            self.keys.push(key);
        }
    }

    pub(super) fn add(
        &mut self,
        key: Option<K>,
        side: Side,
        item: Option<AccountItemId>,
        (budget, settled): (Yen, Yen),
    ) {
        self.know(key);
        let sum = self.of.entry((key, side, item)).or_default();
        sum.0 += budget;
        sum.1 += settled;
    }

    /// 収入 − 支出 of a part so far.
    pub(super) fn balance(&self, key: K) -> Yen {
        let of_side = |side: Side| -> Yen {
            let own = self.of.iter().filter(|((of, at, _), _)| *of == Some(key) && *at == side);
            own.map(|(_, (_, settled))| *settled).sum()
        };
        of_side(Side::Income) - of_side(Side::Expense)
    }

    /// Moves what a part was charged with and does not bear to those who are named by nobody: from its last items first, and
    /// never more than an item has.
    pub(super) fn release(&mut self, books: &Books, key: K, over: Yen) {
        let mut left = over;
        for line in self.lines(books, Some(key)).into_iter().rev().filter(|line| line.side == Side::Expense) {
            let moved = left.min(line.settled_yen).max(Yen(0));
            let item = line.item.map(|item| item.id);
            if moved > Yen(0) {
                self.add(Some(key), Side::Expense, item, (Yen(0), -moved));
                self.add(None, Side::Expense, item, (Yen(0), moved));
                left = left - moved;
            }
        }
    }

    /// The lines of a part: income, then expense, each in the order of the settlement, what no item says last.
    pub(super) fn lines(&self, books: &Books, key: Option<K>) -> Vec<ShareLine> {
        let of_side = |side: Side| {
            let mut items: Vec<Option<AccountItem>> =
                books.settled_lines(side).into_iter().map(|line| Some(line.item)).collect();
            // An item whose entries cancel each other out stands on no settlement.
            let is_known =
                |item: &AccountItem, all: &[Option<AccountItem>]| all.iter().flatten().any(|one| one.id == item.id);
            for item in &books.items {
                if !is_known(item, &items) {
                    items.push(Some(item.clone()));
                }
            }
            items.push(None);
            items.into_iter().filter_map(move |item| {
                let (budget_yen, settled_yen) = *self.of.get(&(key, side, item.as_ref().map(|item| item.id)))?;
                Some(ShareLine { side, item, budget_yen, settled_yen })
            })
        };
        let lines = [Side::Income, Side::Expense].into_iter().flat_map(of_side);
        lines.filter(|line| (line.budget_yen, line.settled_yen) != (Yen(0), Yen(0))).collect()
    }
}
