//! 記帳: what daily entry must be able to do, each through the door as the window does it (K01, K09).

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn choices(desk: &TestDesk) -> Value {
    desk.call("accounts.entry_choices", json!({ "year": 2025 }))
}

/// The id of a choice of this name.
fn named(all: &Value, name: &str) -> Value {
    list(all).iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("{name} in {all}"))["id"].clone()
}

/// An expense from cash as it is typed.
pub(crate) fn expense(desk: &TestDesk, amount: &str) -> Value {
    let choices = choices(desk);
    json!({
        "kind": "expense", "on": "8/3/12", "counterparty": "桜町文具店", "description": "コピー用紙",
        "item_id": named(&choices["items"], "消耗品費"), "amount": amount, "purse_id": named(&choices["purses"], "現金"),
        "to_purse_id": null, "grant_id": null, "activity_id": null, "eligibility": null, "eligibility_reason": "",
        "has_receipt": true, "voucher_no": "", "to_item_id": null, "committee_id": null, "heads": "", "reimbursed_to": "",
    })
}

/// The draft with some of its fields typed otherwise.
pub(crate) fn with(draft: &Value, fields: Value) -> Value {
    let mut draft = draft.clone();
    for (field, typed) in fields.as_object().expect("fields") {
        draft[field] = typed.clone();
    }
    draft
}

pub(crate) fn record(desk: &TestDesk, draft: &Value) -> Value {
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft }))["value"]["id"].clone()
}

fn effect(desk: &TestDesk, draft: &Value) -> Value {
    desk.call("accounts.entry_effect", json!({ "year": 2025, "draft": draft, "instead_of": null }))
}

fn rows(desk: &TestDesk) -> Vec<Value> {
    list(&desk.call("accounts.list_entries", json!({ "year": 2025 }))["entries"]).to_vec()
}

/// The first committee of the specimen.
fn committee(desk: &TestDesk) -> Value {
    choices(desk)["committees"][0].clone()
}

#[test]
fn k01_an_entry_says_for_which_committee_for_how_many_and_who_paid_first() {
    let desk = TestDesk::sample(PROGRAM);
    let committee = committee(&desk);
    let typed = json!({ "committee_id": committee["id"], "heads": "20人", "reimbursed_to": "見本 太郎" });
    let id = record(&desk, &with(&expense(&desk, "3千"), typed));
    let entry = desk.call("accounts.entry", json!({ "id": id }));
    let said = [&entry["committee"], &entry["heads"], &entry["reimbursed_to"], &entry["row"]["expense_yen"]];
    assert_eq!(said, [&committee["name"], &json!(20), &json!("見本 太郎"), &json!(3_000)]);
    let unread = desk.refused(
        "accounts.record_entry",
        json!({ "year": 2025, "draft": with(&expense(&desk, "1"), json!({ "heads": "たくさん" })) }),
    );
    assert_eq!((unread.code.as_str(), unread.params["field"].as_str()), ("typed.count_unreadable", "heads"));
}

#[test]
fn k01_a_transfer_shows_both_purses_before_it_is_made() {
    let desk = TestDesk::sample(PROGRAM);
    let bank = named(&choices(&desk)["purses"], "普通預金");
    let draft = with(&expense(&desk, "1万"), json!({ "kind": "transfer", "to_purse_id": bank, "item_id": null }));
    let seen = effect(&desk, &draft);
    let change = |name: &str| {
        let purse = list(&seen["purses"]).iter().find(|purse| purse["title"] == name).expect("the purse").clone();
        purse["after_yen"].as_i64().expect("yen") - purse["before_yen"].as_i64().expect("yen")
    };
    assert_eq!((change("現金"), change("普通預金")), (-10_000, 10_000));
    assert_eq!(seen["problems"], json!([]));
}

