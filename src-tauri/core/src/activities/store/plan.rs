//! SQL of the plan of a year.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Result;
use crate::activities::{ActivityId, ActivityPlan, ActivityPlanId};
use crate::calendar::FiscalYear;

const PLAN: &str =
    "id, activity_id, fiscal_year, position, schedule, aims, content, place, target, participants, participants_certainty,
     notice, version";

fn plan(row: &Row) -> rusqlite::Result<ActivityPlan> {
    Ok(ActivityPlan {
        id: row.get(0)?,
        activity_id: row.get(1)?,
        fiscal_year: row.get(2)?,
        position: row.get(3)?,
        schedule: row.get(4)?,
        aims: row.get(5)?,
        content: row.get(6)?,
        place: row.get(7)?,
        target: row.get(8)?,
        participants: row.get(9)?,
        participants_certainty: row.get(10)?,
        notice: row.get(11)?,
        version: row.get(12)?,
    })
}

/// The plan of a year, in its order.
pub fn plans(conn: &Connection, year: FiscalYear) -> Result<Vec<ActivityPlan>> {
    let sql = format!("SELECT {PLAN} FROM activity_plan WHERE fiscal_year = ? ORDER BY position, id");
    Ok(conn.prepare_cached(&sql)?.query_map([year], plan)?.collect::<rusqlite::Result<_>>()?)
}

/// The years in which a line of work is planned.
pub fn planned_years(conn: &Connection, activity: ActivityId) -> Result<Vec<FiscalYear>> {
    let sql = "SELECT fiscal_year FROM activity_plan WHERE activity_id = ? ORDER BY fiscal_year";
    Ok(conn.prepare_cached(sql)?.query_map([activity], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// One line of a plan.
pub fn find_plan(conn: &Connection, id: ActivityPlanId) -> Result<Option<ActivityPlan>> {
    let sql = format!("SELECT {PLAN} FROM activity_plan WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_row([id], plan).optional()?)
}

/// Adds a line, or writes all its fields when it is there already; the version is raised here.
pub fn put_plan(conn: &Connection, p: &ActivityPlan) -> Result<()> {
    let sql = format!(
        "INSERT INTO activity_plan ({PLAN}) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,1)
         ON CONFLICT (id) DO UPDATE SET activity_id=?2, position=?4, schedule=?5, aims=?6, content=?7, place=?8, target=?9,
           participants=?10, participants_certainty=?11, notice=?12, version=version+1"
    );
    conn.prepare_cached(&sql)?.execute(params![
        p.id,
        p.activity_id,
        p.fiscal_year,
        p.position,
        p.schedule,
        p.aims,
        p.content,
        p.place,
        p.target,
        p.participants,
        p.participants_certainty,
        p.notice
    ])?;
    Ok(())
}

/// Puts a line at a place of the order; the same place again is no change.
pub fn place_plan(conn: &Connection, id: ActivityPlanId, position: i64) -> Result<()> {
    let sql = "UPDATE activity_plan SET position = ?2 WHERE id = ?1 AND position <> ?2";
    conn.prepare_cached(sql)?.execute(params![id, position])?;
    Ok(())
}

/// Takes a line out of the plan.
pub fn delete_plan(conn: &Connection, id: ActivityPlanId) -> Result<()> {
    conn.prepare_cached("DELETE FROM activity_plan WHERE id = ?")?.execute([id])?;
    Ok(())
}
