//! What the roster must be able to do, each through the door as the window does it: R01 to R17.
//! R11 is held by `labels`, too, and R15 and R16 by `lists`.

mod fields;
mod files;
mod homes;
mod lives;
mod offices;
mod papers;
mod same;
mod same_week;

use std::path::PathBuf;

use serde_json::{Value, json};
use suite::TestDesk;

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The id of the first person that a search finds.
pub(crate) fn person(desk: &TestDesk, words: &str) -> String {
    let hits = desk.call("office.search", json!({ "query": words, "year": 2025 }));
    let hit = list(&hits["hits"]).iter().find(|hit| hit["kind"] == "person").cloned().unwrap_or_default();
    text(&hit["id"]).to_owned()
}

fn record(desk: &TestDesk, id: &str) -> Value {
    desk.call("roster.person", json!({ "id": id, "year": 2025 }))
}

/// A person as the page would send it back.
pub(crate) fn draft(desk: &TestDesk, id: &str) -> Value {
    let record = record(desk, id);
    let mut draft = record["person"].clone();
    for (field, label) in [("birth", "birth_label"), ("joined", "joined_label"), ("left", "left_label")] {
        draft[field] = record[label].clone();
    }
    draft["own"] = json!([]);
    draft
}

pub(crate) fn household(desk: &TestDesk, head: &str, others: &[&str]) -> String {
    let resident = |id: &&str| json!({ "person_id": id, "relation": "", "from": "" });
    let residents: Vec<Value> = [head].iter().chain(others).map(resident).collect();
    let address = record(desk, head)["person"]["address"].clone();
    let draft = json!({ "id": null, "version": 0, "name": "", "organisation_id": null, "postal": "760-0001", "address": address,
        "phone": "", "note": "", "closed": "", "head": head, "residents": residents });
    text(&desk.call("roster.save_household", draft)["value"]["id"]).to_owned()
}

/// Somebody new: what is typed, everything else empty.
pub(crate) fn newcomer(desk: &TestDesk, typed: &[(&str, &str)]) -> String {
    let mut draft = json!({ "id": null, "version": 0, "own": [] });
    let fields =
        ["family", "given", "family_kana", "given_kana", "postal", "address", "phone", "mobile", "birth", "joined"];
    for field in fields.into_iter().chain(["joined_reason", "left", "left_reason", "alternate_name", "note"]) {
        draft[field] = "".into();
    }
    typed.iter().for_each(|(field, words)| draft[*field] = (*words).into());
    text(&desk.call("roster.save_person", json!({ "person": draft }))["value"]["id"]).to_owned()
}

/// An office of somebody.
pub(crate) fn role(desk: &TestDesk, id: &Value, person: &str, body: &str, title: &str, term: [&str; 2]) -> Value {
    let role = json!({ "id": id, "person_id": person, "body": body, "title": title, "from": term[0], "to": term[1],
        "appointment": null, "elected_by": "", "seat": null });
    desk.call("roster.save_role", role)["value"]["id"].clone()
}

/// A file in the desk's folder.
pub(crate) fn written(desk: &TestDesk, name: &str, bytes: &[u8]) -> PathBuf {
    let path = desk.folder().join(name);
    std::fs::write(&path, bytes).expect("written");
    path
}
