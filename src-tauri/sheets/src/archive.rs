//! A zip archive of a stranger, checked before anything in it is believed.

use std::collections::HashSet;
use std::io::{Cursor, Read, Write};

use memchr::memmem;
use zip::ZipArchive;

use crate::Error;
use crate::limits;

/// A checked archive over the bytes of a file.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still be unpacked.
    left: u64,
}

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
        Ok(Archive { zip, left: limits::UNPACKED })
    }

    /// Unpacks the entries once, keeping nothing: the sizes in the headers may lie. Those that are fetched through
    /// this archive later are counted then.
    pub fn check_sizes(&mut self, fetched_later: &[&str]) -> Result<(), Error> {
        for index in 0..self.zip.len() {
            let name = self.zip.name_for_index(index).and_then(Result::ok).unwrap_or_default().into_owned();
            if fetched_later.contains(&name.as_str()) {
                continue;
            }
            let unpacked = self.unpack(index, &mut std::io::sink())?;
            if name.ends_with("sharedStrings.xml") && unpacked > limits::SHARED_STRINGS {
                return Err(Error::too_large(limits::Limit::Text));
            }
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

    /// An entry as a whole.
    pub fn bytes(&mut self, name: &str) -> Result<Vec<u8>, Error> {
        let index = self.zip.index_for_name(name).ok_or_else(|| Error::damaged(format!("{name} is missing")))?;
        let mut bytes = Vec::new();
        self.unpack(index, &mut bytes)?;
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

    /// Unpacks an entry, counting the bytes while they come; stops at the first one too many.
    fn unpack(&mut self, index: usize, to: &mut impl Write) -> Result<u64, Error> {
        if self.zip.by_index_raw(index)?.encrypted() {
            return Err(Error::Password);
        }
        let entry = self.zip.by_index(index)?;
        let by_ratio = entry.compressed_size().saturating_mul(limits::RATIO).max(limits::RATIO_FROM);
        let most = by_ratio.min(self.left);
        let size = std::io::copy(&mut entry.take(most + 1), to).map_err(Error::damaged)?;
        if size > most {
            return Err(Error::ZipBomb);
        }
        self.left -= size;
        Ok(size)
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