#[test]
fn k01_what_goes_into_another_fund_has_an_item_on_both_sides() {
    let desk = TestDesk::sample(PROGRAM);
    let fund = json!({ "id": null, "name": "防災特別会計", "kind": "special", "purpose": "", "target": "", "until_year": null, "is_closed": false });
    let fund = desk.call("accounts.save_fund", fund)["value"]["id"].clone();
    let purse = json!({ "year": 2025, "openings": [], "name": "防災の通帳", "opening": "5000", "fund_id": fund, "committee_id": null });
    desk.call("accounts.save_purses", purse);
    let item = |side: &str, kou: &str, fund: &Value| {
        let asked = json!({ "side": side, "kan": kou, "kou": kou, "moku": "", "setsu": "", "fund_id": fund });
        desk.call("accounts.add_item", asked)["value"]["id"].clone()
    };
    let (out, into) = (item("expense", "繰出金", &Value::Null), item("income", "繰入金", &fund));
    let to = named(&choices(&desk)["purses"], "防災の通帳（防災特別会計）");
    let bare = with(&expense(&desk, "2000"), json!({ "kind": "transfer", "to_purse_id": to, "item_id": null }));
    let problem = |draft: &Value| effect(&desk, draft)["problems"][0]["params"]["field"].clone();
    assert_eq!(problem(&bare), "item_id");
    let half = with(&bare, json!({ "item_id": out }));
    assert_eq!(problem(&half), "to_item_id");
    let whole = with(&half, json!({ "to_item_id": into }));
    assert_eq!(problem(&whole), Value::Null);
    let id = record(&desk, &whole);
    assert_eq!(desk.call("accounts.entry", json!({ "id": id }))["to_item"], "繰入金");
    assert_eq!(desk.facts(2025)["settlement.expense_yen"], 5_738_791 + 2_000, "繰出 is an expense of 一般会計");
}

#[test]
fn k01_what_a_committee_pays_from_its_own_purse_is_its_own() {
    let desk = TestDesk::sample(PROGRAM);
    let committee = committee(&desk);
    let purse = json!({ "year": 2025, "openings": [], "name": "部会の通帳", "opening": "5000", "fund_id": null, "committee_id": committee["id"] });
    desk.call("accounts.save_purses", purse);
    let own = named(&choices(&desk)["purses"], "部会の通帳");
    let draft = with(&expense(&desk, "6000"), json!({ "purse_id": own }));
    let seen = effect(&desk, &draft);
    assert_eq!((&seen["purses"][0]["title"], &seen["purses"][0]["after_yen"]), (&json!("部会の通帳"), &json!(-1_000)));
    assert!(list(&seen["warnings"]).iter().any(|warning| warning["code"] == "accounts.purse_short"));
    let id = record(&desk, &draft);
    assert_eq!(desk.call("accounts.entry", json!({ "id": id }))["committee"], committee["name"]);
}

/// 30,000 yen out of a purse that holds 5,000 until 40,000 more come in May: short for weeks, and by the year's end not at all.
#[test]
fn k01_a_purse_below_zero_on_any_day_is_told_while_it_is_typed_and_before_closing() {
    let desk = TestDesk::sample(PROGRAM);
    let purse = json!({ "year": 2025, "openings": [], "name": "小口現金", "opening": "5000", "fund_id": null, "committee_id": null });
    desk.call("accounts.save_purses", purse);
    let own = named(&choices(&desk)["purses"], "小口現金");
    let of = |fields: Value| with(&with(&expense(&desk, "40000"), json!({ "purse_id": own })), fields);
    let income = list(&choices(&desk)["items"]).iter().find(|one| one["side"] == "income").expect("one")["id"].clone();
    record(&desk, &of(json!({ "kind": "income", "on": "7/5/10", "item_id": income, "eligibility": null })));
    let told = |draft: &Value| {
        let seen = effect(&desk, draft);
        let own = list(&seen["warnings"]).iter().find(|one| one["code"] == "accounts.purse_short");
        own.map(|one| one["message"].as_str().expect("words").to_owned())
    };
    let found = || -> Vec<String> {
        let state = desk.call("accounts.year_state", json!({ "year": 2025 }));
        let all = list(&state["findings"]).iter().filter(|one| one["told"]["code"] == "accounts.purse_was_short");
        all.map(|one| format!("{} {}", one["is_in_the_way"], one["told"]["message"].as_str().expect("words"))).collect()
    };
    let early = of(json!({ "on": "7/4/23", "amount": "30000" }));
    assert_eq!(told(&early).as_deref(), Some("4月23日に小口現金が 25,000円 足りなくなります。"));
    assert_eq!(told(&of(json!({ "on": "7/5/10", "amount": "45000" }))), None, "the money of that day is there");
    assert_eq!(told(&of(json!({ "on": "7/4/23", "amount": "5000" }))), None, "to the last yen");
    let first = found();
    record(&desk, &early);
    let more: Vec<String> = found().into_iter().filter(|one| !first.contains(one)).collect();
    assert_eq!(
        more,
        ["false 「小口現金」の残高が、令和7年4月23日に 25,000円 足りません（マイナスの残高になっています）。"]
    );
    assert_eq!(first, [] as [String; 0]);
    desk.call("office.undo", json!({}));
    record(&desk, &of(json!({ "on": "7/4/23", "amount": "4000" })));
    let cash = |on: &str, amount: &str| told(&with(&expense(&desk, amount), json!({ "on": on })));
    assert_eq!(cash("7/4/23", "30000").as_deref(), Some("4月23日に現金が 26,434円 足りなくなります。"));
    assert!(cash("8/1/10", "300000").is_some_and(|words| words.starts_with("1月10日に現金が ")));
    let later = of(json!({ "on": "7/4/10", "amount": "2000" }));
    assert_eq!(told(&later).as_deref(), Some("4月23日に小口現金が 1,000円 足りなくなります。"), "a later day, too");
}

