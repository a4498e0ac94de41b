//! Paper to pages: a [`paper::Document`] is laid out in the embedded fonts, the pages are data for the preview and
//! become a PDF.
//!
//! [`pages`] lays out, [`write`] makes a PDF of what is laid out, [`pdf`] does both. The same document gives the
//! same bytes. Each file has one job: `shape` (letters), `breaks` and `text` (lines), `table`, `blocks` and `chart`
//! (what stands on a page), `paginate` (which page), `book` (papers after each other), `impose` (which side of which sheet),
//! `draw` (the PDF; the only part that knows its library).

#![deny(missing_docs)]

mod blocks;
mod book;
mod breaks;
mod chart;
mod copies;
mod draw;
mod fonts;
mod impose;
mod layout;
mod line;
mod look;
mod mount;
mod paginate;
mod photos;
mod post;
mod qr;
mod shape;
mod sheet;
mod table;
mod text;
mod tree;

use paper::{Document, MountBook, MountSize, PostRun, StickerRun};

pub use book::{Book, Part, book};
pub use fonts::Fonts;
pub use impose::Binding;
pub use post::{LEAST, PostPart};
use shape::Shaper;
pub use sheet::{Circle, Face, Item, Line, MissingGlyph, Pages, Placed, Polyline, Rect, Room, Sheet, Text};

/// Why no paper could be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A font of the program is damaged.
    #[error("the embedded font {0} cannot be read")]
    Font(&'static str),
    /// The PDF could not be put together.
    #[error("the PDF cannot be put together")]
    Assemble(#[from] lopdf::Error),
    /// The PDF could not be written.
    #[error("the PDF cannot be written")]
    Write(#[from] std::io::Error),
}

/// Lays a document out.
pub fn pages(document: &Document, fonts: &Fonts) -> Result<Pages, Error> {
    let mut shaper = Shaper::new(fonts);
    let sheets = layout::sheets(document, &mut shaper);
    Ok(finished(sheets, shaper))
}

/// The PDF of a document.
pub fn pdf(document: &Document, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    write(&pages(document, fonts)?, &document.title, fonts)
}

/// The PDF of pages that are already laid out.
pub fn write(pages: &Pages, title: &str, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    draw::write(&pages.sheets, title, &mut Shaper::new(fonts))
}

/// The PDF of pages as they are bound.
pub fn bind(pages: &Pages, binding: Binding, title: &str, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    let plates = impose::plates(&pages.sheets, binding);
    draw::bind(&pages.sheets, &plates, title, &mut Shaper::new(fonts))
}

/// A run of labels, envelopes or cards on its pages.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Posted {
    /// The pages; what fits on no face takes none.
    pub pages: Pages,
    /// Numbers of the addresses that cannot be set without cutting, from 0.
    pub unfit: Vec<usize>,
    /// What would stand on every paper and does not fit.
    pub crowded: Vec<PostPart>,
}

/// Sets a run of labels, envelopes or cards.
pub fn post(run: &PostRun, fonts: &Fonts) -> Posted {
    let mut shaper = Shaper::new(fonts);
    let (sheets, unfit, crowded) = post::sheets(run, &mut shaper);
    Posted { pages: finished(sheets, shaper), unfit, crowded }
}

/// Sets a run of stickers.
pub fn stickers(run: &StickerRun, fonts: &Fonts) -> Posted {
    let mut shaper = Shaper::new(fonts);
    let (sheets, unfit) = post::stickers(run, &mut shaper);
    Posted { pages: finished(sheets, shaper), unfit, crowded: Vec::new() }
}

/// 領収書貼付台紙 on its pages.
pub fn mounts(book: &MountBook, fonts: &Fonts) -> Pages {
    let mut shaper = Shaper::new(fonts);
    let sheets = mount::sheets(book, &mut shaper);
    finished(sheets, shaper)
}

/// Width and height in pixels that the picture of a receipt needs on a mount sheet.
pub fn mount_pixels(size: MountSize) -> [u32; 2] {
    mount::pixels(size)
}

/// The test print of a run's paper: frames, crosses and a scale, moved as the run is.
pub fn test_print(run: &PostRun, title: &str, fonts: &Fonts) -> Pages {
    let mut shaper = Shaper::new(fonts);
    let sheets = vec![post::test_sheet(run, title, &mut shaper)];
    finished(sheets, shaper)
}

/// Sheets with what a reader must know of their letters.
fn finished(mut sheets: Vec<Sheet>, mut shaper: Shaper) -> Pages {
    for sheet in &mut sheets {
        sheet.variants = shaper.rare_variants(&sheet.items);
    }
    Pages { sheets, missing: shaper.into_missing() }
}
