//! Somebody among 100,000 in an encrypted office, at each key stroke: the call that the window makes beside a LIKE scan
//! of the same office file.

mod support;

use std::process::ExitCode;

use office::OfficeFile;
use office::file::View;
use serde_json::json;
use suite::{PASSPHRASE, TestDesk};
use support::aim;
use support::office::{YEAR, with_people};
use support::watch::{Times, ms, once};

const PEOPLE: usize = 100_000;
const ROUNDS: usize = 5;
/// What is typed, key stroke by key stroke: common and rare, kanji, kana, an address, a telephone, nobody.
const TYPED: [&str; 7] = ["たかはし", "𠮷田千鶴", "てしがわら", "桜町２丁目39番", "087-802-34", "渡辺 栗林", "外国人"];

fn main() -> ExitCode {
    support::run(&[], compare)
}

fn compare() {
    let desk = with_people(PEOPLE);
    let first = once(|| search(&desk, "た"));
    let strokes: Vec<&str> = std::iter::repeat_n(strokes(), ROUNDS).flatten().collect();
    let ours = Times::of(&strokes, |typed| search(&desk, typed));
    desk.call("office.close", json!({}));
    let office = OfficeFile::open(&desk.folder().join("council.office"), PASSPHRASE).expect("the office opens");
    let scan = office.view(|view| Ok(Times::of(&strokes, |typed| like(view, typed)))).expect("a look");
    println!("\nSearch: each of {} key strokes among {PEOPLE} people, encrypted office", strokes.len() / ROUNDS);
    for (name, times) in [("まちの事務局", &ours), ("LIKE scan", &scan)] {
        let (median, p99, worst) = (times.median(), times.p99(), times.worst());
        let gap = " ".repeat(14 - paper::text::width(name));
        println!("  {name}{gap} median {median:>8.2} ms   p99 {p99:>8.2} ms   worst {worst:>8.2} ms");
    }
    println!(
        "  the scan's p99 is {:.0} × ours, its median {:.0} ×",
        scan.p99() / ours.p99(),
        scan.median() / ours.median()
    );
    println!("  the first key stroke after a change: {:.0} ms", ms(first));
    aim("p99", &format!("{:.2} ms", ours.p99()), "5 ms", ours.p99() <= 5.0);
}

fn search(desk: &TestDesk, typed: &str) -> String {
    desk.answer("office.search", json!({ "query": typed, "year": YEAR }))
}

/// As one would write it without an index: the words as typed, in any of the columns.
fn like(view: &View, typed: &str) -> usize {
    let sql = "SELECT id, family, given, address FROM person
               WHERE family || '　' || given LIKE ?1 OR family_kana || '　' || given_kana LIKE ?1
                  OR address LIKE ?1 OR phone LIKE ?1 OR mobile LIKE ?1 LIMIT 20";
    let mut query = view.prepare_cached(sql).expect("a query");
    query.query_map([format!("%{typed}%")], |row| row.get::<_, String>(0)).expect("rows").count()
}

/// Every beginning of every text.
fn strokes() -> impl Iterator<Item = &'static str> + Clone {
    let beginnings = |text: &'static str| text.char_indices().map(move |(at, c)| &text[..at + c.len_utf8()]);
    TYPED.into_iter().flat_map(beginnings)
}
