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
    let (passbook, owed) = (("普通預金", 42_000), ("3月分の電話料　電話会社", -5_000));
    facts.state_list("books.assets", vec![asset("現金", cash), asset("預金", passbook), asset("未払金", owed)]);
    let balance = |(name, amount): (&str, i64), stated: Option<i64>| {
        row([
            ("purse", words(name)),
            ("book_yen", yen(amount)),
            ("stated_yen", stated.map_or_else(blank, yen)),
            ("difference_yen", stated.map_or_else(blank, |stated| yen(amount - stated))),
        ])
    };
    facts.state_list("books.balances", vec![balance(cash, None), balance(passbook, Some(42_000))]);
    put(facts, [("books.balances_yen", yen(45_000)), ("books.balances_stated_yen", blank())]);
    put(facts, [("books.balances_difference_yen", blank())]);
    let reopened = [
        ("on", day("2026-04-11")),
        ("chair", words("渡邊　凜")),
        ("auditor", words("監事　見本")),
        ("reason", words("利息の記帳もれ")),
    ];
    facts.state_list("books.reopenings", vec![row(reopened)]);
}

/// The year in parts: 防災部会 and the rest, by 事業 and by 財源, with the purse of 防災部会 beside that of the secretariat.
pub fn shares(facts: &mut Facts) {
    put(facts, [("books.expense_budget_yen", yen(511_000))]);
    let line = |item: &str, [budget, settled]: [i64; 2]| {
        row([
            ("kan", words("")),
            ("item", words(item)),
            ("budget_yen", yen(budget)),
            ("settled_yen", yen(settled)),
            ("left_yen", yen(budget - settled)),
        ])
    };
    let granted = line("地域まちづくり交付金", [0, 500_000]);
    let training = line("防災訓練事業", [300_000, 290_000]);
    let elders = line("敬老会事業", [180_000, 170_000]);
    let social = vec![line("交際費", [20_000, 10_000]), line("予備費", [11_000, 0])];
    let rest = || std::iter::once(elders.clone()).chain(social.clone()).collect();
    let with = |name, own: Vec<FactRow>| part(name, [0, 0, 300_000, 290_000], (vec![], own));
    let without = |name| part(name, [10_000, 500_000, 211_000, 180_000], (vec![granted.clone()], rest()));
    divided(facts, "by_committee", vec![with("防災部会", vec![training.clone()]), without("部会によらないもの")]);
    divided(facts, "by_activity", vec![with("防災訓練事業", vec![training.clone()]), without("事業によらないもの")]);
    let funding = row([
        ("name", words("防災訓練事業")),
        ("item", words("防災訓練事業")),
        ("grant", words("地域まちづくり交付金")),
    ]);
    facts.state_list("by_activity.fundings", vec![funding]);
    let paid = part("地域まちづくり交付金", [0, 500_000, 480_000, 460_000], (vec![granted], vec![training, elders]));
    put(facts, [("by_source.planned", words("財源ごとの予算")), ("by_source.unplanned", blank())]);
    rests(facts);
    divided(facts, "by_source", vec![paid, part("自主財源", [10_000, 0, 31_000, 10_000], (vec![], social))]);
    let names = ["opening_yen", "income_yen", "received_yen", "expense_yen", "given_yen", "closing_yen"];
    let book = |name: &str, figures: [i64; 6]| {
        let mut book = row([("name", words(name))]);
        book.extend(names.into_iter().zip(figures).map(|(name, figure)| (name.into(), yen(figure))));
        book
    };
    let books = [
        book("事務局", [10_000, 500_000, 10_000, 180_000, 300_000, 40_000]),
        book("防災部会", [0, 0, 300_000, 290_000, 10_000, 0]),
    ];
    for (name, figure) in names.into_iter().zip([10_000, 500_000, 310_000, 470_000, 310_000, 40_000]) {
        put(facts, [(format!("committee_books.{name}"), yen(figure))]);
    }
    facts.state_list("committee_books.parts", books.to_vec());
    put(facts, [("committee_books.purses", count(2)), ("committee_books.purses_out", count(1))]);
    let books = [
        book("一般会計", [10_000, 500_000, 0, 470_000, 30_000, 10_000]),
        book("五十周年積立金", [0, 0, 30_000, 0, 0, 30_000]),
    ];
    for (name, figure) in names.into_iter().zip([10_000, 500_000, 30_000, 470_000, 30_000, 40_000]) {
        put(facts, [(format!("fund_books.{name}"), yen(figure))]);
    }
    facts.state_list("fund_books.parts", books.to_vec());
}

