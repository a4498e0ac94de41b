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
            // A change of the plan alone says no amount, and leaves the one that was decided before.
            let with_amount =
                steps.iter().filter(is_done).filter_map(|step| Some((step.happened_on, step.amount_yen?)));
            with_amount.max_by_key(|(on, _)| *on).map(|(_, amount)| amount)
        };
        grant.decided_yen = told(Stage::Change).or(grant.decided_yen);
        grant.fixed_yen = told(Stage::Fixing);
        grant
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn change(grant: &Grant, on: &str, amount: Option<i64>) -> GrantStep {
        GrantStep {
            id: Id::new(),
            grant_id: grant.id,
            stage: Stage::Change,
            state: StepState::Done,
            happened_on: day(on),
            number: String::new(),
            amount_yen: amount.map(Yen),
            note: String::new(),
            entry_id: None,
            basis: None,
            version: 1,
        }
    }

    #[test]
    fn a_change_without_an_amount_leaves_the_one_before() {
        let grant = Grant {
            id: Id::new(),
            fiscal_year: FiscalYear(2025),
            name: "まちづくり交付金".into(),
            decided_yen: Some(Yen(500_000)),
            decided_on: Some(day("2025-05-01")),
            decision_no: String::new(),
            fixed_yen: None,
        };
        let steps = [change(&grant, "2025-08-01", Some(600_000)), change(&grant, "2025-11-01", None)];
        let decided = |on: &str| grant.until(day(on), &steps).decided_yen;
        assert_eq!(decided("2025-04-30"), None);
        assert_eq!(decided("2025-07-31"), Some(Yen(500_000)));
        assert_eq!(decided("2025-08-01"), Some(Yen(600_000)));
        assert_eq!(decided("2026-03-31"), Some(Yen(600_000)), "the change of November was one of content");
    }
}
