//! What is written across, as it is written from top to bottom: numbers in kanji or as upright digits, Latin
//! words on their side, single letters and short words of capitals upright, dashes and brackets in their standing forms.

use paper::Numerals;

/// The only dash that the fonts stand upright as a stroke: a lying one would read as 一 between two numbers.
const DASH: char = '‐';
/// A blank at which no line ends.
const BOND: char = '\u{A0}';
/// What may stand between the letters of a Latin run.
const JOINTS: [char; 7] = [' ', '.', ',', '\'', '’', '-', '&'];
/// A word of so many capitals stands letter by letter; a longer one lies on its side.
const MOST_CAPITALS: usize = 4;
const KANJI: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A part of a line from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Letters below each other.
    Column(String),
    /// 縦中横: two digits beside each other in the room of one letter.
    Pair(String),
}

/// Words for a line from top to bottom. Two half-width digits that remain stand beside each other, Latin letters that
/// remain lie on their side.
pub(super) fn upright(text: &str, numerals: Numerals) -> String {
    let letters: Vec<char> = text.trim().chars().map(narrow).collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(first) = letters.get(at) {
        let rest = &letters[at..];
        let (digits, latin) = (rest.iter().take_while(|c| c.is_ascii_digit()).count(), latin_run(rest));
        if digits > 0 {
            out.push_str(&number_down(&rest[..digits].iter().collect::<String>(), numerals));
        } else if latin > 0 && stands(&rest[..latin]) {
            out.extend(rest[..latin].iter().copied().map(full_width));
        } else if latin > 0 {
            out.extend(rest[..latin].iter().map(|c| if *c == ' ' { BOND } else { *c }));
        } else if !(*first == ' ' && out.ends_with('、')) {
            out.push(wide(*first, out.chars().next_back().is_some_and(is_number)));
        }
        at += digits.max(latin).max(1);
    }
    out
}

/// How many characters a run of Latin words takes from its first letter to its last, with the point of an abbreviation.
fn latin_run(letters: &[char]) -> usize {
    if !letters.first().is_some_and(|c| is_latin(*c)) {
        return 0;
    }
    let reach = letters.iter().take_while(|c| is_latin(**c) || JOINTS.contains(*c)).count();
    let last = letters[..reach].iter().rposition(|c| is_latin(*c)).map_or(0, |at| at + 1);
    last + usize::from(last > 1 && letters.get(last) == Some(&'.'))
}

/// One letter, or a short word of capitals (NPO), stands letter by letter.
fn stands(run: &[char]) -> bool {
    run.len() == 1 && run[0].is_ascii() || run.len() <= MOST_CAPITALS && run.iter().all(char::is_ascii_uppercase)
}

/// Letters of the Latin alphabet with all their marks.
fn is_latin(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'a'..='z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24F}' | '\u{300}'..='\u{36F}' | '\u{1E00}'..='\u{1EFF}')
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

/// Digits and letters of full width in half width.
fn narrow(c: char) -> char {
    let is_wide = matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    if is_wide { char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c) } else { c }
}

/// A letter that stands: full width, and a dash behind a number as the sign that has an upright form.
fn wide(c: char, after_number: bool) -> char {
    match c {
        '-' | '－' | '‐' | '‑' | '–' | '—' | '―' | '−' => DASH,
        'ー' if after_number => DASH,
        ',' | '，' => '、',
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
        assert_eq!(kanji("桜町２-10-203 コーポABC"), "桜町二‐十‐二〇三　コーポＡＢＣ");
        assert_eq!(kanji("センター通り3ー20"), "センター通り三‐二十", "the long sign of a word stays");
        let digits = |text| upright(text, Numerals::Digits);
        assert_eq!(digits("桜町1丁目8番15号"), "桜町１丁目８番15号");
        assert_eq!(digits("コーポ203号"), "コーポ２０３号");
    }

    #[test]
    fn latin_words_stay_together_and_short_capitals_stand() {
        let kanji = |text| upright(text, Numerals::Kanji);
        assert_eq!(kanji("１-2 Sunny Court 203"), "一‐二　Sunny\u{A0}Court　二〇三");
        assert_eq!(kanji("ＳＵＮＮＹ　Ａ-101(西棟)"), "SUNNY　Ａ‐一〇一（西棟）");
        assert_eq!(kanji("St. Mary's No.5, Ｂ棟"), "St.\u{A0}Mary's\u{A0}No.五、Ｂ棟");
        assert_eq!(kanji("NPO法人 見本"), "ＮＰＯ法人　見本");
        assert_eq!(kanji("Nguyễn Thị Ngọc　様"), "Nguyễn\u{A0}Thị\u{A0}Ngọc　様");
    }

    #[test]
    fn two_digits_stand_beside_each_other() {
        let parts = parts(&upright("8番15号", Numerals::Digits));
        let column = |text: &str| Part::Column(text.into());
        assert_eq!(parts, [column("８番"), Part::Pair("15".into()), column("号")]);
    }
}
