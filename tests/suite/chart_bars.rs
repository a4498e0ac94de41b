//! グラフ: what the bars and the line of a year show is what its papers and its purses say, 未払 included.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::community_plan::{begin, heading, indicator, overview, unplanned};
use crate::papers::{pdf_text, put_out};

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn yen(value: &Value) -> i64 {
    value.as_i64().expect("yen")
}

/// The specimen year with a cost of March that is paid in April.
fn with_unpaid() -> TestDesk {
    let desk = TestDesk::sample(PROGRAM);
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let id = |kind: &str, name: &str| {
        list(&choices[kind]).iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("no {name}"))["id"].clone()
    };
    let draft = json!({
        "kind": "expense", "on": "8/4/10", "counterparty": "見本電力", "description": "3月分の電気代", "item_id": id("items", "消耗品費"),
        "amount": "4,321", "purse_id": id("purses", "普通預金"), "to_purse_id": null, "grant_id": null, "activity_id": null,
        "eligibility": null, "eligibility_reason": "", "has_receipt": true, "voucher_no": "", "to_item_id": null,
        "committee_id": null, "is_out_of_year": true,
    });
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft }));
    desk
}

#[test]
fn b01_the_line_of_the_months_is_the_running_sum_and_ends_on_what_is_carried_over() {
    let desk = with_unpaid();
    let (months, facts) = (desk.call("accounts.month_sums", json!({ "year": 2025 })), desk.facts(2025));
    let months = list(&months);
    assert_eq!(months.len(), 13, "April to March, and the April in which the last bill was paid");
    let mut balance = yen(&facts["books.opening_yen"]);
    for month in months {
        assert_eq!(yen(&month["opening_yen"]), balance, "{month}");
        balance += yen(&month["income_yen"]) - yen(&month["expense_yen"]);
        assert_eq!(yen(&month["balance_yen"]), balance, "{month}");
    }
    assert_eq!(balance, yen(&facts["books.balance_yen"]), "次年度への繰越");
    let [last, eve] = [12, 11].map(|at| &months[at]);
    assert_eq!((yen(&last["expense_yen"]), yen(&last["income_yen"])), (4_321, 0), "未払 stands after March");
    let held = yen(&facts["books.held_yen"]);
    assert_eq!((yen(&eve["balance_yen"]), yen(&facts["books.across_yen"])), (held, -4_321), "what lies in the purses");
    let drawn = list(&facts["books.months"]).iter().map(|month| yen(&month["balance_yen"]));
    assert_eq!(drawn.collect::<Vec<_>>(), months.iter().map(|m| yen(&m["balance_yen"])).collect::<Vec<_>>());
}

/// Budget and result of every 科目 of the rows of a side, headings left out.
fn bars(rows: &[Value]) -> Vec<(i64, i64)> {
    let of = |row: &&Value| !row["item_id"].is_null();
    rows.iter().filter(of).map(|row| (yen(&row["budget_yen"]), yen(&row["settled_yen"]))).collect()
}

#[test]
fn b01_the_bars_of_the_paper_are_those_of_the_budget_page() {
    let desk = with_unpaid();
    let (facts, status) =
        (desk.facts(2025), desk.call("accounts.budget_status", json!({ "year": 2025, "fund_id": null })));
    for side in ["income", "expense"] {
        let page = bars(list(&status[side]["rows"]));
        let drawn: Vec<(i64, i64)> = list(&facts[format!("settlement.{side}")])
            .iter()
            .map(|line| (yen(&line["budget_yen"]), yen(&line["settled_yen"])))
            .collect();
        assert_eq!(page, drawn, "{side}");
        assert!(page.len() > 3 && page.iter().any(|(_, settled)| *settled > 0));
    }
}

#[test]
fn the_bars_of_the_progress_sheet_are_the_rates_of_its_table_and_of_the_page() {
    let desk = unplanned();
    begin(&desk);
    let aim = heading(&desk, Value::Null, "安心なまち");
    for (name, target, actual) in
        [("自治会加入率", "62.4", "60.0"), ("訓練の参加者", "200", "250"), ("見守りの人数", "40", "")]
    {
        let mut typed = indicator(&aim, "50.0", &[(2025, target, actual)]);
        typed["draft"]["name"] = json!(name);
        desk.call("plan.save_indicator", typed);
    }
    let facts = desk.facts(2025);
    let rates: Vec<&Value> = list(&facts["plan.indicators"]).iter().map(|row| &row["attained_percent"]).collect();
    assert_eq!(rates, [&json!(96.2), &json!(125.0), &Value::Null], "no bar where nothing is known");
    let page = overview(&desk, 2025).to_string();
    assert!(page.contains("96.2") && page.contains("125.0"), "{page}");
    let paper = pdf_text(&put_out(&desk, "plan-progress", "pdf"));
    for rate in ["96.2", "125.0"] {
        assert!(paper.matches(rate).count() >= 2, "{rate}: {paper}");
    }
}
