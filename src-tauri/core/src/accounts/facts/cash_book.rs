//! 現金・預金出納帳: the book of each purse, month by month, with 差引残高, 月計 and 累計.

use paper::Value;

use super::{amount_or_blank, item_label, purse_label, words};
use crate::accounts::{Books, Entry, EntryKind, Purse, PurseId};
use crate::calendar::BookMonth;
use crate::fact::{Fact, FactRow, row};
use crate::money::Yen;

/// One row per purse that has a book in this year.
pub(super) fn purse_books(books: &Books) -> Vec<FactRow> {
    books.purses.iter().filter(|purse| books.has_book(purse.id)).map(|purse| purse_book(books, purse)).collect()
}

/// What a purse held, received and paid from the first day on.
struct Run {
    balance: Yen,
    income: Yen,
    expense: Yen,
}

fn purse_book(books: &Books, purse: &Purse) -> FactRow {
    let own: Vec<&Entry> = books.entries.iter().filter(|entry| entry.touches(purse.id)).collect();
    let name = purse_label(books, purse);
    let mut run = Run { balance: books.opening_of(purse.id), income: Yen(0), expense: Yen(0) };
    let months = own.chunk_by(|a, b| BookMonth::of(a.entered_on) == BookMonth::of(b.entered_on));
    let months: Vec<FactRow> =
        months.enumerate().map(|(at, entries)| month(books, purse, (at == 0, entries), &mut run)).collect();
    row([
        ("purse", words(&name)),
        ("opening_yen", books.opening_of(purse.id).fact()),
        ("closing_yen", run.balance.fact()),
        ("income_yen", run.income.fact()),
        ("expense_yen", run.expense.fact()),
        ("months", Fact::List(months)),
    ])
}

fn month(books: &Books, purse: &Purse, (is_first, entries): (bool, &[&Entry]), run: &mut Run) -> FactRow {
    let (income_before, expense_before) = (run.income, run.expense);
    let mut rows = vec![carried(if is_first { "前年度より繰越" } else { "前月より繰越" }, run.balance)];
    for entry in entries {
        let (income, expense) = in_and_out(entry, purse.id);
        run.income += income.unwrap_or_default();
        run.expense += expense.unwrap_or_default();
        run.balance += entry.effect_on(purse.id);
        rows.push(line(books, purse, entry, run.balance));
    }
    let first = entries.first().map(|entry| entry.entered_on);
    row([
        ("purse", words(&purse_label(books, purse))),
        ("month", words(&first.map(|day| BookMonth::of(day).long_label()).unwrap_or_default())),
        ("entries", Fact::List(rows)),
        ("income_yen", (run.income - income_before).fact()),
        ("expense_yen", (run.expense - expense_before).fact()),
        ("balance_yen", run.balance.fact()),
        ("income_sum_yen", run.income.fact()),
        ("expense_sum_yen", run.expense.fact()),
    ])
}

fn carried(label: &str, balance: Yen) -> FactRow {
    book_row([Value::Blank, Value::Blank], ["", label, ""], [None, None, Some(balance)])
}

fn line(books: &Books, purse: &Purse, entry: &Entry, balance: Yen) -> FactRow {
    let other = if entry.purse_id == purse.id { entry.to_purse_id } else { Some(entry.purse_id) };
    let other = other.and_then(|id| books.purses.iter().find(|purse| purse.id == id));
    let item = match entry.kind {
        EntryKind::Transfer => "振替".to_owned(),
        _ => item_label(books, entry),
    };
    let whom = other.map_or(entry.counterparty.clone(), |other| purse_label(books, other));
    let (income, expense) = in_and_out(entry, purse.id);
    let number = entry.voucher_no.map_or(Value::Blank, Value::Count);
    let said = seen_from(books, purse, entry);
    let description = if entry.voids_id.is_some() { format!("（取消）{said}") } else { said };
    book_row([Value::Date(entry.entered_on), number], [&item, &description, &whom], [income, expense, Some(balance)])
}

/// What a 振替 is called in the book of a purse: 「現金へ振替」 is 「普通預金から振替」 where it arrives.
fn seen_from(books: &Books, purse: &Purse, entry: &Entry) -> String {
    let name = |id| books.purses.iter().find(|one| one.id == id).map_or("", |one| one.name.as_str());
    let (said, arrives) = (entry.description.as_str(), entry.to_purse_id == Some(purse.id));
    let Some(to) = entry.to_purse_id else { return said.to_owned() };
    match said {
        "" if arrives => format!("{}から振替", name(entry.purse_id)),
        "" => format!("{}へ振替", name(to)),
        _ if arrives && said == format!("{}へ振替", name(to)) => format!("{}から振替", name(entry.purse_id)),
        _ => said.to_owned(),
    }
}

fn book_row([on, number]: [Value; 2], [item, description, whom]: [&str; 3], amounts: [Option<Yen>; 3]) -> FactRow {
    let [income, expense, balance] = amounts.map(amount_or_blank);
    row([
        ("entered_on", on.into()),
        ("voucher_no", number.into()),
        ("item", words(item)),
        ("description", words(description)),
        ("counterparty", words(whom)),
        ("income_yen", income),
        ("expense_yen", expense),
        ("balance_yen", balance),
    ])
}

/// The columns 収入 and 支出 of the purse's book; one of them is empty.
fn in_and_out(entry: &Entry, purse: PurseId) -> (Option<Yen>, Option<Yen>) {
    let comes_in = match entry.kind {
        EntryKind::Income => true,
        EntryKind::Expense => false,
        EntryKind::Transfer => entry.to_purse_id == Some(purse),
    };
    if comes_in { (Some(entry.amount_yen), None) } else { (None, Some(entry.amount_yen)) }
}
