//! SQL of towns, their households, and which association covers which part of them.

use rusqlite::{Connection, Row, params};

use super::years::{json, to_json};
use crate::Result;
use crate::enrolment::ages::TownAges;
use crate::enrolment::{Part, Town, TownCount, TownId, TownShare};
use crate::id::Id;

/// All towns in the order in which the city lists them.
pub fn towns(conn: &Connection) -> Result<Vec<Town>> {
    let mut query = conn.prepare_cached("SELECT id, name, place FROM town ORDER BY id")?;
    let town = |row: &Row| Ok(Town { id: row.get(0)?, name: row.get(1)?, place: row.get(2)? });
    let towns = query.query_map([], town)?.collect::<rusqlite::Result<_>>()?;
    Ok(towns)
}

/// Adds a town, or gives a known one its place.
pub fn put_town(conn: &Connection, town: &Town) -> Result<()> {
    let sql = "INSERT INTO town (id, name, place) VALUES (?1,?2,?3) ON CONFLICT (name) DO UPDATE SET place=?3";
    conn.prepare_cached(sql)?.execute(params![town.id, town.name, town.place])?;
    Ok(())
}

/// Households of all towns, oldest first.
pub fn town_counts(conn: &Connection) -> Result<Vec<TownCount>> {
    let sql = "SELECT town_id, as_of_on, households, persons, source FROM town_count ORDER BY as_of_on, id";
    let mut query = conn.prepare_cached(sql)?;
    let count = |row: &Row| {
        Ok(TownCount {
            town_id: row.get(0)?,
            as_of_on: row.get(1)?,
            households: row.get(2)?,
            persons: row.get(3)?,
            source: row.get(4)?,
        })
    };
    let counts = query.query_map([], count)?.collect::<rusqlite::Result<_>>()?;
    Ok(counts)
}

/// Adds the households of a town on a day, or replaces what stands there.
pub fn put_town_count(conn: &Connection, count: &TownCount) -> Result<()> {
    let sql = "INSERT INTO town_count (id, town_id, as_of_on, households, persons, source) VALUES (?1,?2,?3,?4,?5,?6)
               ON CONFLICT (town_id, as_of_on) DO UPDATE SET households=?4, persons=?5, source=?6";
    let TownCount { town_id, as_of_on, households, persons, source } = count;
    let id = Id::<TownCount>::new();
    conn.prepare_cached(sql)?.execute(params![id, town_id, as_of_on, households, persons, source])?;
    Ok(())
}

/// Persons of all towns by age, oldest first.
pub fn town_ages(conn: &Connection) -> Result<Vec<TownAges>> {
    let mut query = conn.prepare_cached("SELECT town_id, as_of_on, ages FROM town_ages ORDER BY as_of_on, id")?;
    let ages = |row: &Row| Ok(TownAges { town_id: row.get(0)?, as_of_on: row.get(1)?, ages: json(row, 2)? });
    let all = query.query_map([], ages)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Adds the persons of a town by age on a day, or replaces what stands there.
pub fn put_town_ages(conn: &Connection, ages: &TownAges) -> Result<()> {
    let sql = "INSERT INTO town_ages (id, town_id, as_of_on, ages) VALUES (?1,?2,?3,?4)
               ON CONFLICT (town_id, as_of_on) DO UPDATE SET ages=?4";
    let counts = to_json(&ages.ages)?;
    conn.prepare_cached(sql)?.execute(params![Id::<TownAges>::new(), ages.town_id, ages.as_of_on, counts])?;
    Ok(())
}

/// All shares, in the order in which they were given.
pub fn town_shares(conn: &Connection) -> Result<Vec<TownShare>> {
    let sql = "SELECT town_id, association_id, hundredths, households FROM town_share ORDER BY id";
    let mut query = conn.prepare_cached(sql)?;
    let share = |row: &Row| {
        let (hundredths, households): (Option<i64>, Option<i64>) = (row.get(2)?, row.get(3)?);
        let part = hundredths.map_or(Part::Households(households.unwrap_or_default()), Part::Hundredths);
        Ok(TownShare { town_id: row.get(0)?, association_id: row.get(1)?, part })
    };
    let shares = query.query_map([], share)?.collect::<rusqlite::Result<_>>()?;
    Ok(shares)
}

/// Replaces the shares of one town.
pub fn put_town_shares(conn: &Connection, town: TownId, shares: &[TownShare]) -> Result<()> {
    conn.execute("DELETE FROM town_share WHERE town_id = ?", [town])?;
    let sql = "INSERT INTO town_share (id, town_id, association_id, hundredths, households) VALUES (?,?,?,?,?)";
    for share in shares {
        let (hundredths, households) = match share.part {
            Part::Hundredths(n) => (Some(n), None),
            Part::Households(n) => (None, Some(n)),
        };
        let id = Id::<TownShare>::new();
        conn.prepare_cached(sql)?.execute(params![id, town, share.association_id, hundredths, households])?;
    }
    Ok(())
}
