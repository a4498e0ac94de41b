//! 今やること: the profile's calendar against the state of the records.

use chrono::{Datelike, NaiveDate};
use office::accounts::{Advance, Books, store};
use office::equipment::{Loan, Register};
use office::fact::Facts;
use office::profile::Task;
use office::{FiscalYear, Yen};
use serde::Serialize;
use ts_rs::TS;

use super::grant_papers::grant_papers;
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
    /// Nothing more to do: it stays for a while as what was done.
    Done,
}

/// How far the list looks ahead.
pub(super) const AHEAD_DAYS: i64 = 56;
/// From here on a task is marked as near.
const SOON_DAYS: i64 = 21;
/// How long something without a paper of its own stays on the list after its day.
pub(super) const BEHIND_DAYS: i64 = 14;
/// How long a paper stays: what is older was made by hand, and a list that is always red is not read.
pub(super) const PAPER_BEHIND_DAYS: i64 = 120;

/// What falls due in a year; in the year of today also what is still open of the year that has just ended.
pub(super) fn due(desk: &Desk, year: FiscalYear, facts: &Facts) -> Result<Vec<Due>> {
    let papers = grant_papers(desk, year)?;
    let mut all = still_due(near_tasks(desk, year, &papers.forms)?, desk.today(), facts);
    all.extend(papers.due);
    all.extend(advances(desk, year)?);
    all.extend(recurring(desk, year)?);
    all.extend(approvals(desk, year)?);
    all.extend(super::coming::coming(desk, year)?);
    if year == desk.year() {
        all.extend(loans(desk)?);
        all.extend(left_of(desk, year.previous())?);
    }
    all.sort_by_key(|due| (due.state == DueState::Done, due.days_left));
    Ok(all)
}

/// What is still open of a year that has ended; its records are read only where something is.
fn left_of(desk: &Desk, year: FiscalYear) -> Result<Vec<Due>> {
    let papers = grant_papers(desk, year)?;
    let tasks = near_tasks(desk, year, &papers.forms)?;
    let mut left: Vec<Due> = papers.due.into_iter().filter(|due| due.state != DueState::Done).collect();
    if !tasks.is_empty() {
        let facts = super::work(desk, year)?;
        // A year whose books are not here was brought to its end without this desk.
        if facts.number("evidence.entries").is_some_and(|entries| entries > 0) {
            left.extend(still_due(tasks, desk.today(), &facts));
        }
    }
    if desk.office()?.view(|view| store::closed_year(view, year))?.is_none() {
        left.extend(recurring(desk, year)?);
        left.extend(approvals(desk, year)?);
    }
    let label = year.label();
    let told = |due: Due| Due { title: format!("{label}　{}", due.title), to: in_year(&due.to, year), ..due };
    Ok(left.into_iter().map(told).collect())
}

/// The tasks whose day is near and that no paper was issued for yet; those of grants have their days from the grants.
fn near_tasks(desk: &Desk, year: FiscalYear, of_grants: &[String]) -> Result<Vec<Task>> {
    let issued = desk.office()?.view(|view| office::reporting::store::last_issued(view, year))?;
    let today = desk.today();
    let is_near = |task: &Task| {
        let days_left = (task.due_on - today).num_days();
        let behind = if task.form.is_some() { PAPER_BEHIND_DAYS } else { BEHIND_DAYS };
        task.has_day && days_left <= AHEAD_DAYS && -days_left <= behind
    };
    // A paper that was made is no proof that what it is about was done, where the records know better.
    let is_made = |task: &Task, form: &str| task.done.is_none() && issued.has(form);
    let is_elsewhere =
        |task: &Task| task.form.as_ref().is_some_and(|form| is_made(task, form) || of_grants.contains(form));
    Ok(desk.edition(year)?.tasks(year).into_iter().filter(|task| is_near(task) && !is_elsewhere(task)).collect())
}

/// Those that the records do not call done.
fn still_due(tasks: Vec<Task>, today: NaiveDate, facts: &Facts) -> Vec<Due> {
    let is_asked = |task: &Task| task.is_of_council(facts) && task.is_called_for(facts);
    let is_open = |task: &Task| is_asked(task) && task.is_done(facts) != Some(true);
    tasks.into_iter().filter(is_open).map(|task| shown(task, today, facts)).collect()
}

/// 仮払 that are open, each until it is settled, those carried over from earlier years included.
fn advances(desk: &Desk, year: FiscalYear) -> Result<Vec<Due>> {
    let (advances, entries) = crate::accounts::load_advances(desk)?;
    let shown = |advance: &Advance| {
        let (due_on, open) = (advance.due_on?, advance.open_yen(&entries));
        let days_left = (due_on - desk.today()).num_days();
        (open != Yen(0) && days_left <= AHEAD_DAYS).then(|| Due {
            due_on: due_on.to_string(),
            due_label: format!("{}月{}日", due_on.month(), due_on.day()),
            days_left,
            state: state(days_left),
            chip: chip(days_left),
            title: format!("仮払の精算（{}さん）", advance.holder),
            detail: format!("{}　{}円", advance.purpose, paper::Value::Yen(open.0).shown(paper::Negative::White)),
            act: "仮払を見る".to_owned(),
            to: "accounts/advances".to_owned(),
        })
    };
    Ok(advances.iter().filter(|advance| advance.is_in(year, &entries)).filter_map(shown).collect())
}

