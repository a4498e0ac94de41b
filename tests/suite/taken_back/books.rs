//! The specimen office, and what acts on it need.

use serde_json::{Value, json};
use suite::TestDesk;
use suite::photo::png;

use crate::PROGRAM;
use crate::receipt_bars::file;

/// The specimen office, and what acts need of it.
pub(super) struct Books {
    pub(super) desk: TestDesk,
    choices: Value,
}

impl Books {
    pub(super) fn open() -> Books {
        let desk = TestDesk::sample(PROGRAM);
        let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
        Books { desk, choices }
    }

    pub(super) fn named(&self, list: &str, name: &str) -> Value {
        let all = self.choices[list].as_array().expect("choices");
        all.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("no {name}"))["id"].clone()
    }

    /// The id of what an act made.
    pub(super) fn made(&self, name: &str, args: Value) -> Value {
        self.desk.call(name, args)["value"]["id"].clone()
    }

    pub(super) fn draft(&self, amount: &str) -> Value {
        json!({
            "kind": "expense", "on": "8/3/12", "counterparty": "桜町文具店", "description": "コピー用紙",
            "item_id": self.named("items", "消耗品費"), "amount": amount, "purse_id": self.named("purses", "現金"),
            "to_purse_id": null, "grant_id": null, "activity_id": null, "eligibility": null, "eligibility_reason": "",
            "has_receipt": true, "voucher_no": "", "to_item_id": null, "committee_id": null,
        })
    }

    pub(super) fn entry(&self, amount: &str) -> Value {
        self.made("accounts.record_entry", json!({ "year": 2025, "draft": self.draft(amount) }))
    }

    pub(super) fn receipt(&self) -> Value {
        let entry = self.entry("3,300");
        let token = file(&self.desk, "領収書.png", &png(64, 48));
        self.made("accounts.save_receipt", self.receipt_of(&entry, Some(token)))
    }

    pub(super) fn receipt_of(&self, entry: &Value, token: Option<String>) -> Value {
        let draft = json!({ "kind": "receipt", "on": "8/3/12", "addressee": "見本地区コミュニティ協議会", "issuer": "桜町文具店",
            "purpose": "コピー用紙", "amount": "3,300", "note": "", "parts": [{ "entry_id": entry, "amount": "" }] });
        json!({ "year": 2025, "id": null, "draft": draft, "token": token })
    }

    pub(super) fn recurring(&self) -> Value {
        let entry = json!({
            "kind": "expense", "on": "8/1/1", "description": "複写機リース料", "counterparty": "見本リース", "amount": "17,800",
            "item_id": self.named("items", "使用料及び賃借料"), "purse_id": self.named("purses", "普通預金"),
            "eligibility_reason": "", "has_receipt": true, "voucher_no": "",
        });
        let draft = json!({ "entry": entry, "months": "毎月", "day": "25", "until": "" });
        json!({ "year": 2025, "id": null, "draft": draft })
    }

    pub(super) fn advance(&self) -> Value {
        json!({ "year": 2025, "holder": "見本 花子", "purpose": "買い出し", "amount": "3万", "on": "8/3/1", "due": "",
            "purse_id": self.named("purses", "現金"), "activity_id": null })
    }

    /// An item that nothing was written under.
    pub(super) fn item(&self, kou: &str) -> Value {
        self.made("accounts.add_item", named_item(kou))
    }

    pub(super) fn line(&self) -> Value {
        json!([{ "item_id": self.named("items", "消耗品費"), "amount": "12,345", "note": "" }])
    }

    /// Next year's budget, not yet decided.
    pub(super) fn next_budget(&self) {
        self.desk.call("accounts.copy_budget", json!({ "from": 2025, "year": 2026 }));
    }

    pub(super) fn decided(&self) {
        // The budget of the specimen may be decided already.
        let _ = self.desk.ask("accounts.decide_budget", json!({ "year": 2025, "on": "7/4/20", "by": "定期総会" }));
    }

    pub(super) fn revision(&self) -> Value {
        self.decided();
        json!({ "year": 2025, "id": null, "reason": "不足のため", "changes": self.line() })
    }

    pub(super) fn moved(&self) -> Value {
        json!({ "year": 2025, "on": "7/12/1", "from_item_id": self.named("items", "印刷製本費"), "amount": "1,000",
            "to_item_id": self.named("items", "通信運搬費"), "reason": "不足のため", "by": "役員会" })
    }

    pub(super) fn fund(&self) -> Value {
        json!({ "id": null, "name": "周年行事の積立", "kind": "reserve", "purpose": "30周年", "target": "30万",
            "until_year": 2030, "is_closed": false })
    }

    pub(super) fn budget_item(&self) -> Value {
        let status = self.desk.call("accounts.budget_status", json!({ "year": 2026, "fund_id": null }));
        let rows = status["expense"]["rows"].as_array().expect("rows").clone();
        rows.iter().find(|row| !row["line_id"].is_null()).expect("a line")["item_id"].clone()
    }

    /// A statement of the bank with two lines that the book lacks.
    pub(super) fn statement(&self) -> Value {
        let text = "日付,摘要,出金,入金\n2025/7/1,デンキ,4321,\n2025/8/1,デンキ,4444,\n";
        let token = file(&self.desk, "明細.csv", text.as_bytes());
        json!({ "purse_id": self.named("purses", "普通預金"), "file": token, "columns": null, "encoding": null })
    }

    pub(super) fn open_line(&self) -> Value {
        self.desk.call("bank.keep_statement", self.statement());
        self.bank()["lines"][0].clone()
    }

    pub(super) fn bank(&self) -> Value {
        self.desk.call("bank.book", json!({ "year": 2025, "purse_id": self.named("purses", "普通預金") }))
    }

    pub(super) fn recorded_line(&self) -> Value {
        let line = self.open_line();
        let mut draft = line["draft"].clone();
        draft["item_id"] = self.named("items", "消耗品費");
        draft["description"] = json!("電気料");
        json!({ "id": line["id"], "year": 2025, "draft": draft })
    }

    pub(super) fn rule(&self) -> Value {
        self.desk.call("bank.record_line", self.recorded_line());
        self.desk.call("bank.rules", json!({ "year": 2025 }))["rules"][0]["id"].clone()
    }

    pub(super) fn step(&self) -> Value {
        let grant = self.desk.call("grants.list", json!({ "year": 2025, "until": "" }))["grants"][0]["id"].clone();
        json!({ "id": null, "grant_id": grant, "year": 2025, "stage": "claim", "state": "filed", "on": "7/10/1",
            "number": "第1号", "amount": "100,000", "note": "" })
    }

    /// What the purses hold, as the papers of the bank say.
    pub(super) fn balances(&self) -> Value {
        let purses = self.desk.call("accounts.year_state", json!({ "year": 2025 }))["purses"].clone();
        let said = |purse: &Value| json!({ "purse_id": purse["id"], "amount": purse["book_yen"].to_string() });
        let all: Vec<Value> = purses.as_array().expect("purses").iter().map(said).collect();
        json!({ "year": 2025, "on": "", "balances": all })
    }

    /// What closing is asked, once the passbooks say what the books say.
    pub(super) fn closed(&self) -> Value {
        self.desk.call("accounts.state_balances", self.balances());
        json!({ "year": 2025, "by": "会長 見本" })
    }
}

/// An item of 記念事業費 as it is added.
pub(super) fn named_item(kou: &str) -> Value {
    json!({ "side": "expense", "kan": "記念事業費", "kou": kou, "moku": "", "setsu": "", "fund_id": null })
}
