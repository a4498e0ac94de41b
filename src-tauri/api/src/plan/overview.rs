//! The plan at a glance, as it stands in a year.

use std::collections::HashMap;

use office::FiscalYear;
use office::activities::{ActivityId, store as activities};
use office::plan::acts::Coming;
use office::plan::{
    Action, ActionId, Drawn, Heading, HeadingId, Indicator, IndicatorId, Measured, Plan, Records, Review,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::labels::{long_day, percent};
use crate::{Desk, Result};

/// The plan at a glance.
#[derive(Debug, Deserialize, TS)]
pub struct PlanOverview {
    pub year: FiscalYear,
}

/// The plan as it stands in a year.
#[derive(Debug, Serialize, TS)]
pub struct PlanShown {
    /// None before it is begun.
    pub terms: Option<PlanTerms>,
    /// 令和7年度
    pub year_label: String,
    /// True when the year is one of its period.
    pub is_within: bool,
    pub aims: Vec<PlanBranch>,
    /// Actions of the year, and those of them that were reviewed.
    pub actions: i64,
    pub reviewed: i64,
    /// 見直し率 in percent.
    pub review_rate: Option<String>,
    pub mission: String,
    pub policy: String,
    pub summary: String,
    /// True when the year before has something that this one could take over.
    pub can_carry: bool,
}

/// Its name and period.
#[derive(Debug, Serialize, TS)]
pub struct PlanTerms {
    pub name: String,
    pub vision: String,
    pub period: String,
    /// As they are typed.
    pub first_year: String,
    pub last_year: String,
    pub decided_on: String,
    pub revised_on: String,
    #[ts(type = "number")]
    pub version: i64,
}

/// A 目標 with its 施策, or a 施策.
#[derive(Debug, Serialize, TS)]
pub struct PlanBranch {
    pub heading: Heading,
    pub measures: Vec<PlanBranch>,
    pub actions: Vec<PlanActionRow>,
    pub indicators: Vec<PlanIndicatorRow>,
}

/// An action in a list.
#[derive(Debug, Serialize, TS)]
pub struct PlanActionRow {
    #[ts(type = "string")]
    pub id: ActionId,
    #[ts(type = "string")]
    pub heading_id: HeadingId,
    pub name: String,
    pub activity: String,
    /// 令和3年度～
    pub span: String,
    /// False before it begins, after it ended, and after a review ended it.
    pub is_in_force: bool,
    pub target: String,
    pub review: Option<Review>,
    pub drawn: Option<DrawnShown>,
}

/// What the records of the year say.
#[derive(Debug, Serialize, TS)]
pub struct DrawnShown {
    #[ts(type = "number")]
    pub occasions: i64,
    /// 591; 約591 where one of them was counted so.
    pub participants_label: String,
    #[ts(type = "number")]
    pub helpers: i64,
    pub cost_yen: office::Yen,
}

impl DrawnShown {
    pub(super) fn of(records: &Records, activity: ActivityId) -> DrawnShown {
        let Drawn { occasions, helpers, cost_yen, .. } = records.of(activity);
        DrawnShown { occasions, participants_label: records.came_label(activity), helpers, cost_yen }
    }
}

/// An indicator in a list.
#[derive(Debug, Serialize, TS)]
pub struct PlanIndicatorRow {
    #[ts(type = "string")]
    pub id: IndicatorId,
    pub name: String,
    pub unit: String,
    pub base: String,
    pub base_year: String,
    /// Of the year; empty where there is none.
    pub target: String,
    pub actual: String,
    /// 達成率 in percent.
    pub attained: Option<String>,
    pub is_reached: Option<bool>,
}

impl Command for PlanOverview {
    const NAME: &'static str = "plan.overview";
    type Output = PlanShown;
    fn run(self, desk: &Desk) -> Result<PlanShown> {
        desk.office()?.view(|view| {
            let plan = Plan::load(view)?;
            let records = Records::load(view, &plan, self.year)?;
            let names = activities::activities(view)?.into_iter().map(|one| (one.id, one.name)).collect();
            Ok(Shown { plan: &plan, records, names, year: self.year }.all())
        })
    }
}

struct Shown<'a> {
    plan: &'a Plan,
    records: Records,
    names: HashMap<ActivityId, String>,
    year: FiscalYear,
}

impl Shown<'_> {
    fn all(&self) -> PlanShown {
        let (reviewed, year) = (self.plan.reviewed(self.year), self.plan.year(self.year));
        PlanShown {
            terms: self.terms(),
            year_label: self.year.label(),
            is_within: self.plan.terms.as_ref().is_some_and(|terms| terms.holds(self.year)),
            aims: self.plan.below(None).map(|aim| self.branch(aim)).collect(),
            actions: reviewed.actions,
            reviewed: reviewed.reviewed,
            review_rate: percent(reviewed.tenths()),
            mission: year.map_or(String::new(), |one| one.mission.clone()),
            policy: year.map_or(String::new(), |one| one.policy.clone()),
            summary: year.map_or(String::new(), |one| one.summary.clone()),
            can_carry: !Coming::into(self.plan, self.year).is_empty(),
        }
    }

    fn terms(&self) -> Option<PlanTerms> {
        let terms = self.plan.terms.as_ref()?;
        Some(PlanTerms {
            name: terms.name.clone(),
            vision: terms.vision.clone(),
            period: terms.period(),
            first_year: terms.first_year.label(),
            last_year: terms.last_year.label(),
            decided_on: long_day(terms.decided_on),
            revised_on: long_day(terms.revised_on),
            version: terms.version,
        })
    }

    fn branch(&self, heading: &Heading) -> PlanBranch {
        PlanBranch {
            heading: heading.clone(),
            measures: self.plan.below(Some(heading.id)).map(|measure| self.branch(measure)).collect(),
            actions: self.plan.actions_of(heading.id).map(|action| self.action(action)).collect(),
            indicators: self.plan.indicators_of(heading.id).map(|indicator| self.indicator(indicator)).collect(),
        }
    }

    fn action(&self, action: &Action) -> PlanActionRow {
        let year = self.plan.action_year(action.id, self.year);
        PlanActionRow {
            id: action.id,
            heading_id: action.heading_id,
            name: action.name.clone(),
            activity: action.activity_id.and_then(|id| self.names.get(&id)).cloned().unwrap_or_default(),
            span: action.span_label(),
            is_in_force: self.plan.in_force(self.year).iter().any(|one| one.id == action.id),
            target: year.map_or(String::new(), |one| one.target.clone()),
            review: year.and_then(|one| one.review),
            drawn: action.activity_id.map(|id| DrawnShown::of(&self.records, id)),
        }
    }

    fn indicator(&self, indicator: &Indicator) -> PlanIndicatorRow {
        let years = self.plan.indicator_years_of(indicator.id);
        let decimals = indicator.decimals(&years);
        let now = years.iter().find(|one| one.fiscal_year == self.year);
        let (target, actual) = (now.and_then(|one| one.target), now.and_then(|one| one.actual));
        let both = target.zip(actual);
        let shown = |value: Option<Measured>| value.map(|one| one.shown(decimals)).unwrap_or_default();
        PlanIndicatorRow {
            id: indicator.id,
            name: indicator.name.clone(),
            unit: indicator.unit.clone(),
            base: indicator.base.shown(decimals),
            base_year: indicator.base_year.label(),
            target: shown(target),
            actual: shown(actual),
            attained: percent(both.and_then(|(target, actual)| indicator.attained(target, actual))),
            is_reached: both.map(|(target, actual)| indicator.is_reached(target, actual)),
        }
    }
}
