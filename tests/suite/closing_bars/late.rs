//! A thousand changes that come too late: acts on the closed year itself, on what its papers only name, imports and taking back.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use suite::TestDesk;

use super::{YEAR, draft, list, refusal, state};
use crate::PROGRAM;
use crate::papers::put_out;

/// Small numbers that look thrown; the same ones every time.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % sides as u64) as usize
    }
}

/// One change of the closed year's own books, of every kind there is.
fn late_change(desk: &TestDesk, dice: &mut Dice, known: &Known) -> (&'static str, Value) {
    let pick = |dice: &mut Dice, from: &[Value]| from[dice.throw(from.len())]["id"].clone();
    let amount = 1 + dice.throw(90_000);
    let entry = pick(dice, &known.entries);
    let (item, other) = (pick(dice, &known.items), pick(dice, &known.items));
    let purse = known.purses[dice.throw(known.purses.len())]["id"].clone();
    let amount_text = amount.to_string();
    match dice.throw(12) {
        0 => ("accounts.record_entry", json!({ "year": YEAR, "draft": draft(desk, amount as i64, "8/2/3") })),
        1 => ("accounts.void_entry", json!({ "id": entry, "reason": "まちがい" })),
        2 => ("accounts.set_receipt", json!({ "id": entry, "has_receipt": amount.is_multiple_of(2) })),
        3 => ("accounts.set_eligibility", json!({ "id": entry, "eligibility": "ineligible", "reason": "見なおし" })),
        4 => {
            let openings =
                json!([{ "id": purse, "opening": amount_text, "committee_id": pick(dice, &known.committees) }]);
            ("accounts.save_purses", json!({ "year": YEAR, "openings": openings, "name": "", "opening": "" }))
        }
        5 => (
            "accounts.put_lines",
            json!({ "year": YEAR, "lines": [{ "item_id": item, "amount": amount_text, "note": "" }] }),
        ),
        6 => (
            "accounts.reallocate",
            json!({ "year": YEAR, "on": "8/3/1", "from_item_id": item, "to_item_id": other, "amount": amount_text,
                    "reason": "不足", "by": "役員会" }),
        ),
        7 => (
            "accounts.save_revision",
            json!({ "year": YEAR, "id": null, "reason": "補正",
                    "changes": [{ "item_id": item, "amount": amount_text, "note": "" }] }),
        ),
        8 => ("accounts.decide_budget", json!({ "year": YEAR, "on": "7/4/20", "by": "総会" })),
        9 => (
            "accounts.state_balances",
            json!({ "year": YEAR, "on": "", "balances": [{ "purse_id": purse, "amount": amount_text }] }),
        ),
        10 => {
            let part = json!({ "words": "あとから", "unit": "", "quantity": "", "amount": amount_text, "activity_id": null,
                "committee_id": pick(dice, &known.committees), "grant_id": null });
            ("accounts.save_parts", json!({ "year": YEAR, "item_id": item, "parts": [part] }))
        }
        _ => ("office.undo_one", json!({ "seq": known.acts[dice.throw(known.acts.len())] })),
    }
}

