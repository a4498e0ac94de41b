//! 借りた人の名前の消去: who borrowed a tent years ago is nobody's business any more. The loan itself stays.

use chrono::{Months, NaiveDate};

use crate::equipment::{Loan, store};
use crate::file::{By, Changed, Erasure, OfficeFile, View};
use crate::{Error, Result};

/// Years that the names of borrowers are kept after the thing came back.
pub const KEPT_YEARS: u32 = 5;
/// What stays of a loan.
const KEPT: &[&str] = &["lent_on", "due_on", "returned_on"];

/// Loans whose borrowers may be forgotten on this day.
pub fn past_loans(view: &View, today: NaiveDate) -> Result<Vec<Loan>> {
    let until = today - Months::new(KEPT_YEARS * 12);
    let is_past = |loan: &Loan| loan.returned_on.is_some_and(|on| on <= until) && !loan.borrower.is_empty();
    Ok(store::loans(view)?.into_iter().filter(is_past).collect())
}

/// Erases the names of borrowers whose time is over, from the records and from every act of the history. It cannot be
/// taken back.
pub fn erase_borrowers(file: &OfficeFile, by: &By, today: NaiveDate) -> Result<Changed<()>> {
    let past = file.view(|view| past_loans(view, today))?;
    if past.is_empty() {
        return Err(Error::refused("equipment.nobody_to_erase"));
    }
    let erasure = |loan: &Loan| Erasure {
        record: ("equipment_loan", loan.id.to_string()),
        keep: KEPT,
        named_by: Some((&["borrower"], |parts| parts.concat())),
        ..Erasure::default()
    };
    let erasures: Vec<Erasure> = past.iter().map(erasure).collect();
    file.erase(by, "equipment.erase_borrowers", &erasures, |tx| {
        tx.say("count", past.len());
        past.iter().try_for_each(|loan| {
            let (borrower, contact, purpose, note) = Default::default();
            store::put_loan(tx, &Loan { borrower, contact, purpose, note, ..loan.clone() })
        })
    })
}
