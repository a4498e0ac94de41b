//! SQL of grants.

use chrono::NaiveDate;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{AmountBasis, Grant, GrantStep, GrantStepId, WrittenOf, WrittenRules};
use crate::accounts::{Entry, EntryId, GrantId};
use crate::calendar::FiscalYear;
use crate::id::Id;
use crate::money::Yen;
use crate::{Error, Result};

/// A step; an entry that was taken back pays nothing.
const STEP: &str = "s.id, s.grant_id, s.stage, s.state, s.happened_on, s.number, s.amount_yen, s.note, s.version,
  (SELECT e.id FROM entry e WHERE e.id = s.entry_id AND NOT EXISTS (SELECT 1 FROM entry v WHERE v.voids_id = e.id)),
  s.basis";

/// The grants of a year, in the order in which they came.
pub fn grants(conn: &Connection, year: FiscalYear) -> Result<Vec<Grant>> {
    let sql = "SELECT id, fiscal_year, name, decided_yen, decided_on, decision_no FROM grant_award WHERE fiscal_year = ? ORDER BY id";
    let read = |row: &Row| {
        Ok(Grant {
            id: row.get(0)?,
            fiscal_year: row.get(1)?,
            name: row.get(2)?,
            decided_yen: row.get(3)?,
            decided_on: row.get(4)?,
            decision_no: row.get(5)?,
            fixed_yen: None,
        })
    };
    let all = conn.prepare_cached(sql)?.query_map([year], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// The grants of all years, the latest first.
pub fn all_grants(conn: &Connection) -> Result<Vec<Grant>> {
    let sql = "SELECT DISTINCT fiscal_year FROM grant_award ORDER BY fiscal_year DESC";
    let years: Vec<FiscalYear> =
        conn.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let of_years = years.into_iter().map(|year| grants(conn, year)).collect::<Result<Vec<_>>>()?;
    Ok(of_years.into_iter().flatten().collect())
}

/// The grant of the same name in a year; none where that year has no such grant.
pub fn grant_in(conn: &Connection, id: GrantId, year: FiscalYear) -> Result<Option<GrantId>> {
    let sql = "SELECT one.id FROM grant_award one JOIN grant_award chosen USING (name) WHERE chosen.id = ? AND one.fiscal_year = ?";
    Ok(conn.prepare_cached(sql)?.query_row(params![id, year], |row| row.get(0)).optional()?)
}

/// Adds a grant that the city has not decided yet.
pub fn insert_grant(conn: &Connection, year: FiscalYear, name: &str) -> Result<GrantId> {
    let id = GrantId::new();
    let sql = "INSERT INTO grant_award (id, fiscal_year, name, decided_yen, decided_on, decision_no) VALUES (?, ?, ?, NULL, NULL, '')";
    conn.prepare_cached(sql)?.execute(params![id, year, name])?;
    Ok(id)
}

/// Writes the city's decision.
pub fn update_decision(conn: &Connection, id: GrantId, decided: Yen, on: NaiveDate, number: &str) -> Result<()> {
    let sql = "UPDATE grant_award SET decided_yen = ?2, decided_on = ?3, decision_no = ?4 WHERE id = ?1";
    conn.prepare_cached(sql)?.execute(params![id, decided, on, number])?;
    Ok(())
}

/// The steps of a year's grants, in the order in which they came.
pub fn steps(conn: &Connection, year: FiscalYear) -> Result<Vec<GrantStep>> {
    let sql = format!(
        "SELECT {STEP} FROM grant_step s JOIN grant_award g ON g.id = s.grant_id
         WHERE g.fiscal_year = ? ORDER BY s.happened_on, s.id"
    );
    Ok(conn.prepare_cached(&sql)?.query_map([year], read_step)?.collect::<rusqlite::Result<_>>()?)
}

/// A step by its key.
pub fn find_step(conn: &Connection, id: GrantStepId) -> Result<Option<GrantStep>> {
    let sql = format!("SELECT {STEP} FROM grant_step s WHERE s.id = ?");
    Ok(conn.prepare_cached(&sql)?.query_map([id], read_step)?.next().transpose()?)
}

/// A grant by its key; none when there is no such grant.
pub fn find_grant(conn: &Connection, id: GrantId) -> Result<Option<Grant>> {
    let sql = "SELECT fiscal_year FROM grant_award WHERE id = ?";
    let year: Option<FiscalYear> = conn.prepare_cached(sql)?.query_map([id], |row| row.get(0))?.next().transpose()?;
    let Some(year) = year else { return Ok(None) };
    Ok(grants(conn, year)?.into_iter().find(|grant| grant.id == id))
}

/// Adds a step or writes it anew; the version is raised here.
pub fn put_step(conn: &Connection, s: &GrantStep) -> Result<()> {
    let sql = "INSERT INTO grant_step (id, grant_id, stage, state, happened_on, number, amount_yen, note, basis, version)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1)
               ON CONFLICT (id) DO UPDATE SET stage=?3, state=?4, happened_on=?5, number=?6, amount_yen=?7, note=?8, basis=?9, version=version+1";
    let basis = s.basis.as_ref().map(serde_json::to_string).transpose();
    let basis = basis.map_err(|e| Error::refused("office.database").because(e))?;
    let values = params![s.id, s.grant_id, s.stage, s.state, s.happened_on, s.number, s.amount_yen, s.note, basis];
    conn.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

/// Writes down by which expense a 返還 was paid.
pub fn set_step_entry(conn: &Connection, id: GrantStepId, entry: EntryId) -> Result<()> {
    let sql = "UPDATE grant_step SET entry_id = ?2, version = version + 1 WHERE id = ?1";
    conn.prepare_cached(sql)?.execute(params![id, entry])?;
    Ok(())
}

/// The expenses by which a 返還 was paid.
pub fn paid_entries(conn: &Connection) -> Result<Vec<EntryId>> {
    let sql = "SELECT entry_id FROM grant_step WHERE entry_id IS NOT NULL";
    Ok(conn.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Writes down by which expense a 返還 was paid in place of another, and what that says.
pub fn move_step_entry(conn: &Connection, from: EntryId, to: Option<&Entry>) -> Result<()> {
    let sql = "UPDATE grant_step SET entry_id = ?2, happened_on = coalesce(?3, happened_on),
               amount_yen = coalesce(?4, amount_yen), version = version + 1 WHERE entry_id = ?1";
    let (day, amount) = (to.map(|entry| entry.entered_on), to.map(|entry| entry.amount_yen));
    conn.prepare_cached(sql)?.execute(params![from, to.map(|entry| entry.id), day, amount])?;
    Ok(())
}

/// An expense by which money of a grant went back to the city.
#[derive(Debug, Clone, Copy)]
pub struct Repaid {
    /// 記帳
    pub entry_id: EntryId,
    /// 交付金
    pub grant_id: GrantId,
    /// 年度 in whose books it stands.
    pub year: FiscalYear,
}

/// The expenses by which money of grants went back, of all years; what was taken back paid nothing.
pub fn repaid(conn: &Connection) -> Result<Vec<Repaid>> {
    let sql = "SELECT e.id, s.grant_id, e.fiscal_year FROM grant_step s JOIN entry e ON e.id = s.entry_id
               WHERE NOT EXISTS (SELECT 1 FROM entry v WHERE v.voids_id = e.id) ORDER BY s.id";
    let read = |row: &Row| Ok(Repaid { entry_id: row.get(0)?, grant_id: row.get(1)?, year: row.get(2)? });
    Ok(conn.prepare_cached(sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// 精算払: money of a grant that came in a later year than the grant's own.
#[derive(Debug, Clone, Copy)]
pub struct CameLater {
    /// 交付金
    pub grant_id: GrantId,
    /// 年度 in whose books it stands.
    pub year: FiscalYear,
    /// The day on which it came.
    pub on: NaiveDate,
    /// 円; below zero where it was taken back.
    pub amount_yen: Yen,
}

/// The income of later years that is money of earlier grants.
pub fn came_later(conn: &Connection) -> Result<Vec<CameLater>> {
    let sql = "SELECT e.grant_id, e.fiscal_year, e.entered_on, e.amount_yen
               FROM entry e JOIN grant_award g ON g.id = e.grant_id
               WHERE e.kind = 'income' AND e.fiscal_year > g.fiscal_year ORDER BY e.entered_on, e.id";
    let read = |row: &Row| {
        Ok(CameLater { grant_id: row.get(0)?, year: row.get(1)?, on: row.get(2)?, amount_yen: row.get(3)? })
    };
    Ok(conn.prepare_cached(sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Takes a step away.
pub fn delete_step(conn: &Connection, id: GrantStepId) -> Result<()> {
    conn.prepare_cached("DELETE FROM grant_step WHERE id = ?")?.execute([id])?;
    Ok(())
}

/// The rules that the council has written down itself, of all years.
pub fn written(conn: &Connection) -> Result<Vec<WrittenOf>> {
    let sql =
        "SELECT g.fiscal_year, g.name, r.rules FROM grant_rule r JOIN grant_award g ON g.id = r.grant_id ORDER BY g.id";
    let read = |row: &Row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?));
    let all: Vec<_> = conn.prepare_cached(sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
    let of = |(year, name, json): (_, _, String)| {
        let rules = serde_json::from_str(&json).map_err(|e| Error::refused("office.database").because(e))?;
        Ok(WrittenOf { year, name, rules })
    };
    all.into_iter().map(of).collect()
}

/// Writes the rules of a grant down; the same ones again are no change.
pub fn put_rules(conn: &Connection, id: GrantId, rules: &WrittenRules) -> Result<()> {
    let sql = "INSERT INTO grant_rule (id, grant_id, rules, version) VALUES (?1, ?2, ?3, 1)
               ON CONFLICT (grant_id) DO UPDATE SET rules=?3, version=version+1 WHERE rules <> ?3";
    let json = serde_json::to_string(rules).map_err(|e| Error::refused("office.database").because(e))?;
    conn.prepare_cached(sql)?.execute(params![Id::<WrittenRules>::new(), id, json])?;
    Ok(())
}

/// Takes the rules of a grant away; false where none were written.
pub fn delete_rules(conn: &Connection, id: GrantId) -> Result<bool> {
    Ok(conn.prepare_cached("DELETE FROM grant_rule WHERE grant_id = ?")?.execute([id])? > 0)
}

fn read_step(row: &Row) -> rusqlite::Result<GrantStep> {
    Ok(GrantStep {
        id: row.get(0)?,
        grant_id: row.get(1)?,
        stage: row.get(2)?,
        state: row.get(3)?,
        happened_on: row.get(4)?,
        number: row.get(5)?,
        amount_yen: row.get(6)?,
        note: row.get(7)?,
        version: row.get(8)?,
        entry_id: row.get(9)?,
        basis: row.get::<_, Option<String>>(10)?.map(|json| read_basis(&json)).transpose()?,
    })
}

fn read_basis(json: &str) -> rusqlite::Result<AmountBasis> {
    serde_json::from_str(json).map_err(|e| rusqlite::Error::FromSqlConversionFailure(10, Type::Text, Box::new(e)))
}
