//! SQL of 取組 and their years.

use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::closed::optional;
use crate::plan::{Action, ActionId, ActionYear, Review};

const ACTION: &str = "id, heading_id, activity_id, position, name, organisation, planning, doing, reviewing, from_year, until_year, version";

/// All actions in the order below their headings.
pub fn actions(conn: &Connection) -> Result<Vec<Action>> {
    let read = |row: &Row| {
        Ok(Action {
            id: row.get(0)?,
            heading_id: row.get(1)?,
            activity_id: row.get(2)?,
            position: row.get(3)?,
            name: row.get(4)?,
            organisation: row.get(5)?,
            planning: row.get(6)?,
            doing: row.get(7)?,
            reviewing: row.get(8)?,
            from_year: row.get(9)?,
            until_year: row.get(10)?,
            version: row.get(11)?,
        })
    };
    let sql = format!("SELECT {ACTION} FROM plan_action ORDER BY position, id");
    Ok(conn.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Adds an action or writes it anew; the version is raised here.
pub fn put_action(conn: &Connection, a: &Action) -> Result<()> {
    let sql = format!(
        "INSERT INTO plan_action ({ACTION}) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,1)
         ON CONFLICT (id) DO UPDATE SET heading_id=?2, activity_id=?3, position=?4, name=?5, organisation=?6, planning=?7,
           doing=?8, reviewing=?9, from_year=?10, until_year=?11, version=version+1"
    );
    conn.prepare_cached(&sql)?.execute(params![
        a.id,
        a.heading_id,
        a.activity_id,
        a.position,
        a.name,
        a.organisation,
        a.planning,
        a.doing,
        a.reviewing,
        a.from_year,
        a.until_year
    ])?;
    Ok(())
}

/// Puts an action at a place of the order; the same place again is no change.
pub fn place_action(conn: &Connection, id: ActionId, position: i64) -> Result<()> {
    let sql = "UPDATE plan_action SET position = ?2 WHERE id = ?1 AND position <> ?2";
    conn.prepare_cached(sql)?.execute(params![id, position])?;
    Ok(())
}

/// Takes an action out, with the years of which nothing was found yet.
pub fn delete_action(conn: &Connection, id: ActionId) -> Result<()> {
    conn.prepare_cached("DELETE FROM plan_action_year WHERE action_id = ?")?.execute([id])?;
    conn.prepare_cached("DELETE FROM plan_action WHERE id = ?")?.execute([id])?;
    Ok(())
}

const YEAR: &str = "id, action_id, fiscal_year, target, result, direction, review, version";

/// All years of all actions, first to last.
pub fn action_years(conn: &Connection) -> Result<Vec<ActionYear>> {
    let read = |row: &Row| {
        Ok(ActionYear {
            id: row.get(0)?,
            action_id: row.get(1)?,
            fiscal_year: row.get(2)?,
            target: row.get(3)?,
            result: row.get(4)?,
            direction: row.get(5)?,
            review: optional(row.get_ref(6)?)?,
            version: row.get(7)?,
        })
    };
    let sql = format!("SELECT {YEAR} FROM plan_action_year ORDER BY fiscal_year, id");
    Ok(conn.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Writes a year of an action; the version is raised here.
pub fn put_action_year(conn: &Connection, y: &ActionYear) -> Result<()> {
    let sql = format!(
        "INSERT INTO plan_action_year ({YEAR}) VALUES (?1,?2,?3,?4,?5,?6,?7,1)
         ON CONFLICT (id) DO UPDATE SET target=?4, result=?5, direction=?6, review=?7, version=version+1"
    );
    let review = y.review.map_or("", Review::word);
    let values = params![y.id, y.action_id, y.fiscal_year, y.target, y.result, y.direction, review];
    conn.prepare_cached(&sql)?.execute(values)?;
    Ok(())
}
