//! Figures of grants against figures worked by hand, and 1,000 random years against the plain rule.

use chrono::NaiveDate;

use super::*;
use crate::accounts::{GrantId, PurseId};
use crate::calendar::FiscalYear;

const YEAR: FiscalYear = FiscalYear(2025);

fn grant(decided: i64) -> Grant {
    Grant {
        id: GrantId::new(),
        fiscal_year: YEAR,
        name: "補助金".into(),
        decided_yen: Some(Yen(decided)),
        decided_on: NaiveDate::from_ymd_opt(2025, 4, 21),
        decision_no: "第1号".into(),
        fixed_yen: None,
    }
}

/// An entry of a grant (or of own funds) and a 事業.
fn entry(kind: EntryKind, grant: Option<&Grant>, activity: Option<ActivityId>, amount: i64) -> Entry {
    Entry {
        grant_id: grant.map(|g| g.id),
        activity_id: activity,
        eligibility: (kind == EntryKind::Expense).then_some(Eligibility::Eligible),
        ..Entry::new(kind, YEAR.first_day(), PurseId::new(), Yen(amount))
    }
}

fn rules(settlement: &str) -> GrantRules {
    toml::from_str(&format!("name = \"補助金\"\n[settlement]\n{settlement}")).unwrap()
}

fn books(entries: Vec<Entry>) -> Books {
    Books { entries, ..Books::empty(YEAR) }
}

fn told(figures: &GrantFigures) -> Vec<String> {
    figures.steps().into_iter().map(|s| format!("{} {} {} = {}", s.mark, s.label, s.how, s.amount_yen.0)).collect()
}

#[test]
fn takamatsu_visitors_are_settled_by_spent_less_income() {
    let (own, fair) = (grant(500_000), Some(ActivityId::new()));
    let other = Some(ActivityId::new());
    let books = books(vec![
        entry(EntryKind::Expense, Some(&own), fair, 412_345),
        entry(EntryKind::Income, None, fair, 30_000),
        entry(EntryKind::Income, None, other, 99_999),
        entry(EntryKind::Income, Some(&own), None, 500_000),
    ]);
    let rules = rules("formula = \"takamatsu-visitors\"\nrefund_from = \"received\"");
    let figures = GrantFigures::of(&own, &books, Some(&rules)).unwrap();
    assert_eq!(
        (figures.fixed_yen, figures.refund_yen(), figures.additional_yen()),
        (Yen(382_000), Yen(118_000), Yen(0))
    );
    assert_eq!(figures.excess_yen(), Yen(30_345), "own funds bear what the floor and the income leave");
    assert_eq!(
        told(&figures),
        [
            "A 交付決定額  = 500000",
            "B 受領額  = 500000",
            "C 対象経費  = 412345",
            "D 事業収入  = 30000",
            "E 確定（見込）額 対象経費 412,345円 − 事業収入 30,000円（1,000円未満切捨て） = 382000",
            "F 超過額（自主財源でまかなう額） 交付金充当額 412,345円 − E（0より小さいときは0） = 30345",
            "G 返還額 B − E = 118000",
        ]
    );
}

#[test]
fn what_was_received_too_little_is_paid_later() {
    let own = grant(300_000);
    let books = books(vec![
        entry(EntryKind::Expense, Some(&own), None, 280_000),
        entry(EntryKind::Income, Some(&own), None, 150_000),
    ]);
    let figures = GrantFigures::of(&own, &books, Some(&rules("refund_from = \"received\""))).unwrap();
    assert_eq!((figures.additional_yen(), figures.refund_yen()), (Yen(130_000), Yen(0)));
    assert_eq!(told(&figures).last().unwrap(), "F 追加交付額 D − B = 130000");
}

#[test]
fn matsudo_fills_what_the_others_leave() {
    let (last, first) = (grant(500_000), grant(250_000));
    let books = books(vec![
        entry(EntryKind::Expense, Some(&first), None, 250_000),
        entry(EntryKind::Expense, Some(&last), None, 430_000),
        entry(EntryKind::Income, Some(&first), None, 250_000),
        entry(EntryKind::Income, Some(&last), None, 500_000),
    ]);
    let rules = rules("formula = \"matsudo-shortfall\"\nscope = \"whole\"\nrefund_from = \"received\"");
    let figures = GrantFigures::of(&last, &books, Some(&rules)).unwrap();
    assert_eq!((figures.fixed_yen, figures.refund_yen()), (Yen(430_000), Yen(70_000)), "680,000 − 250,000");
}

#[test]
fn two_grants_with_a_floor_leave_the_rest_to_own_funds() {
    let (one, two) = (grant(200_000), grant(100_000));
    let (fair, drill) = (Some(ActivityId::new()), Some(ActivityId::new()));
    let books = books(vec![
        entry(EntryKind::Expense, Some(&one), fair, 123_456),
        entry(EntryKind::Expense, Some(&two), drill, 98_765),
    ]);
    let rules = rules("formula = \"takamatsu-visitors\"");
    let of = |grant| GrantFigures::of(grant, &books, Some(&rules)).unwrap();
    let (first, second) = (of(&one), of(&two));
    assert_eq!((first.fixed_yen, second.fixed_yen), (Yen(123_000), Yen(98_000)));
    assert_eq!(first.excess_yen() + second.excess_yen(), Yen(456 + 765));
    assert_eq!((first.refund_yen(), second.refund_yen()), (Yen(77_000), Yen(2_000)));
}

#[test]
fn a_formula_that_is_not_there_is_refused() {
    let refused = GrantFigures::of(&grant(1), &books(vec![]), Some(&rules("formula = \"guessed\""))).unwrap_err();
    assert_eq!(refused.code, "grants.unknown_formula");
}

/// For 1,000 random years the refund equals the hand formula, and every yen charged is paid by the city or by own funds.
#[test]
fn refunds_of_random_years_equal_the_hand_formula() {
    let mut seed = 7_u64;
    let mut below = |n: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((seed >> 33) % n).unwrap()
    };
    for _ in 0..1_000 {
        let own = grant(1 + below(900_000));
        let fair = Some(ActivityId::new());
        let spent: Vec<i64> = (0..below(8)).map(|_| 1 + below(200_000)).collect();
        let (income, received) = (below(50_000), below(900_000));
        let mut entries: Vec<Entry> =
            spent.iter().map(|amount| entry(EntryKind::Expense, Some(&own), fair, *amount)).collect();
        entries.push(entry(EntryKind::Income, None, fair, income));
        entries.push(entry(EntryKind::Income, Some(&own), None, received));
        let books = books(entries);
        let (sum, decided) = (spent.iter().sum::<i64>(), own.decided_yen.unwrap().0);

        let plain = GrantFigures::of(&own, &books, None).unwrap();
        assert_eq!(plain.refund_yen().0, (decided - sum).max(0));
        assert_eq!(plain.fixed_yen + plain.excess_yen(), Yen(sum));

        let income = if spent.is_empty() { 0 } else { income };
        let hand = (sum - income).clamp(0, decided.min(500_000)) / 1_000 * 1_000;
        let floored = rules("formula = \"takamatsu-visitors\"\nrefund_from = \"received\"");
        let floored = GrantFigures::of(&own, &books, Some(&floored)).unwrap();
        assert_eq!(floored.fixed_yen.0, hand);
        assert_eq!(floored.refund_yen().0 - floored.additional_yen().0, received - hand);
    }
}
