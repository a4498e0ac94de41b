//! More than a hundred acts in an order that looks thrown, each on what the ones before it made; all are taken back, the last one
//! first, after each of which the records are what they were before it; and all are done again.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use suite::photo::png;

use super::books::{Books, named_item};
use crate::closing_bars::late::Dice;
use crate::enrolment::{EAST, association};
use crate::receipt_bars::file;
use crate::{meeting_bars, occasion_bars, plan};

const ACTS: usize = 120;

/// What is thrown for. What makes something stands before what works on it, or takes it away.
const KINDS: [&str; 44] = [
    "accounts.record_entry",
    "accounts.void_entry",
    "accounts.correct_entry",
    "accounts.set_receipt",
    "accounts.set_eligibility",
    "accounts.save_receipt",
    "accounts.remove_receipt",
    "accounts.add_item",
    "accounts.rename_item",
    "accounts.remove_item",
    "accounts.give_advance",
    "accounts.save_revision",
    "accounts.discard_revision",
    "accounts.reallocate",
    "accounts.take_back_reallocation",
    "accounts.state_balances",
    "accounts.save_fund",
    "grants.record_step",
    "roster.save_person",
    "roster.leave",
    "roster.rejoin",
    "roster.save_household",
    "roster.save_role",
    "roster.remove_role",
    "roster.merge_people",
    "attachments.attach",
    "attachments.detach",
    "activities.save_occasion",
    "activities.mark_occasion",
    "activities.attend",
    "activities.save_task",
    "activities.remove_task",
    "activities.save_plan",
    "plan.save_heading",
    "plan.remove_heading",
    "meetings.save_meeting",
    "meetings.take_roll",
    "meetings.mark",
    "meetings.save_item",
    "meetings.remove_item",
    "enrolment.set_area",
    "enrolment.set_target",
    "handover.save_item",
    "reports.write_text",
];

struct Walk {
    books: Books,
    dice: Dice,
    /// What acts of a kind made, by its key.
    made: BTreeMap<&'static str, Vec<Value>>,
}

impl Walk {
    /// Something that acts of this kind made; null before the first of them.
    fn one(&mut self, kind: &str) -> Value {
        let all = self.made.get(kind).map_or(&[][..], Vec::as_slice);
        if all.is_empty() { Value::Null } else { all[self.dice.throw(all.len())].clone() }
    }

    fn day(&mut self) -> String {
        format!("R8.{}.{}", 1 + self.dice.throw(2), 1 + self.dice.throw(28))
    }

    fn draft(&mut self) -> Value {
        let amount = (1 + self.dice.throw(30_000)).to_string();
        let mut draft = self.books.draft(&amount);
        draft["on"] = self.day().into();
        draft
    }

    /// What an act of this kind is asked; `n` makes its names its own.
    fn asked(&mut self, kind: &str, n: usize) -> Value {
        let area = kind.split('.').next().expect("an area");
        match area {
            "accounts" | "grants" => self.of_books(kind, n),
            "roster" | "attachments" => self.of_people(kind, n),
            "meetings" => self.of_meetings(kind, n),
            _ => self.of_works(kind, n),
        }
    }

