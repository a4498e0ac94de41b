//! 異動: who came and who went in a period. Opening + in − out is always the number of people in the roster.

use std::collections::BTreeMap;

use chrono::{Days, Months, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use super::{Person, PersonId, Stay};
use crate::calendar::FiscalYear;

/// 入 or 出
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// 入
    In,
    /// 出
    Out,
}

/// 異動の一件
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    /// Who.
    pub person_id: PersonId,
    /// When.
    pub on: NaiveDate,
    /// Came or went.
    pub direction: Direction,
    /// 転入, 死亡 …; empty when it is not known.
    pub reason: String,
}

/// 異動表の一期間: first to last day, both within.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
    /// People on the day before the first.
    pub opening: i64,
    /// How many came.
    pub joined: i64,
    /// How many went.
    pub left: i64,
    /// How many by direction and reason.
    pub reasons: BTreeMap<(Direction, String), i64>,
}

impl Period {
    /// People on the last day.
    pub fn closing(&self) -> i64 {
        self.opening + self.joined - self.left
    }
}

/// All that came and went, oldest first.
pub fn movements(people: &[Person]) -> Vec<Movement> {
    let mut all: Vec<Movement> = people.iter().flat_map(of_person).collect();
    all.sort_by_key(|m| (m.on, m.direction, m.person_id));
    all
}

/// The table of one period.
pub fn period(people: &[Person], movements: &[Movement], first: NaiveDate, last: NaiveDate) -> Period {
    let opening = first.checked_sub_days(Days::new(1)).map_or(0, |eve| counted(people, eve));
    let mut period = Period { first, last, opening, joined: 0, left: 0, reasons: BTreeMap::new() };
    for movement in movements.iter().filter(|m| m.on >= first && m.on <= last) {
        match movement.direction {
            Direction::In => period.joined += 1,
            Direction::Out => period.left += 1,
        }
        *period.reasons.entry((movement.direction, movement.reason.clone())).or_default() += 1;
    }
    period
}

/// The twelve months of a fiscal year.
pub fn months(people: &[Person], year: FiscalYear) -> Vec<Period> {
    let movements = movements(people);
    let firsts: Vec<NaiveDate> =
        (0..=12).filter_map(|month| year.first_day().checked_add_months(Months::new(month))).collect();
    let month = |pair: &[NaiveDate]| Some(period(people, &movements, pair[0], pair[1].pred_opt()?));
    firsts.windows(2).filter_map(month).collect()
}

/// How many are in the roster on a day.
pub fn counted(people: &[Person], day: NaiveDate) -> i64 {
    people.iter().filter(|p| p.is_counted_on(day)).count() as i64
}

/// Coming and going of one person. Stays that overlap are one, and one that ends before it begins is none: so the
/// movements always agree with [`Person::is_counted_on`].
fn of_person(person: &Person) -> Vec<Movement> {
    let mut found = Vec::new();
    let movement =
        |on, direction, reason: &String| Movement { person_id: person.id, on, direction, reason: reason.clone() };
    for stay in joined_up(person.stays()) {
        found.extend(stay.joined_on.map(|on| movement(on, Direction::In, &stay.joined_reason)));
        found.extend(stay.left_on.map(|on| movement(on, Direction::Out, &stay.left_reason)));
    }
    found
}

fn joined_up(mut stays: Vec<Stay>) -> Vec<Stay> {
    stays.retain(|stay| stay.joined_on.zip(stay.left_on).is_none_or(|(joined, left)| joined < left));
    stays.sort_by_key(|stay| stay.joined_on);
    let mut apart: Vec<Stay> = Vec::new();
    for stay in stays {
        match apart.last_mut() {
            Some(before) if overlaps(before, &stay) => {
                let goes_on = before.left_on.is_some_and(|left| stay.left_on.is_none_or(|later| later > left));
                if goes_on {
                    (before.left_on, before.left_reason) = (stay.left_on, stay.left_reason);
                }
            }
            _ => apart.push(stay),
        }
    }
    apart
}

fn overlaps(before: &Stay, after: &Stay) -> bool {
    before.left_on.is_none_or(|left| after.joined_on.is_none_or(|joined| joined < left))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::PersonName;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn person(stays: &[(Option<&str>, Option<&str>)]) -> Person {
        let mut all: Vec<Stay> = stays
            .iter()
            .map(|(joined, left)| Stay { joined_on: joined.map(day), left_on: left.map(day), ..Stay::default() })
            .collect();
        let present = all.pop().unwrap_or_default();
        let named = Person::named(PersonName::default());
        Person { joined_on: present.joined_on, left_on: present.left_on, former_stays: all, ..named }
    }

    /// A small generator with a fixed seed: the same thousand histories on every machine.
    struct Dice(u64);
    impl Dice {
        fn below(&mut self, n: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (self.0 >> 33) % n
        }
        fn day(&mut self) -> Option<NaiveDate> {
            let days = self.below(900);
            (days > 60).then(|| day("2024-01-01").checked_add_days(Days::new(days)).unwrap())
        }
    }

    #[test]
    fn the_table_always_closes_on_the_rosters_count() {
        let mut dice = Dice(7);
        for history in 0..1_000 {
            let people: Vec<Person> = (0..=dice.below(12))
                .map(|_| {
                    let mut someone = person(&[(None, None)]);
                    (someone.joined_on, someone.left_on) = (dice.day(), dice.day());
                    someone.former_stays = (0..dice.below(3))
                        .map(|_| Stay { joined_on: dice.day(), left_on: dice.day(), ..Stay::default() })
                        .collect();
                    someone
                })
                .collect();
            let months = months(&people, FiscalYear(2025));
            for month in &months {
                assert_eq!(month.closing(), counted(&people, month.last), "history {history}: {month:?} of {people:?}");
            }
            let year = period(&people, &movements(&people), day("2025-04-01"), day("2026-03-31"));
            assert_eq!(year.joined, months.iter().map(|m| m.joined).sum::<i64>());
            assert_eq!(year.left, months.iter().map(|m| m.left).sum::<i64>());
            assert_eq!(year.closing(), months.last().unwrap().closing());
            let listed = people.iter().filter(|p| p.is_counted(FiscalYear(2025))).count() as i64;
            assert_eq!(year.closing(), listed, "history {history}: what the list of the year counts");
            let next = period(&people, &movements(&people), day("2026-04-01"), day("2027-03-31"));
            assert_eq!((year.opening, next.opening), (months[0].opening, year.closing()), "history {history}");
            assert_eq!(year.reasons.values().sum::<i64>(), year.joined + year.left);
        }
    }

    #[test]
    fn who_comes_back_is_counted_again_from_that_day() {
        let back = person(&[(None, Some("2025-06-10")), (Some("2025-09-01"), None)]);
        let counts: Vec<i64> = months(&[back], FiscalYear(2025)).iter().map(Period::closing).collect();
        assert_eq!(counts, [1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]);
    }
}
