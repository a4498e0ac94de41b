//! 交付金: the year's grants at any day with their working, their way from 内示 to 精算, their papers, and what was recorded.

mod acts;
mod basis;
mod given_up;
mod list;
mod rules;
mod rules_draft;
mod steps;

pub use acts::{AddGrant, BookRefund, RecordDecision, RecordStep, RefundEntries, RemoveStep, TieRefund};
pub use basis::{GrantFormulas, WorkOut};
pub use list::ListGrants;
pub use rules::{GiveUpGrantRules, SetGrantRules, ShowGrantRules};
