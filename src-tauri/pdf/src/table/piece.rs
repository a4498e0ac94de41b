//! The rows of a table that share a page, drawn: fills, then rules, then words.

use paper::theme;

use super::Part;
use super::cell::SetCell;
use super::rows::Ruled;
use super::rules::Grid;
use crate::line::{Place, put};
use crate::look::{CELL_SIDE, CELL_TOP};
use crate::shape::Shaper;
use crate::sheet::{Item, Rect, Room, Text};
use crate::text::Piece;

impl Ruled {
    /// Draws some parts, each but the head once; `top` is where the first of them begins, a repeated head above it.
    pub(crate) fn piece(&mut self, shaper: &mut Shaper, parts: &[Part], repeats: bool, top: f32) -> Vec<Item> {
        let mut rows = if repeats { self.head.clone() } else { Vec::new() };
        let mut tops = vec![top - if repeats { self.head_height() } else { 0.0 }];
        for part in parts {
            match part {
                Part::Head => rows.extend_from_slice(&self.head),
                Part::Row(nth) => rows.push(std::mem::take(&mut self.rows[*nth])),
            }
        }
        for row in &rows {
            tops.push(tops[tops.len() - 1] + row.height);
        }
        let grid = Grid { edges: &self.edges, rows, tops };
        let mut items = grid.fills();
        items.extend(grid.rules());
        grid.words(shaper, &mut items);
        items
    }
}

/// The box of a cell on the page.
#[derive(Clone, Copy)]
struct Area {
    x: f32,
    y: f32,
    width: f32,
    height: f32,
}

impl Grid<'_> {
    /// Shades of the rows that have one; rows of one shade next to each other as one.
    fn fills(&self) -> Vec<Item> {
        let (x, width) = (self.edges[0], self.edges[self.edges.len() - 1] - self.edges[0]);
        let mut fills: Vec<Rect> = Vec::new();
        for (row, y) in self.rows.iter().zip(&self.tops) {
            let shade = theme::row_look(row.role).shade;
            match fills.last_mut() {
                Some(last) if last.shade == shade => last.height += row.height,
                _ => fills.push(Rect { x, y: *y, width, height: row.height, shade }),
            }
        }
        fills.into_iter().filter(|fill| fill.shade < 100).map(Item::Rect).collect()
    }

    fn words(self, shaper: &mut Shaper, items: &mut Vec<Item>) {
        let last = self.rows.len();
        for (nth, row) in self.rows.into_iter().enumerate() {
            for cell in row.cells {
                let end = (nth + cell.rows).min(last);
                let (x, y) = (self.edges[cell.column], self.tops[nth]);
                let width = self.edges[cell.column + cell.columns] - x;
                let area = Area { x, y, width, height: self.tops[end] - y };
                if cell.vertical { down(shaper, cell, area, items) } else { across(shaper, cell, area, items) }
            }
        }
    }
}

/// The lines of a cell in the middle of its height, or the room in it.
fn across(shaper: &mut Shaper, cell: SetCell, area: Area, items: &mut Vec<Item>) {
    let Area { x, y, width, height } = area;
    if let Some(source) = cell.room {
        let (x, y, width, height) = (x + CELL_SIDE, y + CELL_TOP, width - 2.0 * CELL_SIDE, height - 2.0 * CELL_TOP);
        items.push(Item::Room(Room { x, y, width, height, ruled: false, source }));
        return;
    }
    let mut y = y + (height - cell.lines.len() as f32 * cell.style.height) / 2.0;
    for line in cell.lines {
        let place = Place { x: x + (width - cell.measure) / 2.0, y, measure: cell.measure };
        items.extend(put(shaper, line, cell.style, place, cell.setting));
        y += cell.style.height;
    }
}

/// Standing columns of letters, the first at the right, in the middle of the cell.
fn down(shaper: &mut Shaper, cell: SetCell, area: Area, items: &mut Vec<Item>) {
    let (size, face) = (cell.style.size, cell.style.face);
    let mut x = area.x + area.width / 2.0 + (cell.lines.len() as f32 - 1.0) * cell.style.height / 2.0;
    for line in cell.lines {
        for Piece { text, source, letters, .. } in line.pieces {
            let natural = shaper.height(&text, face) * size;
            let gaps = letters.saturating_sub(1) as f32;
            let spacing = ((area.height - natural) / (gaps + 2.0)).clamp(0.0, size);
            let length = natural + spacing * gaps;
            let (y, text) = (area.y + (area.height - length) / 2.0, shaper.drawable(text));
            items.push(Item::Text(Text { x, y, size, text, face, spacing, length, vertical: true, source }));
        }
        x -= cell.style.height;
    }
}
