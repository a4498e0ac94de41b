//! 記入欄: rows that the form itself writes; a blank cell leaves room for handwriting.

use paper::{Cell, Column, Role, Row, Source, Table, Value};

use super::scope::Scope;
use super::words::Filler;
use crate::profile::{Grid, GridCell, GridRow};

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
