//! The vectors of `domain` 13.5 over the data that is shipped.

use super::*;

fn given(counts: &[(Quantity, i64)]) -> Given {
    Given { counts: counts.iter().copied().collect(), ..Given::default() }
}

fn reading(mut given: Given, readings: &[(&str, &str)]) -> Given {
    given.readings = readings.iter().map(|(choice, option)| ((*choice).to_owned(), (*option).to_owned())).collect();
    given
}

fn amount(id: &str, given: &Given) -> i64 {
    find(id).unwrap_or_else(|| panic!("{id} is shipped")).work_out(given).unwrap().amount.0
}

fn households(n: i64) -> Given {
    given(&[(Quantity::Households, n), (Quantity::Subdivisions, 0)])
}

#[test]
fn formulas_of_cities_give_the_figures_worked_by_hand() {
    assert_eq!(amount("sodegaura", &households(100)), 210_000);
    assert_eq!(amount("sodegaura", &households(101)), 201_700, "a real step down, never evened out");
    assert_eq!(amount("koura", &given(&[(Quantity::Households, 200), (Quantity::Persons, 560)])), 411_000);
    assert_eq!(amount("akashi", &households(150)), 100_000);
    assert_eq!(amount("iwamizawa", &households(300)), 135_000);
    assert_eq!(amount("chofu", &Given { filed: Some("04-20".into()), ..households(100) }), 20_000);
    assert_eq!(amount("chofu", &Given { filed: Some("06-01".into()), ..households(100) }), 10_000);
    assert_eq!(amount("nabari-equal", &given(&[(Quantity::Districts, 15)])), 700_000);
}

/// 名張市 (`domain` 3.3), by hand: 35,000,000 × 70 % × 5,000 ÷ 80,000 = 1,531,250; 35,000,000 × 30 % ÷ 15 = 700,000;
/// 72,000 × 12 = 864,000; 25,000 × 11 = 275,000; 200 × 5,000 = 1,000,000; 400,000 and 1,500,000 as the city sets them.
#[test]
fn nabari_adds_its_extras_and_its_offices_to_both_shares() {
    let with = |secretariat| {
        given(&[
            (Quantity::Persons, 5_000),
            (Quantity::CityPersons, 80_000),
            (Quantity::Districts, 15),
            (Quantity::Communities, 12),
            (Quantity::CountedExtra, 11),
            (Quantity::SecretariatYen, secretariat),
            (Quantity::AreaOfficeYen, 1_500_000),
        ])
    };
    let steps = find("nabari").unwrap().work_out(&with(400_000)).unwrap().steps;
    let amounts: Vec<i64> = steps.iter().map(|step| step.amount_yen.0).collect();
    assert_eq!(amounts, [1_531_250, 700_000, 864_000, 275_000, 1_000_000, 400_000, 1_500_000, 6_270_250]);
    assert_eq!(amount("nabari", &with(600_000)), 6_370_250, "事務局経費 is 500,000 yen at most");
    assert_eq!(steps[2].how, "72,000円 × 12か所");
    let office = |set: i64| {
        let step = find("nabari").unwrap().work_out(&with(set)).unwrap().steps[5].clone();
        (step.amount_yen.0, step.how.split_once("000円").map_or(String::new(), |(_, how)| how.to_owned()))
    };
    assert_eq!(office(200_000), (300_000, "（下限 300,000円）".to_owned()));
    assert_eq!(office(300_000), (300_000, String::new()), "exactly the lower limit");
    assert_eq!(office(400_000), (400_000, String::new()));
    assert_eq!(office(600_000), (500_000, "（上限 500,000円）".to_owned()));
    let lacking = Given {
        counts: with(0).counts.into_iter().filter(|(of, _)| *of != Quantity::Communities).collect(),
        ..Given::default()
    };
    assert_eq!(find("nabari").unwrap().work_out(&lacking).unwrap_err().code, "formula.missing", "nothing is guessed");
}

#[test]
fn a_part_of_the_cost_stops_at_its_cap() {
    let of = |cost| given(&[(Quantity::CostYen, cost), (Quantity::Households, 500)]);
    assert_eq!(amount("yokohama-single", &of(3_000_000)), 350_000, "700 yen × 500 households");
    assert_eq!(amount("yokohama-single", &of(1_050_000)), 350_000, "exactly the cap");
    assert_eq!(amount("yokohama-single", &of(100_000)), 33_333, "a third, rounded down");
    let steps = find("yokohama-single").unwrap().work_out(&of(3_000_000)).unwrap().steps;
    assert_eq!(steps[0].how, "3,000,000円 × 1／3（上限 350,000円）");
}

