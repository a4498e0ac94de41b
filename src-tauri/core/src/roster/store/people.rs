//! SQL of people, their stays and their addresses.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params, params_from_iter};

use crate::Result;
use crate::id::Id;
use crate::roster::{Person, PersonId, PersonName, Stay};

const PERSON: &str =
    "id, family, given, family_kana, given_kana, postal, address, phone, mobile, birth_on, joined_on, joined_reason,
    left_on, left_reason, alternate_name, note, version";

fn person(row: &Row) -> rusqlite::Result<Person> {
    let name =
        PersonName { family: row.get(1)?, given: row.get(2)?, family_kana: row.get(3)?, given_kana: row.get(4)? };
    Ok(Person {
        id: row.get(0)?,
        name,
        postal: row.get(5)?,
        address: row.get(6)?,
        phone: row.get(7)?,
        mobile: row.get(8)?,
        birth_on: row.get(9)?,
        joined_on: row.get(10)?,
        joined_reason: row.get(11)?,
        left_on: row.get(12)?,
        left_reason: row.get(13)?,
        alternate_name: row.get(14)?,
        note: row.get(15)?,
        version: row.get(16)?,
        former_stays: vec![],
    })
}

/// Everybody in the file, leavers too, in the order in which they came; who was merged into another is that other.
pub fn people(conn: &Connection) -> Result<Vec<Person>> {
    let sql = format!("SELECT {PERSON} FROM person WHERE merged_into_id IS NULL ORDER BY id");
    let mut people: Vec<Person> = conn.prepare_cached(&sql)?.query_map([], person)?.collect::<rusqlite::Result<_>>()?;
    let mut stays = former_stays(conn)?;
    if !stays.is_empty() {
        for person in &mut people {
            person.former_stays = stays.remove(&person.id).unwrap_or_default();
        }
    }
    Ok(people)
}

/// The records that were merged into another, each with whose it is now.
pub fn merged_people(conn: &Connection) -> Result<Vec<(Person, PersonId)>> {
    let sql = format!("SELECT {PERSON}, merged_into_id FROM person WHERE merged_into_id IS NOT NULL ORDER BY id");
    let mut query = conn.prepare_cached(&sql)?;
    let merged = query.query_map([], |row| Ok((person(row)?, row.get("merged_into_id")?)))?;
    Ok(merged.collect::<rusqlite::Result<_>>()?)
}

/// One person, be it one who was merged into another.
pub fn find_person(conn: &Connection, id: PersonId) -> Result<Option<Person>> {
    let sql = format!("SELECT {PERSON} FROM person WHERE id = ?");
    let Some(mut found) = conn.prepare_cached(&sql)?.query_row([id], person).optional()? else { return Ok(None) };
    found.former_stays = former_stays(conn)?.remove(&id).unwrap_or_default();
    Ok(Some(found))
}

/// The fields of a person in the order of [`PERSON`], but for the version.
fn fields(p: &Person) -> [&dyn ToSql; 16] {
    let name = &p.name;
    [
        &p.id,
        &name.family,
        &name.given,
        &name.family_kana,
        &name.given_kana,
        &p.postal,
        &p.address,
        &p.phone,
        &p.mobile,
        &p.birth_on,
        &p.joined_on,
        &p.joined_reason,
        &p.left_on,
        &p.left_reason,
        &p.alternate_name,
        &p.note,
    ]
}

/// Adds a person.
pub fn insert_person(conn: &Connection, p: &Person) -> Result<()> {
    let sql =
        format!("INSERT INTO person ({PERSON}) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17)");
    let all = fields(p).into_iter().chain([&p.version as &dyn ToSql]);
    conn.prepare_cached(&sql)?.execute(params_from_iter(all))?;
    Ok(())
}

/// Writes all fields of a person; its version is raised here.
pub fn update_person(conn: &Connection, p: &Person) -> Result<()> {
    let sql = "UPDATE person SET family=?2, given=?3, family_kana=?4, given_kana=?5, postal=?6, address=?7, phone=?8, mobile=?9,
               birth_on=?10, joined_on=?11, joined_reason=?12, left_on=?13, left_reason=?14, alternate_name=?15, note=?16,
               version=version+1 WHERE id=?1";
    conn.prepare_cached(sql)?.execute(&fields(p)[..])?;
    Ok(())
}

/// Former stays by person, oldest first.
fn former_stays(conn: &Connection) -> Result<HashMap<PersonId, Vec<Stay>>> {
    let sql = "SELECT person_id, joined_on, joined_reason, left_on, left_reason FROM former_stay ORDER BY left_on, id";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map([], |row| {
        let stay =
            Stay { joined_on: row.get(1)?, joined_reason: row.get(2)?, left_on: row.get(3)?, left_reason: row.get(4)? };
        Ok((row.get(0)?, stay))
    })?;
    let mut stays: HashMap<PersonId, Vec<Stay>> = HashMap::new();
    for row in rows {
        let (person, stay) = row?;
        stays.entry(person).or_default().push(stay);
    }
    Ok(stays)
}

/// Keeps a stay that ended before another began.
pub fn insert_former_stay(conn: &Connection, person: PersonId, stay: &Stay) -> Result<()> {
    let sql = "INSERT INTO former_stay (id, person_id, joined_on, joined_reason, left_on, left_reason) VALUES (?1,?2,?3,?4,?5,?6)";
    let id = Id::<Stay>::new();
    conn.prepare_cached(sql)?.execute(params![
        id,
        person,
        stay.joined_on,
        stay.joined_reason,
        stay.left_on,
        stay.left_reason
    ])?;
    Ok(())
}

/// 前の住所
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerAddress {
    /// Whose.
    pub person_id: PersonId,
    /// 郵便番号
    pub postal: String,
    /// 住所
    pub address: String,
    /// First day at the next address.
    pub moved_on: NaiveDate,
}

/// All former addresses, oldest first.
pub fn former_addresses(conn: &Connection) -> Result<Vec<FormerAddress>> {
    let sql = "SELECT person_id, postal, address, moved_on FROM former_address ORDER BY moved_on, id";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map([], |row| {
        Ok(FormerAddress { person_id: row.get(0)?, postal: row.get(1)?, address: row.get(2)?, moved_on: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Keeps the address that a move leaves behind.
pub fn insert_former_address(conn: &Connection, former: &FormerAddress) -> Result<()> {
    let sql = "INSERT INTO former_address (id, person_id, postal, address, moved_on) VALUES (?1,?2,?3,?4,?5)";
    let id = Id::<FormerAddress>::new();
    conn.prepare_cached(sql)?.execute(params![id, former.person_id, former.postal, former.address, former.moved_on])?;
    Ok(())
}
