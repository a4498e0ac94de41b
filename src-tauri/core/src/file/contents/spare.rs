//! 添付の控え: what is attached, a second time, in `FILE.copies/cas`. Made on closing, and looked at when a paper has vanished
//! from the store or is no longer what was written. What is brought back is what was written: its hash decides.

use std::path::PathBuf;

use super::{files, in_store, unseal};
use crate::error::{Error, Result};
use crate::file::{OfficeFile, place};

/// Bytes and files copied in one closing: nobody waits for more. What is left over is copied the next time.
const AT_ONCE: (u64, usize) = (200 * 1024 * 1024, 500);

/// What copies leave free on the disk.
const LEFT_FREE: u64 = 1024 * 1024 * 1024;

impl OfficeFile {
    /// Copies what rows name and the copies lack, and nothing that is not what was written.
    pub(in crate::file) fn spare_contents(&self) -> Result<()> {
        let (mut bytes, mut files) = (0, 0);
        for id in self.named_here()? {
            let (path, spare) = (self.content_path(&id)?, self.spare_path(&id)?);
            // A length says whether a copy was broken off.
            let length = |path: &PathBuf| path.metadata().ok().map(|file| file.len());
            let Some(size) = length(&path).filter(|size| length(&spare) != Some(*size)) else { continue };
            (bytes, files) = (bytes + size, files + 1);
            let is_enough = bytes > AT_ONCE.0 || files > AT_ONCE.1;
            if is_enough || fs4::available_space(self.place.folder())? < LEFT_FREE + size {
                break;
            }
            let sealed = std::fs::read(path)?;
            if unseal(&self.key, &id, &sealed).is_some() {
                if let Some(folder) = spare.parent() {
                    place::make_folder(folder)?;
                }
                place::write_whole(&spare, &sealed)?;
            }
        }
        Ok(())
    }

    /// True when the copies hold exactly what was kept under that id.
    pub fn is_spared(&self, id: &str) -> bool {
        self.spared(id).is_some()
    }

    /// Brings a paper that was lost or damaged back from the copies; refused when they do not hold it as it was written.
    pub fn restore_content(&self, id: &str) -> Result<()> {
        self.may_change()?;
        let sealed = self.spared(id).ok_or_else(|| Error::refused("attachments.no_spare"))?;
        let path = self.content_path(id)?;
        if let Some(folder) = path.parent() {
            place::make_folder(folder)?;
        }
        place::write_whole(&path, &sealed)
    }

    /// The sealed bytes in the copies, when they are what was written.
    fn spared(&self, id: &str) -> Option<Vec<u8>> {
        let sealed = std::fs::read(self.spare_path(id).ok()?).ok()?;
        unseal(&self.key, id, &sealed).map(|_| sealed)
    }

    /// Where the copy of a content lies.
    pub(super) fn spare_path(&self, id: &str) -> Result<PathBuf> {
        in_store(&self.spares(), id)
    }

    /// Takes copies away that no row names and whose paper has left the store: what is swept is swept everywhere.
    pub(super) fn sweep_spares(&self, is_named: impl Fn(&str) -> bool) -> Result<()> {
        for path in files(&self.spares())? {
            let gone = super::content_id(&path).filter(|id| !is_named(id) && !self.has_content(id));
            if gone.is_some() {
                std::fs::remove_file(path)?;
            }
        }
        Ok(())
    }

    fn spares(&self) -> PathBuf {
        self.place.beside("copies").join("cas")
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::super::SEAL_BYTES;
    use super::super::tests::{name_it, office};

    const DAY: Duration = Duration::from_secs(24 * 60 * 60);

    #[test]
    fn what_vanished_or_was_altered_comes_back_bit_by_bit() {
        let folder = tempfile::tempdir().unwrap();
        let office = office(&folder);
        let [lost, altered] = ["一枚目", "二枚目"].map(|text| office.keep_content(text.as_bytes()).unwrap());
        for id in [&lost, &altered] {
            name_it(&office, id);
        }
        office.spare_contents().unwrap();
        std::fs::remove_file(office.content_path(&lost).unwrap()).unwrap();
        std::fs::write(office.content_path(&altered).unwrap(), "別のもの").unwrap();
        for (id, text) in [(&lost, "一枚目"), (&altered, "二枚目")] {
            assert!(office.content(id).is_err() && office.is_spared(id));
            office.restore_content(id).unwrap();
            assert_eq!(office.content(id).unwrap(), text.as_bytes());
        }
    }

    #[test]
    fn a_copy_that_is_not_what_was_written_brings_nothing_back() {
        let folder = tempfile::tempdir().unwrap();
        let office = office(&folder);
        let [one, other] = ["一枚目", "二枚目"].map(|text| office.keep_content(text.as_bytes()).unwrap());
        for id in [&one, &other] {
            name_it(&office, id);
        }
        office.spare_contents().unwrap();
        let spare = office.spare_path(&one).unwrap();
        let mut bytes = std::fs::read(&spare).unwrap();
        assert_eq!(bytes.len() as i64, "一枚目".len() as i64 + SEAL_BYTES);
        bytes[14] ^= 1;
        std::fs::write(&spare, &bytes).unwrap();
        assert!(!office.is_spared(&one), "one bit");
        std::fs::copy(office.spare_path(&other).unwrap(), &spare).unwrap();
        assert!(!office.is_spared(&one), "another paper");
        assert_eq!(office.restore_content(&one).unwrap_err().code, "attachments.no_spare");
        assert_eq!(office.restore_content("../../etc/passwd").unwrap_err().code, "attachments.no_spare");
        assert_eq!(office.content(&one).unwrap(), "一枚目".as_bytes(), "what is sound is left alone");
    }

    #[test]
    fn what_is_damaged_is_not_copied_and_what_is_swept_leaves_the_copies_too() {
        let folder = tempfile::tempdir().unwrap();
        let office = office(&folder);
        let [rotten, loose] = ["一枚目", "二枚目"].map(|text| office.keep_content(text.as_bytes()).unwrap());
        for id in [&rotten, &loose] {
            name_it(&office, id);
        }
        std::fs::write(office.content_path(&rotten).unwrap(), "…").unwrap();
        office.spare_contents().unwrap();
        assert!(!office.spare_path(&rotten).unwrap().exists() && office.is_spared(&loose));
        office.undo(&crate::file::By { operator: "井上".into(), at: "2026-03-14T10:42:00+09:00".into() }).unwrap();
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
        office.sweep_contents(now).unwrap();
        office.sweep_contents(now + 29 * DAY).unwrap();
        assert!(office.is_spared(&loose), "an undo may name it again");
        office.sweep_contents(now + 31 * DAY).unwrap();
        assert!(!office.spare_path(&loose).unwrap().exists(), "nothing of it is left");
    }
}
