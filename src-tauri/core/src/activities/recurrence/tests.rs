use super::*;

const YEAR: FiscalYear = FiscalYear(2025);

fn days(words: &str) -> Vec<String> {
    days_of(words, YEAR).iter().map(|(from, _)| from.to_string()).collect()
}

fn spans(words: &str) -> Vec<String> {
    days_of(words, YEAR).iter().map(|(from, to)| format!("{from} {to}")).collect()
}

#[test]
fn a_list_of_months_is_months_and_never_a_weekday() {
    for (words, times) in [
        ("4月・7月・10月・12月・1月", 5),
        ("10月・3月", 2),
        ("6月、2月", 2),
        ("5月・10月・2月", 3),
        ("5・10・3月", 3),
        ("4月～6月", 3),
        ("10月・1月頃", 2),
    ] {
        assert_eq!((days(words), times_a_year(words)), (vec![], times), "{words}");
    }
    assert_eq!(days("5月・10月の第2日曜日"), ["2025-05-11", "2025-10-12"]);
    assert_eq!(days("10月第1・3月曜"), ["2025-10-06", "2025-10-20"]);
    for words in ["10月12日・1月", "毎月2月"] {
        assert!(days(words).is_empty(), "{words}");
    }
}

#[test]
fn days_are_read_as_this_program_writes_them() {
    for (words, expected) in [
        ("5月10日（日）", vec!["2025-05-10 2025-05-10"]),
        ("5月31日～6月1日", vec!["2025-05-31 2025-06-01"]),
        ("10月12日（日）～13日（月）", vec!["2025-10-12 2025-10-13"]),
        ("6/14", vec!["2025-06-14 2025-06-14"]),
        ("R7.10.12", vec!["2025-10-12 2025-10-12"]),
        ("5月10日、1月11日", vec!["2025-05-10 2025-05-10", "2026-01-11 2026-01-11"]),
        ("R8.10.12", vec![]),
    ] {
        assert_eq!(spans(words), expected, "{words}");
    }
}

#[test]
fn words_that_name_days_name_them_for_the_whole_year() {
    let saturdays = days("毎月第２土曜日");
    assert_eq!(saturdays.len(), 12);
    assert_eq!((&saturdays[0][..], &saturdays[1][..], &saturdays[11][..]), ("2025-04-12", "2025-05-10", "2026-03-14"));
    assert_eq!(days("毎週水曜").len(), 52);
    assert_eq!(days("毎月第1・3日曜").len(), 24);
    assert_eq!(days("毎月第1日曜、第3日曜"), days("毎月第1・3日曜"));
    assert_eq!(days("隔月15日"), ["2025-04-15", "2025-06-15", "2025-08-15", "2025-10-15", "2025-12-15", "2026-02-15"]);
    assert_eq!(days("10月の第2日曜日"), ["2025-10-12"]);
    assert_eq!(days("5・10月最終日曜"), ["2025-05-25", "2025-10-26"]);
    assert_eq!(days("11～1月 末日"), ["2025-11-30", "2025-12-31", "2026-01-31"]);
    assert_eq!(days("2月11日"), ["2026-02-11"]);
    assert_eq!(days("毎月10・20日").len(), 24);
}

#[test]
fn every_way_to_say_how_often_names_its_days_or_none() {
    let even = ["2025-04-20", "2025-06-15", "2025-08-17", "2025-10-19", "2025-12-21", "2026-02-15"];
    assert_eq!(days("偶数月の第3日曜"), even);
    assert_eq!(days("奇数月の第3日曜").len(), 6);
    assert_eq!(days("毎週土曜"), days("毎週土曜日"));
    assert_eq!((days("毎週土曜").len(), &days("毎週土曜")[0][..]), (52, "2025-04-05"));
    assert_eq!(days("第2・4土曜日"), days("毎月第2・4土曜"));
    assert_eq!(days("第2・4土曜日").len(), 24);
    assert_eq!(days("第2土曜"), days("毎月第2土曜"));
    let fortnights = days("隔週土曜日");
    assert_eq!((fortnights.len(), &fortnights[0][..], &fortnights[1][..]), (26, "2025-04-05", "2025-04-19"));
    for words in ["通年", "月2回", "隔月", "偶数月", "隔週", "第2土曜か日曜"] {
        assert_eq!((days(words), times_a_year(words)), (vec![], 0), "{words}");
    }
    for words in ["年3回", "6月・9月・12月"] {
        assert_eq!((days(words), times_a_year(words)), (vec![], 3), "{words}");
    }
}

