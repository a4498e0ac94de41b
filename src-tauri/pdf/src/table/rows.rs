//! The rows of a table with their cells set and their heights known.

use paper::{Align, Role, Row, Table, theme};

use super::cell::{Bounds, RowStyle, SetCell, align, lines_in, set};
use super::closes;
use super::grid::{Placed, place};
use crate::Face;
use crate::layout::Layout;
use crate::look::{Air, size};

/// A table that is ready to be cut into pages.
pub(crate) struct Ruled {
    /// Left edges of the columns and the right edge of the last.
    pub(super) edges: Vec<f32>,
    pub(super) head: Vec<SetRow>,
    pub(super) rows: Vec<SetRow>,
}

/// One row.
#[derive(Clone, Default)]
pub(super) struct SetRow {
    pub role: Role,
    pub height: f32,
    pub cells: Vec<SetCell>,
}

impl Ruled {
    pub(super) fn new(layout: &mut Layout, table: &Table) -> Ruled {
        let edges = edges(layout.frame.left, layout.frame.width, table);
        let (head, rows) = (place(&table.head, table.columns.len()), place(&table.rows, table.columns.len()));
        let evens = evens(layout, table, head.iter().chain(&rows).flatten());
        let mut setter = Setter { layout, table, edges: &edges, evens };
        let (head, rows) = (setter.rows(&table.head, head), setter.rows(&table.rows, rows));
        let room = layout.frame.height - height(&head);
        let air = layout.air;
        let rows = rows.into_iter().flat_map(|row| torn(row, room, air)).collect();
        Ruled { edges, head, rows }
    }

    pub(super) fn head_height(&self) -> f32 {
        height(&self.head)
    }

    /// Height of every row, and whether it is kept with the next: a span is not parted, no sum, total or remark
    /// begins a page, and none goes to the next with a single row.
    pub(super) fn extents(&self) -> Vec<(f32, bool)> {
        let mut spanned = 0;
        let closes_at = |nth: usize| self.rows.get(nth).is_some_and(|row: &SetRow| closes(row.role));
        let rows = self.rows.iter().enumerate().map(|(nth, row)| {
            let closed = closes_at(nth + 1) || (!closes(row.role) && closes_at(nth + 2));
            let span = row.cells.iter().map(|cell| cell.rows).max().unwrap_or(1);
            spanned = span.max(spanned);
            spanned -= 1;
            (row.height, closed || spanned > 0)
        });
        rows.collect()
    }
}

fn height(rows: &[SetRow]) -> f32 {
    rows.iter().map(|row| row.height).sum()
}

/// The columns share the width as their shares say.
fn edges(left: f32, width: f32, table: &Table) -> Vec<f32> {
    let all: f32 = table.columns.iter().map(|column| f32::from(column.width.max(1))).sum();
    let mut share = 0.0;
    let rights = table.columns.iter().map(|column| {
        share += f32::from(column.width.max(1));
        left + width * share / all
    });
    std::iter::once(left).chain(rights).collect()
}

/// Per column, the width that its spread words share: a little more than the longest needs.
fn evens<'a>(layout: &mut Layout, table: &Table, cells: impl Iterator<Item = &'a Placed<'a>>) -> Vec<f32> {
    let mut evens = vec![0.0; table.columns.len()];
    for Placed { cell, column, .. } in cells {
        if align(cell, table.columns[*column].align) == Align::Even {
            let width = layout.shaper.width(&cell.value.shown(layout.negative), Face::GothicBold);
            evens[*column] = f32::max(evens[*column], (width + 1.0) * size(theme::TABLE));
        }
    }
    evens
}

/// Sets the rows of one table.
struct Setter<'a, 'l> {
    layout: &'a mut Layout<'l>,
    table: &'a Table,
    edges: &'a [f32],
    /// Width that the spread words of each column share.
    evens: Vec<f32>,
}

impl Setter<'_, '_> {
    fn rows(&mut self, rows: &[Row], placed: Vec<Vec<Placed>>) -> Vec<SetRow> {
        let mut set: Vec<SetRow> = Vec::with_capacity(rows.len());
        for (row, cells) in rows.iter().zip(placed) {
            let style = self.style(row.role);
            let cells = cells.iter().map(|cell| self::set(self.layout.shaper, cell, self.bounds(cell), style));
            set.push(SetRow { role: row.role, height: 0.0, cells: cells.collect() });
        }
        give_heights(&mut set, self.layout.air);
        set
    }

    fn bounds(&self, cell: &Placed) -> Bounds {
        let width = self.edges[cell.column + cell.columns] - self.edges[cell.column];
        let column = &self.table.columns[cell.column];
        Bounds { width, even: self.evens[cell.column], align: column.align, fit: column.fit }
    }

    fn style(&self, role: Role) -> RowStyle {
        let face = if theme::row_look(role).bold { Face::GothicBold } else { self.layout.face };
        RowStyle { role, face, negative: self.layout.negative, air: self.layout.air }
    }
}

/// Every row is as high as its highest cell; a cell over several rows makes the last of them grow.
fn give_heights(rows: &mut [SetRow], air: Air) {
    for row in rows.iter_mut() {
        // A row without a word is there to be written on by hand.
        let is_blank = row.cells.iter().all(|cell| cell.lines.is_empty());
        let Air { cell_leading, cell_top, .. } = if is_blank { Air::FULL } else { air };
        let least = size(theme::TABLE) * cell_leading + 2.0 * cell_top;
        let single = row.cells.iter().filter(|cell| cell.rows == 1).map(|cell| cell.height(air));
        row.height = single.fold(least, f32::max);
    }
    for nth in 0..rows.len() {
        let spans: Vec<(usize, f32)> =
            rows[nth].cells.iter().filter(|cell| cell.rows > 1).map(|cell| (cell.rows, cell.height(air))).collect();
        for (span, wanted) in spans {
            let has = height(&rows[nth..nth + span]);
            rows[nth + span - 1].height += (wanted - has).max(0.0);
        }
    }
}

/// A row taller than a page is the only one to be torn, between its lines.
fn torn(row: SetRow, room: f32, air: Air) -> Vec<SetRow> {
    let most = row.cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
    let fit = lines_in(room, air);
    if row.height <= room || most <= fit {
        return vec![row];
    }
    let parts = (0..most).step_by(fit).map(|from| part(&row, from, fit));
    let mut parts: Vec<SetRow> = parts.collect();
    give_heights(&mut parts, air);
    parts
}

fn part(row: &SetRow, from: usize, count: usize) -> SetRow {
    let cells = row.cells.iter().map(|cell| {
        let lines = cell.lines.iter().skip(from).take(count).cloned().collect();
        SetCell { lines, rows: 1, ..cell.clone() }
    });
    SetRow { role: row.role, height: row.height, cells: cells.collect() }
}
