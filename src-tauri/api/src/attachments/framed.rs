//! What is seen of a paper in a frame of a certain size: read once in a process of its own, when the paper comes in, and kept
//! beside it, so that a year's sheets need not unpack hundreds of photographs.

use office::OfficeFile;
use office::attachments::{Attachment, Owner};
use paper::MountSize;
use pictures::{Seen, Unseen, Wanted};

use crate::Desk;

/// Most pages of one file that are set; more are bound behind.
const MOST_PAGES: usize = 6;
/// Raised when pictures are made in another way: what was kept before is then made anew.
const MADE: u8 = 1;

/// What a paper is read for, to stand in a frame of so many pixels.
fn wanted(within: [u32; 2], quarters: u8) -> Wanted {
    Wanted { within, quarters, pages: MOST_PAGES }
}

/// The word under which it is kept.
fn view(Wanted { within: [width, height], quarters, .. }: &Wanted) -> String {
    format!("{MADE}-{width}x{height}-{quarters}")
}

/// Pixels of a photograph of an occasion: sharp on a screen, and on half the width of a page.
pub(crate) const PHOTO: [u32; 2] = [1_000, 1_000];

/// Every size of frame in which something of this owner is seen.
fn sizes(owner: Owner) -> Vec<[u32; 2]> {
    match owner {
        Owner::Occasion => vec![PHOTO],
        _ => [MountSize::One, MountSize::Three, MountSize::Six].map(pdf::mount_pixels).to_vec(),
    }
}

/// A paper that comes in, in every size of frame there is for it; why nothing is seen of it.
pub(super) fn each(desk: &Desk, owner: Owner, bytes: &[u8]) -> Result<Framed, Unseen> {
    let wants: Vec<Wanted> = sizes(owner).into_iter().map(|size| wanted(size, 0)).collect();
    let seen = pictures::read_each_in_worker(&desk.place.program, bytes.to_vec(), &wants)?;
    Ok(Framed(wants.iter().map(view).zip(seen).collect()))
}

/// What is seen of a paper, by the word under which it is kept.
pub(super) struct Framed(Vec<(String, Seen)>);

impl Framed {
    /// Keeps it beside the content. What could not be kept is made when it is needed.
    pub(super) fn keep(&self, office: &OfficeFile, content_id: &str) {
        for (view, seen) in &self.0 {
            keep(office, content_id, view, seen);
        }
    }
}

/// What is seen of a paper within a frame; `bytes` hands its content, if that must be read.
pub(crate) fn seen(
    desk: &Desk,
    office: &OfficeFile,
    paper: &Attachment,
    within: [u32; 2],
    bytes: impl FnOnce() -> Option<Vec<u8>>,
) -> Option<Result<Seen, Unseen>> {
    let wanted = wanted(within, paper.quarters);
    let view = view(&wanted);
    if let Some(kept) = office.view_of(&paper.content_id, &view).and_then(|kept| Seen::unpacked(&kept)) {
        return Some(Ok(kept));
    }
    let seen = pictures::read_in_worker(&desk.place.program, bytes()?, &wanted);
    if let Ok(seen) = &seen {
        keep(office, &paper.content_id, &view, seen);
    }
    Some(seen)
}

/// A full disk is no reason to show nothing.
fn keep(office: &OfficeFile, content_id: &str, view: &str, seen: &Seen) {
    if let Some(packed) = seen.packed() {
        let _ = office.keep_view(content_id, view, &packed);
    }
}
