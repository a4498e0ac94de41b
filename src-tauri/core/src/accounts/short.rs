//! 残高の不足: the days on which a purse would hold less than nothing.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Books, Entry, PurseId, PurseKind};
use crate::Error;
use crate::money::Yen;

impl Books {
    /// The first day of the year, from a day on, at the end of which a purse is below zero, and how much is short. What was taken
    /// back never moved any money, and what stands in its place on a later day, behind an audit or a locked month, moved it on the
    /// first one's: a purse is short when it is so by what was written and by what stands. What lies there is what `balance_on` tells.
    pub fn first_short(&self, purse: PurseId, from: NaiveDate) -> Option<(NaiveDate, Yen)> {
        let (first, last) = (self.year.first_day(), self.year.last_day());
        let held = self.opening_of(purse);
        // The opening has counted what the year before left unpaid; it leaves the purse on its own day.
        let held = held - self.crossing.iter().filter(|e| e.fiscal_year < self.year).map(|e| e.effect_on(purse)).sum();
        let mut days: BTreeMap<NaiveDate, [Yen; 2]> = BTreeMap::from([(first, [Yen(0); 2])]);
        let mut tell = |nth: usize, entry: &Entry| {
            days.entry(entry.entered_on.max(first)).or_default()[nth] += entry.effect_on(purse);
        };
        self.entries.iter().chain(&self.crossing).for_each(|entry| tell(0, entry));
        self.standing().chain(&self.crossing).for_each(|entry| tell(1, entry));
        let from = from.max(first);
        days.entry(from).or_default();
        let mut held = [held; 2];
        for (day, [written, standing]) in days.range(..=last) {
            held = [held[0] + *written, held[1] + *standing];
            let most = held[0].max(held[1]);
            if *day >= from && most < Yen(0) {
                return Some((*day, -most));
            }
        }
        None
    }

    /// The purses that were below zero on some day, each with the first one. What somebody spent beyond an advance is paid to
    /// them when it is settled.
    pub(super) fn short_problems(&self) -> Vec<Error> {
        let purses = self.purses.iter().filter(|purse| purse.kind != PurseKind::Advance);
        let told = purses.filter_map(|purse| {
            let (day, amount) = self.first_short(purse.id, self.year.first_day())?;
            let error = Error::refused("accounts.purse_was_short").with("purse", &purse.name);
            let error = error.with("on", paper::wareki::long(day));
            Some(error.with("amount", paper::Value::from(amount).shown(paper::Negative::White)))
        });
        told.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::{EntryId, EntryKind, Purse};
    use crate::calendar::FiscalYear;

    const YEAR: FiscalYear = FiscalYear(2025);

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn books(moves: &[(&str, i64)]) -> (Books, PurseId) {
        let purse = Purse::new("現金", PurseKind::Cash);
        let id = purse.id;
        let of = |(on, amount): &(&str, i64)| {
            let kind = if *amount < 0 { EntryKind::Expense } else { EntryKind::Income };
            Entry { fiscal_year: YEAR, ..Entry::new(kind, day(on), id, Yen(amount.abs())) }
        };
        (Books { purses: vec![purse], entries: moves.iter().map(of).collect(), ..Books::empty(YEAR) }, id)
    }

    #[test]
    fn what_is_put_right_on_a_later_day_was_there_all_the_time() {
        let (mut books, purse) = books(&[("2025-05-15", 900), ("2025-06-12", -300)]);
        let first = books.entries[0].clone();
        let later = Entry { id: EntryId::new(), entered_on: day("2026-03-14"), ..first.clone() };
        let back = Entry { id: EntryId::new(), amount_yen: Yen(-900), voids_id: Some(first.id), ..later.clone() };
        books.entries.extend([back, later]);
        assert_eq!(books.first_short(purse, YEAR.first_day()), None);
    }

    #[test]
    fn the_first_day_below_zero_is_told_whatever_comes_later() {
        let (books, purse) =
            books(&[("2025-06-10", 900), ("2025-04-02", 500), ("2025-04-23", -620), ("2025-04-30", 100)]);
        assert_eq!(books.first_short(purse, YEAR.first_day()), Some((day("2025-04-23"), Yen(120))));
        assert_eq!(books.first_short(purse, day("2025-04-25")), Some((day("2025-04-25"), Yen(120))), "still");
        assert_eq!(books.first_short(purse, day("2025-06-10")), None);
        let told = books.short_problems();
        assert_eq!((told.len(), told[0].code), (1, "accounts.purse_was_short"));
    }

    #[test]
    fn what_was_taken_back_never_left_the_purse_and_an_advance_may_be_overspent() {
        let (mut books, purse) = books(&[("2025-04-02", 500), ("2025-04-23", -620)]);
        let wrong = books.entries[1].clone();
        let back = Entry {
            id: EntryId::new(),
            voids_id: Some(wrong.id),
            amount_yen: -wrong.amount_yen,
            entered_on: day("2025-05-01"),
            ..wrong
        };
        books.entries.push(back);
        assert_eq!(books.first_short(purse, YEAR.first_day()), None);
        books.entries.pop();
        books.purses[0].kind = PurseKind::Advance;
        assert_eq!(books.short_problems().len(), 0);
    }

    #[test]
    fn it_is_the_balance_of_every_day_also_across_the_border_of_the_year() {
        let moves = [("2025-03-20", -70), ("2025-05-01", 100), ("2025-05-09", -20), ("2026-04-10", -900)];
        let (mut books, purse) = books(&moves);
        let beside = |year: i32, on: &str, amount: i64| Entry {
            fiscal_year: FiscalYear(year),
            ..Entry::new(EntryKind::Expense, day(on), purse, Yen(amount))
        };
        books.crossing = vec![beside(2024, "2025-04-15", 40), beside(2026, "2026-03-10", 55)];
        let short = |on: NaiveDate| Some(-books.balance_on(purse, on)).filter(|short| *short > Yen(0));
        for from in YEAR.first_day().iter_days().take_while(|on| *on <= YEAR.last_day()) {
            let by_day = from.iter_days().take_while(|on| *on <= YEAR.last_day());
            let by_day = by_day.filter_map(|on| Some((on, short(on)?))).next();
            assert_eq!(books.first_short(purse, from), by_day, "{from}");
        }
    }
}
