//! 締めの点検: the books of a year, what was stated of them and the years beside it, read together.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::closing::plain;
use super::{Books, Finding, PurseId, store};
use crate::calendar::{BookMonth, FiscalYear};
use crate::money::Yen;
use crate::{Error, Result};

/// Everything to be looked at before a year is closed on a day: first what its books say, then whether its turn has come.
pub fn closing_findings(conn: &Connection, year: FiscalYear, on: NaiveDate) -> Result<Vec<Finding>> {
    let (books, before) = (Books::load(conn, year)?, Books::load(conn, year.previous())?);
    let stated = store::stated_balances(conn, year.first_day(), year.last_day())?;
    let is_open = store::closed_year(conn, before.year)?.is_none() && !before.entries.is_empty();
    let earlier = is_open.then(|| Finding {
        error: Error::refused("accounts.year_before_open").with("year", before.year.label()),
        is_in_the_way: true,
    });
    let left = store::audit_findings(conn, year)?.iter().filter(|one| one.is_open()).count();
    let unanswered = (left > 0)
        .then(|| Finding { error: Error::refused("accounts.findings_open").with("count", left), is_in_the_way: false });
    let turn = unanswered.into_iter().chain(not_over(year, on)).chain(earlier).chain(next_audited(conn, &books)?);
    Ok(books.findings(&stated, Some(&before)).into_iter().chain(turn).collect())
}

/// What auditors have seen of the next year does not change because this one is closed after them, or once more. What it began with
/// and nobody has said yet, they have not seen.
fn next_audited(conn: &Connection, books: &Books) -> Result<Vec<Finding>> {
    let next = books.year.next();
    if store::audits(conn, next)?.is_empty() {
        return Ok(Vec::new());
    }
    let begun = store::openings(conn, next)?;
    if begun.is_empty() {
        return Ok(Vec::new());
    }
    let told = |(id, closing): (PurseId, Yen)| {
        let was = begun.iter().find(|opening| opening.purse_id == id);
        let purse = books.purses.iter().find(|purse| purse.id == id);
        let error = Error::refused("accounts.next_year_audited").with("year", next.label());
        let error = error.with("purse", purse.map_or("", |purse| &purse.name));
        let error = error.with("opening", plain(was.map_or(Yen(0), |was| was.amount_yen)));
        Finding { error: error.with("closing", plain(closing)), is_in_the_way: true }
    };
    Ok(books.to_carry(&begun).into_iter().map(told).collect())
}

/// In its last month a year may be closed by a council that pays nothing more; before that it is a slip.
fn not_over(year: FiscalYear, on: NaiveDate) -> Option<Finding> {
    let last = year.last_day();
    let error = Error::refused("accounts.year_not_over").with("year", year.label());
    let is_in_the_way = on < BookMonth::of(last).first_day();
    (on < last).then(|| Finding { error: error.with("day", paper::wareki::long(last)), is_in_the_way })
}
