use super::*;
use crate::intake::sketch::book;

const HEAD: &str = "#property|cityName|surveyDate|regionName|totalPopulation|male|numberOfHouseholds|note|location\n";

fn planned(drawn: &str, stored: &StoredTowns) -> Plan<TownDraft> {
    plan(&book(&format!("{HEAD}{drawn}")), stored, &Hints::NONE, FiscalYear(2025)).unwrap()
}

fn told(plan: &Plan<TownDraft>) -> Vec<String> {
    let line = |d: &TownDraft| {
        let number = |n: Option<i64>| n.map_or("-".into(), |n| n.to_string());
        format!("{} {} {}/{}", d.name, d.as_of_on, number(d.households), number(d.persons))
    };
    plan.rows.iter().map(|row| line(&row.draft)).collect()
}

#[test]
fn numbers_as_text_and_numbers_that_are_not_published() {
    let drawn = "1|高松市|4/1/2021|栗林町１丁目|1,043|500|563||34.1,134.1
2|高松市|4/1/2021|朝日町４丁目|0|0|-||34.2,134.2
3|高松市|4/1/2021|桜町１丁目|=1800|=900|=899||34.3,134.3
4|高松市|4/1/2021|南町|=3|=1|||34.4,134.4";
    let plan = planned(drawn, &StoredTowns::default());
    assert_eq!(
        told(&plan),
        [
            "栗林町１丁目 2021-04-01 563/1043",
            "朝日町４丁目 2021-04-01 -/0",
            "桜町１丁目 2021-04-01 899/1800",
            "南町 2021-04-01 -/3",
        ]
    );
    let issues: Vec<_> = plan.issues.iter().map(|i| (i.place.cell.as_str(), i.code)).collect();
    assert_eq!(issues, [("G3", "enrolment.town_suppressed"), ("G5", "enrolment.town_suppressed")]);
    assert_eq!(plan.issues[0].params["text"], "-");
}

#[test]
fn a_broken_name_is_read_by_its_place_and_told() {
    let town = Town { id: TownId::new(), name: "塩屋町".into(), place: "34.1,134.1".into() };
    let stored = StoredTowns { towns: vec![town], ..StoredTowns::default() };
    let drawn = "1|高松市|4/1/2023|\u{FFFD}\u{FFFD}|=371|=1|=200||34.1,134.1
2|高松市|4/1/2023|\u{FFFD}S|=9|=1|=5||35.9,135.9";
    let plan = planned(drawn, &stored);
    assert_eq!(told(&plan), ["塩屋町 2023-04-01 200/371"]);
    let codes: Vec<_> = plan.issues.iter().map(|i| (i.place.cell.as_str(), i.code)).collect();
    assert_eq!(codes, [("D2", "enrolment.town_name_broken"), ("D3", "enrolment.town_unknown")]);
}

#[test]
fn the_same_again_is_the_same_and_other_numbers_are_changes() {
    let id = TownId::new();
    let on: NaiveDate = "2025-04-01".parse().unwrap();
    let count =
        TownCount { town_id: id, as_of_on: on, households: Some(587), persons: Some(1000), source: "前".into() };
    let town = Town { id, name: "栗林町１丁目".into(), place: String::new() };
    let stored = StoredTowns { towns: vec![town], counts: vec![count], ages: vec![] };
    let verdict = |households: &str| {
        planned(&format!("1|高松市|2025-04-01|栗林町一丁目|=1000|=1|{households}||"), &stored).rows[0].verdict
    };
    assert_eq!((verdict("=587"), verdict("=588"), verdict("-")), (Verdict::Same, Verdict::Changed, Verdict::Same));
}

#[test]
fn a_sheet_without_a_day_says_which_one_was_taken() {
    let plan =
        plan(&book("町丁名|世帯数\n桜町|=10\n緑町|=20"), &StoredTowns::default(), &Hints::NONE, FiscalYear(2025))
            .unwrap();
    assert_eq!(told(&plan), ["桜町 2025-04-01 10/-", "緑町 2025-04-01 20/-"]);
    assert_eq!(plan.issues.len(), 1, "said once");
}
