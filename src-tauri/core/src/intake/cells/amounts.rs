//! 金額と数のセル

use paper::RawValue;

use super::{Reading, is_blank, text, whole};
use crate::money::{LARGEST_YEN, Yen};
use crate::text::half_width;

/// 円: 1,234円, １，２３４, △500, ▲500, (500), ¥1,000-, 金五千円也 is not read.
pub fn yen(raw: &RawValue) -> Reading<Yen> {
    let amount = match raw {
        RawValue::Number(_) => whole(raw),
        RawValue::Error(_) => return Reading::unread("intake.cell_error"),
        RawValue::NoValue => return Reading::unread("intake.no_value"),
        _ if is_blank(raw) => return Reading::BLANK,
        _ => match amount(&text(raw)) {
            Amount::Dash => return Reading::BLANK,
            Amount::Of(n) => Some(n),
            Amount::None => None,
        },
    };
    match amount.filter(|n| n.abs() <= LARGEST_YEN) {
        Some(n) => Reading::of(Yen(n)),
        None => Reading::unread("intake.amount_unreadable"),
    }
}

/// How an amount is written, where that is not in plain figures: ０円, △0, (0). None for figures with or without commas or a
/// minus sign, for a stroke, and for what is no words at all.
pub fn way_of_writing(raw: &RawValue) -> Option<String> {
    let RawValue::Text(_) = raw else { return None };
    let (words, mut way) = (text(raw), String::new());
    for c in words.chars().filter(|c| !c.is_whitespace() && *c != ',') {
        let sign = match c {
            '0'..='9' => '0',
            '０'..='９' => '０',
            other => other,
        };
        if !way.ends_with(sign) {
            way.push(sign);
        }
    }
    (!["", "0", "-0", "-"].contains(&way.as_str())).then_some(way)
}

enum Amount {
    Of(i64),
    /// A stroke where an amount could stand: nothing.
    Dash,
    None,
}

fn amount(words: &str) -> Amount {
    let plain: String = half_width(words).chars().filter(|c| !c.is_whitespace() && !"¥￥\\".contains(*c)).collect();
    let plain = plain.trim_start_matches('金').trim_end_matches('也').trim_end_matches('円').trim_end_matches(".-");
    if plain.chars().all(|c| "-ーー―".contains(c)) {
        return Amount::Dash;
    }
    let inside = plain.strip_prefix('(').and_then(|p| p.strip_suffix(')'));
    let after_mark = plain.strip_prefix(['△', '▲', '-', '▵', '∆']);
    let (digits, sign) = match inside.or(after_mark) {
        Some(digits) => (digits, -1),
        None => (plain.trim_start_matches('+').trim_end_matches('-'), 1),
    };
    figures(digits).map_or(Amount::None, |n| Amount::Of(sign * n))
}

/// 1234 or 1,234. Commas that part otherwise (12,34) are a slip of the hand or a list: nobody guesses what was meant.
pub fn figures(words: &str) -> Option<i64> {
    let groups: Vec<&str> = words.split([',', '，']).collect();
    let is_group = |(at, group): (usize, &&str)| match at {
        _ if groups.len() == 1 => !group.is_empty(),
        0 => (1..=3).contains(&group.len()),
        _ => group.len() == 3,
    };
    let is_number = groups.iter().enumerate().all(is_group) && groups.concat().chars().all(|c| c.is_ascii_digit());
    if is_number { groups.concat().parse().ok() } else { None }
}

/// A count of households or people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// None when the paper says that nothing is known (未提出).
    pub number: Option<i64>,
    /// 約80, 80名程度
    pub is_rounded: bool,
}

/// 120, 120世帯, 約314名, 未提出.
pub fn count(raw: &RawValue) -> Reading<Count> {
    let number = match raw {
        RawValue::Number(_) => whole(raw),
        RawValue::Error(_) => return Reading::unread("intake.cell_error"),
        RawValue::NoValue => return Reading::unread("intake.no_value"),
        _ if is_blank(raw) => return Reading::BLANK,
        _ => return counted(&text(raw)),
    };
    match number.filter(|n| (0..=10_000_000).contains(n)) {
        Some(n) => Reading::of(Count { number: Some(n), is_rounded: false }),
        None => Reading::unread("intake.count_unreadable"),
    }
}

