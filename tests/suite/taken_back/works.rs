//! What the acts on 事業 and 行事, on the plan and on the handover are asked.

use serde_json::{Value, json};

use super::books::Books;
use crate::community_plan::{action, action_draft, heading, indicator, overview};
use crate::handover_bars::handed;
use crate::occasion_bars::wrong::line;
use crate::occasion_bars::{add, draft, save, task, with};
use crate::plan;

impl Books {
    /// Prepares what an act on works, on the plan or on the handover needs, and says what it is asked.
    pub(super) fn of_works(&self, name: &str) -> Option<Value> {
        let of_occasions = || self.of_occasions(name).or_else(|| self.of_tasks(name));
        let of_years = || self.of_plans(name).or_else(|| self.of_handover(name));
        of_occasions().or_else(of_years).or_else(|| self.of_aims(name)).or_else(|| self.of_aims_in_order(name))
    }

    fn occasion(&self) -> Value {
        save(&self.desk, &draft("夏祭り", "8/20"))
    }

    fn of_occasions(&self, name: &str) -> Option<Value> {
        let there =
            |occasion: &Value| json!({ "id": occasion, "person_id": null, "name": "見本 花子", "part": "helper" });
        let rate = |from: &str| json!({ "year": 2025, "id": null, "version": 0, "from": from, "yen_per_hour": "1,100", "source": "助成金の手引き" });
        let attended = || {
            let occasion = self.occasion();
            self.desk.call("activities.attend", there(&occasion));
            occasion
        };
        Some(match name {
            "activities.save_occasion" => json!({ "occasion": draft("夏祭り", "8/20") }),
            "activities.mark_occasion" => {
                json!({ "id": self.occasion(), "state": "cancelled", "reason": "台風のため" })
            }
            "activities.remove_occasion" => json!({ "id": attended() }),
            "activities.rename_activity" => {
                self.occasion();
                json!({ "id": line(&self.desk, "夏祭り事業"), "name": "夏の祭り事業" })
            }
            "activities.merge_activity" => {
                self.occasion();
                save(&self.desk, &with(&draft("盆おどり", "8/15"), json!({ "activity": "なつまつり事業" })));
                json!({ "keep": line(&self.desk, "夏祭り事業"), "gone": line(&self.desk, "なつまつり事業") })
            }
            "activities.make_occasions" => {
                let plan = plan::draft("古紙あつめ事業", "毎月第2土曜");
                self.desk.call("activities.save_plan", json!({ "plan": plan }));
                let all = self.desk.call("activities.proposals", json!({ "year": 2026 }));
                let proposed = all.as_array().expect("proposals").iter().find(|one| one["title"] == "古紙あつめ");
                json!({ "year": 2026, "confirmed": [proposed.expect("one")] })
            }
            "activities.attend" => there(&self.occasion()),
            "activities.set_minutes" => {
                let sheet = self.desk.call("activities.attendance", json!({ "id": attended() }));
                json!({ "id": sheet["there"][0]["attendance"]["id"], "minutes": "1時間半" })
            }
            "activities.count_ages" => {
                let counts = json!([{ "part": "participant", "age": "child", "number": "80" }]);
                json!({ "id": self.occasion(), "counts": counts })
            }
            "activities.count_names" => json!({ "id": attended() }),
            "activities.save_volunteer_rate" => rate("R7.10.1"),
            "activities.remove_volunteer_rate" => {
                let id = self.desk.call("activities.save_volunteer_rate", rate("R7.10.1"))["value"]["id"].clone();
                json!({ "id": id })
            }
            _ => return None,
        })
    }

    fn of_tasks(&self, name: &str) -> Option<Value> {
        let one =
            |occasion: &Value, what: &str| add(&self.desk, &task(occasion, "preparation", what, "婦人会", "8/10"));
        Some(match name {
            "activities.save_task" => json!({ "task": task(&self.occasion(), "duty", "受付", "老人会", "") }),
            "activities.tick_task" => json!({ "id": one(&self.occasion(), "テントを借りる"), "is_done": true }),
            "activities.move_task" => {
                let occasion = self.occasion();
                one(&occasion, "テントを借りる");
                json!({ "id": one(&occasion, "机を借りる"), "to": 1 })
            }
            "activities.remove_task" => json!({ "id": one(&self.occasion(), "テントを借りる") }),
            _ => return None,
        })
    }

