//! 銀行ごとの列: known by the headings that a bank writes (`assets/banks`), never by code.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

use crate::intake::headings::fold;
use crate::intake::layout::FoundColumn;

include!(concat!(env!("OUT_DIR"), "/banks.rs"));

/// How one bank writes its statements.
#[derive(Debug, Deserialize)]
pub struct Layout {
    /// Its name on the screen.
    pub bank: String,
    /// Where the headings are known from.
    pub source: String,
    /// True once a real file was read.
    pub is_verified: bool,
    /// The headings that are always there, with the field of each; an empty field is not taken.
    columns: BTreeMap<String, String>,
    /// Headings that may be there too.
    #[serde(default)]
    also: BTreeMap<String, String>,
}

/// All layouts, those with most headings first.
pub fn layouts() -> &'static [Layout] {
    static LAYOUTS: OnceLock<Vec<Layout>> = OnceLock::new();
    LAYOUTS.get_or_init(|| {
        let read = |(_, bytes): &(&str, &[u8])| toml::from_str(std::str::from_utf8(bytes).ok()?).ok();
        let mut all: Vec<Layout> = FILES.iter().filter_map(read).collect();
        all.sort_by_key(|layout| std::cmp::Reverse(layout.columns.len()));
        all
    })
}

/// The layout whose headings all stand above these columns.
pub fn layout_of(columns: &[FoundColumn]) -> Option<&'static Layout> {
    let headings: BTreeSet<String> = columns.iter().map(|column| fold(&column.heading)).collect();
    layouts().iter().find(|layout| layout.columns.keys().all(|heading| headings.contains(&fold(heading))))
}

impl Layout {
    /// What a column means in this layout; headings that it does not know are not taken.
    pub fn field(&self, heading: &str) -> Option<&str> {
        let heading = fold(heading);
        let mut known = self.columns.iter().chain(&self.also);
        known.find(|(name, _)| fold(name) == heading).map(|(_, field)| field.as_str()).filter(|field| !field.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::columns::Kind;

    #[test]
    fn every_layout_is_read_and_names_only_fields_that_exist() {
        assert_eq!(layouts().len(), FILES.len(), "a file that is no layout");
        let fields = Kind::BankStatement.fields();
        for layout in layouts() {
            let named = layout.columns.values().chain(layout.also.values()).filter(|field| !field.is_empty());
            for field in named {
                assert!(fields.index(field).is_some(), "{}: {field}", layout.bank);
            }
            let headings: BTreeSet<String> = layout.columns.keys().map(|heading| fold(heading)).collect();
            assert_eq!(headings.len(), layout.columns.len(), "{}: two headings are one", layout.bank);
        }
    }

    #[test]
    fn no_two_banks_write_the_same_headings() {
        let headings =
            |layout: &Layout| layout.columns.keys().map(|heading| fold(heading)).collect::<BTreeSet<String>>();
        let all: Vec<_> = layouts().iter().map(headings).collect();
        for (i, one) in all.iter().enumerate() {
            assert!(!all[..i].contains(one), "{}", layouts()[i].bank);
        }
    }
}