#[test]
fn k09_a_corrected_entry_leaves_both_in_the_book_and_one_undo_takes_it_back() {
    let desk = TestDesk::sample(PROGRAM);
    let id = record(&desk, &with(&expense(&desk, "3,300"), json!({ "voucher_no": "900" })));
    let (before, held) = (desk.state_hash(), rows(&desk).len());
    let entry = desk.call("accounts.entry", json!({ "id": id }));
    assert_eq!((&entry["draft"]["amount"], &entry["draft"]["on"]), (&json!("3,300"), &json!("R8.3.12")));
    let right = with(&entry["draft"], json!({ "amount": "3,030" }));
    let ask = |reason: &str| json!({ "id": id, "year": 2025, "draft": right, "reason": reason });
    assert_eq!(desk.refused("accounts.correct_entry", ask(" ")).code, "accounts.reason_missing");
    assert_eq!(desk.state_hash(), before, "a refused correction leaves nothing behind");
    let asked = json!({ "year": 2025, "draft": right, "instead_of": id });
    let (seen, now) = (desk.call("accounts.entry_effect", asked), effect(&desk, &right));
    let after = |effect: &Value| effect["purses"][0]["after_yen"].as_i64().expect("yen");
    assert_eq!(after(&seen) - after(&now), 3_300, "what is to be taken back is not counted beside the right one");
    let new = desk.call("accounts.correct_entry", ask("金額の書きまちがい"))["value"]["id"].clone();
    assert_eq!(desk.facts(2025)["settlement.expense_yen"], 5_738_791 + 3_030);
    assert_eq!(rows(&desk).len(), held + 2);
    let (old, new) =
        (desk.call("accounts.entry", json!({ "id": id })), desk.call("accounts.entry", json!({ "id": new })));
    assert_eq!((&old["row"]["is_void"], &new["row"]["is_void"]), (&json!(true), &json!(false)));
    assert_eq!((&new["row"]["voucher_no"], &new["void_reason"]), (&json!(900), &json!("金額の書きまちがい")));
    assert_eq!(desk.refused("accounts.correct_entry", ask("もう一度")).code, "accounts.already_void");
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before);
}

#[test]
fn k09_the_receipts_of_a_wrong_entry_stand_behind_the_right_one() {
    let desk = TestDesk::sample(PROGRAM);
    let id = record(&desk, &expense(&desk, "3,300"));
    let receipt = json!({
        "kind": "receipt", "on": "8/3/12", "addressee": "見本地区コミュニティ協議会", "purpose": "コピー用紙",
        "issuer": "桜町文具店", "amount": "3,030", "note": "", "parts": [{ "entry_id": id, "amount": "" }],
    });
    desk.call("accounts.save_receipt", json!({ "year": 2025, "id": null, "draft": receipt, "token": null }));
    let behind = |entry: &Value| {
        let seen = desk.call("accounts.receipts_of", json!({ "entry_id": entry }));
        (list(&seen["receipts"]).len(), seen["left_yen"].clone())
    };
    assert_eq!(behind(&id), (1, json!(270)));
    let before = desk.state_hash();
    let correct = |amount: &str| {
        let right = with(&desk.call("accounts.entry", json!({ "id": id }))["draft"], json!({ "amount": amount }));
        let asked = json!({ "id": id, "year": 2025, "draft": right, "reason": "金額の書きまちがい" });
        desk.call("accounts.correct_entry", asked)["value"]["id"].clone()
    };
    let new = correct("3,030");
    assert_eq!((behind(&id).0, behind(&new)), (0, (1, json!(0))));
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before);
    let less = correct("3,000");
    assert_eq!(behind(&less), (1, json!(0)), "never more than it cost");
}

