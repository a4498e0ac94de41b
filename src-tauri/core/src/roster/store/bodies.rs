//! SQL of bodies and their places in the tree.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Result;
use crate::id::Id;
use crate::roster::{FormerParent, Organisation, OrganisationId, OrganisationKind, Tree};

const ORGANISATION: &str = "id, kind, name, kana, parent_id, position, founded_on, dissolved_on, note, version";

fn organisation(row: &Row) -> rusqlite::Result<Organisation> {
    Ok(Organisation {
        id: row.get(0)?,
        kind: row.get(1)?,
        name: row.get(2)?,
        kana: row.get(3)?,
        parent_id: row.get(4)?,
        position: row.get(5)?,
        founded_on: row.get(6)?,
        dissolved_on: row.get(7)?,
        note: row.get(8)?,
        version: row.get(9)?,
    })
}

/// All bodies in the order of papers.
pub fn organisations(conn: &Connection) -> Result<Vec<Organisation>> {
    let sql = format!("SELECT {ORGANISATION} FROM organisation ORDER BY position, id");
    let bodies = conn.prepare_cached(&sql)?.query_map([], organisation)?.collect::<rusqlite::Result<_>>()?;
    Ok(bodies)
}

/// One body.
pub fn find_organisation(conn: &Connection, id: OrganisationId) -> Result<Option<Organisation>> {
    let sql = format!("SELECT {ORGANISATION} FROM organisation WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_row([id], organisation).optional()?)
}

/// Adds a body at the end.
pub fn insert_organisation(conn: &Connection, kind: OrganisationKind, name: &str) -> Result<OrganisationId> {
    let id = OrganisationId::new();
    let sql = "INSERT INTO organisation (id, kind, name, parent_id, position)
               VALUES (?1, ?2, ?3, NULL, 1 + (SELECT COALESCE(MAX(position), 0) FROM organisation))";
    conn.prepare_cached(sql)?.execute(params![id, kind, name])?;
    Ok(id)
}

/// Writes all fields of a body; its version is raised here.
pub fn put_organisation(conn: &Connection, o: &Organisation) -> Result<()> {
    let sql = "UPDATE organisation SET kind=?2, name=?3, kana=?4, parent_id=?5, position=?6, founded_on=?7, dissolved_on=?8, note=?9,
               version=version+1 WHERE id=?1";
    conn.prepare_cached(sql)?.execute(params![
        o.id,
        o.kind,
        o.name,
        o.kana,
        o.parent_id,
        o.position,
        o.founded_on,
        o.dissolved_on,
        o.note
    ])?;
    Ok(())
}

/// Keeps the place that a body leaves.
pub fn insert_former_parent(conn: &Connection, former: &FormerParent) -> Result<()> {
    let sql = "INSERT INTO former_parent (id, organisation_id, parent_id, moved_on) VALUES (?1,?2,?3,?4)";
    let id = Id::<FormerParent>::new();
    conn.prepare_cached(sql)?.execute(params![id, former.organisation_id, former.parent_id, former.moved_on])?;
    Ok(())
}

/// All bodies with their places through time.
pub fn tree(conn: &Connection) -> Result<Tree> {
    let mut query =
        conn.prepare_cached("SELECT organisation_id, parent_id, moved_on FROM former_parent ORDER BY id")?;
    let former = query.query_map([], |row| {
        Ok(FormerParent { organisation_id: row.get(0)?, parent_id: row.get(1)?, moved_on: row.get(2)? })
    })?;
    Ok(Tree::new(organisations(conn)?, former.collect::<rusqlite::Result<_>>()?))
}
