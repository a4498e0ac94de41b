//! 事業計画: the plan of a year, one line of it, and a line as typed.

use chrono::NaiveDate;
use office::FiscalYear;
use office::Yen;
use office::accounts::acts::fund_activity;
use office::accounts::{AccountItemId, Books, Funding, GrantId, store as accounts};
use office::activities::{ActivityId, ActivityPlan, ActivityPlanId, acts, recurrence, store};
use office::file::View;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Lines;
use super::funding::{Chosen, ChosenFor, ItemTaken, Shares, carry};
use crate::accounts::{GrantChoice, ItemChoice, expense_items, grants};
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result, labels, typed};

/// The plan of a year.
#[derive(Debug, Deserialize, TS)]
pub struct PlanOfYear {
    pub year: FiscalYear,
}

/// The plan of a year, in its order.
#[derive(Debug, Serialize, TS)]
pub struct YearPlan {
    pub lines: Vec<PlannedRow>,
    /// The names of all lines of work, with their committees.
    pub activities: Vec<LineOfWork>,
    /// 科目 to choose.
    pub items: Vec<ItemChoice>,
    /// 財源 to choose.
    pub grants: Vec<GrantChoice>,
    /// Which line of work has chosen which 科目; empty once the year is closed, as nothing is chosen any more.
    pub taken: Vec<ItemTaken>,
    /// What was planned or recorded the year before and is not planned yet.
    pub left_of_last_year: usize,
}

/// A line of the plan.
#[derive(Debug, Serialize, TS)]
pub struct PlannedRow {
    pub plan: ActivityPlan,
    pub activity: String,
    pub committee: String,
    #[ts(type = "string | null")]
    pub item_id: Option<AccountItemId>,
    /// 科目, empty where none is chosen.
    pub item: String,
    #[ts(type = "string | null")]
    pub grant_id: Option<GrantId>,
    /// 財源, empty where none is chosen.
    pub grant: String,
    /// What was chosen the year before and has no counterpart here yet.
    pub lost: Vec<String>,
    /// 予算 of the line of work, as 事業別決算書 has it.
    pub budget_yen: Option<Yen>,
    /// 参加予定人数 as it was written: 約300.
    pub participants: String,
    /// The days that its words name; empty when they name none.
    pub days: Vec<String>,
}

/// A line of work to choose.
#[derive(Debug, Serialize, TS)]
pub struct LineOfWork {
    pub name: String,
    pub committee: String,
}

impl Command for PlanOfYear {
    const NAME: &'static str = "activities.plan";
    type Output = YearPlan;
    fn run(self, desk: &Desk) -> Result<YearPlan> {
        desk.office()?.view(|view| year_plan(view, self.year))
    }
}

fn year_plan(view: &View, year: FiscalYear) -> Result<YearPlan> {
    let (lines, books) = (Lines::load(view)?, Books::load(view, year)?);
    let (shares, chosen) = (Shares::load(view, &books)?, Chosen::load(view, year)?);
    let left_of_last_year = acts::coming_plan(view, year)?.len();
    let choices = lines.activities.iter().map(|a| LineOfWork { name: a.name.clone(), committee: lines.committee(a) });
    let activities = choices.collect();
    let rows = store::plans(view, year)?.into_iter().map(|plan| plan_row(plan, &lines, &shares, &chosen)).collect();
    let taken = match accounts::closed_year(view, year)? {
        Some(_) => Vec::new(),
        None => chosen.taken(&lines.activities, &shares),
    };
    let items = expense_items(&books);
    let grants = grants(view, year)?;
    Ok(YearPlan { lines: rows, activities, items, grants, taken, left_of_last_year })
}

fn plan_row(plan: ActivityPlan, lines: &Lines, shares: &Shares, chosen: &Chosen) -> PlannedRow {
    let ChosenFor { item_id, item, grant_id, grant, lost } = chosen.of(plan.activity_id);
    let activity = lines.activities.iter().find(|a| a.id == plan.activity_id);
    PlannedRow {
        activity: activity.map_or(String::new(), |a| a.name.clone()),
        committee: activity.map_or(String::new(), |a| lines.committee(a)),
        item_id,
        item,
        grant_id,
        grant,
        lost,
        budget_yen: shares.budget_yen(plan.activity_id),
        participants: plan.participants_label(),
        days: plan.days().into_iter().map(days_label).collect(),
        plan,
    }
}

/// 10月12日（日）, 10月12日（日）～10月13日（月）
fn days_label((from, to): (NaiveDate, NaiveDate)) -> String {
    let first = labels::day_of_week(from);
    if from == to { first } else { format!("{first}～{}", labels::day_of_week(to)) }
}

/// The days that words about a time name, while they are typed.
#[derive(Debug, Deserialize, TS)]
pub struct DaysNamed {
    pub year: FiscalYear,
    pub schedule: String,
}

