//! 会計: the books as lists, one entry, what an entry would do while it is typed, and the budget.

mod budget;
mod choices;
mod draft;
mod effect;
mod list;
mod purses;
mod write;

pub use budget::BudgetStatus;
pub use choices::EntryChoices;
pub use effect::EntryEffect;
pub use list::{EntryById, ListEntries};
pub use purses::{ListPurses, SavePurses};
pub use write::{RecordEntry, SetEligibility, SetReceipt, VoidEntry};
