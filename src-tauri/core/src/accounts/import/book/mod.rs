//! 出納帳: several purses as sheets, as columns or in a column of their own; one entry per movement.

mod audited;
mod balance;
mod carried;
mod columns;
mod differ;
mod doubt;
mod draft;
#[cfg(test)]
mod fund_tests;
mod funds;
mod line;
mod marks;
mod matching;
#[cfg(test)]
mod odd_tests;
mod openings;
mod order;
mod placing;
mod plan;
mod purses;
mod row_words;
mod rows;
mod statement;
#[cfg(test)]
mod tests;
mod transfers;

pub use draft::{BookDraft, EntryDraft, Funding, PurseDraft};
pub use funds::RowFund;
pub use line::Spot;
pub use plan::{KnownBooks, show};
pub use purses::kind as purse_kind;
pub use statement::BookPaper;
