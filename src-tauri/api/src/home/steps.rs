//! はじめに: what is done once, until it is done.

use office::FiscalYear;
use office::accounts::store;
use office::fact::Facts;
use serde::Serialize;
use ts_rs::TS;

use crate::{Desk, Result};

/// One of the first steps.
#[derive(Debug, Serialize, TS)]
pub struct FirstStep {
    pub id: String,
    pub title: String,
    pub is_done: bool,
    pub to: String,
}

pub(super) fn steps(desk: &Desk, year: FiscalYear, facts: &Facts, persons: usize) -> Result<Vec<FirstStep>> {
    let has = |name: &str| facts.number(name).is_some_and(|n| n > 0);
    let (has_budget, has_entries, is_sample) = desk.office()?.view(|view| {
        let has_budget = !store::budget_lines(view, year)?.is_empty();
        Ok((has_budget, store::has_entries(view, year)?, office::council::read(view)?.is_sample))
    })?;
    // Nobody keeps a recovery key of the specimen, or of a copy to look at.
    let is_confirmed = is_sample || desk.office()?.is_reading() || desk.office()?.recovery_confirmed()?;
    let all = [
        ("recovery", "回復キーの紙を確かめる", is_confirmed, "settings/recovery"),
        ("roster", "名簿を取り込む", persons > 0, "intake/roster"),
        ("associations", "自治会の加入状況を取り込む", has("enrolment.associations"), "intake/associations"),
        ("budget", "予算を取り込む", has_budget, "intake/budget"),
        ("cash-book", "出納帳を取り込む", has_entries, "intake/cash-book"),
        ("activities", "行事の記録を取り込む", has("activities.occasions"), "intake/activities"),
        ("decision", "交付決定を書く", has("grant.decided_yen"), "grants"),
    ];
    let step = |(id, title, is_done, to): (&str, &str, bool, &str)| {
        let [id, title, to] = [id, title, to].map(str::to_owned);
        FirstStep { id, title, is_done, to }
    };
    Ok(all.into_iter().map(step).collect())
}
