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

use std::ops::Range;

use paper::{Block, Document};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::Error;
use grid::Plan;
use sheet::Sheet;
pub use stickers::{Stickers, stickers};

/// Height that parts two tables, in points.
const BETWEEN: f64 = 8.0;

/// Papers on one sheet of a workbook: Excel keeps 1,023 page breaks, and each of them may have one of its own.
const PAPERS: usize = 500;

impl From<XlsxError> for Error {
    fn from(error: XlsxError) -> Error {
        Error::Unwritable { detail: error.to_string() }
    }
}

/// Writes a document as an .xlsx, on as many sheets as its page breaks need; the same document gives the same bytes.
pub fn write(document: &Document) -> Result<Vec<u8>, Error> {
    let mut book = Workbook::new();
    // No clock: a fixed moment, so that nothing but the contents tells two files apart.
    let created = ExcelDateTime::from_ymd(2025, 4, 1)?;
    book.set_properties(&DocProperties::new().set_title(&document.title).set_creation_datetime(&created));
    let plan = Plan::of(document);
    for (nth, part) in parts(&document.blocks).into_iter().enumerate() {
        let sheet = Sheet::new(book.add_worksheet(), document, plan.grid.clone(), nth + 1);
        fill(sheet, &document.blocks[part.clone()], &plan.lines[part])?;
    }
    Ok(book.save_to_buffer()?)
}

/// The blocks of each sheet.
fn parts(blocks: &[Block]) -> Vec<Range<usize>> {
    let begins = |(_, block): &(usize, &Block)| matches!(block, Block::PageBreak | Block::Copy(_));
    let papers: Vec<usize> = blocks.iter().enumerate().filter(begins).map(|(at, _)| at).collect();
    let cuts: Vec<usize> = papers.iter().skip(PAPERS).step_by(PAPERS).copied().collect();
    let starts = [0].into_iter().chain(cuts.iter().copied());
    starts.zip(cuts.iter().copied().chain([blocks.len()])).map(|(from, to)| from..to).collect()
}

fn fill(mut sheet: Sheet, blocks: &[Block], lines: &[Vec<u32>]) -> Result<(), Error> {
    sheet.begin()?;
    let mut before: Option<&Block> = None;
    for (block, lines) in blocks.iter().zip(lines) {
        if let (Some(Block::Table(_)), Block::Table(table)) = (before, block)
            && !table.has_caption()
        {
            sheet.end_row(BETWEEN)?;
            sheet.keep(1);
        }
        sheet.block(block, lines)?;
        before = Some(block);
    }
    sheet.finish()
}
