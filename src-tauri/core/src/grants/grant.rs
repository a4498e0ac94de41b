//! 交付金の決定 and its figures.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::accounts::GrantId;
use crate::calendar::FiscalYear;
use crate::money::Yen;

/// 交付金, one award of one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Grant {
    /// Key.
    #[ts(type = "string")]
    pub id: GrantId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 地域まちづくり交付金
    pub name: String,
    /// 交付決定額; none until the city has decided.
    pub decided_yen: Option<Yen>,
    /// 交付決定日
    pub decided_on: Option<NaiveDate>,
    /// 交付決定番号
    pub decision_no: String,
}
