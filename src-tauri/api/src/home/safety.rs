//! 安心: last save, last verified copy.

use serde::Serialize;
use ts_rs::TS;

use crate::office::{copied, day_and_clock};
use crate::{Desk, Result};

/// One line about safety.
#[derive(Debug, Serialize, TS)]
pub struct Safety {
    pub title: String,
    pub detail: String,
    pub is_ok: bool,
    /// The page where it is put right.
    pub to: Option<String>,
}

pub(super) fn safety(desk: &Desk) -> Result<Vec<Safety>> {
    let office = desk.office()?;
    let line = |title: &str, detail: String, is_ok| Safety { title: title.to_owned(), detail, is_ok, to: None };
    let saved = match office.history(1)?.first() {
        Some(act) => line("保存", format!("{} に保存済み", day_and_clock(&act.at)), true),
        None => line("保存", "まだ何も書かれていません".to_owned(), true),
    };
    let copied = match copied(&office.last_copy()?) {
        Some(at) => line("控え", format!("{at} の分まで作り、確かめました"), true),
        None => line("控え", "この画面を閉じるときに、最初の控えを作ります".to_owned(), true),
    };
    let mut lines = vec![saved, copied];
    if !office.view(|view| office::council::read(view))?.is_sample {
        let confirmed = office.recovery_confirmed()?;
        let words = if confirmed {
            "紙と合っていることを確かめました"
        } else {
            "まだ紙と合わせていません"
        };
        let to = (!confirmed).then(|| "settings/recovery".to_owned());
        lines.push(Safety { to, ..line("回復キー", words.to_owned(), confirmed) });
    }
    Ok(lines)
}
