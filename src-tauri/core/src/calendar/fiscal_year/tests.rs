use chrono::Datelike;

use super::*;

#[test]
fn a_year_runs_from_april_to_march() {
    let year = FiscalYear(2025);
    assert_eq!((year.first_day().to_string(), year.last_day().to_string()), ("2025-04-01".into(), "2026-03-31".into()));
    assert_eq!(FiscalYear::of(year.last_day()), year);
    assert_eq!(FiscalYear::of(year.last_day().succ_opt().unwrap()), year.next());
    assert_eq!(year.day(2, 28).unwrap().to_string(), "2026-02-28");
    assert_eq!(year.day(2, 30), None);
    assert_eq!(FiscalYear(2018).label(), "平成30年度");
}

#[test]
fn a_year_is_settled_from_january_before_it_to_may_after_it() {
    let year = FiscalYear(2025);
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for (near, may) in [
        ("2024-12-31", false),
        ("2025-01-01", true),
        ("2025-03-31", true),
        ("2025-04-01", false),
        ("2026-03-31", false),
        ("2026-04-01", true),
        ("2026-05-31", true),
        ("2026-06-01", false),
    ] {
        assert_eq!(year.may_settle_on(day(near)), may, "{near}");
    }
    assert_eq!(year.span_with(day("2026-04-20")), day("2026-04-01")..=day("2026-05-31"));
    assert_eq!(year.span_with(day("2025-03-02")), day("2025-01-01")..=day("2025-03-31"));
    assert_eq!(year.span_with(day("2025-10-02")), day("2025-04-01")..=day("2026-03-31"));
}

/// All first days that a year may have.
fn starts() -> impl Iterator<Item = YearStart> {
    (1..=12).flat_map(|month| (1..=28).map(move |day| YearStart { month, day }))
}

#[test]
fn years_of_any_first_day_adjoin_and_every_day_lies_in_one() {
    for start in starts() {
        start.during(|| {
            for year in (2018..2030).map(FiscalYear) {
                let (first, last) = (year.first_day(), year.last_day());
                assert_eq!((FiscalYear::of(first), FiscalYear::of(last)), (year, year), "{start:?} {year}");
                assert_eq!(last.succ_opt(), Some(year.next().first_day()), "{start:?} {year}");
                assert_eq!((year.may_settle_on(first), year.may_settle_on(year.next().first_day())), (false, true));
                let days = first.iter_days().take_while(|day| *day <= last);
                assert!(days.clone().all(|day| year.day(day.month(), day.day()) == Some(day)), "{start:?} {year}");
                let months: Vec<BookMonth> = year.months().collect();
                let of_months = months
                    .iter()
                    .flat_map(|month| month.first_day().iter_days().take_while(|day| *day <= month.last_day()));
                assert!(of_months.eq(days.clone()), "{start:?} {year}: the months are the year");
                assert!(days.clone().all(|day| months.contains(&BookMonth::of(day))), "{start:?} {year}");
                assert_eq!(months[0].named_after().year(), year.0, "{start:?}: named by its first month");
            }
        });
    }
}

#[test]
fn the_days_of_the_city_stay_where_they_are() {
    let year = FiscalYear(2025);
    let seen = || {
        let due = [year.city_day(3, 31), year.city_day(4, 1), year.city_day(2, 29)];
        (year.city_first_day(), due, FiscalYear::city_of(year.city_first_day()))
    };
    let april = seen();
    assert_eq!(april.0.to_string(), "2025-04-01");
    for start in starts() {
        assert_eq!(start.during(seen), april, "{start:?}");
    }
}

#[test]
fn a_day_typed_without_its_year_is_one_of_the_councils_year() {
    let days = |month, day| {
        let start = YearStart { month, day };
        start.during(|| {
            let year = FiscalYear(2025);
            let typed = [(4, 30), (5, 1), (3, 20), (3, 21), (12, 31)].map(|(m, d)| year.day(m, d).unwrap().to_string());
            (typed, year.label(), year.first_day().to_string())
        })
    };
    let told =
        |typed: [&str; 5], label: &str, first: &str| (typed.map(str::to_owned), label.to_owned(), first.to_owned());
    let may = ["2026-04-30", "2025-05-01", "2026-03-20", "2026-03-21", "2025-12-31"];
    assert_eq!(days(5, 1), told(may, "令和7年度", "2025-05-01"));
    let spring = ["2025-04-30", "2025-05-01", "2026-03-20", "2025-03-21", "2025-12-31"];
    assert_eq!(days(3, 21), told(spring, "令和7年度", "2025-03-21"));
    let winter = ["2025-04-30", "2025-05-01", "2025-03-20", "2025-03-21", "2024-12-31"];
    assert_eq!(days(12, 21), told(winter, "令和7年度", "2024-12-21"));
}
