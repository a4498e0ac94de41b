//! Photographs and scans of strangers → [`paper::Picture`]: upright, as small as the paper needs, and without what a
//! camera wrote into them. JPEG, PNG, HEIC, and the pages of a PDF.

#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may panic"))]

mod heic;
mod jpeg;
mod leaving;
mod page;
mod photo;
mod reader;

use paper::Picture;
use serde::{Deserialize, Serialize};

pub use heic::is_heic;
pub use leaving::leaving;
pub use reader::{ARGUMENT, read_each_in_worker, read_in_worker, worker_main};

/// Longest side in pixels; a telephone's are below 10,000.
pub const LONGEST_SIDE: u32 = 12_000;
/// Most pixels of a picture.
pub const MOST_PIXELS: u64 = 50_000_000;

/// What a picture is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// Width and height in pixels that it is shrunk into; it is never enlarged.
    pub within: [u32; 2],
    /// Quarters that somebody turned it by hand, clockwise, beyond what the camera says.
    pub quarters: u8,
    /// How many pages of a PDF.
    pub pages: usize,
}

/// A file as it is seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// One picture, or the first pages.
    pub pictures: Vec<Picture>,
    /// How many pages there are; a photograph is one.
    pub pages: usize,
}

impl Seen {
    /// As bytes that [`Seen::unpacked`] reads again.
    pub fn packed(&self) -> Option<Vec<u8>> {
        postcard::to_stdvec(self).ok()
    }

    /// What was packed; none for anything else.
    pub fn unpacked(bytes: &[u8]) -> Option<Seen> {
        postcard::from_bytes(bytes).ok()
    }
}

/// Why nothing is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Unseen {
    /// Not a picture, or contradicting itself.
    #[error("the picture cannot be read")]
    Broken,
    /// Its end is missing.
    #[error("the picture ends too early")]
    CutShort,
    /// More pixels than the product reads.
    #[error("the picture is too large")]
    TooLarge,
    /// A photograph in a form that is kept and not decoded: AVIF, a film in HEIF.
    #[error("this form of picture is not decoded")]
    Unread,
    /// A PDF with a password.
    #[error("the PDF is locked")]
    Locked,
    /// A PDF that a paper cannot hold as it is: it has layers, forms or remarks.
    #[error("the PDF cannot stand on a paper")]
    Apart,
}

/// Reads a picture here and now; the product does that in a process of its own ([`read_in_worker`]).
pub fn read(bytes: &[u8], wanted: &Wanted) -> Result<Seen, Unseen> {
    read_each(bytes, std::slice::from_ref(wanted))?.pop().ok_or(Unseen::Broken)
}

/// The same file for several wants, unpacked once: a photograph's size is most of the work.
fn read_each(bytes: &[u8], wanted: &[Wanted]) -> Result<Vec<Seen>, Unseen> {
    match bytes {
        [0xFF, 0xD8, ..] if !jpeg::is_whole(bytes) => Err(Unseen::CutShort),
        [b'%', b'P', b'D', b'F', ..] => wanted.iter().map(|wanted| page::read(bytes, wanted)).collect(),
        [0xFF, 0xD8, ..] | [0x89, b'P', b'N', b'G', ..] => photographs(bytes, wanted),
        _ if is_heic(bytes) => photographs(bytes, wanted),
        _ => Err(Unseen::Broken),
    }
}

fn photographs(bytes: &[u8], wanted: &[Wanted]) -> Result<Vec<Seen>, Unseen> {
    let one = |picture| Seen { pictures: vec![picture], pages: 1 };
    Ok(photo::read(bytes, wanted)?.into_iter().map(one).collect())
}

/// Refuses what would burst when it is unpacked.
fn bearable([width, height]: [u32; 2]) -> Result<(), Unseen> {
    let is_large = width.max(height) > LONGEST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS;
    if is_large { Err(Unseen::TooLarge) } else { Ok(()) }
}

#[cfg(test)]
mod strange;
#[cfg(test)]
mod tests;
