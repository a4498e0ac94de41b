//! The plan itself, the year as a whole, and what a year takes over from the one before.

use super::{load, named, refused, seen, within};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::plan::{ActionYear, CommunityPlan, CommunityPlanId, Plan, PlanYear, store};
use crate::{Error, Result};

/// A period is longer only by a mistake of the finger.
const MOST_YEARS: i32 = 30;

/// Begins the plan, or writes its name and period anew: a revised plan moves its period on, and what was written of the years
/// before stays.
pub fn save_terms(tx: &Tx, typed: CommunityPlan) -> Result<CommunityPlanId> {
    if typed.last_year < typed.first_year {
        return Err(refused("plan.years_reversed", "last_year"));
    }
    if typed.last_year.0 - typed.first_year.0 >= MOST_YEARS {
        return Err(refused("plan.period_too_long", "last_year").with("most", MOST_YEARS));
    }
    let stored = store::terms(tx)?;
    if let Some(stored) = &stored {
        seen(stored.version, typed.version, &stored.name)?;
    }
    let id = stored.map_or(typed.id, |one| one.id);
    let written = CommunityPlan { id, name: named(&typed.name, "name")?, ..typed };
    store::put_terms(tx, &written)?;
    tx.say("name", &written.name);
    tx.say("period", written.period());
    Ok(id)
}

/// Writes 使命, 方針 and 総括 of a year.
pub fn save_year(tx: &Tx, typed: PlanYear) -> Result<()> {
    let plan = load(tx)?;
    let stored = plan.year(typed.fiscal_year);
    match stored {
        Some(stored) => seen(stored.version, typed.version, &typed.fiscal_year.label())?,
        None => within(&plan, typed.fiscal_year, "mission")?,
    }
    store::put_year(tx, &PlanYear { id: stored.map_or(typed.id, |one| one.id), ..typed.clone() })?;
    tx.say("year", typed.fiscal_year.label());
    Ok(())
}

/// What a year takes over from the one before, as far as it is not yet written of it.
#[derive(Debug, Clone, Default)]
pub struct Coming {
    /// 使命 and 方針
    pub above: Option<PlanYear>,
    /// Targets of the actions that go on.
    pub targets: Vec<ActionYear>,
}

impl Coming {
    /// What would come into a year.
    pub fn into(plan: &Plan, year: FiscalYear) -> Coming {
        let before = plan.year(year.previous()).filter(|_| plan.year(year).is_none());
        let again = |one: &PlanYear| PlanYear {
            mission: one.mission.clone(),
            policy: one.policy.clone(),
            ..PlanYear::new(year)
        };
        let free = plan.in_force(year).into_iter().filter(|action| plan.action_year(action.id, year).is_none());
        let written = free.filter_map(|action| plan.action_year(action.id, year.previous()));
        let told = written.filter(|one| !one.target.is_empty());
        let target =
            |one: &ActionYear| ActionYear { target: one.target.clone(), ..ActionYear::new(one.action_id, year) };
        Coming { above: before.map(again), targets: told.map(target).collect() }
    }

    /// True where there is nothing to take over.
    pub fn is_empty(&self) -> bool {
        self.above.is_none() && self.targets.is_empty()
    }
}

/// Takes over from the year before what is not yet written of a year: 使命, 方針 and the targets of the actions that go on.
/// Returns how many targets came.
pub fn carry_over(tx: &Tx, year: FiscalYear) -> Result<usize> {
    let plan = load(tx)?;
    within(&plan, year, "year")?;
    let coming = Coming::into(&plan, year);
    if coming.is_empty() {
        return Err(Error::refused("plan.nothing_to_carry").with("year", year.previous().label()));
    }
    coming.above.iter().try_for_each(|above| store::put_year(tx, above))?;
    coming.targets.iter().try_for_each(|one| store::put_action_year(tx, one))?;
    tx.say("year", year.label());
    tx.say("count", coming.targets.len());
    Ok(coming.targets.len())
}
