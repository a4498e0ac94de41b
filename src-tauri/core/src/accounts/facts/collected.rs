//! 部会の通帳と帳面: whether those of a year have come in.

use paper::Value;
use rusqlite::Connection;

use super::{Books, Yen, is_place};
use crate::Result;
use crate::accounts::{Purse, PurseKind, store};
use crate::calendar::BookMonth;
use crate::fact::Facts;

/// States how many purses of 部会 have a book in the year, and of how many nobody has seen the end: no balance was stated in its
/// last month, and there is still money in them. Where there are none the books cannot know.
pub fn collected(conn: &Connection, books: &Books) -> Result<Facts> {
    let last = books.year.last_day();
    let stated = store::stated_balances(conn, BookMonth::of(last).first_day(), books.year.next().last_day())?;
    let held = |purse: &Purse| books.balance_on(purse.id, last);
    let is_of_committee = |purse: &&Purse| purse.committee_id.is_some() && purse.kind != PurseKind::Advance;
    let purses: Vec<&Purse> =
        books.purses.iter().filter(is_of_committee).filter(|purse| is_place(books, purse, held(purse))).collect();
    let is_out = |purse: &Purse| held(purse) != Yen(0) && stated.iter().all(|one| one.purse_id != purse.id);
    let out = purses.iter().filter(|purse| is_out(purse)).count();
    let mut facts = Facts::default();
    facts.state("committee_books.purses", Value::Count(purses.len() as i64));
    facts.state("committee_books.purses_out", if purses.is_empty() { Value::Blank } else { Value::Count(out as i64) });
    Ok(facts)
}
