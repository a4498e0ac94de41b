//! 経費内訳: every expense under its 科目, as the city wants it beside the receipts.

use std::collections::HashMap;

use paper::Value;

use crate::accounts::{Books, Eligibility, Entry, Fund, GrantId, PurseId, Side};
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::money::Yen;

/// States `evidence.*` of 一般会計.
pub(super) fn state(facts: &mut Facts, books: &Books, grants: &HashMap<GrantId, String>) {
    let (items, total) = items(books, grants, None);
    facts.state("evidence.total_yen", total);
    facts.state_list("evidence.items", items);
    state_counts(facts, books);
}

/// How many expenses there are, and how many of them still lack something.
pub(super) fn state_counts(facts: &mut Facts, books: &Books) {
    let unclear = expenses(books).filter(|e| e.verdict() == Some(Eligibility::Unclear)).count();
    facts.state("evidence.entries", Value::Count(expenses(books).count() as i64));
    facts.state("evidence.missing", Value::Count(books.without_receipt().count() as i64));
    facts.state("evidence.unclear", Value::Count(unclear as i64));
}

/// States what 特別会計 and 積立金 paid, each 科目 with the name of its 会計.
pub(super) fn state_others(facts: &mut Facts, whole: &Books, grants: &HashMap<GrantId, String>) {
    let of = |fund: &Fund| items(&whole.of_fund(Some(fund.id)), grants, Some(fund));
    let (rows, totals): (Vec<Vec<FactRow>>, Vec<Yen>) = whole.funds.iter().map(of).unzip();
    facts.state("evidence.others_yen", totals.into_iter().sum::<Yen>());
    facts.state_list("evidence.others", rows.concat());
    let is_numbered = !whole.receipt_numbers.is_empty();
    facts.state("evidence.numbered", if is_numbered { Value::text("有") } else { Value::Blank });
}

fn expenses(books: &Books) -> impl Iterator<Item = &Entry> {
    books.standing().filter(|e| e.kind.side() == Some(Side::Expense))
}

/// The 科目 that somebody was paid under, in the order of the settlement, and what they come to.
fn items(books: &Books, grants: &HashMap<GrantId, String>, fund: Option<&Fund>) -> (Vec<FactRow>, Yen) {
    let purses: HashMap<PurseId, &str> = books.purses.iter().map(|p| (p.id, p.name.as_str())).collect();
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
            ("entries", Fact::List(own.into_iter().map(|e| entry_row(books, e, &purses, grants)).collect())),
        ]));
    }
    (rows, all)
}

fn entry_row(books: &Books, e: &Entry, purses: &HashMap<PurseId, &str>, grants: &HashMap<GrantId, String>) -> FactRow {
    row([
        ("voucher_no", e.voucher_no.map_or(Value::Blank, Value::Count).into()),
        ("receipt_no", words(&books.receipt_no(e.id))),
        ("entered_on", Value::Date(e.entered_on).into()),
        ("description", words(&e.description)),
        ("counterparty", words(&e.counterparty)),
        ("amount_yen", e.amount_yen.fact()),
        ("purse", words(purses.get(&e.purse_id).copied().unwrap_or(""))),
        ("fund", words(e.grant_id.and_then(|id| grants.get(&id)).map_or("自主財源", String::as_str))),
        ("eligibility", words(e.verdict().map_or("", Eligibility::label))),
        ("receipt", words(if e.has_receipt { "有" } else { "無" })),
    ])
}
