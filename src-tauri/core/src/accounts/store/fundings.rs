//! 事業の科目と財源

use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::accounts::Funding;
use crate::activities::ActivityId;
use crate::calendar::FiscalYear;

/// What is chosen for the lines of work of a year.
pub fn fundings(conn: &Connection, year: FiscalYear) -> Result<Vec<Funding>> {
    let sql = "SELECT id, activity_id, fiscal_year, item_id, grant_id FROM activity_funding WHERE fiscal_year = ? ORDER BY id";
    let read = |row: &Row| {
        Ok(Funding {
            id: row.get(0)?,
            activity_id: row.get(1)?,
            fiscal_year: row.get(2)?,
            item_id: row.get(3)?,
            grant_id: row.get(4)?,
        })
    };
    Ok(conn.prepare_cached(sql)?.query_map([year], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Writes what is chosen, in the place of what was.
pub fn put_funding(conn: &Connection, f: &Funding) -> Result<()> {
    let sql = "INSERT INTO activity_funding (id, activity_id, fiscal_year, item_id, grant_id, version) VALUES (?1,?2,?3,?4,?5,1)
               ON CONFLICT (activity_id, fiscal_year) DO UPDATE SET item_id=?4, grant_id=?5, version=version+1";
    conn.prepare_cached(sql)?.execute(params![f.id, f.activity_id, f.fiscal_year, f.item_id, f.grant_id])?;
    Ok(())
}

/// Takes out what was chosen.
pub fn delete_funding(conn: &Connection, activity: ActivityId, year: FiscalYear) -> Result<()> {
    let sql = "DELETE FROM activity_funding WHERE activity_id = ? AND fiscal_year = ?";
    conn.prepare_cached(sql)?.execute(params![activity, year])?;
    Ok(())
}
