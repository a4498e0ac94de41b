//! 市全体（参考）を書く

use chrono::NaiveDate;

use crate::calendar::FiscalYear;
use crate::enrolment::{CityFigure, store};
use crate::file::Tx;
use crate::{Error, Result};

/// What somebody read in the city's papers; nothing of it takes the figure away.
#[derive(Debug, Clone)]
pub struct NewCity {
    /// 年度
    pub year: FiscalYear,
    /// 基準日
    pub as_of_on: NaiveDate,
    /// 加入世帯
    pub enrolled: Option<i64>,
    /// 世帯
    pub households: Option<i64>,
    /// 加入率 in tenths of a percent.
    pub tenths: Option<i64>,
    /// 出典: never empty, or nobody could look it up again.
    pub source: String,
}

/// Writes the whole city's figure of a year down.
pub fn set_city(tx: &Tx, new: &NewCity) -> Result<()> {
    tx.say("year", new.year.label());
    let NewCity { year, as_of_on, enrolled, households, tenths, source } = new.clone();
    if enrolled.is_none() && households.is_none() && tenths.is_none() {
        store::delete_city_figure(tx, year)?;
        return Ok(());
    }
    if source.is_empty() {
        return Err(Error::refused("enrolment.city_without_source").with("field", "source"));
    }
    if tenths.is_some_and(|tenths| !(0..=1000).contains(&tenths)) {
        return Err(Error::refused("enrolment.city_rate_unsound").with("field", "percent"));
    }
    if !year.city_contains(as_of_on) {
        return Err(Error::refused("enrolment.day_outside").with("year", year.label()).with("field", "as_of"));
    }
    store::put_city_figure(tx, &CityFigure { fiscal_year: year, as_of_on, enrolled, households, tenths, source })
}
