//! 添付: papers, photographs and receipts attached to a record. The bytes lie encrypted beside the office file; here stands
//! what they are and where they belong.

pub mod photos;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::closed::closed_words;
use crate::file::Tx;
use crate::id::Id;
use crate::{Error, Result};

/// Key of an attachment.
pub type AttachmentId = Id<Attachment>;

/// What a paper is attached to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// 名簿の人
    Person,
    /// 世帯
    Household,
    /// 団体
    Organisation,
    /// 記帳
    Entry,
    /// 行事
    Occasion,
    /// 領収書
    Receipt,
    /// 交付金の手続き
    GrantStep,
}
closed_words!(Owner {
    Person = "person",
    Household = "household",
    Organisation = "organisation",
    Entry = "entry",
    Occasion = "occasion",
    Receipt = "receipt",
    GrantStep = "grant_step",
});

/// 添付の一件
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Attachment {
    /// Key.
    #[ts(type = "string")]
    pub id: AttachmentId,
    /// What kind of record it belongs to.
    pub owner_kind: Owner,
    /// That record.
    pub owner_id: String,
    /// Where its bytes lie.
    pub content_id: String,
    /// File name as shown.
    pub name: String,
    /// `application/pdf`, `image/jpeg` …
    pub media_type: String,
    /// How large it is.
    #[ts(type = "number")]
    pub bytes: i64,
    /// 同意書, 入会届, 領収書 …
    pub label: String,
    /// When it was attached.
    pub added_on: NaiveDate,
    /// 備考
    pub note: String,
    /// Quarters that somebody turned it by hand, clockwise; 0 to 3.
    pub quarters: u8,
}

/// Largest file that is taken in.
pub const LARGEST_BYTES: usize = 50 * 1024 * 1024;
/// Longest name that is shown; the rest is cut before its ending.
const LONGEST_NAME: usize = 80;

/// Longest ending; what follows the last dot of a longer name is no ending.
const LONGEST_ENDING: usize = 10;

/// What a file is, told from its first bytes and never from its name alone; none for what is not kept: programs, scripts,
/// links and what nobody could open again.
pub fn media_type(name: &str, bytes: &[u8]) -> Option<&'static str> {
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    let is_heic = bytes.get(4..12).is_some_and(|b| matches!(b, b"ftypheic" | b"ftypheix" | b"ftypmif1" | b"ftyphevc"));
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        [b'%', b'P', b'D', b'F', ..] => Some("application/pdf"),
        _ if is_heic => Some("image/heic"),
        [b'P', b'K', 3, 4, ..] if ending == "xlsx" => {
            Some("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
        [b'P', b'K', 3, 4, ..] if ending == "docx" => {
            Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        }
        [0xD0, 0xCF, 0x11, 0xE0, ..] if ending == "xls" => Some("application/vnd.ms-excel"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] if ending == "doc" => Some("application/msword"),
        _ if matches!(ending.as_str(), "txt" | "csv") && std::str::from_utf8(bytes).is_ok() => Some("text/plain"),
        _ => None,
    }
}

/// A file name that can be shown and written again on every system: no path, no signs that one of them forbids.
pub fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|c| !c.is_control() && !"<>:\"|?*".contains(*c) && !crate::text::is_invisible(*c))
        .collect();
    let kept = kept.trim_matches([' ', '.', '\u{3000}']);
    match kept.rsplit_once('.') {
        _ if kept.is_empty() => "添付".to_owned(),
        Some((stem, ending)) if kept.chars().count() > LONGEST_NAME && ending.chars().count() < LONGEST_ENDING => {
            let room = LONGEST_NAME.saturating_sub(ending.chars().count() + 1);
            format!("{}.{ending}", stem.chars().take(room).collect::<String>())
        }
        _ => kept.chars().take(LONGEST_NAME).collect(),
    }
}

/// Refuses what is too large, empty or not to be kept; else says what it is.
pub fn accepted(name: &str, bytes: &[u8]) -> Result<&'static str> {
    let refused = |code| Error::refused(code).with("name", clean_name(name));
    match bytes.len() {
        0 => Err(refused("attachments.empty")),
        size if size > LARGEST_BYTES => Err(refused("attachments.too_large").with("most", LARGEST_BYTES / 1024 / 1024)),
        _ => media_type(name, bytes).ok_or_else(|| refused("attachments.not_kept")),
    }
}

/// The same for the picture of a receipt: a photograph or a PDF.
pub fn accepted_receipt(name: &str, bytes: &[u8]) -> Result<&'static str> {
    let kind = accepted(name, bytes)?;
    let refused = |code| Error::refused(code).with("name", clean_name(name));
    match kind {
        "image/jpeg" | "image/png" | "image/heic" | "application/pdf" => Ok(kind),
        _ => Err(refused("attachments.no_receipt")),
    }
}

