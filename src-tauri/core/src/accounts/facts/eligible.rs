//! 対象経費と対象外経費: what grants pay of each expense item, and what they do not.

use paper::Value;

use super::settlement::granted_yen;
use crate::accounts::{Books, SettledLine, Side};
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::money::Yen;

/// States both halves of 決算: what grants pay, and the rest.
pub(super) fn state_settled(facts: &mut Facts, books: &Books) {
    let lines = books.settled_lines(Side::Expense);
    let halves = Halves::of(&lines, |line| (granted_yen(books, line), line.settled_yen));
    facts.state_list("settlement.eligible", halves.eligible);
    facts.state_list("settlement.ineligible", halves.ineligible);
    facts.state("settlement.eligible_yen", halves.eligible_yen);
    facts.state("settlement.ineligible_yen", halves.ineligible_yen);
}

/// States both halves of 当初予算 of one 会計, as the parts of its lines name their 財源; nothing where no part names any.
pub(super) fn state_planned(fund: &mut FactRow, books: &Books) {
    let lines = books.settled_lines(Side::Expense);
    let halves = Halves::of(&lines, |line| (planned_yen(books, line).min(line.initial_yen), line.initial_yen));
    let is_split = !halves.eligible.is_empty();
    fund.insert("is_whole".into(), if is_split { Value::Blank } else { Value::text("有") }.into());
    fund.insert("eligible_yen".into(), halves.eligible_yen.fact());
    fund.insert("ineligible_yen".into(), halves.ineligible_yen.fact());
    fund.insert("ineligible".into(), Fact::List(if is_split { halves.ineligible } else { Vec::new() }));
    fund.insert("eligible".into(), Fact::List(halves.eligible));
}

/// What the parts of a line plan to be paid by grants.
fn planned_yen(books: &Books, line: &SettledLine) -> Yen {
    books.parts_of(line.item.id).filter(|part| part.grant_id.is_some()).map(|part| part.amount_yen).sum()
}

struct Halves {
    eligible: Vec<FactRow>,
    ineligible: Vec<FactRow>,
    eligible_yen: Yen,
    ineligible_yen: Yen,
}

impl Halves {
    /// Each line by what is eligible of it and what it is as a whole; halves of nothing are left out.
    fn of(lines: &[SettledLine], amounts: impl Fn(&SettledLine) -> (Yen, Yen)) -> Halves {
        let (mut eligible, mut ineligible) = (Vec::new(), Vec::new());
        let (mut eligible_yen, mut ineligible_yen) = (Yen(0), Yen(0));
        for line in lines {
            let (own, whole) = amounts(line);
            let halves = [(own, &mut eligible, &mut eligible_yen), (whole - own, &mut ineligible, &mut ineligible_yen)];
            for (amount, rows, sum) in halves {
                *sum += amount;
                if amount != Yen(0) {
                    rows.push(half_row(line, amount));
                }
            }
        }
        Halves { eligible, ineligible, eligible_yen, ineligible_yen }
    }
}

fn half_row(line: &SettledLine, amount: Yen) -> FactRow {
    row([
        ("kan", words(&line.item.kan)),
        ("item", words(line.item.label())),
        ("amount_yen", amount.fact()),
        ("note", words(&line.note)),
    ])
}
