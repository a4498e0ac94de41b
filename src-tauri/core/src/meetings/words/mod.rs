//! Meetings in words: the sentences are data (`assets/words/meetings.toml`), this fills their places.

mod agenda;
mod counts;
mod told;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use agenda::Step;
pub use agenda::{Draws, draws, proposed, steps};
pub use counts::{quorum_sentence, result_sentence, said_later};
pub use told::{awaits_approval, said_of_years, stays_voted, vote_again};

use crate::words::fill;

type Sentences = BTreeMap<String, String>;

#[derive(Debug, Default, Deserialize)]
struct Words {
    slip_choice: String,
    notice: Sentences,
    terms: Sentences,
    again: Sentences,
    years: Sentences,
    ways: Sentences,
    quorum: Sentences,
    methods: Sentences,
    bases: Sentences,
    results: Sentences,
    parts: Sentences,
    draft_mark: String,
    #[serde(rename = "step")]
    steps: Vec<Step>,
    #[serde(rename = "matter")]
    matters: Vec<Draws>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| toml::from_str(include_str!("../../../../../assets/words/meetings.toml")).unwrap_or_default())
}

fn sentence(of: &Sentences, name: &str, places: &[(&str, String)]) -> String {
    fill(of.get(name).map_or("", String::as_str), &places.iter().cloned().collect())
}

/// 賛成　・　反対, where a slip asks for a mark.
pub fn slip_choice() -> &'static str {
    &words().slip_choice
}

/// A sentence of 招集通知 and its slip, by its name in the file.
pub fn on_notice(name: &str, places: &[(&str, String)]) -> String {
    sentence(&words().notice, name, places)
}

/// A single word of the papers, by its name in the file.
pub fn term(name: &str) -> &'static str {
    words().terms.get(name).map_or("", String::as_str)
}

/// （案）
pub fn draft_mark() -> &'static str {
    &words().draft_mark
}
