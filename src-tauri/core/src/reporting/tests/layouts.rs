//! What further layouts of the small year's budget and settlement state: versions side by side, parts, 対象経費 and 対象外経費.

use paper::Value;

use super::budget::with;
use super::facts::{blank, count, put, yen};
use crate::fact::{Fact, FactRow, Facts, row, words};

/// The columns of a line by its four versions: 当初, 第1次補正, 流用 and what is in force.
fn versions(prefix: &str, [initial, first, moved]: [i64; 3]) -> FactRow {
    let named = [
        ("initial", initial),
        ("revision_1", first),
        ("revision_2", 0),
        ("revision_3", 0),
        ("revision_4", 0),
        ("revision_later", 0),
        ("moved", moved),
        ("in_force", initial + first + moved),
    ];
    named.into_iter().map(|(name, amount)| (format!("{prefix}{name}_yen").into(), yen(amount))).collect()
}

/// A part of a line: unit price, quantity and times where it has them; what it says is of 防災部会 and paid by `source`.
fn part(
    kan: &str,
    item: &str,
    (said, source): (&str, &str),
    [unit, quantity, times]: [Option<i64>; 3],
    amount: i64,
) -> FactRow {
    let (activity, committee) = if source.is_empty() { ("", "") } else { (item, "防災部会") };
    let number = |of: Option<i64>, shown: fn(i64) -> Fact| of.map_or(blank(), shown);
    row([
        ("kan", words(kan)),
        ("item", words(item)),
        ("path", words(&format!("{kan}　{item}"))),
        ("words", words(said)),
        ("activity", words(activity)),
        ("committee", words(committee)),
        ("source", words(source)),
        ("unit_yen", number(unit, yen)),
        ("quantity", number(quantity, count)),
        ("times", number(times, count)),
        ("amount_yen", yen(amount)),
    ])
}

/// What the small year's one 会計 states beside its 当初予算; `names` are the columns that name an item.
pub fn fund(names: impl Fn(&str, &str) -> FactRow) -> FactRow {
    let line = |kan: &str, item: &str, of| with(names(kan, item), versions("", of));
    let kan = |kan: &str, of| with(row([("kan", words(kan))]), versions("", of));
    let sum = |path: &str, amount| row([("path", words(path)), ("amount_yen", yen(amount))]);
    let half = |kan: &str, item: &str, amount| {
        row([("kan", words(kan)), ("item", words(item)), ("amount_yen", yen(amount)), ("note", words(""))])
    };
    let lists = [
        (
            "all_income",
            vec![
                line("交付金", "地域まちづくり交付金", [500_000, 0, 0]),
                line("繰越金", "前年度繰越金", [11_000, 0, 0]),
            ],
        ),
        (
            "all_expense",
            vec![
                line("事業費", "防災訓練事業", [290_000, 10_000, 0]),
                line("事業費", "敬老会事業", [190_000, -10_000, 0]),
                line("事務費", "交際費", [0, 0, 20_000]),
                line("予備費", "予備費", [31_000, 0, -20_000]),
            ],
        ),
        ("all_income_kan", vec![]),
        ("all_expense_kan", vec![kan("事業費", [480_000, 0, 0])]),
        (
            "income_parts",
            vec![
                part("交付金", "地域まちづくり交付金", ("", ""), [None; 3], 500_000),
                part("繰越金", "前年度繰越金", ("", ""), [None; 3], 11_000),
            ],
        ),
        ("income_part_sums", vec![]),
        (
            "expense_parts",
            vec![
                part(
                    "事業費",
                    "防災訓練事業",
                    ("消火器", "地域まちづくり交付金"),
                    [Some(10_000), Some(20), None],
                    200_000,
                ),
                part("事業費", "防災訓練事業", ("非常食", "自主財源"), [Some(450), Some(100), Some(2)], 90_000),
                part("事業費", "敬老会事業", ("", ""), [None; 3], 190_000),
                part("予備費", "予備費", ("", ""), [None; 3], 31_000),
            ],
        ),
        ("expense_part_sums", vec![sum("事業費　防災訓練事業", 290_000)]),
        ("granted", vec![half("事業費", "防災訓練事業", 290_000)]),
        ("ungranted", vec![half("事業費", "敬老会事業", 190_000), half("予備費", "予備費", 31_000)]),
    ];
    let fund: FactRow = lists.into_iter().map(|(name, rows)| (name.into(), Fact::List(rows))).collect();
    let halves = row([("is_whole", blank()), ("granted_yen", yen(290_000)), ("ungranted_yen", yen(221_000))]);
    let sums = with(versions("income_", [511_000, 0, 0]), versions("expense_", [511_000, 0, 0]));
    with(with(fund, halves), sums)
}

/// Which columns there are, who decided what, and the settlement's further sums.
pub fn layouts(facts: &mut Facts) {
    let there = || Value::text("有").into();
    put(
        facts,
        [
            ("budget.has_revision_1", there()),
            ("budget.has_revision_2", blank()),
            ("budget.has_revision_3", blank()),
            ("budget.has_revision_4", blank()),
            ("budget.has_revision_later", blank()),
            ("budget.has_moves", there()),
            ("budget.unrevised", blank()),
            ("settlement.has_previous", there()),
            ("settlement.eligible_yen", yen(460_000)),
            ("settlement.ineligible_yen", yen(10_000)),
            ("settlement.undecided_yen", blank()),
            ("settlement.eligible_beside_yen", blank()),
            ("settlement.income_changed_yen", yen(0)),
            ("settlement.expense_changed_yen", yen(0)),
        ],
    );
    let decision = |title: &str, decided: &str, reason: &str| {
        row([("title", words(title)), ("decided", words(decided)), ("reason", words(reason))])
    };
    let decisions = vec![
        decision("当初予算", "令和7年4月20日　定期総会で決定", ""),
        decision("第1次補正予算", "令和7年12月1日　臨時総会で決定", "訓練の会場がかわったため"),
    ];
    facts.state_list("budget.decisions", decisions);
    let beside = row([
        ("fund", words("周年事業積立金")),
        ("opening_yen", yen(100_000)),
        ("income_yen", yen(50_000)),
        ("expense_yen", yen(0)),
        ("closing_yen", yen(150_000)),
    ]);
    facts.state_list("settlement.beside", vec![beside]);
    let half = |kan: &str, item: &str, amount| {
        row([("kan", words(kan)), ("item", words(item)), ("amount_yen", yen(amount)), ("note", words(""))])
    };
    let eligible = [("防災訓練事業", 290_000), ("敬老会事業", 170_000)];
    let eligible =
        eligible.map(|(item, amount)| with(half("事業費", item, amount), row([("granted_yen", yen(amount))])));
    facts.state_list("settlement.eligible", eligible.to_vec());
    facts.state_list("settlement.ineligible", vec![half("事務費", "交際費", 10_000)]);
}
