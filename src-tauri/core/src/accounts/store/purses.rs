//! Purses and what lay in them on the first day.

use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::accounts::{Opening, OpeningId, Purse, PurseId};
use crate::calendar::FiscalYear;
use crate::money::Yen;

/// All purses in the order of papers.
pub fn purses(conn: &Connection) -> Result<Vec<Purse>> {
    let sql = "SELECT id, name, kind, fund_id, committee_id, position FROM purse ORDER BY position, id";
    let read = |row: &Row| {
        Ok(Purse {
            id: row.get(0)?,
            name: row.get(1)?,
            kind: row.get(2)?,
            fund_id: row.get(3)?,
            committee_id: row.get(4)?,
            position: row.get(5)?,
        })
    };
    let all = conn.prepare_cached(sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Adds a purse after the others; its position is found here.
pub fn insert_purse(conn: &Connection, purse: &Purse) -> Result<PurseId> {
    let sql = "INSERT INTO purse (id, name, kind, fund_id, committee_id, position)
               VALUES (?1, ?2, ?3, ?4, ?5, 1 + (SELECT COALESCE(MAX(position), 0) FROM purse))";
    conn.prepare_cached(sql)?.execute(params![purse.id, purse.name, purse.kind, purse.fund_id, purse.committee_id])?;
    Ok(purse.id)
}

/// Writes name, 会計 and 部会 of a purse.
pub fn update_purse(conn: &Connection, purse: &Purse) -> Result<()> {
    let sql = "UPDATE purse SET name = ?2, fund_id = ?3, committee_id = ?4, kind = ?5 WHERE id = ?1";
    conn.prepare_cached(sql)?.execute(params![purse.id, purse.name, purse.fund_id, purse.committee_id, purse.kind])?;
    Ok(())
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
