//! Files as people have them → [`RawBook`]: every cell as found, nothing trimmed, no meaning guessed.
//!
//! A hostile file can end the process that parses it (an allocation that fails cannot be caught),
//! so the product calls this in a process of its own: see [`crate::worker`].

mod encoding;
mod gather;
mod legacy;
mod marks;
mod number_format;
mod records;
mod spans;
mod text;
mod value;
mod xlsx;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use paper::RawBook;

use crate::Error;
use crate::archive::Archive;
use crate::kind::{Kind, Workbook, kind_of, workbook_of};
use crate::limits::{self, Limit};

/// Codes of what is worth telling about a file although it was read; each has its sentence.
pub const NOTES: [&str; 5] =
    [note::WIDE_RANGE, note::HIDDEN_SHEET, note::HIDDEN_ROWS, note::MACROS, note::LOST_CHARACTERS];

/// The codes by what they tell.
mod note {
    pub const WIDE_RANGE: &str = "sheets.wide_range";
    pub const HIDDEN_SHEET: &str = "sheets.hidden_sheet";
    pub const HIDDEN_ROWS: &str = "sheets.hidden_rows";
    pub const MACROS: &str = "sheets.macros";
    pub const LOST_CHARACTERS: &str = "sheets.lost_characters";
}

/// Reads a file in this process, within the limits.
pub fn read(path: &Path) -> Result<RawBook, Error> {
    read_as(path, None)
}

/// The same, a text file in the encoding of that name; in none it is found by itself. Other files know their own.
pub fn read_as(path: &Path, encoding: Option<&str>) -> Result<RawBook, Error> {
    let bytes = load(path)?;
    match kind_of(&bytes)? {
        Kind::Zip => read_zip(&bytes),
        Kind::Xls => legacy::read_xls(&bytes),
        Kind::Text => text::read(&bytes, &path.file_stem().unwrap_or_default().to_string_lossy(), encoding),
    }
}

fn read_zip(bytes: &[u8]) -> Result<RawBook, Error> {
    let mut archive = Archive::open(bytes)?;
    let workbook = workbook_of(&mut archive)?;
    if workbook == Workbook::Xlsx {
        return xlsx::read(bytes, archive);
    }
    archive.check_sizes(&[])?;
    if workbook == Workbook::Ods { legacy::read_ods(bytes) } else { legacy::read_xlsb(bytes) }
}

fn load(path: &Path) -> Result<Vec<u8>, Error> {
    let file = File::open(path)?;
    let about = file.metadata()?;
    if !about.is_file() {
        return Err(Error::NotASpreadsheet { found: "フォルダー".to_owned() });
    }
    let mut bytes = Vec::new();
    file.take(limits::FILE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limits::FILE {
        return Err(Error::too_large(Limit::File));
    }
    Ok(bytes)
}