#[test]
fn a_day_that_a_month_lacks_is_left_out() {
    assert_eq!(days("毎月31日").len(), 7);
    assert!(days("毎月第5土曜").len() < 12);
    assert!(days("2月30日").is_empty());
}

#[test]
fn words_without_a_day_name_none() {
    for words in [
        "通年",
        "年3回",
        "10月上旬",
        "随時",
        "",
        "毎月",
        "毎週",
        "隔週",
        "隔月",
        "月2回",
        "偶数月",
        "第2土曜か日曜",
        "13月1日",
        "毎月第土曜",
        "未定",
        "毎月第2祝日",
    ] {
        assert!(days(words).is_empty(), "{words}");
    }
}

#[test]
fn words_without_a_day_may_say_how_often() {
    for (words, times) in [
        ("年３回", 3),
        ("10月", 1),
        ("5・10月", 2),
        ("４～６月", 3),
        ("10月上旬", 1),
        ("通年", 0),
        ("随時", 0),
        ("", 0),
    ] {
        assert_eq!(times_a_year(words), times, "{words}");
    }
    assert_eq!(times_a_year("年9999999999回"), 0);
    assert_eq!(times_a_year("毎月"), 0, "no day of the month is known");
}

#[test]
fn last_years_day_moves_to_the_same_weekday() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert_eq!(moved(day("2025-10-12"), YEAR.next()), day("2026-10-11"), "第2日曜");
    assert_eq!(moved(day("2026-01-11"), YEAR.next()), day("2027-01-10"), "second Sunday of January");
    assert_eq!(moved(day("2025-08-30"), YEAR.next()), day("2026-08-29"), "a fifth Saturday that is there");
    assert_eq!(moved(day("2025-05-31"), YEAR.next()), day("2026-05-30"));
    assert_eq!(moved(day("2025-06-29"), YEAR.next()), day("2026-06-28"), "a fifth that is not there is the last");
    for at in 0..365 {
        let from = YEAR.first_day() + Days::new(at);
        let to = moved(from, YEAR.next());
        assert_eq!((from.weekday(), from.month()), (to.weekday(), to.month()), "{from}");
    }
}

/// 20日締め: a month lies in the year with its end at the beginning, and its beginning at the end.
#[test]
fn in_a_year_that_begins_within_a_month_both_parts_of_it_are_found() {
    YearStart { month: 3, day: 21 }.during(|| {
        let saturdays = days("毎月第２土曜日");
        assert_eq!((saturdays.len(), &*saturdays[0], &*saturdays[11]), (12, "2025-04-12", "2026-03-14"));
        assert_eq!(days("3月第4日曜日"), ["2025-03-23"]);
        assert_eq!(days("3月10・25日"), ["2025-03-25", "2026-03-10"]);
        assert_eq!(days("3月31日"), ["2025-03-31"]);
        assert_eq!(days("毎週水曜").len(), 52);
    });
    let january = || (days("11～1月 末日"), days("11～12月 末日"));
    let told = YearStart { month: 1, day: 1 }.during(january);
    assert_eq!(told, (vec![], vec!["2025-11-30".into(), "2025-12-31".into()]), "January is not after December");
}

#[test]
fn last_years_day_moves_into_the_year_whatever_its_first_day() {
    for (month, day) in [(1, 1), (3, 21), (5, 1), (12, 21)] {
        YearStart { month, day }.during(|| {
            for from in YEAR.first_day().iter_days().take_while(|day| *day <= YEAR.last_day()) {
                let to = moved(from, YEAR.next());
                assert_eq!((FiscalYear::of(to), to.weekday()), (YEAR.next(), from.weekday()), "{month}/{day}: {from}");
            }
        });
    }
}
