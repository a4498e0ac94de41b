//! スタッフの時間: what helpers did, for each of them and for each occasion.

use std::collections::BTreeMap;

use super::{Attendance, Occasion, OccasionId, Part};
use crate::roster::PersonId;

/// What was helped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Volunteer {
    /// How often: of somebody on how many occasions, of an occasion by how many.
    pub times: i64,
    /// How long in all.
    pub minutes: i64,
    /// How often nobody knows how long.
    pub unknown: i64,
}

/// What helpers did in the occasions that were held, by who they are: a person of the roster, or a name as written.
pub fn volunteers(occasions: &[Occasion], there: &[Attendance]) -> BTreeMap<(Option<PersonId>, String), Volunteer> {
    summed(occasions, there, |one| (one.person_id, one.name.clone()))
}

/// What those marked by name helped in each occasion that was held.
pub fn helped(occasions: &[Occasion], there: &[Attendance]) -> BTreeMap<OccasionId, Volunteer> {
    summed(occasions, there, |one| one.occasion_id)
}

fn summed<K: Ord>(
    occasions: &[Occasion],
    there: &[Attendance],
    key: impl Fn(&Attendance) -> K,
) -> BTreeMap<K, Volunteer> {
    let held: BTreeMap<OccasionId, &Occasion> = occasions.iter().filter(|o| o.is_held()).map(|o| (o.id, o)).collect();
    let mut all: BTreeMap<K, Volunteer> = BTreeMap::new();
    for one in there.iter().filter(|one| one.part == Part::Helper) {
        let Some(occasion) = held.get(&one.occasion_id) else { continue };
        let sum = all.entry(key(one)).or_default();
        sum.times += 1;
        match one.worked(occasion) {
            Some(minutes) => sum.minutes += minutes,
            None => sum.unknown += 1,
        }
    }
    all
}

/// 2時間30分, 45分, 3時間; 0時間 for nothing.
pub fn hours_label(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("{hours}時間"),
        (0, rest) => format!("{rest}分"),
        (hours, rest) => format!("{hours}時間{rest}分"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activities::{AttendanceId, OccasionState};
    use crate::calendar::FiscalYear;

    fn occasion(begins: &str, ends: &str) -> Occasion {
        let day = "2025-10-12".parse().unwrap();
        let (begins_at, ends_at) = (begins.parse().ok(), ends.parse().ok());
        Occasion { begins_at, ends_at, ..Occasion::new(FiscalYear(2025), "祭り", day) }
    }

    #[test]
    fn helpers_are_summed_over_what_was_held() {
        let (held, unknown) = (occasion("09:00:00", "12:00:00"), occasion("", ""));
        let off = Occasion { state: OccasionState::Cancelled, ..occasion("09:00:00", "12:00:00") };
        let who = PersonId::new();
        let there = |of: &Occasion, part, minutes| Attendance {
            id: AttendanceId::new(),
            occasion_id: of.id,
            person_id: Some(who),
            name: String::new(),
            part,
            minutes,
        };
        let all = [
            there(&held, Part::Helper, None),
            there(&held, Part::Participant, None),
            there(&unknown, Part::Helper, None),
            there(&unknown, Part::Helper, Some(45)),
            there(&off, Part::Helper, Some(600)),
        ];
        let (first, second) = (held.id, unknown.id);
        let occasions = [held, unknown, off];
        let sums = volunteers(&occasions, &all);
        let expected = Volunteer { times: 3, minutes: 225, unknown: 1 };
        assert_eq!(sums.into_values().collect::<Vec<_>>(), [expected]);
        let each = helped(&occasions, &all);
        assert_eq!(each[&first], Volunteer { times: 1, minutes: 180, unknown: 0 });
        assert_eq!(each[&second], Volunteer { times: 2, minutes: 45, unknown: 1 });
        assert_eq!(each.len(), 2, "what was called off is not among them");
    }

    #[test]
    fn v03_time_is_told_in_hours() {
        assert_eq!([150, 45, 180, 0].map(hours_label), ["2時間30分", "45分", "3時間", "0時間"]);
    }
}
