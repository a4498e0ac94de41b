//! [`Document`] → a workbook of our own: one sheet, set up to print, the sibling of the PDF. Numbers are numbers,
//! sums are formulas that carry their value, and nothing a user typed is ever a formula.

mod blocks;
mod chart;
mod grid;
mod look;
mod measure;
mod page;
mod pages;
mod picture;
mod qr;
mod sheet;
mod stickers;
mod table;
mod tree;

use paper::{Block, Document};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::Error;
use grid::Plan;
use sheet::Sheet;
pub use stickers::{Stickers, stickers};

/// Height that parts two tables, in points.
const BETWEEN: f64 = 8.0;

impl From<XlsxError> for Error {
    fn from(error: XlsxError) -> Error {
        Error::Unwritable { detail: error.to_string() }
    }
}

/// Writes a document as an .xlsx; the same document gives the same bytes.
pub fn write(document: &Document) -> Result<Vec<u8>, Error> {
    let mut book = Workbook::new();
    // No clock: a fixed moment, so that nothing but the contents tells two files apart.
    let created = ExcelDateTime::from_ymd(2025, 4, 1)?;
    book.set_properties(&DocProperties::new().set_title(&document.title).set_creation_datetime(&created));
    let plan = Plan::of(document);
    let mut sheet = Sheet::new(book.add_worksheet(), document, plan.grid);
    sheet.begin()?;
    let mut before: Option<&Block> = None;
    for (block, lines) in document.blocks.iter().zip(&plan.lines) {
        if let (Some(Block::Table(_)), Block::Table(table)) = (before, block)
            && !table.has_caption()
        {
            sheet.end_row(BETWEEN)?;
            sheet.keep(1);
        }
        sheet.block(block, lines)?;
        before = Some(block);
    }
    sheet.finish()?;
    Ok(book.save_to_buffer()?)
}
