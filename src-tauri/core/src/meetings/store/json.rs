//! What is kept whole in one cell.

use rusqlite::Row;
use rusqlite::types::Type;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Error, Result};

/// As it stands in a cell.
pub(super) fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|e| Error::refused("office.database").because(e))
}

/// What a cell holds; none where it is empty.
pub(super) fn optional_json<T: DeserializeOwned>(row: &Row, at: usize) -> rusqlite::Result<Option<T>> {
    let cell: Option<String> = row.get(at)?;
    let unreadable = |e: serde_json::Error| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, e.into());
    cell.map(|text| serde_json::from_str(&text).map_err(unreadable)).transpose()
}
