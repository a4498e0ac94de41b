//! 備品: what the council owns, from which money it came, where it is, who looks after it, who has borrowed it, and until when it
//! may not be disposed of.

pub mod acts;
pub mod apply;
mod candidates;
mod check;
pub mod facts;
pub mod import;
mod item;
mod known;
mod loan;
#[cfg(test)]
mod random_tests;
mod seal;
mod standing;
pub mod store;

pub use candidates::{Candidate, candidates};
pub use check::{CheckResult, EquipmentCheck, EquipmentCheckId, Found};
pub use item::{Condition, Disposal, DisposalWay, Equipment, EquipmentId, MoneySource, Restriction};
pub use known::Register;
pub use loan::{Loan, LoanId};
pub use seal::seals;
pub use standing::{Early, early, restricted_by};
