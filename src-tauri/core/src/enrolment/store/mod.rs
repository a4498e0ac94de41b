//! SQL of enrolment.

mod city;
mod city_sheet;
mod counts;
mod surveys;
mod towns;
mod years;

use rusqlite::{Connection, Row, params};

use super::{AssociationYear, Observation};
use crate::Result;

pub use city::{city_figures, delete_city_figure, put_city_figure};
pub use city_sheet::{city_sheet, delete_city_sheet, put_city_sheet};
pub use counts::{areas, bases, delete_further_count, further_counts, put_area, put_basis, put_further_count};
pub use surveys::{put_survey_answer, survey_answers};
pub use towns::{put_town, put_town_ages, put_town_count, put_town_shares, town_ages, town_counts, town_shares, towns};
pub use years::{
    delete_snapshot, delete_target, insert_snapshot, payment, put_payment, put_target, snapshots, targets,
};

fn observation(row: &Row) -> rusqlite::Result<Observation> {
    Ok(Observation {
        id: row.get(0)?,
        association_id: row.get(1)?,
        fiscal_year: row.get(2)?,
        as_of_on: row.get(3)?,
        numerator: row.get(4)?,
        numerator_certainty: row.get(5)?,
        denominator: row.get(6)?,
        denominator_certainty: row.get(7)?,
        source: row.get(8)?,
    })
}

/// All observations of all years, oldest year first.
pub fn observations(conn: &Connection) -> Result<Vec<Observation>> {
    let sql = "SELECT id, association_id, fiscal_year, as_of_on, numerator, numerator_certainty, denominator, denominator_certainty, source
               FROM observation ORDER BY fiscal_year, id";
    let all = conn.prepare_cached(sql)?.query_map([], observation)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Adds what an association said about a year, or replaces what stands there.
pub fn put_observation(conn: &Connection, o: &Observation) -> Result<()> {
    let sql = "INSERT INTO observation (id, association_id, fiscal_year, as_of_on, numerator, numerator_certainty, denominator,
                 denominator_certainty, source) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9)
               ON CONFLICT (association_id, fiscal_year) DO UPDATE SET as_of_on=?4, numerator=?5, numerator_certainty=?6, denominator=?7,
                 denominator_certainty=?8, source=?9";
    conn.prepare_cached(sql)?.execute(params![
        o.id,
        o.association_id,
        o.fiscal_year,
        o.as_of_on,
        o.numerator,
        o.numerator_certainty,
        o.denominator,
        o.denominator_certainty,
        o.source
    ])?;
    Ok(())
}

fn association_year(row: &Row) -> rusqlite::Result<AssociationYear> {
    Ok(AssociationYear {
        id: row.get(0)?,
        association_id: row.get(1)?,
        fiscal_year: row.get(2)?,
        town: row.get(3)?,
        chair_name: row.get(4)?,
        chair_person_id: row.get(5)?,
        blocks: row.get(6)?,
        fee_month_yen: row.get(7)?,
        note: row.get(8)?,
        version: row.get(9)?,
    })
}

/// The yearly records of all associations, oldest year first.
pub fn association_years(conn: &Connection) -> Result<Vec<AssociationYear>> {
    let sql = "SELECT id, association_id, fiscal_year, town, chair_name, chair_person_id, blocks, fee_month_yen, note, version
               FROM association_year ORDER BY fiscal_year, id";
    let all = conn.prepare_cached(sql)?.query_map([], association_year)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Adds an association's yearly record, or replaces what stands there; the version is raised here.
pub fn put_association_year(conn: &Connection, y: &AssociationYear) -> Result<()> {
    let sql = "INSERT INTO association_year (id, association_id, fiscal_year, town, chair_name, chair_person_id, blocks, fee_month_yen, note,
                 version) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,1)
               ON CONFLICT (association_id, fiscal_year) DO UPDATE SET town=?4, chair_name=?5, chair_person_id=?6, blocks=?7,
                 fee_month_yen=?8, note=?9, version=version+1";
    conn.prepare_cached(sql)?.execute(params![
        y.id,
        y.association_id,
        y.fiscal_year,
        y.town,
        y.chair_name,
        y.chair_person_id,
        y.blocks,
        y.fee_month_yen,
        y.note
    ])?;
    Ok(())
}
