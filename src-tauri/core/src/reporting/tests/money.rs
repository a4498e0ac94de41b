//! The money of the small year.

use super::budget::{unchanged, with};
use super::facts::{blank, count, day, put, yen};
use crate::fact::{Fact, FactRow, Facts, row, words};

fn line(kan: &str, item: &str, budget: i64, settled: i64) -> FactRow {
    expense(kan, item, budget, settled, 0)
}

fn expense(kan: &str, item: &str, budget: i64, settled: i64, granted: i64) -> FactRow {
    let settled = row([
        ("kan", words(kan)),
        ("kou", words(item)),
        ("moku", words("")),
        ("setsu", words("")),
        ("item", words(item)),
        ("budget_yen", yen(budget)),
        ("changed_yen", yen(0)),
        ("previous_settled_yen", yen(settled)),
        ("settled_yen", yen(settled)),
        ("difference_yen", yen(settled - budget)),
        ("previous_yen", blank()),
        ("granted_yen", yen(granted)),
        ("note", words("")),
    ]);
    with(settled, unchanged(budget))
}

fn kan(kan: &str, budget: i64, settled: i64) -> FactRow {
    let mut row = line(kan, "", budget, settled);
    row.retain(|name, _| {
        let kept = ["kan", "budget_yen", "settled_yen", "difference_yen", "initial_yen", "revised_yen", "moved_yen"];
        kept.contains(&name.as_ref()) || ["changed_yen", "previous_settled_yen"].contains(&name.as_ref())
    });
    row
}

pub fn settlement(facts: &mut Facts) {
    put(
        facts,
        [
            ("settlement.opening_yen", yen(10_000)),
            ("settlement.income_yen", yen(500_000)),
            ("settlement.expense_yen", yen(470_000)),
            ("settlement.carry_over_yen", yen(40_000)),
            ("settlement.balance_yen", yen(40_000)),
            ("settlement.income_budget_yen", yen(511_000)),
            ("settlement.income_settled_yen", yen(510_000)),
            ("settlement.income_difference_yen", yen(-1_000)),
            ("settlement.expense_budget_yen", yen(511_000)),
            ("settlement.expense_difference_yen", yen(-41_000)),
            ("settlement.expense_granted_yen", yen(460_000)),
        ],
    );
    facts.state_list(
        "settlement.income",
        vec![
            line("交付金", "地域まちづくり交付金", 500_000, 500_000),
            line("雑収入", "預金利息", 1_000, 0),
            line("繰越金", "前年度繰越金", 10_000, 10_000),
        ],
    );
    facts.state_list("settlement.income_kan", vec![]);
    facts.state_list(
        "settlement.expense",
        vec![
            expense("事業費", "防災訓練事業", 300_000, 290_000, 290_000),
            expense("事業費", "敬老会事業", 180_000, 170_000, 170_000),
            expense("事務費", "交際費", 20_000, 10_000, 0),
            expense("予備費", "予備費", 11_000, 0, 0),
        ],
    );
    facts.state_list(
        "settlement.expense_kan",
        vec![kan("事業費", 480_000, 460_000), kan("事務費", 20_000, 10_000), kan("予備費", 11_000, 0)],
    );
    beside_the_year_before(facts);
    let purse = |name: &str, [opening, held, closing]: [i64; 3]| {
        let (held, closing) = (("held_yen", yen(held)), ("closing_yen", yen(closing)));
        row([("purse", words(name)), ("opening_yen", yen(opening)), held, closing])
    };
    let (cash, bank) = (purse("現金", [1_000, 3_000, 3_000]), purse("普通預金", [9_000, 42_000, 37_000]));
    facts.state_list("settlement.purses", vec![cash, bank]);
}

