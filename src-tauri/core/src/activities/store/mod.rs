//! SQL of activities, their plans and their occasions.

mod attendance;
mod plan;
mod rates;
mod same;
mod tasks;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Activity, ActivityId, Announcement, Occasion, OccasionId};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::roster::OrganisationId;
pub use attendance::{
    age_counts, attendance_in, attendance_of, delete_attendance, find_attendance, put_age_count, put_attendance,
};
pub use plan::{delete_plan, find_plan, place_plan, planned_years, plans, put_plan};
pub use rates::{delete_rate, own_rates, put_rate};
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

/// The columns of an occasion but for its version, in the order of [`occasion`] and [`put_occasion`].
const COLUMNS: [&str; 39] = [
    "id",
    "activity_id",
    "series_id",
    "fiscal_year",
    "title",
    "from_on",
    "to_on",
    "place",
    "participants",
    "participants_certainty",
    "helpers",
    "target",
    "notice",
    "content",
    "reflection",
    "effect",
    "author",
    "state",
    "cancel_reason",
    "begins_at",
    "ends_at",
    "weather",
    "incident",
    "kana",
    "day_note",
    "fee_yen",
    "fee_note",
    "capacity",
    "apply_by_on",
    "apply_by_at",
    "apply_how",
    "bring",
    "address",
    "access",
    "parking",
    "organiser",
    "contact",
    "contact_phone",
    "url",
];

fn occasion(row: &Row) -> rusqlite::Result<Occasion> {
    Ok(Occasion {
        id: row.get("id")?,
        activity_id: row.get("activity_id")?,
        series_id: row.get("series_id")?,
        fiscal_year: row.get("fiscal_year")?,
        title: row.get("title")?,
        from_on: row.get("from_on")?,
        to_on: row.get("to_on")?,
        place: row.get("place")?,
        participants: row.get("participants")?,
        participants_certainty: row.get("participants_certainty")?,
        helpers: row.get("helpers")?,
        target: row.get("target")?,
        notice: row.get("notice")?,
        content: row.get("content")?,
        reflection: row.get("reflection")?,
        effect: row.get("effect")?,
        author: row.get("author")?,
        state: row.get("state")?,
        cancel_reason: row.get("cancel_reason")?,
        begins_at: row.get("begins_at")?,
        ends_at: row.get("ends_at")?,
        weather: row.get("weather")?,
        incident: row.get("incident")?,
        announcement: announcement(row)?,
        version: row.get("version")?,
    })
}

fn announcement(row: &Row) -> rusqlite::Result<Announcement> {
    Ok(Announcement {
        kana: row.get("kana")?,
        day_note: row.get("day_note")?,
        fee_yen: row.get("fee_yen")?,
        fee_note: row.get("fee_note")?,
        capacity: row.get("capacity")?,
        apply_by_on: row.get("apply_by_on")?,
        apply_by_at: row.get("apply_by_at")?,
        apply_how: row.get("apply_how")?,
        bring: row.get("bring")?,
        address: row.get("address")?,
        access: row.get("access")?,
        parking: row.get("parking")?,
        organiser: row.get("organiser")?,
        contact: row.get("contact")?,
        contact_phone: row.get("contact_phone")?,
        url: row.get("url")?,
    })
}

fn select(rest: &str) -> String {
    format!("SELECT {}, version FROM occasion {rest}", COLUMNS.join(", "))
}

/// The occasions of a year by date.
pub fn occasions(conn: &Connection, year: FiscalYear) -> Result<Vec<Occasion>> {
    let sql = select("WHERE fiscal_year = ? ORDER BY from_on, id");
    let all = conn.prepare_cached(&sql)?.query_map([year], occasion)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// One occasion.
pub fn find_occasion(conn: &Connection, id: OccasionId) -> Result<Option<Occasion>> {
    Ok(conn.prepare_cached(&select("WHERE id = ?"))?.query_row([id], occasion).optional()?)
}

/// The days of the record that an occasion belongs to, itself among them.
pub fn days_of(conn: &Connection, o: &Occasion) -> Result<Vec<Occasion>> {
    let Some(series) = o.series_id else { return Ok(find_occasion(conn, o.id)?.into_iter().collect()) };
    let sql = select("WHERE fiscal_year = ? AND series_id = ? ORDER BY from_on, id");
    let days = params![o.fiscal_year, series];
    Ok(conn.prepare_cached(&sql)?.query_map(days, occasion)?.collect::<rusqlite::Result<_>>()?)
}

/// The same as [`put_occasion`] where it is not there as it is.
pub fn put_if_changed(conn: &Connection, o: &Occasion) -> Result<()> {
    if find_occasion(conn, o.id)?.as_ref() == Some(o) { Ok(()) } else { put_occasion(conn, o) }
}

/// Adds an occasion, or writes all its fields when it is there already; the version is raised here.
pub fn put_occasion(conn: &Connection, o: &Occasion) -> Result<()> {
    let places = vec!["?"; COLUMNS.len()].join(", ");
    let again: Vec<String> = COLUMNS[1..].iter().map(|column| format!("{column} = excluded.{column}")).collect();
    let sql = format!(
        "INSERT INTO occasion ({}, version) VALUES ({places}, 1)
         ON CONFLICT (id) DO UPDATE SET {}, version = version + 1",
        COLUMNS.join(", "),
        again.join(", ")
    );
    let a = &o.announcement;
    conn.prepare_cached(&sql)?.execute(params![
        o.id,
        o.activity_id,
        o.series_id,
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
        o.incident,
        a.kana,
        a.day_note,
        a.fee_yen,
        a.fee_note,
        a.capacity,
        a.apply_by_on,
        a.apply_by_at,
        a.apply_how,
        a.bring,
        a.address,
        a.access,
        a.parking,
        a.organiser,
        a.contact,
        a.contact_phone,
        a.url
    ])?;
    Ok(())
}
