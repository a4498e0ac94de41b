//! The enrolment of the small year: counts, rates, trends, the payment and the survey.

use paper::Value;

use super::city;
use super::facts::{blank, count, day, put, yen};
use crate::fact::{Fact, FactRow, Facts, row, words};

fn association(
    name: &str,
    households: i64,
    enrolled: Option<i64>,
    previous: i64,
    rates: [i64; 2],
    sure: &str,
) -> FactRow {
    let known = |fact: Fact| if enrolled.is_some() { fact } else { blank() };
    let mut line = row([
        ("id", words("a")),
        ("flags", words(if enrolled.is_some() { "" } else { "未提出" })),
        ("association", words(name)),
        ("area", words("緑町")),
        ("fee_month_yen", yen(300)),
        ("previous_households", count(households)),
        ("recorded", blank()),
        ("recorded_difference", blank()),
        ("previous_percent", known(Value::Percent(rates[0] - rates[1]).into())),
        ("chair", words("齋藤　守")),
        ("town", words("緑町")),
        ("blocks", count(4)),
        ("households", count(households)),
        ("enrolled", enrolled.map_or_else(blank, count)),
        ("previous", count(previous)),
        ("change", enrolled.map_or_else(blank, |enrolled| count(enrolled - previous))),
        ("rate_percent", known(Value::Percent(rates[0]).into())),
        ("points", known(Value::Points(rates[1]).into())),
        ("same_points", known(Value::Points(rates[1]).into())),
        ("as_of_on", known(day("2025-04-01"))),
        ("certainty", words(sure)),
        ("source", words("自治会加入状況.xlsx")),
        ("note", words("")),
    ]);
    line.extend(city::observed((enrolled == Some(70)).then_some(15)));
    line
}

pub fn enrolment(facts: &mut Facts) {
    let year = |label: &str, year: i64, households: i64, enrolled: i64, tenths: i64, points: Fact| {
        row([
            ("year", count(year)),
            ("label", words(label)),
            ("associations_counted", count(2)),
            ("households", count(households)),
            ("enrolled", count(enrolled)),
            ("rate_percent", Value::Percent(tenths).into()),
            ("target_percent", Value::Percent(624).into()),
            ("points", points),
            ("basis", words("加入世帯 ÷ 区域内実数（班調べ）")),
            ("answered", words(if year == 2025 { "2／3" } else { "3" })),
            ("marked", words(if year == 2025 { "令和7年度＊2／3" } else { label })),
        ])
    };
    put(
        facts,
        [
            ("enrolment.associations", count(3)),
            ("enrolment.associations_counted", count(2)),
            ("enrolment.associations_uncounted", count(1)),
            ("enrolment.households", count(300)),
            ("enrolment.enrolled", count(150)),
            ("enrolment.rate_percent", Value::Percent(500).into()),
            ("enrolment.change", count(-6)),
            ("enrolment.points", Value::Points(-26).into()),
            ("enrolment.counted_previous", count(156)),
            ("enrolment.counted_change", count(-6)),
            ("enrolment.counted_blocks", count(8)),
            ("enrolment.rounded", count(1)),
            ("enrolment.carried_over", count(0)),
            ("enrolment.target_percent", Value::Percent(624).into()),
            ("enrolment.target_label", words("高松市の目標（令和5年度）")),
            ("enrolment.households_to_target", count(38)),
        ],
    );
    more_enrolment(facts);
    let counted = vec![
        association("緑町一丁目自治会", 100, Some(70), 72, [700, -20], "実数"),
        association("緑町二丁目自治会", 200, Some(80), 84, [400, -20], "概数"),
    ];
    let uncounted = vec![association("緑町三丁目自治会", 90, None, 40, [0, 0], "")];
    facts.state_list("enrolment.all", [counted.clone(), uncounted.clone()].concat());
    city::state(facts, vec![city::compared(&counted[0])]);
    facts.state_list("enrolment.flagged", vec![]);
    let placed = |line: &FactRow| {
        let mut line = line.clone();
        line.extend(row([("place", count(1))]));
        line
    };
    facts.state_list("enrolment.ranking", counted.iter().map(placed).collect());
    facts.state_list("enrolment.counted", counted);
    facts.state_list("enrolment.uncounted", uncounted);
    let points = Value::Points(-20).into();
    facts.state_list(
        "enrolment.years",
        vec![year("令和6年度", 2024, 300, 156, 520, blank()), year("令和7年度", 2025, 300, 150, 500, points)],
    );
}

