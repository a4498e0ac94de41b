//! How much of a stranger's file is read: far more than any council has, far less than hurts.

use serde::{Deserialize, Serialize};

/// Bytes of a file.
pub(crate) const FILE: u64 = 50 << 20;
/// Entries of an archive.
pub(crate) const ENTRIES: usize = 10_000;
/// Bytes of an archive's entries together, unpacked.
pub(crate) const UNPACKED: u64 = 500 << 20;
/// How many times its packed size an entry may be …
pub(crate) const RATIO: u64 = 200;
/// … once it has grown beyond this many bytes; short runs of empty cells pack better than that.
pub(crate) const RATIO_FROM: u64 = 1 << 20;
/// Bytes of the part that holds a workbook's texts.
pub(crate) const SHARED_STRINGS: u64 = 64 << 20;
/// Sheets of a workbook.
pub(crate) const SHEETS: usize = 50;
/// Rows of a sheet that hold something.
pub(crate) const ROWS: usize = 200_000;
/// Columns of a sheet that hold something.
pub(crate) const COLUMNS: usize = 1_024;
/// Cells of a workbook that hold something.
pub(crate) const CELLS: usize = 4_000_000;
/// Characters of a cell.
pub(crate) const CELL_TEXT: usize = 32_767;
/// Bytes of all texts of a workbook, a repeated text counted each time.
pub(crate) const TEXT: usize = 256 << 20;

/// Which limit a file went over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limit {
    /// The file as a whole.
    File,
    /// Sheets of the workbook.
    Sheets,
    /// Rows of a sheet.
    Rows,
    /// Columns of a sheet.
    Columns,
    /// Cells of the workbook.
    Cells,
    /// Characters of one cell.
    CellText,
    /// All texts together.
    Text,
    /// Memory of the reading process.
    Memory,
}

impl Limit {
    /// The limit in words, for the sentence.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Limit::File => "ファイルの大きさは50 MBまで",
            Limit::Sheets => "シートは50枚まで",
            Limit::Rows => "1枚のシートは200,000行まで",
            Limit::Columns => "1枚のシートは1,024列まで",
            Limit::Cells => "セルは全部で4,000,000個まで",
            Limit::CellText => "1つのセルは32,767文字まで",
            Limit::Text => "文字は全部で64 MBまで",
            Limit::Memory => "読み込みに使うメモリは1 GBまで",
        }
    }
}
