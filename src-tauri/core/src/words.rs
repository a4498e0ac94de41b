//! Sentences: what codes and operations say to the secretary. The words are data (`assets/words`), this fills their places.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

/// Stands for the name of somebody whose words were erased, wherever a name is shown.
pub const ERASED_NAME: &str = "（消去した人）";

/// What happened and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Sentence {
    /// What happened, and where.
    pub title: String,
    /// What to do now.
    #[serde(default)]
    pub hint: String,
}

type Sentences = BTreeMap<String, Sentence>;

/// All codes and their sentences, as written.
pub fn errors() -> &'static Sentences {
    static ERRORS: OnceLock<Sentences> = OnceLock::new();
    ERRORS.get_or_init(|| parse(include_str!("../../../assets/words/errors.toml")))
}

/// All operations of the log and their sentences, as written.
pub fn operations() -> &'static Sentences {
    static OPERATIONS: OnceLock<Sentences> = OnceLock::new();
    OPERATIONS.get_or_init(|| parse(include_str!("../../../assets/words/operations.toml")))
}

fn parse(text: &str) -> Sentences {
    toml::from_str(text).unwrap_or_default()
}

/// The sentence of a code with its parameters filled in; the bare code when it has none (a test keeps the file complete).
pub fn error(code: &str, params: &BTreeMap<&str, String>) -> Sentence {
    match errors().get(code) {
        Some(Sentence { title, hint }) => Sentence { title: fill(title, params), hint: fill(hint, params) },
        None => Sentence { title: code.to_owned(), hint: String::new() },
    }
}

/// Places that entries of the history from before they existed do not fill.
const YOUNGER: [&str; 5] = ["{again}", "{right}", "{waiting}", "{anew}", "{years}"];

/// The sentence of an operation with its parameters filled in.
pub fn operation(name: &str, params: &BTreeMap<&str, String>) -> String {
    let Some(Sentence { title, .. }) = operations().get(name) else { return name.to_owned() };
    YOUNGER.iter().fold(fill(title, params), |sentence, place| sentence.replace(place, ""))
}

/// Puts each parameter into its place, `{name}`.
pub(crate) fn fill(sentence: &str, params: &BTreeMap<&str, String>) -> String {
    params.iter().fold(sentence.to_owned(), |s, (name, value)| s.replace(&format!("{{{name}}}"), value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_are_read_and_their_places_filled() {
        assert!(!errors().is_empty() && !operations().is_empty(), "a slip in the TOML would leave them empty");
        assert_eq!(
            fill("{year}に{n}人", &BTreeMap::from([("n", "3".into()), ("year", "令和7年度".into())])),
            "令和7年度に3人"
        );
    }
}
