//! 氏名の読み方: family and given name with their reading, and what a name cannot be.

use std::collections::HashSet;

use paper::RawValue;

use super::Stored;
use super::read::{Row, name_field};
use crate::intake::cells;
use crate::intake::layout::{Record, Table};
use crate::intake::plan::Issue;
use crate::roster::PersonName;
use crate::text::{is_invisible, is_kana, katakana, search_key};

/// Longer than any name.
const LONGEST_NAME: usize = 200;

/// None for a name that cannot be one.
pub(super) fn name(record: &Record, table: &Table, issues: &mut Vec<Issue>) -> Option<PersonName> {
    let word = |field: &str| record.text(field).unwrap_or_default().into_owned();
    let pair = |whole: &str, first: &str, second: &str| {
        if table.has(first) { (word(first), word(second)) } else { split(&word(whole)) }
    };
    let written = word("name");
    let (whole, read) = with_reading(&written).unwrap_or((&written, ""));
    let (family, given) = if table.has("family") { pair("name", "family", "given") } else { split(whole) };
    let beside = pair("kana", "family_kana", "given_kana");
    let kana = if beside.0.is_empty() { split(read) } else { beside };
    let issue = doubt(&family, &given).or_else(|| is_marked_at_an_end(record).then_some("roster.hidden_mark_dropped"));
    let is_too_long = issue == Some("roster.name_too_long");
    let count = family.chars().count() + given.chars().count();
    issues.extend(issue.map(|code| {
        let shown: String = family.chars().chain(given.chars()).take(20).collect();
        Issue::at(record.place(name_field(table)), code).with("name", shown).with("count", count)
    }));
    let name = PersonName { family, given, family_kana: katakana(&kana.0), given_kana: katakana(&kana.1) };
    (!is_too_long).then_some(name)
}

/// 山田　太郎（ヤマダ　タロウ）, or the reading in a line of its own, as name and reading.
pub(super) fn with_reading(name: &str) -> Option<(&str, &str)> {
    let bracketed = || {
        let (name, rest) = name.split_once(['（', '('])?;
        Some((name.trim(), rest.trim_end().strip_suffix(['）', ')'])?.trim()))
    };
    let lines = || {
        let (upper, lower) = name.split_once('\n')?;
        Some(if is_kana(upper.trim()) { (lower.trim(), upper.trim()) } else { (upper.trim(), lower.trim()) })
    };
    bracketed().or_else(lines).filter(|(name, reading)| !name.is_empty() && is_kana(reading) && !is_kana(name))
}

/// At the first space, of any width. Everything else stays as it was typed.
fn split(name: &str) -> (String, String) {
    match name.split_once(char::is_whitespace) {
        Some((family, given)) => (family.to_owned(), given.trim_start().to_owned()),
        None => (name.to_owned(), String::new()),
    }
}

/// A name of ten thousand characters is none; marks that turn the writing round and private characters are kept and told.
fn doubt(family: &str, given: &str) -> Option<&'static str> {
    let characters = || family.chars().chain(given.chars());
    let is_private = |c: char| matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}');
    match () {
        () if characters().nth(LONGEST_NAME).is_some() => Some("roster.name_too_long"),
        () if characters().any(is_hidden) => Some("roster.hidden_mark"),
        () if characters().any(is_private) => Some("roster.private_character"),
        () => None,
    }
}

/// A mark without width that is no variation selector and no space.
fn is_hidden(c: char) -> bool {
    is_invisible(c) && !c.is_whitespace() && !matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Marks before or after a name were dropped with the spaces around it.
fn is_marked_at_an_end(record: &Record) -> bool {
    ["name", "family", "given"].iter().filter_map(|field| record.raw(field)).any(|raw| match &*raw {
        RawValue::Text(words) => words.chars().any(is_hidden) && !cells::text(&raw).chars().any(is_hidden),
        _ => false,
    })
}

/// 齋藤花子 without a space: parted where another row, or the roster, knows the family with the same reading.
pub(super) fn split_names(rows: &mut [Row], stored: &Stored) {
    let parted =
        |name: &PersonName| !name.given.is_empty() && is_kana(&name.family_kana) && !name.given_kana.is_empty();
    let names = rows.iter().map(|row| &row.draft.name).chain(stored.people.iter().map(|p| &p.name));
    let mut families: HashSet<String> = HashSet::new();
    for name in names.filter(|name| parted(name)) {
        families.insert(family_key(&name.family, &name.family_kana));
    }
    let whole = |name: &PersonName| name.given.is_empty() && !name.given_kana.is_empty();
    for name in rows.iter_mut().map(|row| &mut row.draft.name).filter(|name| whole(name)) {
        let ends = name.family.char_indices().skip(1).map(|(at, _)| at);
        let known = ends.filter(|at| families.contains(&family_key(&name.family[..*at], &name.family_kana))).last();
        if let Some(at) = known {
            name.given = name.family.split_off(at);
        }
    }
}

fn family_key(family: &str, kana: &str) -> String {
    format!("{} {}", search_key(family), search_key(kana))
}
