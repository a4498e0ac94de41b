//! 役職ごとの確認: what each office hands over is data (`assets/words/handover.toml`).

use std::sync::OnceLock;

use serde::Deserialize;

/// What one office goes through with its successor.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// 会計
    pub office: String,
    /// What is looked at together, one a line.
    pub items: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Words {
    #[serde(rename = "checklist")]
    checklists: Vec<Checklist>,
}

/// The checklist of each office, in the order of the paper.
pub fn checklists() -> &'static [Checklist] {
    static WORDS: OnceLock<Words> = OnceLock::new();
    let read = || toml::from_str(include_str!("../../../../assets/words/handover.toml")).unwrap_or_default();
    &WORDS.get_or_init(read).checklists
}
