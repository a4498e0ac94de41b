//! The specimen council against its truth, to the yen and to the character.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::{PROGRAM, sample_file};

fn truth() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/sample/truth.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("the truth")).expect("JSON")
}

fn number(value: &Value) -> i64 {
    value.as_i64().unwrap_or_else(|| panic!("{value} is a whole number"))
}

#[test]
fn the_figures_are_right_to_the_yen() {
    let (facts, truth) = (TestDesk::sample(PROGRAM).facts(2025), truth());
    for (fact, expected) in [
        ("roster.persons", &truth["persons"]),
        ("roster.roles", &truth["roles"]),
        ("enrolment.households", &truth["enrolment"]["2025"]["households"]),
        ("enrolment.enrolled", &truth["enrolment"]["2025"]["enrolled"]),
        ("enrolment.rate_percent", &truth["enrolment"]["2025"]["rate_percent"]),
        ("enrolment.associations_counted", &truth["enrolment"]["2025"]["associations_counted"]),
        ("settlement.income_yen", &truth["income_total"]),
        ("settlement.expense_yen", &truth["expense_total"]),
        ("settlement.carry_over_yen", &truth["carried_forward"]),
        ("grant.decided_yen", &truth["grant"]["decided"]),
        ("grant.decided_on", &truth["grant"]["decided_on"]),
        ("grant.decision_no", &truth["grant"]["decision_no"]),
        ("grant.allocated_yen", &truth["grant_spent"]),
        ("grant.excess_yen", &truth["grant_overcharged"]),
        ("grant.refund_yen", &truth["grant_refund"]),
        ("grant.eligible_yen", &truth["eligible_expense"]),
        ("evidence.missing", &truth["entries_without_receipt"]),
    ] {
        assert_eq!(&facts[fact], expected, "{fact}");
    }
    assert_eq!(
        number(&facts["enrolment.associations"]) as usize,
        truth["associations"].as_array().expect("a list").len()
    );
    assert_eq!(number(&facts["activities.occasions"]) as usize, truth["events"].as_array().expect("a list").len());
}

#[test]
fn every_item_and_every_purse_is_right() {
    let (facts, truth) = (TestDesk::sample(PROGRAM).facts(2025), truth());
    for (list, by_item) in [("settlement.income", "income_by_item"), ("settlement.expense", "expense_by_item")] {
        for (item, amount) in truth[by_item].as_object().expect("items") {
            let line = facts[list].as_array().expect("a list").iter().find(|l| l["item"] == item.as_str());
            assert_eq!(&line.unwrap_or_else(|| panic!("{item} in {list}"))["settled_yen"], amount, "{item}");
        }
    }
    for line in truth["budget"].as_array().expect("lines") {
        let list = if line["side"] == "収入" { "settlement.income" } else { "settlement.expense" };
        let own = facts[list].as_array().expect("a list").iter().find(|l| l["item"] == line["kou"]).expect("the line");
        assert_eq!((&own["budget_yen"], &own["previous_yen"]), (&line["amount"], &line["prev"]), "{}", line["kou"]);
    }
    for purse in facts["settlement.purses"].as_array().expect("purses") {
        let name = purse["purse"].as_str().expect("a name");
        assert_eq!(purse["opening_yen"], truth["opening"][name], "opening of {name}");
        assert_eq!(purse["closing_yen"], truth["closing"][name], "closing of {name}");
    }
}

/// One person as both sides can be compared.
fn person(p: &Value, birth: &str, roles: Vec<[String; 4]>) -> (Vec<String>, Vec<[String; 4]>) {
    let mut fields: Vec<String> =
        ["family", "given", "family_kana", "given_kana", "postal", "address", "phone", "mobile"]
            .iter()
            .map(|f| p[*f].as_str().unwrap_or_default().to_owned())
            .collect();
    fields.push(p[birth].as_str().unwrap_or_default().to_owned());
    let mut roles = roles;
    roles.sort();
    (fields, roles)
}

fn words(values: [&Value; 4]) -> [String; 4] {
    values.map(|v| v.as_str().unwrap_or_default().to_owned())
}

#[test]
fn everybody_is_there_once_with_every_character() {
    let (facts, truth) = (TestDesk::sample(PROGRAM).facts(2025), truth());
    let list = |v: &Value| v.as_array().expect("a list").clone();
    let mut got: Vec<_> = list(&facts["roster.people"])
        .iter()
        .map(|p| {
            let roles =
                list(&p["roles"]).iter().map(|r| words([&r["body"], &r["role"], &r["from_on"], &r["to_on"]])).collect();
            person(p, "birth_on", roles)
        })
        .collect();
    let mut expected: Vec<_> = list(&truth["people"])
        .iter()
        .map(|p| person(p, "birth", list(&p["roles"]).iter().map(|r| words([&r[0], &r[1], &r[2], &r[3]])).collect()))
        .collect();
    got.sort();
    expected.sort();
    for (got, expected) in got.iter().zip(&expected) {
        assert_eq!(got, expected);
    }
    assert_eq!(got.len(), expected.len());
}

