//! Photographs of an occasion: what stands under each, and which of them its report shows.

use office::attachments::{AttachmentId, photos};
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Result};

/// Writes what stands under a picture.
#[derive(Debug, Deserialize, TS)]
pub struct WriteCaption {
    #[ts(type = "string")]
    pub id: AttachmentId,
    pub caption: String,
}

impl Command for WriteCaption {
    const NAME: &'static str = "attachments.write_caption";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let write = |tx: &office::file::Tx| photos::write_caption(tx, self.id, &self.caption);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, write)?.into())
    }
}

/// Chooses the photographs of an occasion that its report shows, in their order.
#[derive(Debug, Deserialize, TS)]
pub struct ChoosePhotos {
    pub occasion_id: String,
    #[ts(type = "string[]")]
    pub chosen: Vec<AttachmentId>,
}

impl Command for ChoosePhotos {
    const NAME: &'static str = "attachments.choose_photos";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let choose = |tx: &office::file::Tx| photos::choose(tx, &self.occasion_id, &self.chosen);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, choose)?.into())
    }
}
