//! SQL of the books.

mod books;
mod budget;
mod entries;
mod purses;

pub use budget::{account_items, budget_lines, insert_account_item, put_budget_line};
pub use entries::{entries, find_entry, insert_entry, next_voucher_no, update_entry};
pub use purses::{insert_purse, openings, purses, put_opening};
