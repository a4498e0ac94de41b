//! 会計: the books as lists, one entry, what an entry would do while it is typed, what recurs, the budget in its versions, and closing.

mod advances;
mod approvals;
mod audit;
mod audit_pack;
mod bank;
mod budget;
mod budget_rows;
mod charts;
mod choices;
mod closing;
mod closing_acts;
mod committees;
mod draft;
mod effect;
mod entry;
mod findings;
mod fund_status;
mod funds;
mod interim;
mod items;
mod lend;
mod list;
mod mount_sheet;
mod mounted;
mod mounts;
mod parts;
mod purses;
mod receipt_draft;
mod receipt_form;
mod receipts;
mod receipts_zip;
mod reckoned;
mod recurring;
mod recurring_days;
mod revisions;
mod ruled;
mod slips;
mod warned;
mod write;

pub(crate) use advances::load as load_advances;
pub use advances::{GiveAdvance, ListAdvances, SettleAdvance, SettlementEffect};
pub(crate) use approvals::approvable;
pub use approvals::{ApproveEntries, AskApproval, ListApprovals, TakeBackApproval};
pub use audit::{ListAudits, RecordAudit};
pub use audit_pack::PutOutAudit;
pub use bank::{
    BankBook, BankRules, JoinLine, KeepStatement, LineDraft, PartLine, ReadStatement, RecordLine, RemoveRule, SaveRule,
};
pub use budget::{BudgetStatus, ReallocationEffect};
pub use charts::MonthSums;
pub use choices::EntryChoices;
pub(crate) use choices::{GrantChoice, ItemChoice, expense_items, grants};
pub use closing::YearState;
pub use closing_acts::{CloseYear, LockMonth, ReopenYear, StateBalances, UnlockMonth};
pub use committees::{CommitteeById, ListCommittees};
pub use effect::EntryEffect;
pub use entry::EntryById;
pub use findings::{
    AnswerFinding, ListFindings, PreviewFindings, ReceiveFindings, RemoveFinding, WithdrawFindings, WriteFinding,
};
pub use fund_status::FundStatus;
pub use funds::{ListFunds, PlanReserve, SaveFund};
pub use interim::PutOutInterim;
pub use items::{AddItem, ListItems, MoveItem, RemoveItem, RenameHeading, RenameItem, RetireItem, ReuseItem};
pub use lend::LendCopy;
pub use list::ListEntries;
pub use mounts::PrintMounts;
pub use parts::{BudgetParts, PartsEffect, SaveParts};
pub use purses::{ListPurses, SavePurses};
pub use receipt_draft::{RemoveReceipt, SaveReceipt, TickReceipt};
pub use receipt_form::ReceiptForm;
pub use receipts::{ListReceipts, ReceiptsOf};
pub use receipts_zip::PackReceipts;
pub use recurring::{EndRecurring, ListRecurring, RecordRecurring, RecurringEffect, SaveRecurring};
pub use revisions::{
    CopyBudget, DecideBudget, DecideRevision, DiscardRevision, PutLines, Reallocate, RevisionEffect, SaveRevision,
    TakeBackReallocation,
};
pub use slips::{PrintSlip, PrintSlips, SlipKinds};
pub use write::{CorrectEntry, RecordEntry, SetEligibility, SetReceipt, VoidEntry};
