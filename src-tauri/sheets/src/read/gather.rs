//! Collects cells as they stream in, within the limits, and sets them in rows.

use paper::{Merge, RawBook, RawCell, RawRow, RawSheet, RawValue};

use super::note;
use crate::Error;
use crate::limits::{self, Limit};

/// A cell further right or further down than this is worth a note.
const WIDE: (u32, u32) = (limits::ROWS as u32, limits::COLUMNS as u32);

/// A workbook while it is read.
#[derive(Default)]
pub(crate) struct Gather {
    book: RawBook,
    cells: usize,
    text: usize,
    rows: Vec<RawRow>,
}

impl Gather {
    /// Puts a cell into the sheet at hand; rows and columns from 0. A text without characters is no cell.
    pub fn push(&mut self, row: u32, col: u32, value: RawValue) -> Result<(), Error> {
        if let RawValue::Text(text) = &value {
            if text.is_empty() {
                return Ok(());
            }
            self.take_text(text)?;
        }
        self.cells += 1;
        if self.cells > limits::CELLS {
            return Err(Error::too_large(Limit::Cells));
        }
        self.place(row + 1, RawCell { col: col + 1, value });
        Ok(())
    }

    fn take_text(&mut self, text: &str) -> Result<(), Error> {
        if text.len() > limits::CELL_TEXT && text.chars().count() > limits::CELL_TEXT {
            return Err(Error::too_large(Limit::CellText));
        }
        self.text += text.len();
        if self.text > limits::TEXT { Err(Error::too_large(Limit::Text)) } else { Ok(()) }
    }

    fn place(&mut self, row: u32, cell: RawCell) {
        match self.rows.last_mut() {
            Some(last) if last.row == row => last.cells.push(cell),
            last => {
                // Rows of a table are about as wide as the one before.
                let mut cells = Vec::with_capacity(last.map_or(8, |last| last.cells.len()));
                cells.push(cell);
                self.rows.push(RawRow { row, cells });
            }
        }
    }

    /// Closes the sheet at hand.
    pub fn end_sheet(&mut self, name: &str, is_hidden: bool, merges: Vec<Merge>) -> Result<(), Error> {
        if self.book.sheets.len() == limits::SHEETS {
            return Err(Error::too_large(Limit::Sheets));
        }
        let rows = in_order(std::mem::take(&mut self.rows));
        if rows.len() > limits::ROWS {
            return Err(Error::too_large(Limit::Rows));
        }
        if is_wide(&rows) {
            check_columns(&rows)?;
            self.note(note::WIDE_RANGE);
        }
        if is_hidden && !rows.is_empty() {
            self.note(note::HIDDEN_SHEET);
        }
        self.book.sheets.push(RawSheet { name: name.to_owned(), is_hidden, rows, merges });
        Ok(())
    }

    /// Notes something worth telling, once.
    pub fn note(&mut self, code: &str) {
        if !self.book.notes.iter().any(|noted| noted == code) {
            self.book.notes.push(code.to_owned());
        }
    }

    /// The whole workbook.
    pub fn finish(self) -> RawBook {
        self.book
    }
}

/// Rows and cells in order, each once; of two for one place the first stays. Most files are in order already.
fn in_order(mut rows: Vec<RawRow>) -> Vec<RawRow> {
    if !rows.is_sorted_by(|a, b| a.row < b.row) {
        rows.sort_by_key(|row| row.row);
        rows.dedup_by(|later, first| {
            let is_same = later.row == first.row;
            if is_same {
                first.cells.append(&mut later.cells);
            }
            is_same
        });
    }
    for row in &mut rows {
        if !row.cells.is_sorted_by(|a, b| a.col < b.col) {
            row.cells.sort_by_key(|cell| cell.col);
            row.cells.dedup_by_key(|cell| cell.col);
        }
    }
    rows
}

fn is_wide(rows: &[RawRow]) -> bool {
    let is_right = |row: &RawRow| row.cells.last().is_some_and(|cell| cell.col > WIDE.1);
    rows.last().is_some_and(|row| row.row > WIDE.0) || rows.iter().any(is_right)
}

/// A stray cell far to the right is one column; a sheet that uses a thousand is no table of ours.
fn check_columns(rows: &[RawRow]) -> Result<(), Error> {
    let mut used = vec![false; 1 << 14];
    for cell in rows.iter().flat_map(|row| &row.cells) {
        used[cell.col as usize % (1 << 14)] = true;
    }
    let count = used.iter().filter(|used| **used).count();
    if count > limits::COLUMNS { Err(Error::too_large(Limit::Columns)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(n: f64) -> RawValue {
        RawValue::Number(n)
    }

    #[test]
    fn cells_out_of_order_are_set_in_order_and_the_first_of_two_stays() {
        let mut gather = Gather::default();
        for (row, col, n) in [(2, 1, 1.0), (0, 3, 2.0), (0, 0, 3.0), (0, 3, 4.0)] {
            gather.push(row, col, number(n)).unwrap();
        }
        gather.end_sheet("a", false, Vec::new()).unwrap();
        let book = gather.finish();
        let sheet = &book.sheets[0];
        assert_eq!(sheet.rows.iter().map(|r| r.row).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(sheet.get(1, 4), Some(&number(2.0)));
        assert_eq!(sheet.get(3, 2), Some(&number(1.0)));
    }

    #[test]
    fn limits_refuse() {
        let mut gather = Gather::default();
        let long = RawValue::Text("あ".repeat(limits::CELL_TEXT + 1));
        assert_eq!(gather.push(0, 0, long), Err(Error::too_large(Limit::CellText)));
        for col in 0..=limits::COLUMNS as u32 {
            gather.push(0, col, number(1.0)).unwrap();
        }
        assert_eq!(gather.end_sheet("a", false, Vec::new()), Err(Error::too_large(Limit::Columns)));
        for row in 0..=limits::ROWS as u32 {
            gather.push(row, 0, number(1.0)).unwrap();
        }
        assert_eq!(gather.end_sheet("a", false, Vec::new()), Err(Error::too_large(Limit::Rows)));
    }
}
