//! Purses and what lay in them on the first day.

use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::accounts::{Opening, OpeningId, Purse, PurseId, PurseKind};
use crate::calendar::FiscalYear;
use crate::money::Yen;

/// All purses in the order of papers.
pub fn purses(conn: &Connection) -> Result<Vec<Purse>> {
    let sql = "SELECT id, name, kind, position FROM purse ORDER BY position, id";
    let read = |row: &Row| Ok(Purse { id: row.get(0)?, name: row.get(1)?, kind: row.get(2)?, position: row.get(3)? });
    let all = conn.prepare_cached(sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Adds a purse after the others.
pub fn insert_purse(conn: &Connection, name: &str, kind: PurseKind) -> Result<PurseId> {
    let id = PurseId::new();
    let sql = "INSERT INTO purse (id, name, kind, position) VALUES (?1, ?2, ?3, 1 + (SELECT COALESCE(MAX(position), 0) FROM purse))";
    conn.prepare_cached(sql)?.execute(params![id, name, kind])?;
    Ok(id)
}

/// The opening balances of a year.
pub fn openings(conn: &Connection, year: FiscalYear) -> Result<Vec<Opening>> {
    let sql = "SELECT id, purse_id, fiscal_year, amount_yen FROM opening WHERE fiscal_year = ? ORDER BY id";
    let read = |row: &Row| {
        Ok(Opening { id: row.get(0)?, purse_id: row.get(1)?, fiscal_year: row.get(2)?, amount_yen: row.get(3)? })
    };
    let all = conn.prepare_cached(sql)?.query_map([year], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// States the opening balance of a purse.
pub fn put_opening(conn: &Connection, purse: PurseId, year: FiscalYear, amount: Yen) -> Result<()> {
    let sql = "INSERT INTO opening (id, purse_id, fiscal_year, amount_yen) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (purse_id, fiscal_year) DO UPDATE SET amount_yen = ?4";
    conn.prepare_cached(sql)?.execute(params![OpeningId::new(), purse, year, amount])?;
    Ok(())
}