/// What becomes of what is left of each 財源, and what of it is owed to the city.
fn rests(facts: &mut Facts) {
    let rest = |name: &str, amount, (label, rule): (&str, &str)| {
        let said = [("name", name), ("label", label), ("rule", rule)].map(|(column, said)| (column, words(said)));
        let figures = ["rest_yen", "amount_yen"].map(|column| (column, yen(amount)));
        said.into_iter().chain(figures).map(|(column, fact)| (column.into(), fact)).collect::<FactRow>()
    };
    let rests = [
        rest("地域まちづくり交付金", 40_000, ("返還額", "市の様式第８号の欄による")),
        rest("自主財源", 0, ("次の年度へ繰越", "")),
    ];
    facts.state_list("by_source.rests", rests.to_vec());
    let name = ("name", words("地域まちづくり交付金"));
    let owed = row([name, ("amount_yen", yen(40_000)), ("within", words("次年度繰越金"))]);
    facts.state_list("grants.owed", vec![owed]);
    put(facts, [("grants.owed_yen", yen(40_000)), ("grants.net_yen", yen(0)), ("grants.free_yen", blank())]);
}

/// A reserve in the first year of its plan.
pub fn funds(facts: &mut Facts) {
    let line = |item: &str, [budget, settled]: [i64; 2]| {
        let names = [("kan", ""), ("kou", item), ("moku", ""), ("setsu", ""), ("item", item), ("note", "")];
        let figures =
            [("budget_yen", yen(budget)), ("settled_yen", yen(settled)), ("difference_yen", yen(settled - budget))];
        let mut line = row(names.map(|(name, said)| (name, words(said))));
        line.extend(row(figures));
        line.extend(row(
            ["initial_yen", "revised_yen", "moved_yen", "changed_yen", "granted_yen"].map(|name| (name, yen(0)))
        ));
        line.extend(row(["previous_yen", "previous_settled_yen"].map(|name| (name, blank()))));
        line
    };
    let year = |label: &str, planned: i64, real: Option<i64>, due: i64| {
        let real = |of: &dyn Fn(i64) -> i64| real.map_or_else(blank, |put_in| yen(of(put_in)));
        row([
            ("year", words(label)),
            ("planned_yen", yen(planned)),
            ("put_in_yen", real(&|put_in| put_in)),
            ("taken_out_yen", real(&|_| 0)),
            ("due_yen", yen(due)),
            ("closing_yen", real(&|put_in| put_in)),
            ("difference_yen", real(&|put_in| put_in - due)),
        ])
    };
    let years = vec![year("令和7年度", 50_000, Some(30_000), 50_000), year("令和8年度", 50_000, None, 100_000)];
    let mut part = row([
        ("name", words("五十周年積立金")),
        ("kind", words("積立金")),
        ("purpose", words("五十周年の記念事業")),
        ("target_yen", yen(500_000)),
        ("until", words("令和12年度")),
        ("opening_yen", yen(0)),
        ("received_yen", yen(30_000)),
        ("paid_yen", yen(0)),
        ("closing_yen", yen(30_000)),
        ("income", Fact::List(vec![line("一般会計繰入金", [50_000, 30_000])])),
        ("expense", Fact::List(vec![line("記念事業費", [0, 0])])),
        ("years", Fact::List(years)),
    ]);
    for (side, [budget, settled]) in [("income", [50_000, 30_000]), ("expense", [0, 0])] {
        for (name, figure) in [("budget", budget), ("settled", settled), ("difference", settled - budget)] {
            part.insert(format!("{side}_{name}_yen").into(), yen(figure));
        }
    }
    facts.state_list("funds.parts", vec![part]);
}

