//! What a successor takes over of the money: where it lies, and when somebody last looked into the passbook.

use chrono::NaiveDate;
use paper::Value;
use rusqlite::Connection;

use super::{Books, Yen, amount_or_blank, is_place, purse_label, row, words};
use crate::Result;
use crate::accounts::{Purse, PurseKind, StatedBalance, store};
use crate::fact::{FactRow, Facts};

/// The day from which on passbooks can have been looked into.
const LONG_AGO: NaiveDate = NaiveDate::MIN;

/// States `books.standing` at the end of the year.
pub(super) fn state(facts: &mut Facts, conn: &Connection, books: &Books) -> Result<()> {
    let stated = store::stated_balances(conn, LONG_AGO, books.year.last_day())?;
    let day = books.year.last_day();
    let is_shown =
        |purse: &&Purse| purse.kind != PurseKind::Advance && is_place(books, purse, books.balance_on(purse.id, day));
    let shown: Vec<&Purse> = books.purses.iter().filter(is_shown).collect();
    facts.state_list("books.standing", shown.iter().map(|purse| purse_row(books, &stated, purse)).collect());
    facts.state("books.standing_yen", shown.iter().map(|purse| books.balance_on(purse.id, day)).sum::<Yen>());
    Ok(())
}

/// A purse with its balance, and the last time that somebody compared it with the passbook or counted it.
fn purse_row(books: &Books, stated: &[StatedBalance], purse: &Purse) -> FactRow {
    let last = stated.iter().rfind(|one| one.purse_id == purse.id);
    // The books of the year know nothing of the days before it.
    let booked = last.filter(|one| books.year.contains(one.stated_on));
    row([
        ("purse", words(&purse_label(books, purse))),
        ("balance_yen", books.balance_on(purse.id, books.year.last_day()).fact()),
        ("stated_on", last.map_or(Value::Blank, |one| Value::Date(one.stated_on)).into()),
        ("stated_yen", amount_or_blank(last.map(|one| one.amount_yen))),
        ("booked_yen", amount_or_blank(booked.map(|one| books.balance_on(purse.id, one.stated_on)))),
    ])
}
