//! 年度のはじめの日: councils whose year does not begin in April, from the founding to the next year (`domain` 7.1).

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::approval::{sit_down_second, two_at_the_desk};
use crate::papers::{pdf_text, put_out};

const HELD: &str = "council.year_start_held";

/// A council as it is founded, with a purse of 100,000円 and the 科目 of a small association.
fn council(month: u32, day: u32) -> TestDesk {
    let desk = TestDesk::bare(PROGRAM);
    let founded = json!({ "council": "見本地区コミュニティ協議会", "profile": "takamatsu", "passphrase": suite::PASSPHRASE,
        "year_start": { "month": month, "day": day } });
    desk.call("office.create", founded);
    for (side, kou) in [("income", "前年度繰越金"), ("income", "会費"), ("expense", "会議費")] {
        let item = json!({ "side": side, "kan": kou, "kou": "", "moku": "", "setsu": "", "fund_id": null });
        desk.call("accounts.add_item", item);
    }
    let purse = json!({ "year": 2025, "openings": [], "name": "現金", "opening": "100,000", "fund_id": null, "committee_id": null });
    desk.call("accounts.save_purses", purse);
    desk
}

fn draft(desk: &TestDesk, year: i32, kind: &str, amount: &str, on: &str) -> Value {
    let choices = desk.call("accounts.entry_choices", json!({ "year": year }));
    let item = |name: &str| {
        let all = choices["items"].as_array().expect("items").clone();
        all.into_iter().find(|one| one.to_string().contains(name)).unwrap_or_else(|| panic!("{name} in {choices}"))["id"].take()
    };
    json!({
        "kind": kind, "on": on, "counterparty": "", "description": "会合", "amount": amount,
        "item_id": item(if kind == "income" { "会費" } else { "会議費" }), "purse_id": choices["purses"][0]["id"],
        "to_purse_id": null, "grant_id": null, "activity_id": null, "occasion_id": null, "eligibility": null,
        "eligibility_reason": "", "has_receipt": true, "voucher_no": "",
    })
}

fn record(desk: &TestDesk, year: i32, kind: &str, amount: &str, on: &str) {
    let draft = draft(desk, year, kind, amount, on);
    desk.call("accounts.record_entry", json!({ "year": year, "draft": draft }));
}

/// The code of what keeps an entry of 1円 from a day.
fn refused(desk: &TestDesk, on: &str) -> Option<String> {
    let draft = draft(desk, 2025, "expense", "1", on);
    let answer = desk.ask("accounts.record_entry", json!({ "year": 2025, "draft": draft }));
    match answer {
        Ok(_) => {
            desk.call("office.undo", json!({}));
            None
        }
        Err(error) => Some(error.code),
    }
}

