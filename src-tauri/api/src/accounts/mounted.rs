//! What stands in the frames of the mount sheets: the pictures of the receipts, a few at a time, or a sentence where there
//! is none to be seen.

use std::sync::Arc;

use office::OfficeFile;
use office::attachments::Attachment;
use paper::Picture;
use pictures::Seen;

use crate::attachments::{framed, unseen};
use crate::side_by_side::side_by_side;
use crate::{Desk, Error, Result, WireError};

/// One frame's content.
#[derive(Debug, Clone)]
pub(super) enum Mounted {
    /// The picture, or a page.
    Picture(Arc<Picture>),
    /// Why there is none, and what to do.
    Words(String),
}

/// What is seen of each paper, in their order; `within` are the pixels of a frame.
pub(super) fn mounted(desk: &Desk, papers: &[&(Attachment, bool)], within: [u32; 2]) -> Result<Vec<Vec<Mounted>>> {
    let office = desk.office()?;
    Ok(side_by_side(papers, |paper| of_paper(desk, &office, paper, within)))
}

fn of_paper(
    desk: &Desk,
    office: &OfficeFile,
    (paper, is_in_place): &(Attachment, bool),
    within: [u32; 2],
) -> Vec<Mounted> {
    let words = |error: Error| vec![Mounted::Words(sentence(error.with("name", &paper.name)))];
    let bytes = || office.content(&paper.content_id).ok();
    let is_pdf = paper.media_type == "application/pdf";
    match is_in_place.then(|| framed::seen(desk, office, paper, within, bytes)).flatten() {
        None => words(Error::refused("mounts.lost")),
        Some(Ok(seen)) => set(paper, seen),
        Some(Err(_)) if is_pdf => words(Error::refused("mounts.pdf_apart")),
        Some(Err(why)) => words(unseen(why)),
    }
}

fn set(paper: &Attachment, seen: Seen) -> Vec<Mounted> {
    let left = seen.pages - seen.pictures.len();
    let mut all: Vec<Mounted> = seen.pictures.into_iter().map(|one| Mounted::Picture(Arc::new(one))).collect();
    if left > 0 {
        let more = Error::refused("mounts.more_pages").with("name", &paper.name).with("count", left);
        all.push(Mounted::Words(sentence(more)));
    }
    all
}

fn sentence(error: Error) -> String {
    let WireError { message, hint, .. } = error.into();
    format!("{message}　{hint}")
}
