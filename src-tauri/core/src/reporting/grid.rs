//! 記入欄: rows that the form itself writes; a blank cell leaves room for handwriting.

use paper::{Align, Cell, Column, Role, Row, Source, Table, Value};

use super::scope::Scope;
use super::words::Filler;
use crate::profile::{Across, Grid, GridCell, GridRow, Template};

/// The grid as a table.
pub fn set(grid: &Grid, filler: Filler, scope: Scope) -> Table {
    let set_row = |row: &GridRow| Row {
        role: row.role,
        cells: row.cells.iter().map(|cell| with_room(set_cell(cell, filler, scope), row.room)).collect(),
    };
    let (head, rows) = grid.rows.iter().map(set_row).partition(|row| row.role == Role::Head);
    Table {
        columns: grid.widths.iter().map(|width| Column { width: *width, ..Column::default() }).collect(),
        head,
        rows,
        ..Table::default()
    }
}

/// A list as tiles, so many beside each other; without a number all of them.
pub fn tiles(list: &str, across: &Across, text: &Template, filler: Filler, scope: Scope) -> Table {
    let tile = |row| Cell { align: Some(Align::Center), ..filler.cell(text, row) };
    let mut tiles: Vec<Cell> = scope.each(list).map(tile).collect();
    let asked = match across {
        Across::Number(number) => Value::Count(*number),
        Across::Fact(fact) => scope.value(fact),
    };
    let across = match asked {
        Value::Count(across) => usize::try_from(across).unwrap_or(0).max(1),
        _ => tiles.len().max(1),
    };
    tiles.resize_with(tiles.len().next_multiple_of(across), Cell::default);
    Table {
        columns: vec![Column { width: 1, align: Align::Center, ..Column::default() }; across],
        rows: tiles.chunks(across).map(|cells| Row { cells: cells.to_vec(), ..Row::default() }).collect(),
        ..Table::default()
    }
}

fn set_cell(cell: &GridCell, filler: Filler, scope: Scope) -> Cell {
    let set = filler.cell(&cell.text, scope);
    let source = match set.source {
        Source::Fact(name) if set.value.is_blank() => Source::Missing(name),
        source => source,
    };
    Cell { source, col_span: cell.span, align: cell.align, small: cell.small, ..set }
}

/// Blank lines to write on.
fn with_room(cell: Cell, lines: usize) -> Cell {
    if cell.value.is_blank() && lines > 0 { Cell { value: Value::text("\n".repeat(lines - 1)), ..cell } } else { cell }
}
