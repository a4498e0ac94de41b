//! Excel 5 to 2003, the binary .xlsb and OpenDocument, through the library's own readers. They may ask for
//! much memory; the reading process has a cap.

use std::io::Cursor;

use calamine::{
    Data, Dimensions, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError,
};
use memchr::memmem;
use paper::{Merge, RawBook};

use super::gather::Gather;
use super::note;
use super::spans::spans;
use super::value::raw;
use crate::Error;
use crate::archive::Archive;
use crate::limits::Limit;

pub(crate) fn read_xls(bytes: &[u8]) -> Result<RawBook, Error> {
    let failed = |error| match error {
        XlsError::Password => Error::Password,
        other => Error::damaged(other),
    };
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(failed)?;
    let mut gather = Gather::default();
    if memmem::find(bytes, b"_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0").is_some() {
        gather.note(note::MACROS);
    }
    for (name, is_hidden) in worksheets(&book) {
        push_range(&mut gather, &book.worksheet_range(&name).map_err(failed)?)?;
        let merges = book.merge_cells_by_sheet_name(&name).map_err(failed)?;
        gather.end_sheet(&name, is_hidden, merges.iter().map(merge).collect())?;
    }
    Ok(gather.finish())
}

pub(crate) fn read_ods(bytes: &[u8]) -> Result<RawBook, Error> {
    let failed = |error| match error {
        OdsError::Password => Error::Password,
        OdsError::CellLimitExceeded { .. } => Error::too_large(Limit::Cells),
        other => Error::damaged(other),
    };
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(failed)?;
    let mut merges = spans(&Archive::open(bytes)?.bytes("content.xml")?)?;
    let mut gather = Gather::default();
    for (name, is_hidden) in worksheets(&book) {
        push_range(&mut gather, &book.worksheet_range(&name).map_err(failed)?)?;
        gather.end_sheet(&name, is_hidden, merges.remove(&name).unwrap_or_default())?;
    }
    Ok(gather.finish())
}

pub(crate) fn read_xlsb(bytes: &[u8]) -> Result<RawBook, Error> {
    let failed = |error| match error {
        XlsbError::Password => Error::Password,
        other => Error::damaged(other),
    };
    let mut book: Xlsb<_> = Xlsb::new(Cursor::new(bytes)).map_err(failed)?;
    let mut gather = Gather::default();
    for (name, is_hidden) in worksheets(&book) {
        let mut cells = book.worksheet_cells_reader(&name).map_err(failed)?;
        while let Some(cell) = cells.next_cell().map_err(failed)? {
            let (row, col) = cell.get_position();
            if let Some(value) = raw(cell.get_value().clone().into()) {
                gather.push(row, col, value)?;
            }
        }
        gather.end_sheet(&name, is_hidden, Vec::new())?;
    }
    Ok(gather.finish())
}

/// Names of the sheets that hold cells, and whether they are hidden.
fn worksheets<R: Reader<Cursor<B>>, B: AsRef<[u8]>>(book: &R) -> Vec<(String, bool)> {
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    sheets.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
}

fn push_range(gather: &mut Gather, range: &Range<Data>) -> Result<(), Error> {
    let Some((top, left)) = range.start() else { return Ok(()) };
    for (row, col, value) in range.used_cells() {
        if let Some(value) = raw(value.clone()) {
            gather.push(top + row as u32, left + col as u32, value)?;
        }
    }
    Ok(())
}

fn merge(range: &Dimensions) -> Merge {
    let ((top, left), (bottom, right)) = (range.start, range.end);
    Merge { top: top + 1, bottom: bottom + 1, left: left + 1, right: right + 1 }
}