/// 定例の記帳 whose day has come, all in one line with the oldest.
fn recurring(desk: &Desk, year: FiscalYear) -> Result<Option<Due>> {
    let found = desk.office()?.view(|view| {
        let all = store::recurring(view)?;
        // The books are read only where something recurs.
        let is_closed = store::closed_year(view, year)?.is_some();
        Ok(if all.is_empty() || is_closed {
            None
        } else {
            Some((Books::load(view, year)?, all, store::recurring_months(view)?))
        })
    })?;
    let Some((books, all, done)) = found else { return Ok(None) };
    let open = all.iter().flat_map(|one| {
        one.open_in(&books, &done, desk.today()).into_iter().map(move |day| (day, one.entry.description.as_str()))
    });
    let mut open: Vec<(NaiveDate, &str)> = open.collect();
    open.sort();
    let Some((due_on, first)) = open.first().copied() else { return Ok(None) };
    let days_left = (due_on - desk.today()).num_days();
    let rest = if open.len() > 1 { format!("ほか{}件", open.len() - 1) } else { String::new() };
    Ok(Some(Due {
        due_on: due_on.to_string(),
        due_label: format!("{}月{}日", due_on.month(), due_on.day()),
        days_left,
        state: state(days_left),
        chip: chip(days_left),
        title: "定例の記帳".to_owned(),
        detail: format!("{first}（{}月分）{rest}", due_on.month()),
        act: "定例を見る".to_owned(),
        to: "accounts/recurring".to_owned(),
    }))
}

/// Slips that who sits here may approve, all in one line.
fn approvals(desk: &Desk, year: FiscalYear) -> Result<Option<Due>> {
    let count = crate::accounts::approvable(desk, year)?;
    let today = desk.today();
    Ok((count > 0).then(|| Due {
        due_on: today.to_string(),
        due_label: format!("{}月{}日", today.month(), today.day()),
        days_left: 0,
        state: state(0),
        chip: format!("{count}件"),
        title: "伝票の承認".to_owned(),
        detail: format!("ほかの人が書いた伝票が{count}件、あなたの承認を待っています"),
        act: "伝票を見る".to_owned(),
        to: "accounts/approvals".to_owned(),
    }))
}

/// 備品の貸出 that are to come back, all in one line with the first.
fn loans(desk: &Desk) -> Result<Option<Due>> {
    let register = desk.office()?.view(|view| Register::load(view))?;
    let mut away: Vec<&Loan> = register.loans.iter().filter(|loan| loan.is_open()).collect();
    away.sort_by_key(|loan| loan.due_on);
    let Some(first) = away.first() else { return Ok(None) };
    let days_left = (first.due_on - desk.today()).num_days();
    let name = register.find(first.equipment_id).map_or("", |item| item.name.as_str());
    let rest = if away.len() > 1 { format!("　ほか{}件", away.len() - 1) } else { String::new() };
    Ok((days_left <= AHEAD_DAYS).then(|| Due {
        due_on: first.due_on.to_string(),
        due_label: format!("{}月{}日", first.due_on.month(), first.due_on.day()),
        days_left,
        state: state(days_left),
        chip: chip(days_left),
        title: "貸した備品の返却".to_owned(),
        detail: format!("{name}（{}）{rest}", first.borrower),
        act: "備品を見る".to_owned(),
        to: "accounts/equipment".to_owned(),
    }))
}

/// A page as it is for one year.
fn in_year(page: &str, year: FiscalYear) -> String {
    let mark = if page.contains('?') { '&' } else { '?' };
    format!("{page}{mark}year={}", year.0)
}

fn shown(task: Task, today: NaiveDate, facts: &Facts) -> Due {
    let days_left = (task.due_on - today).num_days();
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

pub(super) fn state(days_left: i64) -> DueState {
    match days_left {
        ..0 => DueState::Overdue,
        0..=SOON_DAYS => DueState::Soon,
        _ => DueState::Later,
    }
}

/// あした, あと17日, あと2か月
pub(super) fn chip(days_left: i64) -> String {
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
    let of = |part: &str, whole: &str| facts.number(part).zip(facts.number(whole)).filter(|(_, all)| *all > 0);
    match task.id.as_str() {
        "receipts" => of("evidence.missing", "evidence.entries")
            .map(|(missing, all)| format!("{all}件のうち {missing}件 領収書がありません")),
        "enrolment" => of("enrolment.associations_uncounted", "enrolment.associations")
            .map(|(missing, all)| format!("{all}の自治会のうち {missing}の数がまだ入っていません")),
        _ => None,
    }
    .unwrap_or_else(|| task.detail.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_left_are_said_in_words() {
        assert_eq!([-3, 0, 1, 17, 60].map(chip), ["3日過ぎています", "きょう", "あした", "あと17日", "あと2か月"]);
        assert_eq!((state(-1), state(17), state(40)), (DueState::Overdue, DueState::Soon, DueState::Later));
    }

    #[test]
    fn a_task_of_another_year_opens_its_page_in_that_year() {
        let year = FiscalYear(2025);
        assert_eq!(in_year("reports/a", year), "reports/a?year=2025");
        assert_eq!(in_year("accounts?missing=receipt", year), "accounts?missing=receipt&year=2025");
    }
}
