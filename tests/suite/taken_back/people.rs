//! What the acts on 名簿, on 個人情報 and on papers that lie with a record are asked.

use serde_json::{Value, json};
use suite::photo::{jpeg, png};

use super::books::Books;
use crate::receipt_bars::file;
use crate::roster_bars::{draft, household, newcomer, person, role};

impl Books {
    /// Prepares what an act on the roster, on personal data or on an attachment needs, and says what it is asked.
    pub(super) fn of_people(&self, name: &str) -> Option<Value> {
        let of_homes = || self.of_homes(name).or_else(|| self.of_bodies(name));
        self.of_persons(name).or_else(of_homes).or_else(|| self.of_privacy(name)).or_else(|| self.of_papers_kept(name))
    }

    /// Somebody new, of that given name.
    fn someone(&self, given: &str) -> String {
        newcomer(&self.desk, &[("family", "試験"), ("given", given), ("address", "高松市新町1-1")])
    }

    fn of_persons(&self, name: &str) -> Option<Value> {
        Some(match name {
            "roster.save_person" => {
                let mut typed = draft(&self.desk, &person(&self.desk, "齋藤 花子"));
                typed["phone"] = "087-999-0001".into();
                json!({ "person": typed })
            }
            "roster.leave" => json!({ "id": self.someone("太郎"), "on": "R8.1.10", "reason": "転出" }),
            "roster.rejoin" => {
                let id = self.someone("太郎");
                self.desk.call("roster.leave", json!({ "id": id, "on": "R8.1.10", "reason": "休会" }));
                json!({ "id": id, "on": "R8.3.1", "reason": "復会" })
            }
            "roster.merge_people" => json!({ "keep": self.someone("太郎"), "gone": self.someone("たろう") }),
            "roster.keep_apart" => json!({ "one": self.someone("太郎"), "other": self.someone("たろう") }),
            "roster.save_custom_field" => own_field(),
            "roster.retire_field" => json!({ "id": self.made("roster.save_custom_field", own_field()) }),
            _ => return None,
        })
    }

    fn of_homes(&self, name: &str) -> Option<Value> {
        let home = || household(&self.desk, &self.someone("太郎"), &[]);
        Some(match name {
            "roster.save_household" => {
                let head = self.someone("太郎");
                let resident = json!({ "person_id": head, "relation": "", "from": "R5.4.1" });
                json!({ "id": null, "version": 0, "name": "", "organisation_id": null, "postal": "760-0002",
                    "address": "高松市新町2-2", "phone": "", "note": "", "closed": "", "head": head, "residents": [resident] })
            }
            "roster.found_households" => {
                json!({ "families": [{ "residents": [self.someone("太郎"), self.someone("花子")], "organisation_id": null }] })
            }
            "roster.move_in" => {
                json!({ "id": home(), "resident": { "person_id": self.someone("花子"), "relation": "母", "from": "R7.7.1" } })
            }
            "roster.move_out" => {
                let other = self.someone("花子");
                let home = household(&self.desk, &self.someone("太郎"), &[other.as_str()]);
                json!({ "id": home, "person_id": other, "on": "R8.1.1", "postal": "", "address": "高松市寿町2-2" })
            }
            "roster.move_household" => {
                json!({ "id": home(), "on": "R8.2.1", "postal": "", "address": "高松市新町4-4" })
            }
            _ => return None,
        })
    }

    fn of_bodies(&self, name: &str) -> Option<Value> {
        let office = |id: &str| {
            json!({ "id": null, "person_id": id, "body": "防災部会", "title": "委員", "from": "R7.4.1", "to": "R8.3.31",
                "appointment": null, "elected_by": "", "seat": null })
        };
        Some(match name {
            "roster.save_body" => {
                json!({ "id": null, "version": 0, "kind": "member_body", "name": "見本子ども会", "kana": "",
                "parent_id": null, "moved": "", "founded": "", "dissolved": "", "note": "" })
            }
            "roster.save_role" => office(&self.someone("太郎")),
            "roster.remove_role" => {
                json!({ "id": role(&self.desk, &Value::Null, &self.someone("太郎"), "防災部会", "委員", ["R7.4.1", ""]) })
            }
            "roster.change_officers" => {
                let id =
                    role(&self.desk, &Value::Null, &self.someone("太郎"), "防災部会", "委員", ["R7.4.1", "R8.3.31"]);
                let next = json!([{ "role_id": id, "successor": self.someone("花子") }]);
                json!({ "from": "R8.4.1", "to": "R10.3.31", "successions": next })
            }
            _ => return None,
        })
    }

    fn of_privacy(&self, name: &str) -> Option<Value> {
        let consent =
            |who: &str| json!({ "person_id": who, "scope": "members", "given": "R7.5.1", "how": "入会届", "note": "" });
        Some(match name {
            "privacy.save_policy" => {
                let policy =
                    json!({ "field": "phone", "purpose": "急ぎの連絡", "scope": "officers", "acquired": "入会届" });
                json!({ "policy": policy, "label": "電話" })
            }
            "privacy.record_consent" => consent(&self.someone("太郎")),
            "privacy.withdraw_consent" => {
                let who = self.someone("太郎");
                self.desk.call("privacy.record_consent", consent(&who));
                let given = self.desk.call("privacy.consents", json!({ "person_id": who }));
                json!({ "id": given[0]["id"], "on": "R8.3.1" })
            }
            "privacy.save_retention" => json!({ "years": 7 }),
            "privacy.erase_leavers" => {
                let who = self.someone("太郎");
                self.desk.call("roster.leave", json!({ "id": who, "on": "2019-03-31", "reason": "転出" }));
                json!({ "people": [who] })
            }
            _ => return None,
        })
    }

    fn of_papers_kept(&self, name: &str) -> Option<Value> {
        Some(match name {
            "attachments.attach" => {
                let token = file(&self.desk, "同意書.png", &png(64, 48));
                json!({ "owner_kind": "person", "owner_id": self.someone("太郎"), "token": token, "label": "同意書", "note": "" })
            }
            "attachments.detach" | "attachments.turn" => json!({ "id": self.photograph().1 }),
            "attachments.write_caption" => json!({ "id": self.photograph().1, "caption": "盆踊りのようす" }),
            "attachments.choose_photos" => {
                let (occasion, photograph) = self.photograph();
                json!({ "occasion_id": occasion, "chosen": [photograph] })
            }
            _ => return None,
        })
    }

    /// An occasion of the specimen and a photograph that lies with it.
    fn photograph(&self) -> (Value, Value) {
        let occasion =
            self.desk.call("activities.list_occasions", json!({ "year": 2025 }))["occasions"][0]["id"].clone();
        let token = file(&self.desk, "祭り.jpg", &jpeg(40, 30, 7));
        let asked =
            json!({ "owner_kind": "occasion", "owner_id": occasion, "token": token, "label": "写真", "note": "" });
        let photograph = self.made("attachments.attach", asked);
        (occasion, photograph)
    }
}

fn own_field() -> Value {
    json!({ "id": null, "label": "防災の係", "kind": "choice", "choices": ["消火", "炊き出し"] })
}
