//! R07: two records are merged, the office works on for a week, and the merge is taken back. Compared row by row over the
//! whole office file: both are back with all that was theirs, and nothing else changed.

use std::collections::BTreeMap;

use office::OfficeFile;
use serde_json::{Value, json};
use suite::{PASSPHRASE, TestDesk};

use super::{draft, list, newcomer, person, record, role, text, written};
use crate::PROGRAM;

/// Every row of the file but those of the log, by table and key: each column as SQL writes its value.
type Rows = BTreeMap<(String, String), BTreeMap<String, String>>;

fn rows(desk: &TestDesk) -> Rows {
    desk.call("office.close", json!({}));
    let file = OfficeFile::open(&desk.folder().join("council.office"), PASSPHRASE).expect("the office");
    let rows = file.view(|view| {
        let texts = |sql: &str| -> office::Result<Vec<Vec<String>>> {
            let mut query = view.prepare(sql)?;
            let width = query.column_count();
            let mut found = Vec::new();
            let mut rows = query.query([])?;
            while let Some(row) = rows.next()? {
                found.push((0..width).map(|at| row.get::<_, String>(at)).collect::<Result<Vec<_>, _>>()?);
            }
            Ok(found)
        };
        let mut all = Rows::new();
        let tables =
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'log'";
        for table in texts(tables)?.concat() {
            let columns =
                texts(&format!("SELECT name FROM pragma_table_info('{table}') WHERE name <> 'version'"))?.concat();
            let values: Vec<String> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
            for row in texts(&format!("SELECT {} FROM \"{table}\"", values.join(", ")))? {
                let key = (table.clone(), row[0].clone());
                all.insert(key, columns.iter().cloned().zip(row).collect());
            }
        }
        Ok(all)
    });
    let rows = rows.expect("read");
    drop(file);
    desk.call("office.unlock", json!({ "passphrase": PASSPHRASE }));
    rows
}

/// The columns of the rows that an act changed; an act that adds or removes rows fails.
fn changed(before: &Rows, after: &Rows) -> Vec<((String, String), String)> {
    assert!(before.keys().eq(after.keys()), "a merge adds nothing and removes nothing");
    let columns = |(key, row): (&(String, String), &BTreeMap<String, String>)| {
        let differing = row.iter().filter(|(column, value)| after[key][*column] != **value);
        differing.map(|(column, _)| (key.clone(), column.clone())).collect::<Vec<_>>()
    };
    before.iter().flat_map(columns).collect()
}

/// Somebody and a double of theirs with an office, a household, papers, a consent and a field of the council's own.
fn doubled(desk: &TestDesk) -> (String, String, Value) {
    let keep = person(desk, "髙橋 由美子");
    let gone =
        newcomer(desk, &[("family", "高橋"), ("given", "由美子"), ("mobile", "090-9999-0001"), ("note", "鍵を預かる")]);
    let office = role(desk, &Value::Null, &gone, "防災部会", "副部会長", ["R7.4.1", ""]);
    let resident = json!({ "person_id": gone, "relation": "", "from": "R6.4.1" });
    let home = json!({ "id": null, "version": 0, "name": "", "organisation_id": null, "postal": "760-0001", "address": "高松市新町1-1",
        "phone": "", "note": "", "closed": "", "head": gone, "residents": [resident] });
    desk.call("roster.save_household", home);
    let field = json!({ "id": null, "label": "車の台数", "kind": "number", "choices": [] });
    let field = desk.call("roster.save_custom_field", field)["value"]["id"].clone();
    let mut own = draft(desk, &gone);
    own["own"] = json!([{ "field_id": field, "value": "2" }]);
    desk.call("roster.save_person", json!({ "person": own }));
    attach(desk, "person", &gone, "同意書.pdf");
    let consent = json!({ "person_id": gone, "scope": "members", "given": "R7.5.1", "how": "総会で", "note": "" });
    desk.call("privacy.record_consent", consent);
    (keep, gone, office)
}

fn attach(desk: &TestDesk, kind: &str, id: &str, name: &str) {
    let paper = written(desk, name, format!("%PDF-1.7 {name}").as_bytes());
    let asked =
        json!({ "owner_kind": kind, "owner_id": id, "token": desk.token(&paper), "label": "同意書", "note": "" });
    desk.call("attachments.attach", asked);
}

/// What the page of a person shows, with their papers and consents.
fn shown(desk: &TestDesk, id: &str) -> Value {
    let papers = desk.call("attachments.list", json!({ "owner_kind": "person", "owner_id": id }));
    let consents = desk.call("privacy.consents", json!({ "person_id": id }));
    let mut record = record(desk, id);
    record["person"]["version"] = Value::Null;
    json!({ "record": record, "papers": papers, "consents": consents })
}

