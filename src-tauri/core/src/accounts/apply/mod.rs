//! 予算書 and 出納帳 の取り込みを書く: all of a plan in one operation, with the column meanings for the next time.

mod book;
mod budget;
mod names;
#[cfg(test)]
mod tests;

pub use book::{BookRules, apply_cash_book, grants_named};
pub use budget::apply_budget;
