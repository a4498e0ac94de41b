//! いくつかの日を一つの欄に: 6/9、7/14 and 6月9日（月）・23日, as they are typed, as papers write them, and as this program tells them.

use crate::text::half_width;

/// The days of a list, each in words of its own: one without its month is of the month before it. Weekdays in brackets and the
/// spaces within a day go: R8. 6. 9 is one day, 6/9 7/14 are two.
pub fn listed(words: &str) -> Vec<String> {
    let mut month = String::new();
    let mut named = |day: &str| {
        let own = named_month(day);
        let told = if own.is_empty() { format!("{month}{day}") } else { day.to_owned() };
        month = named_month(&told).to_owned();
        told
    };
    parted(words).split('、').filter(|day| !day.is_empty()).map(&mut named).collect()
}

/// 6月 of 6月14日～15日, 6/ of 6/9: what a day without it needs in front.
fn named_month(day: &str) -> &str {
    const ENDS: [char; 3] = ['月', '/', '.'];
    let last = day.rsplit('~').find(|part| part.contains(ENDS)).unwrap_or_default();
    last.rfind(ENDS).map_or("", |at| &last[..at + if last[at..].starts_with('月') { '月'.len_utf8() } else { 1 }])
}

/// The words with one mark between two days.
fn parted(words: &str) -> String {
    let mut depth = 0_usize;
    let mut parted = String::new();
    let mut is_spaced = false;
    for c in half_width(words).replace('〜', "~").chars() {
        match c {
            '(' | '[' | '〔' => depth += 1,
            ')' | ']' | '〕' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            ',' | '・' | '･' | '\n' => parted.push('、'),
            c if c.is_whitespace() => is_spaced = true,
            c => {
                let is_next = is_spaced && parted.ends_with(|last: char| last.is_ascii_digit() || last == '日');
                if is_next && !"月火水木金土日年/.-~、".contains(c) {
                    parted.push('、');
                }
                is_spaced = false;
                parted.push(c);
            }
        }
    }
    parted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn v01_the_days_of_a_field_are_told_apart() {
        for (words, expected) in [
            ("6/9", vec!["6/9"]),
            ("R8. 6. 9", vec!["R8.6.9"]),
            ("6/9 (月)", vec!["6/9"]),
            ("6月 9日", vec!["6月9日"]),
            ("6/9 7/14", vec!["6/9", "7/14"]),
            ("６／９、７／１４", vec!["6/9", "7/14"]),
            ("6月9日（月）・23日（月・祝）、7月14日", vec!["6月9日", "6月23日", "7月14日"]),
            ("6/9・23", vec!["6/9", "6/23"]),
            ("R8.6.9、23", vec!["R8.6.9", "R8.6.23"]),
            ("5月31日～6月1日、8日", vec!["5月31日~6月1日", "6月8日"]),
            ("6月9日、6月14日 ～ 15日、6月23日", vec!["6月9日", "6月14日~15日", "6月23日"]),
            (" 、", vec![]),
        ] {
            assert_eq!(listed(words), expected, "{words}");
        }
    }
}
