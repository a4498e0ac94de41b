//! 読み出し: what the occasions of a year are proposed from.

use rusqlite::Connection;

use super::proposal::{self, Likely, Proposal};
use super::store;
use crate::Result;
use crate::calendar::FiscalYear;

/// What the plan of a year and the year before make likely, in the order of the days; undated ones behind.
pub fn proposals(conn: &Connection, year: FiscalYear) -> Result<Vec<Proposal>> {
    Ok(proposal::proposals(year, &likely(conn, year)?))
}

/// What the plan of a year says without a day and without how often, with its words: 見守り, 通年.
pub fn without_days(conn: &Connection, year: FiscalYear) -> Result<Vec<(String, String)>> {
    Ok(proposal::without_days(&likely(conn, year)?))
}

fn likely(conn: &Connection, year: FiscalYear) -> Result<Likely> {
    Ok(Likely {
        plans: store::plans(conn, year)?,
        own: store::occasions(conn, year)?,
        before: store::occasions(conn, year.previous())?,
        names: store::activities(conn)?.into_iter().map(|one| (one.id, one.name)).collect(),
    })
}
