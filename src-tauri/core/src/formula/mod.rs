//! 算式: how an amount is worked out, as data. A formula is a list of terms from a closed set; working it out gives the
//! amount and every step in words. Payments for liaison work and grants are written with the same terms (`domain` 3.4, 5).

mod evaluate;
mod found;
mod terms;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::Yen;

pub use evaluate::{Given, Worked};
pub use found::{all, find, general_settlements, grants, settlement, settlements};
pub use terms::{Block, Counting, Kind, Quantity, Round, Rounding, Stair, Term};

/// 算式: everything that the rule of one payment says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Formula {
    /// `sodegaura-liaison`
    pub id: String,
    /// 袖ケ浦市
    pub city: String,
    /// 行政連絡業務の交付金（令和4年度から）
    pub title: String,
    /// Where the rule stands.
    pub source: String,
    /// False as long as nobody has read it in the city's own rule.
    pub is_verified: bool,
    /// What the rule leaves open: somebody has to say which reading holds.
    #[serde(default, rename = "choice")]
    pub choices: Vec<OpenReading>,
    /// What is added up.
    #[serde(rename = "term")]
    pub terms: Vec<Term>,
    /// 上限 of the sum.
    pub at_most_yen: Option<i64>,
    /// 端数 of the sum.
    pub round: Option<Round>,
}

impl Formula {
    /// The same formula with another 率, 上限 or 端数, where the rule of a grant names its own. A share that nobody has named a
    /// rounding for is cut to whole yen.
    #[must_use]
    pub fn tuned(&self, share: Option<[i64; 2]>, at_most_yen: Option<i64>, round: Option<Round>) -> Formula {
        let mut tuned = self.clone();
        for term in &mut tuned.terms {
            if let (Kind::Net { part, whole, .. }, Some([own_part, own_whole])) = (&mut term.kind, share) {
                (*part, *whole) = (own_part, own_whole);
                term.round = term.round.or(Some(Round { unit: 1, how: Rounding::Down }));
            }
            term.at_most_yen = at_most_yen.or(term.at_most_yen);
            term.round = round.or(term.round);
        }
        tuned
    }
}

/// 読み方: a place where the words of a rule allow more than one reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenReading {
    /// `blocks`
    pub id: String,
    /// 「50世帯ごと」の数え方
    pub label: String,
    /// The readings.
    #[serde(rename = "option")]
    pub options: Vec<Reading>,
}

/// One reading of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// `started`
    pub id: String,
    /// 端数も1と数える
    pub label: String,
}

/// One step of a calculation, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Step {
    /// A, B … by which later steps name it.
    pub mark: String,
    /// What it is, e.g. 交付決定額.
    pub label: String,
    /// How it was computed, e.g. A − B; empty when it was entered.
    pub how: String,
    /// 円
    pub amount_yen: Yen,
}

#[cfg(test)]
mod settlement_tests;
#[cfg(test)]
mod tests;
