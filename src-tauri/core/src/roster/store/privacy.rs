//! SQL of consent, field policies and retention.

use std::collections::{BTreeMap, HashSet};

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Result;
use crate::calendar::FiscalYear;
use crate::roster::privacy::{Consent, ConsentId, FieldPolicy, LEAVERS_YEARS};
use crate::roster::{HouseholdId, PersonId};

/// What the council says of its fields.
pub fn field_policies(conn: &Connection) -> Result<Vec<FieldPolicy>> {
    let mut query = conn.prepare_cached("SELECT id, purpose, scope, acquired FROM field_policy ORDER BY id")?;
    let rows = query.query_map([], |row| {
        Ok(FieldPolicy { field: row.get(0)?, purpose: row.get(1)?, scope: row.get(2)?, acquired: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes what is said of a field.
pub fn put_field_policy(conn: &Connection, policy: &FieldPolicy) -> Result<()> {
    let sql = "INSERT INTO field_policy (id, purpose, scope, acquired) VALUES (?1,?2,?3,?4)
               ON CONFLICT (id) DO UPDATE SET purpose=?2, scope=?3, acquired=?4";
    let FieldPolicy { field, purpose, scope, acquired } = policy;
    conn.prepare_cached(sql)?.execute(params![field, purpose, scope, acquired])?;
    Ok(())
}

fn consent(row: &Row) -> rusqlite::Result<Consent> {
    Ok(Consent {
        id: row.get(0)?,
        person_id: row.get(1)?,
        scope: row.get(2)?,
        given_on: row.get(3)?,
        withdrawn_on: row.get(4)?,
        how: row.get(5)?,
        note: row.get(6)?,
    })
}

/// All consents, oldest first.
pub fn consents(conn: &Connection) -> Result<Vec<Consent>> {
    let sql = "SELECT id, person_id, scope, given_on, withdrawn_on, how, note FROM consent ORDER BY given_on, id";
    let all = conn.prepare_cached(sql)?.query_map([], consent)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// One consent.
pub fn find_consent(conn: &Connection, id: ConsentId) -> Result<Option<Consent>> {
    let sql = "SELECT id, person_id, scope, given_on, withdrawn_on, how, note FROM consent WHERE id = ?";
    Ok(conn.prepare_cached(sql)?.query_row([id], consent).optional()?)
}

/// Adds a consent, or writes when it was taken back.
pub fn put_consent(conn: &Connection, c: &Consent) -> Result<()> {
    let sql =
        "INSERT INTO consent (id, person_id, scope, given_on, withdrawn_on, how, note) VALUES (?1,?2,?3,?4,?5,?6,?7)
               ON CONFLICT (id) DO UPDATE SET withdrawn_on=?5, note=?7";
    conn.prepare_cached(sql)?.execute(params![
        c.id,
        c.person_id,
        c.scope,
        c.given_on,
        c.withdrawn_on,
        c.how,
        c.note
    ])?;
    Ok(())
}

/// Years after leaving until a leaver's words are erased.
pub fn leavers_years(conn: &Connection) -> Result<u32> {
    let sql = "SELECT years FROM retention WHERE id = 'leavers'";
    Ok(conn.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()?.unwrap_or(LEAVERS_YEARS))
}

/// Sets them.
pub fn put_leavers_years(conn: &Connection, years: u32) -> Result<()> {
    let sql = "INSERT INTO retention (id, years) VALUES ('leavers', ?1) ON CONFLICT (id) DO UPDATE SET years=?1";
    conn.prepare_cached(sql)?.execute([years])?;
    Ok(())
}

/// People of whom something is held beside their own record: a field of the council's own, a consent, a paper, where they
/// lived.
pub fn with_belongings(conn: &Connection) -> Result<HashSet<PersonId>> {
    let sql = "SELECT person_id FROM custom_value WHERE value <> '' UNION SELECT person_id FROM former_address
               UNION SELECT person_id FROM consent UNION SELECT person_id FROM household_member
               UNION SELECT owner_id FROM attachment WHERE owner_kind = 'person'";
    let ids = conn.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(ids)
}

/// Households in which nobody but these people ever lived: their address is that of the people.
pub fn homes_of_only(conn: &Connection, people: &HashSet<PersonId>) -> Result<Vec<HouseholdId>> {
    let mut query =
        conn.prepare_cached("SELECT household_id, person_id FROM household_member ORDER BY household_id")?;
    let lived = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut homes: BTreeMap<HouseholdId, bool> = BTreeMap::new();
    for row in lived {
        let (home, person): (HouseholdId, PersonId) = row?;
        *homes.entry(home).or_insert(true) &= people.contains(&person);
    }
    Ok(homes.into_iter().filter(|(_, is_theirs)| *is_theirs).map(|(home, _)| home).collect())
}

/// Frozen lists of the roster, up to the year of leaving, in which one of these names stands. What other papers froze was
/// filed, and is kept as long as the accounts.
pub fn frozen_rosters(conn: &Connection, names: &[String], until: FiscalYear) -> Result<Vec<String>> {
    let sql = "SELECT id, facts FROM issued_report WHERE fiscal_year <= ?1 AND facts LIKE '%\"roster.%\":[%'";
    let mut query = conn.prepare_cached(sql)?;
    let frozen = query.query_map([until], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let frozen: Vec<(String, String)> = frozen.collect::<rusqlite::Result<_>>()?;
    let is_named = |facts: &String| names.iter().any(|name| facts.contains(name.as_str()));
    Ok(frozen.into_iter().filter(|(_, facts)| is_named(facts)).map(|(id, _)| id).collect())
}

/// Erases the words of a person; what only counts people stays. With `keeps_name` the name stays, too.
pub fn erase_person(conn: &Connection, id: PersonId, keeps_name: bool) -> Result<()> {
    let name = if keeps_name { "" } else { "family = '', given = ''," };
    let sql = format!(
        "UPDATE person SET {name} family_kana = '', given_kana = '', postal = '', address = '', phone = '', mobile = '',
         birth_on = NULL, alternate_name = '', note = '', version = version + 1 WHERE id = ?1"
    );
    conn.prepare_cached(&sql)?.execute([id])?;
    for table in ["former_address", "custom_value", "consent", "household_member"] {
        conn.prepare_cached(&format!("DELETE FROM {table} WHERE person_id = ?1"))?.execute([id])?;
    }
    conn.prepare_cached("DELETE FROM attachment WHERE owner_kind = 'person' AND owner_id = ?1")?.execute([id])?;
    conn.prepare_cached("UPDATE household SET head_person_id = NULL WHERE head_person_id = ?1")?.execute([id])?;
    if !keeps_name {
        let chair = "UPDATE association_year SET chair_name = '', version = version + 1 WHERE chair_person_id = ?1";
        conn.prepare_cached(chair)?.execute([id])?;
    }
    Ok(())
}

/// Erases what a record that was merged into another still says of itself.
pub fn erase_merged(conn: &Connection, id: PersonId) -> Result<()> {
    let sql = "UPDATE person SET joined_on = NULL, joined_reason = '', left_on = NULL, left_reason = '' WHERE id = ?1";
    conn.prepare_cached(sql)?.execute([id])?;
    erase_person(conn, id, false)
}

/// Erases the words of a household.
pub fn erase_household(conn: &Connection, id: HouseholdId) -> Result<()> {
    let sql = "UPDATE household SET name = '', postal = '', address = '', phone = '', note = '', version = version + 1 WHERE id = ?1";
    conn.prepare_cached(sql)?.execute([id])?;
    conn.prepare_cached("DELETE FROM attachment WHERE owner_kind = 'household' AND owner_id = ?1")?.execute([id])?;
    Ok(())
}

/// Erases a paper and what it was made of.
pub fn erase_frozen(conn: &Connection, id: &str) -> Result<()> {
    conn.prepare_cached("UPDATE issued_report SET facts = '', document = NULL WHERE id = ?1")?.execute([id])?;
    Ok(())
}
