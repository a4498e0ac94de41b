//! SQL of the list and of what was handed over.

use rusqlite::{Connection, Row, params};

use super::{Handover, HandoverId, HandoverItem, HandoverItemId};
use crate::Result;
use crate::calendar::FiscalYear;

const ITEM: &str = "id, kind, name, place, holder, note";

/// The whole list, by kind as on the paper, within a kind as it was written.
pub fn items(conn: &Connection) -> Result<Vec<HandoverItem>> {
    let sql = format!("SELECT {ITEM} FROM handover_item ORDER BY id");
    let mut all: Vec<HandoverItem> =
        conn.prepare_cached(&sql)?.query_map([], item)?.collect::<rusqlite::Result<_>>()?;
    all.sort_by_key(|one| one.kind);
    Ok(all)
}

/// A line by its key.
pub fn find_item(conn: &Connection, id: HandoverItemId) -> Result<Option<HandoverItem>> {
    let sql = format!("SELECT {ITEM} FROM handover_item WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_map([id], item)?.next().transpose()?)
}

fn item(row: &Row) -> rusqlite::Result<HandoverItem> {
    Ok(HandoverItem {
        id: row.get(0)?,
        kind: row.get(1)?,
        name: row.get(2)?,
        place: row.get(3)?,
        holder: row.get(4)?,
        note: row.get(5)?,
    })
}

/// Adds a line or writes it anew.
pub fn put_item(conn: &Connection, i: &HandoverItem) -> Result<()> {
    let sql = format!(
        "INSERT INTO handover_item ({ITEM}, version) VALUES (?1,?2,?3,?4,?5,?6,1)
         ON CONFLICT (id) DO UPDATE SET kind=?2, name=?3, place=?4, holder=?5, note=?6, version=version+1"
    );
    conn.prepare_cached(&sql)?.execute(params![i.id, i.kind, i.name, i.place, i.holder, i.note])?;
    Ok(())
}

/// Takes a line out.
pub fn delete_item(conn: &Connection, id: HandoverItemId) -> Result<()> {
    conn.prepare_cached("DELETE FROM handover_item WHERE id = ?")?.execute([id])?;
    Ok(())
}

const RECORD: &str = "id, fiscal_year, office, handed_on, from_name, to_name, witness, mark, note";

/// What was handed over of a year, first to last.
pub fn records(conn: &Connection, year: FiscalYear) -> Result<Vec<Handover>> {
    let sql = format!("SELECT {RECORD} FROM handover WHERE fiscal_year = ? ORDER BY handed_on, id");
    Ok(conn.prepare_cached(&sql)?.query_map([year], record)?.collect::<rusqlite::Result<_>>()?)
}

/// A handover by its key.
pub fn find_record(conn: &Connection, id: HandoverId) -> Result<Option<Handover>> {
    let sql = format!("SELECT {RECORD} FROM handover WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_map([id], record)?.next().transpose()?)
}

fn record(row: &Row) -> rusqlite::Result<Handover> {
    Ok(Handover {
        id: row.get(0)?,
        fiscal_year: row.get(1)?,
        office: row.get(2)?,
        handed_on: row.get(3)?,
        from_name: row.get(4)?,
        to_name: row.get(5)?,
        witness: row.get(6)?,
        mark: row.get(7)?,
        note: row.get(8)?,
    })
}

/// Writes down a handover.
pub fn insert_record(conn: &Connection, h: &Handover) -> Result<()> {
    let sql = format!("INSERT INTO handover ({RECORD}) VALUES (?,?,?,?,?,?,?,?,?)");
    let values = params![h.id, h.fiscal_year, h.office, h.handed_on, h.from_name, h.to_name, h.witness, h.mark, h.note];
    conn.prepare_cached(&sql)?.execute(values)?;
    Ok(())
}

/// Takes a handover that was written down by mistake out.
pub fn delete_record(conn: &Connection, id: HandoverId) -> Result<()> {
    conn.prepare_cached("DELETE FROM handover WHERE id = ?")?.execute([id])?;
    Ok(())
}
