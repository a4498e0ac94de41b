//! Several files as one ZIP, written as they come: the pictures of a year need not fit into memory together.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use chrono::{Datelike, NaiveDate};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::Result;

/// A ZIP under way.
pub(crate) struct Packed {
    zip: ZipWriter<File>,
    options: SimpleFileOptions,
}

impl Packed {
    /// Writes a whole ZIP or nothing: beside it first, then by rename. Its files bear the day.
    pub fn write(path: &Path, on: NaiveDate, fill: impl FnOnce(&mut Packed) -> Result<()>) -> Result<()> {
        let beside = path.with_extension("part");
        let written = Packed::write_at(&beside, on, fill).and_then(|()| Ok(std::fs::rename(&beside, path)?));
        // What is left of a failed one is worth nothing; the failure itself is told.
        written.inspect_err(|_| drop(std::fs::remove_file(&beside)))
    }

    fn write_at(path: &Path, on: NaiveDate, fill: impl FnOnce(&mut Packed) -> Result<()>) -> Result<()> {
        let number = |n: u32| u8::try_from(n).unwrap_or(1);
        let year = u16::try_from(on.year()).unwrap_or(1980);
        let day = DateTime::from_date_and_time(year, number(on.month()), number(on.day()), 0, 0, 0).unwrap_or_default();
        let options = SimpleFileOptions::default().last_modified_time(day).large_file(false);
        let mut packed = Packed { zip: ZipWriter::new(File::create(path)?), options };
        fill(&mut packed)?;
        packed.zip.finish().map_err(io::Error::from)?.sync_all()?;
        Ok(())
    }

    /// Adds a file. What is packed already, as photographs and papers are, is not packed once more.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let is_packed = [".jpg", ".png", ".pdf", ".xlsx", ".heic"].iter().any(|ending| name.ends_with(ending));
        let method = if is_packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        self.zip.start_file(name, self.options.compression_method(method)).map_err(io::Error::from)?;
        Ok(self.zip.write_all(bytes)?)
    }
}
