//! 事業収入 is found by the 事業 of what was charged: what bears none on either side cannot be found.

use super::sums::Sums;
use crate::accounts::{Entry, EntryKind};
use crate::formula::Quantity;
use crate::grants::conditions::Scope;
use crate::money::Yen;

/// How many entries bear no 事業, and how much they are together.
pub type Unnamed = (usize, Yen);

/// What a formula that takes 事業収入 off cannot see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unplaced {
    /// Costs that the grant pays.
    pub charged: Unnamed,
    /// Income that no grant is.
    pub income: Unnamed,
}

impl Sums<'_> {
    /// What bears no 事業, where the formula asks for 事業収入.
    pub fn unplaced(&self, measures: &[Quantity]) -> Unplaced {
        if !measures.contains(&Quantity::EventIncomeYen) {
            return Unplaced::default();
        }
        let count = |is_it: &dyn Fn(&Entry) -> bool| {
            let own = self.books.standing().filter(|entry| entry.activity_id.is_none() && is_it(entry));
            own.fold((0, Yen(0)), |(count, sum), entry| (count + 1, sum + entry.amount_yen))
        };
        // Where all costs count, it does not matter which of them the grant pays.
        let charged = |entry: &Entry| self.scope == Scope::Charged && self.is_charged(entry);
        Unplaced {
            charged: count(&charged),
            income: count(&|entry| entry.kind == EntryKind::Income && entry.grant_id.is_none()),
        }
    }
}