/// The same lines with 敬老訪問事業, which only the year before had.
fn beside_the_year_before(facts: &mut Facts) {
    let dropped = with(line("事業費", "敬老訪問事業", 0, 0), row([("previous_settled_yen", yen(15_000))]));
    let of_kan = with(kan("事業費", 480_000, 460_000), row([("previous_settled_yen", yen(475_000))]));
    let named = |name: &str| facts.list(&format!("settlement.{name}")).to_vec();
    let (income, income_kan) = (named("income"), named("income_kan"));
    let (mut expense, mut expense_kan) = (named("expense"), named("expense_kan"));
    expense.insert(2, dropped);
    expense_kan[0] = of_kan;
    for (name, rows) in
        [("income", income), ("income_kan", income_kan), ("expense", expense), ("expense_kan", expense_kan)]
    {
        let (side, kan) = name.split_once('_').unwrap_or((name, ""));
        let ending = if kan.is_empty() { "" } else { "_kan" };
        facts.state_list(format!("settlement.{side}_compared{ending}"), rows);
    }
    facts.state("settlement.income_previous_settled_yen", paper::Value::Yen(510_000));
    facts.state("settlement.expense_previous_settled_yen", paper::Value::Yen(485_000));
}

pub fn grant(facts: &mut Facts) {
    let step = |mark: &str, label: &str, how: &str, amount| {
        row([("mark", words(mark)), ("label", words(label)), ("how", words(how)), ("amount_yen", yen(amount))])
    };
    let steps = vec![
        step("A", "交付決定額", "", 500_000),
        step("B", "交付金充当額", "", 460_000),
        step("C", "返還額", "A − B", 40_000),
    ];
    put(
        facts,
        [
            ("grant.id", words("g")),
            ("grant.name", words("地域まちづくり交付金")),
            ("grant.decided_yen", yen(500_000)),
            ("grant.decided_on", day("2025-04-21")),
            ("grant.decision_no", words("緑第1号")),
            ("grant.received_yen", yen(500_000)),
            ("grant.eligible_yen", yen(460_000)),
            ("grant.allocated_yen", yen(460_000)),
            ("grant.fixed_yen", yen(460_000)),
            ("grant.excess_yen", yen(0)),
            ("grant.refund_yen", yen(40_000)),
            ("grant.refunded_yen", blank()),
            ("grant.refunded_on", blank()),
            ("grant.unbooked_yen", blank()),
            ("grant.unreceived_yen", blank()),
            ("grant.over_received_yen", blank()),
            ("grant.additional_yen", yen(0)),
            ("grant.left_yen", yen(40_000)),
            ("grant.carried_yen", yen(0)),
            ("grant.kept_yen", yen(0)),
            ("grant.expired_yen", blank()),
            ("grant.over_rest_yen", blank()),
            ("grant.rest_label", words("返還額")),
            ("grant.rest_plan", words("返還の予定日")),
            ("grant.rest_yen", yen(40_000)),
            ("grant.told_yen", blank()),
            ("grant.settled_yen", yen(470_000)),
            ("grant.applied_yen", yen(520_000)),
            ("grant.basis_title", words("横浜市　地域活動推進費 単位自治会町内会（平成27年度）")),
            ("grant.planned_yen", yen(450_000)),
            ("grant.unplanned_yen", yen(61_000)),
            ("grant.claim_title", words("交付請求書（概算払）")),
            ("grant.paid_before", words("概算払")),
            ("grant.paid_after", blank()),
            ("grant.claim_nth", blank()),
            ("grant.claim_yen", blank()),
            ("grant.claim_left_yen", blank()),
            ("grant.change_yen", yen(480_000)),
            ("grant.change_difference_yen", yen(-20_000)),
        ],
    );
    facts.state_list("grant.steps", steps);
    facts.state_list("grant.basis", vec![step("", "対象経費の3分の1", "対象経費 1,560,000円 × 1／3", 520_000)]);
    charged(facts);
    changed(facts);
    let all =
        facts.iter().filter_map(|(k, v)| Some((k.strip_prefix("grant.")?.to_owned().into(), v.clone()))).collect();
    facts.state_list("grant.all", vec![all]);
}

/// The budget that the city approved, and the one that is applied for: 20,000円 less.
fn changed(facts: &mut Facts) {
    let columns = ["before_yen", "after_yen", "change_yen", "settled_yen"];
    let figures = |before: i64, after: i64, settled: i64| [before, after, after - before, settled];
    let line = |item: &str, amounts: [i64; 4]| {
        let mut line = row([("item", words(item))]);
        line.extend(columns.into_iter().zip(amounts).map(|(column, amount)| (column.into(), yen(amount))));
        line
    };
    let expense = [
        line("防災訓練事業", figures(300_000, 290_000, 290_000)),
        line("敬老会事業", figures(180_000, 170_000, 170_000)),
    ];
    let sides = [
        ("income", vec![line("地域まちづくり交付金", figures(500_000, 480_000, 500_000))], (500_000, 480_000, 500_000)),
        ("expense", expense.to_vec(), (480_000, 460_000, 460_000)),
    ];
    for (side, rows, (before, after, settled)) in sides {
        facts.state_list(format!("grant.changed_{side}"), rows);
        for (column, amount) in columns.into_iter().zip(figures(before, after, settled)) {
            put(facts, [(format!("grant.changed_{side}_{column}"), yen(amount))]);
        }
    }
    put(facts, [("grant.agreed_on", day("2025-04-21")), ("grant.is_changed", words("有"))]);
    put(facts, [("grant.is_unchanged", blank())]);
}

