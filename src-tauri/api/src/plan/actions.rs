//! 取組 and its years, as typed.

use office::FiscalYear;
use office::activities::store as activities;
use office::plan::{Action, ActionId, ActionYear, ActionYearId, HeadingId, Plan, Records, Review, acts};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::overview::DrawnShown;
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result, typed};

/// An action as it stands in a year.
#[derive(Debug, Deserialize, TS)]
pub struct PlanActionById {
    #[ts(type = "string")]
    pub id: ActionId,
    pub year: FiscalYear,
}

/// An action as it stands in a year, with what came before.
#[derive(Debug, Serialize, TS)]
pub struct PlanActionOne {
    pub action: Action,
    pub activity: String,
    /// As they are typed.
    pub from_year: String,
    pub until_year: String,
    pub year_label: String,
    /// False when there is nothing to do of it in the year.
    pub is_in_force: bool,
    /// What is written of the year.
    pub now: ActionYear,
    pub drawn: Option<DrawnShown>,
    /// 実績 as the records of the year tell it; empty without a line of work.
    pub proposal: String,
    /// The other years that something is written of, last to first.
    pub others: Vec<OtherYear>,
}

/// Another year of an action.
#[derive(Debug, Serialize, TS)]
pub struct OtherYear {
    pub label: String,
    pub year: ActionYear,
}

impl Command for PlanActionById {
    const NAME: &'static str = "plan.action";
    type Output = PlanActionOne;
    fn run(self, desk: &Desk) -> Result<PlanActionOne> {
        desk.office()?.view(|view| {
            let plan = Plan::load(view)?;
            let found = plan.actions.iter().find(|one| one.id == self.id);
            let action = found.ok_or_else(|| Error::refused("plan.no_such_action"))?.clone();
            let records = Records::load(view, &plan, self.year)?;
            let lines = activities::activities(view)?;
            let named = |id| lines.iter().find(|line| line.id == id).map(|line| line.name.clone());
            let others =
                plan.action_years.iter().filter(|one| one.action_id == self.id && one.fiscal_year != self.year);
            Ok(PlanActionOne {
                activity: action.activity_id.and_then(named).unwrap_or_default(),
                from_year: action.from_year.label(),
                until_year: action.until_year.map(FiscalYear::label).unwrap_or_default(),
                year_label: self.year.label(),
                is_in_force: plan.in_force(self.year).iter().any(|one| one.id == self.id),
                now: plan
                    .action_year(self.id, self.year)
                    .cloned()
                    .unwrap_or_else(|| ActionYear::new(self.id, self.year)),
                drawn: action.activity_id.map(|id| DrawnShown::of(&records, id)),
                proposal: action.activity_id.map(|id| records.proposal(id)).unwrap_or_default(),
                others: others
                    .rev()
                    .map(|one| OtherYear { label: one.fiscal_year.label(), year: one.clone() })
                    .collect(),
                action,
            })
        })
    }
}

/// Writes an action.
#[derive(Debug, Deserialize, TS)]
pub struct SaveAction {
    /// The one that is changed; none for a new one.
    #[ts(type = "string | null")]
    pub id: Option<ActionId>,
    #[ts(type = "number")]
    pub version: i64,
    #[ts(type = "string")]
    pub heading_id: HeadingId,
    pub name: String,
    /// 事業; empty for an action without one.
    pub activity: String,
    pub organisation: String,
    pub planning: String,
    pub doing: String,
    pub reviewing: String,
    pub from_year: String,
    /// Empty while nobody thinks of its end.
    pub until_year: String,
}

impl Command for SaveAction {
    const NAME: &'static str = "plan.save_action";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let action = Action {
            id: self.id.unwrap_or_else(ActionId::new),
            heading_id: self.heading_id,
            activity_id: None,
            position: 0,
            from_year: super::year(&self.from_year, "from_year")?,
            until_year: typed::year(&self.until_year, "until_year")?,
            name: self.name,
            organisation: self.organisation,
            planning: self.planning,
            doing: self.doing,
            reviewing: self.reviewing,
            version: self.version,
        };
        let save = |tx: &office::file::Tx| acts::save_action(tx, action, &self.activity, self.id.is_none());
        Ok(with_value_of(desk.office()?.change(&desk.by(), Self::NAME, save)?, Written::of))
    }
}

/// Takes an action out of which nothing was found yet.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveAction {
    #[ts(type = "string")]
    pub id: ActionId,
}

impl Command for RemoveAction {
    const NAME: &'static str = "plan.remove_action";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::remove_action(tx, self.id))?.into())
    }
}

/// Puts the actions below a heading in an order.
#[derive(Debug, Deserialize, TS)]
pub struct OrderActions {
    #[ts(type = "string")]
    pub heading_id: HeadingId,
    #[ts(type = "Array<string>")]
    pub order: Vec<ActionId>,
}

impl Command for OrderActions {
    const NAME: &'static str = "plan.order_actions";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let order = |tx: &office::file::Tx| acts::order_actions(tx, self.heading_id, &self.order);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, order)?.into())
    }
}

/// Writes a year of an action.
#[derive(Debug, Deserialize, TS)]
pub struct SaveActionYear {
    #[ts(type = "string")]
    pub action_id: ActionId,
    pub year: FiscalYear,
    #[ts(type = "number")]
    pub version: i64,
    pub target: String,
    pub result: String,
    pub direction: String,
    pub review: Option<Review>,
}

impl Command for SaveActionYear {
    const NAME: &'static str = "plan.save_action_year";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let SaveActionYear { action_id, year, version, target, result, direction, review } = self;
        let id = ActionYearId::new();
        let typed = ActionYear { id, action_id, fiscal_year: year, target, result, direction, review, version };
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::save_action_year(tx, typed))?.into())
    }
}
