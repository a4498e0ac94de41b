//! 並び順: 五十音 by reading, 役職順 by office.

use std::sync::OnceLock;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

use super::{Person, PersonId};

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

/// What people are sorted by, made once for each of them.
pub type ReadingKey = (bool, Vec<u8>, String, PersonId);

/// Readings as in a directory: あー, あゝ and ああ beside each other, voiced after unvoiced. People without a reading come last.
pub fn reading_key(person: &Person) -> ReadingKey {
    (person.name.family_kana.is_empty(), kana_key(&person.name.full_kana()), person.name.full(), person.id)
}

/// Bytes that compare as the readings do in a directory.
pub fn kana_key(kana: &str) -> Vec<u8> {
    let Some(collator) = collator() else { return kana.as_bytes().to_vec() };
    let mut key = Vec::with_capacity(4 * kana.len());
    let Ok(()) = collator.write_sort_key_to(kana, &mut key);
    key
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
        people.sort_by_cached_key(reading_key);
        let order: Vec<&str> = people.iter().map(|p| p.name.family_kana.as_str()).collect();
        assert_eq!(order, ["アナブキ", "ハナダ", "ハマダ", "バンドウ", "ワダ", ""]);
    }

    #[test]
    fn keys_stand_as_the_readings_do() {
        let readings = [
            "ア",
            "アア",
            "アー",
            "アヽ",
            "アカ　イ",
            "アガ　ア",
            "カー",
            "ガー",
            "ハ",
            "バ",
            "パ",
            "ヴ",
            "ン",
            "あ",
            "",
        ];
        let collator = collator().unwrap();
        for (a, b) in readings.iter().flat_map(|a| readings.iter().map(move |b| (*a, *b))) {
            assert_eq!(kana_key(a).cmp(&kana_key(b)), collator.compare(a, b), "{a} {b}");
        }
    }

    #[test]
    fn the_chair_comes_first() {
        assert!(rank("会長") < rank("副会長") && rank("監事") < rank("部会長") && rank("代表") < rank("部会員"));
    }
}
