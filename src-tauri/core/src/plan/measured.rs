//! A value of an indicator: exact to three decimals.

use crate::text;

/// A value in thousandths of its unit: 62,400 is 62.4. Nothing of it passes through a fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Measured(pub i64);

/// Decimals that are kept.
const DECIMALS: usize = 3;
/// Thousandths of one.
const ONE: u64 = 1_000;
/// More digits before the point are a mistake of the finger.
const MOST_DIGITS: usize = 9;

impl Measured {
    /// 62.4, ６２．４％, 1,234人 with its unit or without; none for what is no number.
    pub fn read(typed: &str, unit: &str) -> Option<Measured> {
        let plain = text::half_width(typed.trim()).replace([' ', '　'], "");
        let unit = text::half_width(unit.trim());
        let plain = plain.strip_suffix(&unit).unwrap_or(&plain);
        let (is_less, plain) = match plain.strip_prefix(['△', '▲', '-', '−']) {
            Some(rest) => (true, rest),
            None => (false, plain),
        };
        let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
        let whole = without_commas(whole)?;
        let is_digits = |s: &str| s.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty()
            || whole.len() > MOST_DIGITS
            || part.len() > DECIMALS
            || !is_digits(&whole)
            || !is_digits(part)
        {
            return None;
        }
        let thousandths: i64 = format!("{whole}{part:0<DECIMALS$}").parse().ok()?;
        Some(Measured(if is_less { -thousandths } else { thousandths }))
    }

    /// How many decimals it needs: 2 for 25.38.
    pub fn decimals(self) -> usize {
        (0..=DECIMALS).find(|kept| self.0 % 10_i64.pow((DECIMALS - kept) as u32) == 0).unwrap_or(DECIMALS)
    }

    /// 1,234.50 with two decimals; △ before less than nothing.
    pub fn shown(self, decimals: usize) -> String {
        self.written(decimals, "△", paper::group_thousands)
    }

    /// 1234.5, as it is kept and typed.
    pub fn plain(self) -> String {
        self.written(self.decimals(), "-", |n| n.to_string())
    }

    fn written(self, decimals: usize, less: &str, whole: impl Fn(u64) -> String) -> String {
        let (n, sign) = (self.0.unsigned_abs(), if self.0 < 0 { less } else { "" });
        let part = format!("{:03}", n % ONE);
        let part = &part[..decimals.min(DECIMALS)];
        let point = if part.is_empty() { "" } else { "." };
        format!("{sign}{}{point}{part}", whole(n / ONE))
    }
}

/// 1,234 as 1234; a comma elsewhere than between thousands is none of a number.
fn without_commas(whole: &str) -> Option<String> {
    let groups: Vec<&str> = whole.split(',').collect();
    let fits = |(at, group): (usize, &&str)| if at == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 };
    (groups.len() == 1 || groups.iter().enumerate().all(fits)).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_read_as_it_is_written_and_shown_as_it_was_read() {
        for (typed, unit, thousandths) in [
            ("62.4", "％", 62_400),
            ("６２．４％", "%", 62_400),
            ("1,234人", "人", 1_234_000),
            ("△0.5", "", -500),
            ("0", "件", 0),
            ("25.385", "", 25_385),
        ] {
            assert_eq!(Measured::read(typed, unit), Some(Measured(thousandths)), "{typed}");
        }
        for typed in ["", "たくさん", "1,5", "1.2345", "12人", "1.2.3", "12345678901", ".5", "--3", "約80"] {
            assert_eq!(Measured::read(typed, "％"), None, "{typed}");
        }
        let shown = |n, decimals| Measured(n).shown(decimals);
        assert_eq!(
            [shown(62_400, 1), shown(1_234_000, 0), shown(-500, 1), shown(62_000, 1)],
            ["62.4", "1,234", "△0.5", "62.0"]
        );
        assert_eq!([Measured(62_400).plain(), Measured(-1_234_050).plain()], ["62.4", "-1234.05"]);
        assert_eq!([0, 62_400, 25_380, 1, 7_000].map(|n| Measured(n).decimals()), [0, 1, 2, 3, 0]);
        assert_eq!(Measured::read(&Measured(-1_234_050).plain(), ""), Some(Measured(-1_234_050)));
    }
}
