//! 事業計画 of a year: what each line of work is to do (`domain` 3.2 F-02).

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::recurrence::{days_of, moved};
use super::{Activity, ActivityId, Occasion};
use crate::calendar::FiscalYear;
use crate::enrolment::Certainty;
use crate::id::Id;

/// Key of a line of the plan.
pub type ActivityPlanId = Id<ActivityPlan>;

/// A line of the plan: one line of work in one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActivityPlan {
    /// Key.
    #[ts(type = "string")]
    pub id: ActivityPlanId,
    /// 事業
    #[ts(type = "string")]
    pub activity_id: ActivityId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// Order in the plan.
    #[ts(type = "number")]
    pub position: i64,
    /// 実施時期 as written: 通年, 毎月第2土曜, 10月.
    pub schedule: String,
    /// 目的
    pub aims: String,
    /// 事業内容
    pub content: String,
    /// 場所
    pub place: String,
    /// 対象
    pub target: String,
    /// 参加予定人数
    #[ts(type = "number | null")]
    pub participants: Option<i64>,
    /// Written as 約300, or as a count.
    pub participants_certainty: Certainty,
    /// 告知（広報）方法
    pub notice: String,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

impl ActivityPlan {
    /// A line of which nothing but its line of work is said.
    pub fn new(activity_id: ActivityId, fiscal_year: FiscalYear) -> ActivityPlan {
        let said = String::new;
        ActivityPlan {
            id: ActivityPlanId::new(),
            activity_id,
            fiscal_year,
            position: 0,
            schedule: said(),
            aims: said(),
            content: said(),
            place: said(),
            target: said(),
            participants: None,
            participants_certainty: Certainty::default(),
            notice: said(),
            version: 1,
        }
    }

    /// The days that its words name, each with the last day of what begins on it.
    pub fn days(&self) -> Vec<(NaiveDate, NaiveDate)> {
        days_of(&self.schedule, self.fiscal_year)
    }

    /// The same line in the year after.
    pub fn again(&self) -> ActivityPlan {
        ActivityPlan { id: ActivityPlanId::new(), fiscal_year: self.fiscal_year.next(), version: 1, ..self.clone() }
    }

    /// What a line of work did in a year, as the plan of the next: on the same weekdays, at the same places.
    pub fn after(activity: &Activity, done: &[&Occasion], to: FiscalYear) -> ActivityPlan {
        ActivityPlan {
            schedule: schedule_after(done, to),
            content: joined(done, |o| &o.title),
            place: joined(done, |o| &o.place),
            target: joined(done, |o| &o.target),
            notice: joined(done, |o| &o.notice),
            ..ActivityPlan::new(activity.id, to)
        }
    }
}

/// 10月11日 for one, 5月・10月・2月 for several.
fn schedule_after(done: &[&Occasion], to: FiscalYear) -> String {
    match done {
        [] => String::new(),
        [one] => {
            let day = moved(one.from_on, to);
            format!("{}月{}日", day.month(), day.day())
        }
        several => {
            let months: BTreeSet<(i32, u32)> = several.iter().map(|o| (o.from_on.year(), o.from_on.month())).collect();
            months.iter().map(|(_, month)| format!("{month}月")).collect::<Vec<_>>().join("・")
        }
    }
}

/// Different words of some occasions, each once.
fn joined(done: &[&Occasion], of: fn(&Occasion) -> &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    for one in done.iter().map(|o| of(o).trim()).filter(|one| !one.is_empty()) {
        if !words.contains(&one) {
            words.push(one);
        }
    }
    words.join("、")
}
