//! 番号: the numbers and codes that papers put before the names of items.

/// Leading 1. (1) ① 2-03 Ⅰ and blanks are the paper's, not the item's; the count of leading blanks shows the level.
pub fn strip_number(name: &str) -> (usize, &str) {
    let text = name.trim_start_matches([' ', '　', '\t']);
    let indent = name.chars().count() - text.chars().count();
    (indent, strip_enumerator(text).trim())
}

fn is_code(c: char) -> bool {
    c.is_numeric() || matches!(c, '-' | '－')
}

fn strip_enumerator(text: &str) -> &str {
    let is_mark = |c: char| ('①'..='⑳').contains(&c) || ('Ⅰ'..='Ⅻ').contains(&c);
    if text.starts_with(is_mark) {
        return text.trim_start_matches(is_mark).trim_start_matches(SEPARATORS);
    }
    let open = text.trim_start_matches(['(', '（']);
    let code =
        open.strip_prefix(|c: char| c.is_ascii_uppercase()).filter(|code| code.starts_with(is_code)).unwrap_or(open);
    let rest = code.trim_start_matches(is_code);
    let is_numbered =
        rest.len() < code.len() && rest.starts_with(SEPARATORS) && !rest.trim_start_matches(SEPARATORS).is_empty();
    if is_numbered { rest.trim_start_matches(SEPARATORS) } else { text }
}

const SEPARATORS: [char; 8] = ['.', '．', '、', ')', '）', ' ', '　', ':'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbering_is_taken_off_but_numbers_in_names_stay() {
        let cases = [
            ("１．会費", "会費"),
            ("(1) 防災訓練事業", "防災訓練事業"),
            ("①祭り", "祭り"),
            ("100周年記念事業", "100周年記念事業"),
            ("Ⅱ　事業費", "事業費"),
            ("2", "2"),
            ("2-03 消耗品費", "消耗品費"),
            ("A01:会費", "会費"),
            ("PTA 補助", "PTA 補助"),
            ("-", "-"),
        ];
        for (written, name) in cases {
            assert_eq!(strip_number(written), (0, name));
        }
        assert_eq!(strip_number("　　防犯"), (2, "防犯"));
    }
}
