//! 備品シール: a code at the right, the words at its left, the first line small, the second one large.

use paper::{Source, Sticker};
use qrcode::{EcLevel, QrCode};

use super::{Area, LEADING, LEAST, sizes};
use crate::Face;
use crate::line::{Place, Setting, Style, put};
use crate::qr;
use crate::shape::Shaper;
use crate::sheet::Item;
use crate::text::{Measure, TextLine, wrap};

/// Most of the width that the code takes, and the least side of one of its squares: a third of a millimetre.
const SHARE: f32 = 0.42;
const SQUARE: f32 = 0.95;
/// Between the words and the code; the code brings its own quiet border.
const GAP: f32 = 2.0;
/// Share of the height that a line takes at its best, and how much larger the second one is.
const BEST: f32 = 0.15;
const LARGE: f32 = 1.5;

/// What stands on the face; none when it does not fit at the least size.
pub(super) fn set(sticker: &Sticker, area: Area, shaper: &mut Shaper) -> Option<Vec<Item>> {
    let code = QrCode::with_error_correction_level(&sticker.code, EcLevel::M).ok()?;
    let squares = qr::side(&code);
    let square = (area.width * SHARE).min(area.height) / squares;
    if square < SQUARE {
        return None;
    }
    let side = square * squares;
    let measure = area.width - side - GAP;
    let (lines, height) = sizes((area.height * BEST).max(LEAST)).find_map(|size| {
        let lines = lines(sticker, measure, size, shaper);
        let height: f32 = lines.iter().map(|(_, style)| style.height).sum();
        (height <= area.height).then_some((lines, height))
    })?;
    let mut items = qr::squares(&code, (area.x + measure + GAP, area.y + (area.height - side) / 2.0), square);
    let mut y = area.y + (area.height - height) / 2.0;
    for (line, style) in lines {
        items.extend(put(shaper, line, style, Place { x: area.x, y, measure }, Setting::Left));
        y += style.height;
    }
    Some(items)
}

fn lines(sticker: &Sticker, measure: f32, size: f32, shaper: &mut Shaper) -> Vec<(TextLine, Style)> {
    let set = |(nth, text): (usize, &String)| {
        let size = if nth == 1 { size * LARGE } else { size };
        let style = Style { face: Face::GothicBold, size, height: size * LEADING };
        let lines = wrap(shaper, style.face, &[(text, &Source::Form)], Measure::by_phrase(measure / size));
        lines.into_iter().map(|line| (line, style)).collect::<Vec<_>>()
    };
    sticker.lines.iter().enumerate().flat_map(set).collect()
}
