//! 総会・役員会: M02–M07 through the door.

mod booklet;
mod called;
pub(crate) mod effects;
mod elected;
mod general;
mod holders;
mod kept;
mod long;
mod notice;
mod paper;
mod reception;
mod recognised;
mod rolls;
mod rules;
mod seats;
mod sheets;
mod years;

use serde_json::{Value, json};
use suite::TestDesk;

/// A meeting as typed, in 令和7年度.
pub(crate) fn draft(kind: &str) -> Value {
    json!({ "id": null, "version": 0, "year": 2025, "kind": kind, "organisation_id": null, "number": "", "held": "R8.3.22",
        "begins": "14:00", "ends": "15:30", "place": "見本コミュニティセンター", "notice": "R8.3.8", "slips_due": "", "is_written": false, "agreed": "",
        "chair": "見本　議長", "signers": "署名　一郎\n署名　二郎", "note": "" })
}

pub(crate) fn save(desk: &TestDesk, draft: &Value) -> Value {
    desk.call("meetings.save_meeting", json!({ "meeting": draft }))["value"]["id"].clone()
}

pub(crate) fn with(value: &Value, fields: Value) -> Value {
    let mut value = value.clone();
    for (field, typed) in fields.as_object().expect("fields") {
        value[field] = typed.clone();
    }
    value
}

/// Rules of a 自治会: households vote, 過半数 of all makes a meeting, everything counts, the chair decides a tie.
fn household_rules(desk: &TestDesk) {
    let shown = desk.call("meetings.rules", json!({ "kind": "ordinary", "year": 2025 }));
    let rules = with(&shown["rules"], json!({ "unit": "household" }));
    desk.call("meetings.set_rules", json!({ "kind": "ordinary", "rules": rules }));
}

/// A general meeting with so many numbers in its roll.
pub(crate) fn numbered(desk: &TestDesk, kind: &str, count: usize) -> Value {
    household_rules(desk);
    let id = save(desk, &draft(kind));
    desk.call("meetings.take_roll", json!({ "id": id, "on": "", "count": count.to_string() }));
    id
}

pub(crate) fn marking(id: &Value, numbers: &str, standing: &str) -> Value {
    json!({ "id": id, "numbers": numbers, "standing": standing, "holder": null, "holder_number": "", "deputy": "", "came": "",
        "left": "", "writes_over": false })
}

fn mark(desk: &TestDesk, id: &Value, numbers: &str, standing: &str) {
    desk.call("meetings.mark", marking(id, numbers, standing));
}

/// Proxies to 議長, or to the voter of a number.
fn proxies(id: &Value, numbers: &str, holder: &str, number: &str) -> Value {
    with(&marking(id, numbers, "proxy"), json!({ "holder": holder, "holder_number": number }))
}

pub(crate) fn item(desk: &TestDesk, meeting: &Value, matter: &str, fields: Value) -> Value {
    let item = json!({ "id": null, "version": 0, "meeting_id": meeting, "kind": "motion", "matter": matter, "title": "",
        "explanation": "", "discussion": "", "subject_year": null, "revision_id": null, "old_text": "", "new_text": "", "from": "", "to": "" });
    desk.call("meetings.save_item", json!({ "item": with(&item, fields) }))["value"]["id"].clone()
}

pub(crate) fn result(id: &Value, method: &str) -> Value {
    json!({ "id": id, "method": method, "present": null, "proxies": null, "casting": null, "voted": "", "discussion": "" })
}

fn split(yes: i64, no: i64, abstain: i64) -> Value {
    json!({ "yes": yes.to_string(), "no": no.to_string(), "abstain": abstain.to_string() })
}

pub(crate) fn seen(desk: &TestDesk, id: &Value) -> Value {
    desk.call("meetings.meeting", json!({ "id": id, "at": "" }))
}

fn undo(desk: &TestDesk, times: usize) {
    for _ in 0..times {
        desk.call("office.undo", json!({}));
    }
}
