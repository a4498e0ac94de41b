//! What is done with the plan.

mod actions;
mod headings;
mod indicators;
mod terms;

pub use actions::{order_actions, remove_action, save_action, save_action_year};
pub use headings::{order_headings, remove_heading, save_heading};
pub use indicators::{order_indicators, remove_indicator, save_indicator};
pub use terms::{Coming, carry_over, save_terms, save_year};

use super::{CommunityPlan, Heading, HeadingId, Plan};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::{Error, Result};

/// Longer names are texts that went into the wrong field.
const LONGEST_NAME: usize = 200;

/// A name without the blanks around it; refused when there is none, or when it is a text.
fn named(name: &str, field: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() {
        return Err(refused("plan.name_missing", field));
    }
    let letters = name.chars().count();
    if letters > LONGEST_NAME {
        return Err(refused("plan.name_too_long", field).with("letters", letters).with("most", LONGEST_NAME));
    }
    Ok(name.to_owned())
}

/// The plan, which must have been begun.
fn begun(plan: &Plan) -> Result<&CommunityPlan> {
    plan.terms.as_ref().ok_or_else(|| Error::refused("plan.not_begun"))
}

/// Refuses a year outside the period of the plan.
fn within(plan: &Plan, year: FiscalYear, field: &str) -> Result<()> {
    let terms = begun(plan)?;
    if terms.holds(year) {
        return Ok(());
    }
    Err(refused("plan.year_outside", field).with("year", year.label()).with("period", terms.period()))
}

/// The heading below which something stands.
fn heading(plan: &Plan, id: HeadingId) -> Result<&Heading> {
    plan.heading(id).ok_or_else(|| Error::refused("plan.no_such_heading"))
}

/// Somebody else wrote it since it was seen.
fn seen(stored: i64, seen: i64, name: &str) -> Result<()> {
    if stored == seen { Ok(()) } else { Err(Error::refused("plan.changed_elsewhere").with("name", name)) }
}

/// The keys as they are to stand; what is not named keeps its order behind.
fn arranged<I: Copy + PartialEq>(all: impl Iterator<Item = I>, order: &[I]) -> Vec<I> {
    let mut all: Vec<I> = all.collect();
    all.sort_by_key(|id| order.iter().position(|one| one == id).unwrap_or(order.len()));
    all
}

/// The place behind the last one.
fn next(positions: impl Iterator<Item = i64>) -> i64 {
    positions.max().unwrap_or(0) + 1
}

fn refused(code: &'static str, field: &str) -> Error {
    Error::refused(code).with("field", field)
}

/// The plan as it is now.
fn load(tx: &Tx) -> Result<Plan> {
    Plan::load(tx)
}
