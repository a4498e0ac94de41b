//! Photographs and scans of strangers → [`paper::Picture`]: upright, as small as the paper needs, and without what a
//! camera wrote into them. JPEG, PNG, and the pages of a PDF.
//!
//! HEIC is not decoded: no sound decoder in safe Rust exists, and a C library would read strangers' files.

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

pub use leaving::leaving;
pub use reader::{ARGUMENT, read_in_worker, worker_main};

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
    /// A photograph in the form of an iPhone.
    #[error("HEIC is not decoded")]
    Heic,
    /// A PDF with a password.
    #[error("the PDF is locked")]
    Locked,
    /// A PDF that a paper cannot hold as it is: it has layers, forms or remarks.
    #[error("the PDF cannot stand on a paper")]
    Apart,
}

/// Reads a picture here and now; the product does that in a process of its own ([`read_in_worker`]).
pub fn read(bytes: &[u8], wanted: &Wanted) -> Result<Seen, Unseen> {
    match bytes {
        [0xFF, 0xD8, ..] if !jpeg::is_whole(bytes) => Err(Unseen::CutShort),
        [0xFF, 0xD8, ..] | [0x89, b'P', b'N', b'G', ..] => {
            Ok(Seen { pictures: vec![photo::read(bytes, wanted)?], pages: 1 })
        }
        [b'%', b'P', b'D', b'F', ..] => page::read(bytes, wanted),
        _ if bytes.get(4..8) == Some(b"ftyp") => Err(Unseen::Heic),
        _ => Err(Unseen::Broken),
    }
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
