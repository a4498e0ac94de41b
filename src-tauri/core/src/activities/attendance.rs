//! 出欠: who came and who helped, by name, how many of which age, and how long a helper worked.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Occasion, OccasionId};
use crate::closed::closed_words;
use crate::id::Id;
use crate::roster::PersonId;

/// Key of an attendance.
pub type AttendanceId = Id<Attendance>;

/// As what somebody was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "AttendancePart")]
pub enum Part {
    /// 参加者
    Participant,
    /// 従事者・スタッフ
    Helper,
}

closed_words!(Part { Participant = "participant", Helper = "helper" });

impl Part {
    /// As the history calls it.
    pub fn label(self) -> &'static str {
        match self {
            Part::Participant => "参加",
            Part::Helper => "スタッフ",
        }
    }
}

/// 年代
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Age {
    /// 子ども（中学生まで）
    Child,
    /// 大人
    Adult,
    /// 65歳以上
    Elder,
}

closed_words!(Age { Child = "child", Adult = "adult", Elder = "elder" });

/// Somebody who was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "OccasionAttendance")]
pub struct Attendance {
    /// Key.
    #[ts(type = "string")]
    pub id: AttendanceId,
    /// The occasion.
    #[ts(type = "string")]
    pub occasion_id: OccasionId,
    /// Somebody of the roster.
    #[ts(type = "string | null")]
    pub person_id: Option<PersonId>,
    /// Somebody else, as written.
    pub name: String,
    /// As what.
    pub part: Part,
    /// How long a helper worked; none is as long as the occasion lasted.
    #[ts(type = "number | null")]
    pub minutes: Option<i64>,
}

/// How many of one age were there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgeCount {
    /// As what.
    pub part: Part,
    /// Of which age.
    pub age: Age,
    /// How many.
    #[ts(type = "number")]
    pub number: i64,
}

impl Occasion {
    /// How long it lasted, where one day and both times are known; over midnight into the next day.
    pub fn minutes(&self) -> Option<i64> {
        let (begins, ends) = self.begins_at.zip(self.ends_at)?;
        let minutes = (ends - begins).num_minutes();
        match (self.to_on - self.from_on).num_days() {
            0 => Some(minutes),
            1 if minutes < 0 => Some(minutes + 24 * 60),
            _ => None,
        }
    }
}

impl Attendance {
    /// How long a helper worked: as written, else as long as the occasion; none of a participant, or where neither is known.
    pub fn worked(&self, occasion: &Occasion) -> Option<i64> {
        if self.part == Part::Helper { self.minutes.or_else(|| occasion.minutes()) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::*;
    use crate::calendar::FiscalYear;

    fn occasion(begins: &str, ends: &str, days: i64) -> Occasion {
        let at = |text: &str| text.parse::<NaiveTime>().ok();
        let day = "2025-10-12".parse().unwrap();
        let to_on = day + chrono::TimeDelta::days(days);
        Occasion { to_on, begins_at: at(begins), ends_at: at(ends), ..Occasion::new(FiscalYear(2025), "祭り", day) }
    }

    #[test]
    fn an_occasion_lasts_as_long_as_its_times_say() {
        assert_eq!(occasion("09:00:00", "12:30:00", 0).minutes(), Some(210));
        assert_eq!(occasion("21:00:00", "05:00:00", 1).minutes(), Some(480), "over midnight");
        assert_eq!(occasion("09:00:00", "12:00:00", 1).minutes(), None, "two days: nobody knows how long each was");
        assert_eq!(occasion("09:00:00", "", 0).minutes(), None);
    }
}
