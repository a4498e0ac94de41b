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
    sheet: Vec<(u32, u32, RawValue)>,
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
        self.sheet.push((row + 1, col + 1, value));
        Ok(())
    }

    fn take_text(&mut self, text: &str) -> Result<(), Error> {
        if text.len() > limits::CELL_TEXT && text.chars().count() > limits::CELL_TEXT {
            return Err(Error::too_large(Limit::CellText));
        }
        self.text += text.len();
        if self.text > limits::TEXT { Err(Error::too_large(Limit::Text)) } else { Ok(()) }
    }

    /// Closes the sheet at hand.
    pub fn end_sheet(&mut self, name: &str, is_hidden: bool, merges: Vec<Merge>) -> Result<(), Error> {
        if self.book.sheets.len() == limits::SHEETS {
            return Err(Error::too_large(Limit::Sheets));
        }
        let mut cells = std::mem::take(&mut self.sheet);
        if !cells.is_sorted_by_key(|(row, col, _)| (*row, *col)) {
            cells.sort_by_key(|(row, col, _)| (*row, *col));
        }
        cells.dedup_by_key(|(row, col, _)| (*row, *col));
        if cells.iter().any(|(row, col, _)| *row > WIDE.0 || *col > WIDE.1) {
            self.note(note::WIDE_RANGE);
        }
        if is_hidden && !cells.is_empty() {
            self.note(note::HIDDEN_SHEET);
        }
        check_columns(&cells)?;
        let rows = rows(cells)?;
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

fn check_columns(cells: &[(u32, u32, RawValue)]) -> Result<(), Error> {
    let mut used = vec![false; 1 << 14];
    for (_, col, _) in cells {
        used[*col as usize % (1 << 14)] = true;
    }
    let count = used.iter().filter(|used| **used).count();
    if count > limits::COLUMNS { Err(Error::too_large(Limit::Columns)) } else { Ok(()) }
}

fn rows(cells: Vec<(u32, u32, RawValue)>) -> Result<Vec<RawRow>, Error> {
    let mut rows: Vec<RawRow> = Vec::new();
    for (row, col, value) in cells {
        let cell = RawCell { col, value };
        match rows.last_mut() {
            Some(last) if last.row == row => last.cells.push(cell),
            _ => rows.push(RawRow { row, cells: vec![cell] }),
        }
    }
    if rows.len() > limits::ROWS { Err(Error::too_large(Limit::Rows)) } else { Ok(rows) }
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
