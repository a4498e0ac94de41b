//! A small year, made by hand: every figure can be checked in the head.

use paper::Value;

use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::reporting::Texts;

fn yen(amount: i64) -> Fact {
    Value::Yen(amount).into()
}
fn count(n: i64) -> Fact {
    Value::Count(n).into()
}
fn day(iso: &str) -> Fact {
    Value::Date(iso.parse().unwrap()).into()
}
fn blank() -> Fact {
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
    settlement(&mut facts);
    grant(&mut facts);
    evidence(&mut facts);
    activities(&mut facts);
    facts
}

fn put<const N: usize>(facts: &mut Facts, named: [(&str, Fact); N]) {
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
    member.extend(row([("roles_text", words(roles)), ("roles", Fact::List(vec![]))]));
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
    facts.state_list(
        "enrolment.counted",
        vec![
            association("緑町一丁目自治会", 100, Some(70), 72, [700, -20], "実数"),
            association("緑町二丁目自治会", 200, Some(80), 84, [400, -20], "概数"),
        ],
    );
    facts.state_list("enrolment.uncounted", vec![association("緑町三丁目自治会", 90, None, 40, [0, 0], "")]);
    let points = Value::Points(-20).into();
    facts.state_list(
        "enrolment.years",
        vec![year("令和6年度", 2024, 300, 156, 520, blank()), year("令和7年度", 2025, 300, 150, 500, points)],
    );
}

fn line(kan: &str, item: &str, budget: i64, settled: i64) -> FactRow {
    expense(kan, item, budget, settled, 0)
}

fn expense(kan: &str, item: &str, budget: i64, settled: i64, granted: i64) -> FactRow {
    row([
        ("kan", words(kan)),
        ("item", words(item)),
        ("budget_yen", yen(budget)),
        ("settled_yen", yen(settled)),
        ("difference_yen", yen(settled - budget)),
        ("previous_yen", blank()),
        ("granted_yen", yen(granted)),
        ("note", words("")),
    ])
}

fn kan(kan: &str, budget: i64, settled: i64) -> FactRow {
    let mut row = line(kan, "", budget, settled);
    row.retain(|name, _| ["kan", "budget_yen", "settled_yen", "difference_yen"].contains(&name.as_str()));
    row
}

fn settlement(facts: &mut Facts) {
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
    let purse = |name: &str, opening, closing| {
        row([("purse", words(name)), ("opening_yen", yen(opening)), ("closing_yen", yen(closing))])
    };
    facts.state_list("settlement.purses", vec![purse("現金", 1_000, 3_000), purse("普通預金", 9_000, 37_000)]);
}

fn grant(facts: &mut Facts) {
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
        ],
    );
    facts.state_list("grant.steps", steps.clone());
    let mut all: FactRow =
        facts.0.iter().filter_map(|(k, v)| Some((k.strip_prefix("grant.")?.into(), v.clone()))).collect();
    all.insert("steps".into(), Fact::List(steps));
    facts.state_list("grant.all", vec![all]);
}

fn evidence(facts: &mut Facts) {
    let entry = |no: i64, on: &str, what: &str, amount, fund: &str| {
        row([
            ("voucher_no", count(no)),
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
    put(facts, [("evidence.entries", count(4)), ("evidence.missing", count(1)), ("evidence.unclear", count(0))]);
    facts.state_list("evidence.items", items);
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
