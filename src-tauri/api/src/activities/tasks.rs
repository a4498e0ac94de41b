//! 役割分担 and 準備リスト of an occasion, as shown and as typed.

use chrono::NaiveDate;
use office::activities::{Occasion, OccasionId, OccasionTask, TaskId, TaskKind, acts, store};
use office::file::{Tx, View};
use office::roster::{self, PersonId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result, labels, typed};

/// One line of 役割分担 or of 準備リスト.
#[derive(Debug, Serialize, TS)]
pub struct TaskShown {
    pub task: OccasionTask,
    /// Who does it: the name of the roster, else as written.
    pub who: String,
    /// 10月5日（日）; empty where no day is set.
    pub until_label: String,
    /// The day as it is typed.
    pub until: String,
}

pub(super) fn shown(view: &View, occasion: OccasionId, kind: TaskKind) -> Result<Vec<TaskShown>> {
    let tasks = store::tasks(view, occasion)?.into_iter().filter(|task| task.kind == kind);
    tasks.map(|task| one_shown(view, task)).collect()
}

fn one_shown(view: &View, task: OccasionTask) -> Result<TaskShown> {
    let person = task.person_id.map(|id| roster::store::find_person(view, id)).transpose()?.flatten();
    Ok(TaskShown {
        who: person.map_or_else(|| task.name.clone(), |person| person.name.full()),
        until_label: task.until_on.map_or(String::new(), labels::day_of_week),
        until: labels::long_day(task.until_on),
        task,
    })
}

/// Writes a task down.
#[derive(Debug, Deserialize, TS)]
pub struct SaveTask {
    pub task: TaskDraft,
}

/// A task as typed.
#[derive(Debug, Deserialize, TS)]
pub struct TaskDraft {
    #[ts(type = "string | null")]
    pub id: Option<TaskId>,
    #[ts(type = "number")]
    pub version: i64,
    #[ts(type = "string")]
    pub occasion_id: OccasionId,
    pub kind: TaskKind,
    pub what: String,
    #[ts(type = "string | null")]
    pub person_id: Option<PersonId>,
    /// Who does it, where it is nobody of the roster.
    pub name: String,
    pub until: String,
    pub is_done: bool,
}

impl Command for SaveTask {
    const NAME: &'static str = "activities.save_task";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let TaskDraft { id, occasion_id, person_id, .. } = self.task;
        let occasion = desk.office()?.view(|view| store::find_occasion(view, occasion_id))?;
        let occasion = occasion.ok_or_else(|| Error::refused("activities.no_such_occasion"))?;
        let until_on = beside(&self.task.until, &occasion)?;
        let task = OccasionTask {
            id: id.unwrap_or_else(TaskId::new),
            occasion_id,
            kind: self.task.kind,
            position: 0,
            what: self.task.what.trim().to_owned(),
            person_id,
            name: if person_id.is_some() { String::new() } else { self.task.name.trim().to_owned() },
            until_on,
            is_done: self.task.is_done,
            version: self.task.version,
        };
        let save = |tx: &Tx| acts::save_task(tx, &task, id.is_none());
        Ok(with_value_of(desk.office()?.change(&desk.by(), Self::NAME, save)?, Written::of))
    }
}

/// A day as typed beside an occasion: without its year it is the one nearest to it, because things are got ready in the weeks
/// before and given back in those after, also over the turn of a year.
fn beside(typed: &str, occasion: &Occasion) -> Result<Option<NaiveDate>> {
    let year = occasion.fiscal_year;
    let read = [year, year.previous(), year.next()].map(|year| typed::day(typed, Some(year), "until"));
    let days: Vec<Option<NaiveDate>> = read.into_iter().collect::<Result<_>>()?;
    Ok(days.into_iter().flatten().min_by_key(|day| (*day - occasion.from_on).num_days().abs()))
}

/// Ticks a task off, or takes the tick away.
#[derive(Debug, Deserialize, TS)]
pub struct TickTask {
    #[ts(type = "string")]
    pub id: TaskId,
    pub is_done: bool,
}

impl Command for TickTask {
    const NAME: &'static str = "activities.tick_task";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let tick = |tx: &Tx| acts::tick_task(tx, self.id, self.is_done);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, tick)?.into())
    }
}

/// Moves a task to a place of its list, from 1.
#[derive(Debug, Deserialize, TS)]
pub struct MoveTask {
    #[ts(type = "string")]
    pub id: TaskId,
    pub to: usize,
}

impl Command for MoveTask {
    const NAME: &'static str = "activities.move_task";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::move_task(tx, self.id, self.to))?.into())
    }
}

/// Takes a task away.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveTask {
    #[ts(type = "string")]
    pub id: TaskId,
}

impl Command for RemoveTask {
    const NAME: &'static str = "activities.remove_task";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::remove_task(tx, self.id))?.into())
    }
}
