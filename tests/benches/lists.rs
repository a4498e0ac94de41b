//! What the window asks for its lists, over the specimen and over a council after twenty years: 5,000 people in 1,800
//! households, 60 associations, 3,000 seats. The answer counts as the text that crosses to the page.

mod support;

use std::process::ExitCode;

use office::lists::stationery;
use paper::{Addressee, Named, Numerals, PostRun};
use pdf::Fonts;
use serde_json::{Value, json};
use suite::TestDesk;
use support::office::{YEAR, old};
use support::people::{Person, people};
use support::watch::{Times, ms, once};
use support::{aim, program};

const ROUNDS: usize = 30;
const MOST_MS: f64 = 100.0;

fn main() -> ExitCode {
    support::run(&[], compare)
}

fn compare() {
    measure("The specimen", TestDesk::sample(&program()));
    measure("5,000 people, 1,800 households, 60 associations, 20 years", old());
    post();
}

/// 宛名: six hundred households on sheets of twelve, laid out and written as a PDF.
fn post() {
    let fonts = Fonts::embedded().expect("the fonts are part of the program");
    let stationery = stationery().iter().find(|paper| paper.id == "label-12").expect("the sheet").clone();
    let addressees: Vec<Addressee> = people(600).map(addressee).collect();
    let (numerals, beside, sender) = (Numerals::Kanji, Vec::new(), None);
    let certificate = paper::Certificate::default();
    let run = PostRun { stationery, first: 0, shift: [0, 0], numerals, sender, beside, certificate, addressees };
    let made = || {
        let posted = pdf::post(&run, &fonts);
        assert_eq!(posted.unfit, Vec::<usize>::new());
        pdf::write(&posted.pages, "宛名", &fonts).expect("a PDF")
    };
    let first = ms(once(made));
    let times = Times::of(0..ROUNDS, |_| made());
    println!(
        "\nLabels of 600 households: first {first:.0} ms, median {:.0} ms, {} KB",
        times.median(),
        made().len() / 1024
    );
    aim("600 labels to a PDF", &format!("{first:.0} ms"), "1000 ms", first <= 1000.0);
}

fn addressee(person: Person) -> Addressee {
    let names = vec![Named { name: person.name, honorific: "様".to_owned() }];
    Addressee { postal: person.postal, address: person.address, names, ..Addressee::default() }
}

/// The calls of the window, each once after the office is opened and then again and again.
fn measure(title: &str, mut desk: TestDesk) {
    let calls = calls(&desk);
    println!("\n{title}");
    let mut slowest: f64 = 0.0;
    for (name, what, args) in calls {
        desk.restart();
        let answer = || desk.answer(name, args.clone());
        let first = ms(once(answer));
        let times = Times::of(0..ROUNDS, |_| answer());
        let (median, worst, size) = (times.median(), times.worst(), answer().len().div_ceil(1024));
        println!("  {what:<28} first {first:>7.1} ms   median {median:>7.1} ms   worst {worst:>7.1} ms   {size:>5} KB");
        slowest = slowest.max(first).max(times.p99());
    }
    aim("the slowest", &format!("{slowest:.0} ms"), &format!("{MOST_MS:.0} ms"), slowest <= MOST_MS);
}

/// Every call that a page of the window makes for a list, and the heaviest of the others.
fn calls(desk: &TestDesk) -> Vec<(&'static str, &'static str, Value)> {
    let year = json!({ "year": YEAR });
    let first = |name: &str, list: &str| {
        let answer = desk.call(name, year.clone());
        json!({ "id": answer.get(list).unwrap_or(&answer)[0]["id"], "year": YEAR })
    };
    let body = json!({ "id": desk.call("roster.bodies", json!({}))[0]["id"], "year": YEAR });
    vec![
        ("office.home", "home", year.clone()),
        ("roster.list_people", "people", year.clone()),
        ("roster.person", "one person", first("roster.list_people", "people")),
        ("roster.list_households", "households", year.clone()),
        ("roster.suggest_households", "suggested households", year.clone()),
        ("roster.bodies", "bodies", json!({})),
        ("roster.body_tree", "tree of bodies", year.clone()),
        ("roster.body", "one body", body),
        ("roster.officers_on", "officers of a day", json!({ "on": "R7.10.1" })),
        ("roster.offices_ending", "offices that end", json!({ "from": "R8.4.1" })),
        ("roster.movements", "movements", year.clone()),
        ("roster.duplicates", "double records", json!({})),
        ("roster.custom_fields", "own fields", json!({})),
        ("privacy.overview", "privacy", year.clone()),
        ("enrolment.list_associations", "associations", year.clone()),
        ("enrolment.association", "one association", first("enrolment.list_associations", "associations")),
        ("enrolment.towns", "towns", year.clone()),
        ("enrolment.payment", "payment", year.clone()),
        ("enrolment.survey", "survey", year.clone()),
        ("lists.choices", "choices of lists", year.clone()),
        ("lists.rows", "a list as a table", json!({ "year": YEAR, "choice": choice("people", "body") })),
        ("lists.preview", "labels of all households", labels()),
        ("lists.disclosures", "disclosures", year.clone()),
        ("accounts.list_entries", "cash book", year.clone()),
        ("activities.list_occasions", "occasions", year.clone()),
        ("office.search", "search", json!({ "query": "たかはし", "year": YEAR })),
        ("office.history", "history", json!({ "limit": 50 })),
        ("reports.list_forms", "papers", year.clone()),
        ("reports.prepare", "performance report", json!({ "form": "performance-report", "year": YEAR })),
    ]
}

fn choice(source: &str, group: &str) -> Value {
    let columns = ["number", "name", "kana", "address", "phone"];
    json!({
        "source": source, "title": "名簿", "columns": columns, "order": "reading", "group": group,
        "filter": { "bodies": [], "roles": [], "words": "" }, "orientation": "portrait",
    })
}

/// The labels of every household, as they are looked at before they are printed.
fn labels() -> Value {
    let choice = choice("households", "association");
    let labels = json!({ "stationery": "label-12", "first": 0, "honorific": "様" });
    json!({ "year": YEAR, "what": { "kind": "labels", "choice": choice, "labels": labels }, "copies": null })
}
