//! 一つの行事のいくつかの日: which occasions are one record, and how their days are told.

use chrono::Datelike;

use super::{Occasion, OccasionState};

/// The occasions of a year by record, each with its days in their order; the records stand where their first day does.
pub fn records<'a>(occasions: impl IntoIterator<Item = &'a Occasion>) -> Vec<Vec<&'a Occasion>> {
    let mut all: Vec<Vec<&Occasion>> = Vec::new();
    for one in occasions {
        let own = all.iter_mut().find(|days| one.series_id.is_some() && days[0].series_id == one.series_id);
        match own {
            Some(days) => days.push(one),
            None => all.push(vec![one]),
        }
    }
    all
}

/// 5月12日、6月23日、7月14日（中止 6月9日）: every day of one record. What was called off as a whole says so in its name.
pub fn days_told(days: &[&Occasion]) -> String {
    let (off, on): (Vec<&Occasion>, Vec<&Occasion>) = days.iter().partition(|o| o.state == OccasionState::Cancelled);
    match (on.is_empty(), off.is_empty()) {
        (true, _) => listed(&off),
        (false, true) => listed(&on),
        (false, false) => format!("{}（中止 {}）", listed(&on), listed(&off)),
    }
}

/// 5月12日、6月9日・23日: further days of a month without its name.
pub(super) fn listed(days: &[&Occasion]) -> String {
    let mut told = String::new();
    let mut month = None;
    for (at, o) in days.iter().enumerate() {
        if at > 0 && (days[at - 1].from_on, days[at - 1].to_on) == (o.from_on, o.to_on) {
            continue;
        }
        let own = (o.from_on == o.to_on).then(|| (o.from_on.year(), o.from_on.month()));
        told += &match (told.is_empty(), own.is_some() && own == month) {
            (_, true) => format!("・{}日", o.from_on.day()),
            (true, false) => o.when(),
            (false, false) => format!("、{}", o.when()),
        };
        month = own;
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activities::SeriesId;
    use crate::calendar::FiscalYear;

    fn day(on: &str, series_id: Option<SeriesId>) -> Occasion {
        Occasion { series_id, ..Occasion::new(FiscalYear(2025), "清掃", on.parse().unwrap()) }
    }

    #[test]
    fn v01_the_days_of_one_record_are_told_together() {
        let series = Some(SeriesId::new());
        let days = ["2025-05-12", "2025-06-09", "2025-06-23", "2025-07-14"].map(|on| day(on, series));
        let alone = [day("2025-06-01", None), day("2025-06-01", None)];
        let all: Vec<Occasion> = [&days[..1], &alone[..], &days[1..]].concat();
        let records = records(&all);
        assert_eq!(records.iter().map(Vec::len).collect::<Vec<_>>(), [4, 1, 1], "those of no series stand alone");
        assert_eq!(days_told(&records[0]), "5月12日、6月9日・23日、7月14日");
        let off = |o: &Occasion| Occasion { state: OccasionState::Cancelled, ..o.clone() };
        let rain = [days[0].clone(), off(&days[1]), days[2].clone()];
        assert_eq!(days_told(&rain.iter().collect::<Vec<_>>()), "5月12日、6月23日（中止 6月9日）");
        let whole = [off(&days[0]), off(&days[1])];
        assert_eq!(days_told(&whole.iter().collect::<Vec<_>>()), "5月12日、6月9日");
        let camp = Occasion { to_on: "2025-06-15".parse().unwrap(), ..day("2025-06-14", series) };
        assert_eq!(days_told(&[&days[1], &camp, &days[2]]), "6月9日、6月14日～15日、6月23日");
    }
}
