//! 会計: 一般会計 stands for itself; 特別会計 and 積立金 are funds with items, purses and a settlement of their own.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::FiscalYear;
use crate::closed::closed_words;
use crate::id::Id;
use crate::money::Yen;

/// Key of a fund.
pub type FundId = Id<Fund>;
/// Key of one year of a plan.
pub type ReservePlanId = Id<ReservePlan>;

/// The name of what belongs to no fund.
pub const GENERAL: &str = "一般会計";

/// 特別会計・積立金
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FundKind {
    /// 特別会計
    Special,
    /// 積立金
    Reserve,
}
closed_words!(FundKind { Special = "special", Reserve = "reserve" });

impl FundKind {
    /// The word on papers.
    pub fn label(self) -> &'static str {
        match self {
            FundKind::Special => "特別会計",
            FundKind::Reserve => "積立金",
        }
    }
}

/// 会計 beside 一般会計.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Fund {
    /// Key.
    #[ts(type = "string")]
    pub id: FundId,
    /// 防災特別会計
    pub name: String,
    /// 特別会計 or 積立金
    pub kind: FundKind,
    /// What it is for.
    pub purpose: String,
    /// 積立の目標額
    pub target_yen: Option<Yen>,
    /// The year in which it is to be used.
    pub until_year: Option<FiscalYear>,
    /// True for one that is no longer used.
    pub is_closed: bool,
    /// Order on papers.
    #[ts(type = "number")]
    pub position: i64,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

/// 積立の計画 of one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReservePlan {
    /// Key.
    #[ts(type = "string")]
    pub id: ReservePlanId,
    /// 積立金
    #[ts(type = "string")]
    pub fund_id: FundId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// To be put aside in that year.
    pub amount_yen: Yen,
}
