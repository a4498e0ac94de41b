//! 昨年の今ごろ: what the records hold of these weeks a year ago.

use chrono::{Datelike, Months, NaiveDate, TimeDelta};
use office::accounts::store as accounts;
use office::file::View;
use office::profile::Edition;
use office::{FiscalYear, activities, meetings, reporting};
use serde::Serialize;
use ts_rs::TS;

use crate::{Desk, Result};

/// Something that was done a year ago.
#[derive(Debug, Serialize, TS)]
pub struct LastYear {
    pub on_label: String,
    pub title: String,
    pub to: String,
}

/// Weeks before and after this day.
const WINDOW_DAYS: i64 = 28;

/// What was done around this day a year ago.
pub(super) fn near(desk: &Desk) -> Result<Vec<LastYear>> {
    let then = desk.today() - Months::new(12);
    between(desk, then - TimeDelta::days(WINDOW_DAYS), then + TimeDelta::days(WINDOW_DAYS))
}

/// What was done from one day to another: occasions, meetings and papers by day, and how much was entered.
pub(super) fn between(desk: &Desk, from: NaiveDate, to: NaiveDate) -> Result<Vec<LastYear>> {
    let years = [FiscalYear::of(from), FiscalYear::of(to)];
    let years = &years[..if years[0] == years[1] { 1 } else { 2 }];
    let edition = desk.edition(years[0])?;
    desk.office()?.view(|view| {
        let mut dated = papers(view, &edition, from, to)?;
        for year in years {
            dated.extend(occasions(view, *year, from, to)?);
            dated.extend(held(view, *year, from, to)?);
        }
        dated.sort_by_key(|(on, _)| *on);
        let mut lines: Vec<LastYear> = dated.into_iter().map(|(_, one)| one).collect();
        for year in years {
            lines.extend(entered(view, *year, from, to)?);
        }
        Ok(lines)
    })
}

type Dated = (NaiveDate, LastYear);

fn occasions(view: &View, year: FiscalYear, from: NaiveDate, to: NaiveDate) -> Result<Vec<Dated>> {
    let all = activities::store::occasions(view, year)?.into_iter().filter(|one| (from..=to).contains(&one.from_on));
    let shown = |one: activities::Occasion| {
        let line = LastYear { on_label: one.when(), to: format!("activities/{}", one.id), title: one.title };
        (one.from_on, line)
    };
    Ok(all.map(shown).collect())
}

fn held(view: &View, year: FiscalYear, from: NaiveDate, to: NaiveDate) -> Result<Vec<Dated>> {
    let all = meetings::store::meetings(view, year)?.into_iter().filter(|one| (from..=to).contains(&one.held_on));
    let shown = |one: meetings::Meeting| {
        let on = one.held_on;
        (on, LastYear { on_label: label(on), title: one.kind.label().to_owned(), to: format!("meetings/{}", one.id) })
    };
    Ok(all.map(shown).collect())
}

fn papers(view: &View, edition: &Edition, from: NaiveDate, to: NaiveDate) -> Result<Vec<Dated>> {
    let all = reporting::store::issued_between(view, &from.to_string(), &to.to_string())?;
    let shown = |(form, year, at): (String, FiscalYear, String)| {
        let on: NaiveDate = at.get(..10)?.parse().ok()?;
        let title = edition.form(&form).ok()?.title.clone();
        Some((on, LastYear { on_label: label(on), title, to: format!("reports/{form}?year={}", year.0) }))
    };
    Ok(all.into_iter().filter_map(shown).collect())
}

/// 記帳 of a year in one line: one by one they would hide everything else.
fn entered(view: &View, year: FiscalYear, from: NaiveDate, to: NaiveDate) -> Result<Option<LastYear>> {
    let (income, expense) = accounts::counted_between(view, year, from, to)?;
    let line = || LastYear {
        on_label: "記帳".to_owned(),
        title: format!("{}の収入{income}件、支出{expense}件", year.label()),
        to: format!("accounts?year={}", year.0),
    };
    Ok((income + expense > 0).then(line))
}

fn label(on: NaiveDate) -> String {
    format!("{}月{}日", on.month(), on.day())
}
