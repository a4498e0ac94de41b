//! One record as lists see it: cells by the key of their column, and where it belongs.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use paper::Value;

use super::words::ColumnWords;
use crate::text::{address_key, search_key};

/// The records of a source, and the columns that they have.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// The records in their natural order.
    pub rows: Vec<Row>,
    /// Its columns in the order in which they are offered, the council's own among them.
    pub columns: Vec<ColumnWords>,
}

/// To whom post for a record goes. Nothing is ever addressed to somebody who died, be it on the papers of a past year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Post {
    /// To the one whose name the record bears.
    #[default]
    Named,
    /// To another of the household, because the one who gives it its name has died.
    Other(String),
    /// To nobody: they died, or the chair did.
    Died,
    /// To nobody: none of those who lived there is in the roster any more.
    NobodyThere,
}

/// A record of a source.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Key of the record.
    pub id: String,
    cells: BTreeMap<Cow<'static, str>, Value>,
    ranks: BTreeMap<&'static str, i64>,
    groups: BTreeMap<&'static str, Vec<Group>>,
    /// Those who live under one roof share it; empty where no household is recorded.
    pub household: String,
    /// Bodies that it belongs to, for the filter.
    pub bodies: Vec<String>,
    /// Roles that are held, for the filter.
    pub titles: Vec<String>,
    /// To whom its post goes.
    pub post: Post,
}

/// A group that a record belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its place among the groups.
    pub rank: i64,
    /// Its name.
    pub label: String,
    /// The record's place within it, before the order that was chosen; 0 for none.
    pub within: i64,
    /// Cells that differ in this group, such as the role that is held there.
    pub cells: Vec<(&'static str, Value)>,
}

impl Row {
    /// A record with no cells yet.
    pub fn new(id: impl ToString) -> Row {
        Row { id: id.to_string(), ..Row::default() }
    }

    /// Adds a cell.
    #[must_use]
    pub fn cell(mut self, key: impl Into<Cow<'static, str>>, value: Value) -> Row {
        self.cells.insert(key.into(), value);
        self
    }

    /// Adds a cell of words.
    #[must_use]
    pub fn words(self, key: &'static str, words: impl Into<String>) -> Row {
        self.cell(key, Value::text(words))
    }

    /// Adds its place in an order.
    #[must_use]
    pub fn rank(mut self, order: &'static str, rank: i64) -> Row {
        self.ranks.insert(order, rank);
        self
    }

    /// Adds the groups of one kind.
    #[must_use]
    pub fn group(mut self, kind: &'static str, groups: Vec<Group>) -> Row {
        self.groups.insert(kind, groups);
        self
    }

    /// What a column shows.
    pub fn value(&self, key: &str) -> Value {
        self.cells.get(key).cloned().unwrap_or_default()
    }

    /// The words of a column.
    pub fn text(&self, key: &str) -> String {
        self.value(key).shown(paper::Negative::default())
    }

    /// The name that stands on what is sent to it; none where nothing can be sent.
    pub fn addressed(&self) -> Option<String> {
        match &self.post {
            Post::Named => Some(self.text("name")),
            Post::Other(name) => Some(name.clone()),
            Post::Died | Post::NobodyThere => None,
        }
    }

    /// Its place in an order; last when it has none.
    pub fn place(&self, order: &str) -> i64 {
        self.ranks.get(order).copied().unwrap_or(i64::MAX)
    }

    /// The groups of one kind that it belongs to.
    pub fn groups(&self, kind: &str) -> &[Group] {
        self.groups.get(kind).map_or(&[], Vec::as_slice)
    }

    /// What those who live together share: their household, else their address; empty where neither is known.
    fn home(&self) -> String {
        if self.household.is_empty() { address_key(&self.text("address")) } else { self.household.clone() }
    }

    /// True when the folded words occur in some cell.
    pub fn says(&self, key: &str) -> bool {
        self.cells.values().any(|value| search_key(&value.shown(paper::Negative::default())).contains(key))
    }
}

/// Records in their order, those who live together beside the first of them when they are to be joined.
pub(super) fn by_home<'a>(rows: &[&'a Row], is_joined: bool) -> Vec<Vec<&'a Row>> {
    let mut groups: Vec<Vec<&Row>> = Vec::new();
    let mut place: HashMap<String, usize> = HashMap::new();
    for row in rows {
        let home = if is_joined { row.home() } else { String::new() };
        match place.get(&home) {
            Some(at) => groups[*at].push(row),
            None => {
                if !home.is_empty() {
                    place.insert(home, groups.len());
                }
                groups.push(vec![row]);
            }
        }
    }
    groups
}
