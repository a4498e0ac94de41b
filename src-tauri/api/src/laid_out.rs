//! What is laid out for the system's viewer: readable files in one private folder, gone when the desk is put away.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::Result;

/// The private folder, once something was laid out in it.
#[derive(Debug, Default)]
pub(crate) struct LaidOut(Mutex<Option<PathBuf>>);

impl LaidOut {
    /// Where it lies.
    pub fn folder(data: &Path) -> PathBuf {
        data.join("papers")
    }

    /// The folder, made so that nobody else on this computer can look into it.
    pub fn prepare(&self, data: &Path) -> Result<PathBuf> {
        let folder = LaidOut::folder(data);
        make_private(&folder)?;
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(folder.clone());
        Ok(folder)
    }

    /// Clears what was laid out.
    pub fn clear(&self) {
        if let Some(folder) = self.0.lock().unwrap_or_else(PoisonError::into_inner).take() {
            LaidOut::clear_folder(&folder);
        }
    }

    /// Takes every file away. What a viewer still holds open cannot go on Windows; it goes at the next start.
    pub fn clear_folder(folder: &Path) {
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
        files.for_each(|file| drop(std::fs::remove_file(file.path())));
        let _ = std::fs::remove_dir(folder);
    }
}

fn make_private(folder: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    Ok(())
}
