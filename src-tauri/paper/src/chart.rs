//! Charts as numbers; every number is shown once, at its point or bar.

use serde::{Deserialize, Serialize};

use crate::Value;

/// A line or bar chart over named positions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chart {
    /// Its title.
    pub title: String,
    /// Line or bar.
    pub kind: ChartKind,
    /// Names under the axis, e.g. 令和7年度.
    pub labels: Vec<String>,
    /// One or more series over the labels.
    pub series: Vec<Series>,
    /// Unit written after the title, e.g. ％.
    pub unit: String,
    /// How many charts stand beside each other: this one and its neighbours with the same number share the width.
    #[serde(default = "one")]
    pub across: u16,
}

fn one() -> u16 {
    1
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChartKind {
    /// A line per series.
    #[default]
    Line,
    /// Bars side by side.
    Bar,
}

/// One series; a blank value leaves a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// Its name in the key.
    pub name: String,
    /// One value per label.
    pub values: Vec<Value>,
}
