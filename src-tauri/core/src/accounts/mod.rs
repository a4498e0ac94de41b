//! 会計: purses, the budget by 款項目節 in its versions, and the entries of the cash books. Single-entry, as councils keep it.

pub mod acts;
mod advance;
pub mod apply;
mod approval;
mod audit;
mod audit_finding;
pub mod bank;
mod books;
mod budget;
mod closing;
mod cost;
mod crossing;
mod entry;
pub mod facts;
mod fund;
mod funding;
pub mod import;
mod item;
mod known;
mod ledger_hash;
mod months;
mod mounts;
mod order;
mod purse;
mod reading;
mod receipt;
mod receipt_picture;
mod recurring;
mod remembered;
mod reserve;
mod scope;
mod settled;
mod shares;
mod short;
mod slips;
pub mod store;
mod threshold;
mod tree;
mod unreceipted;

pub use advance::{Advance, AdvanceId};
pub use approval::{Approval, ApprovalId};
pub use audit::{Audit, AuditId, audited_behind, entered_after};
pub use audit_finding::{AuditFinding, AuditFindingId, Returned};
pub use books::Books;
pub use budget::{
    BudgetChange, BudgetChangeId, BudgetLine, BudgetLineId, BudgetPart, BudgetPartId, BudgetRevision, BudgetRevisionId,
    Reallocation, ReallocationId, ReallocationKind,
};
pub use closing::{ClosedYear, Finding, Reopening, StatedBalance, StatedBalanceId};
pub use cost::Cost;
pub use crossing::Crossing;
pub use entry::{Eligibility, Entry, EntryId, EntryKind, GrantId, Side};
pub use fund::{Fund, FundId, FundKind, GENERAL, ReservePlan, ReservePlanId};
pub use funding::{Funding, FundingId, item_in};
pub use item::{AccountItem, AccountItemId};
pub use known::closing_findings;
pub use months::MonthSum;
pub use mounts::{MountFrame, MountItem, mounts};
pub use order::{ItemUse, path_of, sequence, shifted};
pub use purse::{Opening, OpeningId, Purse, PurseId, PurseKind};
pub use reading::reading;
pub use receipt::{
    Against, Receipt, ReceiptId, ReceiptKind, ReceiptPart, ReceiptPartId, ReceiptRule, ReceiptState, ReceiptTest,
    proven, proven_yen, unproven,
};
pub use receipt_picture::{ReceiptPicture, picture_ending, picture_file};
pub use recurring::{Recurring, RecurringId, RecurringMonth, RecurringMonthId, month_of};
pub use remembered::{Remembered, Reopened, Reserves};
pub use reserve::{FundYear, ReserveYear, reserve_years};
#[cfg(test)]
pub(crate) use scope::tests as random_years;
pub use settled::SettledLine;
pub use shares::{Bearing, BookShare, Borne, Charge, Share, ShareLine};
pub use slips::{SlipForm, SlipText, numbered, slip_form, slip_forms, slip_sheets};
pub use threshold::{ItemPair, MovedShare, Threshold, ThresholdBase};
pub use tree::{Branch, tree};
pub use unreceipted::Ruled;
