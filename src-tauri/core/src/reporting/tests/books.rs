//! The books and the audit of the small year.

use super::facts::{blank, count, day, put, yen};
use crate::fact::{Fact, FactRow, Facts, row, words};

type Line<'a> = (Fact, [&'a str; 3], [Option<i64>; 3]);

fn entry((on, [item, description, whom], [income, expense, balance]): Line) -> FactRow {
    let amount = |amount: Option<i64>| amount.map_or_else(blank, yen);
    row([
        ("entered_on", on),
        ("voucher_no", blank()),
        ("item", words(item)),
        ("description", words(description)),
        ("counterparty", words(whom)),
        ("income_yen", amount(income)),
        ("expense_yen", amount(expense)),
        ("balance_yen", amount(balance)),
    ])
}

fn purse() -> FactRow {
    let entries = vec![
        entry((blank(), ["", "前年度より繰越", ""], [None, None, Some(9_000)])),
        entry((day("2025-05-10"), ["地域まちづくり交付金", "交付金", "市"], [Some(500_000), None, Some(509_000)])),
        entry((day("2025-05-20"), ["防災訓練事業", "備蓄品", "防災商店"], [None, Some(472_000), Some(37_000)])),
    ];
    let month = row([
        ("purse", words("普通預金")),
        ("month", words("令和7年5月")),
        ("entries", Fact::List(entries)),
        ("income_yen", yen(500_000)),
        ("expense_yen", yen(472_000)),
        ("balance_yen", yen(37_000)),
        ("income_sum_yen", yen(500_000)),
        ("expense_sum_yen", yen(472_000)),
    ]);
    row([
        ("purse", words("普通預金")),
        ("opening_yen", yen(9_000)),
        ("closing_yen", yen(37_000)),
        ("income_yen", yen(500_000)),
        ("expense_yen", yen(472_000)),
        ("months", Fact::List(vec![month])),
    ])
}

fn item() -> FactRow {
    let entry = row([
        ("entered_on", day("2025-05-20")),
        ("voucher_no", count(4)),
        ("description", words("備蓄品")),
        ("counterparty", words("防災商店")),
        ("purse", words("普通預金")),
        ("amount_yen", yen(290_000)),
        ("sum_yen", yen(290_000)),
    ]);
    row([
        ("fund", words("一般会計")),
        ("side", words("支出の部")),
        ("kan", words("事業費")),
        ("item", words("防災訓練事業")),
        ("budget_yen", yen(300_000)),
        ("total_yen", yen(290_000)),
        ("left_yen", yen(10_000)),
        ("entries", Fact::List(vec![entry])),
    ])
}

pub fn books(facts: &mut Facts) {
    put(
        facts,
        [
            ("books.opening_yen", yen(10_000)),
            ("books.income_yen", yen(500_000)),
            ("books.expense_yen", yen(470_000)),
            ("books.balance_yen", yen(40_000)),
            ("books.closed_on", day("2026-04-12")),
            ("books.mark", words("3fa9c01b")),
        ],
    );
    facts.state_list("books.purses", vec![purse()]);
    facts.state_list("books.items", vec![item()]);
    let month = [
        ("month", words("令和7年5月")),
        ("opening_yen", yen(10_000)),
        ("income_yen", yen(500_000)),
        ("expense_yen", yen(470_000)),
        ("balance_yen", yen(40_000)),
    ];
    facts.state_list("books.months", vec![row(month)]);
    let [cash, bank] = [("現金", 3_000), ("普通預金", 37_000)];
    let held = |(name, amount): (&str, i64)| {
        row([("month", words("令和7年5月")), ("purse", words(name)), ("balance_yen", yen(amount))])
    };
    facts.state_list("books.month_purses", vec![held(cash), held(bank)]);
    let asset = |kind: &str, (name, amount): (&str, i64)| {
        row([("kind", words(kind)), ("name", words(name)), ("amount_yen", yen(amount))])
    };
    facts.state_list("books.assets", vec![asset("現金", cash), asset("預金", bank)]);
    let balance = |(name, amount): (&str, i64), stated: Option<i64>| {
        row([
            ("purse", words(name)),
            ("book_yen", yen(amount)),
            ("stated_yen", stated.map_or_else(blank, yen)),
            ("difference_yen", stated.map_or_else(blank, |stated| yen(amount - stated))),
        ])
    };
    facts.state_list("books.balances", vec![balance(cash, None), balance(bank, Some(37_000))]);
    let reopened = [
        ("on", day("2026-04-11")),
        ("chair", words("渡邊　凜")),
        ("auditor", words("監事　見本")),
        ("reason", words("利息の記帳もれ")),
    ];
    facts.state_list("books.reopenings", vec![row(reopened)]);
}

pub fn audit(facts: &mut Facts) {
    put(
        facts,
        [
            ("audit.until_on", day("2026-03-31")),
            ("audit.audited_on", day("2026-04-10")),
            ("audit.auditors", words("監事　見本")),
            ("audit.result", words("適正でした。")),
            ("audit.history_count", count(52)),
            ("audit.history_mark", words("b71e88d0")),
            ("audit.history_hash", words(&"b71e88d0".repeat(8))),
        ],
    );
    let change = [
        ("number", count(51)),
        ("on", day("2026-04-11")),
        ("operator", words("井上")),
        ("sentence", words("令和7年度の締めを取りやめました（利息の記帳もれ）")),
    ];
    facts.state_list("audit.changes", vec![row(change)]);
}
