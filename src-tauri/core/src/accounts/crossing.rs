//! 出納整理: what belongs to one year and is paid or received in another. The account of a year counts it in its year; the
//! passbook knows it from the day on which it was paid.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::{Books, Entry, PurseId, Side};
use crate::money::Yen;

/// How an entry lies across the border of its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crossing {
    /// 未払: paid after the year.
    Unpaid,
    /// 未収: received after the year.
    Unreceived,
    /// 前払: paid before the year.
    Prepaid,
    /// 前受: received before the year.
    ReceivedAhead,
}

impl Crossing {
    /// The word on papers and pages.
    pub fn label(self) -> &'static str {
        match self {
            Crossing::Unpaid => "未払",
            Crossing::Unreceived => "未収",
            Crossing::Prepaid => "前払",
            Crossing::ReceivedAhead => "前受",
        }
    }
}

impl Entry {
    /// Whether its day lies outside its year, and on which side.
    pub fn crossing(&self) -> Option<Crossing> {
        let is_late = self.entered_on > self.fiscal_year.last_day();
        let side = self.kind.side().filter(|_| !self.fiscal_year.contains(self.entered_on))?;
        Some(match (side, is_late) {
            (Side::Expense, true) => Crossing::Unpaid,
            (Side::Income, true) => Crossing::Unreceived,
            (Side::Expense, false) => Crossing::Prepaid,
            (Side::Income, false) => Crossing::ReceivedAhead,
        })
    }

    /// The days that its receipt may bear: those of its year, and of one that crosses the border those on that side as well.
    pub fn receipt_days(&self) -> RangeInclusive<NaiveDate> {
        let (year, beside) = (self.fiscal_year, self.fiscal_year.span_with(self.entered_on));
        year.first_day().min(*beside.start())..=year.last_day().max(*beside.end())
    }
}

impl Books {
    /// What lies in a purse at the end of a day, as the passbook tells it: everything counts on the day on which it was paid.
    /// 前払 of the next year has left already; 未払 of the year before, which the opening has counted, perhaps not yet.
    pub fn balance_on(&self, purse: PurseId, day: NaiveDate) -> Yen {
        let beside: Yen = self.beside_on(day).map(|entry| self.told(entry, entry.effect_on(purse))).sum();
        self.booked_on(purse, day) - beside
    }

    /// What the account of this year says of a purse at the end of a day: the opening, and what is entered until then.
    pub fn booked_on(&self, purse: PurseId, day: NaiveDate) -> Yen {
        let until = self.entries.iter().filter(|entry| entry.entered_on <= day);
        self.opening_of(purse) + until.map(|entry| entry.effect_on(purse)).sum()
    }

    /// What lies in all purses at the end of a day.
    pub fn held_on(&self, day: NaiveDate) -> Yen {
        self.purses.iter().map(|purse| self.balance_on(purse.id, day)).sum()
    }

    /// The entries by which 次年度繰越金 and what lies in the purses at the end of a day differ, without what was taken back:
    /// 未払・未収 of this year and of the one before, 前払・前受 of the next.
    pub fn across(&self, day: NaiveDate) -> Vec<&Entry> {
        let own = self.entries.iter().filter(|entry| entry.entered_on > day);
        let all: Vec<&Entry> = own.chain(self.beside_on(day)).collect();
        let is_gone = |entry: &Entry| {
            let takes_back = |one: &Entry, other: &Entry| one.voids_id == Some(other.id);
            all.iter().any(|other| takes_back(entry, other) || takes_back(other, entry))
        };
        all.iter().copied().filter(|entry| !is_gone(entry)).collect()
    }

    /// What an entry that crosses the border adds to 次年度繰越金 beyond what lies in the purses.
    pub fn added_by(&self, entry: &Entry) -> Yen {
        let sign = match entry.kind.side() {
            Some(Side::Income) => entry.amount_yen,
            Some(Side::Expense) => -entry.amount_yen,
            None => Yen(0),
        };
        self.told(entry, sign)
    }

    /// The standing entries of this year that were paid or received before it.
    pub fn ahead_of_year(&self) -> impl Iterator<Item = &Entry> {
        self.standing().filter(|entry| entry.entered_on < self.year.first_day())
    }

    /// Of the years beside: what of the next has been paid until the end of the day, what of the one before has not yet.
    fn beside_on(&self, day: NaiveDate) -> impl Iterator<Item = &Entry> {
        self.crossing.iter().filter(move |entry| (entry.fiscal_year > self.year) == (entry.entered_on <= day))
    }

    /// What the next year paid ahead has left the purses and not the account.
    fn told(&self, entry: &Entry, effect: Yen) -> Yen {
        if entry.fiscal_year > self.year { -effect } else { effect }
    }
}

#[cfg(test)]
mod tests;
