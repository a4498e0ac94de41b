//! 提出物: the papers of every grant on the list of what is due, with what became of each.

use chrono::Datelike;
use office::FiscalYear;
use office::grants::{Grant, KnownGrant, PaperState, StepState, known};
use office::reporting::Subject;
use office::reporting::store::{LastIssued, last_issued};

use super::due::{AHEAD_DAYS, BEHIND_DAYS, Due, DueState, PAPER_BEHIND_DAYS, chip, state};
use crate::office::day_and_clock;
use crate::{Desk, Result, labels};

/// The papers of a year's grants that are near, and the forms that they are.
pub(super) struct GrantPapers {
    pub due: Vec<Due>,
    /// The calendar of the year says nothing of these: each grant has its own day.
    pub forms: Vec<String>,
}

pub(super) fn grant_papers(desk: &Desk, year: FiscalYear) -> Result<GrantPapers> {
    let edition = desk.edition(year)?;
    let (known, issued) = desk
        .office()?
        .view(|view| Ok((known(view, year, &|year| edition.grants_in(year), None)?, last_issued(view, year)?)))?;
    let awards: Vec<Grant> = known.grants.iter().map(|one| one.grant.clone()).collect();
    let mut all = GrantPapers { due: Vec::new(), forms: Vec::new() };
    for (at, one) in known.grants.iter().enumerate() {
        let rules = one.rules.as_ref().map_or(&[][..], |rules| &rules.papers);
        all.forms.extend(rules.iter().filter_map(|rule| rule.form.clone()));
        let of = Subject::of_grant(&awards, at);
        let papers = one.way().papers(rules, desk.today()).into_iter();
        all.due.extend(papers.filter_map(|paper| shown(desk, one, &paper, copy(&issued, &paper, &of))));
    }
    Ok(all)
}

/// When the paper was last put out; empty where no copy is kept.
fn copy(issued: &LastIssued, paper: &PaperState, of: &Subject) -> String {
    paper.rule.form.as_ref().and_then(|form| issued.of(form, of)).map(day_and_clock).unwrap_or_default()
}

/// A paper whose day is near; one that was filed stays for a while, as filed.
fn shown(desk: &Desk, known: &KnownGrant, paper: &PaperState, copy: String) -> Option<Due> {
    let due_on = paper.due_on?;
    let days_left = (due_on - desk.today()).num_days();
    let is_filed = matches!(paper.state, Some(StepState::Filed | StepState::Done));
    let behind = if is_filed { BEHIND_DAYS } else { PAPER_BEHIND_DAYS };
    if days_left > AHEAD_DAYS || -days_left > behind {
        return None;
    }
    let (grant, rule) = (&known.grant, paper.rule);
    let told = match (is_filed, copy.is_empty()) {
        (true, true) => format!("{}に提出しました", labels::long_day(paper.filed_on)),
        (true, false) => format!("{}に提出しました。控え {copy}", labels::long_day(paper.filed_on)),
        (false, true) => "まだ作っていません".to_owned(),
        (false, false) => format!("控え {copy}。市に出したら「出した」と書きます"),
    };
    let step = format!("grants?step=new&stage={}&grant={}", rule.stage.word(), grant.id);
    let (act, to) = match &rule.form {
        _ if is_filed => ("交付金を見る", format!("grants?grant={}", grant.id)),
        Some(form) if copy.is_empty() => ("書類を開く", format!("reports/{form}?grant={}", grant.id)),
        _ => ("出したと書く", step),
    };
    Some(Due {
        due_on: due_on.to_string(),
        due_label: format!("{}月{}日", due_on.month(), due_on.day()),
        days_left,
        state: if is_filed { DueState::Done } else { state(days_left) },
        chip: if is_filed { "提出済み".to_owned() } else { chip(days_left) },
        title: rule.title.clone(),
        detail: format!("{}　{told}", grant.name),
        act: act.to_owned(),
        to,
    })
}
