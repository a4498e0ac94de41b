//! Photographs on papers: fetched when a paper is put out, and one by one while it is looked at.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use office::OfficeFile;
use office::attachments;
use paper::{Block, Document, Picture, PictureForm};
use serde::Deserialize;
use ts_rs::TS;

use crate::attachments::photo;
use crate::command::Command;
use crate::{Desk, Result};

/// The paper with its photographs; one that is lost leaves its frame empty.
pub(crate) fn filled(desk: &Desk, mut document: Document) -> Result<Document> {
    let office = desk.office()?;
    for block in &mut document.blocks {
        if let Block::Photos(photos) = block {
            for photo in photos {
                photo.picture = found(desk, &office, &photo.key)?.map(Arc::new);
            }
        }
    }
    Ok(document)
}

fn found(desk: &Desk, office: &OfficeFile, key: &str) -> Result<Option<Picture>> {
    let Ok(id) = key.parse() else { return Ok(None) };
    let paper = office.view(|view| attachments::find(view, id))?;
    Ok(paper.and_then(|paper| photo(desk, office, &paper)))
}

/// A photograph of a paper that is looked at.
#[derive(Debug, Deserialize, TS)]
pub struct PhotoShown {
    pub key: String,
}

impl Command for PhotoShown {
    const NAME: &'static str = "reports.photo";
    /// A JPEG as base64; empty when it is lost, or is a page that only the paper itself shows.
    type Output = String;
    fn run(self, desk: &Desk) -> Result<String> {
        let office = desk.office()?;
        let drawn = found(desk, &office, &self.key)?.filter(|picture| picture.form != PictureForm::Page);
        Ok(drawn.map(|picture| STANDARD.encode(picture.bytes)).unwrap_or_default())
    }
}
