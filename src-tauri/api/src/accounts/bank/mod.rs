//! 銀行の明細: a file read beside its purse, the lines beside the book, and what their words are booked as.

mod lines;
mod page;
mod proposal;
mod read;
mod rules;

pub use lines::{JoinLine, LineDraft, PartLine, RecordLine};
pub use page::BankBook;
pub use read::{KeepStatement, ReadStatement};
pub use rules::{BankRules, RemoveRule, SaveRule};
