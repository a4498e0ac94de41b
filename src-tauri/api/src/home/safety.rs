//! 安心: last save, last verified copy.

use office::OfficeFile;
use office::file::{Contents, Followed};
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
    if office.is_reading() {
        let copy = line("写し", "見るだけの写しです。書きかえられません".to_owned(), true);
        return Ok(vec![copy, history(office.followed())]);
    }
    let copied = match copied(&office.last_copy()?) {
        Some(at) => of_copy(&at, &office.copied_contents()?.unwrap_or_default()),
        None => line("控え", "この画面を閉じるときに、最初の控えを作ります".to_owned(), true),
    };
    let mut lines = vec![saved, copied, history(office.followed())];
    lines.extend(attachments(&office)?);
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

/// What following the history found when the file was opened.
fn history(found: Followed) -> Safety {
    let detail = match (found.broken_at, found.lost_from_copy) {
        (Some(seq), _) => format!("{seq}番から先が、書かれたときのままではありません"),
        (None, Some(seq)) => format!("いちばん新しい控えにある{seq}番が、このファイルにありません"),
        (None, None) => format!("開いたとき、{}件が初めから順につながっていることを確かめました", found.rows),
    };
    let to = (found.broken_at.is_some() || found.lost_from_copy.is_some()).then(|| "settings/check".to_owned());
    Safety { title: "履歴".to_owned(), detail, is_ok: to.is_none(), to }
}

/// What the last copy holds, the papers that can be opened from it among it.
fn of_copy(at: &str, papers: &Contents) -> Safety {
    let (there, lost) = (papers.files - papers.missing.len(), papers.missing.len());
    let papers = match (there, lost) {
        (0, 0) => String::new(),
        (_, 0) => format!("。添付した書類{there}件も、その控えから開けます"),
        _ => format!("。添付した書類のうち{lost}件は、その控えからも開けません"),
    };
    let detail = format!("{at} の分まで作り、確かめました{papers}");
    Safety { title: "控え".to_owned(), detail, is_ok: lost == 0, to: (lost > 0).then(|| "settings/check".to_owned()) }
}

/// Whether all papers that are attached are there; nothing while none is.
fn attachments(office: &OfficeFile) -> Result<Option<Safety>> {
    let found = office.troubled_contents()?;
    if found.files == 0 {
        return Ok(None);
    }
    let detail = match (found.missing.len(), found.damaged.len()) {
        (0, 0) => format!("{}件がそろっています", found.files),
        (lost, 0) => format!("{lost}件が見つかりません"),
        (0, damaged) => format!("{damaged}件が壊れています"),
        (lost, damaged) => format!("{lost}件が見つからず、{damaged}件が壊れています"),
    };
    let is_ok = found.missing.is_empty() && found.damaged.is_empty();
    let to = (!is_ok).then(|| "settings/check".to_owned());
    Ok(Some(Safety { title: "添付した書類".to_owned(), detail, is_ok, to }))
}
