//! Which roles were held on a day and in a year.

use chrono::NaiveDate;

use super::Role;
use crate::calendar::FiscalYear;

/// 会員 alone is membership, not an office.
const MEMBERSHIP: [&str; 4] = ["会員", "一般会員", "正会員", "住民"];

impl Role {
    /// True for an office, a committee seat or a representation.
    pub fn is_office(&self) -> bool {
        !self.title.is_empty() && !MEMBERSHIP.contains(&self.title.as_str())
    }

    /// True for a role held on that day; an open end counts.
    pub fn is_held_on(&self, day: NaiveDate) -> bool {
        self.from_on.is_none_or(|from| from <= day) && self.to_on.is_none_or(|to| to >= day)
    }

    /// True for a role held on some day of the year; an open end counts.
    pub fn is_held_in(&self, year: FiscalYear) -> bool {
        self.from_on.is_none_or(|from| from <= year.last_day()) && self.to_on.is_none_or(|to| to >= year.first_day())
    }
}
