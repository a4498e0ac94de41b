//! 目標 and 施策 as typed, and what can be chosen.

use office::activities::store as activities;
use office::plan::{Heading, HeadingId, Plan, acts};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Result};

/// What can be chosen in the plan.
#[derive(Debug, Deserialize, TS)]
pub struct PlanChoices {}

/// What can be chosen in the plan.
#[derive(Debug, Serialize, TS)]
pub struct PlanOptions {
    /// 目標 and 施策, as they are read.
    pub headings: Vec<Heading>,
    /// Names of the lines of work.
    pub activities: Vec<String>,
    /// The years of its period, as they are typed.
    pub years: Vec<PlanYearLabel>,
}

/// A year by its name.
#[derive(Debug, Serialize, TS)]
pub struct PlanYearLabel {
    pub year: office::FiscalYear,
    /// 令和7年度
    pub label: String,
}

impl Command for PlanChoices {
    const NAME: &'static str = "plan.choices";
    type Output = PlanOptions;
    fn run(self, desk: &Desk) -> Result<PlanOptions> {
        desk.office()?.view(|view| {
            let plan = Plan::load(view)?;
            let years = plan.terms.iter().flat_map(|terms| terms.years());
            Ok(PlanOptions {
                headings: plan.outline().into_iter().cloned().collect(),
                activities: activities::activities(view)?.into_iter().map(|one| one.name).collect(),
                years: years.map(|year| PlanYearLabel { year, label: year.label() }).collect(),
            })
        })
    }
}

/// Writes a 目標 or a 施策.
#[derive(Debug, Deserialize, TS)]
pub struct SaveHeading {
    /// The one that is changed; none for a new one.
    #[ts(type = "string | null")]
    pub id: Option<HeadingId>,
    #[ts(type = "number")]
    pub version: i64,
    /// The 目標 of a new 施策.
    #[ts(type = "string | null")]
    pub parent_id: Option<HeadingId>,
    pub name: String,
    pub detail: String,
}

impl Command for SaveHeading {
    const NAME: &'static str = "plan.save_heading";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let SaveHeading { id, version, parent_id, name, detail } = self;
        let heading = Heading { id: id.unwrap_or_else(HeadingId::new), parent_id, position: 0, name, detail, version };
        let save = |tx: &office::file::Tx| acts::save_heading(tx, heading, id.is_none());
        Ok(with_value_of(desk.office()?.change(&desk.by(), Self::NAME, save)?, Written::of))
    }
}

/// Takes a 目標 or a 施策 out, below which nothing stands.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveHeading {
    #[ts(type = "string")]
    pub id: HeadingId,
}

impl Command for RemoveHeading {
    const NAME: &'static str = "plan.remove_heading";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::remove_heading(tx, self.id))?.into())
    }
}

/// Puts the 目標, or the 施策 of one of them, in an order.
#[derive(Debug, Deserialize, TS)]
pub struct OrderHeadings {
    #[ts(type = "string | null")]
    pub parent_id: Option<HeadingId>,
    #[ts(type = "Array<string>")]
    pub order: Vec<HeadingId>,
}

impl Command for OrderHeadings {
    const NAME: &'static str = "plan.order_headings";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let order = |tx: &office::file::Tx| acts::order_headings(tx, self.parent_id, &self.order);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, order)?.into())
    }
}
