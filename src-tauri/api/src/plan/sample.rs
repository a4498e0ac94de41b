//! The plan of the specimen council, written through the same commands as anybody's.

use office::FiscalYear;
use office::plan::{HeadingId, Review, Wish};
use serde::Deserialize;

use super::indicators::{IndicatorDraft, IndicatorYearDraft};
use super::{SaveAction, SaveActionYear, SaveHeading, SaveIndicator, SavePlanYear, SaveTerms};
use crate::command::Command;
use crate::{Desk, Error, Result};

/// `[plan]` of `sample.toml`.
#[derive(Deserialize)]
pub(crate) struct SamplePlan {
    name: String,
    vision: String,
    first_year: String,
    last_year: String,
    decided_on: String,
    mission: String,
    policy: String,
    aims: Vec<SampleHeading>,
}

#[derive(Deserialize)]
struct SampleHeading {
    name: String,
    #[serde(default)]
    detail: String,
    #[serde(default)]
    measures: Vec<SampleHeading>,
    #[serde(default)]
    actions: Vec<SampleAction>,
    #[serde(default)]
    indicators: Vec<SampleIndicator>,
}

#[derive(Deserialize)]
struct SampleAction {
    name: String,
    activity: String,
    organisation: String,
    planning: String,
    doing: String,
    reviewing: String,
    target: String,
    #[serde(default)]
    direction: String,
    review: Option<Review>,
}

#[derive(Deserialize)]
struct SampleIndicator {
    name: String,
    unit: String,
    wish: Wish,
    source: String,
    base_year: String,
    base: String,
    years: Vec<SampleYear>,
}

#[derive(Deserialize)]
struct SampleYear {
    year: FiscalYear,
    target: String,
    actual: String,
}

impl SamplePlan {
    /// Writes all of it down.
    pub(crate) fn write(self, desk: &Desk, year: FiscalYear) -> Result<()> {
        let SamplePlan { name, vision, first_year, last_year, decided_on, mission, policy, aims } = self;
        let from_year = first_year.clone();
        let revised_on = String::new();
        SaveTerms { version: 0, name, vision, first_year, last_year, decided_on, revised_on }.run(desk)?;
        SavePlanYear { year, version: 0, mission, policy, summary: String::new() }.run(desk)?;
        aims.into_iter().try_for_each(|aim| aim.write(desk, None, (year, &from_year)))
    }
}

impl SampleHeading {
    fn write(self, desk: &Desk, parent_id: Option<HeadingId>, when: (FiscalYear, &str)) -> Result<()> {
        let save = SaveHeading { id: None, version: 0, parent_id, name: self.name, detail: self.detail };
        let id: HeadingId = key(&save.run(desk)?.value.id)?;
        self.indicators.into_iter().try_for_each(|one| one.write(desk, id))?;
        self.actions.into_iter().try_for_each(|one| one.write(desk, id, when))?;
        self.measures.into_iter().try_for_each(|one| one.write(desk, Some(id), when))
    }
}

impl SampleAction {
    fn write(self, desk: &Desk, heading_id: HeadingId, (year, from_year): (FiscalYear, &str)) -> Result<()> {
        let SampleAction { name, activity, organisation, planning, doing, reviewing, target, direction, review } = self;
        let (from_year, until_year) = (from_year.to_owned(), String::new());
        let save = SaveAction {
            id: None,
            version: 0,
            heading_id,
            name,
            activity,
            organisation,
            planning,
            doing,
            reviewing,
            from_year,
            until_year,
        };
        let action_id = key(&save.run(desk)?.value.id)?;
        SaveActionYear { action_id, year, version: 0, target, result: String::new(), direction, review }.run(desk)?;
        Ok(())
    }
}

impl SampleIndicator {
    fn write(self, desk: &Desk, heading: HeadingId) -> Result<()> {
        let SampleIndicator { name, unit, wish, source, base_year, base, years } = self;
        let year = |SampleYear { year, target, actual }| IndicatorYearDraft {
            year,
            label: year.label(),
            target,
            actual,
            note: String::new(),
        };
        let years = years.into_iter().map(year).collect();
        let draft = IndicatorDraft {
            id: None,
            version: 0,
            heading_id: Some(heading),
            name,
            unit,
            wish,
            source,
            base_year,
            base,
            years,
        };
        SaveIndicator { draft }.run(desk).map(drop)
    }
}

fn key<T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>>(written: &str) -> Result<T> {
    written.parse().map_err(|e| Error::refused("office.sample_broken").because(e))
}
