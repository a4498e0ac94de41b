//! Pictures on a paper: ready to be drawn, upright, without anything that a camera wrote into them.

use serde::{Deserialize, Serialize};

/// A picture. Only the ratio of its sides matters to where it is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Width as it is seen: pixels, of a page points.
    pub width: u32,
    /// Height as it is seen.
    pub height: u32,
    /// What its bytes are.
    pub form: PictureForm,
    /// A JPEG, or a PDF of one page.
    pub bytes: Vec<u8>,
}

/// What the bytes of a picture are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PictureForm {
    /// A JPEG of greys.
    Grey,
    /// A JPEG of colours.
    Colour,
    /// A PDF of one page, which is turned as its `Rotate` says.
    Page,
}
