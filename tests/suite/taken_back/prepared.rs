//! What each act is asked, once what it needs is there.

use serde_json::{Value, json};
use suite::photo::png;

use super::books::{Books, named_item};
use crate::approval::{sit_down_second, two_at_the_desk};
use crate::closing_bars::findings;
use crate::receipt_bars::file;

impl Books {
    /// Prepares what an act needs and says what it is asked; none for an act that nobody has listed.
    pub(super) fn prepared(&self, name: &str) -> Option<Value> {
        let of_plans = || self.of_items(name).or_else(|| self.of_budget(name));
        let of_papers = || self.of_receipts(name).or_else(|| self.of_closing(name));
        let of_others = || self.of_bank(name).or_else(|| self.of_grants(name)).or_else(|| self.of_equipment(name));
        let of_life = || self.of_people(name).or_else(|| self.of_works(name)).or_else(|| self.of_meetings(name));
        let of_rest = || of_life().or_else(|| self.of_figures(name));
        self.of_entries(name).or_else(of_plans).or_else(of_papers).or_else(of_others).or_else(of_rest)
    }

    fn of_entries(&self, name: &str) -> Option<Value> {
        Some(match name {
            "accounts.record_entry" => json!({ "year": 2025, "draft": self.draft("3,300") }),
            "accounts.void_entry" => json!({ "id": self.entry("3,300"), "reason": "二重" }),
            "accounts.correct_entry" => {
                json!({ "id": self.entry("3,300"), "year": 2025, "draft": self.draft("3,030"), "reason": "書きまちがい" })
            }
            "accounts.save_purses" => json!({ "year": 2025, "openings": [], "name": "小口現金", "opening": "5000",
                "fund_id": null, "committee_id": null }),
            "accounts.set_receipt" => json!({ "id": self.entry("3,300"), "has_receipt": false }),
            "accounts.set_eligibility" => {
                json!({ "id": self.entry("3,300"), "eligibility": "ineligible", "reason": "役員会で決めた" })
            }
            "accounts.ask_approval" => {
                two_at_the_desk(&self.desk);
                json!({ "asks": true })
            }
            "accounts.approve_entries" => json!({ "ids": [self.waiting()] }),
            "accounts.take_back_approval" => {
                let id = self.waiting();
                self.desk.call("accounts.approve_entries", json!({ "ids": [id] }));
                json!({ "id": id })
            }
            "accounts.save_recurring" => self.recurring(),
            "accounts.end_recurring" => {
                json!({ "year": 2025, "id": self.made("accounts.save_recurring", self.recurring()), "on": "8/2/28" })
            }
            "accounts.record_recurring" => {
                json!({ "id": self.made("accounts.save_recurring", self.recurring()), "month": "2026-01" })
            }
            "accounts.give_advance" => self.advance(),
            "accounts.settle_advance" => {
                let id = self.made("accounts.give_advance", self.advance());
                json!({ "year": 2025, "id": id, "on": "8/3/10", "purse_id": self.named("purses", "現金"),
                    "costs": [self.draft("12,000")] })
            }
            _ => return None,
        })
    }

    /// An entry that waits for the approval of who sits at the desk.
    fn waiting(&self) -> Value {
        two_at_the_desk(&self.desk);
        self.desk.call("accounts.ask_approval", json!({ "asks": true }));
        let id = self.entry("3,300");
        sit_down_second(&self.desk);
        id
    }

    fn finding(&self) -> Value {
        self.desk.call("accounts.write_finding", findings::of_year("現金の数え方を決めてください"));
        self.desk.call("accounts.findings", json!({ "year": 2025, "entry_id": null }))["all"][0]["id"].clone()
    }

