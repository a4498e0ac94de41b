//! 銀行の明細: what the bank wrote, line by line, beside what the council wrote. A file is read by the layouts of banks, which
//! are data (`assets/banks`), or by the words of its headings; its lines are found again in the books where that is beyond
//! doubt, and what a line was booked as last time is proposed when the same words come back.

mod days;
#[cfg(test)]
mod dice;
mod known;
mod layout;
mod line;
mod matching;
mod order;
mod overlap;
mod read;
mod rule;

pub use known::{PurseBook, held_elsewhere, read_beside};
pub use layout::{Layout, layouts};
pub use line::{BankLine, BankLineId, BankLink, StatementLine};
pub use matching::{Matches, is_named_in, matches};
pub use order::{Gap, gaps, ordered};
pub use read::{Statement, read};
pub use rule::{BankRule, BankRuleId, rule_for, rule_key};
