//! 自治会加入: what associations said about their households, and the rate Σ加入 ÷ Σ世帯.

pub mod acts;
pub mod apply;
pub mod facts;
pub mod import;
mod observation;
mod rate;
pub mod store;

pub use observation::{AssociationYear, AssociationYearId, Certainty, Observation, ObservationId};
pub use rate::{Flag, YearRate, by_association, flags, households_needed, rates_by_year};
