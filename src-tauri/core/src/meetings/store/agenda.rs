//! Items, those nominated, and what decisions changed.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::json::{json, optional_json};
use crate::Result;
use crate::closed::optional;
use crate::id::Id;
use crate::meetings::{AgendaItem, AgendaItemId, Ballot, MeetingId, Nomination, Split};

const ITEM: &str = "id, meeting_id, position, kind, matter, title, explanation, discussion, subject_year, revision_id, new_text,
    from_on, to_on, voted_at, version, method, present_yes, present_no, present_abstain, proxy_yes, proxy_no, proxy_abstain, casting,
    old_text, counted";

fn item(row: &Row) -> rusqlite::Result<AgendaItem> {
    Ok(AgendaItem {
        id: row.get(0)?,
        meeting_id: row.get(1)?,
        position: row.get(2)?,
        kind: row.get(3)?,
        matter: row.get(4)?,
        title: row.get(5)?,
        explanation: row.get(6)?,
        discussion: row.get(7)?,
        subject_year: row.get(8)?,
        revision_id: row.get(9)?,
        new_text: row.get(10)?,
        from_on: row.get(11)?,
        to_on: row.get(12)?,
        voted_at: row.get(13)?,
        version: row.get(14)?,
        ballot: ballot(row)?,
        old_text: row.get(23)?,
        counted: optional_json(row, 24)?,
    })
}

fn ballot(row: &Row) -> rusqlite::Result<Option<Ballot>> {
    let split = |first: usize| -> rusqlite::Result<Option<Split>> {
        let yes: Option<i64> = row.get(first)?;
        yes.map(|yes| Ok(Split { yes, no: row.get(first + 1)?, abstain: row.get(first + 2)? })).transpose()
    };
    let Some(method) = optional(row.get_ref(15)?)? else { return Ok(None) };
    Ok(Some(Ballot { method, present: split(16)?, proxies: split(19)?, casting: optional(row.get_ref(22)?)? }))
}

/// The items of a meeting in their order.
pub fn items(conn: &Connection, meeting: MeetingId) -> Result<Vec<AgendaItem>> {
    let sql = format!("SELECT {ITEM} FROM agenda_item WHERE meeting_id = ? ORDER BY position, id");
    let all = conn.prepare_cached(&sql)?.query_map([meeting], item)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// One item.
pub fn find_item(conn: &Connection, id: AgendaItemId) -> Result<Option<AgendaItem>> {
    let sql = format!("SELECT {ITEM} FROM agenda_item WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_row([id], item).optional()?)
}

/// Adds an item, or writes all its fields when it is there already; the version is raised here.
pub fn put_item(conn: &Connection, i: &AgendaItem) -> Result<()> {
    let sql = format!(
        "INSERT INTO agenda_item ({ITEM})
         VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,1,?15,?16,?17,?18,?19,?20,?21,?22,?23,?24)
         ON CONFLICT (id) DO UPDATE SET position=?3, kind=?4, matter=?5, title=?6, explanation=?7, discussion=?8, subject_year=?9,
           revision_id=?10, new_text=?11, from_on=?12, to_on=?13, voted_at=?14, version=version+1, method=?15, present_yes=?16,
           present_no=?17, present_abstain=?18, proxy_yes=?19, proxy_no=?20, proxy_abstain=?21, casting=?22,
           old_text=?23, counted=?24"
    );
    let (present, proxies) = (i.ballot.and_then(|b| b.present), i.ballot.and_then(|b| b.proxies));
    conn.prepare_cached(&sql)?.execute(params![
        i.id,
        i.meeting_id,
        i.position,
        i.kind,
        i.matter,
        i.title,
        i.explanation,
        i.discussion,
        i.subject_year,
        i.revision_id,
        i.new_text,
        i.from_on,
        i.to_on,
        i.voted_at,
        i.ballot.map_or("", |b| b.method.word()),
        present.map(|s| s.yes),
        present.map(|s| s.no),
        present.map(|s| s.abstain),
        proxies.map(|s| s.yes),
        proxies.map(|s| s.no),
        proxies.map(|s| s.abstain),
        i.ballot.and_then(|b| b.casting).map_or("", |vote| vote.word()),
        i.old_text,
        i.counted.as_ref().map(json).transpose()?,
    ])?;
    Ok(())
}

/// Gives an item its place; the same one again is no change.
pub fn set_position(conn: &Connection, id: AgendaItemId, position: i64) -> Result<()> {
    let sql = "UPDATE agenda_item SET position = ?2 WHERE id = ?1 AND position <> ?2";
    conn.prepare_cached(sql)?.execute(params![id, position])?;
    Ok(())
}

/// Takes an item out, with the marks of slips and those nominated.
pub fn delete_item(conn: &Connection, id: AgendaItemId) -> Result<()> {
    for table in ["written_vote", "nomination"] {
        conn.prepare_cached(&format!("DELETE FROM {table} WHERE item_id = ?"))?.execute([id])?;
    }
    conn.prepare_cached("DELETE FROM agenda_item WHERE id = ?")?.execute([id])?;
    Ok(())
}

/// Those nominated at an item, in the order of the list.
pub fn nominations(conn: &Connection, item: AgendaItemId) -> Result<Vec<Nomination>> {
    let sql = "SELECT id, item_id, role_id, organisation_id, title, person_id FROM nomination WHERE item_id = ? ORDER BY position, id";
    let read = |row: &Row| {
        Ok(Nomination {
            id: row.get(0)?,
            item_id: row.get(1)?,
            role_id: row.get(2)?,
            organisation_id: row.get(3)?,
            title: row.get(4)?,
            person_id: row.get(5)?,
        })
    };
    let all = conn.prepare_cached(sql)?.query_map([item], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Writes those nominated at an item anew.
pub fn put_nominations(conn: &Connection, item: AgendaItemId, all: &[Nomination]) -> Result<()> {
    conn.prepare_cached("DELETE FROM nomination WHERE item_id = ?")?.execute([item])?;
    let sql = "INSERT INTO nomination (id, item_id, role_id, organisation_id, title, person_id, position) VALUES (?,?,?,?,?,?,?)";
    for (position, n) in (1_i64..).zip(all) {
        conn.prepare_cached(sql)?.execute(params![
            n.id,
            item,
            n.role_id,
            n.organisation_id,
            n.title,
            n.person_id,
            position
        ])?;
    }
    Ok(())
}

/// The items of a meeting that have taken effect.
pub fn effects(conn: &Connection, meeting: MeetingId) -> Result<Vec<AgendaItemId>> {
    let sql = "SELECT item_id FROM meeting_effect JOIN agenda_item ON agenda_item.id = item_id WHERE meeting_id = ?";
    let all = conn.prepare_cached(sql)?.query_map([meeting], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Notes that an item has taken effect.
pub fn insert_effect(conn: &Connection, item: AgendaItemId, on: NaiveDate) -> Result<()> {
    let sql = "INSERT INTO meeting_effect (id, item_id, happened_on) VALUES (?, ?, ?)";
    conn.prepare_cached(sql)?.execute(params![Id::<AgendaItem>::new(), item, on])?;
    Ok(())
}
