//! 市全体（参考）: what is shown of the whole city, and writing it down.

use office::FiscalYear;
use office::enrolment::{CityFigure, acts, store};
use office::fact::Facts;
use paper::{Negative, wareki};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::years::shown;
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Result, labels, typed};

/// The whole city as papers show it, and as it was typed where somebody typed it.
#[derive(Debug, Serialize, TS)]
pub struct CityShown {
    #[ts(type = "number | null")]
    pub enrolled: Option<i64>,
    #[ts(type = "number | null")]
    pub households: Option<i64>,
    pub percent: Option<String>,
    pub as_of: String,
    pub source: String,
    /// Towns whose households the city does not publish.
    #[ts(type = "number")]
    pub unpublished: i64,
    pub typed: Option<CityTyped>,
}

/// A figure as it can be typed again.
#[derive(Debug, Serialize, TS)]
pub struct CityTyped {
    pub enrolled: String,
    pub households: String,
    pub percent: String,
    pub as_of: String,
    pub source: String,
}

impl CityShown {
    pub(super) fn of(desk: &Desk, facts: &Facts, year: FiscalYear) -> Result<CityShown> {
        let figures = desk.office()?.view(|view| store::city_figures(view))?;
        let text = |name: &str| facts.value(name).shown(Negative::White);
        Ok(CityShown {
            enrolled: facts.number("enrolment.city_enrolled"),
            households: facts.number("enrolment.city_households"),
            percent: shown(facts, "enrolment.city_rate_percent"),
            as_of: text("enrolment.city_as_of_on"),
            source: text("enrolment.city_source"),
            unpublished: facts.number("enrolment.city_unpublished").unwrap_or_default(),
            typed: figures.get(&year).map(CityTyped::of),
        })
    }
}

impl CityTyped {
    fn of(figure: &CityFigure) -> CityTyped {
        let number = |n: Option<i64>| n.map_or_else(String::new, |n| n.to_string());
        CityTyped {
            enrolled: number(figure.enrolled),
            households: number(figure.households),
            percent: labels::percent(figure.tenths).unwrap_or_default(),
            as_of: wareki::short(figure.as_of_on),
            source: figure.source.clone(),
        }
    }
}

/// The whole city's figure of a year, as typed; all counts empty takes it away, an empty day is the first of the city's year.
#[derive(Debug, Deserialize, TS)]
pub struct SetCity {
    pub year: FiscalYear,
    pub enrolled: String,
    pub households: String,
    pub percent: String,
    pub as_of: String,
    pub source: String,
}

impl Command for SetCity {
    const NAME: &'static str = "enrolment.set_city";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let new = acts::NewCity {
            year: self.year,
            as_of_on: typed::city_day(&self.as_of, self.year, "as_of")?.unwrap_or_else(|| self.year.city_first_day()),
            enrolled: typed::count(&self.enrolled, "enrolled")?.0,
            households: typed::count(&self.households, "households")?.0,
            tenths: typed::tenths(&self.percent, "percent")?,
            source: self.source.trim().to_owned(),
        };
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::set_city(tx, &new))?.into())
    }
}
