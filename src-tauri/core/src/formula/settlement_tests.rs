//! 精算の算式: the data that is shipped against figures worked by hand.

use super::*;

fn settled(id: &str, given: &[(Quantity, i64)]) -> (i64, String) {
    let given = Given { counts: given.iter().copied().collect(), ..Given::default() };
    let worked = settlement(id).unwrap_or_else(|| panic!("{id} is shipped")).work_out(&given).unwrap();
    (worked.amount.0, worked.steps[0].how.clone())
}

/// 高松市 関係人口受入事業補助金 (`domain` 3.3): min(実支出 − 収入, 500,000) floored to 1,000.
#[test]
fn spent_less_income_stops_at_the_cap_and_is_floored_to_a_thousand() {
    let of = |cost, income, decided| {
        let given = [(Quantity::CostYen, cost), (Quantity::EventIncomeYen, income), (Quantity::DecidedYen, decided)];
        settled("takamatsu-visitors", &given)
    };
    assert_eq!(of(412_345, 30_000, 500_000).0, 382_000, "382,345 floored");
    assert_eq!(of(412_345, 30_000, 500_000).1, "対象経費 412,345円 − 事業収入 30,000円（1,000円未満切捨て）");
    assert_eq!(of(700_000, 50_000, 500_000).0, 500_000, "the cap");
    assert_eq!(of(530_000, 30_000, 500_000).0, 500_000, "exactly the cap");
    assert_eq!(
        of(412_345, 30_000, 300_000),
        (300_000, "対象経費 412,345円 − 事業収入 30,000円（上限 交付決定額 300,000円）（1,000円未満切捨て）".into())
    );
    assert_eq!(of(20_000, 30_000, 500_000).0, 0, "never below zero");
    assert_eq!(of(30_999, 30_000, 500_000).0, 0, "less than a thousand is nothing");
}

/// 松戸市 地区会交付金 (`domain` 3.8): the others first, this one last, at most 500,000.
#[test]
fn the_shortfall_is_filled_after_the_others() {
    let of = |cost, others, decided| {
        let given = [(Quantity::CostYen, cost), (Quantity::OtherGrantsYen, others), (Quantity::DecidedYen, decided)];
        settled("matsudo-shortfall", &given).0
    };
    assert_eq!(of(680_000, 250_000, 500_000), 430_000);
    assert_eq!(of(900_000, 250_000, 500_000), 500_000);
    assert_eq!(of(200_000, 250_000, 500_000), 0, "the others paid everything");
}

/// 久留米市: half, at most 100,000, floored; 大阪市 50/100; 横浜市 a third.
#[test]
fn a_part_of_the_cost_is_paid_as_the_rule_rounds() {
    let of = |id: &str, cost, decided| settled(id, &[(Quantity::CostYen, cost), (Quantity::DecidedYen, decided)]).0;
    assert_eq!(of("kurume-half", 123_457, 100_000), 61_000, "61,728.5 floored to 1,000");
    assert_eq!(of("kurume-half", 300_000, 100_000), 100_000);
    assert_eq!(of("osaka-half", 123_457, 900_000), 61_728, "the half yen is dropped");
    assert_eq!(of("yokohama-third", 100_000, 350_000), 33_333);
    assert_eq!(of("yokohama-third", 3_000_000, 350_000), 350_000, "700 yen × 500 households were decided");
}

#[test]
fn what_no_rule_names_is_the_lesser_of_decided_and_charged() {
    let of =
        |decided, charged| settled("charged", &[(Quantity::DecidedYen, decided), (Quantity::AllocatedYen, charged)]).0;
    assert_eq!((of(500_000, 470_000), of(500_000, 520_000), of(0, 10)), (470_000, 500_000, 0));
}

#[test]
fn every_settlement_needs_only_what_books_and_decision_say() {
    use Quantity::{AllocatedYen, CostYen, DecidedYen, EventIncomeYen, OtherGrantsYen, ReceivedYen};
    let known = [AllocatedYen, CostYen, DecidedYen, EventIncomeYen, OtherGrantsYen, ReceivedYen];
    assert_eq!(settlements().len(), 10, "a file that does not parse has no formulas");
    for formula in settlements() {
        assert!(formula.measures().iter().all(|of| known.contains(of)), "{}", formula.id);
        assert!(formula.choices.is_empty() && !formula.source.is_empty(), "{}", formula.id);
        assert!(
            formula.terms.iter().all(|term| term.at_most_of == Some(DecidedYen)),
            "{}: no more than decided",
            formula.id
        );
    }
}