    fn of_budget(&self, name: &str) -> Option<Value> {
        Some(match name {
            "accounts.put_lines" => {
                self.next_budget();
                json!({ "year": 2026, "lines": self.line() })
            }
            "accounts.copy_budget" => json!({ "from": 2025, "year": 2026 }),
            "accounts.decide_budget" => {
                self.next_budget();
                json!({ "year": 2026, "on": "8/3/12", "by": "役員会" })
            }
            "accounts.save_revision" => self.revision(),
            "accounts.decide_revision" => {
                let id = self.made("accounts.save_revision", self.revision());
                json!({ "year": 2025, "id": id, "on": "7/12/1", "by": "臨時総会" })
            }
            "accounts.discard_revision" => {
                json!({ "year": 2025, "id": self.made("accounts.save_revision", self.revision()) })
            }
            "accounts.reallocate" => self.moved(),
            "accounts.take_back_reallocation" => {
                json!({ "year": 2025, "id": self.made("accounts.reallocate", self.moved()) })
            }
            "accounts.save_parts" => {
                self.next_budget();
                let part = json!({ "words": "用紙", "unit": "500", "quantity": "10", "times": "", "amount": "", "activity_id": null,
                    "committee_id": null, "grant_id": null });
                json!({ "year": 2026, "item_id": self.budget_item(), "parts": [part] })
            }
            "accounts.save_fund" => self.fund(),
            "accounts.plan_reserve" => {
                json!({ "id": self.made("accounts.save_fund", self.fund()), "year": 2025, "amount": "5万" })
            }
            _ => return None,
        })
    }

    fn of_items(&self, name: &str) -> Option<Value> {
        Some(match name {
            "accounts.add_item" => named_item("夏祭り"),
            "accounts.rename_item" => {
                json!({ "id": self.item("夏祭り"), "kan": "記念事業費", "kou": "秋祭り", "moku": "", "setsu": "" })
            }
            "accounts.rename_heading" => {
                self.item("夏祭り");
                json!({ "year": 2025, "side": "expense", "fund_id": null, "path": ["記念事業費"], "name": "周年事業費" })
            }
            "accounts.move_item" => {
                for kou in ["夏祭り", "秋祭り"] {
                    self.item(kou);
                }
                json!({ "year": 2025, "side": "expense", "fund_id": null, "path": ["記念事業費", "秋祭り"], "is_up": true })
            }
            "accounts.retire_item" => json!({ "year": 2025, "id": self.item("夏祭り") }),
            "accounts.reuse_item" => {
                let id = self.item("夏祭り");
                self.desk.call("accounts.retire_item", json!({ "year": 2025, "id": id }));
                json!({ "id": id })
            }
            "accounts.remove_item" => json!({ "id": self.item("夏祭り") }),
            _ => return None,
        })
    }

    fn of_receipts(&self, name: &str) -> Option<Value> {
        Some(match name {
            "accounts.save_receipt" => {
                self.receipt_of(&self.entry("3,300"), Some(file(&self.desk, "領収書.png", &png(64, 48))))
            }
            "accounts.remove_receipt" => json!({ "id": self.receipt() }),
            "accounts.tick_receipt" => json!({ "id": self.receipt(), "check": "legible", "is_ticked": true }),
            _ => return None,
        })
    }

    fn of_closing(&self, name: &str) -> Option<Value> {
        Some(match name {
            "accounts.record_audit" => {
                json!({ "year": 2025, "until": "R8.3.31", "on": "R8.4.10", "auditors": "見本 花子", "result": "適正でした。" })
            }
            "accounts.write_finding" => findings::of_year("現金の数え方を決めてください"),
            "accounts.remove_finding" => json!({ "id": self.finding() }),
            "accounts.answer_finding" => json!({ "id": self.finding(), "answer": "決めました", "done": "R8.3.14" }),
            "accounts.withdraw_findings" => findings::asked(&self.desk, &findings::withdrawn_copy(&self.desk)),
            "accounts.receive_findings" => findings::asked(&self.desk, &findings::written_copy(&self.desk)),
            "accounts.state_balances" => self.balances(),
            "accounts.lock_month" => json!({ "month": "2026-02-01" }),
            "accounts.unlock_month" => {
                self.desk.call("accounts.lock_month", json!({ "month": "2026-02-01" }));
                json!({ "month": "2026-02-01", "reason": "領収書が出てきた" })
            }
            "accounts.close_year" => self.closed(),
            "accounts.reopen_year" => {
                let closed = self.closed();
                self.desk.call("accounts.close_year", closed);
                json!({ "year": 2025, "chair": "見本 太郎", "auditor": "見本 花子", "reason": "記帳もれ" })
            }
            _ => return None,
        })
    }

