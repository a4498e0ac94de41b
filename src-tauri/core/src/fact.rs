//! Facts: named values and lists that papers, screens and other programs read. Each concept's
//! `facts.rs` states its own; nobody else computes a figure.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use paper::Value;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

/// One named fact: a value, or a list of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Fact {
    /// A single value.
    One(Value),
    /// Rows of named facts.
    List(Vec<FactRow>),
}

/// The name of a fact: nearly always one that the program has anyway.
pub type Name = Cow<'static, str>;

/// One row of a list.
pub type FactRow = BTreeMap<Name, Fact>;

/// All facts of one year, by name. A copy shares with the first one what neither states anew.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "FactRow", into = "FactRow")]
pub struct Facts(BTreeMap<Name, Arc<Fact>>);

impl<V: Into<Value>> From<V> for Fact {
    fn from(value: V) -> Fact {
        Fact::One(value.into())
    }
}

impl From<FactRow> for Facts {
    fn from(row: FactRow) -> Facts {
        row.into_iter().collect()
    }
}

impl From<Facts> for FactRow {
    fn from(facts: Facts) -> FactRow {
        facts.0.into_iter().map(|(name, fact)| (name, Arc::unwrap_or_clone(fact))).collect()
    }
}

impl FromIterator<(Name, Fact)> for Facts {
    fn from_iter<I: IntoIterator<Item = (Name, Fact)>>(facts: I) -> Facts {
        Facts(facts.into_iter().map(|(name, fact)| (name, Arc::new(fact))).collect())
    }
}

impl Facts {
    /// States a single value.
    pub fn state(&mut self, name: impl Into<Name>, value: impl Into<Value>) {
        self.put(name, Fact::One(value.into()));
    }

    /// States a list.
    pub fn state_list(&mut self, name: impl Into<Name>, rows: Vec<FactRow>) {
        self.put(name, Fact::List(rows));
    }

    fn put(&mut self, name: impl Into<Name>, fact: Fact) {
        self.0.insert(name.into(), Arc::new(fact));
    }

    /// Takes in what another concept states.
    pub fn extend(&mut self, others: Facts) {
        self.0.extend(others.0);
    }

    /// A fact; none when it is unknown.
    pub fn get(&self, name: &str) -> Option<&Fact> {
        self.0.get(name).map(Arc::as_ref)
    }

    /// Every fact with its name, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&Name, &Fact)> {
        self.0.iter().map(|(name, fact)| (name, fact.as_ref()))
    }

    /// The rows of a list, to be added to; none when it is unknown.
    pub fn rows_mut(&mut self, name: &str) -> &mut [FactRow] {
        match self.0.get_mut(name).map(Arc::make_mut) {
            Some(Fact::List(rows)) => rows,
            _ => &mut [],
        }
    }

    /// A single value; blank when it is unknown or a list.
    pub fn value(&self, name: &str) -> Value {
        match self.get(name) {
            Some(Fact::One(value)) => value.clone(),
            _ => Value::Blank,
        }
    }

    /// A whole number (yen, count, tenths).
    pub fn number(&self, name: &str) -> Option<i64> {
        self.value(name).number()
    }

    /// The rows of a list; none when it is unknown.
    pub fn list(&self, name: &str) -> &[FactRow] {
        match self.get(name) {
            Some(Fact::List(rows)) => rows,
            _ => &[],
        }
    }

    /// As other programs read them: flat keys, percentages with one decimal, dates as ISO text, blanks null.
    pub fn to_json(&self) -> Json {
        to_json(self.iter())
    }
}

/// Builds a row from names and values.
pub fn row<const N: usize>(facts: [(&'static str, Fact); N]) -> FactRow {
    facts.into_iter().map(|(name, fact)| (Cow::Borrowed(name), fact)).collect()
}

/// Words that stay an empty text, not null, when there are none.
pub fn words(text: &str) -> Fact {
    Fact::One(Value::Text(text.to_owned()))
}

fn to_json<'a>(facts: impl Iterator<Item = (&'a Name, &'a Fact)>) -> Json {
    Json::Object(facts.map(|(name, fact)| (name.to_string(), fact_to_json(fact))).collect::<Map<_, _>>())
}

fn fact_to_json(fact: &Fact) -> Json {
    match fact {
        Fact::List(rows) => Json::Array(rows.iter().map(|row| to_json(row.iter())).collect()),
        Fact::One(value) => value_to_json(value),
    }
}

fn value_to_json(value: &Value) -> Json {
    match value {
        Value::Blank => Json::Null,
        Value::Text(words) => words.as_str().into(),
        Value::Yen(n) | Value::Count(n) => (*n).into(),
        Value::Percent(tenths) | Value::Points(tenths) => one_decimal(*tenths),
        Value::Date(day) => day.to_string().into(),
    }
}

/// 469 as the JSON number 46.9.
fn one_decimal(tenths: i64) -> Json {
    let sign = if tenths < 0 { "-" } else { "" };
    let text = format!("{sign}{}.{}", tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    serde_json::from_str(&text).unwrap_or(Json::Null)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_travel_as_plain_json() {
        let mut facts = Facts::default();
        facts.state("a.rate", Value::Percent(469));
        facts.state("a.points", Value::Points(-4));
        facts.state("a.on", Value::Date("2025-04-01".parse().unwrap()));
        facts.state("a.none", Value::Blank);
        facts.state_list("a.rows", vec![row([("name", words("")), ("yen", Value::Yen(5).into())])]);
        assert_eq!(
            facts.to_json().to_string(),
            r#"{"a.none":null,"a.on":"2025-04-01","a.points":-0.4,"a.rate":46.9,"a.rows":[{"name":"","yen":5}]}"#
        );
    }
}
