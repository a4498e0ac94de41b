//! The occasions of a year before they happen: made from what was proposed, marked when the day has passed, and who does what.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::save_occasion;
use crate::activities::naming::lasting_name;
use crate::activities::{
    ActivityPlanId, Occasion, OccasionId, OccasionState, OccasionTask, SeriesId, TaskId, TaskKind, store,
};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::text::search_key;
use crate::{Error, Result};

/// A proposal that the user has confirmed.
#[derive(Debug, Clone)]
pub struct Confirmed {
    /// The line of the plan that it belongs to.
    pub plan_id: Option<ActivityPlanId>,
    /// The occasion of the year before after which it is made.
    pub like_id: Option<OccasionId>,
    /// 行事名
    pub title: String,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day.
    pub to_on: NaiveDate,
}

/// Makes the confirmed occasions of a year, all in one act: planned, at the places and times and with the tasks of the year
/// before. Returns how many.
///
/// # Errors
/// When nothing is confirmed, and what is refused of any occasion that is written.
pub fn make_occasions(tx: &Tx, year: FiscalYear, confirmed: &[Confirmed]) -> Result<usize> {
    if confirmed.is_empty() {
        return Err(Error::refused("activities.none_chosen"));
    }
    let (there, mut series) = (store::occasions(tx, year)?, BTreeMap::new());
    for one in confirmed {
        let like = one.like_id.map(|id| store::find_occasion(tx, id)).transpose()?.flatten();
        // What is held under another name has hours, a fee and tasks of its own.
        let like = like.filter(|like| lasting_name(&like.title) == lasting_name(&one.title));
        let occasion = made(tx, year, one, like.as_ref())?;
        let known = known_series(&there, &occasion);
        let series_id = match together(one, like.as_ref(), confirmed) {
            Some(together) => Some(*series.entry(together).or_insert_with(|| known.unwrap_or_else(SeriesId::new))),
            None => known.filter(|_| one.plan_id.is_some()),
        };
        let occasion = Occasion { series_id, ..occasion };
        save_occasion(tx, &occasion, true)?;
        if let Some(like) = like {
            copy_tasks(tx, &like, &occasion)?;
        }
    }
    tx.say("year", year.label());
    tx.say("count", confirmed.len());
    Ok(confirmed.len())
}

/// What makes several occasions days of one record.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Together {
    /// One line of the plan names several days of it, or the year before they were one.
    Planned(ActivityPlanId, String),
    /// They were one the year before, and no plan names them.
    Before(SeriesId),
}

fn together(one: &Confirmed, like: Option<&Occasion>, all: &[Confirmed]) -> Option<Together> {
    let title = search_key(&one.title);
    let before =
        like.filter(|like| lasting_name(&like.title) == lasting_name(&one.title)).and_then(|like| like.series_id);
    let is_same = |other: &&Confirmed| other.plan_id == one.plan_id && search_key(&other.title) == title;
    let is_several = before.is_some() || all.iter().filter(is_same).count() > 1;
    let planned = one.plan_id.filter(|_| is_several).map(|plan| Together::Planned(plan, title.clone()));
    planned.or_else(|| before.map(Together::Before))
}

/// The record that this year has already under that name in that line of work.
fn known_series(there: &[Occasion], made: &Occasion) -> Option<SeriesId> {
    let key = search_key(&made.title);
    let is_own = |o: &&Occasion| o.activity_id == made.activity_id && search_key(&o.title) == key;
    there.iter().filter(is_own).find_map(|o| o.series_id)
}

fn made(tx: &Tx, year: FiscalYear, one: &Confirmed, like: Option<&Occasion>) -> Result<Occasion> {
    let plan = one.plan_id.map(|id| store::find_plan(tx, id)).transpose()?.flatten();
    let fresh = Occasion {
        to_on: one.to_on,
        state: OccasionState::Planned,
        ..Occasion::new(year, one.title.trim(), one.from_on)
    };
    let from_plan = match &plan {
        None => fresh,
        Some(plan) => Occasion {
            activity_id: Some(plan.activity_id),
            place: plan.place.clone(),
            target: plan.target.clone(),
            notice: plan.notice.clone(),
            ..fresh
        },
    };
    let or = |like: &str, plan: String| if like.is_empty() { plan } else { like.to_owned() };
    Ok(match like {
        None => from_plan,
        Some(like) => Occasion {
            activity_id: from_plan.activity_id.or(like.activity_id),
            begins_at: like.begins_at,
            ends_at: like.ends_at,
            place: or(&like.place, from_plan.place),
            target: or(&like.target, from_plan.target),
            notice: or(&like.notice, from_plan.notice),
            announcement: like.announcement.again(one.from_on - like.from_on).until(one.to_on),
            ..from_plan
        },
    })
}

