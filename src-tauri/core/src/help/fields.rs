//! What is said of a field while the keyboard is in it (`assets/help/fields`): what goes in, and where it is seen again.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Serialize;
use ts_rs::TS;

use super::files;

/// The table of what means the same wherever it stands.
const EVERYWHERE: &str = "everywhere";

/// What is said of the fields of one name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldHelp {
    /// The route of the desk's pages on which it stands, with what lies below; empty where it holds everywhere.
    pub at: String,
    /// 摘要, as it stands beside the field; `*` stands for what only the records know.
    pub label: String,
    /// One or two sentences.
    pub text: String,
}

/// A file: routes, their labels and what is said of these.
type Tables = BTreeMap<String, BTreeMap<String, String>>;

/// What is said of every field.
pub fn fields() -> &'static [FieldHelp] {
    static FIELDS: OnceLock<Vec<FieldHelp>> = OnceLock::new();
    FIELDS.get_or_init(|| files("fields/", ".toml").flat_map(|(_, bytes)| read(bytes).unwrap_or_default()).collect())
}

fn read(bytes: &[u8]) -> Option<Vec<FieldHelp>> {
    let tables: Tables = toml::from_str(std::str::from_utf8(bytes).ok()?).ok()?;
    let of = |(at, labels): (String, BTreeMap<String, String>)| {
        let at = if at == EVERYWHERE { String::new() } else { at };
        labels.into_iter().map(move |(label, text)| FieldHelp { at: at.clone(), label, text })
    };
    Some(tables.into_iter().flat_map(of).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// How a plain, polite sentence ends.
    const ENDINGS: [&str; 4] = ["ます", "です", "ません", "ください"];

    #[test]
    fn every_file_of_fields_can_be_read() {
        for (name, bytes) in files("fields/", ".toml") {
            assert!(read(bytes).is_some_and(|found| !found.is_empty()), "{name}");
        }
        assert!(fields().len() > 200, "{}", fields().len());
    }

    #[test]
    fn no_field_is_told_of_twice_and_no_two_are_told_the_same() {
        let (mut places, mut texts) = (HashSet::new(), HashSet::new());
        for FieldHelp { at, label, text } in fields() {
            assert!(places.insert((at, label)), "{label} at {at} stands twice");
            assert!(texts.insert(text), "{label}: {text} stands twice");
        }
    }

    #[test]
    fn a_field_is_told_of_in_one_or_two_plain_sentences() {
        for FieldHelp { label, text, .. } in fields() {
            let body = text.strip_suffix('。').unwrap_or_else(|| panic!("{label} ends with 。"));
            let sentences: Vec<&str> = body.split('。').collect();
            assert!(sentences.len() <= 3, "{label}: {} sentences", sentences.len());
            for sentence in sentences {
                assert!(sentence.chars().count() <= 80, "{label}: too long: {sentence}");
                assert!(ENDINGS.iter().any(|ending| sentence.ends_with(ending)), "{label}: {sentence}");
            }
        }
    }
}
