//! SQL of the city's own figures.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::calendar::FiscalYear;
use crate::enrolment::CityFigure;
use crate::id::Id;

/// The figures of all years.
pub fn city_figures(conn: &Connection) -> Result<BTreeMap<FiscalYear, CityFigure>> {
    let sql = "SELECT fiscal_year, as_of_on, enrolled, households, tenths, source FROM city_figure";
    let figure = |row: &Row| {
        Ok(CityFigure {
            fiscal_year: row.get(0)?,
            as_of_on: row.get(1)?,
            enrolled: row.get(2)?,
            households: row.get(3)?,
            tenths: row.get(4)?,
            source: row.get(5)?,
        })
    };
    let mut query = conn.prepare_cached(sql)?;
    let all = query.query_map([], figure)?.map(|figure| figure.map(|figure| (figure.fiscal_year, figure)));
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

/// Writes the figure of a year down.
pub fn put_city_figure(conn: &Connection, figure: &CityFigure) -> Result<()> {
    let sql = "INSERT INTO city_figure (id, fiscal_year, as_of_on, enrolled, households, tenths, source)
               VALUES (?1,?2,?3,?4,?5,?6,?7)
               ON CONFLICT (fiscal_year) DO UPDATE SET as_of_on=?3, enrolled=?4, households=?5, tenths=?6, source=?7";
    let CityFigure { fiscal_year, as_of_on, enrolled, households, tenths, source } = figure;
    let id = Id::<CityFigure>::new();
    conn.prepare_cached(sql)?.execute(params![id, fiscal_year, as_of_on, enrolled, households, tenths, source])?;
    Ok(())
}

/// Takes the figure of a year away; false when there is none.
pub fn delete_city_figure(conn: &Connection, year: FiscalYear) -> Result<bool> {
    Ok(conn.execute("DELETE FROM city_figure WHERE fiscal_year = ?", [year])? > 0)
}
