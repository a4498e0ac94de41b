//! 添付: papers, photographs and receipts of a record.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use office::attachments::{self, Attachment, AttachmentId, Owner};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result, labels};

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
    /// False when its bytes are lost or damaged.
    pub is_sound: bool,
}

impl Command for ListAttachments {
    const NAME: &'static str = "attachments.list";
    type Output = Vec<AttachmentShown>;
    fn run(self, desk: &Desk) -> Result<Vec<AttachmentShown>> {
        let office = desk.office()?;
        let all = office.view(|view| attachments::of(view, self.owner_kind, &self.owner_id))?;
        let shown = |attachment: Attachment| AttachmentShown {
            added_label: labels::long_day(Some(attachment.added_on)),
            is_sound: office.content(&attachment.content_id).is_ok(),
            attachment,
        };
        Ok(all.into_iter().map(shown).collect())
    }
}

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
        let (path, office) = (desk.files.path(&self.token)?, desk.office()?);
        let name = attachments::clean_name(&desk.files.name(&self.token)?);
        if std::fs::metadata(&path)?.len() > attachments::LARGEST_BYTES as u64 {
            let most = attachments::LARGEST_BYTES / 1024 / 1024;
            return Err(Error::refused("attachments.too_large").with("name", name).with("most", most));
        }
        let bytes = std::fs::read(path)?;
        let media_type = attachments::accepted(&name, &bytes)?.to_owned();
        let attachment = Attachment {
            id: AttachmentId::new(),
            owner_kind: self.owner_kind,
            owner_id: self.owner_id,
            content_id: office.keep_content(&bytes)?,
            name,
            media_type,
            bytes: bytes.len() as i64,
            label: self.label.trim().to_owned(),
            added_on: desk.today(),
            note: self.note,
        };
        let changed = office.change(&desk.by(), Self::NAME, |tx| attachments::attach(tx, &attachment))?;
        Ok(with_value_of(changed, Written::of))
    }
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

/// What is in a paper, for showing it.
#[derive(Debug, Deserialize, TS)]
pub struct AttachmentContent {
    #[ts(type = "string")]
    pub id: AttachmentId,
}

/// The bytes of a paper.
#[derive(Debug, Serialize, TS)]
pub struct ContentShown {
    pub name: String,
    pub media_type: String,
    pub base64: String,
}

impl Command for AttachmentContent {
    const NAME: &'static str = "attachments.content";
    type Output = ContentShown;
    fn run(self, desk: &Desk) -> Result<ContentShown> {
        let office = desk.office()?;
        let found = office.view(|view| attachments::find(view, self.id))?;
        let Attachment { name, media_type, content_id, .. } =
            found.ok_or_else(|| Error::refused("attachments.none_such"))?;
        Ok(ContentShown { name, media_type, base64: STANDARD.encode(office.content(&content_id)?) })
    }
}