/// Writes down that a paper belongs to a record. Its bytes are kept already.
pub fn attach(tx: &Tx, attachment: &Attachment) -> Result<AttachmentId> {
    if !owner_exists(tx, attachment.owner_kind, &attachment.owner_id)? {
        return Err(Error::refused("attachments.no_such_record"));
    }
    tx.say("name", &attachment.name);
    let sql =
        "INSERT INTO attachment (id, owner_kind, owner_id, content_id, name, media_type, bytes, label, added_on, note, quarters)
               VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)";
    let a = attachment;
    tx.prepare_cached(sql)?.execute(params![
        a.id,
        a.owner_kind,
        a.owner_id,
        a.content_id,
        a.name,
        a.media_type,
        a.bytes,
        a.label,
        a.added_on,
        a.note,
        a.quarters
    ])?;
    Ok(a.id)
}

/// Takes a paper off a record; its bytes stay for thirty days, so that this can be taken back.
pub fn detach(tx: &Tx, id: AttachmentId) -> Result<()> {
    let attachment = find(tx, id)?.ok_or_else(|| Error::refused("attachments.none_such"))?;
    tx.say("name", attachment.name);
    tx.prepare_cached("DELETE FROM attachment WHERE id = ?")?.execute([id])?;
    photos::drop_one(tx, id)
}

/// Turns a picture by a quarter, clockwise; its bytes stay as they are.
pub fn turn(tx: &Tx, id: AttachmentId) -> Result<()> {
    let attachment = find(tx, id)?.ok_or_else(|| Error::refused("attachments.none_such"))?;
    tx.say("name", attachment.name);
    tx.prepare_cached("UPDATE attachment SET quarters = (quarters + 1) % 4 WHERE id = ?")?.execute([id])?;
    Ok(())
}

/// The papers of one record, oldest first.
pub fn of(conn: &Connection, kind: Owner, owner_id: &str) -> Result<Vec<Attachment>> {
    let sql = format!("SELECT {COLUMNS} FROM attachment WHERE owner_kind = ?1 AND owner_id = ?2 ORDER BY id");
    let mut query = conn.prepare_cached(&sql)?;
    let all = query.query_map(params![kind, owner_id], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Every paper that holds one of these contents.
pub fn with_contents(conn: &Connection, ids: &[String]) -> Result<Vec<Attachment>> {
    let sql = format!("SELECT {COLUMNS} FROM attachment WHERE content_id = ? ORDER BY id");
    let mut all = Vec::new();
    for id in ids {
        all.extend(conn.prepare_cached(&sql)?.query_map([id], read)?.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    Ok(all)
}

/// One attachment.
pub fn find(conn: &Connection, id: AttachmentId) -> Result<Option<Attachment>> {
    let sql = format!("SELECT {COLUMNS} FROM attachment WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_row([id], read).optional()?)
}

const COLUMNS: &str = "id, owner_kind, owner_id, content_id, name, media_type, bytes, label, added_on, note, quarters";

fn read(row: &Row) -> rusqlite::Result<Attachment> {
    Ok(Attachment {
        id: row.get(0)?,
        owner_kind: row.get(1)?,
        owner_id: row.get(2)?,
        content_id: row.get(3)?,
        name: row.get(4)?,
        media_type: row.get(5)?,
        bytes: row.get(6)?,
        label: row.get(7)?,
        added_on: row.get(8)?,
        note: row.get(9)?,
        quarters: row.get(10)?,
    })
}

fn owner_exists(conn: &Connection, kind: Owner, id: &str) -> Result<bool> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE id = ?1)", kind.word());
    Ok(conn.prepare_cached(&sql)?.query_row([id], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let jpeg = [0xFF, 0xD8, 0xFF, 0xE0];
        assert_eq!(media_type("領収書.JPG", &jpeg), Some("image/jpeg"));
        assert_eq!(media_type("領収書.pdf", &jpeg), Some("image/jpeg"), "a wrong ending changes nothing");
        assert_eq!(media_type("a.heic", b"\0\0\0\x18ftypheic----"), Some("image/heic"));
        for (name, bytes) in [
            ("a.exe", &b"MZ\x90\0"[..]),
            ("写真.jpg", b"MZ\x90\0"),
            ("a.lnk", b"L\0\0\0"),
            ("a.bat", b"del *"),
            ("a.zip", b"PK\x03\x04"),
        ] {
            assert_eq!(media_type(name, bytes), None, "{name}");
        }
        assert_eq!(accepted("空.pdf", b"").unwrap_err().code, "attachments.empty");
        assert_eq!(accepted("動画.jpg", b"\0\0\0\x18ftypmp42").unwrap_err().code, "attachments.not_kept");
    }

    #[test]
    fn names_lose_paths_and_signs_and_keep_their_ending() {
        assert_eq!(clean_name("C:\\Users\\花子\\同意書.pdf"), "同意書.pdf");
        assert_eq!(clean_name("../../etc/\u{202E}同意\n書?.pdf"), "同意書.pdf");
        assert_eq!(clean_name(" . "), "添付");
        let long = clean_name(&format!("{}.jpeg", "長".repeat(300)));
        assert!(long.ends_with(".jpeg") && long.chars().count() == LONGEST_NAME);
        let no_ending = clean_name(&format!("同意書.{}", "長".repeat(300)));
        assert_eq!(no_ending.chars().count(), LONGEST_NAME, "no system writes a longer one");
    }
}
