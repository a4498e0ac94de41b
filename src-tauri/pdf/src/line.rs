//! One line of words put on a page.

use paper::{Source, theme};

use crate::look::{baseline, thickness};
use crate::shape::Shaper;
use crate::sheet::{Item, Room, Text};
use crate::text::{Piece, TextLine};
use crate::{Face, look};

/// A line that is shorter than this part of its measure is not stretched to the margin.
const MOST_STRETCH: f32 = 0.1;

/// Distance of an underline below the baseline, in em.
const UNDERLINE: f32 = 0.2;

/// Face, size and height of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub face: Face,
    pub size: f32,
    /// Height that the line takes.
    pub height: f32,
}

impl Style {
    /// Running text.
    pub(crate) fn running(face: Face, size: f32) -> Style {
        Style { face, size, height: size * look::LEADING }
    }

    /// Text inside a cell.
    pub(crate) fn cell(face: Face, size: f32) -> Style {
        Style { face, size, height: size * look::CELL_LEADING }
    }
}

/// How a line stands in its measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Setting {
    Left,
    Center,
    Right,
    /// Letters spread over the whole measure.
    Even,
    /// To both margins, but for the last line.
    Full,
}

/// The place of a line: left edge, top, and the measure it is set in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Place {
    pub x: f32,
    pub y: f32,
    pub measure: f32,
}

/// Puts a line on the page.
pub(crate) fn put(shaper: &mut Shaper, line: TextLine, style: Style, place: Place, setting: Setting) -> Vec<Item> {
    let (indent, spacing) = spread(&line, style, place.measure, setting);
    let mut x = place.x + indent;
    let mut items = Vec::with_capacity(line.pieces.len());
    for piece in line.pieces {
        let length = piece.width * style.size + spacing * piece.letters as f32;
        if piece.underlined {
            let y = baseline(place.y, style.height, style.size) + style.size * UNDERLINE;
            items.push(Item::rule((x, y), (x + length, y), thickness(theme::RULE)));
        }
        items.push(item(shaper, piece, style, (x, place.y), (length, spacing)));
        x += length;
    }
    items
}

/// Where a line begins and what is added after each of its letters.
fn spread(line: &TextLine, style: Style, measure: f32, setting: Setting) -> (f32, f32) {
    let hang = if setting == Setting::Full { line.hang() } else { 0.0 };
    let rest = measure - (line.width - hang) * style.size;
    let gaps = line.letters().saturating_sub(1) as f32;
    match setting {
        Setting::Left => (0.0, 0.0),
        Setting::Right => (rest, 0.0),
        Setting::Even if gaps > 0.0 => (0.0, rest.max(0.0) / gaps),
        Setting::Center | Setting::Even => (rest / 2.0, 0.0),
        Setting::Full if !line.is_last && gaps > 0.0 && rest < measure * MOST_STRETCH => (0.0, rest / gaps),
        Setting::Full => (0.0, 0.0),
    }
}

fn item(shaper: &mut Shaper, piece: Piece, style: Style, at: (f32, f32), (length, spacing): (f32, f32)) -> Item {
    let y = baseline(at.1, style.height, style.size);
    let length = length - spacing;
    if piece.is_room() {
        let (top, height) = (y - style.size, style.size * 1.2);
        return Item::Room(Room { x: at.0, y: top, width: length, height, ruled: true, source: piece.source });
    }
    let text = shaper.drawable(piece.text);
    let (face, size, source) = (style.face, style.size, piece.source);
    Item::Text(Text { x: at.0, y, size, text, face, spacing, length, vertical: false, source })
}

/// Puts words of the form on one line, left, in the middle of or right of a place.
pub(crate) fn put_form(shaper: &mut Shaper, text: &str, style: Style, place: Place, setting: Setting) -> Vec<Item> {
    let line = form_line(shaper, text, style.face);
    put(shaper, line, style, place, setting)
}

/// Words of the form as one line.
pub(crate) fn form_line(shaper: &mut Shaper, text: &str, face: Face) -> TextLine {
    let (width, letters) = shaper.measure(text, face);
    TextLine::of(Piece::new(text, &Source::Form, (width, letters)))
}
