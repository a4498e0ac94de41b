//! Values into the cells of a city's own workbook, in place: only the bytes of the named cells change, every other
//! part of the archive is copied as it is. Libraries that load and save a workbook lose what they do not know
//! (seals drawn as shapes, vertical text, furigana); this loses nothing.

mod cell;
mod edit;
mod formula;
mod map;
mod plan;
mod recalculate;
mod styles;

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use paper::{StampCell, column_letters};
use sha2::{Digest, Sha256};
use zip::ZipWriter;

use crate::Error;
use crate::archive::Archive;
use crate::kind::{Kind, Workbook, kind_of, workbook_of};
use crate::package::Package;
use map::SheetMap;
use plan::Plan;

/// What stands in a cell of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Nothing, but the cell has its own look.
    Empty,
    /// A text or a number.
    Filled,
    /// A formula, which is never written over.
    Formula,
}

/// Fills cells of a workbook; the same template and cells give the same bytes.
pub fn stamp(template: &[u8], cells: &[StampCell]) -> Result<Vec<u8>, Error> {
    let (mut archive, package) = open(template)?;
    let plan = Plan::new(&mut archive, &package, cells)?;
    let changed = plan.parts(&mut archive, &package)?;
    rewrite(archive, &changed)
}

/// A name for exactly this template, so that a new revision of a city's form is noticed.
pub fn fingerprint(template: &[u8]) -> String {
    Sha256::digest(template).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The cells that a sheet of a template has, by address.
pub fn cells(template: &[u8], sheet: &str) -> Result<BTreeMap<String, CellKind>, Error> {
    let (mut archive, package) = open(template)?;
    let part = package.sheet(sheet)?.part.clone();
    let map = SheetMap::read(archive.text(&part)?)?;
    let named = |(row, col): (u32, u32)| format!("{}{row}", column_letters(col));
    Ok(map.cells().map(|(place, cell)| (named(place), cell.kind())).collect())
}

fn open(template: &[u8]) -> Result<(Archive<'_>, Package), Error> {
    if kind_of(template)? != Kind::Zip {
        return Err(Error::OldWorkbook);
    }
    let mut archive = Archive::open(template)?;
    archive.check_sizes(&[])?;
    if workbook_of(&mut archive)? != Workbook::Xlsx {
        return Err(Error::OldWorkbook);
    }
    if archive.names().any(|name| name.starts_with("_xmlsignatures/")) {
        return Err(Error::Signed);
    }
    let package = Package::read(&mut archive)?;
    if package.is_strict { Err(Error::Strict) } else { Ok((archive, package)) }
}

/// The archive with some parts exchanged, the others copied without unpacking them.
fn rewrite(archive: Archive, changed: &BTreeMap<String, String>) -> Result<Vec<u8>, Error> {
    let mut from = archive.into_inner();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    to.set_raw_comment(from.comment().into())?;
    for index in 0..from.len() {
        let entry = from.by_index_raw(index)?;
        let name = entry.name()?.into_owned();
        match changed.get(&name) {
            Some(part) => {
                to.start_file(&name, entry.options())?;
                to.write_all(part.as_bytes())?;
            }
            None => to.raw_copy_file(entry)?,
        }
    }
    Ok(to.finish()?.into_inner())
}