fn counted(words: &str) -> Reading<Count> {
    const UNKNOWN: [&str; 15] = [
        "未",
        "未提出",
        "未回答",
        "未報告",
        "未定",
        "不明",
        "回答なし",
        "提出なし",
        "報告なし",
        "なし",
        "無し",
        "-",
        "ー",
        "―",
        "－",
    ];
    let half = half_width(words);
    let plain: String = half.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    if UNKNOWN.contains(&plain.as_str()) {
        return Reading::of(Count::default());
    }
    let rounded = ["約", "およそ", "概ね", "おおよそ", "延べ約"].iter().find_map(|mark| plain.strip_prefix(mark));
    let body = rounded.unwrap_or(&plain).trim_start_matches("延べ").trim_start_matches('延');
    let end = body.find(|c: char| !c.is_ascii_digit()).unwrap_or(body.len());
    let about = ["程度", "ほど", "前後", "余", "弱", "強", "くらい", "ぐらい", "以上"]
        .iter()
        .any(|mark| body[end..].contains(mark));
    let unit =
        body[end..].trim_start_matches(['世', '帯', '戸', '人', '名', '軒', '件', '班', '組', '区', '回', '台', '部']);
    let is_plain = unit.is_empty() || about || unit.starts_with('(');
    match body[..end].parse() {
        Ok(n) if is_plain => Reading::of(Count { number: Some(n), is_rounded: rounded.is_some() || about }),
        _ => match heads(&plain) {
            Some(n) => {
                let count = Count { number: Some(n), is_rounded: plain.contains('約') };
                let is_one = plain.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).count() == 1;
                if is_one { Reading::of(count) } else { Reading::doubt(count, "intake.count_put_together") }
            }
            None => Reading::unread("intake.count_unreadable"),
        },
    }
}

/// Heads counted piece by piece: 大人30・子ども20 is 50, 18組36名 is 36, スタッフ20名 is 20, 計50名(大人30・子ども20) is 50.
/// None where the numbers may be anything else.
fn heads(words: &str) -> Option<i64> {
    const OTHER: [char; 30] = [
        '→', '⇒', '~', '～', '〜', '-', '−', '－', '/', ':', '.', '年', '月', '日', '時', '分', '歳', '代', '回', '円',
        '%', '第', '×', 'x', '*', '=', '¥', '後', '前', '未',
    ];
    let words = without_shares(words);
    if words.contains(OTHER) {
        return None;
    }
    let mut found: Vec<(i64, char, bool)> = Vec::new();
    let mut rest = words.as_str();
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let is_sum = rest[..at].trim_end_matches('約').ends_with('計');
        let end = rest[at..].find(|c: char| !c.is_ascii_digit()).map_or(rest.len(), |length| at + length);
        found.push((rest[at..end].parse().ok()?, rest[end..].chars().next().unwrap_or(' '), is_sum));
        rest = &rest[end..];
    }
    if let Some((sum, ..)) = found.iter().find(|(_, _, is_sum)| *is_sum) {
        return Some(*sum);
    }
    let has_heads = found.iter().any(|(_, unit, _)| matches!(unit, '名' | '人'));
    let counts = |unit: char| matches!(unit, '名' | '人') || !(has_heads && "組家世チ台班戸団".contains(unit));
    (!found.is_empty()).then(|| found.iter().filter(|(_, unit, _)| counts(*unit)).map(|(n, ..)| n).sum())
}

