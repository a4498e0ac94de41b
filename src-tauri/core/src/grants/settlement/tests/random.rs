//! 1,000 random years, every settlement of the desk, both bases and each way of carrying over, through two years: against
//! the rule as a person would work it out. So are the rules of every profile that is shipped, and rules that a council wrote.

use std::path::Path;
use std::{env, fs};

use super::*;
use crate::formula::{Round, Rounding, settlements};
use crate::grants::conditions::Basis;
use crate::grants::{Scope, SettlementRule, WrittenRules};

/// Small numbers that look thrown; the same ones every time.
pub(super) struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: u64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % n).unwrap()
    }
}

/// What was paid and received in a year.
#[derive(Clone, Copy)]
struct Sum {
    decided: i64,
    received: i64,
    /// Charged to the grant.
    own: i64,
    /// All that is eligible and no other grant pays, whatever for.
    open: i64,
    /// Charged to the other grant.
    beside: i64,
    /// Taken in by the 事業 that the grant pays for, and by all of them.
    takings: [i64; 2],
    /// Received from other grants for that 事業, and for all of them.
    others: [i64; 2],
}

impl Sum {
    /// What is short after the other grant paid what came of it, or before anything came, what was charged to it.
    fn short(&self) -> i64 {
        self.open + self.beside - if self.others[1] == 0 { self.beside } else { self.others[1] }
    }
}

/// How a person works 確定額 out.
type Worked = fn(&Sum) -> i64;

/// A settlement, its scope and its hand formula.
type Hand = (&'static str, &'static str, Worked);

const HANDS: [Hand; 14] = [
    ("charged", "charged", |y| y.own.min(y.decided)),
    ("takamatsu-visitors", "charged", |y| (y.own - y.takings[0]).clamp(0, y.decided.min(500_000)) / 1_000 * 1_000),
    ("matsudo-shortfall", "whole", |y| y.short().clamp(0, y.decided.min(500_000))),
    ("kurume-half", "charged", |y| (y.own / 2).min(100_000).min(y.decided) / 1_000 * 1_000),
    ("osaka-half", "charged", |y| (y.own * 50 / 100).min(y.decided)),
    ("yokohama-third", "whole", |y| (y.open / 3).min(y.decided)),
    ("cost", "charged", |y| y.own.min(y.decided)),
    ("cost", "whole", |y| y.open.min(y.decided)),
    ("cost-less-income", "charged", |y| (y.own - y.takings[0]).clamp(0, y.decided)),
    ("cost-less-income", "whole", |y| (y.open - y.takings[1]).clamp(0, y.decided)),
    ("cost-less-grants", "charged", |y| (y.own - y.others[0]).clamp(0, y.decided)),
    ("cost-less-grants", "whole", |y| y.short().clamp(0, y.decided)),
    ("cost-less-both", "charged", |y| (y.own - y.takings[0] - y.others[0]).clamp(0, y.decided)),
    ("cost-less-both", "whole", |y| (y.short() - y.takings[1]).clamp(0, y.decided)),
];

