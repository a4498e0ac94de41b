//! CSV that a Japanese Excel opens by a double click: UTF-8 with its mark and CRLF, or the old encoding where a city's
//! system asks for it. What the old encoding cannot hold is told, never replaced in silence.

use encoding_rs::SHIFT_JIS;

/// Marks the file as UTF-8 for Excel.
const MARK: &str = "\u{FEFF}";

/// Lines of cells as UTF-8.
pub fn csv(lines: &[Vec<String>]) -> Vec<u8> {
    format!("{MARK}{}", written(lines)).into_bytes()
}

/// Lines of cells in CP932; none when some character cannot be held (see [`unheld`]).
pub fn csv_cp932(lines: &[Vec<String>]) -> Option<Vec<u8>> {
    let text = held_forms(&written(lines));
    let (bytes, _, has_failed) = SHIFT_JIS.encode(&text);
    (!has_failed).then(|| bytes.into_owned())
}

/// The characters of a text that CP932 cannot hold, each with its selector, in their order and once.
pub fn unheld(text: &str) -> Vec<String> {
    let text = held_forms(text);
    let mut found: Vec<String> = Vec::new();
    let mut before = String::new();
    for c in text.chars() {
        if is_selector(c) {
            before.push(c);
            push_once(&mut found, before.clone());
        } else if SHIFT_JIS.encode(c.encode_utf8(&mut [0; 4])).2 {
            push_once(&mut found, c.to_string());
        }
        before = c.to_string();
    }
    found.retain(|one| !found_with_selector(one, &text));
    found
}

fn push_once(found: &mut Vec<String>, one: String) {
    if !found.contains(&one) {
        found.push(one);
    }
}

/// True for a bare character that only occurs with a selector behind it, which is told as one.
fn found_with_selector(one: &str, text: &str) -> bool {
    let mut chars = one.chars();
    let (Some(base), None) = (chars.next(), chars.next()) else { return false };
    let letters: Vec<char> = text.chars().collect();
    letters
        .iter()
        .enumerate()
        .filter(|(_, c)| **c == base)
        .all(|(at, _)| letters.get(at + 1).copied().is_some_and(is_selector))
}

fn is_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Signs that CP932 holds under another code point.
fn held_forms(text: &str) -> String {
    let held = |c: char| match c {
        '〜' => '～',
        '—' => '―',
        '‖' => '∥',
        _ => c,
    };
    text.chars().map(held).collect()
}

fn written(lines: &[Vec<String>]) -> String {
    let line = |cells: &Vec<String>| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",") + "\r\n";
    lines.iter().map(line).collect()
}

/// A cell in quotes. What Excel would take for a formula is given the mark that keeps it words.
fn quoted(cell: &str) -> String {
    let mark = if is_formula(cell) { "'" } else { "" };
    format!("\"{mark}{}\"", cell.replace('"', "\"\""))
}

/// A minus is one of a number only before digits: -1-2 would be worked out.
fn is_formula(cell: &str) -> bool {
    match cell.strip_prefix('-') {
        Some(rest) => rest.chars().any(|c| !c.is_ascii_digit() && !matches!(c, '.' | ',')),
        None => cell.starts_with(['=', '+', '@', '\t', '\r']),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(cells: &[&str]) -> Vec<Vec<String>> {
        vec![cells.iter().map(|cell| (*cell).to_owned()).collect()]
    }

    #[test]
    fn excel_opens_it_by_a_double_click() {
        let bytes = csv(&lines(&["氏名", "087-000-0000", "一\"二", "=1+1", "-5", "𠮷田"]));
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text, "\u{FEFF}\"氏名\",\"087-000-0000\",\"一\"\"二\",\"'=1+1\",\"-5\",\"𠮷田\"\r\n");
    }

    #[test]
    fn nothing_is_worked_out_when_excel_opens_it() {
        for formula in ["=1+1", "+81-87", "-1-2", "-1+cmd|'/C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "- 1", "-A1"] {
            let text = String::from_utf8(csv(&lines(&[formula]))).unwrap();
            assert!(text.starts_with("\u{FEFF}\"'"), "{formula}");
        }
        for words in ["-", "-5", "-1,200", "1-2-3", "087-886-2763", "△5", ""] {
            assert!(!is_formula(words), "{words} stays as it is");
        }
    }

    #[test]
    fn the_old_encoding_holds_the_names_of_the_ibm_extension_and_refuses_others() {
        let held = csv_cp932(&lines(&["髙﨑濵彅神\u{FA19}", "〜—‖−"])).unwrap();
        assert!(!SHIFT_JIS.decode(&held).2, "it reads back");
        assert!(!held.starts_with("\u{FEFF}".as_bytes()) && !held.windows(2).any(|w| w == b"&#"));
        for name in ["𠮷田", "槗本", "𣘺", "葛\u{E0100}城"] {
            assert_eq!(csv_cp932(&lines(&[name])), None, "{name}");
        }
        assert_eq!(unheld("𠮷田と葛\u{E0100}城と𠮷川"), ["𠮷", "葛\u{E0100}"]);
        assert_eq!(unheld("髙橋〜神\u{FA19}"), Vec::<String>::new());
    }
}
