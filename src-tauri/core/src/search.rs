//! さがす: everybody and everything by name, reading, address, telephone or words, while it is typed.
//! The folded keys lie in memory side by side; one pass over them answers a key stroke. Nothing of it is stored.

use memchr::memmem::Finder;
use serde::Serialize;
use ts_rs::TS;

use crate::text::{half_width, search_key};

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    /// 人
    Person,
    /// 自治会
    Association,
    /// 行事
    Occasion,
    /// 記帳
    Entry,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its key.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What tells it from others of that name.
    pub detail: String,
    /// Why a list may not show it, e.g. 退会.
    pub reason: Option<String>,
}

/// All keys in one text, one line per thing; `lines` holds where each line begins.
#[derive(Debug, Default)]
pub struct Index {
    keys: String,
    lines: Vec<usize>,
    hits: Vec<Hit>,
}

/// Separates the words of one line; no key holds it.
const BETWEEN: char = '\u{1}';
/// Lines looked at before the best are chosen: enough for a page, few enough for a key stroke.
const CANDIDATES: usize = 400;

impl Index {
    /// Adds a thing that is found by any of these words; the first is its name.
    pub fn add(&mut self, hit: Hit, words: &[&str]) {
        self.lines.push(self.keys.len());
        for word in words.iter().filter(|w| !w.is_empty()) {
            self.keys.push(BETWEEN);
            self.keys.push_str(&search_key(word));
        }
        self.keys.push('\n');
        self.hits.push(hit);
    }

    /// The best hits for what was typed: each part between spaces must occur; names that begin with it come first.
    pub fn find(&self, typed: &str, most: usize) -> Vec<&Hit> {
        let parts: Vec<String> =
            half_width(typed).split_whitespace().map(search_key).filter(|p| !p.is_empty()).collect();
        let Some((first, rest)) = parts.split_first() else { return Vec::new() };
        let finder = Finder::new(first.as_bytes());
        let mut found: Vec<(bool, HitKind, usize)> = Vec::new();
        let mut at = 0;
        while let Some(offset) = finder.find(&self.keys.as_bytes()[at..]) {
            let line = self.lines.partition_point(|start| *start <= at + offset) - 1;
            let (text, end) = self.line(line);
            if rest.iter().all(|part| text.contains(part.as_str())) {
                let begins = text.get(1..).is_some_and(|name| name.starts_with(first.as_str()));
                found.push((!begins, self.hits[line].kind, line));
            }
            at = end;
            if found.len() >= CANDIDATES {
                break;
            }
        }
        found.sort_unstable();
        found.into_iter().take(most).map(|(.., line)| &self.hits[line]).collect()
    }

    /// Text of a line, and where the next one begins.
    fn line(&self, line: usize) -> (&str, usize) {
        let end = self.lines.get(line + 1).copied().unwrap_or(self.keys.len());
        (&self.keys[self.lines[line]..end], end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(people: &[(&str, &str, &str)]) -> Index {
        let mut index = Index::default();
        for (name, kana, address) in people {
            let hit = Hit {
                kind: HitKind::Person,
                id: String::new(),
                title: (*name).to_owned(),
                detail: (*address).to_owned(),
                reason: None,
            };
            index.add(hit, &[name, kana, address]);
        }
        index
    }

    #[test]
    fn people_are_found_however_they_are_typed() {
        let index = index(&[
            ("髙橋　一郎", "タカハシ　イチロウ", "高松市桜町一丁目20番7号"),
            ("𠮷田　花子", "ヨシダ　ハナコ", "高松市栗林町二丁目6番5号"),
            ("高松　太郎", "タカマツ　タロウ", "高松市桜町二丁目1番1号"),
        ]);
        let found = |typed: &str| index.find(typed, 9).iter().map(|h| h.title.as_str()).collect::<Vec<_>>();
        assert_eq!(found("高橋"), ["髙橋　一郎"]);
        assert_eq!(found("たかはしいち"), ["髙橋　一郎"]);
        assert_eq!(found("ﾖｼﾀﾞ"), ["𠮷田　花子"]);
        assert_eq!(found("吉田 栗林"), ["𠮷田　花子"], "both parts, from different fields");
        assert_eq!(found("高松")[0], "高松　太郎", "a name that begins with it comes before an address");
        assert_eq!(found("高松").len(), 3);
        assert!(found("　").is_empty() && found("%_'\"*").is_empty(), "signs are only signs");
    }
}
