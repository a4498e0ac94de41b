//! A thousand changes that come too late: acts, imports and taking back.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{YEAR, draft, list, refusal, state};
use crate::PROGRAM;

/// Small numbers that look thrown; the same ones every time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % sides as u64) as usize
    }
}

/// One change that comes too late, of every kind there is.
fn late_change(desk: &TestDesk, dice: &mut Dice, known: &Known) -> (&'static str, Value) {
    let pick = |dice: &mut Dice, from: &[Value]| from[dice.throw(from.len())]["id"].clone();
    let amount = 1 + dice.throw(90_000);
    let entry = pick(dice, &known.entries);
    let (item, other) = (pick(dice, &known.items), pick(dice, &known.items));
    let purse = known.purses[dice.throw(known.purses.len())]["id"].clone();
    let amount_text = amount.to_string();
    match dice.throw(11) {
        0 => ("accounts.record_entry", json!({ "year": YEAR, "draft": draft(desk, amount as i64, "8/2/3") })),
        1 => ("accounts.void_entry", json!({ "id": entry, "reason": "まちがい" })),
        2 => ("accounts.set_receipt", json!({ "id": entry, "has_receipt": amount.is_multiple_of(2) })),
        3 => ("accounts.set_eligibility", json!({ "id": entry, "eligibility": "ineligible", "reason": "見なおし" })),
        4 => (
            "accounts.save_purses",
            json!({ "year": YEAR, "openings": [{ "id": purse, "opening": amount_text }], "name": "", "opening": "" }),
        ),
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
        _ => ("office.undo_one", json!({ "seq": known.acts[dice.throw(known.acts.len())] })),
    }
}

/// Refusals that name the closing; others come for reasons of their own.
const OF_A_CLOSED_YEAR: [&str; 2] = ["accounts.year_closed", "office.undo_locked"];

struct Known {
    entries: Vec<Value>,
    items: Vec<Value>,
    purses: Vec<Value>,
    acts: Vec<Value>,
}

#[test]
fn k06_a_thousand_late_changes_leave_a_closed_year_as_it_was() {
    let desk = TestDesk::sample(PROGRAM);
    // Acts of this very year, so that taking one back would change it.
    let mine = desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": draft(&desk, 700, "8/3/12") }));
    assert!(mine["sentence"].as_str().expect("words").contains("記帳"), "{mine}");
    let entries = desk.call("accounts.list_entries", json!({ "year": YEAR }))["entries"].clone();
    let choices = desk.call("accounts.entry_choices", json!({ "year": YEAR }));
    let purses = state(&desk)["purses"].clone();
    let stated: Vec<Value> =
        list(&purses).iter().map(|p| json!({ "purse_id": p["id"], "amount": p["book_yen"].to_string() })).collect();
    desk.call("accounts.state_balances", json!({ "year": YEAR, "on": "", "balances": stated }));
    desk.call("accounts.close_year", json!({ "year": YEAR, "by": "会長 見本" }));
    let history = desk.call("office.history", json!({ "limit": 200 }));
    let acts =
        list(&history["entries"]).iter().filter(|act| act["can_undo"] == true).map(|act| act["seq"].clone()).collect();
    let known = Known {
        entries: list(&entries).to_vec(),
        items: list(&choices["items"]).to_vec(),
        purses: list(&purses).to_vec(),
        acts,
    };
    let closed = state(&desk)["closed"].clone();
    assert_eq!(closed["is_intact"], true);
    let (mut dice, mut refused) = (Dice(7), 0);
    for n in 0..1_000 {
        let (name, args) = late_change(&desk, &mut dice, &known);
        let code = desk.ask(name, args).err().map(|refusal| refusal.code);
        refused += usize::from(code.is_some_and(|code| OF_A_CLOSED_YEAR.contains(&code.as_str())));
        if n % 250 == 0 {
            assert_eq!(refusal(&desk, "intake.apply", late_import(&desk)), "accounts.year_closed");
        }
        if n % 20 == 0 {
            assert_eq!(state(&desk)["closed"], closed, "{name} came through");
        }
    }
    assert_eq!(state(&desk)["closed"], closed);
    assert!(refused >= 500, "only {refused} of 1,000 were about the closed year");
}

/// A cash book of the closed year, as somebody's own Excel would hold it.
fn late_import(desk: &TestDesk) -> Value {
    let path = desk.folder().join("会計簿.csv");
    let book = "月,日,区分,項目,内容,現金\n4,6,支出,会議費,お茶,500\n4,7,支出,会議費,茶菓子,300\n";
    std::fs::write(&path, book).expect("written");
    let token = desk.token(&path);
    json!({ "kind": "cash-book", "files": [token], "year": YEAR, "columns": null, "decisions": [], "unsure": "new" })
}
