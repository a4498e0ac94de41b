//! .xlsx and .xlsm, cell by cell: the library's dense ranges would let a file of 2 KB ask for 512 GB.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use paper::{RawBook, RawValue};

use super::gather::Gather;
use super::marks::Marks;
use super::note;
use super::number_format::DigitFormat;
use super::value::raw;
use crate::Error;
use crate::archive::Archive;
use crate::package::{Package, SheetPart};

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

pub(crate) fn read(bytes: &[u8], mut archive: Archive) -> Result<RawBook, Error> {
    let package = Package::read(&mut archive)?;
    let sheets: Vec<&str> = package.sheets.iter().map(|sheet| sheet.part.as_str()).collect();
    archive.check_sizes(&sheets)?;
    let mut book = Book::new(Cursor::new(bytes)).map_err(failed)?;
    let mut gather = Gather::default();
    if archive.names().any(|name| name.ends_with("vbaProject.bin")) {
        gather.note(note::MACROS);
    }
    for sheet in &package.sheets {
        let marks = Marks::read(&archive.bytes(&sheet.part)?)?;
        read_sheet(&mut book, sheet, marks, &mut gather)?;
    }
    Ok(gather.finish())
}

fn read_sheet(book: &mut Book, sheet: &SheetPart, marks: Marks, gather: &mut Gather) -> Result<(), Error> {
    let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(failed)?;
    let formats: Vec<Option<DigitFormat>> =
        cells.styles().iter().map(|style| DigitFormat::parse(&style.number_format.as_ref()?.format_code)).collect();
    loop {
        match cells.next_cell_with_style_id() {
            Ok(Some((cell, style))) => {
                let (row, col) = cell.get_position();
                let format = formats.get(style).and_then(Option::as_ref);
                if let Some(value) = value(cell.get_value(), format) {
                    gather.push(row, col, value)?;
                }
            }
            Ok(None) => break,
            // An error the library has no name for; the marks have its text.
            Err(XlsxError::CellError(_)) => {}
            Err(error) => return Err(failed(error)),
        }
    }
    for (row, col, value) in marks.cells {
        gather.push(row, col, value)?;
    }
    if marks.hides {
        gather.note(note::HIDDEN_ROWS);
    }
    gather.end_sheet(&sheet.name, sheet.is_hidden, marks.merges)
}

/// The value of a cell; errors come from the marks.
fn value(value: &DataRef, format: Option<&DigitFormat>) -> Option<RawValue> {
    match (value, format) {
        (DataRef::Error(_), _) => None,
        (DataRef::Float(number), Some(format)) => {
            Some(format.show(*number).map_or(RawValue::Number(*number), RawValue::Text))
        }
        (value, _) => raw(value.clone().into()),
    }
}

fn failed(error: XlsxError) -> Error {
    match error {
        XlsxError::Password => Error::Password,
        other => Error::damaged(other),
    }
}
