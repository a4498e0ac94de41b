//! SQL of what the council reckons an hour of its helpers at.

use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::activities::{OwnRate, VolunteerRate, VolunteerRateId};

fn own_rate(row: &Row) -> rusqlite::Result<OwnRate> {
    let rate = VolunteerRate { from_on: row.get(1)?, yen_per_hour: row.get(2)?, source: row.get(3)? };
    Ok(OwnRate { id: row.get(0)?, rate, version: row.get(4)? })
}

/// The rates of the council, by their first day.
pub fn own_rates(conn: &Connection) -> Result<Vec<OwnRate>> {
    let sql = "SELECT id, from_on, yen_per_hour, source, version FROM volunteer_rate ORDER BY from_on";
    Ok(conn.prepare_cached(sql)?.query_map([], own_rate)?.collect::<rusqlite::Result<_>>()?)
}

/// Adds a rate, or writes all its fields when it is there already; the version is raised here.
pub fn put_rate(conn: &Connection, own: &OwnRate) -> Result<()> {
    let sql = "INSERT INTO volunteer_rate (id, from_on, yen_per_hour, source, version) VALUES (?1, ?2, ?3, ?4, 1)
               ON CONFLICT (id) DO UPDATE SET from_on = ?2, yen_per_hour = ?3, source = ?4, version = version + 1";
    let VolunteerRate { from_on, yen_per_hour, source } = &own.rate;
    conn.prepare_cached(sql)?.execute(params![own.id, from_on, yen_per_hour, source])?;
    Ok(())
}

/// Removes a rate.
pub fn delete_rate(conn: &Connection, id: VolunteerRateId) -> Result<()> {
    conn.prepare_cached("DELETE FROM volunteer_rate WHERE id = ?")?.execute([id])?;
    Ok(())
}
