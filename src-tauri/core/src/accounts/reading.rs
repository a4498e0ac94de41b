//! How the name of a 科目 is read, so that it is found by kana. What it reads is never printed and never kept.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::text::is_kana;

#[derive(Debug, Default, Deserialize)]
struct Words {
    words: BTreeMap<String, String>,
}

fn words() -> &'static BTreeMap<String, String> {
    static WORDS: OnceLock<Words> = OnceLock::new();
    let read = || toml::from_str(include_str!("../../../../assets/words/readings.toml")).unwrap_or_default();
    &WORDS.get_or_init(read).words
}

/// The reading of a name as far as its words are known: 消耗品費 is しょうもうひんひ. Kana read themselves.
pub fn reading(name: &str) -> String {
    let (mut rest, mut read) = (name, String::new());
    while let Some(first) = rest.chars().next() {
        let known =
            words().iter().filter(|(word, _)| rest.starts_with(word.as_str())).max_by_key(|(word, _)| word.len());
        let own = &rest[..first.len_utf8()];
        let (word, kana) = match known {
            Some((word, kana)) => (word.as_str(), kana.as_str()),
            None if is_kana(own) || !first.is_alphabetic() => (own, own),
            None => break,
        };
        read.push_str(kana);
        rest = &rest[word.len()..];
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_word_by_word_and_stop_where_nothing_is_known() {
        for (name, kana) in [
            ("消耗品費", "しょうもうひんひ"),
            ("使用料及び賃借料", "しようりょうおよびちんしゃくりょう"),
            ("子ども見守り事業", "こどもみまもりじぎょう"),
            ("ふれあい祭り事業", "ふれあいまつりじぎょう"),
            ("清掃・リサイクル事業", "せいそう・リサイクルじぎょう"),
            ("防災龍神祭", "ぼうさい"),
            ("龍", ""),
        ] {
            assert_eq!(reading(name), kana);
        }
    }
}
