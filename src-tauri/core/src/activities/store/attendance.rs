//! SQL of who was there.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Result;
use crate::activities::{AgeCount, Attendance, AttendanceId, OccasionId};
use crate::calendar::FiscalYear;
use crate::id::Id;

const THERE: &str = "a.id, a.occasion_id, a.person_id, a.name, a.part, a.minutes";

fn attendance(row: &Row) -> rusqlite::Result<Attendance> {
    Ok(Attendance {
        id: row.get(0)?,
        occasion_id: row.get(1)?,
        person_id: row.get(2)?,
        name: row.get(3)?,
        part: row.get(4)?,
        minutes: row.get(5)?,
    })
}

/// Who was at an occasion, in the order in which they came.
pub fn attendance_of(conn: &Connection, occasion: OccasionId) -> Result<Vec<Attendance>> {
    let sql = format!("SELECT {THERE} FROM attendance a WHERE a.occasion_id = ? ORDER BY a.id");
    Ok(conn.prepare_cached(&sql)?.query_map([occasion], attendance)?.collect::<rusqlite::Result<_>>()?)
}

/// Who was at the occasions of a year.
pub fn attendance_in(conn: &Connection, year: FiscalYear) -> Result<Vec<Attendance>> {
    let sql = format!(
        "SELECT {THERE} FROM attendance a JOIN occasion o ON o.id = a.occasion_id WHERE o.fiscal_year = ? ORDER BY a.id"
    );
    Ok(conn.prepare_cached(&sql)?.query_map([year], attendance)?.collect::<rusqlite::Result<_>>()?)
}

/// One of them.
pub fn find_attendance(conn: &Connection, id: AttendanceId) -> Result<Option<Attendance>> {
    let sql = format!("SELECT {THERE} FROM attendance a WHERE a.id = ?");
    Ok(conn.prepare_cached(&sql)?.query_row([id], attendance).optional()?)
}

/// Adds somebody, or writes as what and how long when they are there already.
pub fn put_attendance(conn: &Connection, a: &Attendance) -> Result<()> {
    let sql = "INSERT INTO attendance (id, occasion_id, person_id, name, part, minutes) VALUES (?1,?2,?3,?4,?5,?6)
               ON CONFLICT (id) DO UPDATE SET part=?5, minutes=?6";
    conn.prepare_cached(sql)?.execute(params![a.id, a.occasion_id, a.person_id, a.name, a.part, a.minutes])?;
    Ok(())
}

/// Takes somebody off.
pub fn delete_attendance(conn: &Connection, id: AttendanceId) -> Result<()> {
    conn.prepare_cached("DELETE FROM attendance WHERE id = ?")?.execute([id])?;
    Ok(())
}

/// How many of which age were at an occasion.
pub fn age_counts(conn: &Connection, occasion: OccasionId) -> Result<Vec<AgeCount>> {
    let sql = "SELECT part, age, number FROM attendance_count WHERE occasion_id = ? ORDER BY part, age";
    let read = |row: &Row| Ok(AgeCount { part: row.get(0)?, age: row.get(1)?, number: row.get(2)? });
    Ok(conn.prepare_cached(sql)?.query_map([occasion], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Writes how many of one age were there; the same number again is no change, none takes it away.
pub fn put_age_count(conn: &Connection, occasion: OccasionId, count: AgeCount) -> Result<()> {
    let AgeCount { part, age, number } = count;
    if number == 0 {
        let sql = "DELETE FROM attendance_count WHERE occasion_id = ? AND part = ? AND age = ?";
        conn.prepare_cached(sql)?.execute(params![occasion, part, age])?;
        return Ok(());
    }
    let sql = "INSERT INTO attendance_count (id, occasion_id, part, age, number) VALUES (?1,?2,?3,?4,?5)
               ON CONFLICT (occasion_id, part, age) DO UPDATE SET number = ?5 WHERE number <> ?5";
    conn.prepare_cached(sql)?.execute(params![Id::<AgeCount>::new(), occasion, part, age, number])?;
    Ok(())
}
