//! A small year, made by hand: every figure can be checked in the head.

use paper::Value;

use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::reporting::Texts;
use crate::reporting::tests::{money, people};

pub fn yen(amount: i64) -> Fact {
    Value::Yen(amount).into()
}
pub fn count(n: i64) -> Fact {
    Value::Count(n).into()
}
pub fn day(iso: &str) -> Fact {
    Value::Date(iso.parse().unwrap()).into()
}
pub fn blank() -> Fact {
    Value::Blank.into()
}

/// What the secretary has typed.
pub fn texts() -> Texts {
    Texts::from([("results".into(), "訓練に120人が参加し、避難の手順を確かめた。".into())])
}

/// The facts of the year.
pub fn facts() -> Facts {
    let mut facts = Facts::default();
    council(&mut facts);
    roster(&mut facts);
    enrolment(&mut facts);
    money::settlement(&mut facts);
    money::grant(&mut facts);
    money::evidence(&mut facts);
    activities(&mut facts);
    facts
}

pub fn put<const N: usize>(facts: &mut Facts, named: [(&str, Fact); N]) {
    facts.0.extend(row(named));
}

fn council(facts: &mut Facts) {
    put(
        facts,
        [
            ("year.label", words("令和7年度")),
            ("year.first_on", day("2025-04-01")),
            ("year.last_on", day("2026-03-31")),
            ("council.name", words("緑町コミュニティ協議会")),
            ("council.postal", words("760-0000")),
            ("council.address", words("高松市緑町一丁目1番1号")),
            ("council.phone", words("")),
            ("council.representative_office", words("会長")),
            ("council.representative_name", words("渡邊　凜")),
            ("roster.chairs_elsewhere", words("")),
            ("city.name", words("高松市")),
            ("city.addressee", words("高松市長")),
            ("city.department", words("協働コミュニティ推進課")),
            ("words.association", words("自治会")),
        ],
    );
}

fn person(family: &str, given: &str, kana: &str) -> FactRow {
    row([
        ("name", words(&format!("{family}　{given}"))),
        ("name_kana", words(kana)),
        ("family", words(family)),
        ("given", words(given)),
        ("family_kana", words("")),
        ("given_kana", words("")),
        ("postal", words("760-0000")),
        ("address", words("高松市緑町二丁目3番4号")),
        ("phone", words("087-000-0000")),
        ("mobile", words("")),
        ("birth_on", blank()),
    ])
}

fn member(person: FactRow, roles: &str) -> FactRow {
    let mut member = person;
    member.extend(people::further(roles));
    member
}

fn officer(person: FactRow, body: &str, office: &str, represents: &str) -> FactRow {
    let mut officer = person;
    officer.extend(row([
        ("body", words(body)),
        ("office", words(office)),
        ("represents", words(represents)),
        ("from_on", day("2025-04-01")),
        ("to_on", day("2027-03-31")),
    ]));
    officer
}

fn roster(facts: &mut Facts) {
    let chair = || person("渡邊", "凜", "ワタナベ　リン");
    let head = || person("𠮷田", "花", "ヨシダ　ハナ");
    let people = vec![
        member(person("葛\u{E0100}城", "健", "カツラギ　ケン"), ""),
        member(head(), "防災部会 部会長"),
        member(chair(), "緑町コミュニティ協議会 会長"),
    ];
    let officers = vec![
        officer(chair(), "緑町コミュニティ協議会", "会長", "女性会 代表"),
        officer(person("髙﨑", "守", "タカサキ　マモル"), "緑町コミュニティ協議会", "会計", ""),
        officer(head(), "防災部会", "部会長", ""),
    ];
    put(facts, [("roster.persons", count(3)), ("roster.roles", count(4)), ("roster.officers_count", count(3))]);
    facts.state_list("roster.people", people);
    facts.state_list("roster.officers", officers);
    facts.state_list("roster.treasurers", vec![row([("office", words("会計")), ("name", words("髙﨑　守"))])]);
    facts.state_list("roster.auditors", vec![]);
    people::movements(facts);
    people::bodies(facts);
}

fn association(
    name: &str,
    households: i64,
    enrolled: Option<i64>,
    previous: i64,
    rates: [i64; 2],
    sure: &str,
) -> FactRow {
    let known = |fact: Fact| if enrolled.is_some() { fact } else { blank() };
    row([
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
        ("as_of_on", known(day("2025-04-01"))),
        ("certainty", words(sure)),
        ("source", words("自治会加入状況.xlsx")),
        ("note", words("")),
    ])
}

fn enrolment(facts: &mut Facts) {
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
            ("enrolment.points", Value::Points(-20).into()),
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
            ("enrolment.projected_to", words("令和7年度")),
        ],
    );
    for (at, label) in (1..).zip(["令和3年度", "令和4年度", "令和5年度", "令和6年度", "令和7年度"])
    {
        facts.state(&format!("enrolment.year_{at}"), Value::text(label));
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
        ("rate_percent", percent(500)),
        ("points", Value::Points(-20).into()),
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
        line.insert(format!("enrolled_{at}"), count(enrolled));
        line.insert(format!("percent_{at}"), percent(tenths));
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

fn activities(facts: &mut Facts) {
    let occasion = |activity: &str, title: &str, when: &str, participants: Fact, content: &str| {
        row([
            ("id", words("o")),
            ("activity", words(activity)),
            ("committee", words("防災部会")),
            ("title", words(title)),
            ("from_on", day("2025-06-08")),
            ("to_on", day("2025-06-08")),
            ("when", words(when)),
            ("place", words("緑小学校")),
            ("participants", participants),
            ("participants_label", words("120")),
            ("helpers", count(10)),
            ("target", words("地区の住民")),
            ("notice", words("回覧")),
            ("content", words(content)),
            ("reflection", words("")),
            ("effect", words("")),
            ("author", words("")),
        ])
    };
    let activity = |name: &str, budget: Fact, settled: Fact, content: &str, own: Vec<FactRow>| {
        row([
            ("activity", words(name)),
            ("committee", words("防災部会")),
            ("occasions", count(own.len() as i64)),
            ("participants", count(120)),
            ("helpers", count(10 * own.len() as i64)),
            ("budget_yen", budget),
            ("settled_yen", settled),
            ("target", words("地区の住民")),
            ("notice", words("回覧")),
            ("content", words(content)),
            ("reflection", words("")),
            ("effect", words("")),
            ("author", words("")),
            ("occasions_list", Fact::List(own)),
        ])
    };
    let training = occasion("防災訓練事業", "避難訓練", "6月8日", count(120), "避難と炊き出しの訓練");
    let talk = occasion("防災訓練事業", "防災講座", "7月6日", blank(), "");
    let walk = occasion("見守り", "夜の見まわり", "8月3日", count(120), "");
    put(
        facts,
        [
            ("activities.occasions", count(3)),
            ("activities.participants", count(240)),
            ("activities.helpers", count(30)),
        ],
    );
    facts.state_list("activities.occasions_list", vec![training.clone(), talk.clone(), walk.clone()]);
    facts.state_list(
        "activities.list",
        vec![
            activity("防災訓練事業", yen(300_000), yen(290_000), "避難と炊き出しの訓練", vec![training, talk]),
            activity("見守り", blank(), blank(), "", vec![walk]),
        ],
    );
}
