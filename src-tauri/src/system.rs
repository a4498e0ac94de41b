//! The system's dialogs and viewers. A program that drives the window cannot reach them; in debug builds it
//! may answer for the user through the folder named by `JIMUKYOKU_REHEARSAL`.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use api::WireError;
use rfd::{AsyncFileDialog, AsyncMessageDialog, MessageButtons, MessageDialog, MessageDialogResult, MessageLevel};
use serde::Deserialize;
use tauri::WebviewWindow;

const SHEETS: &[&str] = &["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt"];

/// Papers and photographs that can be attached to a record.
const PAPERS: &[&str] = &["pdf", "jpg", "jpeg", "png", "heic", "xlsx", "xls", "docx", "doc", "txt"];

/// Copies of an office that are only looked at.
const COPIES: &[&str] = &["kansa"];

/// For what a file is chosen.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// To be brought in.
    Sheet,
    /// To be attached to a record.
    Paper,
    /// To be looked at.
    Copy,
}

pub async fn ask_file(window: &WebviewWindow, what: Wanted) -> Option<PathBuf> {
    if let Some(stage) = rehearsal::folder() {
        return rehearsal::picked(&stage);
    }
    let (title, kind, endings) = match what {
        Wanted::Sheet => ("取り込むファイルをえらんでください", "表のファイル（Excel・CSV）", SHEETS),
        Wanted::Paper => ("添付するファイルをえらんでください", "書類と写真（PDF・JPEG・PNGなど）", PAPERS),
        Wanted::Copy => ("監査用の写しをえらんでください", "監査用の写し", COPIES),
    };
    let dialog = AsyncFileDialog::new().set_parent(window).set_title(title);
    let dialog = dialog.add_filter(kind, endings).add_filter("すべてのファイル", &["*"]);
    dialog.pick_file().await.map(|file| file.path().to_owned())
}

pub async fn ask_folder(window: &WebviewWindow) -> Option<PathBuf> {
    if let Some(stage) = rehearsal::folder() {
        return Some(stage.join("out"));
    }
    let dialog = AsyncFileDialog::new().set_parent(window).set_title("書類を入れるフォルダをえらんでください");
    dialog.pick_folder().await.map(|folder| folder.path().to_owned())
}

pub fn show(path: &Path) -> io::Result<()> {
    match rehearsal::folder() {
        Some(stage) => rehearsal::note_opened(&stage, path),
        None => open::that_detached(path),
    }
}

/// Nothing is open yet, so this dialog stands alone.
pub fn cannot_start(why: &WireError) -> ExitCode {
    let words = format!("{}\n{}", why.message, why.hint);
    eprintln!("{words}");
    MessageDialog::new().set_level(MessageLevel::Error).set_title("まちの事務局").set_description(words).show();
    ExitCode::FAILURE
}

pub async fn may_lose_typed(window: &WebviewWindow) -> bool {
    let dialog = AsyncMessageDialog::new()
        .set_parent(window)
        .set_level(MessageLevel::Warning)
        .set_title("まちの事務局")
        .set_description("書きかけの内容がまだ保存されていません。保存せずに閉じますか。")
        .set_buttons(MessageButtons::YesNo);
    rehearsal::folder().is_some() || dialog.show().await == MessageDialogResult::Yes
}

/// `pick.txt` names the file to choose, `out` is the folder to choose, `opened.txt` lists what was shown.
mod rehearsal {
    use std::fs::{self, OpenOptions};
    use std::io::{self, Write};
    use std::path::{Path, PathBuf};

    pub fn folder() -> Option<PathBuf> {
        std::env::var_os("JIMUKYOKU_REHEARSAL").filter(|_| cfg!(debug_assertions)).map(PathBuf::from)
    }

    pub fn picked(stage: &Path) -> Option<PathBuf> {
        fs::read_to_string(stage.join("pick.txt")).ok().map(|line| PathBuf::from(line.trim()))
    }

    pub fn note_opened(stage: &Path, path: &Path) -> io::Result<()> {
        let mut list = OpenOptions::new().create(true).append(true).open(stage.join("opened.txt"))?;
        writeln!(list, "{}", path.display())
    }
}
