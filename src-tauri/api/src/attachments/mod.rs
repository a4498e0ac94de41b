//! 添付: papers, photographs and receipts of a record.

pub(crate) mod framed;
mod leaving;
mod photos;
mod picture;
mod trouble;

use std::collections::BTreeMap;

use office::Area;
use office::attachments::{self, Attachment, AttachmentId, Owner};
use office::file::Tx;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result, labels};

pub use leaving::{AttachmentContent, HandIn, TakeOut, Turn};
pub(crate) use leaving::{copy, named, photo};
pub use photos::{ChoosePhotos, WriteCaption};
pub(crate) use picture::unseen;
pub(crate) use trouble::problems;

/// The papers of one record.
#[derive(Debug, Deserialize, TS)]
pub struct ListAttachments {
    pub owner_kind: Owner,
    pub owner_id: String,
}

/// One paper in the list.
#[derive(Debug, Serialize, TS)]
pub struct AttachmentShown {
    #[serde(flatten)]
    pub attachment: Attachment,
    pub added_label: String,
    /// 240KB, 1.2MB
    pub size_label: String,
    /// False when its bytes are lost, cut short, or were found damaged by the last look. Whether every bit is as it was says
    /// only `office.check`, which reads them.
    pub is_in_place: bool,
    /// True when it is not in place and the copies hold it as it was.
    pub may_restore: bool,
    /// Its place among the photographs on the report of its occasion; none stays off it.
    #[ts(type = "number | null")]
    pub printed: Option<i64>,
}

impl Command for ListAttachments {
    const NAME: &'static str = "attachments.list";
    type Output = Vec<AttachmentShown>;
    fn run(self, desk: &Desk) -> Result<Vec<AttachmentShown>> {
        let office = desk.office()?;
        let (all, places) = office.view(|view| {
            let all = attachments::of(view, self.owner_kind, &self.owner_id)?;
            Ok((all, attachments::photos::places(view, &self.owner_id)?))
        })?;
        let in_place = office.contents_in_place(all.iter().map(|paper| (paper.content_id.as_str(), paper.bytes)))?;
        let shown = |(attachment, is_in_place): (Attachment, bool)| AttachmentShown {
            added_label: labels::long_day(Some(attachment.added_on)),
            size_label: size(attachment.bytes),
            is_in_place,
            printed: places.get(&attachment.id).copied(),
            may_restore: !is_in_place && !office.is_reading() && office.is_spared(&attachment.content_id),
            attachment,
        };
        Ok(all.into_iter().zip(in_place).map(shown).collect())
    }
}

/// A size in words: to the next KB, from one MB on to the next tenth.
fn size(bytes: i64) -> String {
    const KB: i64 = 1024;
    const MB: i64 = 1024 * KB;
    if bytes < MB {
        return format!("{}KB", (bytes + KB - 1) / KB);
    }
    let tenths = (bytes * 10 + MB - 1) / MB;
    format!("{}.{}MB", tenths / 10, tenths % 10)
}

/// The label of what proves an expense: that is a receipt with a number, seen in the mounts and by the auditor, and no mere
/// paper of its entry.
const RECEIPT: &str = "領収書";

/// Attaches a file that was chosen.
#[derive(Debug, Deserialize, TS)]
pub struct Attach {
    pub owner_kind: Owner,
    pub owner_id: String,
    /// Of the file.
    pub token: String,
    /// 同意書, 入会届, 領収書 …
    pub label: String,
    pub note: String,
}

impl Command for Attach {
    const NAME: &'static str = "attachments.attach";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let label = self.label.trim().to_owned();
        if self.owner_kind == Owner::Entry && label == RECEIPT {
            return Err(Error::refused("attachments.receipt_elsewhere").with("field", "label"));
        }
        let kept = keep(desk, &self.token, self.owner_kind)?;
        let attachment = Attachment { owner_id: self.owner_id, label, note: self.note, ..kept };
        let attach = |tx: &Tx| attachments::attach(tx, &attachment);
        Ok(with_value_of(desk.office()?.change(&desk.by(), Self::NAME, attach)?, Written::of))
    }
}

/// Keeps the bytes of a chosen file; which record it belongs to and what it is called is still to be said.
pub(crate) fn keep(desk: &Desk, token: &str, owner_kind: Owner) -> Result<Attachment> {
    let path = desk.files.path(token)?;
    let name = attachments::clean_name(&desk.files.name(token)?);
    if std::fs::metadata(&path)?.len() > attachments::LARGEST_BYTES as u64 {
        let most = attachments::LARGEST_BYTES / 1024 / 1024;
        return Err(Error::refused("attachments.too_large").with("name", name).with("most", most));
    }
    let bytes = std::fs::read(path)?;
    let accepted = if owner_kind == Owner::Receipt { attachments::accepted_receipt } else { attachments::accepted };
    let media_type = accepted(&name, &bytes)?.to_owned();
    let framed = match owner_kind {
        Owner::Receipt => picture::looked_at(desk, owner_kind, &name, &media_type, &bytes)?,
        Owner::Occasion if picture::is_drawn(&media_type) => {
            picture::looked_at(desk, owner_kind, &name, &media_type, &bytes)?
        }
        _ => None,
    };
    let (office, length) = (desk.office()?, bytes.len());
    let content_id = office.keep_content(&bytes)?;
    if let Some(framed) = framed {
        framed.keep(&office, &content_id);
    }
    Ok(Attachment {
        id: AttachmentId::new(),
        owner_kind,
        owner_id: String::new(),
        media_type,
        content_id,
        name,
        bytes: length as i64,
        label: String::new(),
        added_on: desk.today(),
        note: String::new(),
        quarters: 0,
    })
}

/// Takes a paper off its record.
#[derive(Debug, Deserialize, TS)]
pub struct Detach {
    #[ts(type = "string")]
    pub id: AttachmentId,
}

impl Command for Detach {
    const NAME: &'static str = "attachments.detach";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| attachments::detach(tx, self.id))?.into())
    }
}

/// Brings the contents of a paper back from the copies that were made on closing. No record changes by it.
#[derive(Debug, Deserialize, TS)]
pub struct Restore {
    #[ts(type = "string")]
    pub id: AttachmentId,
}

impl Command for Restore {
    const NAME: &'static str = "attachments.restore";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let office = desk.office()?;
        let found = office.view(|view| attachments::find(view, self.id))?;
        let paper = found.ok_or_else(|| Error::refused("attachments.none_such"))?;
        office.restore_content(&paper.content_id)?;
        let sentence = office::words::operation(Self::NAME, &BTreeMap::from([("name", paper.name)]));
        Ok(Changed { value: (), areas: vec![Area::Attachments], sentence, op: Self::NAME.to_owned() })
    }
}
