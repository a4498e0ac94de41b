//! SQL of households and who lives in them.

use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use crate::Result;
use crate::roster::{Household, HouseholdId, HouseholdMember};

const HOUSEHOLD: &str = "id, name, head_person_id, organisation_id, postal, address, phone, note, closed_on, version";

fn household(row: &Row) -> rusqlite::Result<Household> {
    Ok(Household {
        id: row.get(0)?,
        name: row.get(1)?,
        head_person_id: row.get(2)?,
        organisation_id: row.get(3)?,
        postal: row.get(4)?,
        address: row.get(5)?,
        phone: row.get(6)?,
        note: row.get(7)?,
        closed_on: row.get(8)?,
        version: row.get(9)?,
    })
}

/// All households, also those that are no more, in the order in which they came.
pub fn households(conn: &Connection) -> Result<Vec<Household>> {
    let sql = format!("SELECT {HOUSEHOLD} FROM household ORDER BY id");
    let all = conn.prepare_cached(&sql)?.query_map([], household)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// One household.
pub fn find_household(conn: &Connection, id: HouseholdId) -> Result<Option<Household>> {
    let sql = format!("SELECT {HOUSEHOLD} FROM household WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_row([id], household).optional()?)
}

/// The fields of a household in the order of [`HOUSEHOLD`], but for the version.
fn fields(h: &Household) -> [&dyn ToSql; 9] {
    [&h.id, &h.name, &h.head_person_id, &h.organisation_id, &h.postal, &h.address, &h.phone, &h.note, &h.closed_on]
}

/// Adds a household.
pub fn insert_household(conn: &Connection, h: &Household) -> Result<()> {
    let sql = format!("INSERT INTO household ({HOUSEHOLD}) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,1)");
    conn.prepare_cached(&sql)?.execute(&fields(h)[..])?;
    Ok(())
}

/// Writes all fields of a household; its version is raised here.
pub fn update_household(conn: &Connection, h: &Household) -> Result<()> {
    let sql = "UPDATE household SET name=?2, head_person_id=?3, organisation_id=?4, postal=?5, address=?6, phone=?7, note=?8, closed_on=?9,
               version=version+1 WHERE id=?1";
    conn.prepare_cached(sql)?.execute(&fields(h)[..])?;
    Ok(())
}

fn member(row: &Row) -> rusqlite::Result<HouseholdMember> {
    Ok(HouseholdMember {
        id: row.get(0)?,
        household_id: row.get(1)?,
        person_id: row.get(2)?,
        relation: row.get(3)?,
        from_on: row.get(4)?,
        to_on: row.get(5)?,
    })
}

/// Who lives and lived where, in the order in which it was entered.
pub fn household_members(conn: &Connection) -> Result<Vec<HouseholdMember>> {
    let sql = "SELECT id, household_id, person_id, relation, from_on, to_on FROM household_member
               WHERE person_id NOT IN (SELECT id FROM person WHERE merged_into_id IS NOT NULL) ORDER BY id";
    let all = conn.prepare_cached(sql)?.query_map([], member)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Adds somebody's time in a household, or writes all its fields when it is there already.
pub fn put_household_member(conn: &Connection, m: &HouseholdMember) -> Result<()> {
    let sql = "INSERT INTO household_member (id, household_id, person_id, relation, from_on, to_on) VALUES (?1,?2,?3,?4,?5,?6)
               ON CONFLICT (id) DO UPDATE SET relation=?4, from_on=?5, to_on=?6";
    conn.prepare_cached(sql)?.execute(params![m.id, m.household_id, m.person_id, m.relation, m.from_on, m.to_on])?;
    Ok(())
}