#[test]
fn k09_in_a_locked_month_red_and_black_stand_on_the_day_of_the_correction() {
    let desk = TestDesk::sample(PROGRAM);
    let id = record(&desk, &with(&expense(&desk, "3,300"), json!({ "on": "8/2/10" })));
    desk.call("accounts.lock_month", json!({ "month": "2026-02-01" }));
    let entry = desk.call("accounts.entry", json!({ "id": id }));
    assert_eq!((&entry["draft"]["on"], &entry["correction_label"]), (&json!("R8.3.14"), &json!("令和8年3月14日")));
    assert_eq!(entry["correction_locked"], Value::Null, "March is open");
    let right = with(&entry["draft"], json!({ "amount": "3,030" }));
    let asked = json!({ "id": id, "year": 2025, "draft": right, "reason": "金額の書きまちがい" });
    desk.call("accounts.lock_month", json!({ "month": "2026-03-01" }));
    let locked = desk.call("accounts.entry", json!({ "id": id }))["correction_locked"].clone();
    assert_eq!(locked, "令和8年3月", "told before anything is typed");
    assert_eq!(desk.refused("accounts.correct_entry", asked.clone()).code, "accounts.month_locked");
    desk.call("accounts.unlock_month", json!({ "month": "2026-03-01", "reason": "訂正のため" }));
    desk.call("accounts.correct_entry", asked);
    let of_day: Vec<Value> = rows(&desk).into_iter().filter(|row| row["on"] == "2026-03-14").collect();
    let amounts: Vec<&Value> = of_day.iter().map(|row| &row["expense_yen"]).collect();
    assert_eq!(amounts, [&json!(-3_300), &json!(3_030)], "赤 then 黒");
}

#[test]
fn k06_an_entry_that_was_audited_is_only_taken_back_on_the_day_of_the_correction() {
    let desk = TestDesk::sample(PROGRAM);
    let ids = ["3,300", "840"].map(|amount| record(&desk, &with(&expense(&desk, amount), json!({ "on": "8/2/10" }))));
    let correction = |id: &Value| desk.call("accounts.entry", json!({ "id": id }))["correction_label"].clone();
    assert_eq!(correction(&ids[0]), Value::Null, "open, it is corrected on its own day");
    let audit =
        json!({ "year": 2025, "until": "R8.2.28", "on": "R8.3.10", "auditors": "見本 花子", "result": "適正でした。" });
    desk.call("accounts.record_audit", audit);
    let months = desk.call("accounts.year_state", json!({ "year": 2025 }))["months"].clone();
    assert!(list(&months).iter().all(|month| month["is_locked"] == false), "no month is locked: {months}");
    let february = |desk: &TestDesk| -> Vec<Value> {
        rows(desk).into_iter().filter(|row| row["on"] == "2026-02-10").map(|row| row["expense_yen"].clone()).collect()
    };
    let audited = february(&desk);
    assert_eq!(correction(&ids[0]), "令和8年3月14日");
    desk.call("accounts.void_entry", json!({ "id": ids[0], "reason": "二重に入れた" }));
    let entry = desk.call("accounts.entry", json!({ "id": ids[1] }));
    let right = with(&entry["draft"], json!({ "amount": "480" }));
    let asked = json!({ "id": ids[1], "year": 2025, "draft": right, "reason": "金額の書きまちがい" });
    desk.call("accounts.correct_entry", asked);
    assert_eq!(february(&desk), audited, "what the auditors saw stands as they saw it");
    let today: Vec<Value> =
        rows(&desk).into_iter().filter(|row| row["on"] == "2026-03-14").map(|row| row["expense_yen"].clone()).collect();
    assert_eq!(today, [json!(-3_300), json!(-840), json!(480)]);
}

