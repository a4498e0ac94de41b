//! What the acts on 会議 are asked.

use serde_json::{Value, json};

use super::books::Books;
use crate::meeting_bars::{draft, item, marking, numbered, result, save, seen, with};

impl Books {
    /// Prepares what an act on a meeting needs and says what it is asked.
    pub(super) fn of_meetings(&self, name: &str) -> Option<Value> {
        self.of_votes(name).or_else(|| self.of_items_decided(name)).or_else(|| self.of_seats(name))
    }

    /// A general meeting with so many numbers in its roll, all of them there.
    fn seated(&self, count: usize) -> Value {
        let id = numbered(&self.desk, "extraordinary", count);
        self.desk.call("meetings.mark", marking(&id, &format!("1-{count}"), "present"));
        id
    }

    fn free(&self, meeting: &Value) -> Value {
        item(&self.desk, meeting, "free", json!({ "title": "除雪機を買う（案）" }))
    }

    /// An election with one office that nobody holds.
    fn election(&self, meeting: &Value) -> (Value, Value) {
        let officers = self.desk.call("roster.officers_on", json!({ "on": "R8.3.31" }))["officers"].clone();
        let chair =
            officers.as_array().expect("officers").iter().find(|one| one["kind"] == "council").expect("one").clone();
        let bodies = self.desk.call("roster.bodies", json!({}));
        let council =
            bodies.as_array().expect("bodies").iter().find(|one| one["kind"] == "council").expect("it")["id"].clone();
        let term = json!({ "from": "R8.4.1", "to": "R10.3.31", "title": "役員の改選（案）" });
        let seat =
            json!({ "role_id": null, "organisation_id": council, "title": "書記", "person_id": chair["person_id"] });
        (item(&self.desk, meeting, "officers", term), json!([seat]))
    }

    fn of_votes(&self, name: &str) -> Option<Value> {
        Some(match name {
            "meetings.save_meeting" => json!({ "meeting": draft("board") }),
            "meetings.remove_meeting" => {
                let id = self.seated(5);
                self.free(&id);
                json!({ "id": id })
            }
            "meetings.save_bylaws" => bylaws(),
            "meetings.remove_bylaws" => json!({ "id": self.made("meetings.save_bylaws", bylaws()) }),
            "meetings.set_rules" => {
                let shown = self.desk.call("meetings.rules", json!({ "kind": "ordinary", "year": 2025 }));
                json!({ "kind": "ordinary", "rules": with(&shown["rules"], json!({ "notice_days": 21 })) })
            }
            "meetings.take_roll" => {
                json!({ "id": save(&self.desk, &draft("extraordinary")), "on": "", "count": "12" })
            }
            "meetings.mark" => marking(&numbered(&self.desk, "extraordinary", 9), "1-5", "present"),
            "meetings.open_meeting" => json!({ "id": self.seated(3) }),
            "meetings.president_came" => json!({ "id": self.seated(3), "came": true }),
            "meetings.add_voter" => {
                json!({ "id": numbered(&self.desk, "extraordinary", 3), "person_id": null, "organisation_id": null,
                    "is_number_alone": true })
            }
            "meetings.remove_voter" => json!({ "id": self.seated(3), "number": "2" }),
            "meetings.follow_rules" => {
                let id = numbered(&self.desk, "extraordinary", 3);
                let shown = self.desk.call("meetings.rules", json!({ "kind": "ordinary", "year": 2025 }));
                let rules = with(&shown["rules"], json!({ "notice_days": 21 }));
                self.desk.call("meetings.set_rules", json!({ "kind": "ordinary", "rules": rules }));
                json!({ "id": id })
            }
            "meetings.seat" => json!({ "id": self.seated(3), "seat": "chair", "number": "1" }),
            "meetings.write_votes" => {
                let id = numbered(&self.desk, "extraordinary", 9);
                let free = self.free(&id);
                self.desk.call("meetings.mark", marking(&id, "1-5", "written"));
                json!({ "id": id, "numbers": "1-5", "votes": [{ "item_id": free, "vote": "yes" }] })
            }
            "meetings.record_result" => result(&self.free(&self.seated(5)), "applause"),
            "meetings.take_effect" => {
                let id = self.seated(5);
                let (elected, nominations) = self.election(&id);
                self.desk.call("meetings.put_nominations", json!({ "id": elected, "nominations": nominations }));
                self.desk.call("meetings.record_result", result(&elected, "applause"));
                json!({ "id": id })
            }
            _ => return None,
        })
    }

    fn of_items_decided(&self, name: &str) -> Option<Value> {
        let meeting = || save(&self.desk, &draft("ordinary"));
        let usual = || {
            let id = meeting();
            self.desk.call("meetings.add_usual_items", json!({ "id": id }));
            seen(&self.desk, &id)["items"][2]["item"].clone()
        };
        Some(match name {
            "meetings.save_item" => {
                json!({ "item": with(&usual(), json!({ "explanation": "別紙のとおり。", "from": "", "to": "" })) })
            }
            "meetings.add_usual_items" => json!({ "id": meeting() }),
            "meetings.move_item" => json!({ "id": usual()["id"], "to": 1 }),
            "meetings.remove_item" => json!({ "id": usual()["id"] }),
            "meetings.put_nominations" => {
                let (elected, nominations) = self.election(&self.seated(3));
                json!({ "id": elected, "nominations": nominations })
            }
            _ => return None,
        })
    }

    fn of_seats(&self, name: &str) -> Option<Value> {
        let rolled = || {
            let id = save(&self.desk, &draft("extraordinary"));
            self.desk.call("meetings.take_roll", json!({ "id": id, "on": "R8.3.1", "count": "" }));
            id
        };
        let seating =
            |id: &Value| json!({ "id": id, "seating": { "rows": "12", "columns": "5", "officers_in_front": false } });
        let moved = |id: &Value| {
            let seats = self.desk.call("meetings.guests", json!({ "id": id }))["seats"].clone();
            let numbers: Vec<Value> = seats
                .as_array()
                .expect("seats")
                .iter()
                .map(|seat| seat["number"].clone())
                .filter(Value::is_i64)
                .collect();
            json!({ "id": id, "number": numbers[3], "to": 1 })
        };
        Some(match name {
            "meetings.put_guests" => {
                let guest =
                    json!({ "id": null, "body": "見本市", "office": "市長", "name": "高松　太郎", "greets": true });
                json!({ "id": rolled(), "guests": [guest] })
            }
            "meetings.put_seating" => seating(&rolled()),
            "meetings.move_seat" | "meetings.seat_by_roll" => {
                let id = rolled();
                self.desk.call("meetings.put_seating", seating(&id));
                if name == "meetings.move_seat" {
                    return Some(moved(&id));
                }
                self.desk.call("meetings.move_seat", moved(&id));
                json!({ "id": id })
            }
            _ => return None,
        })
    }
}

/// The first text of 規約, as typed.
fn bylaws() -> Value {
    json!({ "bylaws": { "id": null, "version": 0, "from": "H20.4.1", "decided": "設立総会", "body": "第1条　見本会という。" } })
}
