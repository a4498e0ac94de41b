//! 行事: V01–V03, V05 and V06 through the door.

mod announced;
mod attendance;
mod days;
mod files;
mod rates;
mod record_sheet;
mod schedules;
mod series;
mod sheets;
pub(crate) mod wrong;
mod year;

use serde_json::{Value, json};
use suite::TestDesk;

use crate::papers::pdf_text;

/// An occasion as typed, in 令和7年度.
pub(crate) fn draft(title: &str, from: &str) -> Value {
    json!({ "id": null, "version": 0, "year": 2025, "activity": "夏祭り事業", "committee": null, "title": title, "from": from,
        "to": "", "begins": "16:00", "ends": "午後9時", "state": null, "cancel_reason": "", "weather": "", "incident": "",
        "place": "中央公園", "participants": "", "helpers": "", "target": "校区の住民", "notice": "回覧", "content": "",
        "reflection": "", "effect": "", "author": "" })
}

pub(crate) fn with(value: &Value, fields: Value) -> Value {
    let mut value = value.clone();
    for (field, typed) in fields.as_object().expect("fields") {
        value[field] = typed.clone();
    }
    value
}

pub(crate) fn save(desk: &TestDesk, draft: &Value) -> Value {
    desk.call("activities.save_occasion", json!({ "occasion": draft }))["value"]["id"].clone()
}

fn occasion(desk: &TestDesk, id: &Value) -> Value {
    desk.call("activities.occasion", json!({ "id": id }))
}

fn occasions(desk: &TestDesk, year: i32) -> Value {
    desk.call("activities.list_occasions", json!({ "year": year }))
}

/// A task as typed.
pub(crate) fn task(occasion: &Value, kind: &str, what: &str, name: &str, until: &str) -> Value {
    json!({ "id": null, "version": 0, "occasion_id": occasion, "kind": kind, "what": what, "person_id": null, "name": name,
        "until": until, "is_done": false })
}

pub(crate) fn add(desk: &TestDesk, task: &Value) -> Value {
    desk.call("activities.save_task", json!({ "task": task }))["value"]["id"].clone()
}

/// The text of a paper of 令和7年度.
fn printed(desk: &TestDesk, form: &str) -> String {
    let made = desk.call("reports.output", json!({ "form": form, "year": 2025, "format": "pdf", "folder": null }));
    pdf_text(&desk.path(&made["files"][0]["token"]))
}

fn said(value: &Value) -> &str {
    value.as_str().expect("words")
}

fn undo(desk: &TestDesk) {
    desk.call("office.undo", json!({}));
}
