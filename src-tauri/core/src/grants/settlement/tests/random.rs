//! 1,000 random years, every settlement of the desk, both bases and each way of carrying over, through two years: against
//! the rule as a person would work it out.

use super::*;

struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % n).unwrap()
    }
}

/// What was paid and received in a year.
struct Sum {
    decided: i64,
    received: i64,
    /// Charged to the grant.
    own: i64,
    /// All that is eligible, whoever paid.
    all: i64,
    /// Taken in by the 事業 that the grant pays for.
    takings: i64,
    /// Received from other grants.
    others: i64,
}

/// A settlement, its scope, and how a person works 確定額 out.
type Hand = (&'static str, &'static str, fn(&Sum) -> i64);

const HANDS: [Hand; 6] = [
    ("charged", "charged", |y| y.own.min(y.decided)),
    ("takamatsu-visitors", "charged", |y| (y.own - y.takings).clamp(0, y.decided.min(500_000)) / 1_000 * 1_000),
    ("matsudo-shortfall", "whole", |y| (y.all - y.others).clamp(0, y.decided.min(500_000))),
    ("kurume-half", "charged", |y| (y.own / 2).min(100_000).min(y.decided) / 1_000 * 1_000),
    ("osaka-half", "charged", |y| (y.own * 50 / 100).min(y.decided)),
    ("yokohama-third", "charged", |y| (y.own / 3).min(y.decided)),
];

fn year(dice: &mut Dice) -> (Grant, Books, Sum) {
    let (own, other) = (grant(1 + dice.below(900_000)), grant(1 + dice.below(900_000)));
    let fair = Some(ActivityId::new());
    let received = dice.below(900_000);
    let mut entries = vec![entry(EntryKind::Income, Some(&own), None, received)];
    let mut sum = Sum { decided: own.decided_yen.unwrap().0, received, own: 0, all: 0, takings: 0, others: 0 };
    for _ in 0..dice.below(8) {
        let amount = 1 + dice.below(200_000);
        let payer = [Some(&own), Some(&other), None][usize::try_from(dice.below(3)).unwrap()];
        entries.push(entry(EntryKind::Expense, payer, fair, amount));
        sum.all += amount;
        sum.own += if payer.is_some_and(|payer| payer.id == own.id) { amount } else { 0 };
    }
    let takings = dice.below(50_000);
    entries.push(entry(EntryKind::Income, None, fair, takings));
    sum.takings = if sum.own > 0 { takings } else { 0 };
    sum.others = dice.below(300_000);
    entries.push(entry(EntryKind::Income, Some(&other), fair, sum.others));
    (own, books(entries), sum)
}

fn figures(of: &(Grant, Books, Sum), rules: &GrantRules, carried: Option<CarriedOver>) -> GrantFigures {
    GrantFigures::of(&of.0, &of.1, Some(rules), carried).unwrap()
}

#[test]
fn every_settlement_of_random_years_equals_its_hand_formula() {
    let mut dice = Dice(7);
    for _ in 0..1_000 {
        let (first, second) = (year(&mut dice), year(&mut dice));
        for (formula, scope, fixed) in HANDS {
            for basis in ["decided", "received"] {
                for how in ["refund", "reserve", "next_year"] {
                    let settlement = format!("formula = \"{formula}\"\nscope = \"{scope}\"\nrefund_from = \"{basis}\"");
                    let rules = carrying(how, &settlement);
                    let of = |sum: &Sum, deducted: i64| {
                        let in_hand = sum.received + deducted;
                        let has = if basis == "decided" { in_hand.min(sum.decided) } else { in_hand };
                        (fixed(sum), (has - fixed(sum)).max(0))
                    };
                    let this = figures(&first, &rules, None);
                    let (paid, rest) = of(&first.2, 0);
                    assert_eq!(this.fixed_yen.0, paid, "{formula}");
                    let stays = if how == "refund" { (rest, 0) } else { (0, rest) };
                    assert_eq!((this.refund_yen().0, this.kept_yen().0), stays, "{formula} {basis} {how}");
                    assert!(this.refund_yen().0 <= first.2.received, "nobody gives back what never came");
                    let has = if basis == "decided" { first.2.received.min(first.2.decided) } else { first.2.received };
                    assert_eq!(this.additional_yen() - this.rest_yen(), Yen(paid - has), "{formula} {basis} {how}");

                    let later = figures(&second, &rules, this.carried_on());
                    let (deducted, reserved) = match how {
                        "next_year" => (rest, 0),
                        "reserve" => (0, rest),
                        _ => (0, 0),
                    };
                    let (paid, rest) = of(&second.2, deducted);
                    let over = (second.2.own - paid).max(0);
                    let from_reserve = over.min(reserved);
                    let rest = rest + reserved - from_reserve;
                    let stays = if how == "refund" { (rest, 0) } else { (0, rest) };
                    assert_eq!((later.refund_yen().0, later.kept_yen().0), stays, "{formula} {basis} {how}");
                    let borne = paid.min(second.2.own) + from_reserve + later.excess_yen().0;
                    assert_eq!(borne, second.2.own, "every yen charged is paid by the city, the reserve or own funds");
                }
            }
        }
    }
}
