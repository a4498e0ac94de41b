//! 行事の写真: what stands under each picture of an occasion, a flyer in a PDF among them, and which few of them the report shows,
//! in which order.

use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::{AttachmentId, Owner, find, of};
use crate::file::Tx;
use crate::{Error, Result};

/// Most photographs of one occasion on the report.
pub const MOST_PRINTED: usize = 4;

/// What a flyer may be that is no photograph.
pub const PDF: &str = "application/pdf";

/// A photograph on the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// Its attachment.
    pub id: AttachmentId,
    /// What is written under it.
    pub caption: String,
}

/// Writes what stands under a picture.
pub fn write_caption(tx: &Tx, id: AttachmentId, caption: &str) -> Result<()> {
    let paper = find(tx, id)?.ok_or_else(|| Error::refused("attachments.none_such"))?;
    tx.say("name", paper.name);
    tx.prepare_cached("UPDATE attachment SET note = ?2 WHERE id = ?1")?.execute(params![id, caption.trim()])?;
    Ok(())
}

/// Chooses the photographs of an occasion that the report shows, in this order; the others stay off it.
pub fn choose(tx: &Tx, occasion_id: &str, chosen: &[AttachmentId]) -> Result<()> {
    if chosen.len() > MOST_PRINTED {
        return Err(Error::refused("attachments.photos_too_many").with("most", MOST_PRINTED));
    }
    let is_seen = |kind: &str| kind.starts_with("image/") || kind == PDF;
    let pictures = of(tx, Owner::Occasion, occasion_id)?.into_iter().filter(|one| is_seen(&one.media_type));
    let pictures: Vec<AttachmentId> = pictures.map(|one| one.id).collect();
    if chosen.iter().any(|id| !pictures.contains(id)) {
        return Err(Error::refused("attachments.none_such"));
    }
    tx.say("count", chosen.len());
    for id in pictures {
        match chosen.iter().position(|one| *one == id) {
            Some(place) => put(tx, id, place as i64 + 1)?,
            None => drop_one(tx, id)?,
        }
    }
    Ok(())
}

/// The photographs of an occasion that the report shows, each with its place.
pub fn places(conn: &Connection, occasion_id: &str) -> Result<HashMap<AttachmentId, i64>> {
    let sql = "SELECT photo.id, position FROM photo JOIN attachment ON attachment.id = photo.id
               WHERE owner_kind = 'occasion' AND owner_id = ?";
    let mut query = conn.prepare_cached(sql)?;
    Ok(query.query_map([occasion_id], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?)
}

/// The photographs that reports show, by the key of their occasion, in their order.
pub fn printed(conn: &Connection) -> Result<HashMap<String, Vec<Printed>>> {
    let sql = "SELECT owner_id, photo.id, note FROM photo JOIN attachment ON attachment.id = photo.id
               WHERE owner_kind = 'occasion' ORDER BY owner_id, position, photo.id";
    let mut query = conn.prepare_cached(sql)?;
    let mut all: HashMap<String, Vec<Printed>> = HashMap::new();
    for found in query.query_map([], |row| Ok((row.get(0)?, Printed { id: row.get(1)?, caption: row.get(2)? })))? {
        let (occasion, photo) = found?;
        all.entry(occasion).or_default().push(photo);
    }
    Ok(all)
}

/// Takes a picture off the report.
pub(super) fn drop_one(tx: &Tx, id: AttachmentId) -> Result<()> {
    tx.prepare_cached("DELETE FROM photo WHERE id = ?")?.execute([id])?;
    Ok(())
}

fn put(tx: &Tx, id: AttachmentId, place: i64) -> Result<()> {
    let sql = "INSERT INTO photo (id, position) VALUES (?1, ?2)
               ON CONFLICT (id) DO UPDATE SET position = ?2 WHERE position <> ?2";
    tx.prepare_cached(sql)?.execute(params![id, place])?;
    Ok(())
}
