//! 名札: the body small, the office and the name large, in the middle.

use paper::{Addressee, Source};

use super::{Area, LEADING, LEAST};
use crate::Face;
use crate::line::{Place, Setting, Style, put};
use crate::shape::Shaper;
use crate::sheet::Item;
use crate::text::{Measure, TextLine, wrap};

/// Share of the height that the name takes at most, and how large body and office are beside it.
const NAME: f32 = 0.34;
const BESIDE: f32 = 0.42;

/// What stands on the badge; none when it does not fit at the least size.
pub(super) fn set(addressee: &Addressee, area: Area, shaper: &mut Shaper) -> Option<Vec<Item>> {
    let name: String = addressee.names.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join("・");
    let wide = shaper.width(&name, Face::GothicBold).max(1.0);
    let large = (area.height * NAME).min(area.width / wide * 0.999).max(LEAST);
    let small = (area.height * NAME * BESIDE).max(LEAST);
    let parts = [(&addressee.body, small), (&addressee.office, small), (&name, large)];
    let mut lines: Vec<(TextLine, Style)> = Vec::new();
    for (text, size) in parts.into_iter().filter(|(text, _)| !text.trim().is_empty()) {
        let style = Style { face: Face::GothicBold, size, height: size * LEADING };
        let measure = Measure::by_phrase(area.width / size);
        lines.extend(wrap(shaper, style.face, &[(text, &Source::Form)], measure).into_iter().map(|line| (line, style)));
    }
    let height: f32 = lines.iter().map(|(_, style)| style.height).sum();
    if height > area.height {
        return None;
    }
    let mut y = area.y + (area.height - height) / 2.0;
    let mut items = Vec::new();
    for (line, style) in lines {
        items.extend(put(shaper, line, style, Place { x: area.x, y, measure: area.width }, Setting::Center));
        y += style.height;
    }
    Some(items)
}
