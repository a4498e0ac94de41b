//! Receipts and their parts.

use std::collections::HashMap;

use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::accounts::{EntryId, Receipt, ReceiptId, ReceiptPart, ReceiptPicture, picture_file};
use crate::calendar::FiscalYear;

const RECEIPT: &str =
    "id, fiscal_year, number, kind, dated_on, addressee, purpose, issuer, amount_yen, note, ticked, version";

fn receipt(row: &Row) -> rusqlite::Result<Receipt> {
    let ticked: String = row.get(10)?;
    Ok(Receipt {
        id: row.get(0)?,
        fiscal_year: row.get(1)?,
        number: row.get(2)?,
        kind: row.get(3)?,
        dated_on: row.get(4)?,
        addressee: row.get(5)?,
        purpose: row.get(6)?,
        issuer: row.get(7)?,
        amount_yen: row.get(8)?,
        note: row.get(9)?,
        ticked: ticked.split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect(),
        parts: vec![],
        version: row.get(11)?,
    })
}

fn part(row: &Row) -> rusqlite::Result<(ReceiptId, ReceiptPart)> {
    Ok((row.get(0)?, ReceiptPart { id: row.get(1)?, entry_id: row.get(2)?, amount_yen: row.get(3)? }))
}

/// The receipts of a year by their numbers.
pub fn receipts(conn: &Connection, year: FiscalYear) -> Result<Vec<Receipt>> {
    let sql = format!("SELECT {RECEIPT} FROM receipt WHERE fiscal_year = ? ORDER BY number");
    let mut all: Vec<Receipt> =
        conn.prepare_cached(&sql)?.query_map([year], receipt)?.collect::<rusqlite::Result<_>>()?;
    let sql = "SELECT receipt_id, receipt_part.id, entry_id, receipt_part.amount_yen FROM receipt_part
               JOIN receipt ON receipt.id = receipt_id WHERE fiscal_year = ? ORDER BY receipt_part.id";
    let mut parts: HashMap<ReceiptId, Vec<ReceiptPart>> = HashMap::new();
    for found in conn.prepare_cached(sql)?.query_map([year], part)? {
        let (id, part) = found?;
        parts.entry(id).or_default().push(part);
    }
    for one in &mut all {
        one.parts = parts.remove(&one.id).unwrap_or_default();
    }
    Ok(all)
}

/// The pictures of a year's receipts by number, those of one receipt as they were attached.
pub fn receipt_pictures(conn: &Connection, year: FiscalYear) -> Result<Vec<ReceiptPicture>> {
    let sql = "SELECT number, content_id, media_type, quarters FROM attachment JOIN receipt ON receipt.id = owner_id
               WHERE owner_kind = 'receipt' AND fiscal_year = ? ORDER BY number, attachment.id";
    let mut pictures: Vec<ReceiptPicture> = Vec::new();
    let mut query = conn.prepare_cached(sql)?;
    let mut rows = query.query([year])?;
    while let Some(row) = rows.next()? {
        let (number, media_type): (i64, String) = (row.get(0)?, row.get(2)?);
        let nth = 1 + pictures.iter().rev().take_while(|one| one.number == number).count();
        let file = picture_file(number, nth, &media_type);
        pictures.push(ReceiptPicture { number, content_id: row.get(1)?, quarters: row.get(3)?, file });
    }
    Ok(pictures)
}

