//! Spreadsheets: files of others → [`paper::RawBook`], [`paper::Document`] → our own workbooks, and cells
//! written into a city's own workbook in place.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may panic"))]

mod archive;
mod csv;
mod error;
mod kind;
mod limits;
mod package;
mod read;
mod reader;
mod stamp;
mod write;
mod xml;

pub use csv::{csv, csv_cp932, unheld};
pub use error::Error;
pub use limits::Limit;
pub use read::{NOTES, read, read_as};
pub use reader::{read_in_worker, worker_main};
pub use stamp::{CellKind, cells, fingerprint, stamp};
pub use worker::ARGUMENT;
pub use write::{Stickers, stickers, write};
