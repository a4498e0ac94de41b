//! The roll of a meeting and the marks of the slips that were sent in.

use std::collections::HashMap;

use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::closed::optional;
use crate::id::Id;
use crate::meetings::{AgendaItemId, MeetingId, SentIn, Vote, Voter, VoterId};

const VOTER: &str =
    "id, meeting_id, number, organisation_id, household_id, person_id, standing, holder, holder_id, deputy, came_at,
    left_at, is_chair, is_president, version, seat";

fn voter(row: &Row) -> rusqlite::Result<Voter> {
    Ok(Voter {
        id: row.get(0)?,
        meeting_id: row.get(1)?,
        number: row.get(2)?,
        organisation_id: row.get(3)?,
        household_id: row.get(4)?,
        person_id: row.get(5)?,
        standing: row.get(6)?,
        holder: optional(row.get_ref(7)?)?,
        holder_id: row.get(8)?,
        deputy: row.get(9)?,
        came_at: row.get(10)?,
        left_at: row.get(11)?,
        is_chair: row.get(12)?,
        is_president: row.get(13)?,
        version: row.get(14)?,
        seat: row.get(15)?,
    })
}

/// The roll by number.
pub fn voters(conn: &Connection, meeting: MeetingId) -> Result<Vec<Voter>> {
    let sql = format!("SELECT {VOTER} FROM meeting_voter WHERE meeting_id = ? ORDER BY number");
    let all = conn.prepare_cached(&sql)?.query_map([meeting], voter)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Adds a line to the roll.
pub fn insert_voter(conn: &Connection, v: &Voter) -> Result<()> {
    let sql =
        format!("INSERT INTO meeting_voter ({VOTER}) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,1,?15)");
    conn.prepare_cached(&sql)?.execute(params![
        v.id,
        v.meeting_id,
        v.number,
        v.organisation_id,
        v.household_id,
        v.person_id,
        v.standing,
        v.holder.map_or("", |holder| holder.word()),
        v.holder_id,
        v.deputy,
        v.came_at,
        v.left_at,
        v.is_chair,
        v.is_president,
        v.seat
    ])?;
    Ok(())
}

/// Writes how somebody takes part; the version is raised here.
pub fn update_voter(conn: &Connection, v: &Voter) -> Result<()> {
    let sql = "UPDATE meeting_voter SET person_id=?2, standing=?3, holder=?4, holder_id=?5, deputy=?6, came_at=?7, left_at=?8,
               is_chair=?9, is_president=?10, version=version+1 WHERE id=?1";
    conn.prepare_cached(sql)?.execute(params![
        v.id,
        v.person_id,
        v.standing,
        v.holder.map_or("", |holder| holder.word()),
        v.holder_id,
        v.deputy,
        v.came_at,
        v.left_at,
        v.is_chair,
        v.is_president
    ])?;
    Ok(())
}

/// Takes a line off the roll, with the marks of its slip.
pub fn delete_voter(conn: &Connection, id: VoterId) -> Result<()> {
    conn.prepare_cached("DELETE FROM written_vote WHERE voter_id = ?")?.execute([id])?;
    conn.prepare_cached("DELETE FROM meeting_voter WHERE id = ?")?.execute([id])?;
    Ok(())
}

/// Takes the whole roll away, with the marks of its slips.
pub fn delete_roll(conn: &Connection, meeting: MeetingId) -> Result<()> {
    let of_roll = "voter_id IN (SELECT id FROM meeting_voter WHERE meeting_id = ?)";
    conn.prepare_cached(&format!("DELETE FROM written_vote WHERE {of_roll}"))?.execute([meeting])?;
    let release = "UPDATE meeting_voter SET holder_id = NULL WHERE meeting_id = ? AND holder_id IS NOT NULL";
    conn.prepare_cached(release)?.execute([meeting])?;
    conn.prepare_cached("DELETE FROM meeting_voter WHERE meeting_id = ?")?.execute([meeting])?;
    Ok(())
}

/// The marks of all slips of a meeting, by item and voter.
pub fn votes_by_item(conn: &Connection, meeting: MeetingId) -> Result<HashMap<AgendaItemId, SentIn>> {
    let sql = "SELECT item_id, voter_id, vote FROM written_vote JOIN agenda_item ON agenda_item.id = item_id WHERE meeting_id = ?";
    let read = |row: &Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let mut found: HashMap<AgendaItemId, SentIn> = HashMap::new();
    for read in conn.prepare_cached(sql)?.query_map([meeting], read)? {
        let (item, voter, vote): (AgendaItemId, VoterId, Vote) = read?;
        found.entry(item).or_default().insert(voter, vote);
    }
    Ok(found)
}

/// Writes the mark of a slip at an item; none takes it away. The same mark again is no change.
pub fn put_votes(conn: &Connection, voter: VoterId, item: AgendaItemId, vote: Option<Vote>) -> Result<()> {
    let Some(vote) = vote else {
        conn.prepare_cached("DELETE FROM written_vote WHERE voter_id = ? AND item_id = ?")?
            .execute(params![voter, item])?;
        return Ok(());
    };
    let sql = "INSERT INTO written_vote (id, voter_id, item_id, vote) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (voter_id, item_id) DO UPDATE SET vote = ?4 WHERE vote <> ?4";
    conn.prepare_cached(sql)?.execute(params![Id::<Vote>::new(), voter, item, vote])?;
    Ok(())
}
