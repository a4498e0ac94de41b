//! The books after twenty years: 40,000 entries and 8,000 receipts, all brought in and kept through the same door as anybody's.
//! A page of the window may take 100 ms, a paper 1 s; ten times the entries may take ten times as long and no more.

mod support;

use std::process::ExitCode;

use serde_json::{Value, json};
use suite::TestDesk;
use support::books::{YEAR, kept};
use support::watch::{Times, ms, once};
use support::{aim, program};

const PAGE_MS: f64 = 100.0;
const PAPER_MS: f64 = 1000.0;
const ROUNDS: usize = 12;

fn main() -> ExitCode {
    support::run(&[], compare)
}

fn compare() {
    let small = measure("One year, 200 entries, 40 receipts", &mut kept(&program(), 1, 200, 40));
    let large = measure("One year, 2,000 entries, 400 receipts", &mut kept(&program(), 1, 2_000, 400));
    let old = measure("20 years, 40,000 entries, 8,000 receipts", &mut kept(&program(), 20, 2_000, 400));
    println!("\nGrowth: ten times the entries of a year; twenty times the years");
    for ((name, small, _), ((_, large, _), (_, old, _))) in small.iter().zip(large.iter().zip(&old)) {
        println!("  {name:<24} {:>6.1} ×   {:>6.1} ×", large / small, old / large);
    }
    let growth = small.iter().zip(&large).map(|(small, large)| large.1 / small.1.max(1.0)).fold(0.0, f64::max);
    aim("growth with ten times the entries", &format!("{growth:.1} ×"), "10 ×", growth <= 10.0);
}

/// What one thing takes: its name, the median and the slowest, in milliseconds.
type Cost = (String, f64, f64);

/// Every page and paper of the year.
fn measure(title: &str, desk: &mut TestDesk) -> Vec<Cost> {
    println!("\n{title}");
    desk.restart();
    let pages: Vec<Cost> = pages(desk).into_iter().map(|(name, args)| timed(desk, name, name, &args)).collect();
    let paper = |form: &String| json!({ "form": form, "year": YEAR, "format": "pdf", "folder": null });
    // Every paper of the city, whether it holds the whole year or only sums it up.
    let papers: Vec<Cost> =
        suite::forms().iter().map(|form| timed(desk, form, "reports.output", &paper(form))).collect();
    for (kind, costs, most) in [("page", &pages[..], PAGE_MS), ("paper", &papers[..], PAPER_MS)] {
        let slowest = costs.iter().map(|(_, _, slowest)| *slowest).fold(0.0, f64::max);
        aim(&format!("the slowest {kind}"), &format!("{slowest:.0} ms"), &format!("{most:.0} ms"), slowest <= most);
    }
    pages.into_iter().chain(papers).collect()
}

/// A call, the first time after opening and then again and again.
fn timed(desk: &TestDesk, what: &str, name: &str, args: &Value) -> Cost {
    let answer = || desk.call(name, args.clone()).to_string();
    let first = ms(once(answer));
    let times = Times::of(0..ROUNDS, |_| answer());
    let (median, worst) = (times.median(), times.worst());
    println!("  {what:<24} first {first:>7.1} ms   median {median:>7.1} ms   worst {worst:>7.1} ms");
    (what.to_owned(), median, first.max(worst))
}

/// What the pages of the books ask for.
fn pages(desk: &TestDesk) -> Vec<(&'static str, Value)> {
    let year = json!({ "year": YEAR });
    let entry = desk.call("accounts.list_entries", year.clone())["entries"][1].clone();
    let draft = desk.call("accounts.entry", json!({ "id": entry["id"] }))["draft"].clone();
    vec![
        ("office.home", year.clone()),
        ("accounts.list_entries", year.clone()),
        ("accounts.entry", json!({ "id": entry["id"] })),
        ("accounts.entry_choices", year.clone()),
        ("accounts.entry_effect", json!({ "year": YEAR, "draft": draft })),
        ("accounts.budget_status", year.clone()),
        ("accounts.list_receipts", year.clone()),
        ("accounts.list_advances", year.clone()),
        ("accounts.year_state", year.clone()),
        ("accounts.list_audits", year.clone()),
        ("grants.list", json!({ "year": YEAR, "until": "" })),
    ]
}
