//! 縦書き: the postal code in its boxes, the address at the right, body and office beside it, the names large in the
//! middle. Columns are filled from right to left.

use paper::{Addressee, Named, PostRun, PostalBoxes, Source};

use super::sender::Sent;
use super::upright::{Part, parts, upright};
use super::{Area, FACE, FaceArea, LEAST, is_whole, points, postal_mark, shifted, sizes_to, words};
use crate::line::{Place, Setting, Style};
use crate::look::MM;
use crate::shape::Shaper;
use crate::sheet::{Item, Text};
use crate::text::{Measure, wrap};

/// The address at its best, and how much larger the names are.
const BEST: f32 = 16.0;
const NAME: f32 = 1.9;
/// From the middle of one column to the next, in em.
const COLUMN: f32 = 1.45;
/// Room below the postal code, in millimetres.
const BELOW_POSTAL: f32 = 7.0;
/// Room between a name and the sender, in millimetres.
const APART: f32 = 3.0;
/// The name and its 敬称 take at most this share of the height.
const NAME_HEIGHT: f32 = 0.82;
/// What is tried in turn: few columns broken at their blanks, then any few, then more, then everything.
const TRIES: [Try; 4] = [
    Try { columns: 2, is_whole: true, enough: 11.0 },
    Try { columns: 2, is_whole: false, enough: 10.0 },
    Try { columns: 3, is_whole: false, enough: 9.0 },
    Try { columns: usize::MAX, is_whole: false, enough: LEAST },
];

/// Where the address and the names may stand, and what the sender has taken of it.
#[derive(Clone, Copy)]
struct Room {
    area: Area,
    taken: Option<Area>,
}

impl Room {
    /// True when nothing that begins this far left and ends this far down comes near the sender.
    fn is_clear(&self, left: f32, bottom: f32) -> bool {
        let gap = APART * MM;
        self.taken.is_none_or(|taken| left >= taken.x + taken.width + gap || bottom <= taken.y - gap)
    }
}

/// How an address may stand.
struct Try {
    columns: usize,
    is_whole: bool,
    /// The size at which the next way is tried.
    enough: f32,
}

/// Lines of one size from right to left.
pub(super) struct Columns {
    pub lines: Vec<String>,
    pub size: f32,
}

impl Columns {
    pub(super) fn width(&self) -> f32 {
        self.lines.len() as f32 * self.size * COLUMN
    }

    /// The height of the longest.
    pub(super) fn height(&self, shaper: &mut Shaper) -> f32 {
        self.lines.iter().map(|line| height(line, shaper) * self.size).fold(0.0, f32::max)
    }

    /// The middle of one of them, counted from a right edge.
    pub(super) fn x(&self, right: f32, nth: usize) -> f32 {
        right - (nth as f32 + 0.5) * self.size * COLUMN
    }
}

/// What stands on the face, clear of the sender; none when it does not fit at the least size.
pub(super) fn set(
    run: &PostRun,
    addressee: &Addressee,
    (face, sent): (&FaceArea, Option<&Sent>),
    shaper: &mut Shaper,
) -> Option<Vec<Item>> {
    let mut items = postal(run, addressee, face, shaper);
    let room = Room { area: below_postal(run, face), taken: sent.map(|sent| sent.area) };
    let set = TRIES.iter().find_map(|tried| {
        sizes_to(BEST, tried.enough).find_map(|size| attempt(run, addressee, room, (size, tried), shaper))
    })?;
    items.extend(set);
    Some(items)
}

/// The area that the address and the names share.
fn below_postal(run: &PostRun, face: &FaceArea) -> Area {
    let inner = face.inner;
    let head = match &run.stationery.postal_boxes {
        Some(boxes) => points(boxes.top + boxes.height) + face.whole.y - inner.y + BELOW_POSTAL * MM,
        None => BELOW_POSTAL * MM,
    };
    Area { y: inner.y + head, height: inner.height - head, ..inner }
}

