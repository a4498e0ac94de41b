//! 行事の予定: which occasions a year is likely to have, from its plan and from the year before. Nothing is written here; what
//! the user confirms is.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::naming::lasting_name;
use super::recurrence::{moved, times_a_year};
use super::{ActivityId, ActivityPlan, ActivityPlanId, Occasion, OccasionId};
use crate::calendar::FiscalYear;
use crate::text::search_key;

/// Where a proposal comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ProposalSource")]
pub enum Source {
    /// The words of the plan name the day: 毎月第2土曜.
    Plan,
    /// The plan says that there is one, and not when: 年3回, 10月.
    Undated,
    /// The year before had it.
    LastYear,
}

/// An occasion that a year is likely to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Where it comes from.
    pub source: Source,
    /// The line of the plan.
    pub plan_id: Option<ActivityPlanId>,
    /// The occasion of the year before after which it is made.
    pub like_id: Option<OccasionId>,
    /// The line of work.
    pub activity_id: Option<ActivityId>,
    /// 行事名
    pub title: String,
    /// Where.
    pub place: String,
    /// First day; none where the user has to say it.
    pub from_on: Option<NaiveDate>,
    /// Last day.
    pub to_on: Option<NaiveDate>,
    /// The words of the plan, or the days of the year before.
    pub words: String,
}

/// What the occasions of a year are likely by.
pub(super) struct Likely {
    /// The lines of its plan.
    pub plans: Vec<ActivityPlan>,
    /// What it has already, and what the year before had.
    pub own: Vec<Occasion>,
    pub before: Vec<Occasion>,
    /// The lines of work by name.
    pub names: HashMap<ActivityId, String>,
}

/// A longer time than this is a season or a year, and not moved to a weekday.
const LONGEST_DAYS: i64 = 7;

/// What the plan of a year and the year before make likely, in the order of the days; undated ones behind. What the year has
/// already is not proposed again.
pub(super) fn proposals(year: FiscalYear, known: &Likely) -> Vec<Proposal> {
    let Likely { plans, own, before, names } = known;
    let mut all = Vec::new();
    for plan in plans {
        let name = names.get(&plan.activity_id).map_or("", String::as_str);
        all.extend(of_plan(plan, name, own, before));
    }
    let dated: Vec<ActivityId> =
        plans.iter().filter(|plan| !plan.days().is_empty()).map(|plan| plan.activity_id).collect();
    let again: Vec<&Occasion> = before.iter().filter(|o| o.activity_id.is_none_or(|id| !dated.contains(&id))).collect();
    all.extend(not_there(&again, own).into_iter().map(|o| of_last_year(o, year, plans)));
    all.sort_by_key(|one| (one.from_on.is_none(), one.from_on));
    all
}

/// Lines of the plan that say when and name neither a day nor how often, with their words, while nothing of theirs was held the
/// year before or stands in this one: their occasions are added by hand.
pub(super) fn without_days(known: &Likely) -> Vec<(String, String)> {
    let Likely { plans, own, before, names } = known;
    let has = |all: &[Occasion], plan: &ActivityPlan| all.iter().any(|o| o.activity_id == Some(plan.activity_id));
    let is_one = |plan: &&ActivityPlan| {
        let says = !plan.schedule.trim().is_empty() && times_a_year(&plan.schedule) == 0 && plan.days().is_empty();
        says && !has(own, plan) && !has(before, plan)
    };
    let told = |plan: &ActivityPlan| {
        let name = names.get(&plan.activity_id).map_or("", String::as_str);
        (title_of(name), plan.schedule.trim().to_owned())
    };
    plans.iter().filter(is_one).map(told).collect()
}

/// The days that a line of the plan names; where it names none and nothing like it was held the year before, as many
/// undated ones as it says.
fn of_plan(plan: &ActivityPlan, name: &str, own: &[Occasion], before: &[Occasion]) -> Vec<Proposal> {
    let is_of = |o: &&Occasion| o.activity_id == Some(plan.activity_id);
    let (own, before): (Vec<_>, Vec<_>) = (own.iter().filter(is_of).collect(), before.iter().filter(is_of).collect());
    let days = plan.days();
    // Of several names that of another month says nothing.
    let is_one_name = before.windows(2).all(|two| lasting_name(&two[0].title) == lasting_name(&two[1].title));
    let proposal = |source, days: Option<(NaiveDate, NaiveDate)>| {
        let day = days.map(|(from, _)| from);
        let said = days.filter(|(from, to)| from < to).map(|(_, to)| to);
        let of_month = day.and_then(|day| before.iter().find(|o| o.from_on.month() == day.month()));
        let like = of_month.or(before.first().filter(|_| is_one_name));
        Proposal {
            source,
            plan_id: Some(plan.id),
            like_id: like.map(|o| o.id),
            activity_id: Some(plan.activity_id),
            title: like.map_or_else(|| title_of(name), |o| o.title.clone()),
            place: like.map_or(&plan.place, |o| &o.place).clone(),
            from_on: day,
            to_on: said.or_else(|| day.zip(like).and_then(|(day, o)| last_day(o, day))).or(day),
            words: plan.schedule.clone(),
        }
    };
    if days.is_empty() {
        let times = if before.is_empty() { times_a_year(&plan.schedule) } else { 0 };
        let missing = times.saturating_sub(own.len());
        return (0..missing).map(|_| proposal(Source::Undated, None)).collect();
    }
    let is_there = |(day, _): &(NaiveDate, NaiveDate)| own.iter().any(|o| (o.from_on..=o.to_on).contains(day));
    days.into_iter().filter(|day| !is_there(day)).map(|days| proposal(Source::Plan, Some(days))).collect()
}

/// 防災訓練事業 as the name of an occasion: 防災訓練.
fn title_of(activity: &str) -> String {
    activity.strip_suffix("事業").filter(|rest| !rest.is_empty()).unwrap_or(activity).to_owned()
}

/// Those of the year before that the year has not, counted by name and month: the second of two in one month is missing when
/// there is one.
fn not_there<'a>(before: &[&'a Occasion], own: &[Occasion]) -> Vec<&'a Occasion> {
    let key = |o: &Occasion| (search_key(&o.title), o.from_on.month());
    let mut there: HashMap<(String, u32), usize> = HashMap::new();
    for occasion in own {
        *there.entry(key(occasion)).or_default() += 1;
    }
    let mut is_missing = |o: &Occasion| match there.get_mut(&key(o)) {
        Some(left @ 1..) => {
            *left -= 1;
            false
        }
        _ => true,
    };
    before.iter().filter(|o| is_missing(o)).copied().collect()
}

fn of_last_year(o: &Occasion, year: FiscalYear, plans: &[ActivityPlan]) -> Proposal {
    let is_short = (o.to_on - o.from_on).num_days() < LONGEST_DAYS;
    let from_on = if is_short {
        moved(o.from_on, year)
    } else {
        year.day(o.from_on.month(), o.from_on.day()).unwrap_or(o.from_on)
    };
    Proposal {
        source: Source::LastYear,
        plan_id: plans.iter().find(|plan| Some(plan.activity_id) == o.activity_id).map(|plan| plan.id),
        like_id: Some(o.id),
        activity_id: o.activity_id,
        title: o.title.clone(),
        place: o.place.clone(),
        from_on: Some(from_on),
        to_on: last_day(o, from_on),
        words: o.when(),
    }
}

/// The last day of an occasion as long as another.
fn last_day(like: &Occasion, from_on: NaiveDate) -> Option<NaiveDate> {
    from_on.checked_add_signed(like.to_on - like.from_on)
}
