//! 交付金の精算: what was charged to a grant, what is over, what goes back to the city.

use super::Grant;
use crate::accounts::{Books, Eligibility, Entry, EntryKind};
use crate::formula::Step;
use crate::money::Yen;

/// The figures of one grant at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantFigures {
    /// 交付決定額; 0 until the city has decided.
    pub decided_yen: Yen,
    /// 交付金充当額: Σ eligible expense whose source of money is this grant.
    pub allocated_yen: Yen,
    /// Σ eligible expense, whoever pays it.
    pub eligible_yen: Yen,
    /// 受領額: Σ income whose source of money is this grant.
    pub received_yen: Yen,
}

impl GrantFigures {
    /// Computes the figures of a grant from the year's books.
    pub fn of(grant: &Grant, books: &Books) -> GrantFigures {
        let paid_by = |e: &&Entry| e.grant_id == Some(grant.id);
        let eligible = || {
            books
                .entries
                .iter()
                .filter(|e| e.kind == EntryKind::Expense && e.eligibility == Some(Eligibility::Eligible))
        };
        GrantFigures {
            decided_yen: grant.decided_yen.unwrap_or_default(),
            allocated_yen: eligible().filter(paid_by).map(|e| e.amount_yen).sum(),
            eligible_yen: eligible().map(|e| e.amount_yen).sum(),
            received_yen: books
                .entries
                .iter()
                .filter(|e| e.kind == EntryKind::Income)
                .filter(paid_by)
                .map(|e| e.amount_yen)
                .sum(),
        }
    }

    /// 超過額: charged more than was decided.
    pub fn excess_yen(&self) -> Yen {
        (self.allocated_yen - self.decided_yen).max(Yen(0))
    }

    /// 返還額: decided − allocated, never below zero. No rounding: the grant's rule states none.
    pub fn refund_yen(&self) -> Yen {
        (self.decided_yen - self.allocated_yen).max(Yen(0))
    }

    /// 確定（見込）額: what the city pays in the end.
    pub fn fixed_yen(&self) -> Yen {
        self.decided_yen.min(self.allocated_yen)
    }

    /// The calculation of the refund, step by step.
    pub fn steps(&self) -> Vec<Step> {
        let step = |mark: &str, label: &str, how: &str, amount_yen| {
            let [mark, label, how] = [mark, label, how].map(str::to_owned);
            Step { mark, label, how, amount_yen }
        };
        vec![
            step("A", "交付決定額", "", self.decided_yen),
            step("B", "交付金充当額（対象経費のうち交付金で支払った額）", "", self.allocated_yen),
            step("C", "確定（見込）額", "AとBの少ない方", self.fixed_yen()),
            step("D", "超過額（自主財源でまかなう額）", "B − A（0より小さいときは0）", self.excess_yen()),
            step("E", "返還額", "A − C", self.refund_yen()),
        ]
    }
}
