//! What the secretary does with the books.

mod advances;
mod approval;
mod audit;
mod bank;
mod budget;
mod capped;
mod closing;
mod correct;
mod entries;
mod findings;
mod funding;
mod funds;
mod items;
mod new_entry;
mod parts;
mod purses;
mod receipts;
mod recurring;

pub use advances::{NewAdvance, give_advance, settle_advance};
pub(in crate::accounts) use approval::enter;
pub use approval::{approve_entries, ask_approval, take_back_approval};
pub use audit::{NewAudit, record_audit};
pub use bank::{RuleTyped, join_line, keep_statement, part_line, record_line, remove_rule, save_rule};
pub use budget::{
    BudgetTyped, ChangeTyped, copy_budget, decide_budget, decide_revision, discard_revision, put_lines, reallocate,
    save_revision, take_back_reallocation,
};
pub use capped::{Capped, record_within_cap};
pub use closing::{close_year, lock_month, reopen_year, state_balances, unlock_month};
pub use correct::{correct_entry, correction_day, replace_entry, void_entry};
pub(in crate::accounts) use entries::{after_audit, unaudited};
pub use entries::{record_entry, set_eligibility, set_receipt};
pub use findings::{
    FindingTyped, answer_finding, receive_findings, remove_finding, withdraw_findings, withdrawn, write_finding,
};
pub use funding::{carry_fundings, fund_activity};
pub use funds::{plan_reserve, save_fund};
pub use items::{ItemPlace, add_item, move_item, remove_item, rename_heading, rename_item, retire_item, reuse_item};
pub use new_entry::{NewEntry, problems};
pub use parts::{PartTyped, save_parts};
pub use purses::{NewPurse, PurseIs, add_purse, assign_purse, save_openings};
pub use receipts::{ReceiptTyped, remove_receipt, save_receipt, tick_receipt};
pub use recurring::{CapOf, RecurringTyped, end_recurring, record_recurring, save_recurring};

#[cfg(test)]
mod tests;
