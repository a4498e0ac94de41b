//! The texts of 規約.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::meetings::{AgendaItem, Bylaws, BylawsId};

const BYLAWS: &str = "id, from_on, body, item_id, decided, version";

/// The texts of 規約, oldest first.
pub fn bylaws(conn: &Connection) -> Result<Vec<Bylaws>> {
    let sql = format!("SELECT {BYLAWS} FROM bylaws ORDER BY from_on, id");
    let read = |row: &Row| {
        Ok(Bylaws {
            id: row.get(0)?,
            from_on: row.get(1)?,
            body: row.get(2)?,
            item_id: row.get(3)?,
            decided: row.get(4)?,
            version: row.get(5)?,
        })
    };
    let all = conn.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// The text of 規約 that is in force on a day, but for what an item itself puts in force.
pub fn bylaws_before(conn: &Connection, item: &AgendaItem, on: NaiveDate) -> Result<Option<String>> {
    let mut known = bylaws(conn)?.into_iter().filter(|text| text.item_id != Some(item.id) && text.from_on <= on);
    Ok(known.next_back().map(|text| text.body))
}

/// Adds a text, or writes all its fields when it is there already; the version is raised here.
pub fn put_bylaws(conn: &Connection, b: &Bylaws) -> Result<()> {
    let sql = format!(
        "INSERT INTO bylaws ({BYLAWS}) VALUES (?1, ?2, ?3, ?4, ?5, 1)
         ON CONFLICT (id) DO UPDATE SET from_on=?2, body=?3, item_id=?4, decided=?5, version=version+1"
    );
    conn.prepare_cached(&sql)?.execute(params![b.id, b.from_on, b.body, b.item_id, b.decided])?;
    Ok(())
}

/// Takes a text out.
pub fn delete_bylaws(conn: &Connection, id: BylawsId) -> Result<()> {
    conn.prepare_cached("DELETE FROM bylaws WHERE id = ?")?.execute([id])?;
    Ok(())
}