    fn of_books(&mut self, kind: &str, n: usize) -> Value {
        let entry = self.one("accounts.record_entry");
        let amount = (1 + self.dice.throw(90_000)).to_string();
        match kind {
            "accounts.record_entry" => json!({ "year": 2025, "draft": self.draft() }),
            "accounts.void_entry" => json!({ "id": entry, "reason": "二重" }),
            "accounts.correct_entry" => {
                json!({ "id": entry, "year": 2025, "draft": self.draft(), "reason": "書きまちがい" })
            }
            "accounts.set_receipt" => json!({ "id": entry, "has_receipt": n.is_multiple_of(2) }),
            "accounts.set_eligibility" => {
                let verdict = ["eligible", "ineligible"][self.dice.throw(2)];
                json!({ "id": entry, "eligibility": verdict, "reason": format!("役員会{n}") })
            }
            "accounts.save_receipt" => {
                let token = file(&self.books.desk, &format!("領収書{n}.png"), &png(60 + n as u32, 40));
                let mut asked = self.books.receipt_of(&entry, Some(token));
                (asked["draft"]["amount"], asked["draft"]["parts"][0]["amount"]) = (json!("1"), json!("1"));
                asked
            }
            "accounts.remove_receipt" => json!({ "id": self.one("accounts.save_receipt") }),
            "accounts.add_item" => named_item(&format!("行事{n}")),
            "accounts.rename_item" => json!({ "id": self.one("accounts.add_item"), "kan": "記念事業費",
                "kou": format!("催し{n}"), "moku": "", "setsu": "" }),
            "accounts.remove_item" => json!({ "id": self.one("accounts.add_item") }),
            "accounts.give_advance" => self.books.advance(),
            "accounts.save_revision" => self.books.revision(),
            "accounts.discard_revision" => json!({ "year": 2025, "id": self.one("accounts.save_revision") }),
            "accounts.reallocate" => self.books.moved(),
            "accounts.take_back_reallocation" => json!({ "year": 2025, "id": self.one("accounts.reallocate") }),
            "accounts.state_balances" => {
                let purse = self.books.named("purses", "普通預金");
                let on = format!("R8.2.{}", 1 + self.dice.throw(28));
                json!({ "year": 2025, "on": on, "balances": [{ "purse_id": purse, "amount": amount }] })
            }
            "accounts.save_fund" => json!({ "id": null, "name": format!("積立{n}"), "kind": "reserve", "purpose": "",
                "target": amount, "until_year": 2030, "is_closed": false }),
            _ => self.books.step(),
        }
    }

    fn of_people(&mut self, kind: &str, n: usize) -> Value {
        let who = self.one("roster.save_person");
        match kind {
            "roster.save_person" => {
                let mut person =
                    json!({ "id": null, "version": 0, "own": [], "family": "試験", "given": format!("{n}号") });
                for field in [
                    "family_kana",
                    "given_kana",
                    "postal",
                    "phone",
                    "mobile",
                    "birth",
                    "joined",
                    "joined_reason",
                    "left",
                    "left_reason",
                    "alternate_name",
                    "note",
                ] {
                    person[field] = "".into();
                }
                person["address"] = format!("高松市新町{}-{n}", 1 + self.dice.throw(9)).into();
                json!({ "person": person })
            }
            "roster.leave" => json!({ "id": who, "on": self.day(), "reason": "転出" }),
            "roster.rejoin" => json!({ "id": who, "on": self.day(), "reason": "復会" }),
            "roster.save_household" => {
                let resident = json!({ "person_id": who, "relation": "", "from": "R5.4.1" });
                json!({ "id": null, "version": 0, "name": "", "organisation_id": null, "postal": "760-0002",
                    "address": format!("高松市新町{n}"), "phone": "", "note": "", "closed": "", "head": who, "residents": [resident] })
            }
            "roster.save_role" => {
                json!({ "id": null, "person_id": who, "body": "防災部会", "title": format!("委員{n}"),
                "from": "R7.4.1", "to": "", "appointment": null, "elected_by": "", "seat": null })
            }
            "roster.remove_role" => json!({ "id": self.one("roster.save_role") }),
            "roster.merge_people" => json!({ "keep": who, "gone": self.one("roster.save_person") }),
            "attachments.attach" => {
                let token = file(&self.books.desk, &format!("同意書{n}.png"), &png(30, 20 + n as u32));
                json!({ "owner_kind": "person", "owner_id": who, "token": token, "label": "同意書", "note": "" })
            }
            _ => json!({ "id": self.one("attachments.attach") }),
        }
    }

