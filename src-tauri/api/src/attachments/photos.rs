//! Photographs of an occasion: what stands under each, and which of them its report shows.

use office::attachments::{self, AttachmentId, photos};
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result};

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
        let office = desk.office()?;
        for id in &self.chosen {
            let paper = office.view(|view| attachments::find(view, *id))?;
            // Nobody is to find an empty frame on the paper.
            let flyer = paper.filter(|paper| paper.media_type == photos::PDF);
            if let Some(flyer) = flyer.filter(|flyer| super::photo(desk, &office, flyer).is_none()) {
                return Err(Error::refused("attachments.flyer_unseen").with("name", flyer.name));
            }
        }
        let choose = |tx: &office::file::Tx| photos::choose(tx, &self.occasion_id, &self.chosen);
        Ok(office.change(&desk.by(), Self::NAME, choose)?.into())
    }
}
