//! 見込み: where the rates of the known years lead. Least squares over the rates in tenths of a percent as they are printed,
//! so that anybody can do it again; whole numbers only, rounded half up at the end.

use std::collections::BTreeMap;

use crate::calendar::FiscalYear;

/// A straight line through rates: tenths = (rise × year + start) ÷ under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trend {
    rise: i128,
    start: i128,
    under: i128,
}

impl Trend {
    /// The line through the rates of years; none with fewer than three years.
    pub fn of(rates: &BTreeMap<FiscalYear, i64>) -> Option<Trend> {
        if rates.len() < 3 {
            return None;
        }
        let points = || rates.iter().map(|(year, tenths)| (i128::from(year.0), i128::from(*tenths)));
        let n = rates.len() as i128;
        let (x, y): (i128, i128) = points().fold((0, 0), |(x, y), (year, tenths)| (x + year, y + tenths));
        let xx: i128 = points().map(|(year, _)| year * year).sum();
        let xy: i128 = points().map(|(year, tenths)| year * tenths).sum();
        let squares = n * xx - x * x;
        let rise = n * xy - x * y;
        Some(Trend { rise: rise * n, start: y * squares - rise * x, under: n * squares })
    }

    /// The rate that the line gives for a year, in tenths of a percent, between 0 and 100 %.
    pub fn tenths(&self, year: FiscalYear) -> i64 {
        let over = self.rise * i128::from(year.0) + self.start;
        let rounded = (over * 2 + self.under).div_euclid(self.under * 2);
        i64::try_from(rounded.clamp(0, 1000)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trend(rates: &[(i32, i64)]) -> Option<Trend> {
        Trend::of(&rates.iter().map(|(year, tenths)| (FiscalYear(*year), *tenths)).collect())
    }

    #[test]
    fn the_line_is_that_of_the_hand() {
        // Mean year 2023, mean 493.8; Σ(x−x̄)(y−ȳ) = −113, Σ(x−x̄)² = 10: −11.3 tenths a year.
        let line = trend(&[(2021, 516), (2022, 504), (2023, 495), (2024, 485), (2025, 469)]).unwrap();
        assert_eq!([2021, 2025, 2026, 2027].map(|year| line.tenths(FiscalYear(year))), [516, 471, 460, 449]);
        let flat = trend(&[(2021, 500), (2022, 500), (2024, 500)]).unwrap();
        assert_eq!(flat.tenths(FiscalYear(2030)), 500);
    }

    #[test]
    fn a_line_needs_three_years_and_ends_at_nothing_and_all() {
        assert_eq!(trend(&[(2024, 500), (2025, 490)]), None);
        let falling = trend(&[(2021, 300), (2022, 200), (2023, 100)]).unwrap();
        assert_eq!((falling.tenths(FiscalYear(2024)), falling.tenths(FiscalYear(2030))), (0, 0));
        let rising = trend(&[(2021, 800), (2022, 900), (2023, 1000)]).unwrap();
        assert_eq!(rising.tenths(FiscalYear(2040)), 1000);
    }
}
