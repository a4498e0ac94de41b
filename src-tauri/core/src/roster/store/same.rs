//! SQL of people who turned out to be one, or two.

use rusqlite::{Connection, OptionalExtension, params};

use crate::Result;
use crate::id::Id;
use crate::roster::{Person, PersonId, PersonName};

/// What refers to a person and goes with them when two records become one: table, column, and what would be there twice.
const BELONGINGS: [(&str, &str, &str); 6] = [
    (
        "role",
        "person_id",
        "EXISTS (SELECT 1 FROM role k WHERE k.person_id = ?1 AND k.organisation_id = role.organisation_id
         AND k.title = role.title AND k.from_on IS role.from_on AND k.to_on IS role.to_on)",
    ),
    (
        "household_member",
        "person_id",
        "EXISTS (SELECT 1 FROM household_member k WHERE k.person_id = ?1 AND k.household_id = household_member.household_id
         AND k.from_on IS household_member.from_on AND k.to_on IS household_member.to_on)",
    ),
    ("former_stay", "person_id", "0"),
    ("former_address", "person_id", "0"),
    (
        "custom_value",
        "person_id",
        "EXISTS (SELECT 1 FROM custom_value k WHERE k.person_id = ?1 AND k.field_id = custom_value.field_id)",
    ),
    ("association_year", "chair_person_id", "0"),
];

/// Gives all that belongs to one person to another; what would then stand twice stays where it is.
pub fn give_all(conn: &Connection, from: PersonId, to: PersonId) -> Result<()> {
    for (table, column, twice) in BELONGINGS {
        let sql = format!("UPDATE {table} SET {column} = ?1 WHERE {column} = ?2 AND NOT {twice}");
        conn.prepare_cached(&sql)?.execute(params![to, from])?;
    }
    conn.prepare_cached("UPDATE household SET head_person_id = ?1 WHERE head_person_id = ?2")?
        .execute(params![to, from])?;
    Ok(())
}

/// The record to which a merged one belongs now.
pub fn merged_into(conn: &Connection, id: PersonId) -> Result<Option<PersonId>> {
    let sql = "SELECT merged_into_id FROM person WHERE id = ?";
    Ok(conn.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?.flatten())
}

/// The names of the records that were merged into a person.
pub fn merged_names(conn: &Connection, into: PersonId) -> Result<Vec<PersonName>> {
    let sql = "SELECT family, given, family_kana, given_kana FROM person WHERE merged_into_id = ?";
    let mut query = conn.prepare_cached(sql)?;
    let names = query.query_map([into], |row| {
        Ok(PersonName { family: row.get(0)?, given: row.get(1)?, family_kana: row.get(2)?, given_kana: row.get(3)? })
    })?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// Says that a record belongs to another now, and so do all that belonged to it.
pub fn mark_merged(conn: &Connection, gone: PersonId, into: PersonId) -> Result<()> {
    let sql = "UPDATE person SET merged_into_id = ?2 WHERE id = ?1 OR merged_into_id = ?1";
    conn.prepare_cached(sql)?.execute(params![gone, into])?;
    Ok(())
}

/// Pairs that were looked at and are two people; the smaller key first.
pub fn not_same(conn: &Connection) -> Result<Vec<(PersonId, PersonId)>> {
    let mut query = conn.prepare_cached("SELECT one_id, other_id FROM not_same ORDER BY id")?;
    let pairs = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(pairs.collect::<rusqlite::Result<_>>()?)
}

/// Remembers that two people are two.
pub fn insert_not_same(conn: &Connection, one: PersonId, other: PersonId) -> Result<()> {
    let sql = "INSERT INTO not_same (id, one_id, other_id) VALUES (?1,?2,?3) ON CONFLICT (one_id, other_id) DO NOTHING";
    conn.prepare_cached(sql)?.execute(params![Id::<Person>::new(), one.min(other), one.max(other)])?;
    Ok(())
}