    fn of_meetings(&mut self, kind: &str, n: usize) -> Value {
        let meeting = self.one("meetings.save_meeting");
        match kind {
            "meetings.save_meeting" => json!({ "meeting": meeting_bars::draft("extraordinary") }),
            "meetings.take_roll" => json!({ "id": meeting, "on": "", "count": "" }),
            "meetings.mark" => {
                let standing = ["present", "proxy", "absent"][self.dice.throw(3)];
                let holder = if standing == "proxy" { json!("chair") } else { Value::Null };
                let asked = meeting_bars::marking(&meeting, &(1 + self.dice.throw(8)).to_string(), standing);
                meeting_bars::with(&asked, json!({ "holder": holder, "writes_over": true }))
            }
            "meetings.save_item" => {
                json!({ "item": { "id": null, "version": 0, "meeting_id": meeting, "kind": "motion", "matter": "free",
                    "title": format!("議題{n}"), "explanation": "", "discussion": "", "subject_year": null, "revision_id": null,
                    "old_text": "", "new_text": "", "from": "", "to": "" } })
            }
            _ => json!({ "id": self.one("meetings.save_item") }),
        }
    }

    fn of_works(&mut self, kind: &str, n: usize) -> Value {
        let occasion = self.one("activities.save_occasion");
        match kind {
            "activities.save_occasion" => json!({ "occasion": occasion_bars::draft(&format!("行事{n}"), "8/20") }),
            "activities.mark_occasion" => {
                let state = ["held", "cancelled"][self.dice.throw(2)];
                json!({ "id": occasion, "state": state, "reason": "雨のため" })
            }
            "activities.attend" => {
                json!({ "id": occasion, "person_id": self.one("roster.save_person"), "name": format!("来た人{n}"), "part": "helper" })
            }
            "activities.save_task" => {
                json!({ "task": occasion_bars::task(&occasion, "preparation", &format!("準備{n}"), "婦人会", "") })
            }
            "activities.remove_task" => json!({ "id": self.one("activities.save_task") }),
            "activities.save_plan" => json!({ "plan": plan::draft(&format!("事業{n}"), "10月") }),
            "plan.save_heading" => {
                json!({ "id": null, "version": 0, "parent_id": null, "name": format!("目標{n}"), "detail": "" })
            }
            "plan.remove_heading" => json!({ "id": self.one("plan.save_heading") }),
            "enrolment.set_area" => {
                json!({ "association_id": association(&self.books.desk, EAST), "area": format!("地区{n}") })
            }
            "enrolment.set_target" => {
                json!({ "year": 2025, "percent": (1 + n % 99).to_string(), "source": format!("総会{n}") })
            }
            "handover.save_item" => {
                json!({ "id": null, "kind": "key", "name": format!("鍵{n}"), "place": "", "holder": "", "note": "" })
            }
            _ => json!({ "form": "performance-report", "year": 2025, "field": "results", "words": format!("成果{n}") }),
        }
    }
}

#[test]
fn many_acts_in_any_order_are_taken_back_one_by_one_and_done_again() {
    let books = Books::open();
    books.decided();
    let mut walk = Walk { books, dice: Dice(2026), made: BTreeMap::new() };
    let mut states = vec![walk.books.desk.state_hash()];
    let mut done: BTreeMap<&str, usize> = BTreeMap::new();
    for n in 0.. {
        if states.len() > ACTS {
            break;
        }
        assert!(n < ACTS * 6, "too many acts are refused: {done:?}");
        // Each kind in its turn first, so that there is something to work on; then whatever is thrown.
        let kind = KINDS.get(n).copied().unwrap_or_else(|| KINDS[walk.dice.throw(KINDS.len())]);
        let asked = walk.asked(kind, n);
        let Ok(answer) = walk.books.desk.ask(kind, asked) else { continue };
        let id = answer["value"]["id"].clone();
        if !id.is_null() {
            walk.made.entry(kind).or_default().push(id);
        }
        let state = walk.books.desk.state_hash();
        // An act that changes nothing leaves no row that could be taken back.
        if states.last() != Some(&state) {
            *done.entry(kind).or_default() += 1;
            states.push(state);
        }
    }
    assert!(done.len() >= 36, "many kinds of acts: {done:?}");
    for at in (0..ACTS).rev() {
        walk.books.desk.call("office.undo", json!({}));
        assert_eq!(walk.books.desk.state_hash(), states[at], "act {at} was taken back");
    }
    (0..ACTS).for_each(|_| drop(walk.books.desk.call("office.redo", json!({}))));
    assert_eq!(Some(&walk.books.desk.state_hash()), states.last(), "all of them were done again");
}
