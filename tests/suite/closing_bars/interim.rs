//! 中間精算: the settlement as the books stood at the end of any day of the year.

use serde_json::json;
use suite::TestDesk;

use super::{YEAR, draft, list, refusal};
use crate::PROGRAM;
use crate::papers::pdf_text;

/// The text of the paper of a day, without spaces.
fn paper_of(desk: &TestDesk, until: &str) -> String {
    let made = desk.call("accounts.put_out_interim", asked(until, "pdf"));
    pdf_text(&desk.path(&made["token"])).split_whitespace().collect()
}

fn asked(until: &str, format: &str) -> serde_json::Value {
    json!({ "year": YEAR, "until": until, "format": format, "folder": null })
}

fn shown(yen: i64) -> String {
    paper::Value::Yen(yen).shown(paper::Negative::White)
}

#[test]
fn k10_the_settlement_of_any_day_counts_what_was_entered_until_then() {
    let desk = TestDesk::sample(PROGRAM);
    let rows = desk.call("accounts.list_entries", json!({ "year": YEAR }))["entries"].clone();
    let until = list(&rows).iter().filter(|row| row["on"].as_str().expect("a day") <= "2025-09-30");
    let spent: i64 = until.filter_map(|row| row["expense_yen"].as_i64()).sum();
    let paper = paper_of(&desk, "9/30");
    assert!(paper.contains(&shown(spent)), "{spent}: {paper}");
    assert!(paper.contains("至令和7年9月30日") && !paper.contains("5,738,791"), "{paper}");
    assert!(!paper.contains("出納整理"), "nothing crosses the border");
    for (until, code) in [("R8.4.1", "accounts.outside_year"), ("", "typed.day_missing")] {
        assert_eq!(refusal(&desk, "accounts.put_out_interim", asked(until, "pdf")), code, "{until}");
    }
    let lacks =
        desk.call("reports.prepare", json!({ "form": "interim-settlement", "year": YEAR }))["checks"].to_string();
    assert!(lacks.contains("どの日までかを選んで"), "without a day it is not yet one: {lacks}");
    let book = desk.call("accounts.put_out_interim", asked("9/30", "xlsx"));
    assert!(std::fs::read(desk.path(&book["token"])).expect("a workbook").starts_with(b"PK"));
    assert!(paper_of(&desk, "3/31").contains("5,738,791"), "on the last day it is the settlement");
}

#[test]
fn k10_the_settlement_of_a_day_tells_what_the_next_year_has_paid_ahead() {
    let desk = TestDesk::sample(PROGRAM);
    let mut ahead = draft(&desk, 2_000, "8/3/25");
    ahead["is_out_of_year"] = json!(true);
    desk.call("accounts.record_entry", json!({ "year": YEAR + 1, "draft": ahead }));
    assert!(!paper_of(&desk, "3/24").contains("出納整理"), "not paid yet");
    let paper = paper_of(&desk, "3/26");
    assert!(paper.contains("次年度の前払") && paper.contains("上の差2,000円"), "{paper}");
}
