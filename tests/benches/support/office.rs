//! A made-up council, brought in through the same importers as anybody's: a roster, twenty years of seats and of
//! associations, and the specimen's books of the year.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use paper::{Cell, Role, Row, wareki};
use serde_json::{Value, json};
use suite::TestDesk;

use super::people::{Person, TOWNS, people, table};
use super::{folder, program};

/// The year of the desk.
pub const YEAR: i32 = 2025;
/// Years of which something is known, the last among them.
const YEARS: i32 = 20;
const ASSOCIATIONS: usize = 60;
/// Seats of a committee in each term.
const COMMITTEE: usize = 20;
const COMMITTEES: [&str; 6] = ["福祉部会", "防災部会", "環境部会", "広報部会", "青少年部会", "体育部会"];
const SEATS: [&str; 3] = ["会長", "副会長", "会計"];

/// An office with so many people and nothing else.
pub fn with_people(count: usize) -> TestDesk {
    let desk = TestDesk::empty(&program());
    let head = ["氏名", "フリガナ", "郵便番号", "住所", "電話番号", "携帯電話", "生年月日"];
    let row = |p: Person| [p.name, p.kana, p.postal, p.address, p.phone, p.mobile, p.born.to_string()];
    let made = desk.import("roster", &sheet("名簿", &head, people(count).map(row)), YEAR);
    assert_eq!(made["value"]["new"], count, "everybody is somebody of their own");
    desk
}

/// An office of 5,000 people in 1,800 households after twenty years of work.
pub fn old() -> TestDesk {
    let desk = with_people(5_000);
    let all: Vec<Person> = people(5_000).collect();
    for first in (YEAR - YEARS + 1..=YEAR).step_by(2) {
        let head = ["氏名", "住所", "団体", "役職", "任期"];
        desk.import("roster", &sheet("役員名簿", &head, seats(&all, first)), first);
    }
    for year in YEAR - YEARS + 1..=YEAR {
        let head = ["自治会名", "会長名", "区域（町丁）", "班数", "区域内世帯", "加入世帯"];
        desk.import("associations", &sheet("加入状況", &head, (0..ASSOCIATIONS).map(|n| count(n, year))), year);
    }
    let specimen = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/sample");
    for (kind, name) in [("budget", "収支予算書"), ("cash-book", "出納帳"), ("activities", "事業実績")] {
        desk.import(kind, &specimen.join(format!("{name}.xlsx")), YEAR);
    }
    found_households(&desk);
    hand_out(&desk);
    check(&desk);
    desk
}

/// Everybody of one address and family name becomes one household, as the page proposes.
fn found_households(desk: &TestDesk) {
    let suggested = desk.call("roster.suggest_households", json!({ "year": YEAR }));
    let family = |home: &Value| {
        let ids = home["residents"].as_array().into_iter().flatten().map(|one| one["id"].clone());
        json!({ "residents": ids.collect::<Vec<_>>(), "organisation_id": home["places"][0] })
    };
    let families: Vec<Value> = suggested["families"].as_array().into_iter().flatten().map(family).collect();
    desk.call("roster.found_households", json!({ "families": families }));
}

/// Forty copies of the list of everybody that left the office.
fn hand_out(desk: &TestDesk) {
    let choice =
        json!({ "source": "associations", "title": "自治会の一覧", "columns": ["name", "chair"], "order": "paper" });
    let recipients: Vec<String> = (0..40).map(association).collect();
    let copies = json!({ "recipients": recipients.join("\n"), "purpose": "連絡", "due": "R8.3.31" });
    let what = json!({ "kind": "list", "choice": choice });
    let asked =
        json!({ "year": YEAR, "what": what, "format": "pdf", "copies": copies, "substitutes": [], "folder": null });
    desk.call("lists.output", asked);
}

/// The office is as large as its name says.
fn check(desk: &TestDesk) {
    let count = |name: &str, list: &str| {
        let answer = desk.call(name, json!({ "year": YEAR }));
        answer.get(list).unwrap_or(&answer).as_array().map_or(0, Vec::len)
    };
    let all = [
        ("roster.list_people", "people"),
        ("roster.list_households", "households"),
        ("enrolment.list_associations", "associations"),
    ];
    assert_eq!(all.map(|(name, list)| count(name, list)), [5_000, 1_800, ASSOCIATIONS]);
    let associations = desk.call("enrolment.list_associations", json!({ "year": YEAR }));
    let id = &associations["associations"][0]["id"];
    let years =
        desk.call("enrolment.association", json!({ "id": id, "year": YEAR }))["years"].as_array().map_or(0, Vec::len);
    assert!(years >= YEARS as usize, "{years} years of one association");
    for year in [YEAR - YEARS + 1, YEAR] {
        let officers = desk.call("roster.officers_on", json!({ "on": format!("{year}-10-01") }));
        assert!(officers["officers"].as_array().is_some_and(|all| all.len() >= 3 * ASSOCIATIONS), "officers of {year}");
    }
}

/// Who holds which seat in the two years that begin here: three of each association, twenty of each committee.
fn seats(people: &[Person], first: i32) -> impl Iterator<Item = [String; 5]> {
    let day = |year| NaiveDate::from_ymd_opt(year, 4, 1).unwrap_or_default();
    let term = format!("{}～{}", wareki::short(day(first)), wareki::short(day(first + 2) - chrono::Days::new(1)));
    let of_associations = (0..ASSOCIATIONS).flat_map(|n| SEATS.map(|title| (association(n), title)));
    let of_committees = COMMITTEES
        .iter()
        .flat_map(|body| (0..COMMITTEE).map(|n| ((*body).to_owned(), if n == 0 { "部会長" } else { "部会員" })));
    of_associations.chain(of_committees).enumerate().map(move |(n, (body, title))| {
        let person = &people[(n * 16 + first as usize * 7) % people.len()];
        [person.name.clone(), person.address.clone(), body, title.to_owned(), term.clone()]
    })
}

/// What an association said in a year.
fn count(n: usize, year: i32) -> [String; 6] {
    let (households, enrolled) = (40 + n * 3, 30 + n * 2 - (year - YEAR + YEARS) as usize);
    let [blocks, households, enrolled] = [n % 6 + 2, households, enrolled].map(|number| number.to_string());
    let person = people(n + 1).last().map_or(String::new(), |person| person.name);
    [association(n), person, TOWNS[n % 9].to_owned(), blocks, households, enrolled]
}

fn association(n: usize) -> String {
    format!("{}{}丁目自治会", TOWNS[n % 9], n / 9 + 1)
}

/// A workbook of these rows.
pub fn sheet<const N: usize>(name: &str, head: &[&str; N], rows: impl Iterator<Item = [String; N]>) -> PathBuf {
    let rows = rows.map(|cells| Row { role: Role::Item, cells: cells.map(Cell::form).to_vec() }).collect();
    let workbook = sheets::write(&table(name, head, &[14; N], rows)).expect("a table can be written");
    let path = folder().join(format!("{name}.xlsx"));
    std::fs::write(&path, workbook).expect("the folder is there");
    path
}
