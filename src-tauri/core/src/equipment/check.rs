//! 現品照合: once a year somebody goes round and looks whether everything is there.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::EquipmentId;
use crate::calendar::FiscalYear;
use crate::closed::closed_words;
use crate::id::Id;

/// Key of a check.
pub type EquipmentCheckId = Id<EquipmentCheck>;

/// What was found of one piece in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EquipmentCheck {
    /// Key.
    pub id: EquipmentCheckId,
    /// Of what.
    pub equipment_id: EquipmentId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 照合日
    pub checked_on: NaiveDate,
    /// 照合した人
    pub checked_by: String,
    /// What was found.
    pub found: Found,
    /// メモ
    pub note: String,
}

/// What was found of several pieces, or of the only one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Of those that were not lent.
    pub result: CheckResult,
    /// 数量 of the register on that day; none in checks from before it was kept.
    pub quantity: Option<i64>,
    /// How many of them were lent.
    pub away: i64,
    /// How many of the others were there, where it was not all of them.
    pub seen: Option<i64>,
    /// 貸出中を確かめた
    pub is_loan_checked: bool,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CheckResult {
    /// あった
    Found,
    /// 傷んでいる
    Damaged,
    /// 見つからない
    Missing,
    /// 貸出中: nobody has looked for the rest, if there is one.
    Lent,
}
closed_words!(CheckResult { Found = "found", Damaged = "damaged", Missing = "missing", Lent = "lent" });

impl Found {
    /// How many of `quantity`, as the register has it now, are still to be found.
    pub fn missing(self, quantity: i64) -> i64 {
        let seen = if self.result == CheckResult::Missing { Some(0) } else { self.seen };
        let of = self.quantity.unwrap_or(quantity).min(quantity) - self.away;
        seen.map_or(0, |seen| (of - seen).max(0))
    }

    /// True once somebody has looked for all that are not lent.
    pub fn is_done(self) -> bool {
        self.result != CheckResult::Lent || self.quantity == Some(self.away)
    }

    /// あり, 5点のうち4点, 傷みあり（3点のうち2点）、貸出中2点を確認
    pub fn label(self) -> String {
        let here = self.quantity.unwrap_or_default() - self.away;
        let seen = match (self.result, self.seen) {
            (CheckResult::Lent, _) => String::new(),
            (CheckResult::Found, Some(seen)) => format!("{here}点のうち{seen}点"),
            (result, Some(seen)) => format!("{}（{here}点のうち{seen}点）", result.label()),
            (result, None) => result.label().to_owned(),
        };
        let lent = match (self.is_loan_checked, self.quantity) {
            (false, _) => String::new(),
            (true, Some(1)) => "貸出中を確認".to_owned(),
            (true, _) => format!("貸出中{}点を確認", self.away),
        };
        let parts: Vec<String> = [seen, lent].into_iter().filter(|part| !part.is_empty()).collect();
        parts.join("、")
    }
}

impl CheckResult {
    /// The word on papers.
    pub fn label(self) -> &'static str {
        match self {
            CheckResult::Found => "あり",
            CheckResult::Damaged => "傷みあり",
            CheckResult::Missing => "見つからない",
            CheckResult::Lent => "貸出中",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(result: CheckResult, away: i64, seen: Option<i64>) -> Found {
        Found { result, quantity: Some(5), away, seen, is_loan_checked: false }
    }

    #[test]
    fn what_was_not_seen_is_missing_until_the_register_has_fewer() {
        let four = found(CheckResult::Found, 0, Some(4));
        assert_eq!([5, 4, 6].map(|now| four.missing(now)), [1, 0, 1], "what is bought later was never missed");
        assert_eq!(found(CheckResult::Damaged, 2, Some(2)).missing(5), 1, "two of three");
        assert_eq!(found(CheckResult::Missing, 2, None).missing(5), 3, "what is lent is not missing");
        assert_eq!(found(CheckResult::Found, 0, None).missing(9), 0);
        let old = Found { quantity: None, ..found(CheckResult::Missing, 0, None) };
        assert_eq!((old.missing(5), old.label().as_str()), (5, "見つからない"), "a check that knew no numbers");
    }

    #[test]
    fn a_check_says_how_many_were_there_and_that_the_loan_was_checked() {
        let lent = |of: Found| Found { is_loan_checked: true, ..of };
        let only = Found { quantity: Some(1), ..lent(found(CheckResult::Lent, 1, None)) };
        assert_eq!(only.label(), "貸出中を確認");
        assert_eq!(lent(found(CheckResult::Found, 2, None)).label(), "あり、貸出中2点を確認");
        assert_eq!(lent(found(CheckResult::Damaged, 2, Some(2))).label(), "傷みあり（3点のうち2点）、貸出中2点を確認");
        assert_eq!(found(CheckResult::Found, 0, Some(4)).label(), "5点のうち4点");
        assert!(
            only.is_done() && !lent(found(CheckResult::Lent, 2, None)).is_done(),
            "the rest is still to be looked for"
        );
    }
}