fn postal(run: &PostRun, addressee: &Addressee, face: &FaceArea, shaper: &mut Shaper) -> Vec<Item> {
    let digits: Vec<char> = addressee.postal.chars().filter(char::is_ascii_digit).collect();
    match &run.stationery.postal_boxes {
        Some(boxes) if digits.len() == boxes.lefts.len() => in_boxes(run, boxes, &digits, face, shaper),
        _ => {
            let style = Style { face: FACE, size: BEST * 0.75, height: BEST };
            let place = Place { x: face.inner.x, y: face.inner.y, measure: face.inner.width };
            words(shaper, &postal_mark(&addressee.postal), style, place, Setting::Right)
        }
    }
}

/// One digit in the middle of each box.
fn in_boxes(run: &PostRun, boxes: &PostalBoxes, digits: &[char], face: &FaceArea, shaper: &mut Shaper) -> Vec<Item> {
    let style = Style { face: FACE, size: points(boxes.height) * 0.72, height: points(boxes.height) };
    let (x, y) = (shifted(run.shift[0]), face.whole.y + points(boxes.top));
    let digit = |(left, digit): (&u16, &char)| {
        let place = Place { x: x + points(*left), y, measure: points(boxes.width) };
        words(shaper, &digit.to_string(), style, place, Setting::Center)
    };
    boxes.lefts.iter().zip(digits).flat_map(digit).collect()
}

/// Everything at one size of the address; none when it does not fit.
fn attempt(
    run: &PostRun,
    addressee: &Addressee,
    room: Room,
    (size, how): (f32, &Try),
    shaper: &mut Shaper,
) -> Option<Vec<Item>> {
    let area = room.area;
    let place = upright(&addressee.address, run.numerals);
    let address = columns(&place, area.height, size, shaper);
    let body = columns(&upright(&addressee.body, run.numerals), area.height, size, shaper);
    let is_torn = how.is_whole && !is_whole(&place, address.lines.iter().map(String::as_str));
    if address.lines.len() > how.columns || is_torn {
        return None;
    }
    let names = Names::of(addressee, area.height, size * NAME, shaper)?;
    let middle = area.x + area.width / 2.0;
    let right = names.width() / 2.0 + body.width() + address.width();
    if right > area.width / 2.0 || names.width() / 2.0 > area.width / 2.0 {
        return None;
    }
    if !room.is_clear(middle - names.width() / 2.0, names.bottom(area, shaper)) {
        return None;
    }
    let mut items = put_columns(&address, area.x + area.width, area, shaper);
    items.extend(put_columns(&body, middle + names.width() / 2.0 + body.width(), area, shaper));
    items.extend(names.put(middle, area, shaper));
    Some(items)
}

/// A text in columns of a height.
pub(super) fn columns(text: &str, height: f32, size: f32, shaper: &mut Shaper) -> Columns {
    if text.is_empty() {
        return Columns { lines: Vec::new(), size };
    }
    let wrapped = wrap(shaper, FACE, &[(text, &Source::Form)], Measure::by_phrase(height / size));
    let line = |line: crate::text::TextLine| line.pieces.into_iter().map(|piece| piece.text).collect::<String>();
    Columns { lines: wrapped.into_iter().map(line).collect(), size }
}

/// Columns from a right edge; the later ones end at the foot, as addresses are written by hand.
fn put_columns(columns: &Columns, right: f32, area: Area, shaper: &mut Shaper) -> Vec<Item> {
    let mut items = Vec::new();
    for (nth, line) in columns.lines.iter().enumerate() {
        let x = columns.x(right, nth);
        let down = if nth == 0 { 0.0 } else { (area.height - height(line, shaper) * columns.size).max(0.0) };
        items.extend(put_line(line, (x, area.y + down), columns.size, shaper));
    }
    items
}

