//! SQL of who does what at an occasion.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Result;
use crate::activities::{OccasionId, OccasionTask, TaskId};

const TASK: &str = "id, occasion_id, kind, position, what, person_id, name, until_on, is_done, version";

fn task(row: &Row) -> rusqlite::Result<OccasionTask> {
    Ok(OccasionTask {
        id: row.get(0)?,
        occasion_id: row.get(1)?,
        kind: row.get(2)?,
        position: row.get(3)?,
        what: row.get(4)?,
        person_id: row.get(5)?,
        name: row.get(6)?,
        until_on: row.get(7)?,
        is_done: row.get(8)?,
        version: row.get(9)?,
    })
}

/// The tasks of an occasion: 役割 and 準備, each in its order.
pub fn tasks(conn: &Connection, occasion: OccasionId) -> Result<Vec<OccasionTask>> {
    let sql = format!("SELECT {TASK} FROM occasion_task WHERE occasion_id = ? ORDER BY kind, position, id");
    Ok(conn.prepare_cached(&sql)?.query_map([occasion], task)?.collect::<rusqlite::Result<_>>()?)
}

/// One task.
pub fn find_task(conn: &Connection, id: TaskId) -> Result<Option<OccasionTask>> {
    let sql = format!("SELECT {TASK} FROM occasion_task WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_row([id], task).optional()?)
}

/// Adds a task, or writes all its fields when it is there already; the version is raised here.
pub fn put_task(conn: &Connection, t: &OccasionTask) -> Result<()> {
    let sql = format!(
        "INSERT INTO occasion_task ({TASK}) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,1)
         ON CONFLICT (id) DO UPDATE SET position=?4, what=?5, person_id=?6, name=?7, until_on=?8, is_done=?9, version=version+1"
    );
    conn.prepare_cached(&sql)?.execute(params![
        t.id,
        t.occasion_id,
        t.kind,
        t.position,
        t.what,
        t.person_id,
        t.name,
        t.until_on,
        t.is_done
    ])?;
    Ok(())
}

/// Puts a task at a place of its order; the same place again is no change.
pub fn place_task(conn: &Connection, id: TaskId, position: i64) -> Result<()> {
    let sql = "UPDATE occasion_task SET position = ?2 WHERE id = ?1 AND position <> ?2";
    conn.prepare_cached(sql)?.execute(params![id, position])?;
    Ok(())
}

/// Takes a task away.
pub fn delete_task(conn: &Connection, id: TaskId) -> Result<()> {
    conn.prepare_cached("DELETE FROM occasion_task WHERE id = ?")?.execute([id])?;
    Ok(())
}
