//! 領収書 by their numbers, each with the files of its pictures as the audit pack names them.

use paper::Value;
use rusqlite::Connection;

use super::words;
use crate::Result;
use crate::accounts::{Books, Receipt, ReceiptPicture, store};
use crate::fact::{FactRow, Facts, row};

/// States `evidence.receipts` and how many pictures they have.
pub(super) fn state(facts: &mut Facts, conn: &Connection, books: &Books) -> Result<()> {
    let pictures = store::receipt_pictures(conn, books.year)?;
    let receipts = store::receipts(conn, books.year)?;
    let count = Some(pictures.len() as i64).filter(|count| *count > 0);
    facts.state("evidence.pictures", count.map_or(Value::Blank, Value::Count));
    facts.state_list("evidence.receipts", rows(books, &receipts, &pictures));
    Ok(())
}

/// A row for each receipt.
pub(super) fn rows(books: &Books, receipts: &[Receipt], pictures: &[ReceiptPicture]) -> Vec<FactRow> {
    receipts.iter().map(|one| receipt_row(books, one, pictures)).collect()
}

fn receipt_row(books: &Books, receipt: &Receipt, pictures: &[ReceiptPicture]) -> FactRow {
    let files: Vec<&str> =
        pictures.iter().filter(|one| one.number == receipt.number).map(|one| one.file.as_str()).collect();
    let entries = receipt.parts.iter().filter_map(|part| books.entries.iter().find(|e| e.id == part.entry_id));
    let vouchers: Vec<String> = entries.filter_map(|entry| Some(entry.voucher_no?.to_string())).collect();
    row([
        ("number", Value::Count(receipt.number).into()),
        ("dated_on", receipt.dated_on.map_or(Value::Blank, Value::Date).into()),
        ("issuer", words(&receipt.issuer)),
        ("purpose", words(&receipt.purpose)),
        ("amount_yen", receipt.amount_yen.fact()),
        ("vouchers", words(&vouchers.join("、"))),
        ("pictures", words(&files.join("、"))),
    ])
}
