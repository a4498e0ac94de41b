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
    pub result: CheckResult,
    /// メモ
    pub note: String,
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
}
closed_words!(CheckResult { Found = "found", Damaged = "damaged", Missing = "missing" });

impl CheckResult {
    /// The word on papers.
    pub fn label(self) -> &'static str {
        match self {
            CheckResult::Found => "あり",
            CheckResult::Damaged => "傷みあり",
            CheckResult::Missing => "見つからない",
        }
    }
}
