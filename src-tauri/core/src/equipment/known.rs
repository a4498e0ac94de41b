//! 備品台帳 as a whole.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{CheckResult, Equipment, EquipmentCheck, EquipmentId, Loan, store};
use crate::Result;
use crate::calendar::FiscalYear;

/// Everything that is written down about equipment.
#[derive(Debug, Clone, Default)]
pub struct Register {
    /// By number, what is gone included.
    pub items: Vec<Equipment>,
    /// All checks.
    pub checks: Vec<EquipmentCheck>,
    /// All loans, latest first.
    pub loans: Vec<Loan>,
}

impl Register {
    /// Reads all of it.
    pub fn load(conn: &Connection) -> Result<Register> {
        Ok(Register { items: store::items(conn)?, checks: store::checks(conn)?, loans: store::loans(conn)? })
    }

    /// A piece by its key.
    pub fn find(&self, id: EquipmentId) -> Option<&Equipment> {
        self.items.iter().find(|item| item.id == id)
    }

    /// What was found of a piece in a year.
    pub fn check_of(&self, id: EquipmentId, year: FiscalYear) -> Option<&EquipmentCheck> {
        self.checks.iter().find(|check| check.equipment_id == id && check.fiscal_year == year)
    }

    /// True once somebody has looked for it in a year.
    pub fn is_checked(&self, id: EquipmentId, year: FiscalYear) -> bool {
        self.check_of(id, year).is_some_and(|check| check.found.is_done())
    }

    /// What was found when it was looked for last, whatever the year; that it is lent finds nothing.
    pub fn last_check_of(&self, id: EquipmentId) -> Option<&EquipmentCheck> {
        self.checks.iter().rfind(|check| check.equipment_id == id && check.found.result != CheckResult::Lent)
    }

    /// How many of a piece the last check did not find, until they are found or the register says that they are no more.
    pub fn missing(&self, item: &Equipment) -> i64 {
        let check = self.last_check_of(item.id).filter(|_| item.gone_on().is_none());
        check.map_or(0, |check| check.found.missing(item.quantity))
    }

    /// The loans of a piece, latest first.
    pub fn loans_of(&self, id: EquipmentId) -> impl Iterator<Item = &Loan> {
        self.loans.iter().filter(move |loan| loan.equipment_id == id)
    }

    /// How many of a piece are away.
    pub fn away(&self, id: EquipmentId) -> i64 {
        self.loans_of(id).filter(|loan| loan.is_open()).map(|loan| loan.quantity).sum()
    }

    /// How many of a piece were away at the end of a day.
    pub fn away_on(&self, id: EquipmentId, day: NaiveDate) -> i64 {
        self.loans_of(id).filter(|loan| loan.is_away_on(day)).map(|loan| loan.quantity).sum()
    }

    /// What was held at the end of a day.
    pub fn held_on(&self, day: NaiveDate) -> impl Iterator<Item = &Equipment> {
        self.items.iter().filter(move |item| item.is_held_on(day))
    }

    /// The number that comes next: one more than the highest whole number.
    pub fn next_number(&self) -> String {
        let highest = self.items.iter().filter_map(|item| item.number.parse::<u32>().ok()).max();
        highest.map_or(1, |number| number.saturating_add(1)).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::equipment::acts::tests::piece;

    #[test]
    fn the_next_number_follows_the_highest_whole_one() {
        let numbered = |number: &str| Equipment { number: number.to_owned(), ..piece("机") };
        let of = |numbers: &[&str]| {
            Register { items: numbers.iter().map(|n| numbered(n)).collect(), ..Register::default() }.next_number()
        };
        assert_eq!([of(&[]), of(&["2", "10", "R6-3"]), of(&["009"])], ["1", "11", "10"]);
    }
}
