//! 目標 and 施策: written, put in order, taken out.

use super::{arranged, begun, heading, load, named, next, seen};
use crate::file::Tx;
use crate::plan::{Heading, HeadingId, store};
use crate::{Error, Result};

/// Writes a heading: a new one, or one whose version must be the one that was seen.
pub fn save_heading(tx: &Tx, typed: Heading, is_new: bool) -> Result<HeadingId> {
    let plan = load(tx)?;
    begun(&plan)?;
    let (parent_id, position) = if is_new {
        // Two levels: a 施策 stands below a 目標 and never below a 施策.
        if let Some(parent) = typed.parent_id
            && heading(&plan, parent)?.parent_id.is_some()
        {
            return Err(Error::refused("plan.too_deep"));
        }
        (typed.parent_id, next(plan.below(typed.parent_id).map(|one| one.position)))
    } else {
        let stored = heading(&plan, typed.id)?;
        seen(stored.version, typed.version, &stored.name)?;
        (stored.parent_id, stored.position)
    };
    let written = Heading { parent_id, position, name: named(&typed.name, "name")?, ..typed };
    store::put_heading(tx, &written)?;
    say(tx, &written);
    Ok(written.id)
}

/// Takes a heading out, below which nothing stands.
pub fn remove_heading(tx: &Tx, id: HeadingId) -> Result<()> {
    let plan = load(tx)?;
    let gone = heading(&plan, id)?;
    let is_empty = plan.below(Some(id)).next().is_none()
        && plan.actions_of(id).next().is_none()
        && plan.indicators_of(id).next().is_none();
    if !is_empty {
        return Err(Error::refused("plan.heading_in_use").with("name", &gone.name).with("kind", gone.kind()));
    }
    store::delete_heading(tx, id)?;
    say(tx, gone);
    Ok(())
}

/// Puts what stands below a heading, or the 目標 themselves, in an order.
pub fn order_headings(tx: &Tx, parent: Option<HeadingId>, order: &[HeadingId]) -> Result<()> {
    let plan = load(tx)?;
    let ids = arranged(plan.below(parent).map(|one| one.id), order);
    (1..).zip(ids).try_for_each(|(position, id)| store::place_heading(tx, id, position))
}

fn say(tx: &Tx, heading: &Heading) {
    tx.say("kind", heading.kind());
    tx.say("name", &heading.name);
}
