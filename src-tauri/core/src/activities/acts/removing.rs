//! Records that were written by mistake: an occasion is taken out, a line of work gets its right name, two that are one become
//! one. All of it can be taken back.

use super::arranging::found;
use crate::activities::{Activity, ActivityId, OccasionId, store};
use crate::attachments::{self, Owner};
use crate::file::Tx;
use crate::{Error, Result};

/// Takes an occasion out, with its tasks and with who was there; refused while the books or papers name it.
pub fn remove_occasion(tx: &Tx, id: OccasionId) -> Result<()> {
    let occasion = found(tx, id)?;
    let in_use = |code, count: usize| match count {
        0 => Ok(()),
        count => Err(Error::refused(code).with("title", &occasion.title).with("count", count)),
    };
    in_use("activities.occasion_has_entries", store::entries_of(tx, id)?)?;
    in_use("activities.occasion_has_papers", attachments::of(tx, Owner::Occasion, &id.to_string())?.len())?;
    tx.say("title", &occasion.title);
    tx.say("when", occasion.when());
    store::delete_occasion(tx, id)
}

/// Gives a line of work another name, which no other one bears.
pub fn rename_activity(tx: &Tx, id: ActivityId, name: &str) -> Result<()> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::refused("activities.activity_missing").with("field", "name"));
    }
    let all = store::activities(tx)?;
    let before = one(&all, id)?;
    if all.iter().any(|other| other.id != id && other.name == name) {
        return Err(Error::refused("activities.name_taken").with("field", "name").with("name", name));
    }
    tx.say("before", &before.name);
    tx.say("name", name);
    store::rename_activity(tx, id, name)
}

/// Makes one line of work of two: `keep` gets all that belongs to `gone`, and its 部会 where it has none. Refused where closed
/// books name the one that goes, and where both are planned in one year.
pub fn merge_activity(tx: &Tx, keep: ActivityId, gone: ActivityId) -> Result<()> {
    let all = store::activities(tx)?;
    let (kept, other) = (one(&all, keep)?, one(&all, gone)?);
    if keep == gone {
        return Err(Error::refused("activities.same_one").with("name", &kept.name));
    }
    let told = |code| Error::refused(code).with("name", &other.name).with("kept", &kept.name);
    if let Some(year) = store::closed_years_of(tx, gone)?.first() {
        return Err(told("activities.in_closed_year").with("year", year.label()));
    }
    let planned = store::planned_years(tx, keep)?;
    if let Some(year) = store::planned_years(tx, gone)?.into_iter().find(|year| planned.contains(year)) {
        return Err(told("activities.both_planned").with("year", year.label()));
    }
    tx.say("name", &other.name);
    tx.say("kept", &kept.name);
    store::give_all(tx, gone, keep)?;
    match kept.committee_id {
        Some(_) => Ok(()),
        None => store::set_committee(tx, keep, other.committee_id),
    }
}

fn one(all: &[Activity], id: ActivityId) -> Result<&Activity> {
    all.iter().find(|one| one.id == id).ok_or_else(|| Error::refused("activities.no_such_activity"))
}
