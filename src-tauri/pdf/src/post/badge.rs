//! 名札: the body small, the office and the names large, in the middle.

use paper::{Addressee, Source};

use super::{Area, LEADING, LEAST, sizes};
use crate::Face;
use crate::line::{Place, Setting, Style, put};
use crate::shape::Shaper;
use crate::sheet::Item;
use crate::text::{Measure, TextLine, wrap};

/// Share of the height that a name takes at most, and how large body and office are beside it.
const NAME: f32 = 0.34;
const BESIDE: f32 = 0.42;

/// What stands on the badge; none when it does not fit at the least size.
pub(super) fn set(addressee: &Addressee, area: Area, shaper: &mut Shaper) -> Option<Vec<Item>> {
    let lines = sizes(area.height * NAME).map(|size| lines(addressee, area, size, shaper)).find(|lines| {
        let height: f32 = lines.iter().map(|(_, style)| style.height).sum();
        height <= area.height
    })?;
    let height: f32 = lines.iter().map(|(_, style)| style.height).sum();
    let mut y = area.y + (area.height - height) / 2.0;
    let mut items = Vec::new();
    for (line, style) in lines {
        items.extend(put(shaper, line, style, Place { x: area.x, y, measure: area.width }, Setting::Center));
        y += style.height;
    }
    Some(items)
}

/// Everything with the names at one size, or smaller where they are long.
fn lines(addressee: &Addressee, area: Area, size: f32, shaper: &mut Shaper) -> Vec<(TextLine, Style)> {
    let names = addressee.names.iter().map(|named| named.name.as_str());
    let longest = names.clone().map(|name| shaper.width(name, Face::GothicBold)).fold(1.0, f32::max);
    let large = size.min(area.width / longest * 0.999).max(LEAST);
    let small = (size * BESIDE).max(LEAST);
    let beside = [addressee.body.as_str(), &addressee.office].map(|text| (text, small));
    let parts = beside.into_iter().chain(names.map(|name| (name, large)));
    let set = |(text, size): (&str, f32)| {
        let style = Style { face: Face::GothicBold, size, height: size * LEADING };
        let lines = wrap(shaper, style.face, &[(text, &Source::Form)], Measure::by_phrase(area.width / size));
        lines.into_iter().map(|line| (line, style)).collect::<Vec<_>>()
    };
    parts.filter(|(text, _)| !text.trim().is_empty()).flat_map(set).collect()
}
