//! これからの行事: the next occasions, and those whose day has passed without a word on what became of them.

use chrono::Datelike;
use office::FiscalYear;
use office::activities::{Occasion, OccasionTask, TaskKind, store};
use office::file::View;

use super::due::{Due, chip, state};
use crate::{Desk, Result};

/// How far ahead occasions are told: what is to be got ready for them takes weeks.
const AHEAD_DAYS: i64 = 28;
/// So many of those whose day has passed are told one by one.
const PASSED_SHOWN: usize = 3;

/// The occasions of a year that are near or were left behind.
pub(super) fn coming(desk: &Desk, year: FiscalYear) -> Result<Vec<Due>> {
    desk.office()?.view(|view| {
        let mut planned = store::occasions(view, year)?;
        planned.retain(|o| o.is_planned() && (o.from_on - desk.today()).num_days() <= AHEAD_DAYS);
        let passed = planned.iter().filter(|o| o.to_on < desk.today()).count();
        // Of many that were left behind only the last ones are told: a list that is always red is not read.
        let told = planned.split_off(passed.saturating_sub(PASSED_SHOWN));
        told.into_iter().map(|o| due(view, desk, o)).collect()
    })
}

fn due(view: &View, desk: &Desk, occasion: Occasion) -> Result<Due> {
    let days_left = (occasion.from_on - desk.today()).num_days();
    let is_passed = occasion.to_on < desk.today();
    let is_open = |task: &OccasionTask| task.kind == TaskKind::Preparation && !task.is_done;
    let left = store::tasks(view, occasion.id)?.iter().filter(|task| is_open(task)).count();
    let detail = match (is_passed, left) {
        (true, _) => "行ったか、中止になったかを書いてください".to_owned(),
        (false, 0) => [occasion.hours(), occasion.place.clone()].join("　").trim().to_owned(),
        (false, left) => format!("準備があと{left}つあります　{}", occasion.place).trim().to_owned(),
    };
    let act = if is_passed { "結果を書く" } else { "行事を見る" };
    Ok(Due {
        due_on: occasion.from_on.to_string(),
        due_label: format!("{}月{}日", occasion.from_on.month(), occasion.from_on.day()),
        days_left,
        state: state(days_left),
        chip: if is_passed || days_left >= 0 {
            chip(days_left)
        } else {
            "きょうまで続いています".to_owned()
        },
        title: format!("行事「{}」", occasion.title),
        detail,
        act: act.to_owned(),
        to: format!("activities/{}", occasion.id),
    })
}