/// What a council of that first day shows: first and last day as typed and in words, first and last month.
struct Shown {
    start: (u32, u32),
    typed: [&'static str; 2],
    long: [&'static str; 2],
    months: [&'static str; 2],
    /// Days on both sides of the border before the last month.
    border: [&'static str; 2],
}

const COUNCILS: [Shown; 3] = [
    Shown {
        start: (1, 1),
        typed: ["1/1", "12/31"],
        long: ["令和7年1月1日", "令和7年12月31日"],
        months: ["1月", "12月"],
        border: ["11/30", "12/1"],
    },
    Shown {
        start: (5, 1),
        typed: ["5/1", "4/30"],
        long: ["令和7年5月1日", "令和8年4月30日"],
        months: ["5月", "4月"],
        border: ["3/31", "4/1"],
    },
    Shown {
        start: (3, 21),
        typed: ["3/21", "3/20"],
        long: ["令和7年3月21日", "令和8年3月20日"],
        months: ["4月分", "3月分"],
        border: ["2/20", "2/21"],
    },
];

/// From the founding through the first and the last day of the books to the opening of the next year.
#[test]
fn k_a_year_of_any_first_day_is_kept_settled_closed_and_carried_over() {
    for Shown { start: (month, day), typed: [first, last], long, months, border } in COUNCILS {
        let desk = council(month, day).on("2026-05-20");
        record(&desk, 2025, "income", "5,000", first);
        record(&desk, 2025, "expense", "1,200", last);
        let facts = desk.facts(2025);
        assert_eq!(facts["year.label"], "令和7年度");
        assert_eq!(facts["year.city_first_on"], "2025-04-01", "the city's year stays");
        let sums = desk.call("accounts.month_sums", json!({ "year": 2025 }));
        let sums = sums.as_array().expect("months");
        assert_eq!((sums.len(), &sums[0]["label"], &sums[11]["label"]), (12, &json!(months[0]), &json!(months[1])));
        assert_eq!(
            (&sums[0]["income_yen"], &sums[11]["expense_yen"]),
            (&json!(5_000), &json!(1_200)),
            "{first} {last}"
        );
        assert_eq!(sums[10]["balance_yen"], 105_000);
        let paper = pdf_text(&put_out(&desk, "settlement-statement", "pdf")).replace(['　', ' '], "");
        assert!(paper.contains(&format!("自{}至{}", long[0], long[1])), "{paper}");
        for form in ["monthly-report", "cash-book"] {
            let paper = pdf_text(&put_out(&desk, form, "pdf"));
            assert!(months.iter().all(|month| paper.contains(&format!("年{month}"))), "{form}: {paper}");
        }
        locks_its_last_month(&desk, border);
        closes(&desk, last);
    }
}

/// 仮締め of the last month holds from its first day on.
fn locks_its_last_month(desk: &TestDesk, [before, within]: [&str; 2]) {
    let state = desk.call("accounts.year_state", json!({ "year": 2025 }));
    let month = state["months"][11]["first"].clone();
    assert_eq!((state["months"].as_array().map(Vec::len), &state["months"][11]["entries"]), (Some(12), &json!(1)));
    desk.call("accounts.lock_month", json!({ "month": month }));
    assert_eq!([before, within].map(|on| refused(desk, on)), [None, Some("accounts.month_locked".to_owned())]);
    assert_eq!(desk.call("accounts.year_state", json!({ "year": 2025 }))["months"][11]["is_locked"], true);
    desk.call("accounts.unlock_month", json!({ "month": month, "reason": "試し" }));
}

fn closes(desk: &TestDesk, last: &str) {
    let state = desk.call("accounts.year_state", json!({ "year": 2025 }));
    let stated = json!([{ "purse_id": state["purses"][0]["id"], "amount": "103,800" }]);
    desk.call("accounts.state_balances", json!({ "year": 2025, "on": "", "balances": stated }));
    desk.call("accounts.close_year", json!({ "year": 2025, "by": "会長" }));
    assert_eq!(refused(desk, last).as_deref(), Some("accounts.year_closed"));
    let again = json!([{ "purse_id": state["purses"][0]["id"], "amount": "1" }]);
    let late = desk.refused("accounts.state_balances", json!({ "year": 2025, "on": last, "balances": again }));
    assert_eq!(late.code, "accounts.year_closed", "the passbook of the last day rests, too");
    assert_eq!(desk.facts(2026)["settlement.opening_yen"], 103_800, "next year begins with what this one ended with");
}

/// An approval rests with what auditors have seen, up to the end of the council's own year; the refusal of an earlier day names it.
#[test]
fn k_what_auditors_have_seen_ends_with_the_councils_year() {
    for (start, entered, until, last, is_seen) in [
        ((5, 1), "8/4/15", "R8.3.31", "令和8年4月30日", false),
        ((5, 1), "8/3/15", "R8.3.31", "令和8年4月30日", true),
        ((1, 1), "8/1/10", "R7.12.31", "令和7年12月31日", true),
        ((1, 1), "8/1/10", "R7.11.30", "令和7年12月31日", false),
        ((4, 1), "8/4/10", "R8.3.31", "令和8年3月31日", true),
    ] {
        let desk = council(start.0, start.1).on("2026-05-20");
        two_at_the_desk(&desk);
        desk.call("accounts.ask_approval", json!({ "asks": true }));
        let mut typed = draft(&desk, 2025, "expense", "700", entered);
        typed["is_out_of_year"] = json!(matches!(entered, "8/1/10" | "8/4/10"));
        let id = desk.call("accounts.record_entry", json!({ "year": 2025, "draft": typed }))["value"]["id"].clone();
        sit_down_second(&desk);
        desk.call("accounts.approve_entries", json!({ "ids": [id] }));
        let audit = json!({ "year": 2025, "until": until, "on": "R8.5.10", "auditors": "見本 花子", "result": "適正" });
        desk.call("accounts.record_audit", audit);
        let said = format!("{start:?} {entered} {until}");
        assert_eq!(desk.call("accounts.entry", json!({ "id": id }))["approval"]["is_loose"], !is_seen, "{said}");
        let asked = desk.ask("accounts.take_back_approval", json!({ "id": id }));
        let refused = asked.err().map(|error| error.code);
        assert_eq!(refused.as_deref(), is_seen.then_some("accounts.approval_audited"), "{said}");
        let early = json!({ "year": 2025, "draft": draft(&desk, 2025, "expense", "1", "7/7/1") });
        let told = desk.refused("accounts.record_entry", early);
        assert_eq!(told.code, "accounts.day_audited", "{said}");
        assert!(told.hint.contains(&format!("{last}の日付で書きます")), "{said}: {}", told.hint);
    }
}

fn settings(start: [u32; 2]) -> Value {
    json!({ "name": "見本地区コミュニティ協議会", "postal": "", "address": "", "phone": "", "legal_form": "voluntary", "recognised": "",
        "year_start": { "month": start[0], "day": start[1] } })
}

fn start(desk: &TestDesk) -> [Value; 2] {
    let mut council = desk.call("office.status", json!({}))["council"].take();
    ["month", "day"].map(|part| council["year_start"][part].take())
}

#[test]
fn k_the_first_day_changes_only_while_nothing_is_entered() {
    let desk = council(4, 1);
    assert_eq!(start(&desk), [4, 1]);
    desk.call("office.save_settings", settings([5, 1]));
    assert_eq!(start(&desk), [5, 1]);
    let last = desk.call("office.history", json!({ "limit": 1 }))["entries"][0]["seq"].clone();
    let told = desk.call("office.changes_of", json!({ "seq": last })).to_string();
    assert!(told.contains("年度のはじめの月") && !told.contains("year_start"), "{told}");
    desk.call("office.undo", json!({}));
    assert_eq!(start(&desk), [4, 1]);
    desk.call("office.redo", json!({}));
    assert_eq!(desk.call("office.year_span", json!({ "year": 2025 }))["first_label"], "5月1日");
    for impossible in [[2, 29], [13, 1], [0, 1], [4, 31]] {
        let error = desk.refused("office.save_settings", settings(impossible));
        assert_eq!((error.code.as_str(), &error.params["field"]), ("council.year_start_day", &"year_start".to_owned()));
    }
    record(&desk, 2025, "income", "5,000", "5/1");
    let error = desk.refused("office.save_settings", settings([4, 1]));
    assert_eq!((error.code.as_str(), &error.params["field"]), (HELD, &"year_start".to_owned()));
    assert!(error.message.contains("記帳のあとでは変えられません"), "{}", error.message);
    assert_eq!(desk.refused("office.undo_one", json!({ "seq": last })).code, HELD, "taking the change back is one");
    let mut renamed = settings([5, 1]);
    renamed["name"] = json!("見本東地区コミュニティ協議会");
    desk.call("office.save_settings", renamed);
    desk.call("office.undo", json!({}));
    desk.call("office.undo", json!({}));
    desk.call("office.save_settings", settings([4, 1]));
    assert_eq!(
        desk.call("office.year_span", json!({ "year": 2025 }))["is_citys"],
        true,
        "with the entry gone it may change"
    );
}

/// Days of a council that is not the city's: 4/30 typed into 令和7年度 from 5月1日 on is its last day.
#[test]
fn k_a_day_without_its_year_is_one_of_the_councils_and_a_day_of_the_city_the_citys() {
    let desk = council(5, 1);
    record(&desk, 2025, "expense", "700", "4/30");
    let entries = desk.call("accounts.list_entries", json!({ "year": 2025 })).to_string();
    assert!(entries.contains("2026-04-30"), "{entries}");
    let figure =
        json!({ "year": 2025, "as_of": "", "enrolled": "10", "households": "20", "percent": "", "source": "市の統計" });
    desk.call("enrolment.set_city", figure);
    assert_eq!(desk.facts(2025)["enrolment.city_as_of_on"], "2025-04-01", "市の調査 is of 4月1日");
    let grants = desk.call("office.year_span", json!({ "year": 2025 }));
    assert_eq!((&grants["is_citys"], &grants["ends"][11]["label"]), (&json!(false), &json!("4月末")));
}

/// Closing and audit follow the council's year, what goes to the city stays in March.
#[test]
fn k_tasks_of_the_council_move_with_its_year_and_those_to_the_city_do_not() {
    let label = |start: (u32, u32), year: i32, id: &str| {
        let desk = council(start.0, start.1);
        let work = desk.call("home.year_work", json!({ "year": year }));
        let months = work["months"].as_array().expect("months").clone();
        let mut tasks = months.iter().flat_map(|month| month["tasks"].as_array().expect("tasks").clone());
        tasks.find(|task| task["id"] == id).unwrap_or_else(|| panic!("{id} of {start:?}: {work}"))["due_label"].take()
    };
    assert_eq!(label((4, 1), 2025, "receipts-2025"), "3月20日");
    assert_eq!(label((1, 1), 2025, "receipts-2025"), "12月20日");
    assert_eq!(label((5, 1), 2025, "receipts-2025"), "4月20日");
    assert_eq!(label((3, 21), 2025, "receipts-2025"), "3月12日");
    assert_eq!(label((5, 1), 2025, "collect-books-2025"), "4月15日");
    assert_eq!(label((5, 1), 2025, "performance-report-2025"), "3月31日");
    assert_eq!(label((1, 1), 2025, "summer-occasions-2025"), "7月のうち", "summer is summer");
}
