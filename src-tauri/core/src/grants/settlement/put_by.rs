//! 積立の年度: what was put by in which year, what is spent of it first, and what goes back because its years are over.

use super::{CarryOver, GrantFigures};
use crate::calendar::FiscalYear;
use crate::money::Yen;

/// What came over from the year before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedOver {
    /// 積立 or 次年度減額
    pub how: CarryOver,
    /// By the year in which it was left, the oldest first.
    pub parts: Vec<PutBy>,
}

/// What one year left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PutBy {
    /// 年度
    pub year: FiscalYear,
    /// 円
    pub amount_yen: Yen,
}

impl CarriedOver {
    /// What one year left.
    pub fn of(how: CarryOver, year: FiscalYear, amount_yen: Yen) -> CarriedOver {
        CarriedOver { how, parts: vec![PutBy { year, amount_yen }] }
    }

    /// All of it.
    pub fn amount_yen(&self) -> Yen {
        self.parts.iter().map(|part| part.amount_yen).sum()
    }
}

impl GrantFigures {
    /// 期限の来た積立: what was put by and not spent within the years that the rules give it. It goes back to the city.
    pub fn expired_yen(&self) -> Yen {
        self.reserve_left().iter().filter(|part| self.is_over(part, 0)).map(|part| part.amount_yen).sum()
    }

    /// 期限の近い積立: what will go back when the next year ends, unless it is spent until then.
    pub fn expires_next_yen(&self) -> Yen {
        let parts = self.carried_on().map_or_else(Vec::new, |carried| carried.parts);
        parts.iter().filter(|part| self.is_over(part, 1)).map(|part| part.amount_yen).sum()
    }

    /// What the next year begins with.
    pub fn carried_on(&self) -> Option<CarriedOver> {
        if self.carry_over != CarryOver::Reserve {
            let kept = self.kept_yen();
            return (kept > Yen(0)).then(|| CarriedOver::of(self.carry_over, self.year, kept));
        }
        let own = PutBy { year: self.year, amount_yen: self.award_rest_yen() - self.over_rest_yen() };
        let old = self.reserve_left().into_iter().filter(|part| !self.is_over(part, 0));
        let parts = less(old.chain([own]), self.freely_back_yen());
        let parts: Vec<PutBy> = parts.filter(|part| part.amount_yen > Yen(0)).collect();
        (!parts.is_empty()).then_some(CarriedOver { how: CarryOver::Reserve, parts })
    }

    /// Of what stays what is still the council's once a later year has ended.
    pub(in crate::grants) fn kept_beyond_yen(&self, year: FiscalYear) -> Yen {
        let ahead = year.0 - self.year.0;
        let parts = self.carried_on().map_or_else(Vec::new, |carried| carried.parts);
        parts.iter().filter(|part| !self.is_over(part, ahead)).map(|part| part.amount_yen).sum()
    }

    /// Of what was put by before, what is still there: the oldest is spent first.
    fn reserve_left(&self) -> Vec<PutBy> {
        let carried = self.carried.iter().filter(|carried| carried.how == CarryOver::Reserve);
        less(carried.flat_map(|carried| &carried.parts).copied(), self.from_reserve_yen()).collect()
    }

    /// Whether the years of a part are over so many years ahead.
    fn is_over(&self, part: &PutBy, ahead: i32) -> bool {
        let held = i64::from(self.year.0 + ahead - part.year.0);
        self.reserve_years.is_some_and(|years| held >= years)
    }
}

/// What is left of parts after so much of them is gone: the oldest goes first.
fn less(parts: impl Iterator<Item = PutBy>, mut gone: Yen) -> impl Iterator<Item = PutBy> {
    parts.map(move |part| {
        let taken = gone.min(part.amount_yen);
        gone = gone - taken;
        PutBy { amount_yen: part.amount_yen - taken, ..part }
    })
}
