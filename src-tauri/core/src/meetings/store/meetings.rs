//! Meetings and the rules that the office has set.

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::calendar::FiscalYear;
use crate::id::Id;
use crate::meetings::{Meeting, MeetingId, MeetingKind, Rules};
use crate::{Error, Result};

const MEETING: &str =
    "id, kind, organisation_id, fiscal_year, number, held_on, begins_at, ends_at, place, notice_on, is_written, rules,
    voters_on, chair, signers, note, version, slips_due_on, agreed_on";

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
        rules: read_rules(&row.get::<_, String>(11)?)
            .map_err(|e| rusqlite::Error::FromSqlConversionFailure(11, Type::Text, e))?,
        voters_on: row.get(12)?,
        chair: row.get(13)?,
        signers: row.get(14)?,
        note: row.get(15)?,
        version: row.get(16)?,
        slips_due_on: row.get(17)?,
        agreed_on: row.get(18)?,
    })
}

fn read_rules(json: &str) -> std::result::Result<Rules, Box<dyn std::error::Error + Send + Sync>> {
    Ok(serde_json::from_str(json)?)
}

fn written_rules(rules: &Rules) -> Result<String> {
    serde_json::to_string(rules).map_err(|e| Error::refused("office.database").because(e))
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
        "INSERT INTO meeting ({MEETING}) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,1,?17,?18)
         ON CONFLICT (id) DO UPDATE SET kind=?2, organisation_id=?3, fiscal_year=?4, number=?5, held_on=?6, begins_at=?7, ends_at=?8,
           place=?9, notice_on=?10, is_written=?11, rules=?12, voters_on=?13, chair=?14, signers=?15, note=?16, version=version+1,
           slips_due_on=?17, agreed_on=?18"
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
        written_rules(&m.rules)?,
        m.voters_on,
        m.chair,
        m.signers,
        m.note,
        m.slips_due_on,
        m.agreed_on
    ])?;
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
    let json: Option<String> = query.query_row([kind.ruled_as()], |row| row.get(0)).optional()?;
    let read = |json: String| serde_json::from_str(&json).map_err(|e| Error::refused("office.database").because(e));
    json.map(read).transpose()
}

/// Sets the rules of a kind of meeting; the same ones again are no change.
pub fn put_rules(conn: &Connection, kind: MeetingKind, rules: &Rules) -> Result<()> {
    let sql = "INSERT INTO meeting_rules (id, kind, rules, version) VALUES (?1, ?2, ?3, 1)
               ON CONFLICT (kind) DO UPDATE SET rules=?3, version=version+1 WHERE rules <> ?3";
    conn.prepare_cached(sql)?.execute(params![Id::<Rules>::new(), kind.ruled_as(), written_rules(rules)?])?;
    Ok(())
}
