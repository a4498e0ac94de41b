//! What is written across, as it is written from top to bottom: numbers in kanji or as upright digits, letters in
//! their full width, dashes that stand.

use paper::Numerals;

const KANJI: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A part of a line from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Letters below each other.
    Column(String),
    /// 縦中横: two digits beside each other in the room of one letter.
    Pair(String),
}

/// Words for a line from top to bottom. Two half-width digits that remain stand beside each other.
pub(super) fn upright(text: &str, numerals: Numerals) -> String {
    let letters: Vec<char> = text.trim().chars().map(narrow_digit).collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let number: String = letters[at..].iter().take_while(|c| c.is_ascii_digit()).collect();
        if number.is_empty() {
            out.push(wide(letters[at], out.chars().next_back().is_some_and(is_number)));
            at += 1;
        } else {
            out.push_str(&number_down(&number, numerals));
            at += number.len();
        }
    }
    out
}

/// Parts of a line that is ready to be set.
pub(super) fn parts(line: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for c in line.chars() {
        match (c.is_ascii_digit(), parts.last_mut()) {
            (true, Some(Part::Pair(pair))) if pair.len() == 1 => pair.push(c),
            (true, _) => parts.push(Part::Pair(c.to_string())),
            (false, Some(Part::Column(column))) => column.push(c),
            (false, _) => parts.push(Part::Column(c.to_string())),
        }
    }
    parts
}

fn number_down(digits: &str, numerals: Numerals) -> String {
    match (numerals, digits.len()) {
        (Numerals::Kanji, _) => kanji(digits),
        (Numerals::Digits, 2) => digits.to_owned(),
        (Numerals::Digits, _) => digits.chars().map(full_width).collect(),
    }
}

/// 15 as 十五, 20 as 二十, 203 as 二〇三, 07 as 〇七: as addresses are written by hand.
fn kanji(digits: &str) -> String {
    let digit = |c: char| KANJI[c.to_digit(10).unwrap_or_default() as usize];
    match digits.as_bytes() {
        [tens @ b'1'..=b'9', ones] => {
            let tens = if *tens == b'1' { String::new() } else { digit(char::from(*tens)).to_string() };
            let ones = if *ones == b'0' { String::new() } else { digit(char::from(*ones)).to_string() };
            format!("{tens}十{ones}")
        }
        _ => digits.chars().map(digit).collect(),
    }
}

fn is_number(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || c == '十' || KANJI.contains(&c)
}

fn narrow_digit(c: char) -> char {
    if ('０'..='９').contains(&c) { char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c) } else { c }
}

/// A letter that stands: full width, and a dash behind a number as the sign that has an upright form.
fn wide(c: char, after_number: bool) -> char {
    match c {
        '-' | '－' | '‐' | '‑' | '–' | '—' | '―' | '−' => '−',
        'ー' if after_number => '−',
        ' ' => '\u{3000}',
        '!'..='~' => full_width(c),
        _ => c,
    }
}

fn full_width(c: char) -> char {
    char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stand_as_they_are_written_by_hand() {
        let kanji = |text| upright(text, Numerals::Kanji);
        assert_eq!(kanji("高松市桜町1丁目8番15号"), "高松市桜町一丁目八番十五号");
        assert_eq!(kanji("桜町２-10-203 コーポABC"), "桜町二−十−二〇三　コーポＡＢＣ");
        assert_eq!(kanji("センター通り3ー20"), "センター通り三−二十", "the long sign of a word stays");
        let digits = |text| upright(text, Numerals::Digits);
        assert_eq!(digits("桜町1丁目8番15号"), "桜町１丁目８番15号");
        assert_eq!(digits("コーポ203号"), "コーポ２０３号");
    }

    #[test]
    fn two_digits_stand_beside_each_other() {
        let parts = parts(&upright("8番15号", Numerals::Digits));
        let column = |text: &str| Part::Column(text.into());
        assert_eq!(parts, [column("８番"), Part::Pair("15".into()), column("号")]);
    }
}
