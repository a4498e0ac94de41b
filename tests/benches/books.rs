//! The books after twenty years: 40,000 entries and 8,000 receipts, all brought in and kept through the same door as anybody's.
//! A page of the window may take 100 ms, a paper 1 s as PDF and as Excel; ten times the entries of a year may take ten times as
//! long and no more, and twenty times the years half as long again.

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
        println!("  {name:<32} {:>6.1} ×   {:>6.1} ×", large / small, old / large);
    }
    let most =
        |from: &[Cost], to: &[Cost]| from.iter().zip(to).map(|(from, to)| to.1 / from.1.max(1.0)).fold(0.0, f64::max);
    for (what, growth, allowed) in [
        ("growth with ten times the entries", most(&small, &large), 10.0),
        ("growth with twenty times the years", most(&large, &old), 1.5),
    ] {
        aim(what, &format!("{growth:.1} ×"), &format!("{allowed} ×"), growth <= allowed);
    }
}

/// What one thing takes: its name, the median and the slowest, in milliseconds.
type Cost = (String, f64, f64);

/// Every page and paper of the year.
fn measure(title: &str, desk: &mut TestDesk) -> Vec<Cost> {
    println!("\n{title}");
    desk.restart();
    let pages: Vec<Cost> = pages(desk).into_iter().map(|(name, args)| timed(desk, name, name, &args)).collect();
    // Every paper of the city, whether it holds the whole year or only sums it up.
    let papers = |format: &str| -> Vec<Cost> {
        let paper = |form: &String| json!({ "form": form, "year": YEAR, "format": format, "folder": null });
        let timed = |form: &String| timed(desk, &format!("{form} {format}"), "reports.output", &paper(form));
        suite::forms().iter().map(timed).collect()
    };
    let (printed, workbooks) = (papers("pdf"), papers("xlsx"));
    let kinds =
        [("page", &pages[..], PAGE_MS), ("paper", &printed[..], PAPER_MS), ("workbook", &workbooks[..], PAPER_MS)];
    for (kind, costs, most) in kinds {
        let slowest = costs.iter().map(|(_, _, slowest)| *slowest).fold(0.0, f64::max);
        aim(&format!("the slowest {kind}"), &format!("{slowest:.0} ms"), &format!("{most:.0} ms"), slowest <= most);
    }
    pages.into_iter().chain(printed).chain(workbooks).collect()
}

/// A call, the first time after opening and then again and again.
fn timed(desk: &TestDesk, what: &str, name: &str, args: &Value) -> Cost {
    let answer = || desk.answer(name, args.clone());
    let first = ms(once(answer));
    let times = Times::of(0..ROUNDS, |_| answer());
    let (median, worst) = (times.median(), times.worst());
    println!("  {what:<32} first {first:>7.1} ms   median {median:>7.1} ms   worst {worst:>7.1} ms");
    (what.to_owned(), median, first.max(worst))
}

/// What the pages of the books ask for.
fn pages(desk: &TestDesk) -> Vec<(&'static str, Value)> {
    let year = json!({ "year": YEAR });
    let entry = desk.call("accounts.list_entries", year.clone())["entries"][1].clone();
    let of_fund = json!({ "year": YEAR, "fund_id": null });
    let draft = desk.call("accounts.entry", json!({ "id": entry["id"] }))["draft"].clone();
    vec![
        ("office.home", year.clone()),
        ("accounts.list_entries", year.clone()),
        ("accounts.entry", json!({ "id": entry["id"] })),
        ("accounts.entry_choices", year.clone()),
        ("accounts.entry_effect", json!({ "year": YEAR, "draft": draft })),
        ("accounts.budget_status", of_fund.clone()),
        ("accounts.list_items", of_fund),
        ("accounts.budget_parts", json!({ "year": YEAR, "item_id": draft["item_id"] })),
        ("accounts.month_sums", year.clone()),
        ("accounts.list_committees", year.clone()),
        ("accounts.fund_status", year.clone()),
        ("accounts.list_recurring", year.clone()),
        ("accounts.print_slips", json!({ "year": YEAR, "kind": "expense", "from": "", "count": "", "folder": null })),
        ("bank.book", json!({ "year": YEAR, "purse_id": null })),
        ("bank.rules", year.clone()),
        ("equipment.list", year.clone()),
        ("accounts.list_receipts", year.clone()),
        ("accounts.list_advances", year.clone()),
        ("accounts.year_state", year.clone()),
        ("accounts.list_audits", year.clone()),
        ("grants.list", json!({ "year": YEAR, "until": "" })),
    ]
}
