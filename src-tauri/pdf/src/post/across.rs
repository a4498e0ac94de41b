//! 横書き: the postal code, the address, the body and the names below each other, at the largest size that fits.

use paper::{Addressee, Named};

use super::{Area, FACE, LEADING, LEAST, is_whole, postal_mark, sizes, sizes_to};
use crate::line::{Place, Setting, Style, put};
use crate::shape::Shaper;
use crate::sheet::Item;
use crate::text::{Measure, TextLine, wrap};

/// A name is larger than its address by this factor.
const NAME: f32 = 1.4;
/// Share of the face's height that a line of the address takes at its best, and the sizes it stays between.
const SHARE: f32 = 0.12;
const BEST: f32 = 18.0;
/// A size may come down to this share of the best for an address that is broken at its blanks alone.
const LARGE: f32 = 0.72;
/// Names stand in from the address, in em of the address.
const INDENT: f32 = 1.0;
/// Room between the address and the names, in em of the address.
const GAP: f32 = 0.45;

/// How the names of one face stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Names {
    /// Each on a line of its own, large.
    Apart,
    /// One after the other at the size of the address, where there is no room for more.
    Together,
}

/// Lines of one size and where they begin.
struct Stretch {
    lines: Vec<TextLine>,
    style: Style,
    indent: f32,
    above: f32,
    is_address: bool,
}

/// What stands on the face; none when it does not fit at the least size.
pub(super) fn set(addressee: &Addressee, area: Area, shaper: &mut Shaper) -> Option<Vec<Item>> {
    let best = (area.height * SHARE).clamp(LEAST, BEST);
    let fitting = |size: f32, names: Names, shaper: &mut Shaper| {
        let stretches = stretches(addressee, area, (size, names), shaper);
        let height: f32 = stretches.iter().map(Stretch::height).sum();
        (height <= area.height).then_some((stretches, height))
    };
    let whole = sizes_to(best, best * LARGE).find_map(|size| {
        let set = fitting(size, Names::Apart, shaper)?;
        is_unbroken(&set.0, &addressee.address).then_some(set)
    });
    let apart = whole.or_else(|| sizes(best).find_map(|size| fitting(size, Names::Apart, shaper)));
    let (stretches, height) = apart.or_else(|| sizes(best).find_map(|size| fitting(size, Names::Together, shaper)))?;
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

/// True when the address is broken at its blanks alone.
fn is_unbroken(stretches: &[Stretch], address: &str) -> bool {
    let of_address = stretches.iter().find(|stretch| stretch.is_address);
    let words = |line: &TextLine| line.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
    let lines: Vec<String> = of_address.map_or_else(Vec::new, |stretch| stretch.lines.iter().map(words).collect());
    is_whole(address, lines.iter().map(String::as_str))
}

impl Stretch {
    fn height(&self) -> f32 {
        self.above + self.lines.len() as f32 * self.style.height
    }
}

fn stretches(addressee: &Addressee, area: Area, (size, names): (f32, Names), shaper: &mut Shaper) -> Vec<Stretch> {
    let mut all = Vec::new();
    let mut add = |shaper: &mut Shaper, text: &str, size: f32, indent: f32, above: f32| {
        if !text.trim().is_empty() {
            let is_address = text == addressee.address;
            all.push(Stretch { is_address, ..stretch(text, area, (size, indent, above), shaper) });
        }
    };
    let indent = size * INDENT;
    add(shaper, &postal_mark(&addressee.postal), size, 0.0, 0.0);
    add(shaper, &addressee.address, size, 0.0, 0.0);
    add(shaper, &addressee.body, size, indent, size * GAP);
    if names == Names::Together {
        let names: Vec<String> = addressee.names.iter().map(with_honorific).collect();
        add(shaper, format!("{}　{}", addressee.office, names.join("　")).trim(), size, indent, 0.0);
        return all;
    }
    add(shaper, &addressee.office, size.min(LEAST.max(size * 0.85)), indent, 0.0);
    let large = name_size(addressee, area.width - indent, size * NAME, shaper);
    for (nth, named) in addressee.names.iter().enumerate() {
        add(shaper, &with_honorific(named), large, indent, if nth == 0 { size * GAP } else { 0.0 });
    }
    all
}

fn stretch(text: &str, area: Area, (size, indent, above): (f32, f32, f32), shaper: &mut Shaper) -> Stretch {
    let style = Style { face: FACE, size, height: size * LEADING };
    let measure = Measure::by_phrase((area.width - indent) / size);
    let lines = wrap(shaper, FACE, &[(text, &paper::Source::Form)], measure);
    Stretch { lines, style, indent, above, is_address: false }
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
