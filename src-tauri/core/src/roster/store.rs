//! SQL of the roster.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Organisation, OrganisationId, OrganisationKind, Person, PersonId, PersonName, Role, RoleId};
use crate::Result;

const PERSON: &str =
    "id, family, given, family_kana, given_kana, postal, address, phone, mobile, birth_on, left_on, note, version";

fn person(row: &Row) -> rusqlite::Result<Person> {
    let name =
        PersonName { family: row.get(1)?, given: row.get(2)?, family_kana: row.get(3)?, given_kana: row.get(4)? };
    Ok(Person {
        id: row.get(0)?,
        name,
        postal: row.get(5)?,
        address: row.get(6)?,
        phone: row.get(7)?,
        mobile: row.get(8)?,
        birth_on: row.get(9)?,
        left_on: row.get(10)?,
        note: row.get(11)?,
        version: row.get(12)?,
    })
}

/// Everybody in the file, leavers too, in the order in which they came.
pub fn people(conn: &Connection) -> Result<Vec<Person>> {
    let mut query = conn.prepare_cached(&format!("SELECT {PERSON} FROM person ORDER BY id"))?;
    let people = query.query_map([], person)?.collect::<rusqlite::Result<_>>()?;
    Ok(people)
}

/// One person.
pub fn find_person(conn: &Connection, id: PersonId) -> Result<Option<Person>> {
    let sql = format!("SELECT {PERSON} FROM person WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_row([id], person).optional()?)
}

/// Adds a person.
pub fn insert_person(conn: &Connection, p: &Person) -> Result<()> {
    conn.prepare_cached(&format!("INSERT INTO person ({PERSON}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"))?.execute(
        params![
            p.id,
            p.name.family,
            p.name.given,
            p.name.family_kana,
            p.name.given_kana,
            p.postal,
            p.address,
            p.phone,
            p.mobile,
            p.birth_on,
            p.left_on,
            p.note,
            p.version
        ],
    )?;
    Ok(())
}

/// Writes all fields of a person; its version is raised here.
pub fn update_person(conn: &Connection, p: &Person) -> Result<()> {
    let sql = "UPDATE person SET family=?2, given=?3, family_kana=?4, given_kana=?5, postal=?6, address=?7, phone=?8, mobile=?9,
               birth_on=?10, left_on=?11, note=?12, version=version+1 WHERE id=?1";
    conn.prepare_cached(sql)?.execute(params![
        p.id,
        p.name.family,
        p.name.given,
        p.name.family_kana,
        p.name.given_kana,
        p.postal,
        p.address,
        p.phone,
        p.mobile,
        p.birth_on,
        p.left_on,
        p.note
    ])?;
    Ok(())
}

fn organisation(row: &Row) -> rusqlite::Result<Organisation> {
    Ok(Organisation {
        id: row.get(0)?,
        kind: row.get(1)?,
        name: row.get(2)?,
        parent_id: row.get(3)?,
        position: row.get(4)?,
    })
}

/// All bodies in the order of papers.
pub fn organisations(conn: &Connection) -> Result<Vec<Organisation>> {
    let sql = "SELECT id, kind, name, parent_id, position FROM organisation ORDER BY position, id";
    let bodies = conn.prepare_cached(sql)?.query_map([], organisation)?.collect::<rusqlite::Result<_>>()?;
    Ok(bodies)
}

/// One body.
pub fn find_organisation(conn: &Connection, id: OrganisationId) -> Result<Option<Organisation>> {
    let sql = "SELECT id, kind, name, parent_id, position FROM organisation WHERE id = ?";
    Ok(conn.prepare_cached(sql)?.query_row([id], organisation).optional()?)
}

/// Adds a body at the end of its kind.
pub fn insert_organisation(conn: &Connection, kind: OrganisationKind, name: &str) -> Result<OrganisationId> {
    let id = OrganisationId::new();
    let sql = "INSERT INTO organisation (id, kind, name, parent_id, position)
               VALUES (?1, ?2, ?3, NULL, 1 + (SELECT COALESCE(MAX(position), 0) FROM organisation))";
    conn.prepare_cached(sql)?.execute(params![id, kind, name])?;
    Ok(id)
}

fn role(row: &Row) -> rusqlite::Result<Role> {
    Ok(Role {
        id: row.get(0)?,
        person_id: row.get(1)?,
        organisation_id: row.get(2)?,
        title: row.get(3)?,
        from_on: row.get(4)?,
        to_on: row.get(5)?,
    })
}

/// All roles ever held, in the order in which they were entered.
pub fn roles(conn: &Connection) -> Result<Vec<Role>> {
    let sql = "SELECT id, person_id, organisation_id, title, from_on, to_on FROM role ORDER BY id";
    let roles = conn.prepare_cached(sql)?.query_map([], role)?.collect::<rusqlite::Result<_>>()?;
    Ok(roles)
}

/// One role.
pub fn find_role(conn: &Connection, id: RoleId) -> Result<Option<Role>> {
    let sql = "SELECT id, person_id, organisation_id, title, from_on, to_on FROM role WHERE id = ?";
    Ok(conn.prepare_cached(sql)?.query_row([id], role).optional()?)
}

/// Adds a role, or writes all its fields when it is there already.
pub fn put_role(conn: &Connection, r: &Role) -> Result<()> {
    let sql = "INSERT INTO role (id, person_id, organisation_id, title, from_on, to_on) VALUES (?1,?2,?3,?4,?5,?6)
               ON CONFLICT (id) DO UPDATE SET organisation_id=?3, title=?4, from_on=?5, to_on=?6";
    conn.prepare_cached(sql)?.execute(params![r.id, r.person_id, r.organisation_id, r.title, r.from_on, r.to_on])?;
    Ok(())
}

/// Takes a role out.
pub fn delete_role(conn: &Connection, id: RoleId) -> Result<()> {
    conn.prepare_cached("DELETE FROM role WHERE id = ?")?.execute([id])?;
    Ok(())
}