/// A year with two grants and two 事業: the grant pays for the fair alone, and the market earns and is paid for beside it.
fn year(dice: &mut Dice) -> (Grant, Books, Sum) {
    let (own, other) = (grant(1 + dice.below(900_000)), grant(1 + dice.below(900_000)));
    let (fair, market) = (Some(ActivityId::new()), Some(ActivityId::new()));
    let received = dice.below(900_000);
    let mut entries = vec![entry(EntryKind::Income, Some(&own), None, received)];
    let (decided, nothing) = (own.decided_yen.unwrap().0, [0; 2]);
    let mut sum = Sum { decided, received, own: 0, open: 0, beside: 0, takings: nothing, others: nothing };
    for _ in 0..dice.below(8) {
        let amount = 1 + dice.below(200_000);
        let payer = [Some(&own), Some(&other), None][usize::try_from(dice.below(3)).unwrap()];
        entries.push(entry(EntryKind::Expense, payer, fair, amount));
        match payer.map(|payer| payer.id) {
            Some(id) if id == other.id => sum.beside += amount,
            paid => {
                sum.open += amount;
                sum.own += if paid.is_some() { amount } else { 0 };
            }
        }
    }
    let mut take = |from: Option<&Grant>, most: u64| {
        let of_each = [fair, market].map(|activity| {
            let amount = dice.below(most);
            entries.push(entry(EntryKind::Income, from, activity, amount));
            amount
        });
        [of_each[0], of_each[0] + of_each[1]]
    };
    sum.takings = take(None, 50_000);
    sum.others = take(Some(&other), 300_000);
    let beside = dice.below(100_000);
    entries.push(entry(EntryKind::Expense, None, market, beside));
    sum.open += beside;
    (own, books(entries), sum)
}

fn figures(of: &(Grant, Books, Sum), rules: &GrantRules, carried: Option<CarriedOver>) -> GrantFigures {
    GrantFigures::of(&of.0, &of.1, Some(rules), carried).unwrap()
}

/// Two years in a row against the hand.
fn same_by_hand(first: &(Grant, Books, Sum), second: &(Grant, Books, Sum), rules: &GrantRules, fixed: Worked) {
    let (how, basis) = (rules.carry_over(), rules.settlement.refund_from);
    let said = format!("{} {:?} {basis:?} {how:?}", rules.settlement.formula, rules.settlement.scope);
    let of = |sum: &Sum, deducted: i64| (fixed(sum), (sum.received + deducted - fixed(sum)).max(0));
    // What came above the award goes back whatever may stay.
    let above = |sum: &Sum, deducted: i64, rest: i64| {
        if how == CarryOver::Refund { rest } else { (sum.received + deducted - sum.decided).clamp(0, rest) }
    };
    let this = figures(first, rules, None);
    let (paid, rest) = of(&first.2, 0);
    assert_eq!(this.fixed_yen.0, paid, "{said}");
    let back = above(&first.2, 0, rest);
    let kept = rest - back;
    assert_eq!((this.refund_yen().0, this.kept_yen().0), (back, kept), "{said}");
    assert!(this.refund_yen().0 <= first.2.received, "nobody gives back what never came");
    assert_eq!(this.additional_yen() - this.rest_yen(), Yen(paid - first.2.received), "{said}");

    let later = figures(second, rules, this.carried_on());
    let (deducted, reserved) = match how {
        CarryOver::NextYear => (kept, 0),
        CarryOver::Reserve => (0, kept),
        CarryOver::Refund => (0, 0),
    };
    let (paid, rest) = of(&second.2, deducted);
    let over = (second.2.own - paid).max(0);
    // The share that a rate leaves to own funds stays theirs: the reserve pays what the award alone cuts off.
    let without_limit = fixed(&Sum { decided: 1_000_000_000_000, ..second.2 });
    let from_reserve = over.min((without_limit - second.2.decided).max(0)).min(reserved);
    let back = above(&second.2, deducted, rest);
    let kept = rest + reserved - from_reserve - back;
    assert_eq!((later.refund_yen().0, later.kept_yen().0), (back, kept), "{said}");
    let borne = paid.min(second.2.own) + from_reserve + later.excess_yen().0;
    for figures in [&this, &later] {
        let steps = figures.steps();
        assert_eq!(by_its_letters(&steps), steps.last().unwrap().amount_yen, "{said}: {:?}", told(figures));
    }
    assert_eq!(borne, second.2.own, "every yen charged is paid by the city, the reserve or own funds");
}

fn through_1000_years(rules: &[(GrantRules, Worked)]) {
    let mut dice = Dice(7);
    for _ in 0..1_000 {
        let (first, second) = (year(&mut dice), year(&mut dice));
        rules.iter().for_each(|(rules, fixed)| same_by_hand(&first, &second, rules, *fixed));
    }
}

