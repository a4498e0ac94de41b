//! 交付金: what the city decided, what was charged to it, and what is to be refunded.

pub mod acts;
pub mod facts;
mod grant;
mod rules;
mod settlement;
pub mod store;

pub use grant::Grant;
pub use rules::{CostRule, GrantRules, RuleNote};
pub use settlement::GrantFigures;
