//! A year that was opened again goes on naming what it named: passbooks of 部会, 部会, 事業 and 科目.

use serde_json::{Value, json};
use suite::TestDesk;

use super::late::stated;
use super::{YEAR, draft, list, state};
use crate::PROGRAM;

/// Closes the year with what its books say.
fn close(desk: &TestDesk) {
    let purses = state(desk)["purses"].clone();
    let told = list(&purses).iter().map(|p| json!({ "purse_id": p["id"], "amount": p["book_yen"].to_string() }));
    let balances = told.collect::<Vec<_>>();
    desk.call("accounts.state_balances", json!({ "year": YEAR, "on": "", "balances": balances }));
    desk.call("accounts.close_year", json!({ "year": YEAR, "by": "会長 見本" }));
}

fn reopen(desk: &TestDesk) {
    let who = json!({ "year": YEAR, "chair": "見本 一郎", "auditor": "見本 花子", "reason": "利息の記帳もれ" });
    desk.call("accounts.reopen_year", who);
}

/// What the papers state without the closing itself and the balances that it needs.
fn figures(desk: &TestDesk) -> Value {
    let mut all = stated(desk);
    let of_closing = ["books.mark", "books.closed_on", "books.reopenings", "books.balances"];
    all.as_object_mut().expect("facts").retain(|name, _| of_closing.iter().all(|one| !name.starts_with(one)));
    all
}

fn assert_same(desk: &TestDesk, before: &Value, when: &str) {
    let after = figures(desk);
    for (name, figure) in before.as_object().expect("facts") {
        assert_eq!(&after[name], figure, "{when}: {name}");
    }
}

/// Gives every purse to a 部会, on the page of a year.
fn move_purses(desk: &TestDesk, year: i32, committee: &Value) {
    desk.call("accounts.save_purses", moved(desk, year, committee));
}

fn moved(desk: &TestDesk, year: i32, committee: &Value) -> Value {
    let purses = desk.call("accounts.entry_choices", json!({ "year": year }))["purses"].clone();
    let openings: Vec<Value> = (list(&purses).iter())
        .map(|purse| json!({ "id": purse["id"], "opening": "", "committee_id": committee["id"] }))
        .collect();
    json!({ "year": year, "openings": openings, "name": "", "opening": "" })
}

#[test]
fn k07_a_year_opened_again_names_its_papers_as_it_did_until_it_is_changed_itself() {
    let desk = TestDesk::sample(PROGRAM);
    let choices = desk.call("accounts.entry_choices", json!({ "year": YEAR }));
    let committee = list(&choices["committees"])[0].clone();
    let item = list(&choices["items"]).iter().find(|item| item["name"] == "消耗品費").expect("the item").clone();
    desk.call("accounts.copy_budget", json!({ "from": YEAR, "year": YEAR + 1 }));
    close(&desk);
    let before = figures(&desk);

    move_purses(&desk, YEAR + 1, &committee);
    let body = desk.call("roster.body", json!({ "id": committee["id"], "year": YEAR + 1 }))["body"].clone();
    desk.call(
        "roster.save_body",
        json!({ "id": committee["id"], "version": body["version"], "kind": body["kind"], "name": "あとの部会", "kana": "",
                "parent_id": body["parent_id"], "moved": "", "founded": "", "dissolved": "", "note": "" }),
    );
    let activity = list(&choices["activities"])[0].clone();
    desk.call("activities.rename_activity", json!({ "id": activity["id"], "name": "あとの事業" }));
    let renamed = json!({ "id": item["id"], "kan": item["kan"], "kou": "事務用品費", "moku": "", "setsu": "" });
    desk.call("accounts.rename_item", renamed);
    assert_same(&desk, &before, "closed");

    reopen(&desk);
    assert_same(&desk, &before, "opened again");
    let items = desk.call("accounts.entry_choices", json!({ "year": YEAR }))["items"].clone();
    let offered = |name: &str| list(&items).iter().any(|item| item["name"] == name);
    assert_eq!([offered("消耗品費"), offered("事務用品費")], [true, false], "the year's own name of it");
    let next = desk.call("accounts.entry_choices", json!({ "year": YEAR + 1 }))["items"].clone();
    let offered = |name: &str| list(&next).iter().any(|item| item["name"] == name);
    assert_eq!([offered("消耗品費"), offered("事務用品費")], [false, true], "and the next one's");

    let interest = desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": draft(&desk, 3, "8/3/31") }));
    let spent = |of: &Value| of["books.expense_yen"].as_i64().expect("an amount");
    assert_eq!(spent(&figures(&desk)), spent(&before) + 3);
    desk.call("accounts.void_entry", json!({ "id": interest["value"]["id"], "reason": "試し" }));
    let voided = figures(&desk);
    for area in ["by_committee.parts", "committee_books.parts", "by_activity.parts", "settlement.expense"] {
        assert_eq!(voided[area], before[area], "{area}");
    }
    close(&desk);
    assert_same(&desk, &voided, "closed again");

    // What is changed in the year that is open again is changed for its papers, too.
    reopen(&desk);
    move_purses(&desk, YEAR, &Value::Null);
    let refused = desk.refused("accounts.save_purses", moved(&desk, YEAR, &committee));
    let told = ["now", "kept"].map(|name| refused.params[name].clone());
    assert_eq!(
        (refused.code.as_str(), told[0].starts_with("あとの部会の")),
        ("accounts.purse_as_closed", true),
        "{told:?}"
    );
    assert!(told[1].starts_with("事務局の"), "{told:?}");
    assert_same(&desk, &voided, "the page and the papers say what they said");
    move_purses(&desk, YEAR, &list(&choices["committees"])[1]);
    let books = figures(&desk)["committee_books.parts"].clone();
    assert_ne!(books, before["committee_books.parts"]);
    assert!(books.to_string().contains(list(&choices["committees"])[1]["name"].as_str().expect("a name")), "{books}");
}
