//! 締め・監査: passbook against book, months and years closed, opened again with a mark, carried into the next year.

mod advance;
mod auditor;
mod crossing;
pub(crate) mod findings;
mod found;
mod interim;
pub(crate) mod late;
pub(crate) mod pack;
mod refund;
mod reopened;

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::papers::{pdf_text, put_out};

const YEAR: i32 = 2025;

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn state(desk: &TestDesk) -> Value {
    desk.call("accounts.year_state", json!({ "year": YEAR }))
}

/// Says what the purses of the specimen hold, as the papers of the bank would.
fn state_balances(desk: &TestDesk, amounts: [(&str, &str); 2]) {
    let purses = state(desk)["purses"].clone();
    let id = |name: &str| list(&purses).iter().find(|p| p["name"] == name).expect("the purse")["id"].clone();
    let balances = amounts.map(|(name, amount)| json!({ "purse_id": id(name), "amount": amount }));
    desk.call("accounts.state_balances", json!({ "year": YEAR, "on": "", "balances": balances }));
}

pub(crate) fn close(desk: &TestDesk) {
    state_balances(desk, [("現金", "49,295"), ("普通預金", "738,494円")]);
    desk.call("accounts.close_year", json!({ "year": YEAR, "by": "会長 見本" }));
}

/// What the papers of the books say of the year, without where the history stands today.
fn books_said(desk: &TestDesk) -> Vec<(String, Value)> {
    let facts = desk.facts(YEAR);
    let all = facts.as_object().expect("facts").clone().into_iter();
    let areas = ["settlement.", "books.", "budget.", "by_", "committee_books.", "evidence.", "receipts."];
    all.filter(|(name, _)| areas.iter().any(|area| name.starts_with(area))).collect()
}

fn refusal(desk: &TestDesk, name: &str, args: Value) -> String {
    desk.refused(name, args).code
}

fn draft(desk: &TestDesk, amount: i64, on: &str) -> Value {
    let choices = desk.call("accounts.entry_choices", json!({ "year": YEAR }));
    json!({
        "kind": "expense", "on": on, "counterparty": "", "description": "あとから出てきた領収書",
        "item_id": list(&choices["items"]).iter().find(|i| i["side"] == "expense").expect("an item")["id"],
        "amount": amount.to_string(), "purse_id": choices["purses"][0]["id"], "to_purse_id": null, "grant_id": null,
        "activity_id": null, "eligibility": null, "eligibility_reason": "", "has_receipt": true, "voucher_no": "",
    })
}

#[test]
fn k05_closing_is_refused_while_passbook_and_book_differ() {
    let desk = TestDesk::sample(PROGRAM);
    let codes = |desk: &TestDesk| {
        let found = state(desk)["findings"].clone();
        let in_the_way = list(&found).iter().filter(|one| one["is_in_the_way"] == true);
        in_the_way.map(|one| one["told"]["code"].as_str().expect("a code").to_owned()).collect::<Vec<_>>()
    };
    let ask = json!({ "year": YEAR, "by": "会長 見本" });
    assert_eq!(codes(&desk), ["accounts.passbook_missing", "accounts.passbook_missing"]);
    assert_eq!(refusal(&desk, "accounts.close_year", ask.clone()), "accounts.passbook_missing");
    state_balances(&desk, [("現金", "４９，２９５"), ("普通預金", "738,495")]);
    assert_eq!(codes(&desk), ["accounts.passbook_differs"]);
    let refused = desk.refused("accounts.close_year", ask.clone());
    assert_eq!((refused.code.as_str(), refused.params["difference"].as_str()), ("accounts.passbook_differs", "△1"));
    let shown = state(&desk)["purses"].clone();
    let bank = list(&shown).iter().find(|p| p["name"] == "普通預金").expect("the bank");
    assert_eq!(
        (&bank["book_yen"], &bank["stated_yen"], &bank["difference_yen"]),
        (&json!(738_494), &json!(738_495), &json!(-1))
    );
    state_balances(&desk, [("現金", "49295"), ("普通預金", "")]);
    assert_eq!(codes(&desk), ["accounts.passbook_missing"], "an emptied field states nothing");
    close(&desk);
    assert_eq!(state(&desk)["closed"]["carry_over_yen"], 787_789);
}

