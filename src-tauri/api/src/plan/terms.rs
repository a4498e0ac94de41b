//! The plan itself, and what a year as a whole is to bring.

use office::FiscalYear;
use office::plan::{CommunityPlan, CommunityPlanId, Plan, PlanYear, PlanYearId, acts};
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Result, typed};

/// Begins the plan, or writes its name and period anew.
#[derive(Debug, Deserialize, TS)]
pub struct SaveTerms {
    #[ts(type = "number")]
    pub version: i64,
    pub name: String,
    pub vision: String,
    pub first_year: String,
    pub last_year: String,
    pub decided_on: String,
    pub revised_on: String,
}

impl Command for SaveTerms {
    const NAME: &'static str = "plan.save_terms";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let terms = CommunityPlan {
            id: CommunityPlanId::new(),
            first_year: super::year(&self.first_year, "first_year")?,
            last_year: super::year(&self.last_year, "last_year")?,
            decided_on: typed::day(&self.decided_on, None, "decided_on")?,
            revised_on: typed::day(&self.revised_on, None, "revised_on")?,
            name: self.name,
            vision: self.vision,
            version: self.version,
        };
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::save_terms(tx, terms).map(drop))?.into())
    }
}

/// 使命, 方針 and 総括 of a year.
#[derive(Debug, Deserialize, TS)]
pub struct PlanYearById {
    pub year: FiscalYear,
}

impl Command for PlanYearById {
    const NAME: &'static str = "plan.year";
    type Output = PlanYear;
    fn run(self, desk: &Desk) -> Result<PlanYear> {
        let plan = desk.office()?.view(|view| Plan::load(view))?;
        Ok(plan.year(self.year).cloned().unwrap_or_else(|| PlanYear::new(self.year)))
    }
}

/// Writes 使命, 方針 and 総括 of a year.
#[derive(Debug, Deserialize, TS)]
pub struct SavePlanYear {
    pub year: FiscalYear,
    #[ts(type = "number")]
    pub version: i64,
    pub mission: String,
    pub policy: String,
    pub summary: String,
}

impl Command for SavePlanYear {
    const NAME: &'static str = "plan.save_year";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let SavePlanYear { year, version, mission, policy, summary } = self;
        let typed = PlanYear { id: PlanYearId::new(), fiscal_year: year, mission, policy, summary, version };
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::save_year(tx, typed))?.into())
    }
}

/// Takes over from the year before what is not yet written of a year.
#[derive(Debug, Deserialize, TS)]
pub struct CarryOver {
    pub year: FiscalYear,
}

impl Command for CarryOver {
    const NAME: &'static str = "plan.carry_over";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::carry_over(tx, self.year).map(drop))?.into())
    }
}
