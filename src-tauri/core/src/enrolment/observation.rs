//! 加入状況: observations, not one number: who said what, for which day, and how sure it is (`domain` 4.2).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::CountKind;
use crate::calendar::FiscalYear;
use crate::closed::closed_words;
use crate::id::Id;
use crate::money::Yen;
use crate::roster::{OrganisationId, PersonId};

/// Key of an observation.
pub type ObservationId = Id<Observation>;
/// Key of a further count.
pub type HouseholdObservationId = Id<HouseholdObservation>;
/// Key of an association's year.
pub type AssociationYearId = Id<AssociationYear>;

/// 確度: how a count came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// 実数
    #[default]
    Counted,
    /// 概数 (約80)
    Rounded,
    /// 前年値, or one count that serves several years
    CarriedOver,
}

closed_words!(Certainty { Counted = "counted", Rounded = "rounded", CarriedOver = "carried_over" });

/// 加入状況の一件: one association, one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Observation {
    /// Key.
    #[ts(type = "string")]
    pub id: ObservationId,
    /// Which association.
    #[ts(type = "string")]
    pub association_id: OrganisationId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 基準日
    pub as_of_on: NaiveDate,
    /// 加入世帯; none when the association has not answered (未提出).
    #[ts(type = "number | null")]
    pub numerator: Option<i64>,
    /// How sure that is.
    pub numerator_certainty: Certainty,
    /// 区域内世帯
    #[ts(type = "number | null")]
    pub denominator: Option<i64>,
    /// How sure that is.
    pub denominator_certainty: Certainty,
    /// 出典: file and sheet, or 手入力.
    pub source: String,
}

/// 観測: one further count of one association, beside its yearly answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HouseholdObservation {
    /// Key.
    #[ts(type = "string")]
    pub id: HouseholdObservationId,
    /// Which association.
    #[ts(type = "string")]
    pub association_id: OrganisationId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// What was counted.
    pub kind: CountKind,
    /// 基準日
    pub as_of_on: NaiveDate,
    /// 世帯数
    #[ts(type = "number")]
    pub households: i64,
    /// How sure that is.
    pub certainty: Certainty,
    /// 出典
    pub source: String,
}

/// 自治会の年度ごとの記録: chair, blocks and fee as reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssociationYear {
    /// Key.
    #[ts(type = "string")]
    pub id: AssociationYearId,
    /// Which association.
    #[ts(type = "string")]
    pub association_id: OrganisationId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 区域（町丁）
    pub town: String,
    /// 会長名 as written; it never makes a person.
    pub chair_name: String,
    /// The person, when exactly one fits.
    #[ts(type = "string | null")]
    pub chair_person_id: Option<PersonId>,
    /// 班数
    #[ts(type = "number | null")]
    pub blocks: Option<i64>,
    /// 会費（月額）
    pub fee_month_yen: Option<Yen>,
    /// 備考
    pub note: String,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}
