//! SQL of grants.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

use super::Grant;
use crate::Result;
use crate::accounts::GrantId;
use crate::calendar::FiscalYear;
use crate::money::Yen;

/// The grants of a year, in the order in which they came.
pub fn grants(conn: &Connection, year: FiscalYear) -> Result<Vec<Grant>> {
    let sql = "SELECT id, fiscal_year, name, decided_yen, decided_on, decision_no FROM grant_award WHERE fiscal_year = ? ORDER BY id";
    let read = |row: &Row| {
        Ok(Grant {
            id: row.get(0)?,
            fiscal_year: row.get(1)?,
            name: row.get(2)?,
            decided_yen: row.get(3)?,
            decided_on: row.get(4)?,
            decision_no: row.get(5)?,
        })
    };
    let all = conn.prepare_cached(sql)?.query_map([year], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Adds a grant that the city has not decided yet.
pub fn insert_grant(conn: &Connection, year: FiscalYear, name: &str) -> Result<GrantId> {
    let id = GrantId::new();
    let sql = "INSERT INTO grant_award (id, fiscal_year, name, decided_yen, decided_on, decision_no) VALUES (?, ?, ?, NULL, NULL, '')";
    conn.prepare_cached(sql)?.execute(params![id, year, name])?;
    Ok(id)
}

/// Writes the city's decision.
pub fn update_decision(conn: &Connection, id: GrantId, decided: Yen, on: NaiveDate, number: &str) -> Result<()> {
    let sql = "UPDATE grant_award SET decided_yen = ?2, decided_on = ?3, decision_no = ?4 WHERE id = ?1";
    conn.prepare_cached(sql)?.execute(params![id, decided, on, number])?;
    Ok(())
}