#[test]
fn all_years_of_enrolment_are_right() {
    let (facts, truth) = (TestDesk::sample(PROGRAM).facts(2025), truth());
    for year in facts["enrolment.years"].as_array().expect("years") {
        let expected = &truth["enrolment"][year["year"].to_string()];
        for name in ["households", "enrolled", "rate_percent", "associations_counted"] {
            assert_eq!(year[name], expected[name], "{} {name}", year["year"]);
        }
    }
    assert_eq!(facts["enrolment.years"].as_array().expect("years").len(), 5);
}

#[test]
fn occasions_are_right() {
    let (desk, truth) = (TestDesk::sample(PROGRAM), truth());
    let got = desk.call("activities.list_occasions", json!({ "year": 2025 }));
    let got = got["occasions"].as_array().expect("a list");
    let sum = |name: &str| truth["events"].as_array().expect("events").iter().map(|e| number(&e[name])).sum::<i64>();
    for event in truth["events"].as_array().expect("events") {
        let same = |o: &&Value| o["title"] == event["title"] && o["from_on"] == event["start"];
        let own = got.iter().find(same).unwrap_or_else(|| panic!("{event}"));
        for (mine, theirs) in [
            ("to_on", "end"),
            ("place", "place"),
            ("participants", "participants"),
            ("helpers", "staff"),
            ("activity", "project"),
        ] {
            assert_eq!(own[mine], event[theirs], "{} {mine}", event["title"]);
        }
        let line = truth["budget"].as_array().expect("a budget").iter().find(|line| line["kou"] == event["project"]);
        assert_eq!(own["committee"], line.expect("its budget line")["committee"], "{}", event["title"]);
    }
    let facts = desk.facts(2025);
    assert_eq!(
        (number(&facts["activities.participants"]), number(&facts["activities.helpers"])),
        (sum("participants"), sum("staff"))
    );
}

#[test]
fn those_who_sign_are_those_of_the_roster() {
    let (desk, truth) = (TestDesk::sample(PROGRAM), truth());
    let facts = desk.facts(2025);
    for (list, office) in [("roster.treasurers", "会計"), ("roster.auditors", "監事")] {
        let holds = |p: &Value| {
            let roles = p["roles"].as_array().expect("roles").iter();
            roles.clone().any(|role| role[0] == truth["council"] && role[1] == office)
        };
        let people = truth["people"].as_array().expect("people").iter().filter(|p| holds(p));
        let name =
            |p: &Value| format!("{}　{}", p["family"].as_str().expect("a name"), p["given"].as_str().expect("a name"));
        let mut expected: Vec<String> = people.map(name).collect();
        let mut stated: Vec<String> = facts[list]
            .as_array()
            .expect("a list")
            .iter()
            .map(|row| row["name"].as_str().expect("a name").into())
            .collect();
        expected.sort();
        stated.sort();
        assert_eq!((stated.is_empty(), stated), (false, expected), "{office}");
    }
}

#[test]
fn the_same_files_again_bring_nothing_new() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    for (kind, file, same) in [
        ("roster", "名簿.xlsx", 180),
        ("associations", "自治会加入状況.xlsx", 17),
        ("budget", "収支予算書.xlsx", 23),
        ("cash-book", "出納帳.xlsx", 186),
        ("activities", "事業実績.xlsx", 34),
        ("roster", "名簿_sjis.csv", 180),
        ("roster", "名簿_旧.xls", 180),
    ] {
        let path = sample_file(file);
        let counts = &desk.preview(kind, &path, 2025)["counts"];
        assert_eq!(
            (&counts["new"], &counts["changed"], &counts["unsure"]),
            (&json!(0), &json!(0), &json!(0)),
            "{file}: {counts}"
        );
        assert_eq!(counts["same"], same, "{file}: {counts}");
        if file.ends_with(".xlsx") {
            desk.import(kind, &path, 2025);
        }
    }
    assert_eq!(desk.state_hash(), before, "nothing was written");
}

#[test]
fn a_specimen_that_cannot_be_opened_is_made_anew() {
    let desk = TestDesk::bare(PROGRAM);
    let open = || desk.call("office.open_sample", json!({ "reset": false }));
    assert_eq!(open()["council"]["is_sample"], true);
    desk.call("office.close", json!({}));
    std::fs::write(desk.folder().join("sample.office"), "of an older program").expect("written");
    assert_eq!(open()["council"]["is_sample"], true);
    assert_eq!(desk.facts(2025)["roster.persons"], truth()["persons"]);
}
