//! 漢数字: as they stand in addresses and old dates.

/// 二十三 as 23, 〇五 as 5, 百二 as 102; none for anything else.
pub fn number_of_kanji(text: &str) -> Option<u32> {
    if text.is_empty() {
        return None;
    }
    let (mut total, mut digit) = (0u32, None::<u32>);
    for c in text.chars() {
        match (value(c)?, digit) {
            (unit @ (10 | 100 | 1000), d) => {
                total = total.checked_add(unit * d.unwrap_or(1))?;
                digit = None;
            }
            (n, None) => digit = Some(n),
            (n, Some(d)) => digit = Some(d.checked_mul(10)?.checked_add(n)?),
        }
    }
    total.checked_add(digit.unwrap_or(0))
}

/// 25 as 二十五, 100 as 百, 1003 as 千三, 0 as 〇; none from 10,000 on.
pub fn kanji_of_number(number: u32) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    const UNITS: [&str; 4] = ["千", "百", "十", ""];
    if number >= 10_000 {
        return None;
    }
    if number == 0 {
        return Some("〇".to_owned());
    }
    let digits = format!("{number:04}");
    let part = |(c, unit): (char, &&str)| match (c.to_digit(10).unwrap_or_default() as usize, *unit) {
        (0, _) => String::new(),
        (1, unit) if !unit.is_empty() => unit.to_owned(),
        (digit, unit) => format!("{}{unit}", DIGITS[digit]),
    };
    Some(digits.chars().zip(UNITS.iter()).map(part).collect())
}

fn value(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' | '壱' => 1,
        '二' | '弐' => 2,
        '三' | '参' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{kanji_of_number, number_of_kanji};

    #[test]
    fn kanji_numbers_are_read() {
        for (text, n) in
            [("一", 1), ("十", 10), ("十二", 12), ("二十三", 23), ("四四", 44), ("百二", 102), ("二〇二五", 2025)]
        {
            assert_eq!(number_of_kanji(text), Some(n), "{text}");
        }
        for number in 1..10_000 {
            let kanji = kanji_of_number(number).unwrap();
            assert_eq!(number_of_kanji(&kanji), Some(number), "{kanji}");
        }
        assert_eq!((kanji_of_number(125), kanji_of_number(10_000)), (Some("百二十五".to_owned()), None));
        assert_eq!(number_of_kanji("栗林"), None);
        assert_eq!(number_of_kanji("九九九九九九九九九九九九"), None, "too large is no number");
    }
}
