//! 今やること: the profile's calendar against the state of the records.

use office::FiscalYear;
use office::fact::Facts;
use office::profile::Task;
use serde::Serialize;
use ts_rs::TS;

use crate::{Desk, Result};

/// Something to do, with its day and the one place where it is done.
#[derive(Debug, Serialize, TS)]
pub struct Due {
    pub due_on: String,
    pub due_label: String,
    #[ts(type = "number")]
    pub days_left: i64,
    pub state: DueState,
    pub chip: String,
    pub title: String,
    pub detail: String,
    /// Words of the button.
    pub act: String,
    /// The page that it opens.
    pub to: String,
}

/// How near it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DueState {
    Overdue,
    Soon,
    Later,
}

/// How far the list looks ahead.
const AHEAD_DAYS: i64 = 56;
/// From here on a task is marked as near.
const SOON_DAYS: i64 = 21;
/// How long something without a paper of its own stays on the list after its day.
const BEHIND_DAYS: i64 = 14;

pub(super) fn due(desk: &Desk, year: FiscalYear, facts: &Facts) -> Result<Vec<Due>> {
    let edition = desk.edition(year)?;
    let issued = desk.office()?.view(|view| office::reporting::store::issued(view, year))?;
    let is_done = |task: &Task| {
        task.form.as_ref().is_some_and(|form| issued.iter().any(|i| i.form == *form))
            || (task.id == "receipts" && facts.number("evidence.missing") == Some(0))
    };
    let today = desk.today();
    let open = edition.tasks(year).into_iter().filter(|t| !is_done(t)).filter_map(|task| {
        let days_left = (task.due_on - today).num_days();
        let behind = if task.form.is_some() { i64::MAX } else { BEHIND_DAYS };
        (days_left <= AHEAD_DAYS && -days_left <= behind).then(|| shown(task, days_left, facts))
    });
    Ok(open.collect())
}

fn shown(task: Task, days_left: i64, facts: &Facts) -> Due {
    Due {
        due_on: task.due_on.to_string(),
        days_left,
        state: state(days_left),
        chip: chip(days_left),
        detail: detail(&task, facts),
        due_label: task.due_label,
        title: task.title,
        act: task.act,
        to: task.page,
    }
}

fn state(days_left: i64) -> DueState {
    match days_left {
        ..0 => DueState::Overdue,
        0..=SOON_DAYS => DueState::Soon,
        _ => DueState::Later,
    }
}

/// あした, あと17日, あと2か月
fn chip(days_left: i64) -> String {
    match days_left {
        ..0 => format!("{}日過ぎています", -days_left),
        0 => "きょう".to_owned(),
        1 => "あした".to_owned(),
        2..=45 => format!("あと{days_left}日"),
        _ => format!("あと{}か月", (days_left + 15) / 30),
    }
}

/// The words of the calendar, with the state of the records where they know it.
fn detail(task: &Task, facts: &Facts) -> String {
    let (missing, all) = (facts.number("evidence.missing"), facts.number("evidence.entries"));
    match (task.id.as_str(), missing.zip(all)) {
        ("receipts", Some((missing, all))) => format!("{all}件のうち {missing}件 領収書がありません"),
        _ => task.detail.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_left_are_said_in_words() {
        assert_eq!([-3, 0, 1, 17, 60].map(chip), ["3日過ぎています", "きょう", "あした", "あと17日", "あと2か月"]);
        assert_eq!((state(-1), state(17), state(40)), (DueState::Overdue, DueState::Soon, DueState::Later));
    }
}
