//! 見た目の控え: what is attached as papers show it, small and upright, sealed beside it in `FILE.cas/ab/cdef….VIEW`. It can be
//! made again from the content at any time, and whoever takes the content away takes it too.

use std::path::{Path, PathBuf};

use super::{content_id, in_folders, seal, unsealed};
use crate::error::{Error, Result};
use crate::file::{OfficeFile, place};

/// Endings beside a content that are no views: a mark, and what a crash left half-written.
const NO_VIEWS: [&str; 2] = ["unnamed", "part"];

impl OfficeFile {
    /// A view of a content; none when it was not made yet or is no longer what was written.
    pub fn view_of(&self, id: &str, view: &str) -> Option<Vec<u8>> {
        let sealed = std::fs::read(self.view_path(id, view).ok()?).ok()?;
        unsealed(&self.key, &sealed_as(id, view), &sealed)
    }

    /// Keeps a view beside its content. A copy to look at keeps none.
    pub fn keep_view(&self, id: &str, view: &str, bytes: &[u8]) -> Result<()> {
        if self.is_reading {
            return Ok(());
        }
        let path = self.view_path(id, view)?;
        let part = place::beside(&path, "part");
        // Not waited for: one that a power cut broke off no longer opens, and is made again.
        std::fs::write(&part, seal(&self.key, &sealed_as(id, view), bytes)?)?;
        Ok(std::fs::rename(part, path)?)
    }

    /// Takes views away whose content has left the store and is named no more.
    pub(super) fn sweep_views(&self, is_named: impl Fn(&str) -> bool) -> Result<()> {
        for path in in_folders(&self.place.beside("cas"))?.into_iter().filter(|path| is_view(path)) {
            let content = path.with_extension("");
            if !content.exists() && !content_id(&content).is_some_and(|id| is_named(&id)) {
                std::fs::remove_file(path)?;
            }
        }
        Ok(())
    }

    fn view_path(&self, id: &str, view: &str) -> Result<PathBuf> {
        let is_word = !view.is_empty() && view.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let path = self.content_path(id)?;
        let missing = || Error::refused("office.content_missing");
        (is_word && !NO_VIEWS.contains(&view)).then(|| place::beside(&path, view)).ok_or_else(missing)
    }
}

/// Takes every view of a content away; what cannot be removed now is swept.
pub(super) fn discard_views(content: &Path) {
    let beside = content.parent().and_then(|folder| std::fs::read_dir(folder).ok());
    let views = beside.into_iter().flatten().flatten().map(|entry| entry.path());
    for view in views.filter(|path| is_view(path) && path.with_extension("") == content) {
        let _ = std::fs::remove_file(view);
    }
}

fn is_view(path: &Path) -> bool {
    path.extension().is_some_and(|ending| !NO_VIEWS.iter().any(|mark| ending == *mark))
}

/// What a view is sealed as: it opens as no other view and no other content.
fn sealed_as(id: &str, view: &str) -> String {
    format!("{id} {view}")
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::super::files;
    use super::super::tests::office;

    const VIEW: &str = "1-400x300-0";

    #[test]
    fn a_view_lies_sealed_beside_its_content_and_opens_as_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let office = office(&folder);
        let [one, other] = ["一枚目", "二枚目"].map(|text| office.keep_content(text.as_bytes()).unwrap());
        assert_eq!(office.view_of(&one, VIEW), None);
        office.keep_view(&one, VIEW, "小さな一枚目".as_bytes()).unwrap();
        assert_eq!(office.view_of(&one, VIEW).as_deref(), Some("小さな一枚目".as_bytes()));
        assert_eq!(files(&office.place.beside("cas")).unwrap().len(), 2, "a view is no content");
        let path = office.view_path(&one, VIEW).unwrap();
        let on_disk = std::fs::read(&path).unwrap();
        assert!(!on_disk.windows(9).any(|word| word == "小さな".as_bytes()), "never readable on the disk");
        std::fs::copy(&path, office.view_path(&other, VIEW).unwrap()).unwrap();
        std::fs::copy(&path, office.view_path(&one, "1-400x300-1").unwrap()).unwrap();
        assert_eq!((office.view_of(&other, VIEW), office.view_of(&one, "1-400x300-1")), (None, None));
        std::fs::write(&path, &on_disk[..on_disk.len() - 1]).unwrap();
        assert_eq!(office.view_of(&one, VIEW), None, "broken off");
        for view in ["", "unnamed", "part", "../x", "a.b"] {
            assert!(office.keep_view(&one, view, b"x").is_err(), "{view}");
        }
    }

    #[test]
    fn a_view_goes_with_its_content() {
        let folder = tempfile::tempdir().unwrap();
        let office = office(&folder);
        let [erased, loose] = ["一枚目", "二枚目"].map(|text| office.keep_content(text.as_bytes()).unwrap());
        for id in [&erased, &loose] {
            office.keep_view(id, VIEW, b"small").unwrap();
        }
        office.discard_contents(std::iter::once(&erased));
        assert!(!office.view_path(&erased, VIEW).unwrap().exists());
        let (now, day) = (SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000), Duration::from_secs(86_400));
        office.sweep_contents(now).unwrap();
        assert!(office.view_of(&loose, VIEW).is_some(), "an undo may name it again");
        office.sweep_contents(now + 31 * day).unwrap();
        assert!(!office.view_path(&loose, VIEW).unwrap().exists(), "nothing of it is left");
    }
}
