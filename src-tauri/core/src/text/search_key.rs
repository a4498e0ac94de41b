//! 検索の鍵: one spelling for all the ways in which the same name is written.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

/// Folds width, kana, letter case, character variants and spaces: 髙𣘺　ﾊﾅｺ and 高橋はなこ give one key.
/// Never stored in place of the name.
pub fn search_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in compatible(text).chars() {
        match fold(c) {
            Some('々') => key.extend(key.chars().next_back()),
            Some(folded) => key.push(folded),
            None => {}
        }
    }
    key
}

/// The everyday form of a variant, where there is one: 髙 is 高, 𠮷 is 吉. To be offered, never to replace a stored name.
pub fn everyday_form(c: char) -> Option<char> {
    variants().get(&c).copied()
}

/// Full-width letters, digits and signs as half-width ones: ０８７－８７８ is 087-878. For numbers, never for names.
pub fn half_width(text: &str) -> String {
    gathered(text, text.chars().map(narrow))
}

/// Characters as one text; they take no more room than the text that they come from.
pub(super) fn gathered(from: &str, characters: impl Iterator<Item = char>) -> String {
    let mut text = String::with_capacity(from.len());
    text.extend(characters);
    text
}

fn narrow(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '−' | '‐' | '‑' | '–' | '—' | '―' => '-',
        _ => c,
    }
}

/// The digits of a telephone number or postal code, for comparison.
pub fn digits(text: &str) -> String {
    gathered(text, text.chars().map(narrow).filter(char::is_ascii_digit))
}

/// Characters that take no room: variation selectors, zero-width marks, direction marks.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{180B}'..='\u{180D}') || is_control(c)
}

fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// NFKC only where it could change something: most names need no pass of their own.
pub(super) fn compatible(text: &str) -> Cow<'_, str> {
    let plain = |c: char| {
        matches!(c, '\u{20}'..='\u{7E}' | '\u{3001}'..='\u{3096}' | '\u{30A0}'..='\u{30FE}' | '\u{4E00}'..='\u{9FFF}'
            | '\u{20000}'..='\u{2F7FF}' | '\u{E0100}'..='\u{E01EF}')
    };
    if text.chars().all(plain) { Cow::Borrowed(text) } else { Cow::Owned(text.nfkc().collect()) }
}

fn fold(c: char) -> Option<char> {
    match c {
        ' ' | '\u{3000}' => None,
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        '!'..='~' => Some(c),
        '\u{3041}'..='\u{3096}' => char::from_u32(c as u32 + 0x60).map(large_kana),
        '\u{30A1}'..='\u{30FA}' => Some(large_kana(c)),
        '−' | '‐' | '‑' | '–' | '—' | '―' => Some('-'),
        '〜' => Some('~'),
        '・' => None,
        c if c.is_whitespace() || is_invisible(c) => None,
        c => Some(variants().get(&c).copied().unwrap_or(c)),
    }
}

/// ショウ is written シヨウ in old files; チヅル and チズル are one name in two spellings.
fn large_kana(c: char) -> char {
    match c {
        'ァ' => 'ア',
        'ィ' | 'ヰ' => 'イ',
        'ゥ' => 'ウ',
        'ェ' | 'ヱ' => 'エ',
        'ォ' | 'ヲ' => 'オ',
        'ッ' => 'ツ',
        'ャ' => 'ヤ',
        'ュ' => 'ユ',
        'ョ' => 'ヨ',
        'ヮ' => 'ワ',
        'ヵ' => 'カ',
        'ヶ' => 'ケ',
        'ヂ' => 'ジ',
        'ヅ' => 'ズ',
        _ => c,
    }
}

fn variants() -> &'static HashMap<char, char> {
    static VARIANTS: OnceLock<HashMap<char, char>> = OnceLock::new();
    VARIANTS.get_or_init(|| {
        let lines = include_str!("../../../../assets/variants.csv").lines().skip(1);
        lines.filter_map(|line| Some((line.chars().next()?, line.chars().nth(2)?))).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_has_one_key() {
        let same = [
            ["髙橋　由美子", "高橋由美子"],
            ["𠮷田 和夫", "吉田和夫"],
            ["葛\u{E0100}城　健二", "葛城 健二"],
            ["渡邊", "渡邉"],
            ["山﨑", "山嵜"],
            ["濵田", "濱田"],
            ["ｻｲﾄｳ ﾊﾅｺ", "さいとう　はなこ"],
            ["ｼﾖｳｺﾞ", "ショウゴ"],
            ["千鶴 チヅル", "千鶴 チズル"],
            ["佐々木", "佐佐木"],
            ["福\u{FA1B}", "\u{FA1B}福"],
            ["ＰＴＡ", "pta"],
            ["栗林町１丁目", "栗林町1丁目"],
        ];
        for [a, b] in same {
            assert_eq!(search_key(a), search_key(b), "{a} and {b}");
        }
        assert_ne!(search_key("大西"), search_key("太西"), "other characters stay apart");
        assert_eq!(search_key("\u{202E}森\u{200B}博"), "森博", "marks that take no room are no part of a name");
    }

    #[test]
    fn the_table_has_no_chains() {
        assert!(variants().len() > 400, "the table was read");
        for (variant, base) in variants() {
            assert_eq!(variants().get(base), None, "{variant} leads to {base}, which must be the end");
        }
    }

    #[test]
    fn numbers_become_half_width() {
        assert_eq!(half_width("０８７－８７８−０６１９"), "087-878-0619");
        assert_eq!(digits("〒７６０－００３３"), "7600033");
    }
}
