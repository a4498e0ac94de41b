//! 一覧の選び方: what is listed, which columns, in which order and groups. Kept under a name as JSON.

use paper::Orientation;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::Id;

/// Key of a list kept under a name.
pub type SavedListId = Id<SavedList>;

/// What a list is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ListSource {
    /// 名簿の人
    #[default]
    People,
    /// 世帯
    Households,
    /// 自治会
    Associations,
}

/// One list as chosen. Columns, order and group are keys of `assets/words/lists.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct ListChoice {
    /// What it is made of.
    pub source: ListSource,
    /// 一覧の名, as it stands on the paper.
    pub title: String,
    /// Columns, left to right.
    pub columns: Vec<String>,
    /// What the rows are ordered by.
    pub order: String,
    /// What the rows are grouped by.
    #[serde(default)]
    pub group: Option<String>,
    /// Which rows.
    #[serde(default)]
    pub filter: Filter,
    /// A4 upright or lying.
    #[serde(default)]
    pub orientation: Orientation,
}

/// Which rows a list takes; an empty filter takes all.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Filter {
    /// Members of any of these bodies.
    pub bodies: Vec<String>,
    /// Holders of any of these roles.
    pub roles: Vec<String>,
    /// Words that occur in some cell, in any spelling.
    pub words: String,
}

/// 保存した一覧
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedList {
    /// Key.
    #[ts(type = "string")]
    pub id: SavedListId,
    /// Its name.
    pub name: String,
    /// What was chosen.
    pub choice: ListChoice,
}
