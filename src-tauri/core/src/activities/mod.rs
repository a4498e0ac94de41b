//! 事業と行事: a line of work ([`Activity`]) and its occasions ([`Occasion`]), with the fields that the 事業実績書 asks for.

mod activity;
pub mod acts;
mod announcement;
pub mod apply;
mod attendance;
pub mod facts;
mod ics;
pub mod import;
mod known;
mod listed;
mod naming;
mod open_data;
mod plan;
mod proposal;
pub mod recurrence;
mod series;
pub mod store;
mod task;
mod volunteer;
mod worth;

pub use activity::{Activity, ActivityId, Occasion, OccasionId, OccasionState, SeriesId};
pub use announcement::Announcement;
pub use attendance::{Age, AgeCount, Attendance, AttendanceId, Part};
pub use ics::calendar;
pub use known::{proposals, without_days};
pub use listed::listed;
pub use open_data::{EventSet, Organiser, event_sets};
pub use plan::{ActivityPlan, ActivityPlanId};
pub use proposal::{Proposal, Source};
pub use series::{days_told, records};
pub use task::{OccasionTask, TaskId, TaskKind};
pub use volunteer::{Volunteer, helped, hours_label, volunteers};
pub use worth::{OwnRate, VolunteerRate, VolunteerRateId, Worth, worth};
