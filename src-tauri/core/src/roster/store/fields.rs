//! SQL of the council's own fields.

use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::id::Id;
use crate::roster::{CustomField, CustomFieldId, CustomValue, PersonId};

fn field(row: &Row) -> rusqlite::Result<CustomField> {
    let choices: String = row.get(3)?;
    Ok(CustomField {
        id: row.get(0)?,
        label: row.get(1)?,
        kind: row.get(2)?,
        choices: choices.lines().map(str::to_owned).collect(),
        position: row.get(4)?,
        is_retired: row.get(5)?,
    })
}

/// The council's own fields in their order, also those out of use.
pub fn custom_fields(conn: &Connection) -> Result<Vec<CustomField>> {
    let sql = "SELECT id, label, kind, choices, position, retired FROM custom_field ORDER BY position, id";
    let all = conn.prepare_cached(sql)?.query_map([], field)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Adds a field, or writes all of it when it is there already.
pub fn put_custom_field(conn: &Connection, f: &CustomField) -> Result<()> {
    let sql = "INSERT INTO custom_field (id, label, kind, choices, position, retired) VALUES (?1,?2,?3,?4,?5,?6)
               ON CONFLICT (id) DO UPDATE SET label=?2, kind=?3, choices=?4, position=?5, retired=?6";
    conn.prepare_cached(sql)?.execute(params![
        f.id,
        f.label,
        f.kind,
        f.choices.join("\n"),
        f.position,
        f.is_retired
    ])?;
    Ok(())
}

/// What the council's own fields hold.
pub fn custom_values(conn: &Connection) -> Result<Vec<CustomValue>> {
    let sql = "SELECT field_id, person_id, value FROM custom_value WHERE value <> '' ORDER BY id";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query
        .query_map([], |row| Ok(CustomValue { field_id: row.get(0)?, person_id: row.get(1)?, value: row.get(2)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes what a field holds for a person.
pub fn put_custom_value(conn: &Connection, field: CustomFieldId, person: PersonId, value: &str) -> Result<()> {
    let sql = "INSERT INTO custom_value (id, field_id, person_id, value) VALUES (?1,?2,?3,?4)
               ON CONFLICT (field_id, person_id) DO UPDATE SET value=?4";
    conn.prepare_cached(sql)?.execute(params![Id::<CustomValue>::new(), field, person, value])?;
    Ok(())
}
