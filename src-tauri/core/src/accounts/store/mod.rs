//! SQL of the books.

mod advances;
mod approvals;
mod audits;
mod bank;
mod books;
mod budget;
mod closing;
mod entries;
mod findings;
mod fundings;
mod funds;
mod items;
mod purses;
mod receipts;
mod recurring;
mod remembered;
mod revisions;

pub use advances::{advance_entries, advances, insert_advance, settle_advance};
pub use approvals::{approval_of, approvals, asks_approval, insert_approval, put_approval, set_asks_approval};
pub(super) use audits::{AUDITED, RECORD_AUDIT};
pub use audits::{audits, books_changed_since, books_head, insert_audit};
pub use bank::{
    all_bank_lines, bank_lines, bank_links, bank_rules, delete_bank_joins, delete_bank_rule, find_bank_line,
    insert_bank_line, put_bank_link, put_bank_rule,
};
pub use budget::{budget_lines, put_budget_line};
pub use closing::{
    audited_behind, closed_year, closed_years, delete_closed_year, delete_stated_balance, insert_closed_year,
    insert_reopening, is_audited, lock_month, locked_months, put_stated_balance, reopenings, rests, stated_balances,
    unlock_month,
};
pub use entries::{
    counted_between, crossing, entries, find_entry, has_entries, insert_entry, next_voucher_no, note_reason,
    update_entry, year_of_grant,
};
pub use findings::{
    all_audit_findings, audit_findings, audit_findings_of, delete_audit_finding, find_audit_finding, put_audit_finding,
};
pub use fundings::{delete_funding, fundings, put_funding};
pub use funds::{fund_years, funds, put_fund, put_reserve_plan, reserve_plans};
pub use items::{
    account_items, delete_account_item, hand_item_over, insert_account_item, item_uses, items_of_year, named_items,
    rename_account_item, set_budget_line_position, set_item_position, set_item_retired,
};
pub use purses::{insert_purse, openings, purses, put_opening, update_purse};
pub use receipts::{
    all_receipt_contents, delete_receipt, find_receipt, has_receipt_written, next_receipt_no, put_receipt,
    receipt_counts, receipt_numbers, receipt_pictures, receipts,
};
pub use recurring::{
    end_recurring, move_recurring_month, put_recurring, put_recurring_month, recurring, recurring_months,
};
pub use remembered::{activities_of, reopened};
pub use revisions::{
    delete_reallocation, delete_revision, insert_reallocation, parts, put_parts, put_revision, reallocations, revisions,
};
