//! さがす: everybody and everything by name, reading, address, telephone or words, while it is typed.
//! The folded keys lie in memory side by side; one pass over them answers a key stroke. Nothing of it is stored.

use memchr::memmem::Finder;
use serde::Serialize;
use ts_rs::TS;

use crate::text::{half_width, kana_of_romaji, search_key};

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    /// 人
    Person,
    /// 世帯
    Household,
    /// 自治会
    Association,
    /// 団体・部会
    Body,
    /// 行事
    Occasion,
    /// 会議
    Meeting,
    /// 記帳
    Entry,
    /// 目標・施策
    Heading,
    /// 取組
    Action,
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
        self.keys.push(BETWEEN);
        self.keys.push('\n');
        self.hits.push(hit);
    }

    /// The best hits for what was typed: each part between spaces must occur; names that begin with it come first. Two
    /// single kana or letters are initials, た い or T I. Letters that are Japanese when the input is on are read so, too.
    pub fn find(&self, typed: &str, most: usize) -> Vec<&Hit> {
        let typed = half_width(typed);
        let words: Vec<&str> = typed.split_whitespace().collect();
        let mut found = match initials_of(&words) {
            Some(initials) => self.lines_with(&[initials]),
            None => self.lines_with(&words.iter().map(|word| search_key(word)).collect::<Vec<_>>()),
        };
        let kana: Vec<Option<String>> = words.iter().map(|word| kana_of_romaji(word)).collect();
        if kana.iter().any(Option::is_some) {
            let read = |(word, kana): (&&str, &Option<String>)| search_key(kana.as_deref().unwrap_or(word));
            let read = self.lines_with(&words.iter().zip(&kana).map(read).collect::<Vec<_>>());
            let known = found.clone();
            found.extend(read.into_iter().filter(|line| !known.contains(line)));
        }
        found.into_iter().take(most).map(|line| &self.hits[line]).collect()
    }

    /// Lines in which every part occurs, best first.
    fn lines_with(&self, parts: &[String]) -> Vec<usize> {
        let parts: Vec<&String> = parts.iter().filter(|part| !part.is_empty()).collect();
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
        found.into_iter().map(|(.., line)| line).collect()
    }

    /// Text of a line, and where the next one begins.
    fn line(&self, line: usize) -> (&str, usize) {
        let end = self.lines.get(line + 1).copied().unwrap_or(self.keys.len());
        (&self.keys[self.lines[line]..end], end)
    }
}

/// た い and T I as the word under which they are kept.
fn initials_of(words: &[&str]) -> Option<String> {
    let letter = |word: &&str| Some(search_key(word)).filter(|key| key.chars().count() == 1);
    let letters: Vec<String> = words.iter().map(letter).collect::<Option<_>>()?;
    (letters.len() == 2).then(|| format!("{BETWEEN}{}{BETWEEN}", letters.concat()))
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
            let (family, given) = kana.split_once('\u{3000}').unwrap_or_default();
            let [kana_initials, letters] = crate::text::initials(family, given).unwrap();
            index.add(hit, &[name, kana, address, &kana_initials, &letters]);
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
        assert_eq!(found("takahashi ichi"), ["髙橋　一郎"], "typed with the Japanese input off");
        assert_eq!(found("TAKAMATU"), ["高松　太郎"], "as a keyboard spells it");
        assert_eq!(
            (found("た い"), found("Y H"), found("よ　は")),
            (vec!["髙橋　一郎"], vec!["𠮷田　花子"], vec!["𠮷田　花子"])
        );
        assert!(found("　").is_empty() && found("%_'\"*").is_empty(), "signs are only signs");
    }
}
