//! SQL of grants.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

use super::{Grant, GrantStep, GrantStepId};
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
            fixed_yen: None,
        })
    };
    let all = conn.prepare_cached(sql)?.query_map([year], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// The grants of all years, the latest first.
pub fn all_grants(conn: &Connection) -> Result<Vec<Grant>> {
    let sql = "SELECT DISTINCT fiscal_year FROM grant_award ORDER BY fiscal_year DESC";
    let years: Vec<FiscalYear> =
        conn.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let of_years = years.into_iter().map(|year| grants(conn, year)).collect::<Result<Vec<_>>>()?;
    Ok(of_years.into_iter().flatten().collect())
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

/// The steps of a year's grants, in the order in which they came.
pub fn steps(conn: &Connection, year: FiscalYear) -> Result<Vec<GrantStep>> {
    let sql = "SELECT s.id, s.grant_id, s.stage, s.state, s.happened_on, s.number, s.amount_yen, s.note, s.version
               FROM grant_step s JOIN grant_award g ON g.id = s.grant_id WHERE g.fiscal_year = ? ORDER BY s.happened_on, s.id";
    Ok(conn.prepare_cached(sql)?.query_map([year], read_step)?.collect::<rusqlite::Result<_>>()?)
}

/// A step by its key.
pub fn find_step(conn: &Connection, id: GrantStepId) -> Result<Option<GrantStep>> {
    let sql = "SELECT id, grant_id, stage, state, happened_on, number, amount_yen, note, version FROM grant_step WHERE id = ?";
    Ok(conn.prepare_cached(sql)?.query_map([id], read_step)?.next().transpose()?)
}

/// A grant by its key; none when there is no such grant.
pub fn find_grant(conn: &Connection, id: GrantId) -> Result<Option<Grant>> {
    let sql = "SELECT fiscal_year FROM grant_award WHERE id = ?";
    let year: Option<FiscalYear> = conn.prepare_cached(sql)?.query_map([id], |row| row.get(0))?.next().transpose()?;
    let Some(year) = year else { return Ok(None) };
    Ok(grants(conn, year)?.into_iter().find(|grant| grant.id == id))
}

/// Adds a step or writes it anew; the version is raised here.
pub fn put_step(conn: &Connection, s: &GrantStep) -> Result<()> {
    let sql = "INSERT INTO grant_step (id, grant_id, stage, state, happened_on, number, amount_yen, note, version)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1)
               ON CONFLICT (id) DO UPDATE SET stage=?3, state=?4, happened_on=?5, number=?6, amount_yen=?7, note=?8, version=version+1";
    let values = params![s.id, s.grant_id, s.stage, s.state, s.happened_on, s.number, s.amount_yen, s.note];
    conn.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

/// Takes a step away.
pub fn delete_step(conn: &Connection, id: GrantStepId) -> Result<()> {
    conn.prepare_cached("DELETE FROM grant_step WHERE id = ?")?.execute([id])?;
    Ok(())
}

fn read_step(row: &Row) -> rusqlite::Result<GrantStep> {
    Ok(GrantStep {
        id: row.get(0)?,
        grant_id: row.get(1)?,
        stage: row.get(2)?,
        state: row.get(3)?,
        happened_on: row.get(4)?,
        number: row.get(5)?,
        amount_yen: row.get(6)?,
        note: row.get(7)?,
        version: row.get(8)?,
    })
}