    fn of_bank(&self, name: &str) -> Option<Value> {
        Some(match name {
            "bank.keep_statement" => self.statement(),
            "bank.record_line" => self.recorded_line(),
            "bank.join_line" => {
                let line = self.open_line();
                let mut draft = line["draft"].clone();
                draft["item_id"] = self.named("items", "消耗品費");
                draft["on"] = json!("R7.6.1");
                draft["description"] = json!("電気料");
                let id = self.made("accounts.record_entry", json!({ "year": 2025, "draft": draft }));
                json!({ "id": line["id"], "entries": [id] })
            }
            "bank.part_line" => {
                let asked = self.recorded_line();
                self.desk.call("bank.record_line", asked.clone());
                json!({ "id": asked["id"] })
            }
            "bank.save_rule" => {
                let item = self.named("items", "消耗品費");
                json!({ "id": self.rule(), "item_id": item, "description": "電気料金", "counterparty": "見本電力", "grant_id": null })
            }
            "bank.remove_rule" => json!({ "id": self.rule() }),
            _ => return None,
        })
    }

    fn of_grants(&self, name: &str) -> Option<Value> {
        Some(match name {
            "grants.record_decision" => {
                json!({ "year": 2025, "name": "関係人口受入事業補助金", "amount": "50万", "on": "7/6/1", "number": "協第9号" })
            }
            "grants.book_refund" => {
                let paid = json!({ "stage": "refund", "state": "done", "amount": "194,549", "on": "8/3/30" });
                let mut step = self.step();
                step.as_object_mut().expect("a step").extend(paid.as_object().expect("fields").clone());
                self.desk.call("grants.record_step", step);
                let grant = self.desk.call("grants.list", json!({ "year": 2025, "until": "" }))["grants"][0].clone();
                let item = self.named("items", "消耗品費");
                json!({ "id": grant["records"][0]["id"], "purse_id": self.named("purses", "普通預金"), "item_id": item })
            }
            "grants.tie_refund" => {
                let asked = self.of_grants("grants.book_refund")?;
                let cost = json!({
                    "kind": "expense", "on": "8/3/27", "counterparty": "市", "description": "交付金の返還", "item_id": asked["item_id"],
                    "amount": "194,549", "purse_id": asked["purse_id"], "to_purse_id": null, "grant_id": null,
                    "activity_id": null, "eligibility": null, "eligibility_reason": "", "has_receipt": true, "voucher_no": "",
                });
                let made = self.desk.call("accounts.record_entry", json!({ "year": 2025, "draft": cost }));
                json!({ "id": asked["id"], "entry_id": made["value"]["id"] })
            }
            "grants.add" => json!({ "year": 2025, "name": "防災訓練の補助金" }),
            "grants.record_step" => self.step(),
            "grants.set_rules" => self.written_rules(),
            "grants.give_up_rules" => {
                let rules = self.written_rules();
                self.desk.call("grants.set_rules", rules.clone());
                json!({ "id": rules["id"] })
            }
            "grants.remove_step" => {
                self.desk.call("grants.record_step", self.step());
                let grant = self.desk.call("grants.list", json!({ "year": 2025, "until": "" }))["grants"][0].clone();
                json!({ "id": grant["records"][0]["id"] })
            }
            _ => return None,
        })
    }

    /// What is asked to write the rules of a grant down.
    fn written_rules(&self) -> Value {
        let id = self.desk.call("grants.list", json!({ "year": 2025, "until": "" }))["grants"][0]["id"].clone();
        let mut draft = self.desk.call("grants.rules", json!({ "id": id }))["draft"].clone();
        draft["source"] = json!("見本市の要綱");
        json!({ "id": id, "year": 2025, "draft": draft })
    }
}
