//! SQL of equipment, its checks and its loans.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Disposal, Equipment, EquipmentCheck, EquipmentId, Found, Loan, LoanId, Restriction};
use crate::Result;
use crate::accounts::EntryId;
use crate::calendar::FiscalYear;
use crate::fact::Facts;
use crate::id::Id;

const ITEM: &str = "id, number, name, model, kind, quantity, price_yen, granted_yen, acquired_on, source, source_name, grant_id, entry_id, place, keeper, useful_years, restriction, restricted_until, condition, note, disposal_way, disposed_on, disposal_reason, approval_no, is_disposed";

/// All equipment by number, whole numbers in their order and before others.
pub fn items(conn: &Connection) -> Result<Vec<Equipment>> {
    let sql = format!(
        "SELECT {ITEM} FROM equipment ORDER BY number GLOB '*[^0-9]*', CASE WHEN number GLOB '*[^0-9]*' THEN 0 ELSE CAST(number AS INTEGER) END, number"
    );
    Ok(conn.prepare_cached(&sql)?.query_map([], read_item)?.collect::<rusqlite::Result<_>>()?)
}

/// A piece by its key.
pub fn find_item(conn: &Connection, id: EquipmentId) -> Result<Option<Equipment>> {
    let sql = format!("SELECT {ITEM} FROM equipment WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_map([id], read_item)?.next().transpose()?)
}

fn read_item(row: &Row) -> rusqlite::Result<Equipment> {
    let word: String = row.get(16)?;
    let until: Option<NaiveDate> = row.get(17)?;
    let restriction = match (word.as_str(), until) {
        ("until", Some(day)) => Restriction::Until(day),
        ("none", _) => Restriction::None,
        _ => Restriction::Unknown,
    };
    Ok(Equipment {
        id: row.get(0)?,
        number: row.get(1)?,
        name: row.get(2)?,
        model: row.get(3)?,
        kind: row.get(4)?,
        quantity: row.get(5)?,
        price_yen: row.get(6)?,
        granted_yen: row.get(7)?,
        acquired_on: row.get(8)?,
        source: row.get(9)?,
        source_name: row.get(10)?,
        grant_id: row.get(11)?,
        entry_id: row.get(12)?,
        place: row.get(13)?,
        keeper: row.get(14)?,
        useful_years: row.get(15)?,
        restriction,
        condition: row.get(18)?,
        note: row.get(19)?,
        disposal: read_disposal(row)?,
    })
}

fn read_disposal(row: &Row) -> rusqlite::Result<Option<Disposal>> {
    let (Some(way), Some(on)) = (row.get(20)?, row.get(21)?) else { return Ok(None) };
    Ok(Some(Disposal { way, on, reason: row.get(22)?, approval_no: row.get(23)?, is_done: row.get(24)? }))
}

/// Adds a piece or writes it anew; the version is raised here.
pub fn put_item(conn: &Connection, e: &Equipment) -> Result<()> {
    let sql = format!(
        "INSERT INTO equipment ({ITEM}, version) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23,?24,?25,1)
         ON CONFLICT (id) DO UPDATE SET number=?2, name=?3, model=?4, kind=?5, quantity=?6, price_yen=?7, granted_yen=?8, acquired_on=?9,
           source=?10, source_name=?11, grant_id=?12, entry_id=?13, place=?14, keeper=?15, useful_years=?16, restriction=?17,
           restricted_until=?18, condition=?19, note=?20, disposal_way=?21, disposed_on=?22, disposal_reason=?23, approval_no=?24,
           is_disposed=?25, version=version+1"
    );
    let disposal = e.disposal.as_ref();
    conn.prepare_cached(&sql)?.execute(params![
        e.id,
        e.number,
        e.name,
        e.model,
        e.kind,
        e.quantity,
        e.price_yen,
        e.granted_yen,
        e.acquired_on,
        e.source,
        e.source_name,
        e.grant_id,
        e.entry_id,
        e.place,
        e.keeper,
        e.useful_years,
        e.restriction.word(),
        e.restriction.until(),
        e.condition,
        e.note,
        disposal.map(|d| d.way),
        disposal.map(|d| d.on),
        disposal.map_or("", |d| d.reason.as_str()),
        disposal.map_or("", |d| d.approval_no.as_str()),
        disposal.is_some_and(|d| d.is_done),
    ])?;
    Ok(())
}

/// What an entry bought was bought by the one that stands for it after a correction.
pub fn move_entry(conn: &Connection, from: EntryId, to: EntryId) -> Result<()> {
    conn.prepare_cached("UPDATE equipment SET entry_id = ?2, version = version + 1 WHERE entry_id = ?1")?
        .execute(params![from, to])?;
    Ok(())
}

/// Entries that were said to have bought no equipment.
pub fn passed(conn: &Connection) -> Result<Vec<EntryId>> {
    let mut statement = conn.prepare_cached("SELECT entry_id FROM equipment_passed ORDER BY id")?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Writes down that an entry bought no equipment.
pub fn put_passed(conn: &Connection, entry: EntryId) -> Result<()> {
    /// Marks keys of these rows.
    enum Passed {}
    let sql = "INSERT INTO equipment_passed (id, entry_id) VALUES (?, ?) ON CONFLICT (entry_id) DO NOTHING";
    conn.prepare_cached(sql)?.execute(params![Id::<Passed>::new(), entry])?;
    Ok(())
}

const CHECK: &str =
    "id, equipment_id, fiscal_year, checked_on, checked_by, note, result, quantity, away, seen, is_loan_checked";

/// All checks, first to last.
pub fn checks(conn: &Connection) -> Result<Vec<EquipmentCheck>> {
    let sql = format!("SELECT {CHECK} FROM equipment_check ORDER BY fiscal_year, checked_on, id");
    let read = |row: &Row| {
        Ok(EquipmentCheck {
            id: row.get(0)?,
            equipment_id: row.get(1)?,
            fiscal_year: row.get(2)?,
            checked_on: row.get(3)?,
            checked_by: row.get(4)?,
            note: row.get(5)?,
            found: Found {
                result: row.get(6)?,
                quantity: row.get(7)?,
                away: row.get(8)?,
                seen: row.get(9)?,
                is_loan_checked: row.get(10)?,
            },
        })
    };
    Ok(conn.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Writes what was found; a second look in the same year stands for the first.
pub fn put_check(conn: &Connection, c: &EquipmentCheck) -> Result<()> {
    let sql = format!(
        "INSERT INTO equipment_check ({CHECK}, version) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,1)
         ON CONFLICT (equipment_id, fiscal_year) DO UPDATE SET checked_on=?4, checked_by=?5, note=?6, result=?7, quantity=?8, away=?9,
           seen=?10, is_loan_checked=?11, version=version+1"
    );
    conn.prepare_cached(&sql)?.execute(params![
        c.id,
        c.equipment_id,
        c.fiscal_year,
        c.checked_on,
        c.checked_by,
        c.note,
        c.found.result,
        c.found.quantity,
        c.found.away,
        c.found.seen,
        c.found.is_loan_checked
    ])?;
    Ok(())
}

const LOAN: &str = "id, equipment_id, borrower, contact, purpose, quantity, lent_on, due_on, returned_on, note";

/// All loans, latest first.
pub fn loans(conn: &Connection) -> Result<Vec<Loan>> {
    let sql = format!("SELECT {LOAN} FROM equipment_loan ORDER BY lent_on DESC, id DESC");
    Ok(conn.prepare_cached(&sql)?.query_map([], read_loan)?.collect::<rusqlite::Result<_>>()?)
}

/// A loan by its key.
pub fn find_loan(conn: &Connection, id: LoanId) -> Result<Option<Loan>> {
    let sql = format!("SELECT {LOAN} FROM equipment_loan WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_map([id], read_loan)?.next().transpose()?)
}

fn read_loan(row: &Row) -> rusqlite::Result<Loan> {
    Ok(Loan {
        id: row.get(0)?,
        equipment_id: row.get(1)?,
        borrower: row.get(2)?,
        contact: row.get(3)?,
        purpose: row.get(4)?,
        quantity: row.get(5)?,
        lent_on: row.get(6)?,
        due_on: row.get(7)?,
        returned_on: row.get(8)?,
        note: row.get(9)?,
    })
}

/// Adds a loan or writes it anew.
pub fn put_loan(conn: &Connection, l: &Loan) -> Result<()> {
    let sql = format!(
        "INSERT INTO equipment_loan ({LOAN}, version) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,1)
         ON CONFLICT (id) DO UPDATE SET borrower=?3, contact=?4, purpose=?5, quantity=?6, lent_on=?7, due_on=?8, returned_on=?9,
           note=?10, version=version+1"
    );
    conn.prepare_cached(&sql)?.execute(params![
        l.id,
        l.equipment_id,
        l.borrower,
        l.contact,
        l.purpose,
        l.quantity,
        l.lent_on,
        l.due_on,
        l.returned_on,
        l.note
    ])?;
    Ok(())
}

/// What the closing of a year kept of the register; none while it is open.
pub fn kept(conn: &Connection, year: FiscalYear) -> Result<Option<Facts>> {
    let sql = "SELECT equipment FROM closed_year WHERE fiscal_year = ? AND equipment <> ''";
    let text: Option<String> = conn.prepare_cached(sql)?.query_row([year], |row| row.get(0)).optional()?;
    let read = |text: String| {
        let damaged = |e| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e));
        serde_json::from_str(&text).map_err(damaged)
    };
    Ok(text.map(read).transpose()?)
}

/// Keeps what the papers of a year that was just closed say of the register.
pub fn keep(conn: &Connection, year: FiscalYear, facts: &Facts) -> Result<()> {
    let text = serde_json::to_string(facts).map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))?;
    let sql = "UPDATE closed_year SET equipment = ?2 WHERE fiscal_year = ?1";
    conn.prepare_cached(sql)?.execute(params![year, text])?;
    Ok(())
}
