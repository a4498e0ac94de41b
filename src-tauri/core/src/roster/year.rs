//! Who is in the roster of a year, and which roles were held in it.

use super::{Person, Role};
use crate::calendar::FiscalYear;

/// 会員 alone is membership, not an office.
const MEMBERSHIP: [&str; 4] = ["会員", "一般会員", "正会員", "住民"];

impl Person {
    /// True for somebody in the roster at the end of the year; leavers stay in the file and are not counted.
    pub fn is_counted(&self, year: FiscalYear) -> bool {
        self.left_on.is_none_or(|left| left > year.last_day())
    }
}

impl Role {
    /// True for an office, a committee seat or a representation.
    pub fn is_office(&self) -> bool {
        !self.title.is_empty() && !MEMBERSHIP.contains(&self.title.as_str())
    }

    /// True for a role held on some day of the year; an open end counts.
    pub fn is_held_in(&self, year: FiscalYear) -> bool {
        self.from_on.is_none_or(|from| from <= year.last_day()) && self.to_on.is_none_or(|to| to >= year.first_day())
    }
}
