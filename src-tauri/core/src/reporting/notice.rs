//! What the page says beside a paper.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// そろっていないもの
    Missing,
    /// 確かめるもの
    Warning,
    /// そろっているもの
    Ok,
}

/// One line beside a paper: a code with its sentence in `errors.toml`, and where to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub state: State,
    /// `reports.…`
    pub code: &'static str,
    /// What the sentence names.
    pub params: BTreeMap<&'static str, String>,
    /// The typed field to write in.
    pub field: Option<String>,
    /// The page where it is put right, e.g. `accounts?missing=receipt`.
    pub link: Option<&'static str>,
}

impl Notice {
    /// A notice without parameters or places.
    pub fn new(state: State, code: &'static str) -> Notice {
        Notice { state, code, params: BTreeMap::new(), field: None, link: None }
    }

    /// Adds what the sentence names.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Notice {
        self.params.insert(name, value.to_string());
        self
    }

    /// Adds the page where it is put right.
    #[must_use]
    pub fn at(mut self, link: &'static str) -> Notice {
        self.link = Some(link);
        self
    }

    /// Adds the typed field to write in.
    #[must_use]
    pub fn in_field(mut self, field: &str) -> Notice {
        self.field = Some(field.to_owned());
        self
    }
}
