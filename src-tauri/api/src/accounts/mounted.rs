//! What stands in the frames of the mount sheets: the pictures of the receipts, each read in a process of its own, a few
//! at a time, or a sentence where there is none to be seen.

use std::collections::VecDeque;
use std::num::NonZero;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use office::OfficeFile;
use office::attachments::Attachment;
use paper::Picture;
use pictures::{Seen, Unseen, Wanted};

use crate::attachments::unseen;
use crate::{Desk, Error, Result, WireError};

/// Most pages of one file that are set; more are bound behind.
const MOST_PAGES: usize = 6;
/// Most processes that read at once: each may take much memory.
const MOST_READERS: usize = 4;

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
    let waiting = Mutex::new(papers.iter().copied().enumerate().collect::<VecDeque<_>>());
    let done = Mutex::new(vec![Vec::new(); papers.len()]);
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    let work = || {
        while let Some((nth, paper)) = next() {
            let seen = of_paper(desk, &office, paper, within);
            done.lock().unwrap_or_else(PoisonError::into_inner)[nth] = seen;
        }
    };
    let readers = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_READERS).min(papers.len());
    thread::scope(|scope| (0..readers).for_each(|_| drop(scope.spawn(work))));
    Ok(done.into_inner().unwrap_or_else(PoisonError::into_inner))
}

fn of_paper(
    desk: &Desk,
    office: &OfficeFile,
    (paper, is_in_place): &(Attachment, bool),
    within: [u32; 2],
) -> Vec<Mounted> {
    let words = |error: Error| vec![Mounted::Words(sentence(error.with("name", &paper.name)))];
    let Some(bytes) = is_in_place.then(|| office.content(&paper.content_id).ok()).flatten() else {
        return words(Error::refused("mounts.lost"));
    };
    let wanted = Wanted { within, quarters: paper.quarters, pages: MOST_PAGES };
    let is_pdf = paper.media_type == "application/pdf";
    match pictures::read_in_worker(&desk.place.program, bytes, &wanted) {
        Ok(seen) => set(paper, seen),
        Err(Unseen::Heic) => words(Error::refused("mounts.heic")),
        Err(_) if is_pdf => words(Error::refused("mounts.pdf_apart")),
        Err(why) => words(unseen(why)),
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
