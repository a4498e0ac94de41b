//! 経費内訳: every expense under its 科目, as the city wants it beside the receipts.

use std::collections::{HashMap, HashSet};

use paper::Value;

use crate::accounts::{Books, Eligibility, Entry, EntryId, Fund, GrantId, PurseId, Side};
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::money::Yen;

/// What the rows need beside the entries of their 会計.
struct Beside<'a> {
    purses: HashMap<PurseId, &'a str>,
    grants: &'a HashMap<GrantId, String>,
    /// 会計の間で動かしたお金: an expense of the 会計 that it leaves, for which nobody writes a receipt.
    moved: HashSet<EntryId>,
}

/// States `evidence.*`: what 一般会計 paid, what 特別会計 and 積立金 paid, each 科目 with the name of its 会計, and how it stands with
/// the receipts of them all.
pub(super) fn state(facts: &mut Facts, whole: &Books, grants: &HashMap<GrantId, String>) {
    let fund_of = |purse| whole.purses.iter().find(|p| p.id == purse).and_then(|p| p.fund_id);
    let is_moved = |e: &&Entry| e.to_purse_id.is_some_and(|to| fund_of(to) != fund_of(e.purse_id));
    let moved = whole.standing().filter(is_moved).map(|e| e.id).collect();
    let beside = Beside { purses: whole.purses.iter().map(|p| (p.id, p.name.as_str())).collect(), grants, moved };
    let (own, total) = items(&whole.of_fund(None), &beside, None);
    let of = |fund: &Fund| items(&whole.of_fund(Some(fund.id)), &beside, Some(fund));
    let (others, totals): (Vec<Vec<FactRow>>, Vec<Yen>) = whole.funds.iter().map(of).unzip();
    facts.state("evidence.total_yen", total);
    facts.state_list("evidence.items", own);
    facts.state("evidence.others_yen", totals.into_iter().sum::<Yen>());
    facts.state_list("evidence.others", others.concat());
    facts.state("evidence.numbered", mark(!whole.receipt_numbers.is_empty()));
    facts.state("evidence.moved", mark(!beside.moved.is_empty()));
    state_counts(facts, whole);
}

fn mark(is_so: bool) -> Value {
    if is_so { Value::text("有") } else { Value::Blank }
}

/// How many expenses there are in all 会計, and how many of them still lack something.
pub(super) fn state_counts(facts: &mut Facts, whole: &Books) {
    let unclear = expenses(whole).filter(|e| e.verdict() == Some(Eligibility::Unclear)).count();
    facts.state("evidence.entries", Value::Count(expenses(whole).count() as i64));
    facts.state("evidence.missing", Value::Count(whole.without_receipt().count() as i64));
    facts.state("evidence.unclear", Value::Count(unclear as i64));
}

fn expenses(books: &Books) -> impl Iterator<Item = &Entry> {
    books.standing().filter(|e| e.kind.side() == Some(Side::Expense))
}

/// The 科目 that somebody was paid under, in the order of the settlement, and what they come to.
fn items(books: &Books, beside: &Beside, fund: Option<&Fund>) -> (Vec<FactRow>, Yen) {
    let named = |label: &str| fund.map_or_else(|| label.to_owned(), |fund| format!("{label}（{}）", fund.name));
    let (mut rows, mut all) = (Vec::new(), Yen(0));
    for line in books.settled_lines(Side::Expense) {
        let own: Vec<&Entry> = expenses(books).filter(|e| e.item_id == Some(line.item.id)).collect();
        if own.is_empty() {
            continue;
        }
        let total: Yen = own.iter().map(|e| e.amount_yen).sum();
        all += total;
        rows.push(row([
            ("kan", words(&line.item.kan)),
            ("item", words(&named(line.item.label()))),
            ("count", Value::Count(own.len() as i64).into()),
            ("total_yen", total.fact()),
            ("entries", Fact::List(own.into_iter().map(|e| entry_row(books, e, beside)).collect())),
        ]));
    }
    (rows, all)
}

fn entry_row(books: &Books, e: &Entry, beside: &Beside) -> FactRow {
    let receipt = match beside.moved.contains(&e.id) {
        true => "振替",
        false if e.has_receipt => "有",
        false => "無",
    };
    row([
        ("voucher_no", e.voucher_no.map_or(Value::Blank, Value::Count).into()),
        ("receipt_no", words(&books.receipt_no(e.id))),
        ("entered_on", Value::Date(e.entered_on).into()),
        ("description", words(&e.description)),
        ("counterparty", words(&e.counterparty)),
        ("amount_yen", e.amount_yen.fact()),
        ("purse", words(beside.purses.get(&e.purse_id).copied().unwrap_or(""))),
        ("fund", words(e.grant_id.and_then(|id| beside.grants.get(&id)).map_or("自主財源", String::as_str))),
        ("eligibility", words(e.verdict().map_or("", Eligibility::label))),
        ("receipt", words(receipt)),
    ])
}
