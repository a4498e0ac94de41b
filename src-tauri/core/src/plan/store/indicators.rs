//! SQL of 指標 and their years.

use rusqlite::types::Type;
use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::plan::{Indicator, IndicatorId, IndicatorYear, IndicatorYearId, Measured};

const INDICATOR: &str = "id, heading_id, position, name, unit, wish, source, base_year, base_value, version";

/// A value as it was written out; none for an empty one.
fn value(row: &Row, column: usize) -> rusqlite::Result<Option<Measured>> {
    let text: String = row.get(column)?;
    if text.is_empty() {
        return Ok(None);
    }
    let damaged = || rusqlite::Error::InvalidColumnType(column, text.clone(), Type::Text);
    Measured::read(&text, "").map(Some).ok_or_else(damaged)
}

fn written(value: Option<Measured>) -> String {
    value.map(Measured::plain).unwrap_or_default()
}

/// All indicators in the order below their headings.
pub fn indicators(conn: &Connection) -> Result<Vec<Indicator>> {
    let read = |row: &Row| {
        Ok(Indicator {
            id: row.get(0)?,
            heading_id: row.get(1)?,
            position: row.get(2)?,
            name: row.get(3)?,
            unit: row.get(4)?,
            wish: row.get(5)?,
            source: row.get(6)?,
            base_year: row.get(7)?,
            base: value(row, 8)?.unwrap_or(Measured(0)),
            version: row.get(9)?,
        })
    };
    let sql = format!("SELECT {INDICATOR} FROM plan_indicator ORDER BY position, id");
    Ok(conn.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Adds an indicator or writes it anew; the version is raised here.
pub fn put_indicator(conn: &Connection, i: &Indicator) -> Result<()> {
    let sql = format!(
        "INSERT INTO plan_indicator ({INDICATOR}) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,1)
         ON CONFLICT (id) DO UPDATE SET heading_id=?2, position=?3, name=?4, unit=?5, wish=?6, source=?7, base_year=?8,
           base_value=?9, version=version+1"
    );
    let base = i.base.plain();
    let values = params![i.id, i.heading_id, i.position, i.name, i.unit, i.wish, i.source, i.base_year, base];
    conn.prepare_cached(&sql)?.execute(values)?;
    Ok(())
}

/// Puts an indicator at a place of the order; the same place again is no change.
pub fn place_indicator(conn: &Connection, id: IndicatorId, position: i64) -> Result<()> {
    let sql = "UPDATE plan_indicator SET position = ?2 WHERE id = ?1 AND position <> ?2";
    conn.prepare_cached(sql)?.execute(params![id, position])?;
    Ok(())
}

/// Takes an indicator out, with its years.
pub fn delete_indicator(conn: &Connection, id: IndicatorId) -> Result<()> {
    conn.prepare_cached("DELETE FROM plan_indicator_year WHERE indicator_id = ?")?.execute([id])?;
    conn.prepare_cached("DELETE FROM plan_indicator WHERE id = ?")?.execute([id])?;
    Ok(())
}

const YEAR: &str = "id, indicator_id, fiscal_year, target, actual, note";

/// All years of all indicators, first to last.
pub fn indicator_years(conn: &Connection) -> Result<Vec<IndicatorYear>> {
    let read = |row: &Row| {
        Ok(IndicatorYear {
            id: row.get(0)?,
            indicator_id: row.get(1)?,
            fiscal_year: row.get(2)?,
            target: value(row, 3)?,
            actual: value(row, 4)?,
            note: row.get(5)?,
        })
    };
    let sql = format!("SELECT {YEAR} FROM plan_indicator_year ORDER BY fiscal_year, id");
    Ok(conn.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Writes a year of an indicator; the same values again are no change.
pub fn put_indicator_year(conn: &Connection, y: &IndicatorYear) -> Result<()> {
    let sql = format!(
        "INSERT INTO plan_indicator_year ({YEAR}, version) VALUES (?1,?2,?3,?4,?5,?6,1)
         ON CONFLICT (indicator_id, fiscal_year) DO UPDATE SET target=?4, actual=?5, note=?6, version=version+1
           WHERE target <> ?4 OR actual <> ?5 OR note <> ?6"
    );
    let values = params![y.id, y.indicator_id, y.fiscal_year, written(y.target), written(y.actual), y.note];
    conn.prepare_cached(&sql)?.execute(values)?;
    Ok(())
}

/// Takes a year of an indicator out.
pub fn delete_indicator_year(conn: &Connection, id: IndicatorYearId) -> Result<()> {
    conn.prepare_cached("DELETE FROM plan_indicator_year WHERE id = ?")?.execute([id])?;
    Ok(())
}
