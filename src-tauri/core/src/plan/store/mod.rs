//! SQL of the plan: its terms, its headings and its years.

mod actions;
mod indicators;

use rusqlite::{Connection, Row, params};

use super::{CommunityPlan, Heading, HeadingId, PlanYear};
use crate::Result;
pub use actions::{action_years, actions, delete_action, place_action, put_action, put_action_year};
pub use indicators::{
    delete_indicator, delete_indicator_year, indicator_years, indicators, place_indicator, put_indicator,
    put_indicator_year,
};

const TERMS: &str = "id, name, vision, first_year, last_year, decided_on, revised_on, version";

/// The plan; none before it is begun.
pub fn terms(conn: &Connection) -> Result<Option<CommunityPlan>> {
    let read = |row: &Row| {
        Ok(CommunityPlan {
            id: row.get(0)?,
            name: row.get(1)?,
            vision: row.get(2)?,
            first_year: row.get(3)?,
            last_year: row.get(4)?,
            decided_on: row.get(5)?,
            revised_on: row.get(6)?,
            version: row.get(7)?,
        })
    };
    let sql = format!("SELECT {TERMS} FROM community_plan ORDER BY id LIMIT 1");
    Ok(conn.prepare_cached(&sql)?.query_map([], read)?.next().transpose()?)
}

/// Begins the plan or writes it anew; the version is raised here.
pub fn put_terms(conn: &Connection, p: &CommunityPlan) -> Result<()> {
    let sql = format!(
        "INSERT INTO community_plan ({TERMS}) VALUES (?1,?2,?3,?4,?5,?6,?7,1)
         ON CONFLICT (id) DO UPDATE SET name=?2, vision=?3, first_year=?4, last_year=?5, decided_on=?6, revised_on=?7, version=version+1"
    );
    let values = params![p.id, p.name, p.vision, p.first_year, p.last_year, p.decided_on, p.revised_on];
    conn.prepare_cached(&sql)?.execute(values)?;
    Ok(())
}

const HEADING: &str = "id, parent_id, position, name, detail, version";

/// All headings in the order below their own.
pub fn headings(conn: &Connection) -> Result<Vec<Heading>> {
    let read = |row: &Row| {
        Ok(Heading {
            id: row.get(0)?,
            parent_id: row.get(1)?,
            position: row.get(2)?,
            name: row.get(3)?,
            detail: row.get(4)?,
            version: row.get(5)?,
        })
    };
    let sql = format!("SELECT {HEADING} FROM plan_heading ORDER BY position, id");
    Ok(conn.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Adds a heading or writes it anew; the version is raised here.
pub fn put_heading(conn: &Connection, h: &Heading) -> Result<()> {
    let sql = format!(
        "INSERT INTO plan_heading ({HEADING}) VALUES (?1,?2,?3,?4,?5,1)
         ON CONFLICT (id) DO UPDATE SET parent_id=?2, position=?3, name=?4, detail=?5, version=version+1"
    );
    conn.prepare_cached(&sql)?.execute(params![h.id, h.parent_id, h.position, h.name, h.detail])?;
    Ok(())
}

/// Puts a heading at a place of the order; the same place again is no change.
pub fn place_heading(conn: &Connection, id: HeadingId, position: i64) -> Result<()> {
    let sql = "UPDATE plan_heading SET position = ?2 WHERE id = ?1 AND position <> ?2";
    conn.prepare_cached(sql)?.execute(params![id, position])?;
    Ok(())
}

/// Takes a heading out.
pub fn delete_heading(conn: &Connection, id: HeadingId) -> Result<()> {
    conn.prepare_cached("DELETE FROM plan_heading WHERE id = ?")?.execute([id])?;
    Ok(())
}

const YEAR: &str = "id, fiscal_year, mission, policy, summary, version";

/// All years that something is written of, first to last.
pub fn years(conn: &Connection) -> Result<Vec<PlanYear>> {
    let read = |row: &Row| {
        Ok(PlanYear {
            id: row.get(0)?,
            fiscal_year: row.get(1)?,
            mission: row.get(2)?,
            policy: row.get(3)?,
            summary: row.get(4)?,
            version: row.get(5)?,
        })
    };
    let sql = format!("SELECT {YEAR} FROM plan_year ORDER BY fiscal_year");
    Ok(conn.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Writes what a year is to bring; the version is raised here.
pub fn put_year(conn: &Connection, y: &PlanYear) -> Result<()> {
    let sql = format!(
        "INSERT INTO plan_year ({YEAR}) VALUES (?1,?2,?3,?4,?5,1)
         ON CONFLICT (id) DO UPDATE SET mission=?3, policy=?4, summary=?5, version=version+1"
    );
    conn.prepare_cached(&sql)?.execute(params![y.id, y.fiscal_year, y.mission, y.policy, y.summary])?;
    Ok(())
}