/// Fifty acts as a week has them: entries, offices, moves, lists, imports, papers, figures. Answers how many were done.
fn a_week(desk: &TestDesk, keep: &str, office: &Value) -> usize {
    let before = desk.call("office.history", json!({ "limit": 1 }))["entries"][0]["seq"].as_i64().expect("a number");
    let people = desk.call("roster.list_people", json!({ "year": 2025 }))["people"].take();
    let others: Vec<&str> = list(&people).iter().map(|p| text(&p["id"])).filter(|id| *id != keep).collect();
    entries(desk);
    for (n, other) in others[..5].iter().enumerate() {
        role(desk, &Value::Null, other, "福祉部会", &format!("委員{n}"), ["R7.10.1", ""]);
    }
    // The office that the merge handed over is corrected, and the one who stayed gets a further one.
    role(desk, office, keep, "防災部会", "副部会長", ["R7.4.1", "R9.3.31"]);
    role(desk, &Value::Null, keep, "見本地区コミュニティ協議会", "書記", ["R8.4.1", ""]);
    moves(desk, keep, &others);
    lists(desk);
    files(desk);
    let mut typed = draft(desk, keep);
    typed["phone"] = "087-999-0002".into();
    desk.call("roster.save_person", json!({ "person": typed }));
    attach(desk, "person", keep, "入会届.pdf");
    attach(desk, "person", others[6], "同意書2.pdf");
    figures(desk);
    let acts = desk.call("office.history", json!({ "limit": 500 }))["entries"].take();
    list(&acts).iter().filter(|act| act["seq"].as_i64().expect("a number") > before).count()
}

fn entries(desk: &TestDesk) {
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let id = |list_name: &str, key: &str, name: &str| {
        list(&choices[list_name]).iter().find(|c| c[key] == name).expect("the choice")["id"].clone()
    };
    for n in 1..=9 {
        let draft = json!({ "kind": "expense", "on": format!("8/3/{n}"), "counterparty": "見本印刷", "description": format!("用紙{n}"),
            "item_id": id("items", "kou", "広報紙発行事業"), "amount": format!("{}00", n), "purse_id": id("purses", "name", "普通預金"),
            "to_purse_id": null, "grant_id": null, "activity_id": null, "eligibility": null, "eligibility_reason": "",
            "has_receipt": true, "voucher_no": format!("{}", 900 + n) });
        let entry = desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft }))["value"]["id"].clone();
        match n % 3 {
            0 => desk.call("accounts.void_entry", json!({ "id": entry, "reason": "二重に書いた" })),
            1 => desk.call("accounts.set_receipt", json!({ "id": entry, "has_receipt": false })),
            _ => Value::Null,
        };
    }
}

fn moves(desk: &TestDesk, keep: &str, others: &[&str]) {
    let home = |head: &str, address: &str| {
        let resident = json!({ "person_id": head, "relation": "", "from": "R5.4.1" });
        let home = json!({ "id": null, "version": 0, "name": "", "organisation_id": null, "postal": "760-0002", "address": address,
            "phone": "", "note": "", "closed": "", "head": head, "residents": [resident] });
        desk.call("roster.save_household", home)["value"]["id"].clone()
    };
    let (one, other) = (home(others[0], "高松市新町2-2"), home(others[1], "高松市新町3-3"));
    let joins =
        |who: &str, on: &str| json!({ "id": one, "resident": { "person_id": who, "relation": "", "from": on } });
    desk.call("roster.move_in", joins(others[1], "R7.11.1"));
    desk.call("roster.move_in", joins(others[2], "R7.12.1"));
    desk.call(
        "roster.move_out",
        json!({ "id": one, "person_id": others[2], "on": "R8.1.1", "postal": "", "address": "" }),
    );
    desk.call(
        "roster.move_household",
        json!({ "id": other, "on": "R8.2.1", "postal": "", "address": "高松市新町4-4" }),
    );
    for who in &others[3..6] {
        desk.call("roster.leave", json!({ "id": who, "on": "R7.6.1", "reason": "転出" }));
    }
    desk.call("roster.rejoin", json!({ "id": others[3], "on": "R8.2.1", "reason": "復会" }));
    desk.call("roster.leave", json!({ "id": keep, "on": "R8.3.1", "reason": "休会" }));
}

