//! 処分制限: until when something bought with a grant may not be disposed of, and what the rules of the grant say of it.

use chrono::{Months, NaiveDate};

use super::{Equipment, MoneySource, Restriction};
use crate::grants::{EquipmentRule, RestrictedFor};

/// The last day of 処分制限 by the rule of a grant; none where the rule is silent or a date is lacking. A period of years ends
/// with the day of the same date, as the first day is not counted (民法140条・143条).
pub fn restricted_by(
    rule: &EquipmentRule,
    acquired_on: Option<NaiveDate>,
    useful_years: Option<i64>,
) -> Option<NaiveDate> {
    let years = match rule.restricted_for? {
        RestrictedFor::Years(years) => years,
        RestrictedFor::UsefulLife => useful_years?,
    };
    acquired_on?.checked_add_months(Months::new(u32::try_from(years).ok()?.checked_mul(12)?))
}

/// Why a disposal wants the city's word first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Early {
    /// It comes before the end of 処分制限.
    Before(NaiveDate),
    /// A grant paid it and nobody has looked up until when.
    Unknown,
}

/// Whether a disposal on a day comes too early.
pub fn early(item: &Equipment, on: NaiveDate) -> Option<Early> {
    match item.restriction {
        Restriction::Until(last) if on <= last => Some(Early::Before(last)),
        Restriction::Unknown if matches!(item.source, MoneySource::Grant | MoneySource::Unknown) => {
            Some(Early::Unknown)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::equipment::acts::tests::piece;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rule(text: &str) -> EquipmentRule {
        toml::from_str(&format!("{text}\nsource = \"要綱\"\nis_verified = false")).unwrap()
    }

    #[test]
    fn a_period_ends_with_the_day_of_the_same_date() {
        let five = rule("restricted_for = { years = 5 }");
        let life = rule("restricted_for = \"useful_life\"");
        let bought = Some(day("2024-02-29"));
        assert_eq!(restricted_by(&five, bought, None), Some(day("2029-02-28")));
        assert_eq!(restricted_by(&life, Some(day("2025-06-10")), Some(8)), Some(day("2033-06-10")));
        assert_eq!(restricted_by(&life, bought, None), None, "a life that nobody knows is not guessed");
        assert_eq!(restricted_by(&rule("from_yen = 30001"), bought, Some(5)), None, "a silent rule says nothing");
        assert_eq!(restricted_by(&five, None, None), None);
    }

    #[test]
    fn the_last_day_itself_is_too_early_and_the_day_after_is_not() {
        let bought = Equipment { restriction: Restriction::Until(day("2029-02-28")), ..piece("机") };
        assert_eq!(early(&bought, day("2029-02-28")), Some(Early::Before(day("2029-02-28"))));
        assert_eq!(early(&bought, day("2029-03-01")), None);
        let unknown = |source| Equipment { restriction: Restriction::Unknown, source, ..piece("机") };
        assert_eq!(early(&unknown(MoneySource::Grant), day("2029-03-01")), Some(Early::Unknown));
        assert_eq!(early(&unknown(MoneySource::Own), day("2029-03-01")), None);
    }
}
