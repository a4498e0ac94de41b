//! Lengths of the layout in points, from the theme that Excel reads too and what only a page needs.

use paper::{Orientation, theme};

/// Points per millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;
/// Distance of two baselines of running text, in em.
pub(crate) const LEADING: f32 = 1.75;
/// Distance of two baselines inside a cell, in em.
pub(crate) const CELL_LEADING: f32 = 1.4;
/// Room between a cell's rule and its words, left and right.
pub(crate) const CELL_SIDE: f32 = 4.5;
/// Room between a cell's rule and its words, above and below.
pub(crate) const CELL_TOP: f32 = 2.8;

/// How much air stands between lines, inside cells and between blocks; the letters stay as large as they are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Air {
    /// Distance of two baselines of running text, in em.
    pub leading: f32,
    /// Distance of two baselines inside a cell, in em.
    pub cell_leading: f32,
    /// Room between a cell's rule and its words, above and below.
    pub cell_top: f32,
    /// Part of the empty height between blocks.
    pub gap: f32,
}

impl Air {
    /// What a paper has.
    pub(crate) const FULL: Air = Air { leading: LEADING, cell_leading: CELL_LEADING, cell_top: CELL_TOP, gap: 1.0 };
    /// What it has where that spares a page.
    pub(crate) const LESS: Air = Air { leading: 1.55, cell_leading: 1.32, cell_top: 1.9, gap: 0.6 };
}

/// The part of an em that hangs below the baseline.
const DESCENT: f32 = 0.12;

/// Tenths of a point, as the theme counts sizes.
pub(crate) fn size(tenths: u16) -> f32 {
    f32::from(tenths) / 10.0
}

/// Hundredths of a point, as the theme counts rules.
pub(crate) fn thickness(hundredths: u16) -> f32 {
    f32::from(hundredths) / 100.0
}

/// The baseline of letters in the middle of a line's height.
pub(crate) fn baseline(top: f32, height: f32, size: f32) -> f32 {
    top + (height + size) / 2.0 - DESCENT * size
}

/// The paper and the area that words stand in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Frame {
    pub width_mm: f32,
    pub height_mm: f32,
    pub left: f32,
    pub top: f32,
    pub width: f32,
    pub height: f32,
}

impl Frame {
    /// The paper of a document with the margins of the theme.
    pub(crate) fn new(orientation: Orientation) -> Frame {
        let (width_mm, height_mm) = orientation.mm();
        Frame::of(f32::from(width_mm), f32::from(height_mm))
    }

    /// A paper of any size with the margins of the theme.
    pub(crate) fn of(width_mm: f32, height_mm: f32) -> Frame {
        let margin = f32::from(theme::MARGIN_MM) * MM;
        let (width, height) = (width_mm * MM - 2.0 * margin, height_mm * MM - 2.0 * margin);
        Frame { width_mm, height_mm, left: margin, top: margin, width, height }
    }

    pub(crate) fn right(&self) -> f32 {
        self.left + self.width
    }
}
