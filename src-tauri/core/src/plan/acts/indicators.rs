//! 指標: written with their years, put in order, taken out.

use super::{arranged, heading, load, named, next, seen, within};
use crate::file::Tx;
use crate::plan::{HeadingId, Indicator, IndicatorId, IndicatorYear, Plan, store};
use crate::{Error, Result};

/// Writes an indicator with its years: a new one, or one whose version must be the one that was seen. A year without target,
/// actual and note is taken out; years that are not named stay.
pub fn save_indicator(tx: &Tx, typed: Indicator, years: &[IndicatorYear], is_new: bool) -> Result<IndicatorId> {
    let plan = load(tx)?;
    heading(&plan, typed.heading_id)?;
    let behind = next(plan.indicators_of(typed.heading_id).map(|one| one.position));
    let position = if is_new {
        behind
    } else {
        let stored = found(&plan, typed.id)?;
        seen(stored.version, typed.version, &stored.name)?;
        if stored.heading_id == typed.heading_id { stored.position } else { behind }
    };
    let written = Indicator { position, name: named(&typed.name, "name")?, ..typed };
    store::put_indicator(tx, &written)?;
    years.iter().try_for_each(|year| save_year(tx, &plan, &written, year))?;
    tx.say("name", &written.name);
    Ok(written.id)
}

fn save_year(tx: &Tx, plan: &Plan, indicator: &Indicator, year: &IndicatorYear) -> Result<()> {
    let stored =
        plan.indicator_years.iter().find(|one| one.indicator_id == indicator.id && one.fiscal_year == year.fiscal_year);
    let is_blank = year.target.is_none() && year.actual.is_none() && year.note.is_empty();
    match stored {
        Some(stored) if is_blank => store::delete_indicator_year(tx, stored.id),
        None if is_blank => Ok(()),
        Some(_) => store::put_indicator_year(tx, year),
        None => {
            within(plan, year.fiscal_year, "years")?;
            store::put_indicator_year(tx, year)
        }
    }
}

/// Takes an indicator out, with its years.
pub fn remove_indicator(tx: &Tx, id: IndicatorId) -> Result<()> {
    let plan = load(tx)?;
    let gone = found(&plan, id)?;
    store::delete_indicator(tx, id)?;
    tx.say("name", &gone.name);
    Ok(())
}

/// Puts the indicators of a heading in an order.
pub fn order_indicators(tx: &Tx, heading: HeadingId, order: &[IndicatorId]) -> Result<()> {
    let plan = load(tx)?;
    let ids = arranged(plan.indicators_of(heading).map(|one| one.id), order);
    (1..).zip(ids).try_for_each(|(position, id)| store::place_indicator(tx, id, position))
}

fn found(plan: &Plan, id: IndicatorId) -> Result<&Indicator> {
    plan.indicators.iter().find(|one| one.id == id).ok_or_else(|| Error::refused("plan.no_such_indicator"))
}
