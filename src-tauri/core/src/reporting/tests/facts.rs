//! A small year, made by hand: every figure can be checked in the head.

use paper::Value;

use crate::fact::{Fact, FactRow, Facts, Name, row, words};
use crate::reporting::Texts;
use crate::reporting::tests::{
    books, budget, enrolled, equipment, handover, meetings, money, people, plan as community,
};

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
    enrolled::enrolment(&mut facts);
    money::settlement(&mut facts);
    budget::budget(&mut facts);
    money::grant(&mut facts);
    money::evidence(&mut facts);
    books::books(&mut facts);
    books::audit(&mut facts);
    books::shares(&mut facts);
    books::crossing(&mut facts);
    books::funds(&mut facts);
    activities(&mut facts);
    plan(&mut facts);
    equipment::equipment(&mut facts);
    community::plan(&mut facts);
    meetings::meetings(&mut facts);
    handover::handover(&mut facts);
    facts
}

pub fn put<const N: usize>(facts: &mut Facts, named: [(impl Into<Name>, Fact); N]) {
    facts.extend(named.into_iter().map(|(name, fact)| (name.into(), fact)).collect());
}

fn council(facts: &mut Facts) {
    put(
        facts,
        [
            ("year.label", words("令和7年度")),
            ("year.first_on", day("2025-04-01")),
            ("year.city_first_on", day("2025-04-01")),
            ("year.last_on", day("2026-03-31")),
            ("year.as_of", day("2026-03-31")),
            ("council.name", words("緑町コミュニティ協議会")),
            ("council.postal", words("760-0000")),
            ("council.address", words("高松市緑町一丁目1番1号")),
            ("council.phone", words("")),
            ("council.legal_form", words("任意団体")),
            ("council.recognised", count(0)),
            ("council.recognised_on", blank()),
            ("council.representative_office", words("会長")),
            ("council.representative_name", words("渡邊　凜")),
            ("council.representative_address", words("高松市緑町二丁目3番4号")),
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
        ("own_text", words("車の台数 2")),
        ("own", Fact::List(vec![row([("label", words("車の台数")), ("value", words("2"))])])),
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
        ("landline", words("087-000-0000")),
        ("appointment", words(if office == "会計" { "新任" } else { "再任" })),
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
    facts.state_list("audit.signers", vec![row([("office", words("監事")), ("name", words("見本　次郎"))])]);
    people::movements(facts);
    people::bodies(facts);
}

/// One occasion of the small year.
fn occasion(activity: &str, title: &str, when: &str, participants: Fact, content: &str) -> FactRow {
    row([
        ("id", words("o")),
        ("activity", words(activity)),
        ("committee", words("防災部会")),
        ("title", words(title)),
        ("state", words("実施")),
        ("to_come", words("")),
        ("was_held", words(title)),
        ("called_off", words("")),
        ("hours", words("9:00～12:00")),
        ("era_year", words("令和7年")),
        ("month", words("6月")),
        ("day", words("8日（日）")),
        ("weather", words("晴れ")),
        ("incident", words("")),
        ("from_on", day("2025-06-08")),
        ("to_on", day("2025-06-08")),
        ("when", words(when)),
        ("place", words("緑小学校")),
        ("participants", participants.clone()),
        ("came", participants),
        ("participants_label", words("120")),
        ("helpers", count(10)),
        ("worked", words("3時間")),
        ("target", words("地区の住民")),
        ("notice", words("回覧")),
        ("content", words(content)),
        ("told", words(&if content.is_empty() { String::new() } else { format!("{content}\n役割が分かった") })),
        ("reflection", words("")),
        ("effect", words("")),
        ("author", words("")),
        ("on_told", words("6月8日（日）")),
        ("where", words("緑小学校")),
        ("apply", words("")),
        ("title_to_apply", words(title)),
        ("bring", words("")),
        ("organiser", words("緑町コミュニティ協議会")),
        ("asked", words("緑町コミュニティ協議会")),
        ("photos", Fact::List(photos(title, when))),
    ])
}

/// One photograph of an occasion of which something is told.
fn photos(title: &str, when: &str) -> Vec<FactRow> {
    vec![row([("photo", words("p")), ("caption", words(&format!("{when}　{title}")))])]
}

/// The same with something that went wrong.
fn hurt(occasion: &FactRow) -> FactRow {
    let mut row = occasion.clone();
    row.insert("incident".into(), words("すり傷1名（その場で手当て）"));
    row
}

fn activities(facts: &mut Facts) {
    let activity = |name: &str, budget: Fact, settled: Fact, content: &str, own: Vec<FactRow>| {
        row([
            ("activity", words(name)),
            ("committee", words("防災部会")),
            ("occasions", count(own.len() as i64)),
            ("participants", count(120)),
            ("came", count(120)),
            ("helpers", count(10 * own.len() as i64)),
            ("worked", words("6時間30分")),
            ("incidents", Fact::List(own.iter().take(1).map(hurt).collect())),
            ("budget_yen", budget),
            ("settled_yen", settled),
            ("item", words("")),
            ("grant", words("")),
            ("target", words("地区の住民")),
            ("notice", words("回覧")),
            ("content", words(content)),
            ("reflection", words("")),
            ("effect", words("")),
            ("author", words("")),
            ("photos", Fact::List(photos(name, "6月8日"))),
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
            ("activities.cancelled", count(0)),
            ("activities.participants", count(240)),
            ("activities.came", count(240)),
            ("activities.helpers", count(30)),
            ("activities.summer", count(2)),
            ("activities.summer_unwritten", count(0)),
            ("activities.autumn", count(1)),
            ("activities.autumn_unwritten", count(0)),
            ("activities.worked", words("9時間30分")),
            ("activities.weather", words("晴れ")),
            ("activities.budget_yen", yen(300_000)),
            ("activities.settled_yen", yen(290_000)),
            ("activities.planned_next", count(0)),
        ],
    );
    volunteers(facts);
    facts.state_list("activities.calendar", vec![training.clone(), talk.clone(), walk.clone()]);
    facts.state_list("activities.incidents", vec![hurt(&training)]);
    facts.state_list("activities.occasions_list", vec![training.clone(), talk.clone(), walk.clone()]);
    facts.state_list(
        "activities.list",
        vec![
            activity("防災訓練事業", yen(300_000), yen(290_000), "避難と炊き出しの訓練", vec![training, talk]),
            activity("見守り", blank(), blank(), "", vec![walk]),
        ],
    );
}

/// Who helped in the small year.
fn volunteers(facts: &mut Facts) {
    put(
        facts,
        [("volunteers.count", count(2)), ("volunteers.occasions", count(4)), ("volunteers.hours", words("9時間30分"))],
    );
    let volunteer = |name: &str, occasions: i64, hours: &str, note: &str| {
        let (name, hours, note) = (words(name), words(hours), words(note));
        row([("name", name), ("occasions", count(occasions)), ("hours", hours), ("note", note)])
    };
    let helped =
        [volunteer("髙﨑　守", 3, "6時間30分", "うち1回は時間の記録なし"), volunteer("となりの見本", 1, "3時間", "")];
    facts.state_list("volunteers.list", helped.into());
    let at = |when: &str, title: &str, helpers: i64, hours: &str| {
        let (when, title, hours) = (words(when), words(title), words(hours));
        row([("when", when), ("title", title), ("helpers", count(helpers)), ("hours", hours), ("note", words(""))])
    };
    let occasions = vec![at("6月8日", "避難訓練", 2, "6時間"), at("7月6日", "防災講座", 2, "3時間30分")];
    facts.state_list("volunteers.by_occasion", occasions);
    put(facts, [("volunteers.value_yen", yen(9_215))]);
    let source = words("香川県最低賃金");
    let rate = [("from", words("令和6年10月2日から")), ("rate_yen", yen(970)), ("hours", words("9時間30分"))];
    let rate = rate.into_iter().chain([("value_yen", yen(9_215)), ("source", source)]);
    facts.state_list("volunteers.rates", vec![rate.map(|(name, fact)| (name.into(), fact)).collect()]);
}

/// What is planned for the small year.
fn plan(facts: &mut Facts) {
    let planned = |name: &str, schedule: &str, budget: Fact| {
        row([
            ("activity", words(name)),
            ("committee", words("防災部会")),
            ("schedule", words(schedule)),
            ("aims", words("いざという時に助け合う")),
            ("content", words("避難所を開く訓練と炊き出し")),
            ("place", words("緑町小学校")),
            ("target", words("校区の住民")),
            ("participants", count(150)),
            ("notice", words("回覧板")),
            ("budget_yen", budget),
            ("settled_yen", blank()),
            ("item", words(name)),
            ("grant", words("地域まちづくり交付金")),
        ])
    };
    put(facts, [("activities.planned", count(2))]);
    let plan = vec![planned("防災訓練事業", "10月第2日曜", yen(300_000)), planned("見守り", "毎月15日", blank())];
    facts.state_list("activities.plan", plan);
}
