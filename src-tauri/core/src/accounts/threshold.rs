//! 流用の限度: how much may be moved between two items before somebody has to approve it. It warns and never blocks.

use serde::{Deserialize, Serialize};

use super::{AccountItemId, Books, Side};
use crate::money::Yen;

/// Of what the share is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThresholdBase {
    /// 支出予算の全体
    Whole,
    /// 流用元の科目
    Line,
    /// The lower one of the two items.
    LowerLine,
}

impl ThresholdBase {
    /// Its name in a sentence.
    pub fn label(self) -> &'static str {
        match self {
            ThresholdBase::Whole => "支出予算の全体",
            ThresholdBase::Line => "流用元の予算",
            ThresholdBase::LowerLine => "予算の少ないほうの科目",
        }
    }
}

/// A rule on 流用, as data.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// Percent of the base that may be moved without approval.
    pub percent: i64,
    /// Of what.
    pub base: ThresholdBase,
    /// Where the rule stands.
    pub source: String,
    /// False as long as nobody has looked the rule up in this council's own rules.
    pub is_verified: bool,
}

/// What is moved, and how much the rule lets go without approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MovedShare {
    /// 円
    pub moved_yen: Yen,
    /// 円, rounded down.
    pub limit_yen: Yen,
}

impl MovedShare {
    /// True when somebody has to approve it.
    pub fn is_over(self) -> bool {
        self.moved_yen > self.limit_yen
    }
}

impl Threshold {
    /// What the year has moved with `more` on top, against 当初予算 and 補正. Whole: all 流用 of the year; line: all that
    /// left the item; lower line: all that went from the one to the other.
    pub fn share(&self, books: &Books, (from, to): (AccountItemId, AccountItemId), more: Yen) -> MovedShare {
        let planned = |item: AccountItemId| {
            let initial = books.budget.iter().filter(|line| line.item_id == item).map(|line| line.amount_yen);
            initial.sum::<Yen>() + books.revised_yen(item)
        };
        let expenses = books.items.iter().filter(|item| item.side == Side::Expense);
        let base: Yen = match self.base {
            ThresholdBase::Whole => expenses.map(|item| planned(item.id)).sum(),
            ThresholdBase::Line => planned(from),
            ThresholdBase::LowerLine => planned(from).min(planned(to)),
        };
        let counts = books.reallocations.iter().filter(|one| match self.base {
            ThresholdBase::Whole => true,
            ThresholdBase::Line => one.from_item_id == from,
            ThresholdBase::LowerLine => (one.from_item_id, one.to_item_id) == (from, to),
        });
        let moved_yen = counts.map(|one| one.amount_yen).sum::<Yen>() + more;
        MovedShare { moved_yen, limit_yen: Yen(base.0.saturating_mul(self.percent) / 100) }
    }
}
