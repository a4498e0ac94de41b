//! 指標: what is measured, from which value, and how far a year came.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{HeadingId, Measured};
use crate::calendar::FiscalYear;
use crate::closed::closed_words;
use crate::id::Id;
use crate::money::percent_tenths;

/// Key of an indicator.
pub type IndicatorId = Id<Indicator>;
/// Key of a year of an indicator.
pub type IndicatorYearId = Id<IndicatorYear>;

/// Whether more is wanted, or less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "IndicatorWish")]
pub enum Wish {
    /// 増やす, or keep from falling.
    #[default]
    More,
    /// 減らす, or keep from rising.
    Less,
}
closed_words!(Wish { More = "more", Less = "less" });

/// 指標
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Key.
    pub id: IndicatorId,
    /// The 目標 or 施策 it measures.
    pub heading_id: HeadingId,
    /// Order below its heading.
    pub position: i64,
    /// 指標の名前
    pub name: String,
    /// 単位
    pub unit: String,
    /// Whether more is wanted, or less.
    pub wish: Wish,
    /// 出どころ
    pub source: String,
    /// 基準年度
    pub base_year: FiscalYear,
    /// 基準値
    pub base: Measured,
    /// Raised by every change.
    pub version: i64,
}

/// A year of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorYear {
    /// Key.
    pub id: IndicatorYearId,
    /// The indicator.
    pub indicator_id: IndicatorId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 目標値
    pub target: Option<Measured>,
    /// 実績値
    pub actual: Option<Measured>,
    /// 備考
    pub note: String,
}

impl Indicator {
    /// 自治会加入率（％）; its name alone where it has no unit.
    pub fn title(&self) -> String {
        if self.unit.is_empty() { self.name.clone() } else { format!("{}（{}）", self.name, self.unit) }
    }

    /// 達成率 in tenths of a percent, rounded half up: 実績 ÷ 目標; where less is wanted 目標 ÷ 実績. None below zero.
    pub fn attained(&self, target: Measured, actual: Measured) -> Option<i64> {
        let (part, whole) = match self.wish {
            Wish::More => (actual, target),
            Wish::Less => (target, actual),
        };
        if part.0 < 0 { None } else { percent_tenths(part.0, whole.0) }
    }

    /// 基準値からの進み in tenths of a percent, rounded half up: (実績 − 基準値) ÷ (目標 − 基準値). None where the baseline itself is
    /// to be kept.
    pub fn advanced(&self, target: Measured, actual: Measured) -> Option<i64> {
        let (way, wanted) = (actual.0 - self.base.0, target.0 - self.base.0);
        percent_tenths(way * wanted.signum(), wanted.abs())
    }

    /// True when the target was reached.
    pub fn is_reached(&self, target: Measured, actual: Measured) -> bool {
        match self.wish {
            Wish::More => actual >= target,
            Wish::Less => actual <= target,
        }
    }

    /// How many decimals its values are shown with: as many as any of them needs.
    pub fn decimals(&self, years: &[&IndicatorYear]) -> usize {
        let values = years.iter().flat_map(|year| [year.target, year.actual]).flatten();
        values.chain([self.base]).map(Measured::decimals).max().unwrap_or(0)
    }
}
