//! The budget of the small year: 当初 as decided in April, and one 補正.

use paper::Value;

use super::facts::{put, yen};
use super::layouts;
use crate::fact::{Fact, FactRow, Facts, row, words};

/// The columns that name an item.
fn names(kan: &str, item: &str) -> FactRow {
    row([
        ("kan", words(kan)),
        ("kou", words(item)),
        ("moku", words("")),
        ("setsu", words("")),
        ("item", words(item)),
        ("note", words("")),
    ])
}

/// 当初予算 of the one 会計, beside the year before, which had one item more.
fn planned_fund() -> FactRow {
    let line = |kan: &str, item: &str, now, before| with(names(kan, item), planned("", now, before));
    let kan = |kan: &str, now, before| with(row([("kan", words(kan))]), planned("", now, before));
    let income =
        vec![line("交付金", "地域まちづくり交付金", 500_000, 490_000), line("繰越金", "前年度繰越金", 11_000, 12_000)];
    let expense = vec![
        line("事業費", "防災訓練事業", 290_000, 300_000),
        line("事業費", "敬老会事業", 190_000, 180_000),
        line("予備費", "予備費", 31_000, 22_000),
    ];
    let dropped = with(line("事業費", "敬老訪問事業", 0, 0), row([("previous_settled_yen", yen(15_000))]));
    let mut compared = expense.clone();
    compared.insert(2, dropped);
    let of_kan = with(kan("事業費", 480_000, 480_000), row([("previous_settled_yen", yen(495_000))]));
    let fund = row([
        ("fund", words("")),
        ("income_compared", Fact::List(income.clone())),
        ("income", Fact::List(income)),
        ("expense", Fact::List(expense)),
        ("expense_compared", Fact::List(compared)),
        ("income_compared_kan", Fact::List(vec![])),
        ("expense_compared_kan", Fact::List(vec![of_kan, kan("予備費", 31_000, 22_000)])),
        ("income_kan", Fact::List(vec![])),
        ("expense_kan", Fact::List(vec![kan("事業費", 480_000, 480_000), kan("予備費", 31_000, 22_000)])),
    ]);
    let fund = with(with(fund, planned("income_", 511_000, 502_000)), planned("expense_", 511_000, 502_000));
    with(with(fund, row([("expense_previous_settled_yen", yen(517_000))])), layouts::fund(names))
}

pub fn budget(facts: &mut Facts) {
    facts.state_list("budget.funds", vec![planned_fund()]);
    layouts::layouts(facts);
    put(facts, [("budget.decided", words("令和7年4月20日　定期総会で決定"))]);

    let change = |kan: &str, item: &str, before, more| with(names(kan, item), changed("", before, more));
    let revision = row([
        ("title", words("第1次補正予算")),
        ("decided", words("令和7年12月1日　臨時総会で決定")),
        ("reason", words("訓練の会場がかわったため")),
        (
            "income",
            Fact::List(vec![
                change("交付金", "地域まちづくり交付金", 500_000, 0),
                change("繰越金", "前年度繰越金", 11_000, 0),
            ]),
        ),
        (
            "expense",
            Fact::List(vec![
                change("事業費", "防災訓練事業", 290_000, 10_000),
                change("事業費", "敬老会事業", 190_000, -10_000),
                change("予備費", "予備費", 31_000, 0),
            ]),
        ),
    ]);
    let revision = with(with(revision, changed("income_", 511_000, 0)), changed("expense_", 511_000, 0));
    facts.state_list("budget.revisions", vec![revision]);
    put(facts, [("settlement.versions", Value::Blank.into())]);
    for side in ["income", "expense"] {
        for (of, amount) in [("initial", 511_000), ("revised", 0), ("moved", 0)] {
            facts.state(format!("settlement.{side}_{of}_yen"), Value::Yen(amount));
        }
    }
}

/// 当初 with nothing changed since.
pub fn unchanged(initial: i64) -> FactRow {
    row([("initial_yen", yen(initial)), ("revised_yen", yen(0)), ("moved_yen", yen(0))])
}

pub fn with(mut one: FactRow, more: FactRow) -> FactRow {
    one.extend(more);
    one
}

fn planned(prefix: &str, now: i64, before: i64) -> FactRow {
    let seen = [("previous", before), ("increase", now - before), ("previous_settled", before), ("estimate", now)];
    let named = [("initial", now)].into_iter().chain(seen);
    named.map(|(name, amount)| (format!("{prefix}{name}_yen").into(), yen(amount))).collect()
}

fn changed(prefix: &str, before: i64, more: i64) -> FactRow {
    let named = [("before", before), ("change", more), ("after", before + more)];
    named.into_iter().map(|(name, amount)| (format!("{prefix}{name}_yen").into(), yen(amount))).collect()
}
