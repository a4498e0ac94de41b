//! SQL of roles.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Result;
use crate::closed::optional;
use crate::roster::{Role, RoleId};

const ROLE: &str = "id, person_id, organisation_id, title, from_on, to_on, appointment, elected_by_id, seat";

fn role(row: &Row) -> rusqlite::Result<Role> {
    Ok(Role {
        id: row.get(0)?,
        person_id: row.get(1)?,
        organisation_id: row.get(2)?,
        title: row.get(3)?,
        from_on: row.get(4)?,
        to_on: row.get(5)?,
        appointment: optional(row.get_ref(6)?)?,
        elected_by_id: row.get(7)?,
        seat: row.get(8)?,
    })
}

/// All roles ever held, in the order in which they were entered. What a merged person held twice stays with that record.
pub fn roles(conn: &Connection) -> Result<Vec<Role>> {
    let sql = format!(
        "SELECT {ROLE} FROM role WHERE person_id NOT IN (SELECT id FROM person WHERE merged_into_id IS NOT NULL) ORDER BY id"
    );
    let roles = conn.prepare_cached(&sql)?.query_map([], role)?.collect::<rusqlite::Result<_>>()?;
    Ok(roles)
}

/// One role.
pub fn find_role(conn: &Connection, id: RoleId) -> Result<Option<Role>> {
    let sql = format!("SELECT {ROLE} FROM role WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_row([id], role).optional()?)
}

/// Adds a role, or writes all its fields when it is there already.
pub fn put_role(conn: &Connection, r: &Role) -> Result<()> {
    let sql = format!(
        "INSERT INTO role ({ROLE}) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)
         ON CONFLICT (id) DO UPDATE SET organisation_id=?3, title=?4, from_on=?5, to_on=?6, appointment=?7, elected_by_id=?8, seat=?9"
    );
    let appointment = r.appointment.map_or("", |a| a.word());
    conn.prepare_cached(&sql)?.execute(params![
        r.id,
        r.person_id,
        r.organisation_id,
        r.title,
        r.from_on,
        r.to_on,
        appointment,
        r.elected_by_id,
        r.seat
    ])?;
    Ok(())
}

/// Takes a role out.
pub fn delete_role(conn: &Connection, id: RoleId) -> Result<()> {
    conn.prepare_cached("DELETE FROM role WHERE id = ?")?.execute([id])?;
    Ok(())
}
