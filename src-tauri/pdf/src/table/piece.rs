//! The rows of a table that share a page, drawn: fills, then rules, then words.

use paper::theme;

use super::Part;
use super::cell::SetCell;
use super::rows::{Ruled, SetRow};
use super::rules::Grid;
use crate::line::{Place, put};
use crate::look::{CELL_SIDE, CELL_TOP};
use crate::shape::{Shaper, clusters};
use crate::sheet::{Item, Rect, Room, Text};

impl Ruled {
    /// Draws some parts; `top` is where the first of them begins, the repeated head stands above it.
    pub(crate) fn piece(&self, shaper: &mut Shaper, parts: &[Part], repeats: bool, top: f32) -> Vec<Item> {
        let head = if repeats { self.head.as_slice() } else { &[] };
        let rows: Vec<&SetRow> = head.iter().chain(parts.iter().flat_map(|part| self.part(*part))).collect();
        let mut tops = vec![top - if repeats { self.head_height() } else { 0.0 }];
        for row in &rows {
            tops.push(tops[tops.len() - 1] + row.height);
        }
        let grid = Grid { edges: &self.edges, rows, tops };
        let mut items = grid.fills();
        items.extend(grid.rules());
        grid.words(shaper, &mut items);
        items
    }

    fn part(&self, part: Part) -> &[SetRow] {
        match part {
            Part::Head => &self.head,
            Part::Row(nth) => &self.rows[nth..=nth],
        }
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

    fn words(&self, shaper: &mut Shaper, items: &mut Vec<Item>) {
        for (nth, row) in self.rows.iter().enumerate() {
            for cell in &row.cells {
                let end = (nth + cell.rows).min(self.rows.len());
                let (x, y) = (self.edges[cell.column], self.tops[nth]);
                let width = self.edges[cell.column + cell.columns] - x;
                let area = Area { x, y, width, height: self.tops[end] - y };
                items.extend(if cell.vertical { down(shaper, cell, area) } else { across(shaper, cell, area) });
            }
        }
    }
}

/// The lines of a cell in the middle of its height, or the room in it.
fn across(shaper: &mut Shaper, cell: &SetCell, area: Area) -> Vec<Item> {
    let Area { x, y, width, height } = area;
    if let Some(source) = cell.room.clone() {
        let (x, y, width, height) = (x + CELL_SIDE, y + CELL_TOP, width - 2.0 * CELL_SIDE, height - 2.0 * CELL_TOP);
        return vec![Item::Room(Room { x, y, width, height, ruled: false, source })];
    }
    let mut y = y + (height - cell.lines.len() as f32 * cell.style.height) / 2.0;
    let mut items = Vec::with_capacity(cell.lines.len());
    for line in &cell.lines {
        let place = Place { x: x + CELL_SIDE, y, measure: width - 2.0 * CELL_SIDE };
        items.extend(put(shaper, line.clone(), cell.style, place, cell.setting));
        y += cell.style.height;
    }
    items
}

/// Standing columns of letters, the first at the right, in the middle of the cell.
fn down(shaper: &mut Shaper, cell: &SetCell, area: Area) -> Vec<Item> {
    let (size, face) = (cell.style.size, cell.style.face);
    let middle = area.x + area.width / 2.0 + (cell.lines.len() as f32 - 1.0) * cell.style.height / 2.0;
    let columns = cell.lines.iter().enumerate().flat_map(|(nth, line)| line.pieces.iter().map(move |p| (nth, p)));
    let mut items = Vec::new();
    for (nth, piece) in columns {
        let natural = clusters(&piece.text).flat_map(|c| shaper.glyphs(c, face, true).to_vec()).map(|g| g.advance);
        let natural = natural.sum::<f32>() * size;
        let gaps = piece.letters.saturating_sub(1) as f32;
        let spacing = ((area.height - natural) / (gaps + 2.0)).clamp(0.0, size);
        let length = natural + spacing * gaps;
        let (x, y) = (middle - nth as f32 * cell.style.height, area.y + (area.height - length) / 2.0);
        let (text, source) = (shaper.drawable(piece.text.clone()), piece.source.clone());
        items.push(Item::Text(Text { x, y, size, text, face, spacing, length, vertical: true, source }));
    }
    items
}
