//! Papers as they leave the house or come onto the page: without what a camera wrote into them. The originals stay
//! encrypted as they came.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use office::OfficeFile;
use office::attachments::{self, Attachment, AttachmentId};
use pictures::Wanted;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::picture::{is_drawn, unseen};
use crate::command::Command;
use crate::files::{free_path, write_whole};
use crate::office::Changed;
use crate::{Desk, Error, Result, Token};

/// Pixels of a picture on the page.
const ON_PAGE: [u32; 2] = [1_600, 1_600];

/// Bytes as they may be handed on; none when they are lost or damaged, or nobody can tell what they say.
pub(crate) fn copy(office: &OfficeFile, content_id: &str, quarters: u8) -> Option<Vec<u8>> {
    pictures::leaving(office.content(content_id).ok()?, quarters)
}

fn found(office: &OfficeFile, id: AttachmentId) -> Result<Attachment> {
    let found = office.view(|view| attachments::find(view, id))?;
    found.ok_or_else(|| Error::refused("attachments.none_such"))
}

/// Lays a paper out as a readable file: where the user chose, or in the private folder for the system's viewer.
#[derive(Debug, Deserialize, TS)]
pub struct TakeOut {
    #[ts(type = "string")]
    pub id: AttachmentId,
    /// Of the folder that the user chose; none for a look only.
    pub folder: Option<String>,
}

impl Command for TakeOut {
    const NAME: &'static str = "attachments.take_out";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        let office = desk.office()?;
        let found = found(&office, self.id)?;
        let bytes = office.content(&found.content_id)?;
        // What cannot be walked is her own paper all the same.
        let bytes = pictures::leaving(bytes.clone(), found.quarters).unwrap_or(bytes);
        let path = free_path(&desk.folder_for(self.folder.as_ref())?, &attachments::clean_name(&found.name));
        write_whole(&path, &bytes)?;
        desk.files.offer(path)
    }
}

/// What is in a paper, for showing it.
#[derive(Debug, Deserialize, TS)]
pub struct AttachmentContent {
    #[ts(type = "string")]
    pub id: AttachmentId,
}

/// The bytes of a paper; of a photograph as it is seen, upright and no larger than the page needs.
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
        let Attachment { name, media_type, content_id, quarters, .. } = found(&office, self.id)?;
        let bytes = office.content(&content_id)?;
        if !is_drawn(&media_type) {
            return Ok(ContentShown { name, media_type, base64: STANDARD.encode(bytes) });
        }
        let wanted = Wanted { within: ON_PAGE, quarters, pages: 1 };
        let seen = pictures::read_in_worker(&desk.place.program, bytes, &wanted);
        let seen = seen.map_err(|why| unseen(why).with("name", &name))?;
        let bytes = seen.pictures.into_iter().next().map(|picture| picture.bytes).unwrap_or_default();
        Ok(ContentShown { name, media_type: "image/jpeg".to_owned(), base64: STANDARD.encode(bytes) })
    }
}

/// Turns a picture by a quarter, clockwise.
#[derive(Debug, Deserialize, TS)]
pub struct Turn {
    #[ts(type = "string")]
    pub id: AttachmentId,
}

impl Command for Turn {
    const NAME: &'static str = "attachments.turn";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| attachments::turn(tx, self.id))?.into())
    }
}

/// Takes in what lies in no file: a photograph just taken, a picture that was copied.
#[derive(Debug, Deserialize, TS)]
pub struct HandIn {
    pub name: String,
    pub base64: String,
}

impl Command for HandIn {
    const NAME: &'static str = "attachments.hand_in";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        let name = attachments::clean_name(&self.name);
        let broken = || Error::refused("attachments.picture_broken").with("name", &name);
        let bytes = STANDARD.decode(self.base64).map_err(|_| broken())?;
        attachments::accepted(&name, &bytes)?;
        let path = free_path(&desk.folder_for(None)?, &name);
        write_whole(&path, &bytes)?;
        desk.files.offer(path)
    }
}
