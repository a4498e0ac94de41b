//! The plan of a year: written, put in order, and begun from the year before.

use rusqlite::Connection;

use super::activity_named;
use crate::activities::{ActivityPlan, ActivityPlanId, Occasion, store};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::{Error, Result};

/// Writes a line of the plan: a new one, or one whose version must be the one that was seen. The line of work is named, and
/// made when there is none of that name.
pub fn save_plan(tx: &Tx, plan: &ActivityPlan, activity: &str, is_new: bool) -> Result<ActivityPlanId> {
    let activity_id = activity_named(tx, activity)?;
    let activity_id =
        activity_id.ok_or_else(|| Error::refused("activities.activity_missing").with("field", "activity"))?;
    let planned = store::plans(tx, plan.fiscal_year)?;
    if planned.iter().any(|other| other.activity_id == activity_id && other.id != plan.id) {
        return Err(Error::refused("activities.planned_already")
            .with("field", "activity")
            .with("name", activity.trim()));
    }
    let position = match planned.iter().find(|other| other.id == plan.id) {
        Some(stored) if stored.version != plan.version => {
            return Err(Error::refused("activities.changed_elsewhere").with("name", activity.trim()));
        }
        Some(stored) => stored.position,
        None if is_new => next(&planned),
        None => return Err(Error::refused("activities.no_such_plan")),
    };
    tx.say("name", activity.trim());
    tx.say("year", plan.fiscal_year.label());
    store::put_plan(tx, &ActivityPlan { activity_id, position, ..plan.clone() })?;
    Ok(plan.id)
}

/// Takes a line out of the plan; the line of work and its records stay.
pub fn remove_plan(tx: &Tx, id: ActivityPlanId) -> Result<()> {
    let plan = store::find_plan(tx, id)?.ok_or_else(|| Error::refused("activities.no_such_plan"))?;
    let name = store::activities(tx)?.into_iter().find(|one| one.id == plan.activity_id).map(|one| one.name);
    tx.say("name", name.unwrap_or_default());
    tx.say("year", plan.fiscal_year.label());
    store::delete_plan(tx, id)
}

/// Puts the lines of a year in an order; lines that are not named keep theirs behind.
pub fn order_plan(tx: &Tx, year: FiscalYear, order: &[ActivityPlanId]) -> Result<()> {
    let mut plans = store::plans(tx, year)?;
    plans.sort_by_key(|plan| order.iter().position(|id| *id == plan.id).unwrap_or(order.len()));
    tx.say("year", year.label());
    (1..).zip(&plans).try_for_each(|(position, plan)| store::place_plan(tx, plan.id, position))
}

/// Begins a plan from the year before: its plan, and the lines of work that were recorded without one. What is planned
/// already stays as it is. Returns how many lines came.
pub fn copy_plan(tx: &Tx, year: FiscalYear) -> Result<usize> {
    let coming = coming_plan(tx, year)?;
    if coming.is_empty() {
        return Err(Error::refused("activities.nothing_to_copy").with("year", year.previous().label()));
    }
    for (position, plan) in (next(&store::plans(tx, year)?)..).zip(&coming) {
        store::put_plan(tx, &ActivityPlan { position, ..plan.clone() })?;
    }
    tx.say("year", year.label());
    tx.say("count", coming.len());
    Ok(coming.len())
}

/// What the year before brings into the plan of a year.
pub fn coming_plan(conn: &Connection, year: FiscalYear) -> Result<Vec<ActivityPlan>> {
    let before = year.previous();
    let mut coming: Vec<ActivityPlan> = store::plans(conn, before)?.iter().map(ActivityPlan::again).collect();
    let occasions = store::occasions(conn, before)?;
    for activity in store::activities(conn)? {
        let done: Vec<&Occasion> = occasions.iter().filter(|o| o.activity_id == Some(activity.id)).collect();
        if !done.is_empty() && coming.iter().all(|plan| plan.activity_id != activity.id) {
            coming.push(ActivityPlan::after(&activity, &done, year));
        }
    }
    let planned = store::plans(conn, year)?;
    coming.retain(|plan| planned.iter().all(|other| other.activity_id != plan.activity_id));
    Ok(coming)
}

/// The place behind the last line.
fn next(planned: &[ActivityPlan]) -> i64 {
    planned.iter().map(|plan| plan.position).max().unwrap_or(0) + 1
}
