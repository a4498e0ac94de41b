//! Where each cell of a table stands.

use paper::{Cell, Row};

/// A cell at its place. Spans never reach beyond the table or from the head into the body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed<'a> {
    pub cell: &'a Cell,
    pub column: usize,
    pub columns: usize,
    pub rows: usize,
}

/// The cells of every row at their columns; positions that a span covers have none.
pub(super) fn place(rows: &[Row], columns: usize) -> Vec<Vec<Placed<'_>>> {
    let mut covered = vec![0; columns];
    let below = |nth: usize| rows.len() - nth;
    rows.iter().enumerate().map(|(nth, row)| place_row(row, &mut covered, below(nth))).collect()
}

/// One row; `covered` counts, per column, the rows that a span from above still takes.
fn place_row<'a>(row: &'a Row, covered: &mut [usize], below: usize) -> Vec<Placed<'a>> {
    let mut placed = Vec::with_capacity(row.cells.len());
    let mut cells = row.cells.iter();
    let mut column = 0;
    while column < covered.len() {
        if covered[column] > 0 {
            covered[column] -= 1;
            column += 1;
            continue;
        }
        let Some(cell) = cells.next() else { break };
        let free = covered[column..].iter().take_while(|rows| **rows == 0).count();
        let columns = usize::from(cell.col_span).clamp(1, free);
        let rows = usize::from(cell.row_span).clamp(1, below);
        covered[column..column + columns].fill(rows - 1);
        placed.push(Placed { cell, column, columns, rows });
        column += columns;
    }
    for column in &mut covered[column..] {
        *column = column.saturating_sub(1);
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(col_span: u16, row_span: u16) -> Cell {
        Cell { col_span, row_span, ..Cell::default() }
    }

    fn row(cells: Vec<Cell>) -> Row {
        Row { cells, ..Row::default() }
    }

    fn columns(rows: &[Row]) -> Vec<Vec<(usize, usize, usize)>> {
        let placed = place(rows, 3);
        placed.iter().map(|row| row.iter().map(|p| (p.column, p.columns, p.rows)).collect()).collect()
    }

    #[test]
    fn cells_go_around_spans_from_above() {
        let rows = [row(vec![cell(1, 2), cell(2, 1)]), row(vec![cell(1, 1), cell(1, 1)])];
        assert_eq!(columns(&rows), [vec![(0, 1, 2), (1, 2, 1)], vec![(1, 1, 1), (2, 1, 1)]]);
    }

    #[test]
    fn spans_end_at_the_tables_edge() {
        let rows = [row(vec![cell(9, 9)]), row(vec![])];
        assert_eq!(columns(&rows), [vec![(0, 3, 2)], vec![]]);
    }

    #[test]
    fn a_short_row_leaves_its_last_columns_empty() {
        let rows = [row(vec![cell(1, 1)]), row(vec![cell(3, 1)])];
        assert_eq!(columns(&rows), [vec![(0, 1, 1)], vec![(0, 3, 1)]]);
    }
}
