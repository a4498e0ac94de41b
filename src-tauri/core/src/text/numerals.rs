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
    use super::number_of_kanji;

    #[test]
    fn kanji_numbers_are_read() {
        for (text, n) in
            [("一", 1), ("十", 10), ("十二", 12), ("二十三", 23), ("四四", 44), ("百二", 102), ("二〇二五", 2025)]
        {
            assert_eq!(number_of_kanji(text), Some(n), "{text}");
        }
        assert_eq!(number_of_kanji("栗林"), None);
        assert_eq!(number_of_kanji("九九九九九九九九九九九九"), None, "too large is no number");
    }
}
