//! K02: the receipts of a whole year, closed or on their mount sheets.

use serde_json::{Value, json};
use suite::TestDesk;
use suite::photo::png;

use crate::PROGRAM;
use crate::receipt_bars::{draft, file, list, saved, saving, two};

#[test]
fn k02_receipts_of_a_closed_year_rest() {
    let desk = TestDesk::sample(PROGRAM);
    let [(entry, cost), (other, _)] = two(&desk);
    let good = draft(cost, json!([{ "entry_id": entry, "amount": "" }]));
    let id = saved(&desk, &good, Some(file(&desk, "領収書.png", &png(640, 480))));
    close(&desk);
    let before = desk.state_hash();
    let refused = |name: &str, args: Value| assert_eq!(desk.refused(name, args).code, "accounts.year_closed", "{name}");
    refused("accounts.save_receipt", saving(&id, &good, None));
    refused(
        "accounts.save_receipt",
        saving(&Value::Null, &draft(1, json!([{ "entry_id": other, "amount": "" }])), None),
    );
    refused("accounts.remove_receipt", json!({ "id": id }));
    refused("accounts.tick_receipt", json!({ "id": id, "check": "legible", "is_ticked": true }));
    let papers = desk.call("attachments.list", json!({ "owner_kind": "receipt", "owner_id": id }));
    refused("attachments.detach", json!({ "id": papers[0]["id"] }));
    let token = file(&desk, "二枚目.png", &png(10, 10));
    refused(
        "attachments.attach",
        json!({ "owner_kind": "receipt", "owner_id": id, "token": token, "label": "", "note": "" }),
    );
    assert_eq!(desk.state_hash(), before);
}

/// Closes the year with the passbooks as the books say.
fn close(desk: &TestDesk) {
    let purses = desk.call("accounts.year_state", json!({ "year": 2025 }))["purses"].clone();
    let said = |purse: &Value| json!({ "purse_id": purse["id"], "amount": purse["book_yen"].to_string() });
    let balances: Vec<Value> = list(&purses).iter().map(said).collect();
    desk.call("accounts.state_balances", json!({ "year": 2025, "on": "", "balances": balances }));
    desk.call("accounts.close_year", json!({ "year": 2025, "by": "会長" }));
}

#[test]
fn k02_mount_sheets_hold_every_expense_by_item() {
    let desk = TestDesk::sample(PROGRAM);
    let [(first, a), (second, b)] = two(&desk);
    let parts = json!([{ "entry_id": first, "amount": a.to_string() }, { "entry_id": second, "amount": "" }]);
    saved(&desk, &draft(a + b, parts), None);
    let entries = desk.call("accounts.list_entries", json!({ "year": 2025 }))["entries"].clone();
    let paid = list(&entries).iter().filter(|row| row["kind"] == "expense");
    let items: std::collections::BTreeSet<String> =
        paid.map(|row| row["item"].as_str().expect("a name").to_owned()).collect();
    for size in ["one", "three", "six"] {
        let made = desk.call("accounts.print_mounts", json!({ "year": 2025, "size": size, "folder": null }));
        let bytes = std::fs::read(desk.path(&made["token"])).expect("the paper");
        assert!(bytes.starts_with(b"%PDF") && made["name"].as_str().expect("a name").contains("台紙"));
        let text = crate::papers::pdf_text(&desk.path(&made["token"]));
        let is_missing = |item: &&String| !text.contains(item.as_str());
        assert_eq!(
            items.iter().filter(is_missing).collect::<Vec<_>>(),
            [] as [&String; 0],
            "{size}: each 科目 heads its sheets"
        );
    }
}
