//! Guests and how the seats stand.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Result;
use crate::id::Id;
use crate::meetings::{Guest, Meeting, MeetingId, Seating, VoterId};

/// The guests of a meeting in their order.
pub fn guests(conn: &Connection, meeting: MeetingId) -> Result<Vec<Guest>> {
    let sql = "SELECT id, meeting_id, position, body, office, name, greets FROM guest WHERE meeting_id = ? ORDER BY position, id";
    let read = |row: &Row| {
        Ok(Guest {
            id: row.get(0)?,
            meeting_id: row.get(1)?,
            position: row.get(2)?,
            body: row.get(3)?,
            office: row.get(4)?,
            name: row.get(5)?,
            greets: row.get(6)?,
        })
    };
    let all = conn.prepare_cached(sql)?.query_map([meeting], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// The guests of the last general meeting before this one that had any.
pub fn guests_before(conn: &Connection, meeting: &Meeting) -> Result<Vec<Guest>> {
    let sql = "SELECT meeting.id FROM meeting JOIN guest ON guest.meeting_id = meeting.id
               WHERE held_on < ? AND kind IN ('ordinary', 'extraordinary') ORDER BY held_on DESC, meeting.id LIMIT 1";
    let mut query = conn.prepare_cached(sql)?;
    let last: Option<MeetingId> = query.query_row([meeting.held_on], |row| row.get(0)).optional()?;
    last.map_or(Ok(Vec::new()), |last| guests(conn, last))
}

/// Adds a guest or writes one anew; the same again is no change.
pub fn put_guest(conn: &Connection, g: &Guest) -> Result<()> {
    let sql =
        "INSERT INTO guest (id, meeting_id, position, body, office, name, greets) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
               ON CONFLICT (id) DO UPDATE SET position=?3, body=?4, office=?5, name=?6, greets=?7
               WHERE (position, body, office, name, greets) <> (?3, ?4, ?5, ?6, ?7)";
    conn.prepare_cached(sql)?.execute(params![g.id, g.meeting_id, g.position, g.body, g.office, g.name, g.greets])?;
    Ok(())
}

/// Takes a guest out of the list.
pub fn delete_guest(conn: &Connection, guest: &Guest) -> Result<()> {
    conn.prepare_cached("DELETE FROM guest WHERE id = ?")?.execute([guest.id])?;
    Ok(())
}

/// How the seats of a meeting stand, where somebody has said so.
pub fn seating(conn: &Connection, meeting: MeetingId) -> Result<Option<Seating>> {
    let sql = "SELECT meeting_id, rows, columns, officers_in_front, version FROM seating WHERE meeting_id = ?";
    let read = |row: &Row| {
        Ok(Seating {
            meeting_id: row.get(0)?,
            rows: row.get(1)?,
            columns: row.get(2)?,
            officers_in_front: row.get(3)?,
            version: row.get(4)?,
        })
    };
    Ok(conn.prepare_cached(sql)?.query_row([meeting], read).optional()?)
}

/// Says how the seats stand; the version is raised here, and the same again is no change.
pub fn put_seating(conn: &Connection, s: &Seating) -> Result<()> {
    let sql =
        "INSERT INTO seating (id, meeting_id, rows, columns, officers_in_front, version) VALUES (?1, ?2, ?3, ?4, ?5, 1)
               ON CONFLICT (meeting_id) DO UPDATE SET rows=?3, columns=?4, officers_in_front=?5, version=version+1
               WHERE (rows, columns, officers_in_front) <> (?3, ?4, ?5)";
    let key = Id::<Seating>::new();
    conn.prepare_cached(sql)?.execute(params![key, s.meeting_id, s.rows, s.columns, s.officers_in_front])?;
    Ok(())
}

/// Gives a voter a place among the seats, or none; the same again is no change.
pub fn set_seat(conn: &Connection, voter: VoterId, seat: Option<i64>) -> Result<()> {
    let sql = "UPDATE meeting_voter SET seat = ?2 WHERE id = ?1 AND seat IS NOT ?2";
    conn.prepare_cached(sql)?.execute(params![voter, seat])?;
    Ok(())
}
