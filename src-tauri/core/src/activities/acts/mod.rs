//! What the secretary does with activities.

mod arranging;
mod attending;
mod planning;
mod rates;
mod removing;
mod series;

pub use arranging::{Confirmed, make_occasions, mark_occasion, move_task, remove_task, save_task, tick_task};
pub use attending::{Who, attend, count_ages, count_names, set_minutes};
pub use planning::{coming_plan, copy_plan, order_plan, remove_plan, save_plan};
pub use rates::{remove_rate, save_rate};
pub use removing::{merge_activity, remove_occasion, rename_activity};
pub use series::{OtherDay, save_days};

use arranging::found;

use super::{ActivityId, Announcement, Occasion, OccasionId, OccasionState, store};
use crate::file::Tx;
use crate::{Error, Result, roster};

/// Writes an occasion down: a new one, or an existing one whose version must be the one that was seen.
pub fn save_occasion(tx: &Tx, occasion: &Occasion, is_new: bool) -> Result<OccasionId> {
    let occasion = checked(tx, occasion, is_new)?;
    tx.say("title", &occasion.title);
    tx.say("when", occasion.when());
    store::put_occasion(tx, &occasion)?;
    Ok(occasion.id)
}

/// An occasion as it may be written; one that is there must be as it was seen.
fn checked(tx: &Tx, occasion: &Occasion, is_new: bool) -> Result<Occasion> {
    if occasion.title.trim().is_empty() {
        return Err(Error::refused("activities.title_missing").with("field", "title"));
    }
    if occasion.to_on < occasion.from_on {
        return Err(Error::refused("activities.days_reversed").with("field", "to"));
    }
    let is_one_day = occasion.from_on == occasion.to_on;
    if is_one_day && occasion.begins_at.zip(occasion.ends_at).is_some_and(|(begins, ends)| ends < begins) {
        return Err(Error::refused("activities.times_reversed").with("field", "ends"));
    }
    if !occasion.fiscal_year.contains(occasion.from_on) {
        return Err(Error::refused("activities.outside_year")
            .with("field", "from")
            .with("year", occasion.fiscal_year.label()));
    }
    let Announcement { apply_by_on, url, .. } = &occasion.announcement;
    if apply_by_on.is_some_and(|day| day > occasion.to_on) {
        return Err(Error::refused("activities.apply_by_late").with("field", "apply_by"));
    }
    if !url.is_empty() && !["https://", "http://"].iter().any(|way| url.starts_with(way)) {
        return Err(Error::refused("activities.url_incomplete").with("field", "url"));
    }
    if !is_new {
        let stored = found(tx, occasion.id)?;
        if stored.version != occasion.version {
            return Err(Error::refused("activities.changed_elsewhere").with("name", stored.title));
        }
    }
    // A reason stands only with what was called off.
    let is_off = occasion.state == OccasionState::Cancelled;
    let cancel_reason = if is_off { occasion.cancel_reason.trim().to_owned() } else { String::new() };
    Ok(Occasion { cancel_reason, ..occasion.clone() })
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