impl Command for DaysNamed {
    const NAME: &'static str = "activities.days_named";
    type Output = Vec<String>;
    fn run(self, _: &Desk) -> Result<Vec<String>> {
        Ok(recurrence::days_of(&self.schedule, self.year).into_iter().map(days_label).collect())
    }
}

/// A line of the plan as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SavePlan {
    pub plan: PlanDraft,
}

/// A line of the plan as typed.
#[derive(Debug, Deserialize, TS)]
pub struct PlanDraft {
    #[ts(type = "string | null")]
    pub id: Option<ActivityPlanId>,
    #[ts(type = "number")]
    pub version: i64,
    pub year: FiscalYear,
    pub activity: String,
    /// 担当部会 of the line of work; an empty one takes it away.
    pub committee: String,
    /// 科目
    #[ts(type = "string | null")]
    pub item_id: Option<AccountItemId>,
    /// 財源
    #[ts(type = "string | null")]
    pub grant_id: Option<GrantId>,
    pub schedule: String,
    pub aims: String,
    pub content: String,
    pub place: String,
    pub target: String,
    pub participants: String,
    pub notice: String,
}

impl Command for SavePlan {
    const NAME: &'static str = "activities.save_plan";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let PlanDraft { id, version, year, activity, committee, .. } = &self.plan;
        let fresh = ActivityPlan::new(ActivityId::new(), *year);
        let (participants, participants_certainty) = typed::count(&self.plan.participants, "participants")?;
        let plan = ActivityPlan {
            id: id.unwrap_or(fresh.id),
            version: *version,
            schedule: self.plan.schedule.trim().to_owned(),
            aims: self.plan.aims.clone(),
            content: self.plan.content.clone(),
            place: self.plan.place.trim().to_owned(),
            target: self.plan.target.trim().to_owned(),
            participants,
            participants_certainty,
            notice: self.plan.notice.trim().to_owned(),
            ..fresh
        };
        let save = |tx: &office::file::Tx| {
            let before = store::find_plan(tx, plan.id)?;
            let saved = acts::save_plan(tx, &plan, activity, id.is_none())?;
            let stored = store::find_plan(tx, saved)?.ok_or_else(|| Error::refused("activities.no_such_plan"))?;
            if let Some(before) = before.filter(|before| before.activity_id != stored.activity_id) {
                unfund(tx, &before)?;
            }
            acts::set_committee(tx, stored.activity_id, committee)?;
            let (item_id, grant_id) = (self.plan.item_id, self.plan.grant_id);
            fund_activity(tx, &Funding { item_id, grant_id, ..Funding::new(stored.activity_id, *year) })?;
            Ok(saved)
        };
        Ok(with_value_of(desk.office()?.change(&desk.by(), Self::NAME, save)?, Written::of))
    }
}

/// Takes a line out of the plan.
#[derive(Debug, Deserialize, TS)]
pub struct RemovePlan {
    #[ts(type = "string")]
    pub id: ActivityPlanId,
}

impl Command for RemovePlan {
    const NAME: &'static str = "activities.remove_plan";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| removed(tx, self.id))?.into())
    }
}

fn removed(tx: &office::file::Tx, id: ActivityPlanId) -> Result<()> {
    let plan = store::find_plan(tx, id)?.ok_or_else(|| Error::refused("activities.no_such_plan"))?;
    acts::remove_plan(tx, id)?;
    unfund(tx, &plan)
}

/// What was chosen for a line of work goes with its place in the plan; of a closed year it stays, as papers are made of it.
fn unfund(tx: &office::file::Tx, gone: &ActivityPlan) -> Result<()> {
    match accounts::closed_year(tx, gone.fiscal_year)? {
        Some(_) => Ok(()),
        None => fund_activity(tx, &Funding::new(gone.activity_id, gone.fiscal_year)),
    }
}

/// Puts the lines of a plan in an order.
#[derive(Debug, Deserialize, TS)]
pub struct OrderPlan {
    pub year: FiscalYear,
    #[ts(type = "Array<string>")]
    pub order: Vec<ActivityPlanId>,
}

impl Command for OrderPlan {
    const NAME: &'static str = "activities.order_plan";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let order = |tx: &office::file::Tx| acts::order_plan(tx, self.year, &self.order);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, order)?.into())
    }
}

/// Begins a plan from the year before.
#[derive(Debug, Deserialize, TS)]
pub struct CopyPlan {
    pub year: FiscalYear,
}

impl Command for CopyPlan {
    const NAME: &'static str = "activities.copy_plan";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let copy = |tx: &office::file::Tx| {
            let coming: Vec<ActivityId> =
                acts::coming_plan(tx, self.year)?.iter().map(|plan| plan.activity_id).collect();
            acts::copy_plan(tx, self.year)?;
            carry(tx, &coming, self.year)
        };
        Ok(desk.office()?.change(&desk.by(), Self::NAME, copy)?.into())
    }
}
