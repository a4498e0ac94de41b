//! The books of a year in one reading.

use rusqlite::Connection;

use super::remembered::kept;
use super::{
    account_items, approvals, budget_lines, crossing, entries, funds, openings, parts, purses, reallocations,
    receipt_numbers, revisions,
};
use crate::Result;
use crate::accounts::Books;
use crate::calendar::FiscalYear;

impl Books {
    /// Reads the books of a year; those of a closed year name 会計, purses and 科目 as its closing kept them.
    pub fn load(conn: &Connection, year: FiscalYear) -> Result<Books> {
        let (funds, purses, items) = match kept(conn, year)? {
            Some(kept) => (kept.funds, kept.purses, kept.items),
            None => (funds(conn)?, purses(conn)?, account_items(conn)?),
        };
        Ok(Books {
            year,
            funds,
            purses,
            openings: openings(conn, year)?,
            items,
            budget: budget_lines(conn, year)?,
            revisions: revisions(conn, year)?,
            reallocations: reallocations(conn, year)?,
            parts: parts(conn, year)?,
            entries: entries(conn, year)?,
            crossing: crossing(conn, year)?,
            receipt_numbers: receipt_numbers(conn, year)?,
            approvals: approvals(conn, year)?,
        })
    }
}
