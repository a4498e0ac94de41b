//! 自治会加入: what associations said about their households, and the rate Σ加入 ÷ Σ世帯.

mod observation;
pub mod store;

pub use observation::{AssociationYear, AssociationYearId, Certainty, Observation, ObservationId};
