//! The day of a meeting as typed, and the year that the meeting belongs to by it.

use chrono::NaiveDate;
use office::FiscalYear;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::{Desk, Result, labels, typed};

/// The day of a meeting while it is typed.
#[derive(Debug, Deserialize, TS)]
pub struct DayOfMeeting {
    /// The year that is looked at.
    pub year: FiscalYear,
    pub held: String,
    pub is_new: bool,
}

/// What is understood of it; both empty while it cannot be read.
#[derive(Debug, Serialize, TS)]
pub struct DayUnderstood {
    /// 令和8年4月26日（日）
    pub on_label: String,
    /// 令和8年度
    pub year_label: String,
}

impl Command for DayOfMeeting {
    const NAME: &'static str = "meetings.day_understood";
    type Output = DayUnderstood;
    fn run(self, desk: &Desk) -> Result<DayUnderstood> {
        let day = self.read(desk.today()).unwrap_or_default();
        let on = |day: NaiveDate| format!("{}（{}）", labels::long_day(Some(day)), labels::weekday(day));
        let year_label = day.map_or(String::new(), |day| FiscalYear::of(day).label());
        Ok(DayUnderstood { on_label: day.map_or(String::new(), on), year_label })
    }
}

/// How far ahead a new meeting is called: a day without its year that has passed by then means the coming one.
const CALLED_AHEAD_DAYS: i64 = 100;

impl DayOfMeeting {
    /// Without its year it is of the year looked at, or the coming one where a new meeting is near it.
    pub(super) fn read(&self, today: NaiveDate) -> Result<Option<NaiveDate>> {
        let day = |year| typed::day(&self.held, Some(year), "held");
        let (own, next) = (day(self.year)?, day(self.year.next())?);
        let is_near = |day: &NaiveDate| (0..=CALLED_AHEAD_DAYS).contains(&(*day - today).num_days());
        let has_passed = self.is_new && own.is_some_and(|own| own < today);
        Ok(next.filter(|next| has_passed && is_near(next)).or(own))
    }
}