#[test]
fn every_settlement_of_random_years_equals_its_hand_formula() {
    let by_hand = |id: &str| HANDS.iter().any(|(formula, ..)| *formula == id);
    let lacking: Vec<&str> = settlements().iter().map(|one| one.id.as_str()).filter(|id| !by_hand(id)).collect();
    assert!(lacking.is_empty(), "a hand formula is to be written for {lacking:?}");
    let mut all = Vec::new();
    for (formula, scope, fixed) in HANDS {
        for basis in ["decided", "received"] {
            for how in ["refund", "reserve", "next_year"] {
                let settlement = format!("formula = \"{formula}\"\nscope = \"{scope}\"\nrefund_from = \"{basis}\"");
                all.push((carrying(how, &settlement), fixed));
            }
        }
    }
    through_1000_years(&all);
}

/// The rules of every profile, those of no grant by name among them.
fn shipped() -> Vec<GrantRules> {
    let profiles = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/profiles");
    let folders = |path: &Path| fs::read_dir(path).unwrap().map(|one| one.unwrap().path()).collect::<Vec<_>>();
    let cities = folders(&profiles).into_iter().filter(|path| path.is_dir());
    let files = cities.flat_map(|city| folders(&city)).map(|edition| edition.join("grants.toml"));
    let books = files.filter_map(|path| fs::read_to_string(path).ok());
    let rules = books.flat_map(|text| {
        let book: toml::Table = toml::from_str(&text).unwrap();
        let named = book.get("grant").and_then(|all| all.as_array()).cloned().unwrap_or_default();
        named.into_iter().chain(book.get("common").cloned()).map(|rules| rules.try_into().unwrap()).collect::<Vec<_>>()
    });
    rules.collect()
}

#[test]
fn every_rule_of_a_profile_is_settled_as_its_hand_formula() {
    let hand_of = |rules: GrantRules| {
        let rule = &rules.settlement;
        let scope = if rule.scope == Scope::Whole { "whole" } else { "charged" };
        let found = HANDS.iter().find(|(formula, of, _)| (*formula, *of) == (rule.formula.as_str(), scope));
        let (.., fixed) = found.unwrap_or_else(|| panic!("{}: no hand of {} {scope}", rules.name, rule.formula));
        let own = (rule.share, rule.at_most_yen, rule.round);
        assert_eq!(own, (None, None, None), "{}: a hand of its own is to be written", rules.name);
        (rules, *fixed)
    };
    let all: Vec<_> = shipped().into_iter().map(hand_of).collect();
    assert!(all.len() >= 15, "{} rules are shipped", all.len());
    through_1000_years(&all);
}

/// As a council writes it down: half of what is left after the income, at most 150,000 yen, floored to 1,000.
#[test]
fn a_rule_that_a_council_wrote_is_settled_as_its_hand_formula() {
    let settlement = SettlementRule {
        formula: "cost-less-income".into(),
        share: Some([1, 2]),
        at_most_yen: Some(150_000),
        round: Some(Round { unit: 1_000, how: Rounding::Down }),
        ..SettlementRule::default()
    };
    let hand: Worked = |y| ((y.own - y.takings[0]).max(0) / 2).min(150_000).min(y.decided) / 1_000 * 1_000;
    let of = |carry_over, refund_from| {
        let begun = WrittenRules::begun_from(&GrantRules::default());
        let settlement = SettlementRule { refund_from, ..settlement.clone() };
        (WrittenRules { settlement, carry_over, ..begun }.over("補助金", None), hand)
    };
    let ways = [CarryOver::Refund, CarryOver::Reserve, CarryOver::NextYear];
    let all = ways.into_iter().flat_map(|way| [Basis::Decided, Basis::Received].map(|basis| of(way, basis)));
    through_1000_years(&all.collect::<Vec<_>>());
}
