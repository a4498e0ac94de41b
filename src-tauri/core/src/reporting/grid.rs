//! 記入欄: rows that the form itself writes; a blank fact leaves room for handwriting.

use paper::{Cell, Column, Row, Source, Table};

use super::scope::Scope;
use super::words::Filler;
use crate::profile::{Grid, GridCell};

/// The grid as a table.
pub fn set(grid: &Grid, filler: Filler, scope: Scope) -> Table {
    let rows = grid
        .rows
        .iter()
        .map(|row| Row { role: row.role, cells: row.cells.iter().map(|cell| set_cell(cell, filler, scope)).collect() });
    Table {
        columns: grid.widths.iter().map(|width| Column { width: *width, ..Column::default() }).collect(),
        rows: rows.collect(),
        ..Table::default()
    }
}

fn set_cell(cell: &GridCell, filler: Filler, scope: Scope) -> Cell {
    let set = filler.cell(&cell.text, scope);
    let source = match set.source {
        Source::Fact(name) if set.value.is_blank() => Source::Missing(name),
        source => source,
    };
    Cell { source, col_span: cell.span, align: cell.align, ..set }
}
