//! Where a line may end: the Unicode rules in their strict Japanese form (no line starts with 、」ー or a small
//! kana), and beyond them what the field expects: an amount keeps its unit, a date and a number stay whole.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};

/// Written after a number and never parted from it.
const UNITS: &str = "円年月日時分秒人名件回世帯戸班区条項号歳才点枚本台個箇か所ヶカ％%千万億丁番";
/// Written before a number and never parted from it.
const LEADS: &str = "月第約金令和平成昭¥￥№△▲−-";

/// Byte offsets after which a line may end, the end of the text among them. The text holds no line feed.
pub(crate) fn opportunities(text: &str) -> Vec<usize> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    let all = LineSegmenter::new_auto(options).segment_str(text);
    all.filter(|at| *at > 0 && (*at == text.len() || !is_bound(text, *at))).collect()
}

/// Those of the opportunities that part phrases: before an opening bracket, after a closing one, a dot or a blank.
pub(crate) fn phrases(text: &str, opportunities: &[usize]) -> Vec<usize> {
    let between = |at: &usize| {
        let (before, after) = (text[..*at].chars().next_back(), text[*at..].chars().next());
        after.is_none_or(|c| "（(「『【〔".contains(c)) || before.is_some_and(|c| "）)」』】〕・、 　/／".contains(c))
    };
    opportunities.iter().copied().filter(between).collect()
}

/// True when the characters around an offset belong together.
fn is_bound(text: &str, at: usize) -> bool {
    let (before, after) = (text[..at].chars().next_back(), text[at..].chars().next());
    let (Some(before), Some(after)) = (before, after) else { return false };
    (is_digit(before) && (UNITS.contains(after) || is_digit(after))) || (LEADS.contains(before) && is_digit(after))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９' | ',' | '，' | '.')
}

/// Closing marks whose right half is empty: at the end of a line that half may hang over.
pub(crate) fn may_hang(c: char) -> bool {
    "、。，．」』）】〕〉》｝］".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        let mut from = 0;
        let cut = |to: usize| {
            let part = &text[from..to];
            from = to;
            part
        };
        opportunities(text).into_iter().map(cut).collect()
    }

    #[test]
    fn marks_and_small_kana_stay_with_the_letter_before() {
        assert_eq!(parts("ちょっと、「会」。"), ["ちょっ", "と、", "「会」。"]);
        assert_eq!(parts("センター"), ["セ", "ン", "ター"]);
    }

    #[test]
    fn phrases_end_at_brackets_and_dots() {
        let text = "前年差(ポイント)・備考";
        let cuts: Vec<&str> = phrases(text, &opportunities(text)).into_iter().map(|at| &text[..at]).collect();
        assert_eq!(cuts, ["前年差", "前年差(ポイント)・", "前年差(ポイント)・備考"]);
    }

    #[test]
    fn amounts_and_dates_stay_whole() {
        assert_eq!(parts("計10,000円也"), ["計", "10,000円", "也"]);
        assert_eq!(parts("令和7年4月"), ["令", "和7年", "4月"]);
        assert_eq!(parts("5月12日、6月9日"), ["5月12日、", "6月9日"]);
        assert_eq!(parts("第１２条の２"), ["第１２条", "の", "２"]);
    }
}
