//! 交付金の決定 and its figures.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{GrantStep, Stage, StepState};
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

impl Grant {
    /// The grant as it stood at the end of a day: what the city had decided by then, changes that it had approved included.
    pub fn until(&self, day: NaiveDate, steps: &[GrantStep]) -> Grant {
        let mut grant = self.clone();
        if self.decided_on.is_some_and(|on| on > day) {
            grant.decided_yen = None;
        }
        let is_approved = |step: &&GrantStep| {
            step.grant_id == self.id
                && step.stage == Stage::Change
                && step.state == StepState::Done
                && step.happened_on <= day
        };
        let approved = steps.iter().filter(is_approved).max_by_key(|step| step.happened_on);
        if let Some(amount) = approved.and_then(|step| step.amount_yen) {
            grant.decided_yen = Some(amount);
        }
        grant
    }
}