/// Height of a line in em: a pair of digits takes one.
pub(super) fn height(line: &str, shaper: &mut Shaper) -> f32 {
    let part = |part: Part| match part {
        Part::Column(text) => shaper.height(&text, FACE),
        Part::Pair(_) => 1.0,
    };
    parts(line).into_iter().map(part).sum()
}

/// One line from top to bottom.
pub(super) fn put_line(line: &str, (x, mut y): (f32, f32), size: f32, shaper: &mut Shaper) -> Vec<Item> {
    let mut items = Vec::new();
    for part in parts(line) {
        match part {
            Part::Column(text) => {
                let length = shaper.height(&text, FACE) * size;
                items.push(standing(shaper.drawable(text), (x, y), size, length));
                y += length;
            }
            Part::Pair(pair) => {
                let style = Style { face: FACE, size, height: size };
                let place = Place { x: x - size / 2.0, y, measure: size };
                items.extend(words(shaper, &pair, style, place, Setting::Center));
                y += size;
            }
        }
    }
    items
}

fn standing(text: String, (x, y): (f32, f32), size: f32, length: f32) -> Item {
    Item::Text(Text { x, y, size, text, face: FACE, spacing: 0.0, length, vertical: true, source: Source::Form })
}

/// The names beside each other, each with its office above and its 敬称 below.
struct Names {
    names: Vec<String>,
    office: String,
    size: f32,
    office_size: f32,
}

impl Names {
    /// The names at the largest size that the height allows; none when that is below the least.
    fn of(addressee: &Addressee, height_of_area: f32, best: f32, shaper: &mut Shaper) -> Option<Names> {
        let names: Vec<String> = addressee.names.iter().map(written).collect();
        let office = upright(&addressee.office, paper::Numerals::Kanji);
        let longest = names.iter().map(|name| height(name, shaper)).fold(1.0, f32::max);
        let above = if office.is_empty() { 0.0 } else { (height(&office, shaper) + 1.0) * 0.6 };
        let size = best.min(height_of_area * NAME_HEIGHT / (longest + above));
        let office_size = (size * 0.6).max(LEAST);
        let whole =
            longest * size + if office.is_empty() { 0.0 } else { (height(&office, shaper) + 1.0) * office_size };
        (size >= LEAST && whole <= height_of_area).then_some(Names { names, office, size, office_size })
    }

    fn width(&self) -> f32 {
        self.names.len().max(1) as f32 * self.size * COLUMN
    }

    /// Heights of the office above the names and of the longest name.
    fn heights(&self, shaper: &mut Shaper) -> (f32, f32) {
        let above = if self.office.is_empty() { 0.0 } else { (height(&self.office, shaper) + 1.0) * self.office_size };
        let longest = self.names.iter().map(|name| height(name, shaper)).fold(0.0, f32::max) * self.size;
        (above, longest)
    }

    fn top(area: Area, (above, longest): (f32, f32)) -> f32 {
        area.y + ((area.height - above - longest) * 0.35).max(0.0)
    }

    /// Where the longest name ends.
    fn bottom(&self, area: Area, shaper: &mut Shaper) -> f32 {
        let (above, longest) = self.heights(shaper);
        Names::top(area, (above, longest)) + above + longest
    }

    fn put(&self, middle: f32, area: Area, shaper: &mut Shaper) -> Vec<Item> {
        let mut items = Vec::new();
        let heights = self.heights(shaper);
        let (above, top) = (heights.0, Names::top(area, heights));
        for (nth, name) in self.names.iter().enumerate() {
            let x = middle + self.width() / 2.0 - (nth as f32 + 0.5) * self.size * COLUMN;
            if nth == 0 {
                items.extend(put_line(&self.office, (x, top), self.office_size, shaper));
            }
            items.extend(put_line(name, (x, top + above), self.size, shaper));
        }
        items
    }
}

/// 齋藤　花子　様
pub(super) fn written(named: &Named) -> String {
    upright(&super::across::with_honorific(named), paper::Numerals::Digits)
}
