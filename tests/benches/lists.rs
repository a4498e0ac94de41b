//! What the window asks most, over the specimen and over a council after twenty years: 5,000 people in 1,800
//! households, 60 associations, 3,000 seats. The answer counts as the text that crosses to the page.

mod support;

use std::process::ExitCode;

use serde_json::{Value, json};
use suite::TestDesk;
use support::office::{YEAR, old};
use support::watch::{Times, ms, once};
use support::{aim, program};

const ROUNDS: usize = 30;
const MOST_MS: f64 = 100.0;

fn main() -> ExitCode {
    support::run(&[], compare)
}

fn compare() {
    measure("The specimen", TestDesk::sample(&program()));
    measure("5,000 people, 60 associations, 20 years", old());
}

/// The calls of the window, each once after the office is opened and then again and again.
fn measure(title: &str, mut desk: TestDesk) {
    let calls = calls(&desk);
    println!("\n{title}");
    let mut slowest: f64 = 0.0;
    for (name, what, args) in calls {
        desk.restart();
        let answer = || desk.call(name, args.clone()).to_string();
        let first = ms(once(answer));
        let times = Times::of(0..ROUNDS, |_| answer());
        let (median, worst, size) = (times.median(), times.worst(), answer().len().div_ceil(1024));
        println!("  {what:<28} first {first:>7.1} ms   median {median:>7.1} ms   worst {worst:>7.1} ms   {size:>5} KB");
        slowest = slowest.max(first).max(times.p99());
    }
    aim("the slowest", &format!("{slowest:.0} ms"), &format!("{MOST_MS:.0} ms"), slowest <= MOST_MS);
}

fn calls(desk: &TestDesk) -> Vec<(&'static str, &'static str, Value)> {
    let year = json!({ "year": YEAR });
    let people = desk.call("roster.list_people", year.clone());
    let associations = desk.call("enrolment.list_associations", year.clone());
    let of = |id: &Value| json!({ "id": id, "year": YEAR });
    vec![
        ("office.home", "home", year.clone()),
        ("roster.list_people", "list of people", year.clone()),
        ("roster.person", "one person", of(&people["people"][0]["id"])),
        ("enrolment.list_associations", "list of associations", year.clone()),
        ("enrolment.association", "one association", of(&associations["associations"][0]["id"])),
        ("accounts.list_entries", "cash book", year.clone()),
        ("activities.list_occasions", "occasions", year.clone()),
        ("office.search", "search", json!({ "query": "たかはし", "year": YEAR })),
        ("office.history", "history", json!({ "limit": 50 })),
        ("reports.list_forms", "list of papers", year),
        ("reports.prepare", "performance report", json!({ "form": "performance-report", "year": YEAR })),
    ]
}