/// The rest of what enrolment states: areas, trends, the payment and the survey.
fn more_enrolment(facts: &mut Facts) {
    put(
        facts,
        [
            ("enrolment.same_points", Value::Points(-20).into()),
            ("enrolment.same_associations", count(2)),
            ("enrolment.published_points", Value::Points(-26).into()),
            ("enrolment.points_to_target", Value::Points(124).into()),
            ("enrolment.target_source", words("まちづくり戦略計画")),
            ("enrolment.basis", words("加入世帯 ÷ 区域内実数（班調べ）")),
            ("enrolment.basis_before", blank()),
            ("enrolment.snapshot_on", day("2025-04-01")),
            ("enrolment.live_enrolled", count(151)),
            ("enrolment.live_households", count(300)),
            ("enrolment.live_rate_percent", Value::Percent(503).into()),
            ("enrolment.live_differs", count(1)),
            ("enrolment.projected_from", words("令和3年度")),
            ("enrolment.projected_to", words("令和6年度")),
            ("enrolment.partial_years", words("令和7年度（2／3）")),
        ],
    );
    for (at, label) in (1..).zip(["令和3年度", "令和4年度", "令和5年度", "令和6年度", "令和7年度"])
    {
        facts.state(format!("enrolment.year_{at}"), Value::text(label));
    }
    let percent = |tenths| Fact::from(Value::Percent(tenths));
    let area = row([
        ("area", words("緑町")),
        ("associations", count(3)),
        ("associations_counted", count(2)),
        ("households", count(300)),
        ("enrolled", count(150)),
        ("previous", count(156)),
        ("change", count(-6)),
        ("blocks", count(8)),
        ("flats", count(15)),
        ("rate_percent", percent(500)),
        ("points", Value::Points(-26).into()),
        ("same_points", Value::Points(-20).into()),
        ("over_years", Fact::List(vec![over_year("令和7年度", percent(500))])),
    ]);
    facts.state_list("enrolment.areas", vec![area]);
    facts
        .state_list("enrolment.projection", vec![row([("label", words("令和8年度")), ("rate_percent", percent(480))])]);
    facts.state_list("enrolment.trends", vec![trend("緑町一丁目自治会")]);
    payment(facts);
    survey(facts);
}

fn over_year(label: &str, own: Fact) -> FactRow {
    let percent = |tenths| Fact::from(Value::Percent(tenths));
    row([
        ("label", words(label)),
        ("rate_percent", own),
        ("whole_percent", percent(500)),
        ("target_percent", percent(624)),
    ])
}

fn trend(name: &str) -> FactRow {
    let percent = |tenths| Fact::from(Value::Percent(tenths));
    let mut line = row([("association", words(name)), ("points", Value::Points(-50).into())]);
    for (at, (enrolled, tenths)) in (1..).zip([(75, 750), (74, 740), (73, 730), (72, 720), (70, 700)]) {
        line.insert(format!("enrolled_{at}").into(), count(enrolled));
        line.insert(format!("percent_{at}").into(), percent(tenths));
    }
    let points = vec![over_year("令和6年度", percent(720)), over_year("令和7年度", percent(700))];
    line.insert("over_years".into(), Fact::List(points));
    line
}

fn payment(facts: &mut Facts) {
    put(
        facts,
        [
            ("payment.city", words("明石市")),
            ("payment.title", words("行政連絡業務の委託料")),
            ("payment.source", words("明石市の定め")),
            ("payment.count", count(1)),
            ("payment.total_yen", yen(52_000)),
        ],
    );
    let step = |label: &str, how: &str, amount| {
        row([("mark", words("")), ("label", words(label)), ("how", words(how)), ("amount_yen", yen(amount))])
    };
    let steps =
        vec![step("均等割", "定額", 10_000), step("世帯割", "600円 × 70世帯", 42_000), step("合計", "上の計", 52_000)];
    let line = |name: &str, households: Fact, amount: Fact, lacking: &str, steps: Vec<FactRow>| {
        row([
            ("association", words(name)),
            ("households", households),
            ("amount_yen", amount),
            ("lacking", words(lacking)),
            ("steps", Fact::List(steps)),
        ])
    };
    facts.state_list(
        "payment.lines",
        vec![
            line("緑町一丁目自治会", count(70), yen(52_000), "", steps),
            line("緑町三丁目自治会", blank(), blank(), "「世帯数」がわからないので、計算できません。", vec![]),
        ],
    );
}

fn survey(facts: &mut Facts) {
    put(
        facts,
        [
            ("survey.title", words("自治会実態把握調査")),
            ("survey.lead", words("いまの様子をお聞きします。")),
            ("survey.answered", count(2)),
        ],
    );
    let result = |option: &str, n, tenths| {
        row([("option", words(option)), ("count", count(n)), ("percent", Value::Percent(tenths).into())])
    };
    let question = |number, text: &str, room: &str, sum: Fact, results: Vec<FactRow>, said: Vec<FactRow>| {
        row([
            ("number", count(number)),
            ("text", words(text)),
            ("room", words(room)),
            ("answered", count(2)),
            ("sum", sum),
            ("unit", words("世帯")),
            ("results", Fact::List(results)),
            ("said", Fact::List(said)),
        ])
    };
    let said = row([("association", words("緑町一丁目自治会")), ("answer", words("書類を減らしてほしい"))]);
    facts.state_list(
        "survey.questions",
        vec![
            question(1, "役員は足りていますか。", "□ はい　□ いいえ", blank(), vec![result("はい", 2, 1000)], vec![]),
            question(2, "新しく加入した世帯の数", "（　　　　　　）世帯", count(3), vec![], vec![]),
            question(3, "望むこと", "", blank(), vec![], vec![said]),
        ],
    );
}
