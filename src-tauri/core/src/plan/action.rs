//! 取組 and its years.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::HeadingId;
use crate::activities::ActivityId;
use crate::calendar::FiscalYear;
use crate::closed::closed_words;
use crate::id::Id;

/// Key of an action.
pub type ActionId = Id<Action>;
/// Key of a year of an action.
pub type ActionYearId = Id<ActionYear>;

/// What the review of a year came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PlanReview")]
pub enum Review {
    /// 継続
    Keep,
    /// 拡充
    Expand,
    /// 改善
    Improve,
    /// 縮小
    Reduce,
    /// 廃止
    Drop,
    /// 完了
    Complete,
}
closed_words!(Review {
    Keep = "keep",
    Expand = "expand",
    Improve = "improve",
    Reduce = "reduce",
    Drop = "drop",
    Complete = "complete",
});

impl Review {
    /// All of them, in the order of the paper.
    pub const ALL: [Review; 6] =
        [Review::Keep, Review::Expand, Review::Improve, Review::Reduce, Review::Drop, Review::Complete];

    /// As papers call it.
    pub fn label(self) -> &'static str {
        match self {
            Review::Keep => "継続",
            Review::Expand => "拡充",
            Review::Improve => "改善",
            Review::Reduce => "縮小",
            Review::Drop => "廃止",
            Review::Complete => "完了",
        }
    }

    /// True where there is nothing to do of it in the years after.
    pub fn is_end(self) -> bool {
        matches!(self, Review::Drop | Review::Complete)
    }
}

/// 取組, with 体制・計画・実行・見直し as in 香取市's 後期基本計画.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "PlanAction")]
pub struct Action {
    /// Key.
    #[ts(type = "string")]
    pub id: ActionId,
    /// The 施策 or 目標 it stands below.
    #[ts(type = "string")]
    pub heading_id: HeadingId,
    /// The line of work by which it is done: occasions, participants and cost of a year are drawn from its records.
    #[ts(type = "string | null")]
    pub activity_id: Option<ActivityId>,
    /// Order below its heading.
    #[ts(type = "number")]
    pub position: i64,
    /// 取組の名前
    pub name: String,
    /// 体制
    pub organisation: String,
    /// 計画
    pub planning: String,
    /// 実行
    pub doing: String,
    /// 見直し
    pub reviewing: String,
    /// First year.
    pub from_year: FiscalYear,
    /// Last year, where it is known.
    #[ts(type = "number | null")]
    pub until_year: Option<FiscalYear>,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

impl Action {
    /// True for a year from its first to its last.
    pub fn spans(&self, year: FiscalYear) -> bool {
        self.from_year <= year && self.until_year.is_none_or(|until| year <= until)
    }

    /// 令和3年度～令和5年度; 令和3年度～ while its end is not known.
    pub fn span_label(&self) -> String {
        format!("{}～{}", self.from_year.label(), self.until_year.map(FiscalYear::label).unwrap_or_default())
    }
}

/// A year of an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "PlanActionYear")]
pub struct ActionYear {
    /// Key.
    #[ts(type = "string")]
    pub id: ActionYearId,
    /// The action.
    #[ts(type = "string")]
    pub action_id: ActionId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 当年度目標
    pub target: String,
    /// 実績; empty where the records speak for themselves.
    pub result: String,
    /// 課題・今後の方向性
    pub direction: String,
    /// What its review came to; none before.
    pub review: Option<Review>,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

impl ActionYear {
    /// A year of which nothing is written.
    pub fn new(action_id: ActionId, fiscal_year: FiscalYear) -> ActionYear {
        let said = String::new;
        let (target, result, direction) = (said(), said(), said());
        ActionYear {
            id: ActionYearId::new(),
            action_id,
            fiscal_year,
            target,
            result,
            direction,
            review: None,
            version: 0,
        }
    }
}
