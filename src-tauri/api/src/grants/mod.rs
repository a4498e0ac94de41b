//! 交付金: the year's grants at any day with their working, their way from 内示 to 精算, their papers, and what was recorded.

mod acts;
mod list;

pub use acts::{AddGrant, RecordDecision, RecordStep, RemoveStep};
pub use list::ListGrants;