/// One change of something else that the papers of the closed year name: it may be done, and they say what they said.
fn change_around(desk: &TestDesk, dice: &mut Dice, known: &Known, n: usize) -> (&'static str, Value) {
    let pick = |dice: &mut Dice, from: &[Value]| from[dice.throw(from.len())].clone();
    let (next, before) = (YEAR + 1, YEAR - 1);
    match dice.throw(8) {
        0 => {
            let committee = pick(dice, &known.committees)["id"].clone();
            let opening = json!({ "id": pick(dice, &known.purses)["id"], "opening": "", "committee_id": if n.is_multiple_of(5) { Value::Null } else { committee } });
            ("accounts.save_purses", json!({ "year": next, "openings": [opening], "name": "", "opening": "" }))
        }
        1 => {
            let purse = format!("あとの通帳{n}");
            let committee = pick(dice, &known.committees)["id"].clone();
            (
                "accounts.save_purses",
                json!({ "year": next, "openings": [], "name": purse, "opening": "1,000", "committee_id": committee }),
            )
        }
        2 => {
            let id = pick(dice, &known.committees)["id"].clone();
            let body = desk.call("roster.body", json!({ "id": id, "year": next }))["body"].clone();
            let name = format!("あとの部会{n}");
            (
                "roster.save_body",
                json!({ "id": id, "version": body["version"], "kind": body["kind"], "name": name, "kana": "",
                "parent_id": body["parent_id"], "moved": "", "founded": "", "dissolved": "", "note": "" }),
            )
        }
        3 => {
            // An activity that bears the name of an item is in charge of it.
            let activity =
                pick(dice, if n.is_multiple_of(2) { &known.items } else { &known.activities })["name"].clone();
            let committee =
                desk.call("accounts.entry_choices", json!({ "year": next }))["committees"][dice.throw(3)]["name"]
                    .clone();
            (
                "activities.save_occasion",
                json!({ "occasion": { "id": null, "version": 0, "year": next, "activity": activity,
                "committee": committee, "title": "あとの行事", "from": "8/5/3", "to": "", "place": "", "participants": "",
                "helpers": "", "target": "", "notice": "", "content": "", "reflection": "", "effect": "", "author": "" } }),
            )
        }
        4 => {
            let side = if n.is_multiple_of(2) { "income" } else { "expense" };
            (
                "accounts.add_item",
                json!({ "side": side, "kan": "繰越金", "kou": format!("あとの繰越金{n}"), "moku": "", "setsu": "", "fund_id": null }),
            )
        }
        5 => {
            let fund = json!({ "id": null, "name": format!("あとの会計{n}"), "kind": "special", "purpose": "", "target": "",
                "until_year": null, "is_closed": false });
            ("accounts.save_fund", fund)
        }
        6 => {
            let year = YEAR + dice.throw(4) as i32;
            let amount = (1 + dice.throw(90_000)).to_string();
            ("accounts.plan_reserve", json!({ "id": known.reserve, "year": year, "amount": amount }))
        }
        _ => {
            let entry = json!({ "on": format!("{before}-05-{:02}", 1 + dice.throw(28)) });
            let mut late = draft(desk, 1 + dice.throw(9_000) as i64, "");
            late["on"] = entry["on"].clone();
            ("accounts.record_entry", json!({ "year": before, "draft": late }))
        }
    }
}

/// Forms that are made of the books alone.
const BOOKS: [&str; 11] = [
    "settlement-statement",
    "cash-book",
    "item-ledger",
    "monthly-report",
    "expense-breakdown",
    "committee-settlement",
    "activity-settlement",
    "source-settlement",
    "fund-settlement",
    "budget-statement",
    "revised-budget",
];

/// Every figure that the books of the year and its register state.
pub(crate) fn stated(desk: &TestDesk) -> Value {
    let areas = [
        "books.",
        "budget.",
        "settlement.",
        "by_",
        "funds.",
        "fund_books.",
        "committee_books.",
        "evidence.",
        "equipment.list",
        "equipment.assets",
    ];
    let mut facts = desk.facts(YEAR);
    facts.as_object_mut().expect("facts").retain(|name, _| areas.iter().any(|area| name.starts_with(area)));
    facts
}

/// The same with every page that is made of them.
fn said(desk: &TestDesk) -> (Value, Vec<Vec<u8>>) {
    let page = |form: &&str| std::fs::read(put_out(desk, form, "pdf")).expect("a paper");
    (stated(desk), BOOKS.iter().map(page).collect())
}

/// Refusals that name the closing; others come for reasons of their own.
const OF_A_CLOSED_YEAR: [&str; 2] = ["accounts.year_closed", "office.undo_locked"];

struct Known {
    entries: Vec<Value>,
    items: Vec<Value>,
    purses: Vec<Value>,
    committees: Vec<Value>,
    activities: Vec<Value>,
    acts: Vec<Value>,
    /// A 積立金 with a plan.
    reserve: Value,
}

