//! SQL of activities, their plans and their occasions.

mod attendance;
mod plan;
mod same;
mod tasks;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Activity, ActivityId, Occasion, OccasionId};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::roster::OrganisationId;
pub use attendance::{
    age_counts, attendance_in, attendance_of, delete_attendance, find_attendance, put_age_count, put_attendance,
};
pub use plan::{delete_plan, find_plan, place_plan, planned_years, plans, put_plan};
pub use same::{closed_years_of, delete_occasion, entries_of, give_all, rename_activity};
pub use tasks::{delete_task, find_task, place_task, put_task, tasks};

/// All lines of work, in the order in which they came.
pub fn activities(conn: &Connection) -> Result<Vec<Activity>> {
    let sql = "SELECT id, name, committee_id FROM activity ORDER BY id";
    let read = |row: &Row| Ok(Activity { id: row.get(0)?, name: row.get(1)?, committee_id: row.get(2)? });
    let all = conn.prepare_cached(sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Adds a line of work.
pub fn insert_activity(conn: &Connection, name: &str) -> Result<ActivityId> {
    let id = ActivityId::new();
    conn.prepare_cached("INSERT INTO activity (id, name, committee_id) VALUES (?, ?, NULL)")?
        .execute(params![id, name])?;
    Ok(id)
}

/// Gives a line of work its committee, or takes it away; the same one again is no change.
pub fn set_committee(conn: &Connection, id: ActivityId, committee: Option<OrganisationId>) -> Result<()> {
    let sql = "UPDATE activity SET committee_id = ?2 WHERE id = ?1 AND committee_id IS NOT ?2";
    conn.prepare_cached(sql)?.execute(params![id, committee])?;
    Ok(())
}

const OCCASION: &str =
    "id, activity_id, fiscal_year, title, from_on, to_on, place, participants, participants_certainty, helpers, target,
    notice, content, reflection, effect, author, state, cancel_reason, begins_at, ends_at, weather, incident, version";

fn occasion(row: &Row) -> rusqlite::Result<Occasion> {
    Ok(Occasion {
        id: row.get(0)?,
        activity_id: row.get(1)?,
        fiscal_year: row.get(2)?,
        title: row.get(3)?,
        from_on: row.get(4)?,
        to_on: row.get(5)?,
        place: row.get(6)?,
        participants: row.get(7)?,
        participants_certainty: row.get(8)?,
        helpers: row.get(9)?,
        target: row.get(10)?,
        notice: row.get(11)?,
        content: row.get(12)?,
        reflection: row.get(13)?,
        effect: row.get(14)?,
        author: row.get(15)?,
        state: row.get(16)?,
        cancel_reason: row.get(17)?,
        begins_at: row.get(18)?,
        ends_at: row.get(19)?,
        weather: row.get(20)?,
        incident: row.get(21)?,
        version: row.get(22)?,
    })
}

/// The occasions of a year by date.
pub fn occasions(conn: &Connection, year: FiscalYear) -> Result<Vec<Occasion>> {
    let sql = format!("SELECT {OCCASION} FROM occasion WHERE fiscal_year = ? ORDER BY from_on, id");
    let all = conn.prepare_cached(&sql)?.query_map([year], occasion)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// One occasion.
pub fn find_occasion(conn: &Connection, id: OccasionId) -> Result<Option<Occasion>> {
    let sql = format!("SELECT {OCCASION} FROM occasion WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_row([id], occasion).optional()?)
}

/// Adds an occasion, or writes all its fields when it is there already; the version is raised here.
pub fn put_occasion(conn: &Connection, o: &Occasion) -> Result<()> {
    let sql = format!(
        "INSERT INTO occasion ({OCCASION}) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,1)
         ON CONFLICT (id) DO UPDATE SET activity_id=?2, fiscal_year=?3, title=?4, from_on=?5, to_on=?6, place=?7, participants=?8,
           participants_certainty=?9, helpers=?10, target=?11, notice=?12, content=?13, reflection=?14, effect=?15, author=?16,
           state=?17, cancel_reason=?18, begins_at=?19, ends_at=?20, weather=?21, incident=?22, version=version+1"
    );
    conn.prepare_cached(&sql)?.execute(params![
        o.id,
        o.activity_id,
        o.fiscal_year,
        o.title,
        o.from_on,
        o.to_on,
        o.place,
        o.participants,
        o.participants_certainty,
        o.helpers,
        o.target,
        o.notice,
        o.content,
        o.reflection,
        o.effect,
        o.author,
        o.state,
        o.cancel_reason,
        o.begins_at,
        o.ends_at,
        o.weather,
        o.incident
    ])?;
    Ok(())
}
