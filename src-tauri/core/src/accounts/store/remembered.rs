//! What the closing of a year kept, and what stands in its place while the year is open.

use rusqlite::{Connection, OptionalExtension};

use super::{account_items, funds, purses};
use crate::accounts::{Books, Remembered};
use crate::calendar::FiscalYear;
use crate::{Result, activities, roster};

impl Remembered {
    /// As the closing kept it; while the year is open, as it is now.
    pub fn of(conn: &Connection, year: FiscalYear) -> Result<Remembered> {
        kept(conn, year)?.map_or_else(|| Remembered::now(conn, year), Ok)
    }

    /// As it is now.
    pub fn now(conn: &Connection, year: FiscalYear) -> Result<Remembered> {
        Ok(Remembered {
            funds: funds(conn)?,
            purses: purses(conn)?,
            items: account_items(conn)?,
            activities: activities::store::activities(conn)?,
            bodies: roster::store::organisations(conn)?.into_iter().map(|body| (body.id, body.name)).collect(),
            past: Books::load(conn, year.previous())?.settled_of_items(),
        })
    }
}

/// What the closing of a year kept; none while it is open.
pub(super) fn kept(conn: &Connection, year: FiscalYear) -> Result<Option<Remembered>> {
    let sql = "SELECT remembered FROM closed_year WHERE fiscal_year = ? AND remembered <> ''";
    let text: Option<String> = conn.prepare_cached(sql)?.query_row([year], |row| row.get(0)).optional()?;
    let read = |text: String| {
        let damaged = |e| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e));
        serde_json::from_str(&text).map_err(damaged)
    };
    Ok(text.map(read).transpose()?)
}
