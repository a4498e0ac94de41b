//! 事業・行事 and what is written down about each (`domain` 3.2 F-08).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::FiscalYear;
use crate::enrolment::Certainty;
use crate::id::Id;
use crate::roster::OrganisationId;

/// Key of an activity.
pub type ActivityId = Id<Activity>;
/// Key of an occasion.
pub type OccasionId = Id<Occasion>;

/// 事業: a line of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Activity {
    /// Key.
    #[ts(type = "string")]
    pub id: ActivityId,
    /// 事業名
    pub name: String,
    /// 担当部会
    #[ts(type = "string | null")]
    pub committee_id: Option<OrganisationId>,
}

/// 行事・開催: one occasion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Occasion {
    /// Key.
    #[ts(type = "string")]
    pub id: OccasionId,
    /// The line of work it belongs to.
    #[ts(type = "string | null")]
    pub activity_id: Option<ActivityId>,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 行事名
    pub title: String,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day; the first one again for a single day.
    pub to_on: NaiveDate,
    /// 場所
    pub place: String,
    /// 参加者数
    #[ts(type = "number | null")]
    pub participants: Option<i64>,
    /// 約314名 is rounded.
    pub participants_certainty: Certainty,
    /// 従事者・スタッフ数
    #[ts(type = "number | null")]
    pub helpers: Option<i64>,
    /// 参加対象者
    pub target: String,
    /// 告知（広報）方法
    pub notice: String,
    /// 事業実施内容
    pub content: String,
    /// 自己評価・反省点
    pub reflection: String,
    /// 効果検証
    pub effect: String,
    /// 作成者
    pub author: String,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}
