//! The books of a year in one reading.

use rusqlite::Connection;

use super::remembered::places;
use super::{approvals, budget_lines, crossing, entries, openings, parts, reallocations, receipt_numbers, revisions};
use crate::Result;
use crate::accounts::Books;
use crate::calendar::FiscalYear;

impl Books {
    /// Reads the books of a year; those of a closed year, and of one that was opened again, name 会計, purses and 科目
    /// as its closing kept them.
    pub fn load(conn: &Connection, year: FiscalYear) -> Result<Books> {
        let (funds, purses, items) = places(conn, year)?;
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
