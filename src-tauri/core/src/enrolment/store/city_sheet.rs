//! SQL of the city's workbook.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::years::{json, to_json};
use crate::Result;
use crate::enrolment::CitySheet;
use crate::id::Id;

/// Which of our lists goes into it.
const PAPER: &str = "associations";

/// The workbook that the associations are written into.
pub fn city_sheet(conn: &Connection) -> Result<Option<CitySheet>> {
    let mut query = conn.prepare_cached("SELECT content_id, name, places FROM city_sheet WHERE paper = ?")?;
    let sheet = |row: &Row| Ok(CitySheet { content_id: row.get(0)?, name: row.get(1)?, places: json(row, 2)? });
    Ok(query.query_row([PAPER], sheet).optional()?)
}

/// Keeps the workbook and its layout in place of what was there.
pub fn put_city_sheet(conn: &Connection, sheet: &CitySheet) -> Result<()> {
    let sql = "INSERT INTO city_sheet (id, paper, content_id, name, places) VALUES (?1,?2,?3,?4,?5)
               ON CONFLICT (paper) DO UPDATE SET content_id=?3, name=?4, places=?5";
    let places = to_json(&sheet.places)?;
    conn.prepare_cached(sql)?.execute(params![Id::<CitySheet>::new(), PAPER, sheet.content_id, sheet.name, places])?;
    Ok(())
}

/// Forgets the workbook; false when there is none.
pub fn delete_city_sheet(conn: &Connection) -> Result<bool> {
    Ok(conn.execute("DELETE FROM city_sheet WHERE paper = ?", [PAPER])? > 0)
}
