//! コミュニティプラン・まちづくり計画: 目標 → 施策 ([`Heading`]) → 取組 ([`Action`]) and 指標 ([`Indicator`]), what was meant, done and
//! found of each in a year, and the review. It is not 事業計画, the plan of one year's work, which `activities` keeps.

mod action;
pub mod acts;
mod community;
mod drawn;
pub mod facts;
mod heading;
mod indicator;
mod known;
mod measured;
pub mod store;

pub use action::{Action, ActionId, ActionYear, ActionYearId, Review};
pub use community::{CommunityPlan, CommunityPlanId, PlanYear, PlanYearId};
pub use drawn::{Drawn, Records};
pub use heading::{Heading, HeadingId};
pub use indicator::{Indicator, IndicatorId, IndicatorYear, IndicatorYearId, Wish};
pub use known::{Plan, Reviewed};
pub use measured::Measured;
