//! 対象経費と対象外経費 of 決算, by what was decided of each expense, whoever pays it; and of 当初予算, where nobody decides that yet,
//! what grants are to pay and the rest.

use paper::Value;

use super::settlement::granted_yen;
use crate::accounts::{Books, Eligibility, Entry, SettledLine, Side};
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::money::Yen;

/// States both halves of 決算 of 一般会計: 対象経費 with what grants pay of it, and the rest. What nobody has decided is of the
/// rest; of own money that nobody judged there is nothing to decide.
pub(super) fn state_settled(facts: &mut Facts, books: &Books, whole: &Books) {
    let lines = books.settled_lines(Side::Expense);
    let halves = Halves::of(&lines, |line| (eligible_yen(books, line), line.settled_yen));
    let eligible = halves.first.into_iter().map(|(line, amount)| {
        let mut row = half_row(line, amount);
        row.insert("granted_yen".into(), granted_yen(books, line).fact());
        row
    });
    let elsewhere = eligible_whole_yen(whole) - eligible_whole_yen(books);
    let undecided = sum(books, |entry| entry.verdict() == Some(Eligibility::Unclear));
    let only = |amount: Yen| if amount == Yen(0) { Value::Blank } else { amount.into() };
    facts.state("settlement.undecided_yen", only(undecided));
    facts.state("settlement.eligible_beside_yen", only(elsewhere));
    facts.state("settlement.eligible_yen", halves.first_yen);
    facts.state("settlement.ineligible_yen", halves.second_yen);
    facts.state_list("settlement.eligible", eligible.collect());
    facts.state_list("settlement.ineligible", half_rows(halves.second));
}

/// States both halves of 当初予算 of one 会計, as the parts of its lines name their 財源; nothing where no part names any.
pub(super) fn state_planned(fund: &mut FactRow, books: &Books) {
    let lines = books.settled_lines(Side::Expense);
    let halves = Halves::of(&lines, |line| (planned_yen(books, line).min(line.initial_yen), line.initial_yen));
    let is_split = !halves.first.is_empty();
    fund.insert("is_whole".into(), if is_split { Value::Blank } else { Value::text("有") }.into());
    fund.insert("granted_yen".into(), halves.first_yen.fact());
    fund.insert("ungranted_yen".into(), halves.second_yen.fact());
    fund.insert("ungranted".into(), Fact::List(if is_split { half_rows(halves.second) } else { Vec::new() }));
    fund.insert("granted".into(), Fact::List(half_rows(halves.first)));
}

/// Σ of the expenses that are 対象, whoever pays them.
pub(super) fn eligible_whole_yen(books: &Books) -> Yen {
    sum(books, is_eligible)
}

/// The part of an item that is 対象.
fn eligible_yen(books: &Books, line: &SettledLine) -> Yen {
    sum(books, |entry| entry.item_id == Some(line.item.id) && is_eligible(entry))
}

fn is_eligible(entry: &Entry) -> bool {
    entry.eligibility == Some(Eligibility::Eligible)
}

fn sum(books: &Books, counts: impl Fn(&Entry) -> bool) -> Yen {
    let expenses = books.entries.iter().filter(|entry| entry.kind.side() == Some(Side::Expense));
    expenses.filter(|entry| counts(entry)).map(|entry| entry.amount_yen).sum()
}

/// What the parts of a line plan to be paid by grants.
fn planned_yen(books: &Books, line: &SettledLine) -> Yen {
    books.parts_of(line.item.id).filter(|part| part.grant_id.is_some()).map(|part| part.amount_yen).sum()
}

/// Lines with what of them is of the one kind and of the other.
struct Halves<'a> {
    first: Vec<(&'a SettledLine, Yen)>,
    second: Vec<(&'a SettledLine, Yen)>,
    first_yen: Yen,
    second_yen: Yen,
}

impl<'a> Halves<'a> {
    /// Each line by what is of the first kind and what it is as a whole; halves of nothing are left out.
    fn of(lines: &'a [SettledLine], amounts: impl Fn(&SettledLine) -> (Yen, Yen)) -> Halves<'a> {
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for line in lines {
            let (own, whole) = amounts(line);
            first.extend((own != Yen(0)).then_some((line, own)));
            second.extend((whole != own).then_some((line, whole - own)));
        }
        let total = |half: &[(&SettledLine, Yen)]| half.iter().map(|(_, amount)| *amount).sum();
        Halves { first_yen: total(&first), second_yen: total(&second), first, second }
    }
}

fn half_rows(half: Vec<(&SettledLine, Yen)>) -> Vec<FactRow> {
    half.into_iter().map(|(line, amount)| half_row(line, amount)).collect()
}

fn half_row(line: &SettledLine, amount: Yen) -> FactRow {
    row([
        ("kan", words(&line.item.kan)),
        ("item", words(line.item.label())),
        ("amount_yen", amount.fact()),
        ("note", words(&line.note)),
    ])
}
