//! A zip archive of a stranger, checked before anything in it is believed.

use std::collections::HashSet;
use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;
use zip::read::ZipFile;

use crate::Error;
use crate::limits;

/// A checked archive over the bytes of a file.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

/// One entry while it is read.
type Entry<'z, 'a> = ZipFile<'z, Cursor<&'a [u8]>>;

impl<'a> Archive<'a> {
    /// Opens the archive and checks its names; nothing is unpacked yet.
    pub fn open(bytes: &'a [u8]) -> Result<Archive<'a>, Error> {
        if memmem::find_iter(bytes, b"PK\x01\x02").nth(limits::ENTRIES).is_some() {
            return Err(Error::ZipBomb);
        }
        if memmem::rfind(bytes, b"PK\x05\x06").is_none() {
            return Err(Error::CutShort);
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes))?;
        check_names(&zip)?;
        if zip.has_overlapping_entries()? {
            return Err(Error::ZipBomb);
        }
        Ok(Archive { zip })
    }

    /// Unpacks every entry once, keeping nothing: the sizes in the headers may lie.
    pub fn check_sizes(&mut self) -> Result<(), Error> {
        let mut total = 0;
        for index in 0..self.zip.len() {
            let entry = self.entry_at(index)?;
            let texts = entry.name_raw().ends_with(b"sharedStrings.xml");
            let unpacked = unpacked_size(entry, limits::UNPACKED - total)?;
            if texts && unpacked > limits::SHARED_STRINGS {
                return Err(Error::too_large(limits::Limit::Text));
            }
            total += unpacked;
        }
        Ok(())
    }

    /// Names of the entries in their order.
    pub fn names(&self) -> impl Iterator<Item = String> {
        self.zip.file_names().filter_map(Result::ok).map(|name| name.into_owned())
    }

    /// Whether there is an entry of this name.
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// An entry as a whole, within the limit for unpacked bytes.
    pub fn bytes(&mut self, name: &str) -> Result<Vec<u8>, Error> {
        let index = self.zip.index_for_name(name).ok_or_else(|| Error::damaged(format!("{name} is missing")))?;
        let entry = self.entry_at(index)?;
        let mut bytes = Vec::with_capacity(entry.size().min(limits::UNPACKED / 8) as usize);
        entry.take(limits::UNPACKED).read_to_end(&mut bytes).map_err(Error::damaged)?;
        Ok(bytes)
    }

    /// An entry that is text.
    pub fn text(&mut self, name: &str) -> Result<String, Error> {
        String::from_utf8(self.bytes(name)?).map_err(Error::damaged)
    }

    /// The library's own archive, for copying entries raw.
    pub fn into_inner(self) -> ZipArchive<Cursor<&'a [u8]>> {
        self.zip
    }

    fn entry_at(&mut self, index: usize) -> Result<Entry<'_, 'a>, Error> {
        if self.zip.by_index_raw(index)?.encrypted() {
            return Err(Error::Password);
        }
        Ok(self.zip.by_index(index)?)
    }
}

fn check_names(zip: &ZipArchive<Cursor<&[u8]>>) -> Result<(), Error> {
    let mut seen = HashSet::new();
    for name in zip.file_names() {
        let name = name?;
        // Office programs look parts up without regard to case, so names that differ only there are the same name.
        if points_outside(&name) || !seen.insert(name.to_lowercase()) {
            return Err(Error::UnsafeArchive { name: name.into_owned() });
        }
    }
    if zip.has_duplicate_names() {
        return Err(Error::UnsafeArchive { name: "同じ名前".to_owned() });
    }
    Ok(())
}

fn points_outside(name: &str) -> bool {
    name.starts_with(['/', '\\']) || name.contains([':', '\0']) || name.split(['/', '\\']).any(|step| step == "..")
}

/// Bytes of an entry, counted while they come; stops at the first byte too many.
fn unpacked_size(mut entry: Entry<'_, '_>, left: u64) -> Result<u64, Error> {
    let most = (entry.compressed_size().saturating_mul(limits::RATIO)).max(limits::RATIO_FROM).min(left);
    let mut buffer = [0; 64 << 10];
    let mut size = 0;
    loop {
        let read = entry.read(&mut buffer).map_err(Error::damaged)?;
        if read == 0 {
            return Ok(size);
        }
        size += read as u64;
        if size > most {
            return Err(Error::ZipBomb);
        }
    }
}
