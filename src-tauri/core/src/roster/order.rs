//! 並び順: 五十音 by reading, 役職順 by office.

use std::cmp::Ordering;
use std::sync::OnceLock;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

use super::Person;

/// Offices in the order of papers; what is not named here comes after them.
const RANKS: [&str; 14] = [
    "会長",
    "会長代行",
    "副会長",
    "事務局長",
    "事務局次長",
    "会計",
    "書記",
    "監事",
    "監査",
    "部会長",
    "副部会長",
    "理事",
    "幹事",
    "代表",
];

/// Place of an office in the order of papers.
pub fn rank(title: &str) -> usize {
    RANKS.iter().position(|office| *office == title).unwrap_or(RANKS.len())
}

/// Readings as in a directory: あー, あゝ and ああ beside each other, voiced after unvoiced. People without a reading come last.
pub fn by_reading(a: &Person, b: &Person) -> Ordering {
    let reading = |p: &Person| (p.name.family_kana.is_empty(), p.name.full_kana());
    let ((a_missing, a_kana), (b_missing, b_kana)) = (reading(a), reading(b));
    a_missing
        .cmp(&b_missing)
        .then_with(|| readings(&a_kana, &b_kana))
        .then_with(|| a.name.full().cmp(&b.name.full()))
        .then_with(|| a.id.cmp(&b.id))
}

/// Two readings as a directory orders them.
pub fn readings(a: &str, b: &str) -> Ordering {
    match collator() {
        Some(collator) => collator.compare(a, b),
        None => a.cmp(b),
    }
}

fn collator() -> Option<&'static CollatorBorrowed<'static>> {
    static COLLATOR: OnceLock<Option<CollatorBorrowed<'static>>> = OnceLock::new();
    let build = || {
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Tertiary);
        Collator::try_new(locale!("ja").into(), options).ok()
    };
    COLLATOR.get_or_init(build).as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::PersonName;

    fn person(kana: &str) -> Person {
        let name = PersonName { family: kana.into(), family_kana: kana.into(), ..PersonName::default() };
        Person::named(name)
    }

    #[test]
    fn people_stand_as_in_a_directory() {
        let mut people = ["ワダ", "ハマダ", "バンドウ", "", "アナブキ", "ハナダ"].map(person);
        people.sort_by(by_reading);
        let order: Vec<&str> = people.iter().map(|p| p.name.family_kana.as_str()).collect();
        assert_eq!(order, ["アナブキ", "ハナダ", "ハマダ", "バンドウ", "ワダ", ""]);
    }

    #[test]
    fn the_chair_comes_first() {
        assert!(rank("会長") < rank("副会長") && rank("監事") < rank("部会長") && rank("代表") < rank("部会員"));
    }
}