#[test]
fn k06_entries_months_and_years_are_locked() {
    let desk = TestDesk::sample(PROGRAM);
    let month = json!({ "month": "2026-03-01" });
    desk.call("accounts.lock_month", month.clone());
    let late = json!({ "year": YEAR, "draft": draft(&desk, 500, "8/3/12") });
    assert_eq!(refusal(&desk, "accounts.record_entry", late.clone()), "accounts.month_locked");
    let bare = json!({ "month": "2026-03-01", "reason": "　" });
    assert_eq!(refusal(&desk, "accounts.unlock_month", bare), "accounts.reason_missing");
    desk.call("accounts.unlock_month", json!({ "month": "2026-03-01", "reason": "領収書が出てきた" }));
    close(&desk);
    assert_eq!(refusal(&desk, "accounts.record_entry", late), "accounts.year_closed");
    assert_eq!(refusal(&desk, "office.undo", json!({})), "office.stands");
    let purse = state(&desk)["purses"][0]["id"].clone();
    let stated = json!({ "year": YEAR, "on": "", "balances": [{ "purse_id": purse, "amount": "1" }] });
    assert_eq!(refusal(&desk, "accounts.state_balances", stated), "accounts.year_closed");
}

#[test]
fn k07_reopening_takes_two_names_and_its_mark_is_printed() {
    let desk = TestDesk::sample(PROGRAM);
    close(&desk);
    let ask = |chair: &str, auditor: &str, reason: &str| json!({ "year": YEAR, "chair": chair, "auditor": auditor, "reason": reason });
    assert_eq!(refusal(&desk, "accounts.reopen_year", ask("見本 一郎", "見本 一郎", "理由")), "accounts.two_names");
    assert_eq!(refusal(&desk, "accounts.reopen_year", ask("見本 一郎", "見本 花子", " ")), "accounts.reason_missing");
    desk.call("accounts.reopen_year", ask("見本 一郎", "見本 花子", "利息の記帳もれ"));
    assert_eq!(refusal(&desk, "office.undo", json!({})), "office.stands", "the mark stays");
    assert_eq!(state(&desk)["closed"], Value::Null);
    assert_eq!(state(&desk)["reopenings"][0]["reason"], "利息の記帳もれ");
    for form in ["cash-book", "settlement-statement", "audit-pack", "audit-report"] {
        let paper: String = pdf_text(&put_out(&desk, form, "pdf")).split_whitespace().collect();
        assert!(paper.contains("理由：利息の記帳もれ") && paper.contains("監事見本花子"), "{form} tells of it");
    }
    close(&desk);
    assert_eq!(list(&state(&desk)["reopenings"]).len(), 1, "closed again, the mark is still there");
}

#[test]
fn k11_the_next_year_begins_with_what_the_closed_one_left() {
    let desk = TestDesk::sample(PROGRAM);
    close(&desk);
    let closed = state(&desk);
    for purse in list(&closed["purses"]) {
        assert_eq!(purse["next_opening_yen"], purse["book_yen"], "{}", purse["name"]);
    }
    assert_eq!(desk.facts(2026)["settlement.opening_yen"], 787_789);
    let next = desk.call("accounts.year_state", json!({ "year": 2026 }));
    let code = |found: &Value| found["told"]["code"] == "accounts.opening_not_carried";
    assert!(!list(&next["findings"]).iter().any(code), "{next}");
    let cash = closed["purses"][0]["id"].clone();
    desk.call(
        "accounts.save_purses",
        json!({ "year": 2026, "openings": [{ "id": cash, "opening": "49,296" }], "name": "", "opening": "" }),
    );
    let next = desk.call("accounts.year_state", json!({ "year": 2026 }));
    assert!(list(&next["findings"]).iter().any(code), "a carried balance that was changed stands in the way");
}

