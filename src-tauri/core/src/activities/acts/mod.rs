//! What the secretary does with activities.

mod planning;

pub use planning::{coming_plan, copy_plan, order_plan, remove_plan, save_plan};

use super::{ActivityId, Occasion, OccasionId, store};
use crate::file::Tx;
use crate::{Error, Result, roster};

/// Writes an occasion down: a new one, or an existing one whose version must be the one that was seen.
pub fn save_occasion(tx: &Tx, occasion: &Occasion, is_new: bool) -> Result<OccasionId> {
    if occasion.title.trim().is_empty() {
        return Err(Error::refused("activities.title_missing").with("field", "title"));
    }
    if occasion.to_on < occasion.from_on {
        return Err(Error::refused("activities.days_reversed").with("field", "to"));
    }
    if !occasion.fiscal_year.contains(occasion.from_on) {
        return Err(Error::refused("activities.outside_year")
            .with("field", "from")
            .with("year", occasion.fiscal_year.label()));
    }
    if !is_new {
        let stored =
            store::find_occasion(tx, occasion.id)?.ok_or_else(|| Error::refused("activities.no_such_occasion"))?;
        if stored.version != occasion.version {
            return Err(Error::refused("activities.changed_elsewhere").with("name", stored.title));
        }
    }
    tx.say("title", &occasion.title);
    tx.say("when", occasion.when());
    store::put_occasion(tx, occasion)?;
    Ok(occasion.id)
}

/// The line of work of that name; made when there is none. No name, no line of work.
pub fn activity_named(tx: &Tx, name: &str) -> Result<Option<ActivityId>> {
    let name = name.trim();
    if name.is_empty() {
        return Ok(None);
    }
    match store::activities(tx)?.into_iter().find(|a| a.name == name) {
        Some(activity) => Ok(Some(activity.id)),
        None => store::insert_activity(tx, name).map(Some),
    }
}

/// Gives a line of work its 担当部会, made when there is none of that name; an empty name takes it away.
pub fn set_committee(tx: &Tx, id: ActivityId, name: &str) -> Result<()> {
    let name = name.trim();
    let committee = if name.is_empty() { None } else { Some(roster::acts::committee_named(tx, name)?) };
    store::set_committee(tx, id, committee)
}
