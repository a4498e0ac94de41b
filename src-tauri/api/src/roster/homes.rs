//! Households as they were on one day, read from the records.

use chrono::NaiveDate;
use office::file::View;
use office::roster::{Homes, store};

use crate::Result;

/// All households with those who live there on a day.
pub(crate) fn homes(view: &View, day: NaiveDate) -> Result<Homes> {
    Ok(Homes::on(day, store::households(view)?, store::household_members(view)?))
}
