//! The words of one cell, set in its width.

use paper::{Align, Column, Fit, Negative, Role, Source, theme};

use super::grid::Placed;
use crate::Face;
use crate::line::{Setting, Style};
use crate::look::{CELL_LEADING, CELL_SIDE, CELL_TOP, size};
use crate::shape::Shaper;
use crate::text::{TextLine, wrap};

/// A cell ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SetCell {
    pub column: usize,
    pub columns: usize,
    pub rows: usize,
    pub style: Style,
    pub setting: Setting,
    pub vertical: bool,
    pub lines: Vec<TextLine>,
    /// What a hand will write in, where the cell has no words.
    pub room: Option<Source>,
}

impl SetCell {
    /// The height that the words ask for.
    pub(super) fn height(&self) -> f32 {
        let words = match self.vertical {
            true => self.lines.iter().map(TextLine::letters).max().unwrap_or(0) as f32 * self.style.size * 1.15,
            false => self.lines.len() as f32 * self.style.height,
        };
        words + 2.0 * CELL_TOP
    }
}

/// What all cells of a row share.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowStyle {
    pub role: Role,
    pub face: Face,
    pub negative: Negative,
}

/// Sets the words of a cell that is `width` points wide.
pub(super) fn set(shaper: &mut Shaper, placed: &Placed, column: &Column, row: RowStyle, width: f32) -> SetCell {
    let cell = placed.cell;
    let align = cell.align.unwrap_or(column.align);
    let is_number = cell.value.is_number();
    let text = cell.value.shown(row.negative);
    let words = [(text.as_str(), &cell.source)];
    let measure = width - 2.0 * CELL_SIDE;
    let vertical = align == Align::Vertical;
    let fit = if is_number { Fit::Shrink } else { column.fit };
    let (style, lines) = match fit {
        _ if text.is_empty() => (Style::cell(row.face, size(theme::TABLE)), Vec::new()),
        _ if vertical => (Style::cell(row.face, size(theme::TABLE)), wrap(shaper, row.face, &words, f32::MAX)),
        Fit::Wrap => fill(shaper, row.face, &words, size(theme::TABLE), measure),
        Fit::Shrink => shrink(shaper, row.face, &words, measure),
    };
    let room = (lines.is_empty() && matches!(cell.source, Source::Missing(_))).then(|| cell.source.clone());
    let setting = setting(align, row.role, is_number);
    SetCell { column: placed.column, columns: placed.columns, rows: placed.rows, style, setting, vertical, lines, room }
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

fn fill(shaper: &mut Shaper, face: Face, words: &Words, size: f32, measure: f32) -> (Style, Vec<TextLine>) {
    (Style::cell(face, size), wrap(shaper, face, words, measure / size))
}

/// One line, set smaller down to the floor; if that is not enough two lines, as large as they can be.
fn shrink(shaper: &mut Shaper, face: Face, words: &Words, measure: f32) -> (Style, Vec<TextLine>) {
    let (full, floor) = (size(theme::TABLE), size(theme::FLOOR));
    let widest = words[0].0.lines().map(|line| shaper.width(line, face)).fold(0.0, f32::max);
    let one_line = full.min(measure / widest);
    if one_line >= floor {
        return fill(shaper, face, words, one_line, measure + 0.01);
    }
    let steps = (0..).map(|step| full - 0.5 * step as f32).take_while(|size| *size > floor);
    let mut tries = steps.map(|size| fill(shaper, face, words, size, measure));
    tries.find(|(_, lines)| lines.len() <= 2).unwrap_or_else(|| fill(shaper, face, words, floor, measure))
}

/// How many lines a row of a given height can hold.
pub(super) fn lines_in(height: f32) -> usize {
    let line = size(theme::TABLE) * CELL_LEADING;
    (((height - 2.0 * CELL_TOP) / line).floor() as usize).max(1)
}
