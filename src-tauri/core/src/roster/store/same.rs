//! SQL of people who turned out to be one, or two.

use rusqlite::{Connection, OptionalExtension, params};

use crate::Result;
use crate::id::Id;
use crate::roster::{Person, PersonId};

/// What refers to a person and goes with them when two records become one: table, column, and what would be there twice.
const BELONGINGS: [(&str, &str, &str); 12] = [
    (
        "role",
        "person_id",
        "EXISTS (SELECT 1 FROM role k WHERE k.person_id = ?1 AND k.organisation_id = role.organisation_id
         AND k.title = role.title AND k.from_on IS role.from_on AND k.to_on IS role.to_on)",
    ),
    (
        "household_member",
        "person_id",
        // Nobody lives in one household twice at a time, nor in two: where the kept record lives now, they live.
        "EXISTS (SELECT 1 FROM household_member k WHERE k.person_id = ?1
         AND (k.household_id = household_member.household_id OR (k.to_on IS NULL AND household_member.to_on IS NULL))
         AND (k.from_on IS NULL OR household_member.to_on IS NULL OR k.from_on <= household_member.to_on)
         AND (household_member.from_on IS NULL OR k.to_on IS NULL OR household_member.from_on <= k.to_on))",
    ),
    ("former_stay", "person_id", "0"),
    ("former_address", "person_id", "0"),
    (
        "custom_value",
        "person_id",
        "EXISTS (SELECT 1 FROM custom_value k WHERE k.person_id = ?1 AND k.field_id = custom_value.field_id)",
    ),
    ("association_year", "chair_person_id", "0"),
    (
        "consent",
        "person_id",
        "EXISTS (SELECT 1 FROM consent k WHERE k.person_id = ?1 AND k.scope = consent.scope AND k.given_on = consent.given_on
         AND k.withdrawn_on IS consent.withdrawn_on)",
    ),
    ("attachment", "owner_id", "owner_kind <> 'person'"),
    ("meeting_voter", "person_id", "0"),
    ("nomination", "person_id", "0"),
    ("occasion_task", "person_id", "0"),
    (
        "attendance",
        "person_id",
        "EXISTS (SELECT 1 FROM attendance k WHERE k.person_id = ?1 AND k.occasion_id = attendance.occasion_id)",
    ),
];

/// Gives all that belongs to one person to another; what would then stand twice stays where it is.
pub fn give_all(conn: &Connection, from: PersonId, to: PersonId) -> Result<()> {
    for (table, column, twice) in BELONGINGS {
        let sql = format!("UPDATE {table} SET {column} = ?1 WHERE {column} = ?2 AND NOT {twice}");
        conn.prepare_cached(&sql)?.execute(params![to, from])?;
    }
    // Of a household in which the other record goes on living nothing is the kept one's.
    let head = "UPDATE household SET head_person_id = ?1 WHERE head_person_id = ?2 AND (
                  EXISTS (SELECT 1 FROM household_member k WHERE k.household_id = household.id AND k.person_id = ?1)
                  OR NOT EXISTS (SELECT 1 FROM household_member k WHERE k.household_id = household.id AND k.person_id = ?2))";
    conn.prepare_cached(head)?.execute(params![to, from])?;
    Ok(())
}

/// The record to which a merged one belongs now.
pub fn merged_into(conn: &Connection, id: PersonId) -> Result<Option<PersonId>> {
    let sql = "SELECT merged_into_id FROM person WHERE id = ?";
    Ok(conn.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?.flatten())
}

/// The records that were merged into a person.
pub fn merged(conn: &Connection, into: PersonId) -> Result<Vec<PersonId>> {
    let mut query = conn.prepare_cached("SELECT id FROM person WHERE merged_into_id = ? ORDER BY id")?;
    let ids = query.query_map([into], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(ids)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::sketch::office;

    #[test]
    fn whatever_refers_to_a_person_goes_with_them() {
        let (_folder, file) = office();
        let sql = "SELECT t.name || '.' || f.\"from\" FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f
                   WHERE f.\"table\" = 'person' ORDER BY 1";
        let references: Vec<String> = file
            .view(|view| Ok(view.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?))
            .unwrap();
        // The head goes with the household's members; what two records were to each other is not theirs.
        let apart = ["household.head_person_id", "not_same.one_id", "not_same.other_id", "person.merged_into_id"];
        for reference in references.iter().filter(|reference| !apart.contains(&reference.as_str())) {
            let is_given = |(table, column, _): &(&str, &str, &str)| format!("{table}.{column}") == *reference;
            assert!(BELONGINGS.iter().any(is_given), "{reference} would stay with the record that is gone");
        }
        assert!(references.len() > apart.len());
    }
}
