//! SQL of frozen years, of targets and of payments.

use std::collections::BTreeMap;

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Result;
use crate::calendar::FiscalYear;
use crate::enrolment::{OwnTarget, PaymentChoice, Snapshot};
use crate::id::Id;

/// A column that holds JSON.
pub(super) fn json<T: DeserializeOwned>(row: &Row, column: usize) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|e| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, e.into()))
}

/// JSON for a column.
pub(super) fn to_json(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))
}

fn snapshot(row: &Row) -> rusqlite::Result<Snapshot> {
    Ok(Snapshot {
        fiscal_year: row.get(0)?,
        as_of_on: row.get(1)?,
        taken_at: row.get(2)?,
        taken_by: row.get(3)?,
        frozen: json(row, 4)?,
    })
}

/// All frozen years.
pub fn snapshots(conn: &Connection) -> Result<BTreeMap<FiscalYear, Snapshot>> {
    let sql = "SELECT fiscal_year, as_of_on, taken_at, taken_by, frozen FROM enrolment_snapshot";
    let mut query = conn.prepare_cached(sql)?;
    let all = query.query_map([], snapshot)?.map(|s| s.map(|s| (s.fiscal_year, s)));
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

/// Freezes a year.
pub fn insert_snapshot(conn: &Connection, s: &Snapshot) -> Result<()> {
    let sql =
        "INSERT INTO enrolment_snapshot (id, fiscal_year, as_of_on, taken_at, taken_by, frozen) VALUES (?,?,?,?,?,?)";
    let frozen = to_json(&s.frozen)?;
    let id = Id::<Snapshot>::new();
    conn.prepare_cached(sql)?.execute(params![id, s.fiscal_year, s.as_of_on, s.taken_at, s.taken_by, frozen])?;
    Ok(())
}

/// Takes a frozen year away; false when there is none.
pub fn delete_snapshot(conn: &Connection, year: FiscalYear) -> Result<bool> {
    Ok(conn.execute("DELETE FROM enrolment_snapshot WHERE fiscal_year = ?", [year])? > 0)
}

/// The council's own targets, oldest first.
pub fn targets(conn: &Connection) -> Result<Vec<OwnTarget>> {
    let mut query =
        conn.prepare_cached("SELECT fiscal_year, tenths, source FROM enrolment_target ORDER BY fiscal_year")?;
    let target = |row: &Row| Ok(OwnTarget { fiscal_year: row.get(0)?, tenths: row.get(1)?, source: row.get(2)? });
    let targets = query.query_map([], target)?.collect::<rusqlite::Result<_>>()?;
    Ok(targets)
}

/// Sets the target of a year.
pub fn put_target(conn: &Connection, target: &OwnTarget) -> Result<()> {
    let sql = "INSERT INTO enrolment_target (id, fiscal_year, tenths, source) VALUES (?1,?2,?3,?4)
               ON CONFLICT (fiscal_year) DO UPDATE SET tenths=?3, source=?4";
    let OwnTarget { fiscal_year, tenths, source } = target;
    conn.prepare_cached(sql)?.execute(params![Id::<OwnTarget>::new(), fiscal_year, tenths, source])?;
    Ok(())
}

/// Takes the target of a year away; false when there is none.
pub fn delete_target(conn: &Connection, year: FiscalYear) -> Result<bool> {
    Ok(conn.execute("DELETE FROM enrolment_target WHERE fiscal_year = ?", [year])? > 0)
}

/// The formula by which a year is paid.
pub fn payment(conn: &Connection, year: FiscalYear) -> Result<Option<PaymentChoice>> {
    let mut query = conn.prepare_cached("SELECT formula, given FROM liaison_payment WHERE fiscal_year = ?")?;
    let choice = |row: &Row| Ok(PaymentChoice { formula: row.get(0)?, given: json(row, 1)? });
    Ok(query.query_row([year], choice).optional()?)
}

/// Chooses the formula of a year.
pub fn put_payment(conn: &Connection, year: FiscalYear, choice: &PaymentChoice) -> Result<()> {
    let sql = "INSERT INTO liaison_payment (id, fiscal_year, formula, given) VALUES (?1,?2,?3,?4)
               ON CONFLICT (fiscal_year) DO UPDATE SET formula=?3, given=?4";
    let given = to_json(&choice.given)?;
    conn.prepare_cached(sql)?.execute(params![Id::<PaymentChoice>::new(), year, choice.formula, given])?;
    Ok(())
}
