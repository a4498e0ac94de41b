//! What is written into a city's own workbook, cell by cell.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One cell to fill; everything else in the archive stays as the city made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StampCell {
    /// Name of the sheet.
    pub sheet: String,
    /// Address of the cell, e.g. K20; of a merged range the first cell.
    pub cell: String,
    /// What to write.
    pub value: StampValue,
}

/// What is written into a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum StampValue {
    /// Words.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A date, written as the cell's own style shows dates.
    Date(NaiveDate),
    /// Our own result of a formula that stays in the cell: becomes its cached value.
    Cached(i64),
}
