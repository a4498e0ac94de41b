//! A whole year: frozen at its reference date, and its target.

use office::FiscalYear;
use office::enrolment::acts;
use office::fact::Facts;
use paper::Negative;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::stated;
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Result, typed};

/// Freezes a year at its reference date; an empty day is the first of the city's year.
#[derive(Debug, Deserialize, TS)]
pub struct TakeSnapshot {
    pub year: FiscalYear,
    pub as_of: String,
}

impl Command for TakeSnapshot {
    const NAME: &'static str = "enrolment.take_snapshot";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let as_of = typed::city_day(&self.as_of, self.year, "as_of")?.unwrap_or_else(|| self.year.city_first_day());
        let facts = stated(desk, self.year)?;
        let take = |tx: &office::file::Tx| acts::take_snapshot(tx, self.year, as_of, &facts);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, take)?.into())
    }
}

/// Makes a frozen year again what the records say.
#[derive(Debug, Deserialize, TS)]
pub struct DropSnapshot {
    pub year: FiscalYear,
}

impl Command for DropSnapshot {
    const NAME: &'static str = "enrolment.drop_snapshot";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::drop_snapshot(tx, self.year))?.into())
    }
}

/// The council's own target from a year on, in percent as typed; empty takes it away.
#[derive(Debug, Deserialize, TS)]
pub struct SetTarget {
    pub year: FiscalYear,
    pub percent: String,
    pub source: String,
}

impl Command for SetTarget {
    const NAME: &'static str = "enrolment.set_target";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let target = typed::tenths(&self.percent, "percent")?.map(|tenths| (tenths, self.source.trim().to_owned()));
        let set = |tx: &office::file::Tx| acts::set_target(tx, self.year, target);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, set)?.into())
    }
}

/// The target and how far it is.
#[derive(Debug, Serialize, TS)]
pub struct TargetShown {
    pub label: String,
    pub source: String,
    pub percent: String,
    #[ts(type = "number")]
    pub tenths: i64,
    pub points: Option<String>,
    #[ts(type = "number | null")]
    pub needed: Option<i64>,
    /// True where the council has set it itself for this very year.
    pub is_own: bool,
}

impl TargetShown {
    pub(super) fn of(facts: &Facts, is_own: bool) -> Option<TargetShown> {
        let tenths = facts.number("enrolment.target_percent")?;
        let text = |name: &str| facts.value(name).shown(Negative::White);
        Some(TargetShown {
            label: text("enrolment.target_label"),
            source: text("enrolment.target_source"),
            percent: text("enrolment.target_percent"),
            tenths,
            points: shown(facts, "enrolment.points_to_target"),
            needed: facts.number("enrolment.households_to_target"),
            is_own,
        })
    }
}

/// A fact as papers show it; none where it is blank.
pub(super) fn shown(facts: &Facts, name: &str) -> Option<String> {
    Some(facts.value(name).shown(Negative::White)).filter(|shown| !shown.is_empty())
}
