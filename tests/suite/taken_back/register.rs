//! What the acts on 備品 are asked.

use serde_json::{Value, json};

use super::books::Books;

impl Books {
    /// Something of the specimen's register, by its number.
    fn piece(&self, number: &str) -> Value {
        let all = self.desk.call("equipment.list", json!({ "year": 2025 }))["items"].clone();
        let mut all = all.as_array().expect("a register").iter();
        all.find(|one| one["number"] == number).expect("one of that number")["id"].clone()
    }

    /// Lends it; the loan.
    fn lent(&self, on: &str, due: &str) -> Value {
        self.made("equipment.lend", self.loan(on, due))
    }

    fn loan(&self, on: &str, due: &str) -> Value {
        json!({ "year": 2025, "id": self.piece("2"), "borrower": "城東自治会", "contact": "087-000-0001", "purpose": "餅つき",
            "quantity": "1", "on": on, "due": due })
    }

    fn disposal(&self) -> Value {
        let draft = json!({ "way": "scrap", "on": "R8.3.10", "reason": "天板が割れた", "approval_no": "" });
        json!({ "year": 2025, "id": self.piece("1"), "draft": draft })
    }

    /// An expense that waits for the register.
    fn bought(&self) -> Value {
        let item = json!({ "side": "expense", "kan": "事務費", "kou": "備品購入費", "moku": "", "setsu": "", "fund_id": null });
        let mut draft = self.draft("28,600");
        draft["item_id"] = self.made("accounts.add_item", item);
        draft["grant_id"] = self.named("grants", "地域まちづくり交付金");
        self.made("accounts.record_entry", json!({ "year": 2025, "draft": draft }))
    }

    /// Prepares what an act on the register needs and says what it is asked.
    pub(super) fn of_equipment(&self, name: &str) -> Option<Value> {
        Some(match name {
            "equipment.save" => {
                let form = self.desk.call("equipment.form", json!({ "id": null, "entry_id": self.bought() }));
                json!({ "year": 2025, "id": null, "draft": form["draft"] })
            }
            "equipment.pass_over" => json!({ "entry_id": self.bought() }),
            "equipment.check" => {
                json!({ "year": 2025, "id": self.piece("1"), "result": "missing", "count": "", "on": "", "by": "見本 花子", "note": "" })
            }
            "equipment.lend" => self.loan("8/3/1", "8/3/8"),
            "equipment.give_back" => {
                let loan = self.lent("8/3/1", "8/3/8");
                json!({ "year": 2025, "id": loan, "on": "8/3/10", "is_damaged": true, "note": "骨が曲がる" })
            }
            "equipment.erase_borrowers" => {
                let loan = self.lent("H28.3.1", "H28.3.8");
                let back = json!({ "year": 2025, "id": loan, "on": "H28.3.8", "is_damaged": false, "note": "" });
                self.desk.call("equipment.give_back", back);
                json!({})
            }
            "equipment.plan_disposal" | "equipment.dispose" => self.disposal(),
            "equipment.drop_plan" => {
                let planned = self.disposal();
                self.desk.call("equipment.plan_disposal", planned.clone());
                json!({ "year": 2025, "id": planned["id"] })
            }
            _ => return None,
        })
    }
}