    fn of_plans(&self, name: &str) -> Option<Value> {
        let planned = || {
            for activity in ["防災訓練事業", "敬老会事業"] {
                self.desk.call("activities.save_plan", json!({ "plan": plan::draft(activity, "10月") }));
            }
            let lines = self.desk.call("activities.plan", json!({ "year": 2026 }))["lines"].clone();
            lines.as_array().expect("lines").iter().map(|line| line["plan"]["id"].clone()).collect::<Vec<_>>()
        };
        Some(match name {
            "activities.save_plan" => json!({ "plan": plan::draft("防災訓練事業", "10月第2日曜") }),
            "activities.remove_plan" => json!({ "id": planned()[0] }),
            "activities.order_plan" => {
                let order: Vec<Value> = planned().into_iter().rev().collect();
                json!({ "year": 2026, "order": order })
            }
            "activities.copy_plan" => json!({ "year": 2026 }),
            _ => return None,
        })
    }

    fn of_handover(&self, name: &str) -> Option<Value> {
        let item = json!({ "id": null, "kind": "seal", "name": "会長印", "place": "金庫", "holder": "", "note": "" });
        Some(match name {
            "handover.save_item" => item,
            "handover.remove_item" => {
                self.desk.call("handover.save_item", item);
                let all = self.desk.call("handover.items", json!({}))["items"].clone();
                let kept = all.as_array().expect("items").iter().find(|one| one["name"] == "会長印");
                json!({ "id": kept.expect("it")["id"] })
            }
            "handover.record" => handed("次野 次子"),
            "handover.remove_record" => {
                self.desk.call("handover.record", handed("次野 次子"));
                let shown = self.desk.call("handover.overview", json!({ "year": 2025 }));
                json!({ "id": shown["records"][0]["id"] })
            }
            _ => return None,
        })
    }

    fn aim(&self, name: &str) -> Value {
        heading(&self.desk, Value::Null, name)
    }

    fn of_aims(&self, name: &str) -> Option<Value> {
        Some(match name {
            "plan.save_terms" => {
                let version = overview(&self.desk, 2025)["terms"]["version"].clone();
                json!({ "version": version, "name": "第2期プラン", "vision": "", "first_year": "R5", "last_year": "R14",
                    "decided_on": "", "revised_on": "R9.6.1" })
            }
            "plan.save_year" => {
                let version = self.desk.call("plan.year", json!({ "year": 2025 }))["version"].clone();
                json!({ "year": 2025, "version": version, "mission": "安心", "policy": "声かけ", "summary": "よくできた" })
            }
            "plan.carry_over" => json!({ "year": 2026 }),
            "plan.save_heading" => {
                json!({ "id": null, "version": 0, "parent_id": null, "name": "安全なまち", "detail": "" })
            }
            "plan.remove_heading" => json!({ "id": self.aim("安全なまち") }),
            "plan.save_action" => action_draft(&self.aim("安全なまち"), "訓練", ""),
            "plan.remove_action" => json!({ "id": action(&self.desk, &self.aim("安全なまち"), "訓練", "") }),
            "plan.save_action_year" => {
                let id = action(&self.desk, &self.aim("安全なまち"), "訓練", "");
                json!({ "action_id": id, "year": 2025, "version": 0, "target": "一回", "result": "", "direction": "",
                    "review": "keep" })
            }
            "plan.save_indicator" => indicator(&self.aim("つながるまち"), "54.4", &[(2025, "62.4", "58.4")]),
            "plan.remove_indicator" => {
                let draft = indicator(&self.aim("つながるまち"), "54.4", &[(2025, "62.4", "58.4")]);
                json!({ "id": self.made("plan.save_indicator", draft) })
            }
            _ => return None,
        })
    }

    fn of_aims_in_order(&self, name: &str) -> Option<Value> {
        let aim = || self.aim("安全なまち");
        Some(match name {
            "plan.order_headings" => {
                let aim = aim();
                let [first, second] = ["防災", "防犯"].map(|name| heading(&self.desk, aim.clone(), name));
                json!({ "parent_id": aim, "order": [second, first] })
            }
            "plan.order_actions" => {
                let aim = aim();
                let [first, second] = ["訓練", "夜警"].map(|name| action(&self.desk, &aim, name, ""));
                json!({ "heading_id": aim, "order": [second, first] })
            }
            "plan.order_indicators" => {
                let aim = aim();
                let [first, second] = ["加入率", "参加率"].map(|name| {
                    let mut draft = indicator(&aim, "50", &[(2025, "60", "")]);
                    draft["draft"]["name"] = name.into();
                    self.made("plan.save_indicator", draft)
                });
                json!({ "heading_id": aim, "order": [second, first] })
            }
            _ => return None,
        })
    }
}