#[test]
fn k11_a_year_that_began_with_another_balance_is_not_closed() {
    let desk = TestDesk::sample(PROGRAM);
    close(&desk);
    let purses = state(&desk)["purses"].clone();
    let begin = |opening: &str| {
        let openings = json!([{ "id": purses[0]["id"], "opening": opening }]);
        let ask = json!({ "year": YEAR + 1, "openings": openings, "name": "", "opening": "" });
        desk.call("accounts.save_purses", ask);
    };
    let year_state = || desk.call("accounts.year_state", json!({ "year": YEAR + 1 }));
    let told = || {
        let found = year_state()["findings"].clone();
        list(&found).iter().find(|one| one["told"]["code"] == "accounts.opening_not_carried").cloned()
    };
    begin("49,296");
    let held: Vec<Value> = list(&year_state()["purses"])
        .iter()
        .map(|purse| json!({ "purse_id": purse["id"], "amount": purse["book_yen"].to_string() }))
        .collect();
    desk.call("accounts.state_balances", json!({ "year": YEAR + 1, "on": "", "balances": held }));
    let found = told().expect("the difference is said");
    assert_eq!((&found["is_in_the_way"], &found["place"]), (&json!(true), &json!("accounts/purses")));
    for figure in ["現金", "49,296", "49,295"] {
        let said = format!("{}{}", found["told"]["message"], found["told"]["hint"]);
        assert!(said.contains(figure), "{figure}: {said}");
    }
    let ask = json!({ "year": YEAR + 1, "by": "会長 見本" });
    assert_eq!(refusal(&desk, "accounts.close_year", ask.clone()), "accounts.opening_not_carried");
    begin("49,295");
    assert_eq!(told(), None);
    let stated = json!([{ "purse_id": purses[0]["id"], "amount": "49,295" }]);
    desk.call("accounts.state_balances", json!({ "year": YEAR + 1, "on": "", "balances": stated }));
    assert_eq!(refusal(&desk, "accounts.close_year", ask), "accounts.year_not_over", "nothing else is in the way");
}

#[test]
fn k10_the_books_on_paper_add_up_to_the_settlement() {
    let desk = TestDesk::sample(PROGRAM);
    let facts = desk.facts(YEAR);
    let sum = |rows: &Value, column: &str| list(rows).iter().filter_map(|row| row[column].as_i64()).sum::<i64>();
    let purses = &facts["books.purses"];
    assert_eq!(sum(purses, "closing_yen"), 787_789);
    for purse in list(purses) {
        let months = &purse["months"];
        let last = list(months).last().expect("a month");
        assert_eq!(last["balance_yen"], purse["closing_yen"], "{}", purse["purse"]);
        for column in ["income_yen", "expense_yen"] {
            let of_entries: i64 = list(months).iter().map(|month| sum(&month["entries"], column)).sum();
            assert_eq!(Some(of_entries), purse[column].as_i64(), "{column}");
            assert_eq!(sum(months, column), of_entries);
        }
        assert_eq!(last["income_sum_yen"], purse["income_yen"]);
    }
    let of_side = |side: &str| {
        let own = list(&facts["books.items"]).iter().filter(|item| item["side"] == side);
        own.map(|item| sum(&item["entries"], "amount_yen")).sum::<i64>()
    };
    assert_eq!(json!(of_side("支出の部")), facts["settlement.expense_yen"]);
    assert_eq!(json!(of_side("収入の部")), facts["settlement.income_settled_yen"]);
    assert_eq!(json!(sum(&facts["books.months"], "expense_yen")), facts["settlement.expense_yen"]);
    assert_eq!(sum(&facts["books.assets"], "amount_yen"), 787_789);
    let at_end = list(&facts["books.month_purses"]).iter().rev().take(2).filter_map(|row| row["balance_yen"].as_i64());
    assert_eq!(at_end.sum::<i64>(), 787_789);
}

