//! 覚えた列の意味: what the user chose for a layout is taken again when the same headings come back.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::columns::Kind;
use super::headings::fold;
use crate::Result;
use crate::id::Id;

/// 列の選び直し: what the user says a column means; none takes its meaning away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnChoice {
    /// Sheet.
    pub sheet: String,
    /// Column, from 1.
    #[ts(type = "number")]
    pub col: u32,
    /// Field, or none.
    pub field: Option<String>,
}

/// Headings of a layout with the field of each.
pub type Mapping = Vec<(String, Option<String>)>;
/// All remembered layouts of one kind, by fingerprint.
pub type Remembered = BTreeMap<String, Mapping>;

/// What is known about the columns before they are looked at.
#[derive(Debug, Clone, Copy)]
pub struct Hints<'a> {
    /// What the user chose just now.
    pub chosen: &'a [ColumnChoice],
    /// What was chosen for such layouts before.
    pub remembered: &'a Remembered,
}

impl Hints<'static> {
    /// Nothing is known.
    pub const NONE: Hints<'static> = Hints { chosen: &[], remembered: &NO_LAYOUTS };
}

static NO_LAYOUTS: Remembered = Remembered::new();

/// The fingerprint of a layout: its headings in their order.
pub fn fingerprint<'a>(headings: impl Iterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for heading in headings {
        hash.update(fold(heading));
        hash.update([0]);
    }
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// All remembered layouts of a kind.
pub fn remembered(conn: &Connection, kind: Kind) -> Result<Remembered> {
    let mut query = conn.prepare_cached("SELECT layout, columns FROM intake_mapping WHERE kind = ?")?;
    let rows = query.query_map([kind.word()], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let mut remembered = Remembered::new();
    for row in rows {
        let (layout, columns) = row?;
        remembered.extend(serde_json::from_str(&columns).ok().map(|mapping| (layout, mapping)));
    }
    Ok(remembered)
}

/// Marks keys of remembered layouts.
enum MappingMark {}

/// Remembers layouts; the latest choice stands.
pub fn remember(conn: &Connection, kind: Kind, layouts: &[Mapping]) -> Result<()> {
    let sql = "INSERT INTO intake_mapping (id, kind, layout, columns) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (kind, layout) DO UPDATE SET columns = ?4 WHERE columns <> ?4";
    for mapping in layouts {
        let layout = fingerprint(mapping.iter().map(|(heading, _)| heading.as_str()));
        let columns = serde_json::to_string(mapping).unwrap_or_default();
        conn.prepare_cached(sql)?.execute(params![Id::<MappingMark>::new(), kind.word(), layout, columns])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layout_is_known_by_its_headings() {
        let of = |headings: &[&str]| fingerprint(headings.iter().copied());
        assert_eq!(of(&["氏　名", "住所"]), of(&["氏名", "住　所"]), "spaces make no other layout");
        assert_ne!(of(&["氏名", "住所"]), of(&["住所", "氏名"]));
    }

    #[test]
    fn the_latest_choice_is_remembered() {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(include_str!("../migrations/0005_reports.sql")).unwrap();
        let mapping = |field: &str| vec![("れんらく".to_owned(), Some(field.to_owned()))];
        for field in ["phone", "mobile"] {
            remember(&conn, Kind::Roster, &[mapping(field)]).unwrap();
        }
        let found = remembered(&conn, Kind::Roster).unwrap();
        assert_eq!(found.into_values().collect::<Vec<_>>(), [mapping("mobile")]);
        assert!(remembered(&conn, Kind::Budget).unwrap().is_empty());
    }
}
