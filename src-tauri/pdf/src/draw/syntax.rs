//! Numbers and strings as a page's stream has them.

/// Lengths as a page counts them.
pub(super) fn hundredths(points: f32) -> i32 {
    (points * 100.0).round() as i32
}

/// 1234 as 12.34.
pub(super) fn number(out: &mut Vec<u8>, hundredths: i32) {
    if hundredths < 0 {
        out.push(b'-');
    }
    let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    if whole > 0 || part == 0 {
        out.extend(whole.to_string().bytes());
    }
    if part > 0 {
        out.extend([b'.', b'0' + (part / 10) as u8]);
        if part % 10 > 0 {
            out.push(b'0' + (part % 10) as u8);
        }
    }
}

/// A byte of a string; brackets, backslashes and line ends would end or change it.
pub(super) fn literal(out: &mut Vec<u8>, byte: u8) {
    match byte {
        b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
        b'\r' => out.extend(b"\\r"),
        _ => out.push(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let written = |n| {
            let mut out = Vec::new();
            number(&mut out, n);
            String::from_utf8(out).unwrap()
        };
        assert_eq!(
            [0, 5, 50, 123, -1200, -99, 59528].map(written),
            ["0", ".05", ".5", "1.23", "-12", "-.99", "595.28"]
        );
    }

    #[test]
    fn strings_escape_what_would_end_them() {
        let mut out = Vec::new();
        b"(\\)\r\n".iter().for_each(|byte| literal(&mut out, *byte));
        assert_eq!(out, b"\\(\\\\\\)\\r\n");
    }
}
