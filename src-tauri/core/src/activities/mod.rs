//! 事業と行事: a line of work ([`Activity`]) and its occasions ([`Occasion`]), with the fields that the 事業実績書 asks for.

mod activity;
pub mod acts;
pub mod apply;
pub mod facts;
pub mod import;
mod plan;
pub mod recurrence;
pub mod store;

pub use activity::{Activity, ActivityId, Occasion, OccasionId};
pub use plan::{ActivityPlan, ActivityPlanId};
