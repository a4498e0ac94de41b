//! 予算: 当初, each 補正 and each 流用 side by side. What is in force is their sum, never a figure written over another.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AccountItemId, GrantId};
use crate::activities::ActivityId;
use crate::calendar::FiscalYear;
use crate::closed::closed_words;
use crate::id::Id;
use crate::money::Yen;
use crate::roster::OrganisationId;

/// Key of a budget line.
pub type BudgetLineId = Id<BudgetLine>;
/// Key of a revision.
pub type BudgetRevisionId = Id<BudgetRevision>;
/// Key of a change.
pub type BudgetChangeId = Id<BudgetChange>;
/// Key of a reallocation.
pub type ReallocationId = Id<Reallocation>;
/// Key of a part.
pub type BudgetPartId = Id<BudgetPart>;

/// 当初予算の一行
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BudgetLine {
    /// Key.
    #[ts(type = "string")]
    pub id: BudgetLineId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 科目
    #[ts(type = "string")]
    pub item_id: AccountItemId,
    /// 本年度予算額
    pub amount_yen: Yen,
    /// 前年度予算額 as the paper says.
    pub previous_yen: Option<Yen>,
    /// 内訳・摘要
    pub note: String,
    /// Order on papers.
    #[ts(type = "number")]
    pub position: i64,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

/// 補正予算. A draft until the meeting has decided; only then it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BudgetRevision {
    /// Key.
    #[ts(type = "string")]
    pub id: BudgetRevisionId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 第1次, 第2次 …
    #[ts(type = "number")]
    pub number: i64,
    /// The day of the decision; none for a draft.
    pub decided_on: Option<NaiveDate>,
    /// 役員会, 臨時総会 …
    pub decided_by: String,
    /// 補正の理由
    pub reason: String,
    /// What it changes, in the order in which it was written.
    pub changes: Vec<BudgetChange>,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

/// 補正額 of one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BudgetChange {
    /// Key.
    #[ts(type = "string")]
    pub id: BudgetChangeId,
    /// 科目
    #[ts(type = "string")]
    pub item_id: AccountItemId,
    /// 円, negative for less
    pub amount_yen: Yen,
    /// 摘要
    pub note: String,
}

/// 流用・予備費充当
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReallocationKind {
    /// 流用
    Reallocation,
    /// 予備費充当
    Contingency,
}
closed_words!(ReallocationKind { Reallocation = "reallocation", Contingency = "contingency" });

/// 流用・予備費充当: money of one expense item that another one may spend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reallocation {
    /// Key.
    #[ts(type = "string")]
    pub id: ReallocationId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 流用 or 予備費充当
    pub kind: ReallocationKind,
    /// 日付
    pub moved_on: NaiveDate,
    /// 流用元
    #[ts(type = "string")]
    pub from_item_id: AccountItemId,
    /// 流用先
    #[ts(type = "string")]
    pub to_item_id: AccountItemId,
    /// 円, positive
    pub amount_yen: Yen,
    /// 理由
    pub reason: String,
    /// Who decided: 会長, 役員会 …
    pub decided_by: String,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

impl Reallocation {
    /// What it adds to an item.
    pub fn effect_on(&self, item: AccountItemId) -> Yen {
        let to = if self.to_item_id == item { self.amount_yen } else { Yen(0) };
        let from = if self.from_item_id == item { self.amount_yen } else { Yen(0) };
        to - from
    }
}

/// 積算内訳: a part of a budget line, 単価 × 数量 × 回数, for one 事業, 部会 and 財源.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BudgetPart {
    /// Key.
    #[ts(type = "string")]
    pub id: BudgetPartId,
    /// The line it is a part of.
    #[ts(type = "string")]
    pub line_id: BudgetLineId,
    /// 案内チラシの印刷
    pub words: String,
    /// 単価, where the amount is worked out.
    pub unit_yen: Option<Yen>,
    /// 数量
    #[ts(type = "number | null")]
    pub quantity: Option<i64>,
    /// 回数
    #[ts(type = "number | null")]
    pub times: Option<i64>,
    /// 円
    pub amount_yen: Yen,
    /// 事業
    #[ts(type = "string | null")]
    pub activity_id: Option<ActivityId>,
    /// 部会
    #[ts(type = "string | null")]
    pub committee_id: Option<OrganisationId>,
    /// 財源; none is 自主財源.
    #[ts(type = "string | null")]
    pub grant_id: Option<GrantId>,
    /// Order on papers.
    #[ts(type = "number")]
    pub position: i64,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}