/// Without what is a part of the rest: (うち子ども10名).
fn without_shares(words: &str) -> String {
    let Some((before, after)) = ["(うち", "(内", "うち"].iter().find_map(|mark| words.split_once(mark)) else {
        return words.to_owned();
    };
    format!("{before}{}", after.split_once(')').map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_cell(words: &str) -> RawValue {
        RawValue::Text(words.into())
    }

    #[test]
    fn amounts_as_written() {
        for (words, amount) in [
            ("1,234", 1_234),
            ("１，２３４円", 1_234),
            ("△500", -500),
            ("▲ 500", -500),
            ("(500)", -500),
            ("－500", -500),
            ("¥1,000-", 1_000),
            ("￥1,000.-", 1_000),
            ("金 12,000円也", 12_000),
            ("1,234,567", 1_234_567),
            ("１，２３４", 1_234),
            ("0", 0),
        ] {
            assert_eq!(yen(&text_cell(words)), Reading::of(Yen(amount)), "{words}");
        }
        for words in ["", "　", "-", "―"] {
            assert_eq!(yen(&text_cell(words)), Reading::BLANK, "{words}");
        }
        for words in ["12,34", "1,2,3", "1,", ",123", "1234,567", "△1,00", "1,,234"] {
            assert_eq!(yen(&text_cell(words)), Reading::unread("intake.amount_unreadable"), "{words}");
        }
        for raw in
            [text_cell("1,2円3"), text_cell("99999999999999999999"), RawValue::Number(0.1), RawValue::Number(1e308)]
        {
            assert_eq!(yen(&raw), Reading::unread("intake.amount_unreadable"), "{raw:?}");
        }
        assert_eq!(yen(&RawValue::Number(5_022_000.0)), Reading::of(Yen(5_022_000)));
        assert_eq!(yen(&RawValue::NoValue), Reading::unread("intake.no_value"));
    }

    #[test]
    fn an_amount_in_other_than_plain_figures_says_how_it_is_written() {
        for (words, way) in [
            ("１，２３４円", "０，０円"),
            ("１,２３４円", "０円"),
            ("1,234円", "0円"),
            ("△500", "△0"),
            ("△1,000", "△0"),
            ("▲ 500", "▲0"),
            ("(500)", "(0)"),
            ("¥1,000-", "¥0-"),
        ] {
            assert_eq!(way_of_writing(&text_cell(words)).as_deref(), Some(way), "{words}");
        }
        for plain in [
            text_cell("1,234"),
            text_cell(" 500 "),
            text_cell("-500"),
            text_cell("-"),
            text_cell(""),
            RawValue::Number(-500.0),
        ] {
            assert_eq!(way_of_writing(&plain), None, "{plain:?}");
        }
    }

    #[test]
    fn counts_as_written() {
        for (words, number, is_rounded) in [
            ("120世帯", Some(120), false),
            ("約80", Some(80), true),
            ("約314名", Some(314), true),
            ("１９３人", Some(193), false),
            ("80名程度", Some(80), true),
            ("1,200", Some(1_200), false),
            ("延べ45人", Some(45), false),
            ("スタッフ20名", Some(20), false),
            ("未提出", None, false),
            ("－", None, false),
        ] {
            assert_eq!(count(&text_cell(words)), Reading::of(Count { number, is_rounded }), "{words}");
        }
        for words in ["多数", "30～40名", "45/50", "第3回", "10時30分"] {
            assert_eq!(count(&text_cell(words)), Reading::unread("intake.count_unreadable"), "{words}");
        }
        for (words, number) in [
            ("大人30・子ども20", 50),
            ("選手64名、応援12名", 76),
            ("18組36名", 36),
            ("合計50名（大人30・子ども20）", 50),
            ("大人30名（うち役員5名）・子ども20名", 50),
        ] {
            let read = Reading::doubt(Count { number: Some(number), is_rounded: false }, "intake.count_put_together");
            assert_eq!(count(&text_cell(words)), read, "{words}");
        }
        assert_eq!(count(&RawValue::Number(48.0)).value.and_then(|c| c.number), Some(48));
        assert_eq!(count(&RawValue::Number(0.5)).issue, Some("intake.count_unreadable"));
    }
}
