//! 見出しの言葉: what of a heading counts: not its widths, spaces, brackets and units.

use crate::text::search_key;

/// Headings without widths, spaces, brackets and dots.
pub(crate) fn fold(heading: &str) -> String {
    search_key(heading).chars().filter(|c| !"()[]{}【】〔〕「」『』<>《》:;*※.,、。/|'\"_".contains(*c)).collect()
}

/// True for a heading with words in brackets: 参加者（大人）.
pub(crate) fn is_bracketed(heading: &str) -> bool {
    brackets(heading).is_some()
}

fn brackets(heading: &str) -> Option<(usize, usize)> {
    let open = heading.find(['(', '（', '[', '【'])?;
    let close = open + heading[open..].find([')', '）', ']', '】'])?;
    Some((open, close))
}

/// What stands in brackets, unless it is only the unit: (円).
pub(super) fn inside_brackets(heading: &str) -> Option<String> {
    let (open, close) = brackets(heading)?;
    let inside: String = heading[open..close].chars().skip(1).collect();
    (!is_unit(&inside)).then_some(inside)
}

fn is_unit(words: &str) -> bool {
    ["円", "千円", "人", "名", "世帯", "戸", "%", "％"].contains(&words.trim())
}

/// 計 under 加入世帯数, beside 持家 and 借家.
pub(crate) fn is_whole_of_parts(heading: &str) -> bool {
    ["計", "合計", "総計", "総数", "全体"].contains(&fold(heading).as_str())
}

/// 役職等 and 備考欄 are 役職 and 備考.
pub(super) fn without_ending(heading: &str) -> Option<&str> {
    ["など", "等", "欄"].iter().find_map(|end| heading.trim_end().strip_suffix(end))
}

pub(super) fn without_brackets(heading: &str) -> String {
    let Some((open, close)) = brackets(heading) else { return heading.to_owned() };
    let after = heading[close..].chars().skip(1).collect::<String>();
    format!("{}{after}", &heading[..open])
}

/// お預け入れ金額 and お支払い as 預入金額 and 支払: how the endings are written does not matter.
pub(super) fn without_kana(heading: &str) -> Option<String> {
    let is_kana = |c: &char| ('ぁ'..='ん').contains(c);
    let rest: String = heading.chars().filter(|c| !is_kana(c)).collect();
    (rest.chars().count() >= 2 && rest.len() < heading.len()).then_some(rest)
}

/// 役職１, 役職②
pub(super) fn without_number(heading: &str) -> Option<&str> {
    let rest = heading.trim_end().trim_end_matches(char::is_numeric);
    (rest.len() < heading.trim_end().len() && !rest.is_empty()).then_some(rest)
}
