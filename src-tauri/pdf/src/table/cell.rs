//! The words of one cell, set in its width.

use paper::{Align, Cell, Fit, Negative, Role, Source, theme};

use super::grid::Placed;
use crate::Face;
use crate::line::{Setting, Style};
use crate::look::{Air, CELL_SIDE, size};
use crate::shape::Shaper;
use crate::text::{Measure, TextLine, is_open, wrap};

/// How much smaller words may be set to spare a line, the least first.
const LITTLE_SMALLER: [f32; 4] = [0.97, 0.94, 0.9, 0.86];

/// A cell ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SetCell {
    pub column: usize,
    pub columns: usize,
    pub rows: usize,
    pub style: Style,
    pub setting: Setting,
    /// Width that the lines are set in; the rest of the cell is white at both sides.
    pub measure: f32,
    pub vertical: bool,
    pub lines: Vec<TextLine>,
    /// What a hand will write in, where the cell has no words.
    pub room: Option<Source>,
}

impl SetCell {
    /// The height that the words ask for.
    pub(super) fn height(&self, air: Air) -> f32 {
        let words = match self.vertical {
            true => self.lines.iter().map(TextLine::letters).max().unwrap_or(0) as f32 * self.style.size * 1.15,
            false => self.lines.len() as f32 * self.style.height,
        };
        words + 2.0 * air.cell_top
    }
}

/// The look of a row's words.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowStyle {
    pub role: Role,
    pub face: Face,
    pub negative: Negative,
    pub air: Air,
}

impl RowStyle {
    fn style(self, size: f32) -> Style {
        Style { face: self.face, size, height: size * self.air.cell_leading }
    }
}

/// The column that a cell begins in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// Width of the cell between its rules.
    pub width: f32,
    /// Width that the spread words of the column share.
    pub even: f32,
    pub align: Align,
    pub fit: Fit,
}

/// Sets the words of a cell.
pub(super) fn set(shaper: &mut Shaper, placed: &Placed, bounds: Bounds, row: RowStyle) -> SetCell {
    let cell = placed.cell;
    let align = match align(cell, bounds.align) {
        // A label stands over the middle of its numbers, unless it says otherwise itself.
        Align::Right if row.role == Role::Head && cell.align.is_none() => Align::Auto,
        align => align,
    };
    let text = cell.value.shown(row.negative);
    let stretches = cell.stretches(&text);
    let words: Vec<_> = stretches.iter().map(|(words, _)| (*words, &cell.source)).collect();
    let inside = bounds.width - 2.0 * CELL_SIDE;
    let full = size(if cell.small { theme::SMALL } else { theme::TABLE });
    let is_number = cell.value.is_number();
    let (style, lines) = match bounds.fit {
        _ if text.is_empty() => (row.style(full), Vec::new()),
        _ if align == Align::Vertical => fill(shaper, row, &words, full, f32::MAX),
        _ if row.role == Role::Head => {
            (row.style(full), wrap(shaper, row.face, &words, Measure::by_phrase(inside / full)))
        }
        // A broken number would be read as two: it is set as small as it takes.
        _ if is_number => one_line(shaper, row, &words, full, inside),
        Fit::Wrap => wrapped(shaper, row, &words, full, inside),
        Fit::Shrink => shrink(shaper, row, &words, full, inside),
    };
    let lines = lines.into_iter().map(|line| underlined(line, &stretches)).collect();
    let room = (text.trim().is_empty() && is_open(&cell.source)).then(|| cell.source.clone());
    let setting = setting(align, row.role, is_number);
    let measure = if setting == Setting::Even { bounds.even.min(inside) } else { inside };
    let Placed { column, columns, rows, .. } = *placed;
    SetCell { column, columns, rows, style, setting, measure, vertical: align == Align::Vertical, lines, room }
}

/// A line whose pieces know whether they are underlined.
fn underlined(mut line: TextLine, stretches: &[(&str, bool)]) -> TextLine {
    for piece in &mut line.pieces {
        piece.underlined = stretches.get(piece.nth).is_some_and(|(_, is_underlined)| *is_underlined);
    }
    line
}

/// How a cell is set: as itself says, or its column.
pub(super) fn align(cell: &Cell, column: Align) -> Align {
    cell.align.unwrap_or(column)
}

fn setting(align: Align, role: Role, is_number: bool) -> Setting {
    match align {
        Align::Auto if role == Role::Head => Setting::Center,
        Align::Auto if is_number => Setting::Right,
        Align::Auto | Align::Left => Setting::Left,
        Align::Center | Align::Vertical => Setting::Center,
        Align::Right => Setting::Right,
        Align::Even => Setting::Even,
    }
}

type Words<'a> = [(&'a str, &'a Source)];

fn fill(shaper: &mut Shaper, row: RowStyle, words: &Words, size: f32, measure: f32) -> (Style, Vec<TextLine>) {
    (row.style(size), wrap(shaper, row.face, words, Measure::of(measure / size)))
}

/// Lines of full size; or of a little less, where that spares a line with no more than two letters on it.
fn wrapped(shaper: &mut Shaper, row: RowStyle, words: &Words, size: f32, measure: f32) -> (Style, Vec<TextLine>) {
    let full = fill(shaper, row, words, size, measure);
    if full.1.len() < 2 || full.1.iter().all(|line| line.letters() > 2) {
        return full;
    }
    let mut smaller = LITTLE_SMALLER.map(|part| fill(shaper, row, words, full.0.size * part, measure)).into_iter();
    smaller.find(|(_, lines)| lines.len() < full.1.len()).unwrap_or(full)
}

/// One line, set smaller if it must be.
fn one_line(shaper: &mut Shaper, row: RowStyle, words: &Words, full: f32, measure: f32) -> (Style, Vec<TextLine>) {
    let widest = words[0].0.lines().map(|line| shaper.width(line, row.face)).fold(0.0, f32::max);
    fill(shaper, row, words, full.min(measure / widest), measure + 0.01)
}

/// One line, set smaller down to the floor; if that is not enough two lines, as large as they can be.
fn shrink(shaper: &mut Shaper, row: RowStyle, words: &Words, full: f32, measure: f32) -> (Style, Vec<TextLine>) {
    let floor = size(theme::FLOOR);
    let small = one_line(shaper, row, words, full, measure);
    if small.0.size >= floor {
        return small;
    }
    let steps = (0..).map(|step| full - 0.5 * step as f32).take_while(|size| *size > floor);
    let mut tries = steps.map(|size| fill(shaper, row, words, size, measure));
    tries.find(|(_, lines)| lines.len() <= 2).unwrap_or_else(|| fill(shaper, row, words, floor, measure))
}

/// How many lines a row of a given height can hold.
pub(super) fn lines_in(height: f32, air: Air) -> usize {
    let line = size(theme::TABLE) * air.cell_leading;
    (((height - 2.0 * air.cell_top) / line).floor() as usize).max(1)
}
