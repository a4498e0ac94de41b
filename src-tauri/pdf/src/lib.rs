//! Paper to pages: a [`paper::Document`] is laid out in the embedded fonts, the pages are data for the preview and
//! become a PDF.
//!
//! [`pages`] lays out, [`write`] makes a PDF of what is laid out, [`pdf`] does both. The same document gives the
//! same bytes. Each file has one job: `shape` (letters), `breaks` and `text` (lines), `table`, `blocks` and `chart`
//! (what stands on a page), `paginate` (which page), `draw` (the PDF; the only part that knows its library).

#![deny(missing_docs)]

mod blocks;
mod breaks;
mod chart;
mod draw;
mod fonts;
mod layout;
mod line;
mod look;
mod paginate;
mod shape;
mod sheet;
mod table;
mod text;

use paper::Document;

pub use fonts::Fonts;
use shape::Shaper;
pub use sheet::{Circle, Face, Item, Line, MissingGlyph, Pages, Polyline, Rect, Room, Sheet, Text};

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
    Ok(Pages { sheets, missing: shaper.into_missing() })
}

/// The PDF of a document.
pub fn pdf(document: &Document, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    write(&pages(document, fonts)?, &document.title, fonts)
}

/// The PDF of pages that are already laid out.
pub fn write(pages: &Pages, title: &str, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    draw::write(&pages.sheets, title, &mut Shaper::new(fonts))
}
