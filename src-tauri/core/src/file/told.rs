//! Records told in Japanese by what `history.toml` says of their tables; no concept is known here.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use paper::{Negative, Value as Shown};
use rusqlite::types::Value;
use serde::Deserialize;

use crate::calendar::FiscalYear;

/// The file as written.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Words {
    pub(super) tables: BTreeMap<String, Table>,
}

/// What is said of one table.
#[derive(Debug, Deserialize)]
pub(super) struct Table {
    /// The kind of record.
    pub(super) title: String,
    /// Columns that name one record.
    pub(super) name: Vec<String>,
    /// The columns that name the record that this one is a part of: its 経過 tells this one, too.
    #[serde(default)]
    pub(super) of: Vec<String>,
    /// True for people: a record without a name had one that was erased.
    #[serde(default)]
    pub(super) is_person: bool,
    columns: BTreeMap<String, String>,
    #[serde(default)]
    values: BTreeMap<String, BTreeMap<String, String>>,
}

/// What is said of all tables.
pub(super) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| toml::from_str(FILE).unwrap_or_default())
}

const FILE: &str = include_str!("../../../../assets/words/history.toml");

impl Table {
    /// The word for a column; none for one that is not told.
    pub(super) fn field(&self, column: &str) -> Option<&str> {
        self.columns.get(column).map(String::as_str)
    }

    /// A value as a reader sees it.
    pub(super) fn shown(&self, column: &str, value: &Value) -> String {
        let plain = match value {
            Value::Null => return String::new(),
            Value::Integer(n) => shown_number(column, *n),
            Value::Real(n) => n.to_string(),
            Value::Text(text) => shown_text(column, text),
            Value::Blob(_) => "…".to_owned(),
        };
        let word = self.values.get(column).and_then(|words| words.get(&plain));
        word.cloned().unwrap_or(plain)
    }
}

fn shown_number(column: &str, n: i64) -> String {
    match column {
        _ if column.ends_with("_year") => {
            i32::try_from(n).map_or_else(|_| n.to_string(), |year| FiscalYear(year).label())
        }
        _ if column.ends_with("_yen") => format!("{}円", Shown::Yen(n).shown(Negative::default())),
        _ => n.to_string(),
    }
}

fn shown_text(column: &str, text: &str) -> String {
    let day: Option<NaiveDate> = column.ends_with("_on").then(|| text.parse().ok()).flatten();
    day.map_or_else(|| text.to_owned(), paper::wareki::long)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{gate, migrate};

    #[test]
    fn every_column_of_every_table_is_told_or_hidden_and_nothing_else_is_named() {
        let conn = rusqlite::Connection::open_in_memory().unwrap();
        migrate::migrate(&conn).unwrap();
        let file: toml::Table = FILE.parse().unwrap();
        let hidden_in = |table: &toml::Table| -> Vec<String> {
            table.get("hidden").map_or_else(Vec::new, |hidden| hidden.clone().try_into().unwrap())
        };
        let tables = gate::record_tables(&conn).unwrap();
        assert_eq!(tables, words().tables.keys().map(String::as_str).collect::<Vec<_>>());
        for (name, table) in &words().tables {
            let columns = migrate::texts(&conn, &format!("SELECT name FROM pragma_table_info('{name}')")).unwrap();
            let hidden = hidden_in(file["tables"][name].as_table().unwrap());
            let everywhere = hidden_in(&file);
            for column in &columns {
                let is_hidden = hidden.contains(column) || everywhere.contains(column);
                assert!(table.columns.contains_key(column) != is_hidden, "{name}.{column} is told or hidden, not both");
            }
            let named = table
                .name
                .iter()
                .chain(&table.of)
                .chain(table.columns.keys())
                .chain(&hidden)
                .chain(table.values.keys());
            for column in named {
                assert!(columns.contains(column), "{name}.{column} does not exist");
            }
        }
    }

    #[test]
    fn values_read_as_on_paper() {
        let entry = &words().tables["entry"];
        let shown = |column, value: Value| entry.shown(column, &value);
        assert_eq!(shown("amount_yen", Value::Integer(12_300)), "12,300円");
        assert_eq!(shown("entered_on", Value::Text("2025-05-18".into())), "令和7年5月18日");
        assert_eq!(shown("fiscal_year", Value::Integer(2025)), "令和7年度");
        assert_eq!(shown("eligibility", Value::Text("ineligible".into())), "対象外");
        assert_eq!(shown("has_receipt", Value::Integer(1)), "有");
        assert_eq!(shown("voucher_no", Value::Null), "");
    }
}