#[test]
fn k06_a_thousand_late_changes_leave_a_closed_year_as_it_was() {
    let desk = TestDesk::sample(PROGRAM);
    // Acts of this very year, so that taking one back would change it.
    let mine = desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": draft(&desk, 700, "8/3/12") }));
    assert!(mine["sentence"].as_str().expect("words").contains("記帳"), "{mine}");
    let fund = json!({ "id": null, "name": "周年行事の積立", "kind": "reserve", "purpose": "30周年", "target": "30万",
        "until_year": 2030, "is_closed": false });
    let reserve = desk.call("accounts.save_fund", fund)["value"]["id"].clone();
    desk.call("accounts.plan_reserve", json!({ "id": reserve, "year": YEAR, "amount": "5万" }));
    let entries = desk.call("accounts.list_entries", json!({ "year": YEAR }))["entries"].clone();
    let choices = desk.call("accounts.entry_choices", json!({ "year": YEAR }));
    let purses = state(&desk)["purses"].clone();
    let stated: Vec<Value> =
        list(&purses).iter().map(|p| json!({ "purse_id": p["id"], "amount": p["book_yen"].to_string() })).collect();
    desk.call("accounts.state_balances", json!({ "year": YEAR, "on": "", "balances": stated }));
    desk.call("accounts.close_year", json!({ "year": YEAR, "by": "会長 見本" }));
    let history = desk.call("office.history", json!({ "limit": 200 }));
    // The city goes on deciding about a grant after the closing, and what goes back follows it: that is no act of the books.
    let is_of_grant = |act: &Value| list(&act["areas"]).contains(&json!("grants"));
    let may_undo = |act: &&Value| act["can_undo"] == true && !is_of_grant(act);
    let acts = list(&history["entries"]).iter().filter(may_undo).map(|act| act["seq"].clone()).collect();
    let known = Known {
        entries: list(&entries).to_vec(),
        items: list(&choices["items"]).to_vec(),
        purses: list(&purses).to_vec(),
        reserve,
        committees: list(&choices["committees"]).to_vec(),
        activities: list(&choices["activities"]).to_vec(),
        acts,
    };
    let closed = state(&desk)["closed"].clone();
    assert_eq!(closed["is_intact"], true);
    let before = said(&desk);
    let (mut dice, mut refused, mut done) = (Dice(7), 0, BTreeMap::new());
    for n in 0..1_000 {
        let is_around = n % 5 == 4;
        let (name, args) =
            if is_around { change_around(&desk, &mut dice, &known, n) } else { late_change(&desk, &mut dice, &known) };
        let answer = desk.ask(name, args);
        let code = answer.as_ref().err().map(|refusal| refusal.code.as_str());
        refused += usize::from(code.is_some_and(|code| OF_A_CLOSED_YEAR.contains(&code)));
        *done.entry(name).or_insert(0) += usize::from(is_around && answer.is_ok());
        if n % 250 == 0 {
            assert_eq!(refusal(&desk, "intake.apply", late_import(&desk)), "accounts.year_closed");
        }
        if n % 20 == 0 {
            assert_eq!(state(&desk)["closed"], closed, "{name} came through");
        }
    }
    assert_eq!(state(&desk)["closed"], closed);
    assert!(refused >= 450, "only {refused} of 800 were about the closed year");
    for name in [
        "accounts.save_purses",
        "roster.save_body",
        "activities.save_occasion",
        "accounts.add_item",
        "accounts.save_fund",
        "accounts.plan_reserve",
    ] {
        assert!(done[name] >= 10, "{name} was done {} times", done[name]);
    }
    assert!(done["accounts.record_entry"] >= 10, "the year before went on: {done:?}");
    let after = said(&desk);
    for (name, figure) in before.0.as_object().expect("facts") {
        assert_eq!(&after.0[name], figure, "{name}");
    }
    for (form, (was, is)) in BOOKS.iter().zip(before.1.iter().zip(&after.1)) {
        assert!(was == is, "the pages of {form} are others than on the day of closing");
    }
}

/// A cash book of the closed year, as somebody's own Excel would hold it.
fn late_import(desk: &TestDesk) -> Value {
    let path = desk.folder().join("会計簿.csv");
    let book = "月,日,区分,項目,内容,現金\n4,6,支出,会議費,お茶,500\n4,7,支出,会議費,茶菓子,300\n";
    std::fs::write(&path, book).expect("written");
    let token = desk.token(&path);
    json!({ "kind": "cash-book", "files": [token], "year": YEAR, "columns": null, "decisions": [], "unsure": "new" })
}
