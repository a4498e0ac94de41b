//! 積立 with a limit of years: 1,000 random lives of a grant against a person's own book of what each year left (`domain` 3.3).

use super::random::Dice;
use super::*;

fn limited(years: i64) -> GrantRules {
    toml::from_str(&format!("name = \"一括交付金\"\ncarry_over = \"reserve\"\nreserve_years = {years}")).unwrap()
}

/// A year that received all that was decided and spent so much of it.
fn year(at: i32, decided: i64, spent: i64, rules: &GrantRules, carried: Option<CarriedOver>) -> GrantFigures {
    let own = Grant { fiscal_year: FiscalYear(at), ..grant(decided) };
    let entries =
        vec![entry(EntryKind::Income, Some(&own), None, decided), entry(EntryKind::Expense, Some(&own), None, spent)];
    GrantFigures::of(&own, &books(entries), Some(rules), carried).unwrap()
}

/// What a person writes on one line for each year: the year, and what is still there of it.
fn by_hand(lines: &mut Vec<(i32, i64)>, at: i32, [decided, spent]: [i64; 2], years: i32) -> [i64; 3] {
    let mut over = (spent - decided).max(0);
    for (_, left) in lines.iter_mut() {
        let taken = over.min(*left);
        (*left, over) = (*left - taken, over - taken);
    }
    let is_over = |line: &(i32, i64)| at >= line.0 + years;
    let back = lines.iter().filter(|line| is_over(line)).map(|line| line.1).sum();
    lines.retain(|line| !is_over(line));
    lines.push((at, (decided - spent).max(0)));
    let warned = lines.iter().filter(|line| at + 1 >= line.0 + years).map(|line| line.1).sum();
    [back, lines.iter().map(|line| line.1).sum(), warned]
}

#[test]
fn a_limited_reserve_goes_back_as_a_person_would_work_it_out() {
    let mut dice = Dice(23);
    let mut came_back = 0;
    for life in 0..1_000 {
        let years = 1 + dice.below(4);
        let (rules, mut lines, mut carried) = (limited(years), Vec::new(), None);
        for at in 2020..2028 {
            let (decided, spent) = (1 + dice.below(500_000), dice.below(700_000));
            let began: i64 = lines.iter().map(|(_, left)| left).sum();
            let figures = year(at, decided, spent, &rules, carried);
            let hand = by_hand(&mut lines, at, [decided, spent], i32::try_from(years).unwrap());
            let said = format!("life {life}, {at}, {years} years");
            let told = [figures.refund_yen(), figures.kept_yen(), figures.expires_next_yen()].map(|yen| yen.0);
            assert_eq!(told, hand, "{said}");
            assert_eq!(figures.reserved_yen().0, began, "{said}");
            let last = figures.steps().last().map(|step| step.amount_yen);
            assert_eq!(last, Some(figures.kept_yen()), "{said}: the last step is what is put by");
            let borne = decided.min(spent) + figures.from_reserve_yen().0 + figures.excess_yen().0;
            assert_eq!(borne, spent, "{said}: every yen is paid by the city, the reserve or own funds");
            came_back += figures.refund_yen().0;
            carried = figures.carried_on();
        }
    }
    assert!(came_back > 0);
}

/// 令和2年度 leaves 100,000円 that may be spent for two years; 30,000円 of it are, and 70,000円 go back as 令和4年度 ends.
#[test]
fn what_was_put_by_for_two_years_is_told_a_year_ahead_and_goes_back_then() {
    let rules = limited(2);
    let first = year(2020, 300_000, 200_000, &rules, None);
    assert_eq!((first.kept_yen(), first.refund_yen(), first.expires_next_yen()), (Yen(100_000), Yen(0), Yen(0)));
    let second = year(2021, 300_000, 330_000, &rules, first.carried_on());
    assert_eq!((second.kept_yen(), second.refund_yen(), second.expires_next_yen()), (Yen(70_000), Yen(0), Yen(70_000)));
    let third = year(2022, 300_000, 280_000, &rules, second.carried_on());
    assert_eq!((third.kept_yen(), third.refund_yen(), third.rest_yen()), (Yen(20_000), Yen(70_000), Yen(90_000)));
    assert_eq!(third.rest_label(), "残額（返還する額と積み立てる額）");
    assert_eq!(
        told(&third)[6..],
        [
            "G 返還額（期限の来た積立） 積み立てて2年度のあいだに使わなかった額 = 70000",
            "H 積立額（次の年度へ） A − C + 積立の残り 70,000円 − G = 20000",
        ]
    );
    let fourth = year(2023, 300_000, 300_000, &rules, third.carried_on());
    assert_eq!(
        (fourth.reserved_yen(), fourth.kept_yen()),
        (Yen(20_000), Yen(20_000)),
        "only what is left of 令和4年度"
    );
}

/// Half of the cost, an award of 300,000, and 50,000 put by: own funds bear their half, the reserve what the award cuts off.
#[test]
fn the_half_that_own_funds_bear_is_not_taken_from_the_reserve() {
    let rules = carrying("reserve", "formula = \"cost\"\nshare = [1, 2]");
    let own = grant(300_000);
    let of = |spent: i64, told: Option<i64>| {
        let own = Grant { fixed_yen: told.map(Yen), ..own.clone() };
        let paid = entry(EntryKind::Income, Some(&own), None, 300_000);
        let books = books(vec![paid, entry(EntryKind::Expense, Some(&own), None, spent)]);
        let before = CarriedOver::of(CarryOver::Reserve, FiscalYear(2024), Yen(50_000));
        GrantFigures::of(&own, &books, Some(&rules), Some(before)).unwrap()
    };
    for (spent, told, [from_reserve, excess, kept, left, beyond]) in [
        // spent, 確定額 as told; from the reserve, own funds, put by, may still be used, in vain
        (500_000, None, [0, 250_000, 100_000, 100_000, 0]),
        (600_000, None, [0, 300_000, 50_000, 50_000, 0]),
        (660_000, None, [30_000, 330_000, 20_000, 20_000, 0]),
        (800_000, None, [50_000, 450_000, 0, -50_000, 50_000]),
        (600_000, Some(280_000), [20_000, 300_000, 50_000, 50_000, 0]),
    ] {
        let figures = of(spent, told);
        let of_it = [
            figures.from_reserve_yen(),
            figures.excess_yen(),
            figures.kept_yen(),
            figures.left_yen(),
            figures.beyond_yen(),
        ];
        assert_eq!(of_it.map(|yen| yen.0), [from_reserve, excess, kept, left, beyond], "{spent} {told:?}");
        assert_eq!(by_its_letters(&figures.steps()).0, kept, "{spent}: {:?}", super::told(&figures));
    }
}
