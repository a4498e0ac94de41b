//! The plan itself, and what a year as a whole is to bring.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::FiscalYear;
use crate::id::Id;

/// Key of the plan.
pub type CommunityPlanId = Id<CommunityPlan>;
/// Key of a year of the plan.
pub type PlanYearId = Id<PlanYear>;

/// コミュニティプラン: its name, its period, and when it was made and revised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CommunityPlan {
    /// Key.
    #[ts(type = "string")]
    pub id: CommunityPlanId,
    /// 計画の名前
    pub name: String,
    /// 将来像
    pub vision: String,
    /// First year of its period.
    pub first_year: FiscalYear,
    /// Last year of its period.
    pub last_year: FiscalYear,
    /// 策定した日
    #[ts(type = "string | null")]
    pub decided_on: Option<NaiveDate>,
    /// 計画を見直した日, the last one.
    #[ts(type = "string | null")]
    pub revised_on: Option<NaiveDate>,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

impl CommunityPlan {
    /// True for a year of its period.
    pub fn holds(&self, year: FiscalYear) -> bool {
        (self.first_year..=self.last_year).contains(&year)
    }

    /// 令和3年度から令和7年度まで
    pub fn period(&self) -> String {
        format!("{}から{}まで", self.first_year.label(), self.last_year.label())
    }

    /// The years of its period.
    pub fn years(&self) -> impl Iterator<Item = FiscalYear> + use<> {
        (self.first_year.0..=self.last_year.0).map(FiscalYear)
    }
}

/// 年度目標・実績書 above its lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanYear {
    /// Key.
    #[ts(type = "string")]
    pub id: PlanYearId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 使命
    pub mission: String,
    /// 方針
    pub policy: String,
    /// 取り組みの総括
    pub summary: String,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

impl PlanYear {
    /// A year of which nothing is written.
    pub fn new(fiscal_year: FiscalYear) -> PlanYear {
        let said = String::new;
        PlanYear { id: PlanYearId::new(), fiscal_year, mission: said(), policy: said(), summary: said(), version: 0 }
    }
}