fn record_audit(desk: &TestDesk) {
    desk.call(
        "accounts.record_audit",
        json!({ "year": YEAR, "until": "R8.3.31", "on": "R8.4.10", "auditors": "見本 花子、見本 次郎", "result": "適正でした。" }),
    );
}

#[test]
fn k08_the_mark_on_the_papers_of_the_auditors_moves_with_the_books_and_with_nothing_else() {
    let desk = TestDesk::sample(PROGRAM);
    let mark = |desk: &TestDesk| desk.facts(YEAR)["audit.history_mark"].as_str().expect("a mark").to_owned();
    let acts = desk.call("office.history", json!({ "limit": 500 }))["entries"].clone();
    let touches = |act: &&Value| ["accounts", "grants"].iter().any(|area| list(&act["areas"]).contains(&json!(area)));
    let last = list(&acts).iter().find(touches).expect("an act on the books").clone();
    let before = mark(&desk);
    assert_eq!(before.chars().count(), 8);
    assert!(last["hash"].as_str().expect("a hash").starts_with(&before), "{last}");
    assert_eq!(desk.facts(YEAR)["audit.history_count"], last["seq"]);
    let signed = ["audit-pack", "monthly-report", "settlement-statement", "audit-report"];
    for form in signed {
        let text = pdf_text(&put_out(&desk, form, "pdf"));
        assert!(text.contains(&format!("記録の印は「{before}」")), "{form} bears the mark: {text}");
    }
    record_audit(&desk);
    assert_eq!(mark(&desk), before, "four papers, an audit written down: the books are as they were");
    let audits = desk.call("accounts.list_audits", json!({ "year": YEAR }));
    assert_eq!((&audits["audits"][0]["history_mark"], &audits["history_mark"]), (&json!(before), &json!(before)));
    desk.call("office.undo", json!({}));
    assert_eq!(mark(&desk), before);
    desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": draft(&desk, 700, "8/3/12") }));
    let after = mark(&desk);
    assert_ne!(after, before, "one entry more");
    desk.call("office.undo", json!({}));
    assert!(![before, after].contains(&mark(&desk)), "taken back: the history is another one all the same");
}

#[test]
fn k10_the_audit_pack_tells_what_was_changed_since_the_last_audit() {
    let desk = TestDesk::sample(PROGRAM);
    let late = desk.refused(
        "accounts.record_audit",
        json!({ "year": YEAR, "until": "R8.4.1", "on": "R8.4.10", "auditors": "見本", "result": "適正" }),
    );
    assert_eq!((late.code.as_str(), late.params["field"].as_str()), ("accounts.outside_year", "until"));
    let told = |on: &str| json!({ "year": YEAR, "until": "R8.3.31", "on": on, "auditors": "見本", "result": "適正" });
    let early = desk.refused("accounts.record_audit", told("R7.4.20"));
    assert_eq!((early.code.as_str(), early.params["field"].as_str()), ("accounts.audit_before_end", "on"));
    desk.call("accounts.record_audit", told("4/20"));
    assert_eq!(desk.facts(YEAR)["audit.audited_on"], "2026-04-20", "auditors come after what they look at");
    desk.call("office.undo", json!({}));
    record_audit(&desk);
    let since = |desk: &TestDesk| desk.facts(YEAR)["audit.changes"].clone();
    let own = |changes: &Value| -> Vec<String> {
        list(changes).iter().map(|act| act["sentence"].as_str().expect("words").to_owned()).collect()
    };
    let recorded = own(&since(&desk));
    assert_eq!(recorded, Vec::<String>::new(), "to write an audit down changes no book");
    desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": draft(&desk, 700, "8/3/31") }));
    let told = own(&since(&desk));
    assert_eq!(told.len(), recorded.len() + 1, "{told:?}");
    assert!(told.last().expect("an act").contains("あとから出てきた領収書"), "{told:?}");
    let pack = desk.call("reports.prepare", json!({ "form": "audit-pack", "year": YEAR })).to_string();
    assert!(pack.contains("あとから出てきた領収書") && pack.contains("監事の確認"));
    let report = desk.call("reports.prepare", json!({ "form": "audit-report", "year": YEAR })).to_string();
    assert!(report.contains("適正でした。") && report.contains("令和8年4月10日"));
}

