//! 取組 and their years: written, put in order, taken out.

use super::{arranged, heading, load, named, next, refused, seen, within};
use crate::activities::acts::activity_named;
use crate::file::Tx;
use crate::plan::{Action, ActionId, ActionYear, HeadingId, Plan, store};
use crate::{Error, Result};

/// Writes an action: a new one, or one whose version must be the one that was seen. The line of work is named, and made when
/// there is none of that name; no name, no line of work.
pub fn save_action(tx: &Tx, typed: Action, activity: &str, is_new: bool) -> Result<ActionId> {
    let plan = load(tx)?;
    heading(&plan, typed.heading_id)?;
    within(&plan, typed.from_year, "from_year")
        .or_else(|outside| if is_kept(&plan, &typed) { Ok(()) } else { Err(outside) })?;
    if typed.until_year.is_some_and(|until| until < typed.from_year) {
        return Err(refused("plan.years_reversed", "until_year"));
    }
    let behind = next(plan.actions_of(typed.heading_id).map(|one| one.position));
    let position = if is_new {
        behind
    } else {
        let stored = found(&plan, typed.id)?;
        seen(stored.version, typed.version, &stored.name)?;
        if stored.heading_id == typed.heading_id { stored.position } else { behind }
    };
    let name = named(&typed.name, "name")?;
    let activity_id = activity_named(tx, activity)?;
    let written = Action { activity_id, position, name, ..typed };
    store::put_action(tx, &written)?;
    tx.say("name", &written.name);
    Ok(written.id)
}

/// What began under an earlier period goes on with the year in which it began.
fn is_kept(plan: &Plan, typed: &Action) -> bool {
    plan.actions.iter().any(|one| one.id == typed.id && one.from_year == typed.from_year)
}

/// Takes an action out of which nothing was found yet; what has a history is ended by its review.
pub fn remove_action(tx: &Tx, id: ActionId) -> Result<()> {
    let plan = load(tx)?;
    let gone = found(&plan, id)?;
    let has_history = |one: &&ActionYear| !one.result.is_empty() || !one.direction.is_empty() || one.review.is_some();
    if let Some(year) = plan.action_years.iter().filter(|one| one.action_id == id).find(has_history) {
        return Err(Error::refused("plan.action_has_history")
            .with("name", &gone.name)
            .with("year", year.fiscal_year.label()));
    }
    store::delete_action(tx, id)?;
    tx.say("name", &gone.name);
    Ok(())
}

/// Puts the actions below a heading in an order.
pub fn order_actions(tx: &Tx, heading: HeadingId, order: &[ActionId]) -> Result<()> {
    let plan = load(tx)?;
    let ids = arranged(plan.actions_of(heading).map(|one| one.id), order);
    (1..).zip(ids).try_for_each(|(position, id)| store::place_action(tx, id, position))
}

/// Writes a year of an action: 当年度目標, 実績, 課題・今後の方向性 and its review.
pub fn save_action_year(tx: &Tx, typed: ActionYear) -> Result<()> {
    let plan = load(tx)?;
    let action = found(&plan, typed.action_id)?;
    let stored = plan.action_year(typed.action_id, typed.fiscal_year);
    match stored {
        Some(stored) => seen(stored.version, typed.version, &action.name)?,
        None => within(&plan, typed.fiscal_year, "target")?,
    }
    if !action.spans(typed.fiscal_year) {
        return Err(Error::refused("plan.action_not_then")
            .with("name", &action.name)
            .with("year", typed.fiscal_year.label())
            .with("span", action.span_label()));
    }
    store::put_action_year(tx, &ActionYear { id: stored.map_or(typed.id, |one| one.id), ..typed.clone() })?;
    tx.say("name", &action.name);
    tx.say("year", typed.fiscal_year.label());
    Ok(())
}

fn found(plan: &Plan, id: ActionId) -> Result<&Action> {
    plan.actions.iter().find(|one| one.id == id).ok_or_else(|| Error::refused("plan.no_such_action"))
}