fn part(name: &str, [opening, income, budget, expense]: [i64; 4], (of, paid): (Vec<FactRow>, Vec<FactRow>)) -> FactRow {
    row([
        ("name", words(name)),
        ("opening_yen", yen(opening)),
        ("income_yen", yen(income)),
        ("budget_yen", yen(budget)),
        ("expense_yen", yen(expense)),
        ("left_yen", yen(budget - expense)),
        ("rest_yen", yen(opening + income - expense)),
        ("income", Fact::List(of)),
        ("expense", Fact::List(paid)),
    ])
}

fn divided(facts: &mut Facts, area: &str, parts: Vec<FactRow>) {
    let totals = [
        ("opening_yen", 10_000),
        ("income_yen", 500_000),
        ("budget_yen", 511_000),
        ("expense_yen", 470_000),
        ("left_yen", 41_000),
        ("rest_yen", 40_000),
    ];
    for (name, total) in totals {
        put(facts, [(format!("{area}.{name}"), yen(total))]);
    }
    facts.state_list(format!("{area}.parts"), parts);
}

/// One bill of March that was paid in April.
pub fn crossing(facts: &mut Facts) {
    put(facts, [("settlement.until_on", day("2026-03-31"))]);
    for area in ["settlement", "books"] {
        put(facts, [(format!("{area}.held_yen"), yen(45_000)), (format!("{area}.across_yen"), yen(-5_000))]);
        let unpaid = [
            ("kind", words("未払")),
            ("entered_on", day("2026-04-10")),
            ("item", words("通信運搬費")),
            ("description", words("3月分の電話料")),
            ("counterparty", words("電話会社")),
            ("amount_yen", yen(5_000)),
            ("added_yen", yen(-5_000)),
        ];
        facts.state_list(format!("{area}.crossing"), vec![row(unpaid)]);
    }
}

pub fn audit(facts: &mut Facts) {
    put(
        facts,
        [
            ("audit.until_on", day("2026-03-31")),
            ("audit.audited_on", day("2026-04-10")),
            ("audit.interim_on", day("2025-10-20")),
            ("audit.auditors", words("監事　見本")),
            ("audit.result", words("適正でした。")),
            ("audit.unaudited_from_on", blank()),
            ("audit.history_count", count(52)),
            ("audit.history_mark", words("b71e88d0")),
            ("audit.open_mark", blank()),
            ("audit.history_hash", words(&"b71e88d0".repeat(8))),
            ("audit.unapproved", count(0)),
            ("audit.findings_left", count(1)),
        ],
    );
    let approval = [
        ("voucher_no", count(3)),
        ("entered_on", day("2025-09-01")),
        ("description", words("防災倉庫の棚")),
        ("amount_yen", yen(30_000)),
        ("entered_by", words("井上")),
        ("approved_by", words("会長　見本")),
        ("approved_on", day("2025-09-03")),
    ];
    facts.state_list("audit.approvals", vec![row(approval)]);
    let finding = [
        ("found_on", day("2026-04-10")),
        ("auditor", words("見本　花子")),
        ("about", words("R7.9.1　No.3　防災倉庫の棚　30,000円")),
        ("finding", words("見積書が一つしかありません")),
        ("answer", words("二つ目をもらいます")),
        ("done_on", blank()),
    ];
    facts.state_list("audit.findings_open", vec![row(finding.clone())]);
    facts.state_list("audit.findings", vec![row(finding)]);
    let change = [
        ("number", count(51)),
        ("on", day("2026-04-11")),
        ("operator", words("井上")),
        ("sentence", words("令和7年度の締めを取りやめました（利息の記帳もれ）")),
    ];
    facts.state_list("audit.changes", vec![row(change)]);
}