fn copy_tasks(tx: &Tx, from: &Occasion, to: &Occasion) -> Result<()> {
    let days = to.from_on - from.from_on;
    let tasks = store::tasks(tx, from.id)?;
    tasks.iter().try_for_each(|task| store::put_task(tx, &task.again(to.id, days)))
}

/// Says that an occasion was held, was called off for a reason, or is still to come.
pub fn mark_occasion(tx: &Tx, id: OccasionId, state: OccasionState, reason: &str) -> Result<()> {
    let mut occasion = found(tx, id)?;
    (occasion.state, occasion.cancel_reason) = (state, reason.trim().to_owned());
    save_occasion(tx, &occasion, false)?;
    tx.say("state", state.label());
    Ok(())
}

/// Writes a task down: a new one at the end of its list, or one whose version must be the one that was seen.
pub fn save_task(tx: &Tx, task: &OccasionTask, is_new: bool) -> Result<TaskId> {
    if task.what.trim().is_empty() {
        return Err(Error::refused("activities.task_missing").with("field", "what"));
    }
    let occasion = found(tx, task.occasion_id)?;
    let position = match store::find_task(tx, task.id)? {
        Some(stored) if stored.version != task.version => {
            return Err(Error::refused("activities.changed_elsewhere").with("name", stored.what));
        }
        Some(stored) => stored.position,
        None if is_new => of_kind(tx, task.occasion_id, task.kind)?.len() as i64 + 1,
        None => return Err(no_such_task()),
    };
    tell(tx, &occasion, task);
    store::put_task(tx, &OccasionTask { position, ..task.clone() })?;
    Ok(task.id)
}

/// Ticks a task off, or takes the tick away.
pub fn tick_task(tx: &Tx, id: TaskId, is_done: bool) -> Result<()> {
    let task = store::find_task(tx, id)?.ok_or_else(no_such_task)?;
    tell(tx, &found(tx, task.occasion_id)?, &task);
    tx.say("done", if is_done { "済み" } else { "まだ" });
    store::put_task(tx, &OccasionTask { is_done, ..task })
}

/// Takes a task away.
pub fn remove_task(tx: &Tx, id: TaskId) -> Result<()> {
    let task = store::find_task(tx, id)?.ok_or_else(no_such_task)?;
    tell(tx, &found(tx, task.occasion_id)?, &task);
    store::delete_task(tx, id)?;
    place(tx, &of_kind(tx, task.occasion_id, task.kind)?)
}

/// Moves a task to a place of its list, from 1.
pub fn move_task(tx: &Tx, id: TaskId, to: usize) -> Result<()> {
    let task = store::find_task(tx, id)?.ok_or_else(no_such_task)?;
    let mut list = of_kind(tx, task.occasion_id, task.kind)?;
    list.retain(|other| other.id != id);
    tell(tx, &found(tx, task.occasion_id)?, &task);
    list.insert(to.saturating_sub(1).min(list.len()), task);
    place(tx, &list)
}

fn place(tx: &Tx, list: &[OccasionTask]) -> Result<()> {
    (1..).zip(list).try_for_each(|(position, task)| store::place_task(tx, task.id, position))
}

fn of_kind(tx: &Tx, occasion: OccasionId, kind: TaskKind) -> Result<Vec<OccasionTask>> {
    let mut list = store::tasks(tx, occasion)?;
    list.retain(|task| task.kind == kind);
    Ok(list)
}

pub(super) fn found(tx: &Tx, id: OccasionId) -> Result<Occasion> {
    store::find_occasion(tx, id)?.ok_or_else(|| Error::refused("activities.no_such_occasion"))
}

fn no_such_task() -> Error {
    Error::refused("activities.no_such_task")
}

fn tell(tx: &Tx, occasion: &Occasion, task: &OccasionTask) {
    tx.say("title", &occasion.title);
    tx.say("kind", task.kind.label());
    tx.say("what", task.what.trim());
}
