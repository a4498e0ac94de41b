//! 「12、15-20、33」: numbers typed one after the other, as slips lie in a pile.

use crate::text::half_width;
use crate::{Error, Result};

/// More at once are a slip of the finger.
const MOST: usize = 100_000;

/// The numbers that were typed, in their order. What is no number, a range that runs backwards and a number that stands twice
/// are refused, with what is meant; nothing is dropped.
pub fn numbers(typed: &str) -> Result<Vec<i64>> {
    let unreadable =
        |part: &str| Error::refused("meetings.numbers_unreadable").with("field", "numbers").with("typed", part);
    let plain = half_width(typed);
    let is_between = |c: char| c.is_whitespace() || [',', '、', '，', '。', '.', '・', '､', ';'].contains(&c);
    let mut found: Vec<i64> = Vec::new();
    for part in plain.split(is_between).filter(|part| !part.is_empty()) {
        let mut ends = part.split(['-', '~', '〜', '～', '−', 'ー', '―', '‐']);
        let number = |word: &str| word.trim_start_matches("No").parse::<i64>().ok().filter(|number| *number > 0);
        let (first, last) = match (ends.next().and_then(number), ends.next(), ends.next()) {
            (Some(only), None, _) => (only, only),
            (Some(first), Some(last), None) => (first, number(last).ok_or_else(|| unreadable(part))?),
            _ => return Err(unreadable(part)),
        };
        if last < first || (last - first) as usize > MOST || found.len() > MOST {
            return Err(unreadable(part));
        }
        found.extend(first..=last);
    }
    if found.is_empty() {
        return Err(Error::refused("meetings.numbers_missing").with("field", "numbers"));
    }
    let twice = repeated(&found);
    if twice.is_empty() {
        Ok(found)
    } else {
        Err(Error::refused("meetings.number_twice").with("field", "numbers").with("numbers", listed(&twice)))
    }
}

fn repeated(numbers: &[i64]) -> Vec<i64> {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    let mut twice: Vec<i64> = sorted.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    twice.dedup();
    twice
}

/// 3、5〜9、12 of some numbers; long lists are cut after the first ranges, and say how many there are.
pub fn listed(numbers: &[i64]) -> String {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    let mut ranges: Vec<(i64, i64)> = Vec::new();
    for number in sorted {
        match ranges.last_mut() {
            Some((_, last)) if number <= *last + 1 => *last = number,
            _ => ranges.push((number, number)),
        }
    }
    let shown = |(first, last): &(i64, i64)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}、{last}"),
        _ => format!("{first}〜{last}"),
    };
    let first: Vec<String> = ranges.iter().take(8).map(shown).collect();
    let rest =
        if ranges.len() > first.len() { format!(" ほか（全部で{}）", numbers.len()) } else { String::new() };
    format!("{}{rest}", first.join("、"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_typed() {
        assert_eq!(numbers("12, 15-20, 33").unwrap(), [12, 15, 16, 17, 18, 19, 20, 33]);
        assert_eq!(numbers("３、５〜７　９").unwrap(), [3, 5, 6, 7, 9]);
        assert_eq!(numbers("1-3\n8").unwrap(), [1, 2, 3, 8]);
    }

    #[test]
    fn what_cannot_be_meant_is_told_and_nothing_is_dropped() {
        for (typed, code) in [
            ("12, あ, 14", "meetings.numbers_unreadable"),
            ("20-15", "meetings.numbers_unreadable"),
            ("1-2-3", "meetings.numbers_unreadable"),
            ("0", "meetings.numbers_unreadable"),
            ("1-999999999", "meetings.numbers_unreadable"),
            (" 、 ", "meetings.numbers_missing"),
            ("3, 1-5, 9, 9", "meetings.number_twice"),
        ] {
            assert_eq!(numbers(typed).unwrap_err().code, code, "{typed}");
        }
        assert_eq!(numbers("3, 1-5, 9, 9").unwrap_err().params["numbers"], "3、9");
    }

    #[test]
    fn numbers_are_listed_as_ranges() {
        assert_eq!(listed(&[9, 5, 6, 7, 12, 13, 3]), "3、5〜7、9、12、13");
    }
}