fn lists(desk: &TestDesk) {
    let choice = |title: &str| {
        json!({ "source": "people", "title": title, "columns": ["name", "phone"], "order": "reading", "group": null,
            "filter": { "bodies": [], "roles": [], "words": "" }, "orientation": "portrait" })
    };
    for title in ["連絡網", "出欠の表", "当番の表"] {
        desk.call("lists.save", json!({ "choice": choice(title) }));
        let copies = json!({ "recipients": "桜町自治会", "purpose": "連絡", "due": "" });
        let what = json!({ "kind": "list", "choice": choice(title) });
        let asked =
            json!({ "year": 2025, "what": what, "format": "csv", "copies": copies, "substitutes": [], "folder": null });
        desk.call("lists.output", asked);
    }
    let given = desk.call("lists.disclosures", json!({ "year": 2025 }));
    desk.call("lists.mark_returned", json!({ "id": given[0]["id"], "is_returned": true }));
    desk.call("lists.keep_shift", json!({ "stationery": "label-12", "printer": "会館", "shift": [3, 4] }));
}

fn files(desk: &TestDesk) {
    let (people, events) = (
        "氏名,住所\n新田 一郎,高松市新町7-7\n新田 花子,高松市新町7-7\n",
        "日付,行事名,場所,参加者数\nR8.3.1,清掃,公園,20\n",
    );
    desk.import("roster", &written(desk, "名簿の追加.csv", people.as_bytes()), 2025);
    desk.import("activities", &written(desk, "行事の追加.csv", events.as_bytes()), 2025);
    let again = "氏名,携帯電話\n髙橋 由美子,090-9999-0003\n";
    desk.import("roster", &written(desk, "名簿の直し.csv", again.as_bytes()), 2025);
}

fn figures(desk: &TestDesk) {
    let association = crate::enrolment::association(desk, "栗林町一丁目東自治会");
    for (kind, households) in [("recorded", "46"), ("fee_paying", "45")] {
        let count = json!({ "association_id": association, "year": 2025, "kind": kind, "as_of": "4/1", "households": households, "source": "" });
        desk.call("enrolment.record_further", count);
    }
    desk.call("enrolment.set_target", json!({ "year": 2025, "percent": "50", "source": "総会" }));
    desk.call("enrolment.set_area", json!({ "association_id": association, "area": "東" }));
    desk.call("enrolment.take_snapshot", json!({ "year": 2025, "as_of": "" }));
}

#[test]
fn r07_a_merge_is_taken_back_after_fifty_varied_acts_and_nothing_else_changes() {
    let desk = TestDesk::sample(PROGRAM);
    let (keep, gone, office) = doubled(&desk);
    let (was_kept, was_gone, before) = (shown(&desk, &keep), shown(&desk, &gone), rows(&desk));
    desk.call("roster.merge_people", json!({ "keep": keep, "gone": gone }));
    let merge = desk.call("office.history", json!({ "limit": 1 }))["entries"][0]["seq"].clone();
    let merged = changed(&before, &rows(&desk));
    let together = shown(&desk, &keep);
    for (what, pointer) in
        [("the paper", "/papers/0/id"), ("the consent", "/consents/0/id"), ("the field", "/record/own/0/value")]
    {
        assert_eq!(together.pointer(pointer), was_gone.pointer(pointer), "{what} of the other is theirs now");
    }
    assert_eq!(list(&together["record"]["roles"]).len(), list(&was_kept["record"]["roles"]).len() + 1);

    let acts = a_week(&desk, &keep, &office);
    assert!(acts >= 50, "{acts} acts");
    let worked = rows(&desk);
    desk.call("office.undo_one", json!({ "seq": merge }));

    let after = rows(&desk);
    assert!(after.keys().eq(worked.keys()), "no row came or went");
    for (key, row) in &after {
        for (column, value) in row {
            let is_of_the_merge = merged.contains(&(key.clone(), column.clone()));
            let expected = if is_of_the_merge { &before[key][column] } else { &worked[key][column] };
            assert_eq!(value, expected, "{key:?} {column}");
        }
    }
    let again = shown(&desk, &gone);
    for part in ["papers", "consents"] {
        assert_eq!(again[part], was_gone[part], "{part} of the other are back");
    }
    for part in ["person", "own", "household", "merged_into"] {
        assert_eq!(again["record"][part], was_gone["record"][part], "{part} of the other is back");
    }
    let roles = list(&again["record"]["roles"]);
    assert_eq!((roles.len(), text(&roles[0]["to_label"])), (1, "令和9年3月31日"), "with what was corrected meanwhile");
    let kept = shown(&desk, &keep)["record"].take();
    assert_eq!(kept["person"]["note"], was_kept["record"]["person"]["note"], "what the merge filled in is gone");
    assert_eq!(kept["person"]["phone"], "087-999-0002", "what was typed later stays");
    desk.state_hash();
}
