//! Figures of grants against figures worked by hand, and 1,000 random years against the plain rule.

mod award;
mod random;
mod reserve;

use chrono::NaiveDate;

use super::*;
use crate::accounts::{Eligibility, Entry, EntryKind, GrantId, PurseId};
use crate::activities::ActivityId;
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

/// What the last formula gives by the amounts of its letters.
fn by_its_letters(steps: &[Step]) -> Yen {
    let (last, before) = steps.split_last().unwrap();
    let value = |word: &str| {
        let letter = before.iter().find(|step| step.mark == word).map(|step| step.amount_yen);
        letter.or_else(|| word.strip_suffix('円')?.replace(',', "").parse().ok().map(Yen))
    };
    let (mut sum, mut sign) = (0, 1);
    for word in last.how.split([' ', '（', '）']) {
        match (word, value(word)) {
            ("−", _) => sign = -1,
            ("+", _) => sign = 1,
            (_, Some(amount)) => sum += sign * amount.0,
            (said, None) => assert!(["", "積立の残り"].contains(&said), "{said} in {}", last.how),
        }
    }
    Yen(sum)
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
    let figures = GrantFigures::of(&own, &books, Some(&rules), None).unwrap();
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
fn what_bears_no_activity_is_counted_where_the_formula_takes_income_off() {
    let (own, fair) = (grant(500_000), Some(ActivityId::new()));
    let books = books(vec![
        entry(EntryKind::Expense, Some(&own), fair, 300_000),
        entry(EntryKind::Expense, Some(&own), None, 12_345),
        entry(EntryKind::Expense, None, None, 9_999),
        entry(EntryKind::Income, None, fair, 30_000),
        entry(EntryKind::Income, None, None, 4_000),
        entry(EntryKind::Income, None, None, 500),
        entry(EntryKind::Income, Some(&own), None, 500_000),
    ]);
    let unplaced = |rule: &str| GrantFigures::of(&own, &books, Some(&rules(rule)), None).unwrap().unplaced;
    let visitors = unplaced("formula = \"takamatsu-visitors\"");
    assert_eq!((visitors.charged, visitors.income), ((1, Yen(12_345)), (2, Yen(4_500))));
    assert_eq!(unplaced("refund_from = \"received\""), Unplaced::default(), "no formula asks for it");
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
    let figures = GrantFigures::of(&last, &books, Some(&rules), None).unwrap();
    assert_eq!((figures.fixed_yen, figures.refund_yen()), (Yen(430_000), Yen(70_000)), "680,000 − 250,000");
}

/// 対象経費 and 確定（見込）額 of each: of what another grant pays nothing, of what each pays a part, its part.
#[test]
fn what_another_grant_pays_is_none_of_its_cost() {
    let (one, two) = (grant(900_000), grant(900_000));
    let own_funds = |description: &str, amount| Entry {
        description: description.into(),
        ..entry(EntryKind::Expense, None, None, amount)
    };
    let (wine, excused) = (own_funds("ワイン", 700), own_funds("ワイン", 80));
    let back =
        Entry {
            voids_id: Some(wine.id), amount_yen: Yen(-700), description: "取消".into(), ..own_funds("ワイン", 1)
        };
    let books = books(vec![
        entry(EntryKind::Expense, Some(&one), None, 300_000),
        entry(EntryKind::Expense, Some(&two), None, 60_000),
        own_funds("会場", 9_000),
        wine,
        back,
        own_funds("ワイン", 5_000),
        Entry { eligibility_reason: "市に確かめた".into(), ..excused },
    ]);
    let no_wine =
        "[[cost]]\nwords = [\"ワイン\"]\nverdict = \"ineligible\"\nreason = \"\"\nsource = \"\"\nis_verified = false";
    let of = |grant: &Grant, books: &Books, settlement: &str| {
        let rules = rules(&format!("{settlement}\n{no_wine}"));
        let figures = GrantFigures::of(grant, books, Some(&rules), None).unwrap();
        (figures.eligible_yen.0, figures.fixed_yen.0)
    };
    for (grant, amount) in [(&one, 300_000), (&two, 60_000)] {
        let (plain, cost) = ("formula = \"charged\"", "formula = \"cost\"");
        assert_eq!(of(grant, &books, plain), (amount, amount));
        assert_eq!(of(grant, &books, cost), (amount, amount));
        assert_eq!(of(grant, &books, &format!("{cost}\nscope = \"whole\"")), (amount + 9_080, amount + 9_080));
    }
    let third = grant(900_000);
    assert_eq!(of(&third, &books, "formula = \"yokohama-third\"\nscope = \"whole\""), (9_080, 9_080 / 3));
    let short = "formula = \"matsudo-shortfall\"\nscope = \"whole\"";
    assert_eq!(of(&third, &books, short).1, 9_080, "what the others are to pay has not come yet");
}

#[test]
fn of_own_funds_a_grant_of_the_whole_council_counts_no_more_than_its_cap() {
    let own = grant(900_000);
    let paid =
        |amount| Entry {
            description: "講師".into(), heads: Some(2), ..entry(EntryKind::Expense, None, None, amount)
        };
    let (first, excused) = (paid(9_000), paid(800));
    let back = Entry { voids_id: Some(first.id), amount_yen: Yen(-9_000), ..paid(1) };
    let books = books(vec![
        first,
        back,
        paid(7_000),
        paid(500),
        Entry { eligibility_reason: "市に確かめた".into(), ..excused },
    ]);
    let rules = rules(
        "formula = \"cost\"\nscope = \"whole\"\n[[cost]]\nwords = [\"講師\"]\nverdict = \"eligible\"\nat_most_per = { yen = 3000, unit = \"人\" }\nreason = \"\"\nsource = \"\"\nis_verified = false",
    );
    let figures = GrantFigures::of(&own, &books, Some(&rules), None).unwrap();
    assert_eq!(figures.eligible_yen, Yen(6_000 + 500 + 800), "3,000 × 2, and what is below it");
}

#[test]
fn two_grants_with_a_floor_leave_the_rest_to_own_funds() {
    let (one, two) = (grant(200_000), grant(100_000));
    let (fair, drill) = (Some(ActivityId::new()), Some(ActivityId::new()));
    let books = books(vec![
        entry(EntryKind::Expense, Some(&one), fair, 123_456),
        entry(EntryKind::Expense, Some(&two), drill, 98_765),
        entry(EntryKind::Income, Some(&one), None, 200_000),
        entry(EntryKind::Income, Some(&two), None, 100_000),
    ]);
    let rules = rules("formula = \"takamatsu-visitors\"");
    let of = |grant| GrantFigures::of(grant, &books, Some(&rules), None).unwrap();
    let (first, second) = (of(&one), of(&two));
    assert_eq!((first.fixed_yen, second.fixed_yen), (Yen(123_000), Yen(98_000)));
    assert_eq!(first.excess_yen() + second.excess_yen(), Yen(456 + 765));
    assert_eq!((first.refund_yen(), second.refund_yen()), (Yen(77_000), Yen(2_000)));
}

fn carrying(how: &str, settlement: &str) -> GrantRules {
    toml::from_str(&format!("name = \"補助金\"\ncarry_over = \"{how}\"\n[settlement]\n{settlement}")).unwrap()
}

/// 甲良町 (`domain` 3.8): what is left is taken off the next year's payment.
#[test]
fn what_is_deducted_next_year_is_still_there_and_is_spent_first() {
    let rules = carrying("next_year", "refund_from = \"received\"");
    let (first, next) = (grant(300_000), grant(300_000));
    let spent = |of: &Grant, amount| entry(EntryKind::Expense, Some(of), None, amount);
    let paid = |of: &Grant, amount| entry(EntryKind::Income, Some(of), None, amount);
    let this = books(vec![paid(&first, 300_000), spent(&first, 260_000)]);
    let this = GrantFigures::of(&first, &this, Some(&rules), None).unwrap();
    assert_eq!((this.refund_yen(), this.kept_yen()), (Yen(0), Yen(40_000)), "nothing goes back now");
    assert_eq!(told(&this).last().unwrap(), "F 次の年度の交付から差し引かれる額 B − D = 40000");

    let later = books(vec![paid(&next, 260_000), spent(&next, 290_000)]);
    let later = GrantFigures::of(&next, &later, Some(&rules), this.carried_on()).unwrap();
    assert_eq!((later.unreceived_yen(), later.is_received()), (Yen(0), true), "the city pays 40,000 less");
    assert_eq!((later.kept_yen(), later.additional_yen(), later.excess_yen()), (Yen(10_000), Yen(0), Yen(0)));
    assert_eq!(
        told(&later),
        [
            "A 交付決定額  = 300000",
            "B 前の年度の残り（今年度の交付から差し引かれた額）  = 40000",
            "C 今年度に市から受け取る額 A − B = 260000",
            "D 受領額  = 260000",
            "E 手もとの交付金 D + B = 300000",
            "F 交付金充当額（対象経費のうち交付金で支払った額）  = 290000",
            "G 確定（見込）額 AとFの少ない方 = 290000",
            "H 超過額（自主財源でまかなう額） F − A（0より小さいときは0） = 0",
            "I 次の年度の交付から差し引かれる額 E − G = 10000",
        ]
    );
}

/// 奈良市 一括交付金 (`domain` 3.8): what is left may be put by, and is spent beside the next year's grant.
#[test]
fn what_was_put_by_pays_what_is_above_the_decided_amount() {
    let rules = carrying("reserve", "");
    let own = grant(300_000);
    let before = || Some(CarriedOver::of(CarryOver::Reserve, FiscalYear(2024), Yen(50_000)));
    let of = |spent| {
        let paid = entry(EntryKind::Income, Some(&own), None, 300_000);
        let books = books(vec![paid, entry(EntryKind::Expense, Some(&own), None, spent)]);
        GrantFigures::of(&own, &books, Some(&rules), before()).unwrap()
    };
    let within = of(280_000);
    assert_eq!((within.from_reserve_yen(), within.left_yen(), within.kept_yen()), (Yen(0), Yen(70_000), Yen(70_000)));
    let above = of(320_000);
    assert_eq!((above.from_reserve_yen(), above.excess_yen(), above.kept_yen()), (Yen(20_000), Yen(0), Yen(30_000)));
    assert_eq!(
        told(&above)[3..],
        [
            "D 前の年度からの積立  = 50000",
            "E 積立から使った額 B − A（Dまで、0より小さいときは0） = 20000",
            "F 超過額（自主財源でまかなう額） B − A − E（0より小さいときは0） = 0",
            "G 積立額（次の年度へ） A − C + 積立の残り 30,000円 = 30000",
        ]
    );
    let far = of(370_000);
    assert_eq!((far.excess_yen(), far.kept_yen(), far.carried_on()), (Yen(20_000), Yen(0), None));
}

#[test]
fn a_formula_that_is_not_there_is_refused() {
    let refused = GrantFigures::of(&grant(1), &books(vec![]), Some(&rules("formula = \"guessed\"")), None).unwrap_err();
    assert_eq!(refused.code, "grants.unknown_formula");
}
