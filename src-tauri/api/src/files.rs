//! The third channel: files. Paths stay in Rust; the page holds tokens.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Error, Result};

/// A file or folder that the user chose, or that the desk made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Token {
    /// What the page hands back.
    pub token: String,
    /// Name of the file, to show.
    pub name: String,
    /// Bytes; 0 for a folder.
    #[ts(type = "number")]
    pub size: u64,
}

/// Paths by token.
#[derive(Debug, Default)]
pub(crate) struct Files(Mutex<HashMap<String, PathBuf>>);

impl Files {
    /// Takes a path in.
    pub fn offer(&self, path: PathBuf) -> Result<Token> {
        let size = std::fs::metadata(&path)?.len();
        let size = if path.is_dir() { 0 } else { size };
        let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
        let token = random_token()?;
        self.held().insert(token.clone(), path);
        Ok(Token { token, name, size })
    }

    /// The path behind a token.
    pub fn path(&self, token: &str) -> Result<PathBuf> {
        self.held().get(token).cloned().ok_or_else(|| Error::refused("api.unknown_file"))
    }

    /// The file's name, to show.
    pub fn name(&self, token: &str) -> Result<String> {
        let path = self.path(token)?;
        Ok(path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default())
    }

    fn held(&self) -> MutexGuard<'_, HashMap<String, PathBuf>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn random_token() -> Result<String> {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| Error::refused("office.no_randomness"))?;
    Ok(bytes.iter().map(|b| format!("{b:02x}")).collect())
}

/// Writes a whole file or nothing: beside it first, then by rename.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let beside = path.with_extension("part");
    std::fs::write(&beside, bytes)?;
    std::fs::rename(&beside, path).inspect_err(|_| drop(std::fs::remove_file(&beside)))?;
    Ok(())
}

/// The name, or the name with a number where a file of that name stands already.
pub(crate) fn free_path(folder: &Path, name: &str) -> PathBuf {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = writable(stem);
    let numbered = (2..).map(|n| folder.join(format!("{stem}（{n}）.{extension}")));
    let first = folder.join(format!("{stem}.{extension}"));
    std::iter::once(first.clone()).chain(numbered).find(|path| !path.exists()).unwrap_or(first)
}

/// What a system forbids in the name of a file.
const FORBIDDEN: &str = "/\\:*?\"<>|";
/// From a sign to the same one as wide as a kanji.
const TO_WIDE: u32 = 0xFEE0;
/// A kanji takes three bytes of a name, which may have 255.
const LONGEST_STEM: usize = 70;

/// Words of the records as a file may be called: what is forbidden stands wide, and what is too long ends earlier.
fn writable(words: &str) -> String {
    let wide = |c: char| char::from_u32(u32::from(c) + TO_WIDE).unwrap_or('＿');
    let allowed = words.chars().filter(|c| !c.is_control());
    allowed.map(|c| if FORBIDDEN.contains(c) { wide(c) } else { c }).take(LONGEST_STEM).collect()
}
