//! QR codes: the squares are drawn like everything else, so that they print as sharp as the letters.

use paper::{Align, Run};
use qrcode::{Color, EcLevel, QrCode};

use crate::blocks;
use crate::layout::{Body, Layout};
use crate::paginate::Extent;
use crate::sheet::{Item, Rect};

/// Side of one square: half a millimetre and a little, what a telephone reads from a printed page.
const SQUARE: f32 = 1.5;
/// The empty border that readers ask for, in squares.
const QUIET: usize = 4;

/// A code at the left. Words too long for any code stand as words.
pub(crate) fn slab(layout: &mut Layout, words: &str) {
    let Ok(code) = QrCode::with_error_correction_level(words, EcLevel::M) else {
        return blocks::paragraph(layout, &[Run::form(words)], Align::Left);
    };
    let items = squares(&code, (layout.frame.left, 0.0), SQUARE);
    // A code without the sentence before it says nothing.
    layout.keep_last(1);
    layout.push(Extent { height: side(&code) * SQUARE, ..Extent::default() }, Body::Items(items));
}

/// Side of a code with its border, in squares.
pub(crate) fn side(code: &QrCode) -> f32 {
    (code.width() + 2 * QUIET) as f32
}

/// The dark squares from a corner; neighbours in a row are one rectangle.
pub(crate) fn squares(code: &QrCode, (left, top): (f32, f32), square: f32) -> Vec<Item> {
    let colors = code.to_colors();
    let mut items = Vec::new();
    for (line, row) in colors.chunks(code.width()).enumerate() {
        let mut column = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                let [x, y] = [column, line].map(|squares| (squares + QUIET) as f32 * square);
                let rect = Rect { x: left + x, y: top + y, width: run.len() as f32 * square, height: square, shade: 0 };
                items.push(Item::Rect(rect));
            }
            column += run.len();
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pattern in each corner but one: a dark frame of seven squares.
    #[test]
    fn a_code_has_its_three_finders_and_nothing_in_its_border() {
        let code = QrCode::with_error_correction_level("記録 52件 b71e88d0", EcLevel::M).unwrap();
        let items = squares(&code, (100.0, 0.0), SQUARE);
        let first = SQUARE * QUIET as f32;
        let far = first + (code.width() - 7) as f32 * SQUARE;
        let has = |x: f32, y: f32| {
            items.iter().any(|item| {
                matches!(item, Item::Rect(r) if (r.x - 100.0 - x).abs() < 1e-3 && (r.y - y).abs() < 1e-3
                    && (r.width - 7.0 * SQUARE).abs() < 1e-3)
            })
        };
        assert!(has(first, first) && has(far, first) && has(first, far));
        let end = 100.0 + (code.width() + QUIET) as f32 * SQUARE + 1e-3;
        assert!(
            items
                .iter()
                .all(|item| matches!(item, Item::Rect(r) if r.x >= 100.0 + first - 1e-3 && r.x + r.width <= end))
        );
    }
}
