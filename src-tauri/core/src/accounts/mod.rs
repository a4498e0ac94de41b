//! 会計: purses, the budget by 款項, and the entries of the cash books. Single-entry, as councils keep it.

pub mod acts;
pub mod apply;
mod books;
mod entry;
pub mod facts;
pub mod import;
pub mod store;

pub use books::{Books, SettledLine};
pub use entry::{
    AccountItem, AccountItemId, BudgetLine, BudgetLineId, Eligibility, Entry, EntryId, EntryKind, GrantId, Opening,
    OpeningId, Purse, PurseId, PurseKind, Side,
};
