//! コミュニティプラン: the plan at a glance, its headings, actions and indicators as typed, and what a year brings.

mod actions;
mod headings;
mod indicators;
mod overview;
mod sample;
mod terms;

pub use actions::{OrderActions, PlanActionById, RemoveAction, SaveAction, SaveActionYear};
pub use headings::{OrderHeadings, PlanChoices, RemoveHeading, SaveHeading};
pub use indicators::{OrderIndicators, PlanIndicatorById, RemoveIndicator, SaveIndicator};
pub use overview::PlanOverview;
pub(crate) use sample::SamplePlan;
pub use terms::{CarryOver, PlanYearById, SavePlanYear, SaveTerms};

use office::FiscalYear;

use crate::{Error, Result, typed};

/// A year that must be there: 令和7年度, R7, 2025.
fn year(words: &str, field: &str) -> Result<FiscalYear> {
    typed::year(words, field)?.ok_or_else(|| Error::refused("plan.year_missing").with("field", field))
}