/// After the audit of the half year nothing comes in between what was looked at, in whatever way: what was found late stands on a
/// later day, and a correction stands beside what it corrects.
#[test]
fn k09_what_auditors_have_seen_stays_as_they_saw_it() {
    let desk = TestDesk::sample(PROGRAM);
    let choices = desk.call("accounts.entry_choices", json!({ "year": YEAR }));
    let all = list(&choices["items"]);
    let costs: Vec<&Value> = all.iter().filter(|item| item["side"] == "expense").collect();
    let moved = |on: &str| {
        json!({ "year": YEAR, "on": on, "from_item_id": costs[0]["id"], "to_item_id": costs[1]["id"], "amount": "1,000",
                "reason": "不足", "by": "役員会" })
    };
    let taken = desk.call("accounts.reallocate", moved("7/9/1"))["value"]["id"].clone();
    desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": draft(&desk, 600, "7/9/29") }));
    desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": draft(&desk, 500, "7/10/2") }));
    let history = desk.call("office.history", json!({ "limit": 3 }))["entries"].clone();
    let [later, seen, reallocated] = [0, 1, 2].map(|at| json!({ "seq": list(&history)[at]["seq"] }));
    let half = json!({ "year": YEAR, "until": "R7.9.30", "on": "R7.10.15", "auditors": "見本 花子", "result": "適正" });
    desk.call("accounts.record_audit", half);
    let entry = |on: &str| json!({ "year": YEAR, "draft": draft(&desk, 700, on) });
    let purse = state(&desk)["purses"][0]["id"].clone();
    let opening = json!({ "year": YEAR, "openings": [{ "id": purse, "opening": "1", "committee_id": null }], "name": "", "opening": "" });
    let before = desk.state_hash();
    for (name, asked, code) in [
        ("accounts.record_entry", entry("7/9/30"), "accounts.day_audited"),
        ("accounts.reallocate", moved("7/9/30"), "accounts.day_audited"),
        ("accounts.save_purses", opening, "accounts.opening_audited"),
        ("office.undo_one", seen, "office.undo_audited"),
        ("office.undo_one", reallocated, "office.undo_audited"),
    ] {
        assert_eq!(refusal(&desk, name, asked), code, "{name}");
    }
    let back = json!({ "year": YEAR, "id": taken });
    assert_eq!(refusal(&desk, "accounts.take_back_reallocation", back), "accounts.reallocation_audited");
    let rows = desk.call("accounts.list_entries", json!({ "year": YEAR }))["entries"].clone();
    let old =
        list(&rows).iter().find(|row| row["kind"] == "expense" && row["on"].as_str() < Some("2025-09")).expect("seen");
    let typed_back =
        json!({ "id": old["id"], "year": YEAR, "draft": draft(&desk, 700, "7/8/1"), "reason": "金額ちがい" });
    assert_eq!(refusal(&desk, "accounts.correct_entry", typed_back), "accounts.day_audited");
    assert_eq!(desk.state_hash(), before, "nothing was written");
    desk.call("office.undo_one", later);
    for on in ["7/10/15", "8/3/31"] {
        desk.call("accounts.record_entry", entry(on));
    }
    desk.call("office.undo", json!({}));
    desk.call(
        "accounts.correct_entry",
        json!({ "id": old["id"], "year": YEAR, "draft": draft(&desk, 700, "8/3/31"), "reason": "金額ちがい" }),
    );
}