/// How many receipts stand behind each entry of a year that has any.
pub fn receipt_counts(conn: &Connection, year: FiscalYear) -> Result<HashMap<EntryId, i64>> {
    let sql = "SELECT entry_id, COUNT(*) FROM receipt_part JOIN entry ON entry.id = entry_id
               WHERE fiscal_year = ? GROUP BY entry_id";
    let mut query = conn.prepare_cached(sql)?;
    Ok(query.query_map([year], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?)
}

/// The numbers of the receipts behind each entry of a year that has any.
pub fn receipt_numbers(conn: &Connection, year: FiscalYear) -> Result<HashMap<EntryId, Vec<i64>>> {
    let sql = "SELECT entry_id, receipt.number FROM receipt_part JOIN receipt ON receipt.id = receipt_id
               JOIN entry ON entry.id = entry_id WHERE entry.fiscal_year = ? ORDER BY receipt.number";
    let mut numbers: HashMap<EntryId, Vec<i64>> = HashMap::new();
    for found in conn.prepare_cached(sql)?.query_map([year], |row| Ok((row.get(0)?, row.get(1)?)))? {
        let (entry, number) = found?;
        numbers.entry(entry).or_default().push(number);
    }
    Ok(numbers)
}

/// Where the bytes of all pictures of receipts lie, of every year.
pub fn all_receipt_contents(conn: &Connection) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT content_id FROM attachment WHERE owner_kind = 'receipt' ORDER BY content_id";
    Ok(conn.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// The year that a receipt belongs to; none when there is no such receipt.
fn receipt_year(conn: &Connection, id: ReceiptId) -> Result<Option<FiscalYear>> {
    let mut query = conn.prepare_cached("SELECT fiscal_year FROM receipt WHERE id = ?")?;
    Ok(query.query_map([id], |row| row.get(0))?.next().transpose()?)
}

/// One receipt.
pub fn find_receipt(conn: &Connection, id: ReceiptId) -> Result<Option<Receipt>> {
    let Some(year) = receipt_year(conn, id)? else { return Ok(None) };
    Ok(receipts(conn, year)?.into_iter().find(|one| one.id == id))
}

/// True when a receipt is written down behind an entry.
pub fn has_receipt_written(conn: &Connection, entry: EntryId) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM receipt_part WHERE entry_id = ?)";
    Ok(conn.prepare_cached(sql)?.query_row([entry], |row| row.get(0))?)
}

/// The number after the highest that any receipt of the year ever had: the paper of one that was removed bears its number.
pub fn next_receipt_no(conn: &Connection, year: FiscalYear) -> Result<i64> {
    let sql = "SELECT 1 + COALESCE(MAX(number), 0) FROM (SELECT number FROM receipt WHERE fiscal_year = ?1
               UNION ALL SELECT number FROM receipt_gone WHERE fiscal_year = ?1)";
    Ok(conn.prepare_cached(sql)?.query_row([year], |row| row.get(0))?)
}

/// Writes a receipt and its parts, as they are now; the version is raised here.
pub fn put_receipt(conn: &Connection, r: &Receipt) -> Result<()> {
    let sql = format!(
        "INSERT INTO receipt ({RECEIPT}) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,1)
         ON CONFLICT (id) DO UPDATE SET kind=?4, dated_on=?5, addressee=?6, purpose=?7, issuer=?8, amount_yen=?9, note=?10,
             ticked=?11, version=version+1"
    );
    conn.prepare_cached(&sql)?.execute(params![
        r.id,
        r.fiscal_year,
        r.number,
        r.kind,
        r.dated_on,
        r.addressee,
        r.purpose,
        r.issuer,
        r.amount_yen,
        r.note,
        r.ticked.join(",")
    ])?;
    conn.prepare_cached("DELETE FROM receipt_part WHERE receipt_id = ?")?.execute([r.id])?;
    let sql = "INSERT INTO receipt_part (id, receipt_id, entry_id, amount_yen) VALUES (?,?,?,?)";
    for part in &r.parts {
        conn.prepare_cached(sql)?.execute(params![part.id, r.id, part.entry_id, part.amount_yen])?;
    }
    Ok(())
}

/// Takes a receipt away, with its parts. Its number stays taken.
pub fn delete_receipt(conn: &Connection, id: ReceiptId) -> Result<()> {
    let sql =
        "INSERT INTO receipt_gone (id, fiscal_year, number) SELECT id, fiscal_year, number FROM receipt WHERE id = ?";
    conn.prepare_cached(sql)?.execute([id])?;
    conn.prepare_cached("DELETE FROM receipt_part WHERE receipt_id = ?")?.execute([id])?;
    conn.prepare_cached("DELETE FROM receipt WHERE id = ?")?.execute([id])?;
    Ok(())
}
