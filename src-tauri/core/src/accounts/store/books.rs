//! The books of a year in one reading.

use rusqlite::Connection;

use super::{account_items, budget_lines, crossing, entries, funds, openings, parts, purses, reallocations, revisions};
use crate::Result;
use crate::accounts::Books;
use crate::calendar::FiscalYear;

impl Books {
    /// Reads the books of a year.
    pub fn load(conn: &Connection, year: FiscalYear) -> Result<Books> {
        Ok(Books {
            year,
            funds: funds(conn)?,
            purses: purses(conn)?,
            openings: openings(conn, year)?,
            items: account_items(conn)?,
            budget: budget_lines(conn, year)?,
            revisions: revisions(conn, year)?,
            reallocations: reallocations(conn, year)?,
            parts: parts(conn, year)?,
            entries: entries(conn, year)?,
            crossing: crossing(conn, year)?,
        })
    }
}
