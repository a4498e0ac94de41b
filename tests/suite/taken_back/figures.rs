//! What the acts on 加入世帯 and on papers that are put out, kept or brought in are asked.

use serde_json::{Value, json};

use super::books::Books;
use crate::city_sheet::given;
use crate::enrolment::{EAST, association};
use crate::households::{confirmable, import_all};
use crate::lists::choice;
use crate::roster_bars::written;

impl Books {
    /// Prepares what an act on the enrolment, on lists, papers and imports needs, and says what it is asked.
    pub(super) fn of_figures(&self, name: &str) -> Option<Value> {
        self.of_counts(name).or_else(|| self.of_city(name)).or_else(|| self.of_lists(name))
    }

    fn of_counts(&self, name: &str) -> Option<Value> {
        let east = || association(&self.desk, EAST);
        let further = || {
            json!({ "association_id": east(), "year": 2025, "kind": "fee_paying", "as_of": "4/1", "households": "45",
                "source": "班長会の報告" })
        };
        Some(match name {
            "enrolment.save_count" => {
                let record = self.desk.call("enrolment.association", json!({ "id": east(), "year": 2025 }));
                json!({ "association_id": east(), "year": 2025, "enrolled": "47", "households": "141", "flats": "9",
                    "chair_name": "別の 会長", "blocks": "2", "fee": "350", "note": "", "version": record["version"] })
            }
            "enrolment.record_further" => further(),
            "enrolment.remove_further" => {
                self.desk.call("enrolment.record_further", further());
                let shown = self.desk.call("enrolment.association", json!({ "id": east(), "year": 2025 }));
                let kept = shown["seen"].as_array().expect("counts").iter().find(|one| !one["id"].is_null());
                json!({ "id": kept.expect("one that may be taken away")["id"] })
            }
            "enrolment.choose_basis" => {
                json!({ "year": 2025, "basis": { "numerator": "recorded", "denominator": "census" } })
            }
            "enrolment.set_area" => json!({ "association_id": east(), "area": "よその地区" }),
            "enrolment.take_snapshot" => json!({ "year": 2025, "as_of": "" }),
            "enrolment.drop_snapshot" => {
                self.desk.call("enrolment.take_snapshot", json!({ "year": 2025, "as_of": "" }));
                json!({ "year": 2025 })
            }
            "enrolment.set_target" => json!({ "year": 2025, "percent": "50", "source": "総会" }),
            "enrolment.set_city" => {
                json!({ "year": 2025, "enrolled": "101,728", "households": "187,000", "percent": "",
                "as_of": "", "source": "市の統計書" })
            }
            "enrolment.save_shares" => {
                import_all(&self.desk);
                json!({ "towns": confirmable(&self.desk) })
            }
            "enrolment.choose_payment" => {
                json!({ "year": 2025, "formula": "akashi", "readings": {}, "filed": "", "counts": {}, "own": {} })
            }
            "enrolment.answer_survey" => {
                json!({ "year": 2025, "association_id": east(), "answers": { "officers": "足りない" } })
            }
            _ => return None,
        })
    }

    fn of_city(&self, name: &str) -> Option<Value> {
        let sheet = || {
            let token = self.desk.token(&given());
            let places = self.desk.call("enrolment.read_city_sheet", json!({ "token": token }))[0].clone();
            json!({ "token": token, "places": places })
        };
        Some(match name {
            "enrolment.save_city_sheet" => sheet(),
            "enrolment.drop_city_sheet" => {
                self.desk.call("enrolment.save_city_sheet", sheet());
                json!({})
            }
            "enrolment.fill_city_sheet" => {
                self.desk.call("enrolment.save_city_sheet", sheet());
                json!({ "year": 2025, "folder": null })
            }
            "office.save_settings" => {
                json!({ "name": "見本東地区コミュニティ協議会", "postal": "760-0001", "address": "高松市見本町1-1", "phone": "",
                    "legal_form": "recognised", "recognised": "R3.4.1" })
            }
            _ => return None,
        })
    }

    fn of_lists(&self, name: &str) -> Option<Value> {
        let list = || choice("連絡網", &["name", "phone"], None);
        let given = || {
            let copies = json!({ "recipients": "桜町自治会", "purpose": "連絡", "due": "" });
            json!({ "year": 2025, "what": { "kind": "list", "choice": list() }, "format": "csv", "copies": copies,
                "substitutes": [], "folder": null })
        };
        let copy = || {
            self.desk.call("lists.output", given());
            self.desk.call("lists.disclosures", json!({ "year": 2025 }))[0]["id"].clone()
        };
        Some(match name {
            "lists.output" => given(),
            "lists.save" => json!({ "choice": list() }),
            "lists.remove" => {
                self.desk.call("lists.save", json!({ "choice": list() }));
                json!({ "id": self.desk.call("lists.choices", json!({ "year": 2025 }))["saved"][0]["id"] })
            }
            "lists.keep_shift" => json!({ "stationery": "label-12", "printer": "会館", "shift": [3, 4] }),
            "lists.mark_returned" => json!({ "id": copy(), "is_returned": true }),
            "lists.withdraw" => json!({ "id": copy(), "reason": "印刷しただけで渡さなかった" }),
            "reports.write_text" => {
                json!({ "form": "performance-report", "year": 2025, "field": "results", "words": "にぎわいました。" })
            }
            "intake.apply" => {
                let path = written(&self.desk, "名簿の追加.csv", "氏名,住所\n新田 一郎,高松市新町7-7\n".as_bytes());
                json!({ "kind": "roster", "files": [self.desk.token(&path)], "year": 2025, "columns": null })
            }
            _ => return None,
        })
    }
}
