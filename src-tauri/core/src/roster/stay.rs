//! 在籍: from when to when somebody was in the roster, and why it began and ended.

use chrono::NaiveDate;

use super::Person;
use crate::calendar::FiscalYear;

/// One stay. The day of leaving is the first on which the person is not counted any more.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stay {
    /// First day; none when it lies before the records.
    pub joined_on: Option<NaiveDate>,
    /// 入会, 転入, 復会 …
    pub joined_reason: String,
    /// Day of leaving; none while it lasts.
    pub left_on: Option<NaiveDate>,
    /// 退会, 転出, 死亡, 休会 …
    pub left_reason: String,
}

impl Stay {
    /// This stay and another of the same person: the one before, when days lie between them on which nobody was counted,
    /// and the one that lasts or ended last. Stays that touch are one, and whoever died in one of them died.
    pub fn and(self, other: Stay) -> (Option<Stay>, Stay) {
        let (first, second) = if other.joined_on < self.joined_on { (other, self) } else { (self, other) };
        if !first.is_death() && first.left_on.zip(second.joined_on).is_some_and(|(left, joined)| left < joined) {
            return (Some(first), second);
        }
        let ends = |stay: &Stay| (stay.is_death(), stay.left_on.unwrap_or(NaiveDate::MAX));
        let is_first_last = ends(&first) >= ends(&second);
        let last = if is_first_last { &first } else { &second };
        let (left_on, left_reason) = (last.left_on, last.left_reason.clone());
        (None, Stay { left_on, left_reason, ..first })
    }

    /// True when it ended because they died.
    fn is_death(&self) -> bool {
        self.left_on.is_some() && is_death(&self.left_reason)
    }

    /// True on a day of this stay.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.joined_on.is_none_or(|joined| joined <= day) && self.left_on.is_none_or(|left| left > day)
    }
}

/// Words of a reason by which somebody is known to have died.
const DEATHS: [&str; 6] = ["死亡", "死去", "逝去", "他界", "永眠", "物故"];

/// True for words that say of somebody that they died.
pub(super) fn is_death(words: &str) -> bool {
    DEATHS.iter().any(|death| words.contains(death))
}

impl Person {
    /// True for somebody of whom it is written down that they died, on whatever day: no letter is addressed to them.
    pub fn has_died(&self) -> bool {
        self.present_stay().is_death()
    }

    /// The stay that lasts, or ended last.
    pub fn present_stay(&self) -> Stay {
        Stay {
            joined_on: self.joined_on,
            joined_reason: self.joined_reason.clone(),
            left_on: self.left_on,
            left_reason: self.left_reason.clone(),
        }
    }

    /// All stays, oldest first.
    pub fn stays(&self) -> Vec<Stay> {
        self.former_stays.iter().cloned().chain([self.present_stay()]).collect()
    }

    /// True for somebody in the roster on that day.
    pub fn is_counted_on(&self, day: NaiveDate) -> bool {
        self.present_stay().covers(day) || self.former_stays.iter().any(|stay| stay.covers(day))
    }

    /// True for somebody who was in the roster and is not any more on that day.
    pub fn has_left_by(&self, day: NaiveDate) -> bool {
        self.left_on.is_some_and(|left| left <= day) && !self.is_counted_on(day)
    }

    /// True for somebody in the roster at the end of the year; leavers stay in the file and are not counted.
    pub fn is_counted(&self, year: FiscalYear) -> bool {
        self.is_counted_on(year.last_day())
    }

    /// True for somebody who was in the roster on some day of the year, be it the one of leaving.
    pub fn was_here_in(&self, year: FiscalYear) -> bool {
        let touches = |stay: &Stay| {
            stay.joined_on.is_none_or(|joined| joined <= year.last_day())
                && stay.left_on.is_none_or(|left| left >= year.first_day())
        };
        touches(&self.present_stay()) || self.former_stays.iter().any(touches)
    }
}
