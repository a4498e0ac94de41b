//! 差出人: who sends it, small, in a place of its own where no address comes.

use paper::{PostPlace, PostRun, PostSender, Writing};

use super::down::{Columns, columns, put_line};
use super::upright::upright;
use super::{Area, FACE, LEADING, Posting, points, postal_mark, shifted, sizes, words};
use crate::line::{Place, Setting, Style, put};
use crate::shape::Shaper;
use crate::sheet::Item;
use crate::text::{Measure, wrap};

/// The sender's address at its best: well below the size of any addressee's name.
const BEST: f32 = 10.0;
/// The name beside the address.
const NAME: f32 = 1.2;

/// The sender as set, and the room that it takes.
pub(super) struct Sent {
    pub items: Vec<Item>,
    pub area: Area,
}

/// The sender at the largest size that fits; nothing where none is wanted.
pub(super) fn set(run: &PostRun, shaper: &mut Shaper) -> Posting<Option<Sent>> {
    let (Some(place), Some(sender)) = (run.stationery.sender, run.sender.as_ref()) else { return Ok(None) };
    let area = area(place, run.shift);
    let attempt = |size| match run.stationery.writing {
        Writing::Down => down(sender, run, area, size, shaper),
        Writing::Across | Writing::Badge | Writing::Certificate => across(sender, area, size, shaper),
    };
    sizes(BEST).find_map(attempt).map(Some).ok_or(super::PostPart::Sender)
}

/// A place of the paper, moved as the test print asked.
pub(super) fn area(place: PostPlace, shift: [i16; 2]) -> Area {
    Area {
        x: points(place.left) + shifted(shift[0]),
        y: points(place.top) + shifted(shift[1]),
        width: points(place.width),
        height: points(place.height),
    }
}

/// At the left foot: the postal code, below it the address and left of that the name, which ends lowest.
fn down(sender: &PostSender, run: &PostRun, area: Area, size: f32, shaper: &mut Shaper) -> Option<Sent> {
    let postal = postal_mark(&sender.postal);
    let head = if postal.is_empty() { 0.0 } else { size * LEADING };
    let measure = area.height - head;
    let address = columns(&upright(&sender.address, run.numerals), measure, size, shaper);
    let name = columns(&upright(&sender.name, run.numerals), measure, size * NAME, shaper);
    let width = (address.width() + name.width()).max(shaper.width(&postal, FACE) * size);
    if width > area.width {
        return None;
    }
    let height = address.height(shaper).max(name.height(shaper));
    let used = Area { x: area.x, y: area.y + measure - height, width, height: head + height };
    let style = Style { face: FACE, size, height: head };
    let mut items = words(shaper, &postal, style, Place { x: used.x, y: used.y, measure: width }, Setting::Left);
    let top = used.y + head;
    let middle = used.x + width / 2.0 + (address.width() + name.width()) / 2.0;
    items.extend(at_top(&address, middle, top, shaper));
    items.extend(at_foot(&name, middle - address.width(), top + height, shaper));
    Some(Sent { items, area: used })
}

fn at_top(columns: &Columns, right: f32, top: f32, shaper: &mut Shaper) -> Vec<Item> {
    let place = |(nth, line): (usize, &String)| put_line(line, (columns.x(right, nth), top), columns.size, shaper);
    columns.lines.iter().enumerate().flat_map(place).collect()
}

fn at_foot(columns: &Columns, right: f32, foot: f32, shaper: &mut Shaper) -> Vec<Item> {
    let mut items = Vec::new();
    for (nth, line) in columns.lines.iter().enumerate() {
        let top = foot - super::down::height(line, shaper) * columns.size;
        items.extend(put_line(line, (columns.x(right, nth), top), columns.size, shaper));
    }
    items
}

/// Lines at the right margin, the name last.
fn across(sender: &PostSender, area: Area, size: f32, shaper: &mut Shaper) -> Option<Sent> {
    let parts =
        [(postal_mark(&sender.postal), size), (sender.address.clone(), size), (sender.name.clone(), size * NAME)];
    let mut lines = Vec::new();
    for (text, size) in parts.iter().filter(|(text, _)| !text.trim().is_empty()) {
        let style = Style { face: FACE, size: *size, height: size * LEADING };
        let set = wrap(shaper, FACE, &[(text, &paper::Source::Form)], Measure::by_phrase(area.width / size));
        lines.extend(set.into_iter().map(|line| (line, style)));
    }
    let height: f32 = lines.iter().map(|(_, style)| style.height).sum();
    if height > area.height {
        return None;
    }
    let mut y = area.y + area.height - height;
    let used = Area { y, height, ..area };
    let mut items = Vec::new();
    for (line, style) in lines {
        items.extend(put(shaper, line, style, Place { x: area.x, y, measure: area.width }, Setting::Right));
        y += style.height;
    }
    Some(Sent { items, area: used })
}
