//! 流用の限度: how much may be moved between two items before somebody has to approve it. It warns and never blocks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AccountItemId, Books, Reallocation, Side};
use crate::money::Yen;

/// Of what the share is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ThresholdBase {
    /// 支出予算の全体
    Whole,
    /// Each of the two items by itself.
    Line,
    /// The lower one of the two items.
    LowerLine,
}

impl ThresholdBase {
    /// Its name in a sentence.
    pub fn label(self) -> &'static str {
        match self {
            ThresholdBase::Whole => "支出予算の全体",
            ThresholdBase::Line => "それぞれの科目の予算",
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
    /// What the share is taken of.
    pub base_yen: Yen,
    /// 円, rounded down.
    pub limit_yen: Yen,
}

impl MovedShare {
    /// True when somebody has to approve it.
    pub fn is_over(self) -> bool {
        self.over_yen() > Yen(0)
    }

    fn over_yen(self) -> Yen {
        self.moved_yen - self.limit_yen
    }
}

/// 流用元 and 流用先.
pub type ItemPair = (AccountItemId, AccountItemId);

impl Threshold {
    /// What the year has moved with `more` on top, against 当初予算 and 補正. Whole: all 流用 of the year; line: all that
    /// left the one item or reached the other, whichever goes further beyond its share; lower line: all that went from the
    /// one to the other.
    pub fn share(&self, books: &Books, (from, to): ItemPair, more: Yen) -> MovedShare {
        let share = |base_yen: Yen, counts: &dyn Fn(&Reallocation) -> bool| {
            let moved = books.reallocations.iter().filter(|one| counts(one)).map(|one| one.amount_yen);
            let limit_yen = Yen(base_yen.0.max(0).saturating_mul(self.percent) / 100);
            MovedShare { moved_yen: moved.sum::<Yen>() + more, base_yen, limit_yen }
        };
        let planned = |item| books.planned_yen(item);
        match self.base {
            ThresholdBase::Whole => {
                let expenses = books.items.iter().filter(|item| item.side == Side::Expense);
                share(expenses.map(|item| planned(item.id)).sum(), &|_| true)
            }
            ThresholdBase::Line => {
                let left = share(planned(from), &|one| one.from_item_id == from);
                let reached = share(planned(to), &|one| one.to_item_id == to);
                if reached.over_yen() > left.over_yen() { reached } else { left }
            }
            ThresholdBase::LowerLine => share(planned(from).min(planned(to)), &|one| one.pair() == (from, to)),
        }
    }
}

impl Reallocation {
    /// 流用元 and 流用先.
    pub fn pair(&self) -> ItemPair {
        (self.from_item_id, self.to_item_id)
    }
}

impl Books {
    /// The pairs of items between which money was moved, in the order in which that was first done.
    pub fn moved_pairs(&self) -> Vec<ItemPair> {
        let mut pairs: Vec<ItemPair> = Vec::new();
        for pair in self.reallocations.iter().map(Reallocation::pair) {
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
        pairs
    }

    /// An item as it was planned: 当初 and decided 補正, without what was moved.
    pub fn planned_yen(&self, item: AccountItemId) -> Yen {
        let initial = self.budget.iter().filter(|line| line.item_id == item).map(|line| line.amount_yen);
        initial.sum::<Yen>() + self.revised_yen(item)
    }
}