#[test]
fn what_a_rule_leaves_open_is_asked_and_both_readings_are_there() {
    let formula = find("kashiwa-disaster").unwrap();
    let refused = formula.work_out(&households(460)).unwrap_err();
    assert_eq!(refused.code, "formula.choose", "never decided in silence");
    let of = |n, option| amount("kashiwa-disaster", &reading(households(n), &[("added", option)]));
    for option in ["started", "completed"] {
        assert_eq!(of(449, option), 20_000);
        assert_eq!(of(5_000, option), 40_000, "the cap");
    }
    for n in [450, 499] {
        assert_eq!((of(n, "started"), of(n, "completed")), (21_000, 20_000), "{n}");
    }
    assert_eq!((of(500, "started"), of(500, "completed")), (22_000, 21_000));
    let whole = |base| amount("kashiwa", &reading(households(460), &[("base", base), ("added", "completed")]));
    assert_eq!(whole("started"), 17_500 * 2 + 300 * 460 + 20_000);
    assert_eq!(whole("completed"), 17_500 + 300 * 460 + 20_000);
}

#[test]
fn steps_are_told_in_words_and_add_up() {
    let worked = find("sodegaura").unwrap().work_out(&households(101)).unwrap();
    let told: Vec<String> =
        worked.steps.iter().map(|s| format!("{} {} = {}", s.label, s.how, s.amount_yen.0)).collect();
    assert_eq!(
        told,
        [
            "世帯割 1,700円 × 101世帯 = 171700",
            "均等割（世帯の段階） 101世帯以上の段階（101世帯） = 30000",
            "分区割 10,000円 × 0分区 = 0",
            "合計 上の計 = 201700",
        ]
    );
}

#[test]
fn a_body_of_a_part_of_the_year_is_paid_by_the_month() {
    let of = |months| amount("akashi", &Given { months: Some(months), ..households(150) });
    assert_eq!((of(12), of(6)), (100_000, 55_000), "the equal part in full, the households by the month");
}

#[test]
fn nothing_is_guessed() {
    let refused = |id: &str, given: &Given| find(id).unwrap().work_out(given).unwrap_err().code;
    assert_eq!(refused("koura", &given(&[(Quantity::Households, 200)])), "formula.missing", "no persons");
    assert_eq!(refused("chofu", &households(100)), "formula.missing", "no day of filing");
    assert_eq!(refused("nabari-equal", &given(&[(Quantity::Districts, 0)])), "formula.missing", "nothing by none");
    let fraction = Given { months: Some(5), ..households(1) };
    let term = Term { by_month: true, ..find("koura").unwrap().terms[4].clone() };
    let own = Formula { terms: vec![term], ..find("koura").unwrap().clone() };
    let of_one = Given { counts: [(Quantity::Persons, 1)].into(), ..fraction };
    assert_eq!(own.work_out(&of_one).unwrap_err().code, "formula.no_rounding", "41.66 yen without a named rounding");
}

#[test]
fn every_formula_can_be_worked_out_and_says_where_it_stands() {
    assert_eq!(all().len(), 10);
    for formula in all() {
        assert!(!formula.source.is_empty() && !formula.is_verified, "{}", formula.id);
        let counts = formula.measures().into_iter().map(|of| (of, 120)).collect();
        let first = |choice: &OpenReading| (choice.id.clone(), choice.options[0].id.clone());
        let readings = formula.choices.iter().map(first).collect();
        let given = Given { counts, readings, filed: Some("05-01".into()), months: None };
        let worked = formula.work_out(&given).unwrap_or_else(|e| panic!("{}: {e}", formula.id));
        assert!(worked.amount > Yen(0) && !worked.steps.is_empty(), "{}", formula.id);
        for term in &formula.terms {
            let divides = matches!(term.kind, Kind::Part { .. } | Kind::PoolEqual { .. } | Kind::PoolShare { .. });
            assert!(!divides || term.round.is_some(), "{}: a division names its rounding", formula.id);
            let is_known = |[choice, option]: &[String; 2]| {
                formula.choices.iter().any(|c| c.id == *choice && c.options.iter().any(|o| o.id == *option))
            };
            assert!(term.reading.as_ref().is_none_or(is_known), "{}: {:?}", formula.id, term.reading);
        }
    }
}
