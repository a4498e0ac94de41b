//! 一年の仕事: the twelve months of the profile's calendar against the records, with what was done in the same month a year ago.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use office::FiscalYear;
use office::calendar::BookMonth;
use office::fact::Facts;
use office::profile::Task;
use office::reporting::stated;
use office::reporting::store::{LastIssued, last_issued};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::last_year::{LastYear, between};
use crate::command::Command;
use crate::{Desk, Result};

/// The work of a year, month by month.
#[derive(Debug, Deserialize, TS)]
pub struct YearWork {
    pub year: FiscalYear,
}

/// The twelve months.
#[derive(Debug, Serialize, TS)]
pub struct YearMonths {
    /// 令和7年度
    pub year_label: String,
    pub months: Vec<WorkMonth>,
}

/// One month.
#[derive(Debug, Serialize, TS)]
pub struct WorkMonth {
    /// 4月
    pub label: String,
    /// True for the month of today.
    pub is_now: bool,
    pub tasks: Vec<MonthTask>,
    pub last_year: Vec<LastYear>,
}

/// One thing to do.
#[derive(Debug, Serialize, TS)]
pub struct MonthTask {
    pub id: String,
    pub title: String,
    pub detail: String,
    pub due_label: String,
    /// Where that stands.
    pub source: String,
    /// 令和6年度, where it belongs to another year than the one looked at.
    pub of_year: String,
    pub state: WorkState,
    pub act: String,
    pub to: String,
}

/// What the records say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WorkState {
    Done,
    Open,
    /// Its day has passed and the records do not say that it is done.
    Late,
    /// The records cannot know.
    Unknown,
}

/// What the records of one year say.
struct Seen {
    facts: Facts,
    issued: LastIssued,
    /// Nothing of the year was ever entered: it was done without this desk.
    is_empty: bool,
}

impl Command for YearWork {
    const NAME: &'static str = "home.year_work";
    type Output = YearMonths;
    fn run(self, desk: &Desk) -> Result<YearMonths> {
        let year = self.year;
        let (first, last) = (year.first_day(), year.last_day());
        let mut tasks = Vec::new();
        let mut seen = BTreeMap::new();
        for of in [year.previous(), year] {
            tasks.extend(desk.edition(of)?.tasks(of).into_iter().filter(|task| (first..=last).contains(&task.due_on)));
            seen.insert(of, look(desk, of)?);
        }
        tasks.sort_by_key(|task| (task.due_on, !task.has_day));
        let months = year.months().map(|one| month(desk, year, one, &tasks, &seen)).collect::<Result<_>>()?;
        Ok(YearMonths { year_label: year.label(), months })
    }
}

fn look(desk: &Desk, year: FiscalYear) -> Result<Seen> {
    let edition = desk.edition(year)?;
    desk.office()?.view(|view| {
        let facts = stated(view, &edition, year, year.last_day())?;
        let is_empty = facts.number("evidence.entries").is_none_or(|entries| entries <= 0);
        Ok(Seen { facts, issued: last_issued(view, year)?, is_empty })
    })
}

fn month(
    desk: &Desk,
    year: FiscalYear,
    of: BookMonth,
    tasks: &[Task],
    seen: &BTreeMap<FiscalYear, Seen>,
) -> Result<WorkMonth> {
    let today = desk.today();
    let shown = |task: &Task| {
        let seen = seen.get(&task.fiscal_year)?;
        // What another year left undone before this desk began is nobody's work here.
        let is_ours = task.fiscal_year == year || !seen.is_empty || state(task, seen, today) == WorkState::Done;
        (is_ours && task.is_of_council(&seen.facts)).then(|| shown(task, state(task, seen, today), year))
    };
    let a_year_ago = BookMonth::of(of.first_day() - Months::new(12));
    Ok(WorkMonth {
        label: of.label(),
        is_now: BookMonth::of(today) == of,
        tasks: tasks.iter().filter(|task| BookMonth::of(task.due_on) == of).filter_map(shown).collect(),
        last_year: between(desk, a_year_ago.first_day(), a_year_ago.last_day())?,
    })
}

fn state(task: &Task, seen: &Seen, today: NaiveDate) -> WorkState {
    let is_issued = task.form.as_ref().is_some_and(|form| seen.issued.has(form));
    match task.is_done(&seen.facts) {
        _ if !task.is_called_for(&seen.facts) => WorkState::Unknown,
        // A rule about nothing holds of an empty year, too; what is there was done.
        Some(true) if !seen.is_empty || task.is_shown() => WorkState::Done,
        None if is_issued => WorkState::Done,
        None if task.form.is_none() => WorkState::Unknown,
        _ if task.due_on < today => WorkState::Late,
        _ => WorkState::Open,
    }
}

fn shown(task: &Task, state: WorkState, year: FiscalYear) -> MonthTask {
    let mark = if task.page.contains('?') { '&' } else { '?' };
    MonthTask {
        id: format!("{}-{}", task.id, task.fiscal_year.0),
        title: task.title.clone(),
        detail: task.detail.clone(),
        due_label: task.due_label.clone(),
        source: task.source.clone(),
        of_year: if task.fiscal_year == year { String::new() } else { task.fiscal_year.label() },
        state,
        act: task.act.clone(),
        to: format!("{}{mark}year={}", task.page, task.fiscal_year.0),
    }
}
