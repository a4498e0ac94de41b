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
    /// 確定額 as the city told it; none until it has, and then the formula only says what was to be expected.
    pub fixed_yen: Option<Yen>,
}

impl Grant {
    /// The grant as it stood at the end of a day: what the city had decided by then, changes that it had approved included,
    /// and what it had fixed.
    pub fn until(&self, day: NaiveDate, steps: &[GrantStep]) -> Grant {
        let mut grant = self.clone();
        if self.decided_on.is_some_and(|on| on > day) {
            grant.decided_yen = None;
        }
        let told = |stage: Stage| {
            let is_done = |step: &&GrantStep| {
                step.grant_id == self.id
                    && step.stage == stage
                    && step.state == StepState::Done
                    && step.happened_on <= day
            };
            steps.iter().filter(is_done).max_by_key(|step| step.happened_on).and_then(|step| step.amount_yen)
        };
        grant.decided_yen = told(Stage::Change).or(grant.decided_yen);
        grant.fixed_yen = told(Stage::Fixing);
        grant
    }
}
