//! 横書き: the postal code, the address, the body and the names below each other, at the largest size that fits.

use paper::{Addressee, Named};

use super::{Area, FACE, LEADING, LEAST, postal_mark, sizes};
use crate::line::{Place, Setting, Style, put};
use crate::shape::Shaper;
use crate::sheet::Item;
use crate::text::{Measure, TextLine, wrap};

/// A name is larger than its address by this factor.
const NAME: f32 = 1.4;
/// Share of the face's height that a line of the address takes at its best, and the sizes it stays between.
const SHARE: f32 = 0.12;
const BEST: f32 = 18.0;
/// Names stand in from the address, in em of the address.
const INDENT: f32 = 1.0;
/// Room between the address and the names, in em of the address.
const GAP: f32 = 0.45;

/// Lines of one size and where they begin.
struct Stretch {
    lines: Vec<TextLine>,
    style: Style,
    indent: f32,
    above: f32,
}

/// What stands on the face; none when it does not fit at the least size.
pub(super) fn set(addressee: &Addressee, area: Area, shaper: &mut Shaper) -> Option<Vec<Item>> {
    let best = (area.height * SHARE).clamp(LEAST, BEST);
    let fitting = sizes(best).find_map(|size| {
        let stretches = stretches(addressee, area, size, shaper);
        let height: f32 = stretches.iter().map(Stretch::height).sum();
        (height <= area.height).then_some((stretches, height))
    });
    let (stretches, height) = fitting?;
    let mut y = area.y + (area.height - height) / 2.0;
    let mut items = Vec::new();
    for stretch in stretches {
        y += stretch.above;
        for line in stretch.lines {
            let place = Place { x: area.x + stretch.indent, y, measure: area.width - stretch.indent };
            items.extend(put(shaper, line, stretch.style, place, Setting::Left));
            y += stretch.style.height;
        }
    }
    Some(items)
}

impl Stretch {
    fn height(&self) -> f32 {
        self.above + self.lines.len() as f32 * self.style.height
    }
}

fn stretches(addressee: &Addressee, area: Area, size: f32, shaper: &mut Shaper) -> Vec<Stretch> {
    let mut all = Vec::new();
    let mut add = |shaper: &mut Shaper, text: &str, size: f32, indent: f32, above: f32| {
        if !text.trim().is_empty() {
            all.push(stretch(text, area, (size, indent, above), shaper));
        }
    };
    let indent = size * INDENT;
    add(shaper, &postal_mark(&addressee.postal), size, 0.0, 0.0);
    add(shaper, &addressee.address, size, 0.0, 0.0);
    add(shaper, &addressee.body, size, indent, size * GAP);
    add(shaper, &addressee.office, size.min(LEAST.max(size * 0.85)), indent, 0.0);
    let names = name_size(addressee, area.width - indent, size * NAME, shaper);
    for (nth, named) in addressee.names.iter().enumerate() {
        add(shaper, &with_honorific(named), names, indent, if nth == 0 { size * GAP } else { 0.0 });
    }
    all
}

fn stretch(text: &str, area: Area, (size, indent, above): (f32, f32, f32), shaper: &mut Shaper) -> Stretch {
    let style = Style { face: FACE, size, height: size * LEADING };
    let measure = Measure::by_phrase((area.width - indent) / size);
    let lines = wrap(shaper, FACE, &[(text, &paper::Source::Form)], measure);
    Stretch { lines, style, indent, above }
}

/// One size for all names of a face: the largest at which the longest of them stands on one line.
fn name_size(addressee: &Addressee, width: f32, best: f32, shaper: &mut Shaper) -> f32 {
    let longest = addressee.names.iter().map(|named| shaper.width(&with_honorific(named), FACE)).fold(1.0, f32::max);
    // A hair narrower, so that rounding never breaks the line.
    best.min(width / longest * 0.999).max(LEAST)
}

/// 齋藤　花子　様
pub(super) fn with_honorific(named: &Named) -> String {
    match named.honorific.as_str() {
        "" => named.name.clone(),
        honorific => format!("{}　{honorific}", named.name),
    }
}
