//! SQL of further counts, of what a year's rate is made of, and of areas.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::calendar::FiscalYear;
use crate::enrolment::{Basis, HouseholdObservation, HouseholdObservationId};
use crate::id::Id;
use crate::roster::OrganisationId;

fn further(row: &Row) -> rusqlite::Result<HouseholdObservation> {
    Ok(HouseholdObservation {
        id: row.get(0)?,
        association_id: row.get(1)?,
        fiscal_year: row.get(2)?,
        kind: row.get(3)?,
        as_of_on: row.get(4)?,
        households: row.get(5)?,
        certainty: row.get(6)?,
        source: row.get(7)?,
    })
}

/// All further counts, oldest first.
pub fn further_counts(conn: &Connection) -> Result<Vec<HouseholdObservation>> {
    let sql = "SELECT id, association_id, fiscal_year, kind, as_of_on, households, certainty, source
               FROM household_observation ORDER BY as_of_on, id";
    let all = conn.prepare_cached(sql)?.query_map([], further)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Adds a further count, or replaces the one of the same kind and day.
pub fn put_further_count(conn: &Connection, o: &HouseholdObservation) -> Result<()> {
    let sql = "INSERT INTO household_observation (id, association_id, fiscal_year, kind, as_of_on, households, certainty, source)
               VALUES (?1,?2,?3,?4,?5,?6,?7,?8)
               ON CONFLICT (association_id, fiscal_year, kind, as_of_on) DO UPDATE SET households=?6, certainty=?7, source=?8";
    conn.prepare_cached(sql)?.execute(params![
        o.id,
        o.association_id,
        o.fiscal_year,
        o.kind,
        o.as_of_on,
        o.households,
        o.certainty,
        o.source
    ])?;
    Ok(())
}

/// Takes a further count away; false when there is none.
pub fn delete_further_count(conn: &Connection, id: HouseholdObservationId) -> Result<bool> {
    Ok(conn.execute("DELETE FROM household_observation WHERE id = ?", [id])? > 0)
}

/// What the rate of each year is made of, where it was chosen.
pub fn bases(conn: &Connection) -> Result<BTreeMap<FiscalYear, Basis>> {
    let mut query = conn.prepare_cached("SELECT fiscal_year, numerator, denominator FROM rate_basis")?;
    let row = |row: &Row| Ok((row.get(0)?, Basis { numerator: row.get(1)?, denominator: row.get(2)? }));
    let bases = query.query_map([], row)?.collect::<rusqlite::Result<_>>()?;
    Ok(bases)
}

/// Marks keys of rows that are known by their year alone.
enum OfYear {}

/// Chooses what the rate of a year is made of.
pub fn put_basis(conn: &Connection, year: FiscalYear, basis: Basis) -> Result<()> {
    let sql = "INSERT INTO rate_basis (id, fiscal_year, numerator, denominator) VALUES (?1,?2,?3,?4)
               ON CONFLICT (fiscal_year) DO UPDATE SET numerator=?3, denominator=?4";
    let id = Id::<OfYear>::new();
    conn.prepare_cached(sql)?.execute(params![id, year, basis.numerator, basis.denominator])?;
    Ok(())
}

/// 地区 of associations, where one was given.
pub fn areas(conn: &Connection) -> Result<HashMap<OrganisationId, String>> {
    let mut query = conn.prepare_cached("SELECT association_id, area FROM association_area WHERE area <> ''")?;
    let areas = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    Ok(areas)
}

/// Gives an association its 地区.
pub fn put_area(conn: &Connection, id: OrganisationId, area: &str) -> Result<()> {
    let sql = "INSERT INTO association_area (id, association_id, area) VALUES (?1,?2,?3)
               ON CONFLICT (association_id) DO UPDATE SET area=?3";
    conn.prepare_cached(sql)?.execute(params![Id::<OfYear>::new(), id, area])?;
    Ok(())
}
