//! Numbers that stand for a row of digits: a postal code shown by `000-0000`, a telephone number by
//! `0000000000`. As a number they have lost their zeros; the format still knows them.

/// A number format that sets out digits and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DigitFormat {
    sections: Vec<Section>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Section {
    /// Applies to numbers up to this one.
    up_to: Option<u64>,
    /// `0`, `#` and the marks between them.
    pattern: Vec<char>,
}

impl DigitFormat {
    /// The format if it is one that sets out digits: only `0`, `#`, hyphens, brackets and blanks, at
    /// least two zeros or a mark between digits.
    pub fn parse(code: &str) -> Option<DigitFormat> {
        let sections: Vec<Section> = code.split(';').map(Section::parse).collect::<Option<_>>()?;
        let sets_out = |s: &Section| s.pattern.starts_with(&['0', '0']) || s.pattern.contains(&'-');
        sections.iter().all(sets_out).then_some(DigitFormat { sections })
    }

    /// The number as the sheet shows it; nothing for a number that is no row of digits.
    pub fn show(&self, number: f64) -> Option<String> {
        let is_whole = number.fract() == 0.0 && (0.0..1e15).contains(&number);
        let whole = is_whole.then_some(number as u64)?;
        let section = self.sections.iter().find(|s| s.up_to.is_none_or(|most| whole <= most))?;
        Some(section.show(whole))
    }
}

impl Section {
    fn parse(code: &str) -> Option<Section> {
        let (up_to, pattern) = match code.strip_prefix("[<=") {
            Some(rest) => {
                let (most, pattern) = rest.split_once(']')?;
                (Some(most.parse().ok()?), pattern)
            }
            None => (None, code),
        };
        let pattern: Vec<char> = pattern.chars().filter(|c| !matches!(c, '\\' | '"')).collect();
        let is_plain = |c: &char| matches!(c, '0' | '#' | '-' | '(' | ')' | ' ');
        (!pattern.is_empty() && pattern.iter().all(is_plain)).then_some(Section { up_to, pattern })
    }

    /// Digits fill the pattern from the right; what is left over goes before it.
    fn show(&self, whole: u64) -> String {
        let mut digits: Vec<char> = if whole == 0 { Vec::new() } else { whole.to_string().chars().collect() };
        let mut shown = Vec::new();
        let places = self.pattern.iter().filter(|c| matches!(c, '0' | '#')).count();
        let mut seen = 0;
        for mark in self.pattern.iter().rev() {
            match mark {
                '0' => shown.push(digits.pop().unwrap_or('0')),
                '#' => shown.extend(digits.pop()),
                mark => shown.push(*mark),
            }
            seen += usize::from(matches!(mark, '0' | '#'));
            if seen == places {
                shown.extend(digits.drain(..).rev());
            }
        }
        shown.iter().rev().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str, number: f64) -> Option<String> {
        DigitFormat::parse(code)?.show(number)
    }

    #[test]
    fn zeros_come_back() {
        assert_eq!(shown("0000000000", 312_345_678.0).as_deref(), Some("0312345678"));
        assert_eq!(shown("000\\-0000", 600_001.0).as_deref(), Some("060-0001"));
        assert_eq!(shown("000", 7.0).as_deref(), Some("007"));
        assert_eq!(shown("000", 12_345.0).as_deref(), Some("12345"), "a longer number stays whole");
        assert_eq!(shown("000", 0.0).as_deref(), Some("000"));
    }

    #[test]
    fn the_formats_excel_offers_for_japan() {
        let postal = "[<=999]000;[<=9999]000\\-00;000\\-0000";
        assert_eq!(shown(postal, 7_600_000.0).as_deref(), Some("760-0000"));
        assert_eq!(shown(postal, 760.0).as_deref(), Some("760"));
        let phone = "[<=99999999]####\\-####;\\(00\\)\\ ####\\-####";
        assert_eq!(shown(phone, 8_391_234.0).as_deref(), Some("839-1234"));
        assert_eq!(shown(phone, 878_391_234.0).as_deref(), Some("(08) 7839-1234"));
    }

    #[test]
    fn amounts_are_left_alone() {
        for code in ["General", "0", "#,##0", "0.00", "#,##0;\"△\"#,##0", "0%", "0E+00", "@", "0_ ", "00000円"] {
            assert_eq!(DigitFormat::parse(code), None, "{code}");
        }
        assert_eq!(shown("000", -1.0), None);
        assert_eq!(shown("000", 1.5), None);
    }
}
