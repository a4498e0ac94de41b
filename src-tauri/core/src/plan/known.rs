//! The plan as a whole, and the records of a year beside it.

use std::collections::HashSet;

use rusqlite::Connection;

use super::{
    Action, ActionId, ActionYear, CommunityPlan, Heading, HeadingId, Indicator, IndicatorId, IndicatorYear, PlanYear,
    Records, store,
};
use crate::Result;
use crate::accounts::{Books, Charge, Side};
use crate::activities;
use crate::calendar::FiscalYear;
use crate::money::percent_tenths;

/// Everything that is written down of the plan, each in its order.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// Its name and period; none before it is begun.
    pub terms: Option<CommunityPlan>,
    /// 目標 and 施策
    pub headings: Vec<Heading>,
    /// 取組
    pub actions: Vec<Action>,
    /// Their years, first to last.
    pub action_years: Vec<ActionYear>,
    /// 指標
    pub indicators: Vec<Indicator>,
    /// Their years, first to last.
    pub indicator_years: Vec<IndicatorYear>,
    /// 使命・方針 of years.
    pub years: Vec<PlanYear>,
}

/// 取組の見直し率 of a year: of the actions of the year those whose review is done. 高松市 aims at a 見直し率 of its コミュニティプラン, 75 %
/// (令和2年度) → 100 % (令和5年度) (まちづくり戦略計画 6-1); over its 44 councils that is likely the share of those whose plan was
/// reviewed, another figure, and its definition is not published (要確認).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reviewed {
    /// Actions of the year.
    pub actions: i64,
    /// Those of them that were reviewed.
    pub reviewed: i64,
}

impl Reviewed {
    /// The rate in tenths of a percent, rounded half up; none without actions.
    pub fn tenths(self) -> Option<i64> {
        percent_tenths(self.reviewed, self.actions)
    }
}

impl Plan {
    /// Reads all of it.
    pub fn load(conn: &Connection) -> Result<Plan> {
        Ok(Plan {
            terms: store::terms(conn)?,
            headings: store::headings(conn)?,
            actions: store::actions(conn)?,
            action_years: store::action_years(conn)?,
            indicators: store::indicators(conn)?,
            indicator_years: store::indicator_years(conn)?,
            years: store::years(conn)?,
        })
    }

    /// 目標 as `None`, the 施策 of a 目標 otherwise.
    pub fn below(&self, parent: Option<HeadingId>) -> impl Iterator<Item = &Heading> {
        self.headings.iter().filter(move |heading| heading.parent_id == parent)
    }

    /// All headings as they are read: each 目標 before its 施策.
    pub fn outline(&self) -> Vec<&Heading> {
        self.below(None).flat_map(|aim| std::iter::once(aim).chain(self.below(Some(aim.id)))).collect()
    }

    /// A heading by its key.
    pub fn heading(&self, id: HeadingId) -> Option<&Heading> {
        self.headings.iter().find(|heading| heading.id == id)
    }

    /// 目標 and 施策 of what stands below a heading; without a 施策 where it stands below the 目標 itself.
    pub fn path(&self, id: HeadingId) -> (Option<&Heading>, Option<&Heading>) {
        match self.heading(id) {
            Some(own) => match own.parent_id.and_then(|parent| self.heading(parent)) {
                Some(aim) => (Some(aim), Some(own)),
                None => (Some(own), None),
            },
            None => (None, None),
        }
    }

    /// The actions below a heading.
    pub fn actions_of(&self, heading: HeadingId) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(move |action| action.heading_id == heading)
    }

    /// The indicators of a heading.
    pub fn indicators_of(&self, heading: HeadingId) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(move |indicator| indicator.heading_id == heading)
    }

    /// What is written of an action in a year.
    pub fn action_year(&self, id: ActionId, year: FiscalYear) -> Option<&ActionYear> {
        self.action_years.iter().find(|one| one.action_id == id && one.fiscal_year == year)
    }

    /// The years of an indicator.
    pub fn indicator_years_of(&self, id: IndicatorId) -> Vec<&IndicatorYear> {
        self.indicator_years.iter().filter(|one| one.indicator_id == id).collect()
    }

    /// The year after which there is nothing to do of an action, by its reviews.
    pub fn ended_in(&self, id: ActionId) -> Option<FiscalYear> {
        let ends = self.action_years.iter().filter(|one| one.action_id == id && one.review.is_some_and(|r| r.is_end()));
        ends.map(|one| one.fiscal_year).min()
    }

    /// The actions of a year, as they are read: begun, not past their last year, and not ended by a review before it.
    pub fn in_force(&self, year: FiscalYear) -> Vec<&Action> {
        let is_in_force =
            |action: &&Action| action.spans(year) && self.ended_in(action.id).is_none_or(|end| year <= end);
        self.outline().into_iter().flat_map(|heading| self.actions_of(heading.id)).filter(is_in_force).collect()
    }

    /// 見直し率 of a year.
    pub fn reviewed(&self, year: FiscalYear) -> Reviewed {
        let actions = self.in_force(year);
        let is_reviewed = |action: &&&Action| self.action_year(action.id, year).is_some_and(|one| one.review.is_some());
        Reviewed { actions: actions.len() as i64, reviewed: actions.iter().filter(is_reviewed).count() as i64 }
    }

    /// What stands above the lines of a year.
    pub fn year(&self, year: FiscalYear) -> Option<&PlanYear> {
        self.years.iter().find(|one| one.fiscal_year == year)
    }
}

impl Records {
    /// Reads the occasions and the costs of a year for the lines of work that actions name.
    pub fn load(conn: &Connection, plan: &Plan, year: FiscalYear) -> Result<Records> {
        let named: HashSet<_> = plan.actions.iter().filter_map(|action| action.activity_id).collect();
        if named.is_empty() {
            return Ok(Records::default());
        }
        let books = Books::load(conn, year)?;
        let shares = books.by_activity(&Charge::load(conn, &books)?);
        let costs = shares.iter().filter_map(|share| Some((share.key?, share.total_yen(Side::Expense))));
        let mut occasions = activities::store::occasions(conn, year)?;
        occasions.retain(|o| o.activity_id.is_some_and(|id| named.contains(&id)));
        Ok(Records { occasions, costs: costs.collect() })
    }
}
