//! Rows of facts as the page wants them.

use office::fact::{Fact, FactRow};
use paper::{Negative, Value};

fn value(row: &FactRow, name: &str) -> Value {
    match row.get(name) {
        Some(Fact::One(value)) => value.clone(),
        _ => Value::Blank,
    }
}

/// A whole number (count, yen, tenths).
pub(crate) fn number(row: &FactRow, name: &str) -> Option<i64> {
    value(row, name).number()
}

/// The words, empty where there are none.
pub(crate) fn text(row: &FactRow, name: &str) -> String {
    value(row, name).shown(Negative::White)
}

/// A value as papers show it; none where it is blank.
pub(crate) fn shown(row: &FactRow, name: &str) -> Option<String> {
    Some(text(row, name)).filter(|shown| !shown.is_empty())
}

/// The rows of a list within a row.
pub(crate) fn list<'a>(row: &'a FactRow, name: &str) -> &'a [FactRow] {
    match row.get(name) {
        Some(Fact::List(rows)) => rows,
        _ => &[],
    }
}
