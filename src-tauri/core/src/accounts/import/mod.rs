//! 予算書 and 出納帳 of somebody's Excel: from raw cells to a plan. Nothing here writes; [`super::apply`] does.

mod book;
mod budget;
mod items;
mod numbering;
mod side;

pub use book::{
    BookDraft, BookPaper, EntryDraft, Funding, KnownBooks, PurseDraft, RowFund, Spot, purse_kind,
    show as show_cash_book,
};
pub use budget::{BudgetDraft, BudgetPaper, show as show_budget};
pub use items::ItemName;
