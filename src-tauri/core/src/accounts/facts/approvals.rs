//! 伝票の承認: who entered each slip, and who else approved it.

use paper::Value;

use super::words;
use crate::accounts::{Approval, Books, Entry};
use crate::fact::{FactRow, Facts, row};

/// States `audit.approvals`: the entries that were asked for an approval, in the order of the books.
pub(super) fn state(facts: &mut Facts, books: &Books) {
    let asked = books.asked().map(|(entry, approval)| shown(entry, approval));
    facts.state_list("audit.approvals", asked.collect());
    facts.state("audit.unapproved", Value::Count(books.unapproved().count() as i64));
}

fn shown(entry: &Entry, approval: &Approval) -> FactRow {
    row([
        ("voucher_no", entry.voucher_no.map_or(Value::Blank, Value::Count).into()),
        ("entered_on", Value::Date(entry.entered_on).into()),
        ("description", words(&entry.description)),
        ("amount_yen", Value::from(entry.amount_yen).into()),
        ("entered_by", words(&approval.entered_by)),
        ("approved_by", words(&approval.approved_by)),
        ("approved_on", approval.approved_on.map_or(Value::Blank, Value::Date).into()),
    ])
}