/// An advance of 30,000 yen from cash, given on 3月1日.
fn give(desk: &TestDesk, due: &str) -> Value {
    let cash = named(&choices(desk)["purses"], "現金");
    let asked = json!({ "year": 2025, "holder": "見本 花子", "purpose": "防災訓練の買い出し", "amount": "3万", "purse_id": cash,
        "on": "8/3/1", "due": due, "activity_id": null });
    desk.call("accounts.give_advance", asked)["value"]["id"].clone()
}

fn advances(desk: &TestDesk) -> Value {
    desk.call("accounts.list_advances", json!({ "year": 2025 }))
}

fn settlement(desk: &TestDesk, id: &Value, amounts: &[&str]) -> Value {
    let cash = named(&choices(desk)["purses"], "現金");
    let costs: Vec<Value> =
        amounts.iter().map(|amount| with(&expense(desk, amount), json!({ "purse_id": null }))).collect();
    json!({ "id": id, "on": "8/3/10", "purse_id": cash, "costs": costs })
}

#[test]
fn k01_an_advance_is_no_expense_until_it_is_settled_with_its_receipts() {
    let desk = TestDesk::sample(PROGRAM);
    let (hash, before) = (desk.state_hash(), desk.facts(2025));
    let id = give(&desk, "8/3/10");
    let given = desk.facts(2025);
    assert_eq!(given["settlement.expense_yen"], before["settlement.expense_yen"]);
    assert_eq!(
        given["settlement.carry_over_yen"], before["settlement.carry_over_yen"],
        "the money is still the council's"
    );
    let open = advances(&desk)[0].clone();
    assert_eq!((&open["open_yen"], &open["is_overdue"]), (&json!(30_000), &json!(true)));
    assert!(list(&choices(&desk)["purses"]).iter().all(|purse| purse["name"] == "現金" || purse["name"] == "普通預金"));
    let home = desk.call("office.home", json!({ "year": 2025 }));
    assert!(
        list(&home["due"]).iter().any(|due| due["to"] == "accounts/advances" && due["state"] == "overdue"),
        "{home}"
    );
    let costs = settlement(&desk, &id, &["1万2千", "", "何か", "15,500"])["costs"].clone();
    let seen = json!({ "id": id, "on": "", "costs": costs });
    assert_eq!(desk.call("accounts.settlement_effect", seen)["left_yen"], 2_500);

    let half = desk.state_hash();
    let unread = desk.refused("accounts.settle_advance", settlement(&desk, &id, &["12000", "すこし"]));
    assert_eq!(unread.params["field"], "1.amount");
    assert_eq!(desk.state_hash(), half, "a refused settlement leaves nothing behind");
    desk.call("accounts.settle_advance", settlement(&desk, &id, &["12000", "15500"]));
    let after = desk.facts(2025);
    let grown = |key: &str| after[key].as_i64().expect("yen") - before[key].as_i64().expect("yen");
    assert_eq!((grown("settlement.expense_yen"), grown("settlement.carry_over_yen")), (27_500, -27_500));
    let settled = advances(&desk)[0].clone();
    let told = ["given_yen", "paid_yen", "returned_yen", "open_yen"].map(|name| settled[name].as_i64().expect("yen"));
    assert_eq!(told, [30_000, 27_500, 2_500, 0]);
    let again = desk.refused("accounts.settle_advance", settlement(&desk, &id, &["1"]));
    assert_eq!(again.code, "accounts.advance_settled");
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), half, "one undo takes the whole settlement back");
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), hash);
}

#[test]
fn k01_what_an_advance_lacked_comes_from_the_purse_and_what_is_taken_back_opens_it_again() {
    let desk = TestDesk::sample(PROGRAM);
    let id = give(&desk, "");
    desk.call("accounts.settle_advance", settlement(&desk, &id, &["31,000"]));
    assert_eq!((&advances(&desk)[0]["given_yen"], &advances(&desk)[0]["open_yen"]), (&json!(31_000), &json!(0)));
    let paid = rows(&desk).into_iter().find(|row| row["expense_yen"] == 31_000).expect("the expense");
    desk.call("accounts.void_entry", json!({ "id": paid["id"], "reason": "別の会の領収書だった" }));
    assert_eq!(advances(&desk)[0]["open_yen"], 31_000);
    let state = desk.call("accounts.year_state", json!({ "year": 2025 }));
    assert!(state.to_string().contains("accounts.advance_open"), "{state}");
}
