//! What the plan of the small year says: one aim with a measure, two actions, one of them drawn from the records, one indicator.

use paper::Value;

use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::reporting::tests::facts::{blank, count, day, put, yen};

pub fn plan(facts: &mut Facts) {
    put(
        facts,
        [
            ("plan.name", words("緑町まちづくり計画")),
            ("plan.period", words("令和3年度から令和7年度まで")),
            ("plan.vision", words("声をかけあう町")),
            ("plan.decided_on", day("2021-05-20")),
            ("plan.revised_on", day("2025-06-01")),
            ("plan.revised_label", words("令和7年6月1日")),
            ("plan.mission", words("安心して暮らせる町をつくる")),
            ("plan.policy", words("隣近所の力を生かす")),
            ("plan.summary", words("訓練の参加が増えた")),
            ("plan.actions_count", count(2)),
            ("plan.reviewed_count", count(1)),
            ("plan.review_rate_percent", percent(500)),
            ("plan.occasions", count(1)),
            ("plan.participants", count(120)),
            ("plan.came", count(120)),
            ("plan.helpers", count(14)),
            ("plan.cost_yen", yen(6_000)),
            ("plan.aims", Fact::List(vec![aim()])),
            ("plan.actions", Fact::List(vec![drill(), letters()])),
            ("plan.indicators", Fact::List(vec![indicator()])),
            ("plan.reviews", Fact::List(vec![review("改善", 1), review("まだ見直していない", 1)])),
        ],
    );
}

fn percent(tenths: i64) -> Fact {
    Value::Percent(tenths).into()
}

fn aim() -> FactRow {
    let line = |name: &str, activity: &str| {
        row([
            ("measure", words("災害に備える")),
            ("name", words(name)),
            ("organisation", words("防災部会と自治会")),
            ("planning", words("年に一度の訓練")),
            ("doing", words("避難所を開く")),
            ("reviewing", words("訓練のあとの反省会")),
            ("span", words("令和3年度～")),
            ("activity", words(activity)),
        ])
    };
    let lines = vec![line("防災訓練をつづける", "防災訓練事業"), line("便りを出す", "")];
    row([("aim", words("安全なまち")), ("detail", words("災害で命を落とさない")), ("lines", Fact::List(lines))])
}

fn drill() -> FactRow {
    row([
        ("number", count(1)),
        ("aim", words("安全なまち")),
        ("measure", words("災害に備える")),
        ("name", words("防災訓練をつづける")),
        ("activity", words("防災訓練事業")),
        ("target", words("全自治会が参加する")),
        ("result", words("10月12日 防災訓練（参加120人）")),
        ("direction", words("若い世帯に声をかける")),
        ("review", words("改善")),
        ("occasions", count(1)),
        ("participants", count(120)),
        ("came", count(120)),
        ("helpers", count(14)),
        ("cost_yen", yen(6_000)),
    ])
}

fn letters() -> FactRow {
    row([
        ("number", count(2)),
        ("aim", words("安全なまち")),
        ("measure", words("災害に備える")),
        ("name", words("便りを出す")),
        ("activity", words("")),
        ("target", words("年4回")),
        ("result", words("")),
        ("direction", words("")),
        ("review", words("")),
        ("occasions", blank()),
        ("participants", blank()),
        ("came", blank()),
        ("helpers", blank()),
        ("cost_yen", blank()),
    ])
}

fn indicator() -> FactRow {
    let mut told = measured();
    let mut year = measured();
    year.insert("label".into(), words("令和7年度"));
    told.extend(row([
        ("aim", words("安全なまち")),
        ("measure", words("")),
        ("name", words("訓練の参加率")),
        ("title", words("訓練の参加率（％）")),
        ("unit", words("％")),
        ("source", words("参加者名簿")),
        ("base_year", words("令和2年度")),
        ("base", words("40.0")),
        ("note", words("")),
        ("years", Fact::List(vec![year])),
    ]));
    told
}

/// 48 of 50 from 40: 96 % of the target, 80 % of the way.
fn measured() -> FactRow {
    row([
        ("target", words("50.0")),
        ("actual", words("48.0")),
        ("attained_percent", percent(960)),
        ("advanced_percent", percent(800)),
        ("state", words("未達成")),
    ])
}

fn review(label: &str, number: i64) -> FactRow {
    row([("label", words(label)), ("count", count(number))])
}
