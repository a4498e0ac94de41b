//! 升目: a sheet with its merged ranges, so that one value can stand for every cell it covers.

use std::collections::HashMap;

use paper::{Merge, RawRow, RawSheet, RawValue};

use crate::intake::cells;

/// A sheet as the eye sees it.
#[derive(Debug)]
pub(super) struct Grid<'a> {
    pub sheet: &'a RawSheet,
    /// For each column the merged ranges that cover cells of it, from the top.
    merges: HashMap<u32, Vec<Merge>>,
}

impl<'a> Grid<'a> {
    pub fn new(sheet: &'a RawSheet) -> Grid<'a> {
        let last = sheet.rows.iter().filter_map(|row| row.cells.last()).map(|cell| cell.col).max().unwrap_or(0);
        let mut merges: HashMap<u32, Vec<Merge>> = HashMap::new();
        for merge in &sheet.merges {
            for col in merge.left..=merge.right.min(last) {
                merges.entry(col).or_default().push(*merge);
            }
        }
        merges.values_mut().for_each(|of_column| of_column.sort_by_key(|m| m.top));
        Grid { sheet, merges }
    }

    /// The merged range that covers this cell.
    pub fn merge(&self, row: u32, col: u32) -> Option<&Merge> {
        let of_column = self.merges.get(&col)?;
        let after = of_column.partition_point(|m| m.top <= row);
        of_column[..after].last().filter(|m| m.bottom >= row)
    }

    /// The value that is seen in a cell: its own, or that of the range that covers it.
    pub fn value(&self, row: u32, col: u32) -> Option<&'a RawValue> {
        let own = self.sheet.get(row, col).filter(|value| !cells::is_blank(value));
        own.or_else(|| self.covering(row, col))
    }

    /// The value of the range that covers this cell from another one.
    pub fn covering(&self, row: u32, col: u32) -> Option<&'a RawValue> {
        let merge = self.merge(row, col)?;
        self.sheet.get(merge.top, merge.left).filter(|value| !cells::is_blank(value))
    }
}

/// The cells of a row that show something.
pub(super) fn shown(row: &RawRow) -> impl Iterator<Item = (u32, &RawValue)> + Clone {
    row.cells.iter().filter(|cell| !cells::is_blank(&cell.value)).map(|cell| (cell.col, &cell.value))
}

/// The only cell of a row that shows something.
pub(super) fn only(row: &RawRow) -> Option<(u32, &RawValue)> {
    let mut cells = shown(row);
    let first = cells.next()?;
    cells.next().is_none().then_some(first)
}
