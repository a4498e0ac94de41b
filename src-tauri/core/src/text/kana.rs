//! フリガナ: full-width katakana whatever it was typed in.

use super::search_key::{compatible, gathered};

/// ｻｲﾄｳ and さいとう as サイトウ; spaces stay, other characters as they are.
pub fn katakana(text: &str) -> String {
    let plain = compatible(text);
    gathered(&plain, plain.chars().map(to_katakana))
}

fn to_katakana(c: char) -> char {
    match c {
        '\u{3041}'..='\u{3096}' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
        '-' | '−' | '‐' | '―' => 'ー',
        _ => c,
    }
}

/// True for words written in kana alone, in any width.
pub fn is_kana(text: &str) -> bool {
    let mut some = false;
    let all = text.chars().filter(|c| !c.is_whitespace()).all(|c| {
        some = true;
        matches!(c, '\u{3041}'..='\u{309E}' | '\u{30A1}'..='\u{30FE}' | '\u{FF66}'..='\u{FF9F}')
    });
    some && all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_become_katakana() {
        assert_eq!(katakana("ｿｺﾞｳ ﾏｻﾙ"), "ソゴウ マサル");
        assert_eq!(katakana("わたなべ たけし"), "ワタナベ タケシ");
        assert_eq!(katakana("オ−ノ"), "オーノ");
    }

    #[test]
    fn kana_is_told_from_names() {
        assert!(is_kana("ｵﾋﾞｶ ﾊﾅｺ") && is_kana("やまざき　りん") && is_kana("オーノ"));
        assert!(!is_kana("山﨑 りん") && !is_kana("　"));
    }
}
