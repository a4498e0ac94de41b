//! Meetings and the rules that the office has set.

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::json::{json, optional_json};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::id::Id;
use crate::meetings::{Meeting, MeetingId, MeetingKind, Opened, Rules};

const MEETING: &str =
    "id, kind, organisation_id, fiscal_year, number, held_on, begins_at, ends_at, place, notice_on, is_written, rules,
    voters_on, chair, signers, note, version, slips_due_on, agreed_on, opened, president_came";

fn meeting(row: &Row) -> rusqlite::Result<Meeting> {
    Ok(Meeting {
        id: row.get(0)?,
        kind: row.get(1)?,
        organisation_id: row.get(2)?,
        fiscal_year: row.get(3)?,
        number: row.get(4)?,
        held_on: row.get(5)?,
        begins_at: row.get(6)?,
        ends_at: row.get(7)?,
        place: row.get(8)?,
        notice_on: row.get(9)?,
        is_written: row.get(10)?,
        rules: rules(row, 11)?,
        voters_on: row.get(12)?,
        chair: row.get(13)?,
        signers: row.get(14)?,
        note: row.get(15)?,
        version: row.get(16)?,
        slips_due_on: row.get(17)?,
        agreed_on: row.get(18)?,
        opened: optional_json(row, 19)?,
        president_came: row.get(20)?,
    })
}

fn rules(row: &Row, at: usize) -> rusqlite::Result<Rules> {
    optional_json(row, at)?.ok_or_else(|| rusqlite::Error::InvalidColumnType(at, "rules".to_owned(), Type::Null))
}

/// The meetings of a year by day.
pub fn meetings(conn: &Connection, year: FiscalYear) -> Result<Vec<Meeting>> {
    let sql = format!("SELECT {MEETING} FROM meeting WHERE fiscal_year = ? ORDER BY held_on, id");
    let all = conn.prepare_cached(&sql)?.query_map([year], meeting)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// The meetings of every year, the latest first.
pub fn all_meetings(conn: &Connection) -> Result<Vec<Meeting>> {
    let sql = format!("SELECT {MEETING} FROM meeting ORDER BY held_on DESC, id");
    let all = conn.prepare_cached(&sql)?.query_map([], meeting)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// One meeting.
pub fn find_meeting(conn: &Connection, id: MeetingId) -> Result<Option<Meeting>> {
    let sql = format!("SELECT {MEETING} FROM meeting WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_row([id], meeting).optional()?)
}

/// Adds a meeting, or writes all its fields when it is there already; the version is raised here.
pub fn put_meeting(conn: &Connection, m: &Meeting) -> Result<()> {
    let sql = format!(
        "INSERT INTO meeting ({MEETING}) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,1,?17,?18,?19,?20)
         ON CONFLICT (id) DO UPDATE SET kind=?2, organisation_id=?3, fiscal_year=?4, number=?5, held_on=?6, begins_at=?7, ends_at=?8,
           place=?9, notice_on=?10, is_written=?11, rules=?12, voters_on=?13, chair=?14, signers=?15, note=?16, version=version+1,
           slips_due_on=?17, agreed_on=?18, opened=?19, president_came=?20"
    );
    conn.prepare_cached(&sql)?.execute(params![
        m.id,
        m.kind,
        m.organisation_id,
        m.fiscal_year,
        m.number,
        m.held_on,
        m.begins_at,
        m.ends_at,
        m.place,
        m.notice_on,
        m.is_written,
        json(&m.rules)?,
        m.voters_on,
        m.chair,
        m.signers,
        m.note,
        m.slips_due_on,
        m.agreed_on,
        m.opened.as_ref().map(json).transpose()?,
        m.president_came
    ])?;
    Ok(())
}

/// Keeps who takes part as 資格報告 is read out; none is not opened yet. Whoever edits the meeting's own record meanwhile may.
pub fn set_opened(conn: &Connection, id: MeetingId, opened: Option<&Opened>) -> Result<()> {
    let sql = "UPDATE meeting SET opened = ?2 WHERE id = ?1 AND opened IS NOT ?2";
    conn.prepare_cached(sql)?.execute(params![id, opened.map(json).transpose()?])?;
    Ok(())
}

/// Says whether 会長 is there who has no vote.
pub fn set_president_came(conn: &Connection, id: MeetingId, came: bool) -> Result<()> {
    let sql = "UPDATE meeting SET president_came = ?2 WHERE id = ?1 AND president_came <> ?2";
    conn.prepare_cached(sql)?.execute(params![id, came])?;
    Ok(())
}

/// Takes a meeting out that has neither items nor a roll any more, with its guests and its seats.
pub fn delete_meeting(conn: &Connection, id: MeetingId) -> Result<()> {
    for table in ["guest", "seating"] {
        conn.prepare_cached(&format!("DELETE FROM {table} WHERE meeting_id = ?"))?.execute([id])?;
    }
    conn.prepare_cached("DELETE FROM meeting WHERE id = ?")?.execute([id])?;
    Ok(())
}

/// The rules that the office has set for a kind of meeting.
pub fn rules_of(conn: &Connection, kind: MeetingKind) -> Result<Option<Rules>> {
    let mut query = conn.prepare_cached("SELECT rules FROM meeting_rules WHERE kind = ?")?;
    Ok(query.query_row([kind.ruled_as()], |row| rules(row, 0)).optional()?)
}

/// Sets the rules of a kind of meeting; the same ones again are no change.
pub fn put_rules(conn: &Connection, kind: MeetingKind, rules: &Rules) -> Result<()> {
    let sql = "INSERT INTO meeting_rules (id, kind, rules, version) VALUES (?1, ?2, ?3, 1)
               ON CONFLICT (kind) DO UPDATE SET rules=?3, version=version+1 WHERE rules <> ?3";
    conn.prepare_cached(sql)?.execute(params![Id::<Rules>::new(), kind.ruled_as(), json(rules)?])?;
    Ok(())
}
