//! 指標 and its years, as typed.

use office::FiscalYear;
use office::plan::{HeadingId, Indicator, IndicatorId, IndicatorYear, IndicatorYearId, Measured, Plan, Wish, acts};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::labels::percent;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result};

/// An indicator with its years; without a key a blank one.
#[derive(Debug, Deserialize, TS)]
pub struct PlanIndicatorById {
    #[ts(type = "string | null")]
    pub id: Option<IndicatorId>,
}

/// An indicator as it is typed, with its years.
#[derive(Debug, Serialize, TS)]
pub struct PlanIndicatorOne {
    pub draft: IndicatorDraft,
    /// 達成率 of its years in percent, in the order of the draft.
    pub attained: Vec<Option<String>>,
}

/// An indicator as it is typed.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct IndicatorDraft {
    /// The one that is changed; none for a new one.
    #[ts(type = "string | null")]
    pub id: Option<IndicatorId>,
    #[ts(type = "number")]
    pub version: i64,
    /// None before one was chosen.
    #[ts(type = "string | null")]
    pub heading_id: Option<HeadingId>,
    pub name: String,
    pub unit: String,
    pub wish: Wish,
    pub source: String,
    pub base_year: String,
    pub base: String,
    pub years: Vec<IndicatorYearDraft>,
}

/// A year of an indicator as it is typed.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct IndicatorYearDraft {
    pub year: FiscalYear,
    /// 令和7年度
    pub label: String,
    pub target: String,
    pub actual: String,
    pub note: String,
}

impl Command for PlanIndicatorById {
    const NAME: &'static str = "plan.indicator";
    type Output = PlanIndicatorOne;
    fn run(self, desk: &Desk) -> Result<PlanIndicatorOne> {
        let plan = desk.office()?.view(|view| Plan::load(view))?;
        let Some(id) = self.id else { return Ok(shown(&plan, None)) };
        let found = plan.indicators.iter().find(|one| one.id == id);
        Ok(shown(&plan, Some(found.ok_or_else(|| Error::refused("plan.no_such_indicator"))?)))
    }
}

fn shown(plan: &Plan, indicator: Option<&Indicator>) -> PlanIndicatorOne {
    let written = indicator.map(|one| plan.indicator_years_of(one.id)).unwrap_or_default();
    let mut years: Vec<FiscalYear> = plan.terms.iter().flat_map(|terms| terms.years()).collect();
    years.extend(written.iter().map(|one| one.fiscal_year));
    years.sort_unstable();
    years.dedup();
    let of = |year: FiscalYear| written.iter().find(|one| one.fiscal_year == year).copied();
    let attained = |year: &FiscalYear| {
        let (one, (target, actual)) = (indicator?, of(*year).and_then(|one| one.target.zip(one.actual))?);
        percent(one.attained(target, actual))
    };
    let attained = years.iter().map(attained).collect();
    let draft = IndicatorDraft {
        id: indicator.map(|one| one.id),
        version: indicator.map_or(0, |one| one.version),
        heading_id: indicator.map(|one| one.heading_id),
        name: indicator.map_or(String::new(), |one| one.name.clone()),
        unit: indicator.map_or(String::new(), |one| one.unit.clone()),
        wish: indicator.map_or(Wish::More, |one| one.wish),
        source: indicator.map_or(String::new(), |one| one.source.clone()),
        base_year: indicator.map_or(String::new(), |one| one.base_year.label()),
        base: indicator.map_or(String::new(), |one| one.base.plain()),
        years: years.into_iter().map(|year| year_draft(year, of(year))).collect(),
    };
    PlanIndicatorOne { draft, attained }
}

fn year_draft(year: FiscalYear, written: Option<&IndicatorYear>) -> IndicatorYearDraft {
    let plain = |value: Option<Measured>| value.map(Measured::plain).unwrap_or_default();
    IndicatorYearDraft {
        year,
        label: year.label(),
        target: plain(written.and_then(|one| one.target)),
        actual: plain(written.and_then(|one| one.actual)),
        note: written.map_or(String::new(), |one| one.note.clone()),
    }
}

/// Writes an indicator with its years.
#[derive(Debug, Deserialize, TS)]
pub struct SaveIndicator {
    pub draft: IndicatorDraft,
}

impl Command for SaveIndicator {
    const NAME: &'static str = "plan.save_indicator";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let is_new = self.draft.id.is_none();
        let (indicator, years) = self.draft.read()?;
        let save = |tx: &office::file::Tx| acts::save_indicator(tx, indicator, &years, is_new);
        Ok(with_value_of(desk.office()?.change(&desk.by(), Self::NAME, save)?, Written::of))
    }
}

impl IndicatorDraft {
    fn read(self) -> Result<(Indicator, Vec<IndicatorYear>)> {
        let unit = self.unit.trim().to_owned();
        let base = value(&self.base, &unit, "base")?;
        let indicator = Indicator {
            id: self.id.unwrap_or_else(IndicatorId::new),
            heading_id: self
                .heading_id
                .ok_or_else(|| Error::refused("plan.heading_missing").with("field", "heading_id"))?,
            position: 0,
            base_year: super::year(&self.base_year, "base_year")?,
            base: base.ok_or_else(|| Error::refused("plan.base_missing").with("field", "base"))?,
            name: self.name,
            wish: self.wish,
            source: self.source,
            version: self.version,
            unit,
        };
        let read = |one: IndicatorYearDraft| {
            Ok(IndicatorYear {
                id: IndicatorYearId::new(),
                indicator_id: indicator.id,
                fiscal_year: one.year,
                target: value(&one.target, &indicator.unit, &format!("target-{}", one.year))?,
                actual: value(&one.actual, &indicator.unit, &format!("actual-{}", one.year))?,
                note: one.note.trim().to_owned(),
            })
        };
        let years = self.years.into_iter().map(read).collect::<Result<_>>()?;
        Ok((indicator, years))
    }
}

/// A value as typed; none for an empty field.
fn value(typed: &str, unit: &str, field: &str) -> Result<Option<Measured>> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let unreadable = || Error::refused("plan.value_unreadable").with("field", field).with("typed", typed.trim());
    Measured::read(typed, unit).map(Some).ok_or_else(unreadable)
}

/// Takes an indicator out, with its years.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveIndicator {
    #[ts(type = "string")]
    pub id: IndicatorId,
}

impl Command for RemoveIndicator {
    const NAME: &'static str = "plan.remove_indicator";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::remove_indicator(tx, self.id))?.into())
    }
}

/// Puts the indicators of a heading in an order.
#[derive(Debug, Deserialize, TS)]
pub struct OrderIndicators {
    #[ts(type = "string")]
    pub heading_id: HeadingId,
    #[ts(type = "Array<string>")]
    pub order: Vec<IndicatorId>,
}

impl Command for OrderIndicators {
    const NAME: &'static str = "plan.order_indicators";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let order = |tx: &office::file::Tx| acts::order_indicators(tx, self.heading_id, &self.order);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, order)?.into())
    }
}
