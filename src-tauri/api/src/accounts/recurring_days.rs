//! 毎月25日: in which months and on which day something recurs, as it is typed and as it is said.

use office::calendar::YearStart;
use office::text;

/// 毎月 or 4・10月
pub(super) fn months_label(months: &[u32]) -> String {
    if months.len() == 12 {
        return "毎月".to_owned();
    }
    let each: Vec<String> = months.iter().map(u32::to_string).collect();
    format!("{}月", each.join("・"))
}

/// 25日 or 末日
pub(super) fn day_label(day: u32) -> String {
    if day == 31 { "末日".to_owned() } else { format!("{day}日") }
}

/// 毎月, or the months that are named (4、10 or 4月・10月 or 4～6月) in the order of the council's year, each once.
pub(super) fn months(typed: &str) -> Option<Vec<u32>> {
    let plain = text::half_width(typed.trim());
    if plain.is_empty() || plain.contains('毎') {
        return Some(YearStart::own().months().collect());
    }
    let plain = plain.replace("から", "~").replace(['～', '〜', '-', '－', 'ー', '―', '–'], "~");
    let plain = ["月~", " ~", "~ "].into_iter().fold(plain, |plain, gap| plain.replace(gap, "~"));
    let parts = plain.split(|c: char| !c.is_ascii_digit() && c != '~').filter(|part| !part.is_empty());
    let named: Vec<u32> = parts.map(span).collect::<Option<Vec<_>>>()?.concat();
    Some(YearStart::own().months().filter(|month| named.contains(month)).collect())
}

/// 4, or 11~2 with the months between.
fn span(part: &str) -> Option<Vec<u32>> {
    let month = |text: &str| text.parse::<u32>().ok().filter(|month| (1..=12).contains(month));
    let (first, last) = part.split_once('~').unwrap_or((part, part));
    let (first, last) = (month(first)?, month(last)?);
    let count = (last + 12 - first) % 12;
    Some((0..=count).map(|n| (first + n - 1) % 12 + 1).collect())
}

/// 25, 25日 or 末日
pub(super) fn day(typed: &str) -> Option<u32> {
    let plain = text::half_width(typed.trim());
    if plain.contains('末') { Some(31) } else { plain.trim_end_matches('日').parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_one_by_one_and_from_one_to_another() {
        for (typed, read) in [
            ("4、10", &[4, 10][..]),
            ("10月・4月", &[4, 10]),
            ("4～6", &[4, 5, 6]),
            ("4月から6月", &[4, 5, 6]),
            ("１１〜２月", &[11, 12, 1, 2]),
            ("4-5, 9", &[4, 5, 9]),
            ("4月 6月", &[4, 6]),
        ] {
            assert_eq!(months(typed).as_deref(), Some(read), "{typed}");
        }
        assert_eq!(months("毎月").map(|all| all.len()), Some(12));
        for typed in ["13", "4～", "～6", "4～13", "4～5～6"] {
            assert_eq!(months(typed), None, "{typed}");
        }
    }
}
