//! Where rows come from. A new column is one `cell`, a new order one `rank`, a new group one `group`, each with its
//! words in `assets/words/lists.toml`.

mod associations;
mod giver;
mod homes;
mod households;
mod people;

use std::collections::BTreeSet;

use paper::{Align, Fit};
use rusqlite::Connection;

pub use giver::giver;

use super::words::words;
use super::{ColumnWords, ListSource, Records};
use crate::{FiscalYear, Result, roster};

/// Share of the width that a field of the council's own takes.
const OWN_WIDTH: u16 = 16;

/// All records of a source in one year.
pub fn records(conn: &Connection, source: ListSource, year: FiscalYear) -> Result<Records> {
    let rows = match source {
        ListSource::People => people::rows(conn, year)?,
        ListSource::Households => households::rows(conn, year)?,
        ListSource::Associations => associations::rows(conn, year)?,
    };
    Ok(Records { rows, columns: columns(conn, source)? })
}

/// The columns of a source, the council's own fields that are in use among them.
pub fn columns(conn: &Connection, source: ListSource) -> Result<Vec<ColumnWords>> {
    let mut columns = words().source(source).map(|source| source.columns.clone()).unwrap_or_default();
    if source == ListSource::People {
        columns.extend(own_columns(conn)?);
    }
    Ok(columns)
}

/// What the records of a source can be narrowed by, and how many they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extent {
    /// Bodies that occur.
    pub bodies: BTreeSet<String>,
    /// Roles that occur.
    pub roles: BTreeSet<String>,
    /// How many records there are.
    pub count: usize,
}

/// The extent of what [`records`] would give, without a row for each.
pub fn extent(conn: &Connection, source: ListSource, year: FiscalYear) -> Result<Extent> {
    match source {
        ListSource::People => people::extent(conn, year),
        ListSource::Households => households::extent(conn, year),
        ListSource::Associations => associations::extent(conn),
    }
}

/// The council's own fields that are in use.
fn own_columns(conn: &Connection) -> Result<Vec<ColumnWords>> {
    let fields = roster::store::custom_fields(conn)?.into_iter().filter(|field| !field.is_retired);
    let column = |field: roster::CustomField| ColumnWords {
        key: field.id.to_string(),
        label: field.label,
        width: OWN_WIDTH,
        align: Align::Auto,
        fit: Fit::Wrap,
    };
    Ok(fields.map(column).collect())
}
