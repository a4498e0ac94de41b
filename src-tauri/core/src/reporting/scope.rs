//! Where a name is looked up: in the row at hand first, then among the year's facts.

use std::collections::BTreeMap;

use paper::Value;

use crate::fact::{Fact, FactRow, Facts};

/// 記述: texts typed for one form, by field.
pub type Texts = BTreeMap<String, String>;

/// What a template may see.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    facts: &'a Facts,
    texts: &'a Texts,
    row: Option<&'a FactRow>,
    /// Number of the row within its list, from 1.
    pub number: usize,
}

impl<'a> Scope<'a> {
    /// All of a year.
    pub fn new(facts: &'a Facts, texts: &'a Texts) -> Scope<'a> {
        Scope { facts, texts, row: None, number: 0 }
    }

    /// The same with a row in front.
    pub fn within(self, row: &'a FactRow, number: usize) -> Scope<'a> {
        Scope { row: Some(row), number, ..self }
    }

    /// One scope per row of a list.
    pub fn each(self, list: &str) -> impl Iterator<Item = Scope<'a>> {
        self.list(list).iter().enumerate().map(move |(at, row)| self.within(row, at + 1))
    }

    /// A value; blank when it is unknown.
    pub fn value(&self, name: &str) -> Value {
        match self.fact(name) {
            Some(Fact::One(value)) => value.clone(),
            _ => Value::Blank,
        }
    }

    /// The rows of a list.
    pub fn list(&self, name: &str) -> &'a [FactRow] {
        match self.fact(name) {
            Some(Fact::List(rows)) => rows,
            _ => &[],
        }
    }

    /// What was typed into a field.
    pub fn typed(&self, field: &str) -> &'a str {
        self.texts.get(field).map_or("", String::as_str)
    }

    /// Not blank, not an empty list.
    pub fn is_present(&self, name: &str) -> bool {
        match self.fact(name) {
            Some(Fact::One(value)) => !value.is_blank(),
            Some(Fact::List(rows)) => !rows.is_empty(),
            None => false,
        }
    }

    fn fact(&self, name: &str) -> Option<&'a Fact> {
        self.row.and_then(|row| row.get(name)).or_else(|| self.facts.0.get(name))
    }
}
