//! 行事: the year's list; one occasion, its tasks, and what a year is likely to have.

mod announcement;
mod arranging;
mod attendance;
mod cost;
mod days;
mod funding;
mod lines;
mod occasion;
mod plan;
mod put_out;
mod rates;
mod tasks;

use std::collections::HashMap;

use chrono::NaiveDate;
use office::accounts::Books;
use office::activities::facts::people_label;
use office::activities::{Activity, ActivityId, Occasion, OccasionId, OccasionState, store};
use office::file::View;
use office::roster::OrganisationId;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use arranging::{MakeOccasions, Proposals, WithoutDays};
pub use attendance::{Attend, AttendanceOf, CountAges, CountNames, SetMinutes};
pub use cost::CostOf;
pub use lines::{LineById, MergeActivity, RenameActivity};
pub use occasion::{MarkOccasion, OccasionById, RemoveOccasion, SaveOccasion};
pub use plan::{CopyPlan, DaysNamed, OrderPlan, PlanOfYear, RemovePlan, SavePlan};
pub use put_out::{OccasionFiles, PrintRecordSheet, PutOutNotice, PutOutOccasions};
pub use rates::{RemoveVolunteerRate, SaveVolunteerRate, VolunteerRates};
pub use tasks::{MoveTask, RemoveTask, SaveTask, TickTask};

use crate::command::Command;
use crate::{Desk, Result};
use funding::Shares;

/// The occasions of a year.
#[derive(Debug, Deserialize, TS)]
pub struct ListOccasions {
    pub year: FiscalYear,
}

/// The occasions of a year, their sums, and the lines of work.
#[derive(Debug, Serialize, TS)]
pub struct Occasions {
    pub occasions: Vec<OccasionRow>,
    pub totals: Totals,
    pub activities: Vec<ActivityShown>,
}

/// Sums of what was held in a year, and how many are still to come or were called off.
#[derive(Debug, Serialize, TS)]
pub struct Totals {
    pub occasions: usize,
    pub planned: usize,
    /// Planned ones whose day has passed.
    pub overdue: usize,
    pub cancelled: usize,
    /// 1,194; 約1,194 where one of them was counted so.
    pub participants_label: String,
    #[ts(type = "number")]
    pub helpers: i64,
}

/// A line of work with what it cost.
#[derive(Debug, Serialize, TS)]
pub struct ActivityShown {
    #[ts(type = "string")]
    pub id: ActivityId,
    pub name: String,
    pub committee: String,
    pub occasions: usize,
    pub spent_yen: Yen,
    pub budget_yen: Option<Yen>,
}

/// One occasion in the list.
#[derive(Debug, Serialize, TS)]
pub struct OccasionRow {
    #[ts(type = "string")]
    pub id: OccasionId,
    pub on_label: String,
    pub from_on: String,
    pub to_on: String,
    pub title: String,
    pub state: OccasionState,
    /// 予定, 実施, 中止.
    pub state_label: String,
    /// It is said to be still to come, and its day has passed.
    pub is_overdue: bool,
    /// 9:00～12:00
    pub hours: String,
    pub activity: String,
    /// 担当部会 of the line of work.
    pub committee: String,
    pub place: String,
    #[ts(type = "number | null")]
    pub participants: Option<i64>,
    pub participants_label: String,
    #[ts(type = "number | null")]
    pub helpers: Option<i64>,
}

impl Command for ListOccasions {
    const NAME: &'static str = "activities.list_occasions";
    type Output = Occasions;
    fn run(self, desk: &Desk) -> Result<Occasions> {
        desk.office()?.view(|view| list(view, self.year, desk.today()))
    }
}

/// The lines of work with the names of their committees.
struct Lines {
    activities: Vec<Activity>,
    committees: HashMap<OrganisationId, String>,
}

impl Lines {
    fn load(view: &View) -> Result<Lines> {
        let bodies = office::roster::store::organisations(view)?.into_iter();
        Ok(Lines { activities: store::activities(view)?, committees: bodies.map(|b| (b.id, b.name)).collect() })
    }

    fn of(&self, o: &Occasion) -> Option<&Activity> {
        self.activities.iter().find(|a| Some(a.id) == o.activity_id)
    }

    fn committee(&self, a: &Activity) -> String {
        a.committee_id.and_then(|id| self.committees.get(&id)).cloned().unwrap_or_default()
    }
}

fn list(view: &View, year: FiscalYear, today: NaiveDate) -> Result<Occasions> {
    let lines = Lines::load(view)?;
    let occasions = store::occasions(view, year)?;
    let shares = Shares::load(view, &Books::load(view, year)?)?;
    let rows = occasions.iter().map(|o| row(o, &lines, today)).collect();
    let totals = totals(&occasions, today);
    let activities = lines.activities.iter().map(|a| activity_shown(a, &lines, &occasions, &shares)).collect();
    Ok(Occasions { occasions: rows, totals, activities })
}

fn totals(occasions: &[Occasion], today: NaiveDate) -> Totals {
    let held: Vec<&Occasion> = occasions.iter().filter(|o| o.is_held()).collect();
    let planned = occasions.iter().filter(|o| o.is_planned()).count();
    Totals {
        occasions: held.len(),
        planned,
        overdue: occasions.iter().filter(|o| is_overdue(o, today)).count(),
        cancelled: occasions.len() - planned - held.len(),
        participants_label: people_label(&held),
        helpers: held.iter().filter_map(|o| o.helpers).sum(),
    }
}

/// True for one that is said to be still to come although its day has passed.
fn is_overdue(o: &Occasion, today: NaiveDate) -> bool {
    o.is_planned() && o.to_on < today
}

fn row(o: &Occasion, lines: &Lines, today: NaiveDate) -> OccasionRow {
    let line = lines.of(o);
    OccasionRow {
        id: o.id,
        on_label: o.when(),
        from_on: o.from_on.to_string(),
        to_on: o.to_on.to_string(),
        title: o.title.clone(),
        state: o.state,
        state_label: o.state.label().to_owned(),
        is_overdue: is_overdue(o, today),
        hours: o.hours(),
        activity: line.map_or(String::new(), |a| a.name.clone()),
        committee: line.map_or(String::new(), |a| lines.committee(a)),
        place: o.place.clone(),
        participants: o.participants,
        participants_label: o.participants_label(),
        helpers: o.helpers,
    }
}

/// What a line of work did, and what it cost.
fn activity_shown(a: &Activity, lines: &Lines, occasions: &[Occasion], shares: &Shares) -> ActivityShown {
    ActivityShown {
        id: a.id,
        name: a.name.clone(),
        committee: lines.committee(a),
        occasions: occasions.iter().filter(|o| o.is_held() && o.activity_id == Some(a.id)).count(),
        spent_yen: shares.spent_yen(a.id),
        budget_yen: shares.budget_yen(a.id),
    }
}
