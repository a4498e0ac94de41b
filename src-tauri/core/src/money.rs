//! 円: integer amounts and named roundings. Nothing here is a floating-point number.

use std::ops::{Add, AddAssign, Neg, Sub};

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// 円. Amounts stay within ±10^12, checked where they enter; sums of a council's life fit far inside `i64`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[ts(type = "number")]
pub struct Yen(pub i64);

/// Largest amount of one entry, in yen.
pub const LARGEST_YEN: i64 = 1_000_000_000_000;

impl Add for Yen {
    type Output = Yen;
    fn add(self, other: Yen) -> Yen {
        Yen(self.0 + other.0)
    }
}
impl AddAssign for Yen {
    fn add_assign(&mut self, other: Yen) {
        self.0 += other.0;
    }
}
impl Sub for Yen {
    type Output = Yen;
    fn sub(self, other: Yen) -> Yen {
        Yen(self.0 - other.0)
    }
}
impl Neg for Yen {
    type Output = Yen;
    fn neg(self) -> Yen {
        Yen(-self.0)
    }
}
impl std::iter::Sum for Yen {
    fn sum<I: Iterator<Item = Yen>>(amounts: I) -> Yen {
        amounts.fold(Yen(0), Add::add)
    }
}
impl From<Yen> for paper::Value {
    fn from(amount: Yen) -> paper::Value {
        paper::Value::Yen(amount.0)
    }
}
impl ToSql for Yen {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0))
    }
}
impl FromSql for Yen {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Yen)
    }
}

/// 100 × `part` ÷ `whole` in tenths of a percent, rounded half up; none without a positive whole.
/// 79,887 of 168,900 is 473, shown as 47.3.
pub fn percent_tenths(part: i64, whole: i64) -> Option<i64> {
    (whole > 0).then(|| (part * 2000 + whole).div_euclid(whole * 2))
}

/// 切捨て: down to a multiple of `unit` yen, as in 1,000円未満切捨て.
pub fn floor_to(amount: Yen, unit: i64) -> Yen {
    Yen(amount.0.div_euclid(unit) * unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_rounded_half_up_to_one_decimal() {
        assert_eq!(percent_tenths(79_887, 168_900), Some(473));
        assert_eq!(percent_tenths(1_317, 2_809), Some(469));
        assert_eq!(percent_tenths(1, 2_000), Some(1), "0.05 % rounds up to 0.1");
        assert_eq!(percent_tenths(5, 0), None, "no rate without a denominator");
    }

    #[test]
    fn floors_to_thousand() {
        assert_eq!(floor_to(Yen(194_549), 1_000), Yen(194_000));
    }
}
