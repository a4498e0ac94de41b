//! 科目別整理簿, 月次報告, 財産目録, and what was found on the year's last day.

use paper::Value;

use super::{amount_or_blank, is_place, purse_label, words};
use crate::accounts::{Books, Entry, FundId, GENERAL, MonthSum, Purse, PurseKind, SettledLine, Side, StatedBalance};
use crate::calendar::BookMonth;
use crate::fact::{Fact, FactRow, Facts, row};
use crate::money::Yen;

/// 科目別整理簿: one row per item with entries, of every 会計 as seen from inside.
pub(super) fn item_books(books: &Books) -> Vec<FactRow> {
    let funds: Vec<Option<FundId>> =
        std::iter::once(None).chain(books.funds.iter().map(|fund| Some(fund.id))).collect();
    let mut rows = Vec::new();
    for fund in funds {
        let own = books.of_fund(fund);
        for side in [Side::Income, Side::Expense] {
            rows.extend(own.settled_lines(side).iter().filter_map(|line| item_book(&own, fund, line)));
        }
    }
    rows
}

fn item_book(own: &Books, fund: Option<FundId>, line: &SettledLine) -> Option<FactRow> {
    let mut sum = Yen(0);
    let mut rows = Vec::new();
    if own.carry_over_item(fund).is_some_and(|item| item.id == line.item.id) && own.opening_yen() != Yen(0) {
        sum += own.opening_yen();
        rows.push(ledger_row(None, "前年度より繰越", ["", ""], [own.opening_yen(), sum]));
    }
    for entry in own.entries.iter().filter(|e| e.item_id == Some(line.item.id) && e.kind.side() == Some(line.item.side))
    {
        sum += entry.amount_yen;
        let purse = own.purses.iter().find(|purse| purse.id == entry.purse_id).map_or("", |purse| purse.name.as_str());
        rows.push(ledger_row(Some(entry), &entry.description, [&entry.counterparty, purse], [entry.amount_yen, sum]));
    }
    let side = match line.item.side {
        Side::Income => "収入の部",
        Side::Expense => "支出の部",
    };
    let is_general = fund.is_none();
    let name = own.funds.iter().find(|_| !is_general).map_or(GENERAL, |fund| fund.name.as_str());
    (!rows.is_empty()).then(|| {
        row([
            ("fund", words(name)),
            ("side", words(side)),
            ("kan", words(&line.item.kan)),
            ("item", words(line.item.label())),
            ("budget_yen", line.budget_yen().fact()),
            ("total_yen", sum.fact()),
            ("left_yen", (line.budget_yen() - sum).fact()),
            ("entries", Fact::List(rows)),
        ])
    })
}

fn ledger_row(entry: Option<&Entry>, description: &str, [whom, purse]: [&str; 2], [amount, sum]: [Yen; 2]) -> FactRow {
    let number = entry.and_then(|entry| entry.voucher_no);
    row([
        ("entered_on", entry.map_or(Value::Blank, |entry| Value::Date(entry.entered_on)).into()),
        ("voucher_no", number.map_or(Value::Blank, Value::Count).into()),
        ("description", words(description)),
        ("counterparty", words(whom)),
        ("purse", words(purse)),
        ("amount_yen", amount.fact()),
        ("sum_yen", sum.fact()),
    ])
}

/// 収支月次: each month up to the last one with entries.
pub(super) fn months(books: &Books) -> Vec<FactRow> {
    let month = |sum: MonthSum| {
        row([
            ("month", words(&sum.month.long_label())),
            ("opening_yen", sum.opening_yen.fact()),
            ("income_yen", sum.income_yen.fact()),
            ("expense_yen", sum.expense_yen.fact()),
            ("balance_yen", sum.balance_yen.fact()),
        ])
    };
    books.month_sums().into_iter().map(month).collect()
}

/// 現預金内訳: what each purse held at the end of each month by the account of the year, as its 収支月次 and cash books go.
pub(super) fn month_purses(books: &Books) -> Vec<FactRow> {
    let purses = |month: BookMonth| {
        let last = month.last_day();
        let row_of = move |purse: &Purse| {
            row([
                ("month", words(&month.long_label())),
                ("purse", words(&purse_label(books, purse))),
                ("balance_yen", books.booked_on(purse.id, last).fact()),
            ])
        };
        let is_place = move |purse: &&Purse| is_place(books, purse, books.booked_on(purse.id, last));
        books.purses.iter().filter(is_place).map(row_of)
    };
    books.begun_months().flat_map(purses).collect()
}

/// 財産目録: what lies in the purses of all 会計 on the year's last day, and what is still owed or was paid ahead.
pub(super) fn assets(books: &Books) -> Vec<FactRow> {
    let day = books.year.last_day();
    let asset = |kind: &str, name: &str, amount: Yen| {
        row([("kind", words(kind)), ("name", words(name)), ("amount_yen", amount.fact())])
    };
    let held = books.purses.iter().filter_map(|purse| {
        let held = books.balance_on(purse.id, day);
        (held != Yen(0)).then(|| asset(place_label(purse), &purse_label(books, purse), held))
    });
    let across = books.across(day).into_iter().filter_map(|entry| {
        let kind = format!("{}金", entry.crossing()?.label());
        let name = [entry.description.as_str(), &entry.counterparty].into_iter().filter(|text| !text.is_empty());
        Some(asset(&kind, &name.collect::<Vec<_>>().join("　"), books.added_by(entry)))
    });
    held.chain(across).collect()
}

fn place_label(purse: &Purse) -> &'static str {
    match purse.kind {
        PurseKind::Cash => "現金",
        PurseKind::Bank => "預金",
        PurseKind::Advance => "仮払金",
    }
}

/// States 残高の確かめ with its sums; what lay in the purses is summed once it is known of all of them.
pub(super) fn state_balances(facts: &mut Facts, books: &Books, stated: &[StatedBalance]) {
    let rows = balances(books, stated);
    let sum = |column: &str| {
        let amount = |row: &FactRow| match &row[column] {
            Fact::One(value) => value.number(),
            Fact::List(_) => None,
        };
        let amounts: Option<Vec<i64>> = rows.iter().map(amount).collect();
        amounts.filter(|all| !all.is_empty()).map_or(Value::Blank, |all| Value::Yen(all.iter().sum()))
    };
    facts.state("books.balances_yen", sum("book_yen"));
    facts.state("books.balances_stated_yen", sum("stated_yen"));
    facts.state("books.balances_difference_yen", sum("difference_yen"));
    facts.state_list("books.balances", rows);
}

/// 残高の確かめ: book and passbook of each purse on the year's last day.
pub(super) fn balances(books: &Books, stated: &[StatedBalance]) -> Vec<FactRow> {
    let day = books.year.last_day();
    let balance = |purse: &Purse| {
        let book = books.balance_on(purse.id, day);
        let difference = books.difference_on(stated, purse.id, day);
        row([
            ("purse", words(&purse_label(books, purse))),
            ("book_yen", book.fact()),
            ("stated_yen", amount_or_blank(difference.map(|difference| book - difference))),
            ("difference_yen", amount_or_blank(difference)),
        ])
    };
    // What the passbook was said to hold is looked at even where the book knows nothing of it.
    let is_shown = |purse: &&Purse| {
        is_place(books, purse, books.balance_on(purse.id, day)) || stated.iter().any(|one| one.purse_id == purse.id)
    };
    books.purses.iter().filter(is_shown).map(balance).collect()
}
