//! 時刻: the time of day beside a date says nothing about the day.

/// 6月14日(土) 10:00～13:00 as 6月14日(土) ～. The words come in half width.
pub(super) fn without_times(words: &str) -> String {
    let characters: Vec<char> = words.chars().collect();
    let mut kept = String::new();
    let mut at = 0;
    while at < characters.len() {
        let length = time_at(&characters[at..]);
        let is_within = at > 0 && characters[at - 1].is_ascii_digit() && characters[at].is_ascii_digit();
        if length > 0 && !is_within {
            at += length;
        } else {
            kept.push(characters[at]);
            at += 1;
        }
    }
    kept
}

/// How many characters a time takes here; 0 where there is none: 10:00, 9:00:00, 午前9時30分, 13時, 9時半, 正午.
fn time_at(rest: &[char]) -> usize {
    let is = |at: usize, word: &str| {
        rest.get(at..at + word.chars().count()).is_some_and(|r| r.iter().copied().eq(word.chars()))
    };
    let half_day = if ["午前", "午後", "正午"].iter().any(|word| is(0, word)) { 2 } else { 0 };
    let digits = |at: usize| rest.iter().skip(at).take_while(|c| c.is_ascii_digit()).count();
    let hour = digits(half_day);
    let mut end = half_day + hour;
    if !(1..=2).contains(&hour) {
        return half_day;
    }
    match rest.get(end) {
        Some(':') => {
            while is(end, ":") && digits(end + 1) == 2 {
                end += 3;
            }
            if end > half_day + hour { end } else { half_day }
        }
        Some('時') => {
            end += 1;
            let minutes = digits(end);
            match () {
                () if is(end, "半") => end + 1,
                () if minutes > 0 && is(end + minutes, "分") => end + minutes + 1,
                () => end,
            }
        }
        _ => half_day,
    }
}

#[cfg(test)]
mod tests {
    use super::without_times;

    #[test]
    fn only_times_go() {
        for (words, kept) in [
            ("6月14日(土)10:00~13:00", "6月14日(土)~"),
            ("10月5日 午前9時30分~正午", "10月5日 ~"),
            ("7/26 9:00~7/27 15:00", "7/26 ~7/27 "),
            ("S25.6.26", "S25.6.26"),
            ("12", "12"),
        ] {
            assert_eq!(without_times(words), kept);
        }
    }
}