/// What the grant pays, and how it is claimed.
fn charged(facts: &mut Facts) {
    let charged = |row: &FactRow| {
        let of = |name: &str| row[name].clone();
        [("item", of("item")), ("settled_yen", of("settled_yen")), ("granted_yen", of("granted_yen"))]
    };
    let lines = facts.list("settlement.expense").iter().map(|line| row(charged(line))).collect();
    facts.state_list("grant.lines", lines);
    let claim = |nth: i64, on: &str, amount, state: &str| {
        row([("nth", count(nth)), ("on", day(on)), ("amount_yen", yen(amount)), ("state", words(state))])
    };
    let claims = vec![claim(1, "2025-05-10", 300_000, "済み"), claim(2, "2025-11-10", 200_000, "済み")];
    facts.state_list("grant.claims", claims);
    let bought = row([
        ("voucher_no", count(1)),
        ("receipt_no", words("12")),
        ("entered_on", day("2025-05-10")),
        ("description", words("消火器")),
        ("counterparty", words("(株)緑商店")),
        ("amount_yen", yen(200_000)),
    ]);
    let item = [("item", words("防災訓練事業")), ("total_yen", yen(200_000)), ("entries", Fact::List(vec![bought]))];
    facts.state_list("grant.items", vec![row(item)]);
}

pub fn evidence(facts: &mut Facts) {
    let entry = |no: i64, on: &str, what: &str, amount, fund: &str| {
        row([
            ("voucher_no", count(no)),
            ("receipt_no", words(if no == 1 { "12" } else { "" })),
            ("entered_on", day(on)),
            ("description", words(what)),
            ("counterparty", words("(株)緑商店")),
            ("amount_yen", yen(amount)),
            ("purse", words("現金")),
            ("fund", words(fund)),
            ("eligibility", words("対象")),
            ("receipt", words("有")),
        ])
    };
    let item = |kan: &str, item: &str, total, entries: Vec<FactRow>| {
        row([
            ("kan", words(kan)),
            ("item", words(item)),
            ("count", count(entries.len() as i64)),
            ("total_yen", yen(total)),
            ("entries", Fact::List(entries)),
        ])
    };
    let grant = "地域まちづくり交付金";
    let training =
        vec![entry(1, "2025-05-10", "消火器", 200_000, grant), entry(2, "2025-06-01", "非常食", 90_000, grant)];
    let items = vec![
        item("事業費", "防災訓練事業", 290_000, training),
        item("事業費", "敬老会事業", 170_000, vec![entry(3, "2025-09-15", "会場借上料", 170_000, grant)]),
        item("事務費", "交際費", 10_000, vec![entry(4, "2025-10-01", "祝儀", 10_000, "自主財源")]),
    ];
    put(
        facts,
        [
            ("evidence.entries", count(4)),
            ("evidence.total_yen", yen(470_000)),
            ("evidence.others_yen", yen(0)),
            ("evidence.missing", count(1)),
            ("evidence.moved", blank()),
            ("evidence.unclear", count(0)),
            ("evidence.pictures", count(2)),
            ("evidence.numbered", words("有")),
        ],
    );
    let receipt = [
        ("number", count(12)),
        ("dated_on", day("2025-05-10")),
        ("issuer", words("(株)緑商店")),
        ("purpose", words("消火器")),
        ("amount_yen", yen(200_000)),
        ("vouchers", words("1")),
        ("pictures", words("012.jpg、012_2.jpg")),
    ];
    facts.state_list("evidence.receipts", vec![row(receipt)]);
    facts.state_list("evidence.items", items);
    facts.state_list("evidence.others", vec![]);
}
