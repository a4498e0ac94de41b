//! 伝票の承認: somebody else than who entered a slip approves it, where the council asks for that (`domain` 3.7).

use serde_json::{Value, json};
use suite::{PASSPHRASE, TestDesk};

use crate::PROGRAM;
use crate::entry_bars::{expense, list, record, with};
use crate::papers::{pdf_text, put_out};

const SECOND: &str = "つばめ つばめ つばめ";
const YEAR: u16 = 2025;

/// Two who can be told from each other; the first sits at the desk.
pub(crate) fn two_at_the_desk(desk: &TestDesk) {
    let first = desk.call("office.keys", json!({}))["holders"][0]["id"].clone();
    desk.call("office.name_passphrase", json!({ "id": first, "name": "見本 太郎" }));
    desk.call("office.add_passphrase", json!({ "name": "森 花", "passphrase": SECOND, "again": SECOND }));
}

pub(crate) fn sit_down_second(desk: &TestDesk) {
    sit_down(desk, SECOND);
}

fn sit_down(desk: &TestDesk, words: &str) {
    desk.call("office.close", json!({}));
    desk.call("office.unlock", json!({ "passphrase": words }));
}

fn asking() -> TestDesk {
    let desk = TestDesk::sample(PROGRAM);
    two_at_the_desk(&desk);
    desk.call("accounts.ask_approval", json!({ "asks": true }));
    desk
}

fn waiting(desk: &TestDesk) -> Vec<Value> {
    list(&desk.call("accounts.approvals", json!({ "year": YEAR }))["waiting"]).to_vec()
}

fn entry(desk: &TestDesk, id: &Value) -> Value {
    desk.call("accounts.entry", json!({ "id": id }))
}

fn approve(desk: &TestDesk, ids: &[&Value]) -> Result<Value, String> {
    desk.ask("accounts.approve_entries", json!({ "ids": ids })).map_err(|refused| refused.code)
}

fn slip(desk: &TestDesk, id: &Value) -> String {
    let token = desk.call("accounts.print_slip", json!({ "id": id, "folder": null }))["token"].clone();
    pdf_text(&desk.path(&token))
}

fn findings(desk: &TestDesk) -> Vec<String> {
    let state = desk.call("accounts.year_state", json!({ "year": YEAR }));
    list(&state["findings"]).iter().map(|one| one["told"]["code"].as_str().expect("a code").to_owned()).collect()
}

#[test]
fn an_office_that_asks_for_no_approval_sees_nothing_of_it() {
    let desk = TestDesk::sample(PROGRAM);
    let id = record(&desk, &expense(&desk, "911"));
    let asked = desk.call("accounts.approvals", json!({ "year": YEAR }));
    assert_eq!((&asked["asks"], list(&asked["waiting"]).len()), (&json!(false), 0));
    let shown = entry(&desk, &id);
    assert_eq!((&shown["approval"], &shown["row"]["is_approved"]), (&Value::Null, &Value::Null));
    assert_eq!(approve(&desk, &[&id]), Err("accounts.approval_not_asked".to_owned()));
    assert!(!slip(&desk, &id).contains("承認"), "{}", slip(&desk, &id));
    assert!(!pdf_text(&put_out(&desk, "audit-pack", "pdf")).contains("承認"));
    assert!(!findings(&desk).contains(&"accounts.unapproved".to_owned()));
    let months = desk.call("accounts.year_state", json!({ "year": YEAR }))["months"].clone();
    assert!(list(&months).iter().all(|month| month["unapproved"] == 0));
}

#[test]
fn approval_begins_only_where_two_can_be_told_apart() {
    let desk = TestDesk::sample(PROGRAM);
    let asked = json!({ "asks": true });
    assert_eq!(desk.refused("accounts.ask_approval", asked.clone()).code, "accounts.two_passphrases");
    desk.call("office.add_passphrase", json!({ "name": "森 花", "passphrase": SECOND, "again": SECOND }));
    assert_eq!(
        desk.refused("accounts.ask_approval", asked.clone()).code,
        "accounts.two_passphrases",
        "one has no name"
    );
    let desk = asking();
    let said = desk.call("office.history", json!({ "limit": 1 }))["entries"][0]["sentence"].clone();
    assert_eq!(said, "「伝票は、書いた人とは別の人が承認する」を始めました");
    assert!(waiting(&desk).is_empty(), "what was written before was never asked for");
}

#[test]
fn who_entered_a_slip_does_not_approve_it_and_the_other_one_does() {
    let desk = asking();
    let id = record(&desk, &expense(&desk, "911"));
    assert_eq!(approve(&desk, &[&id]), Err("accounts.own_slip".to_owned()));
    assert_eq!(entry(&desk, &id)["approval"]["entered_by"], "見本 太郎");
    assert!(findings(&desk).contains(&"accounts.unapproved".to_owned()));
    assert!(slip(&desk, &id).contains("見本 太郎"), "who wrote it stands on the slip, with room to approve by hand");
    sit_down(&desk, SECOND);
    let due = desk.call("office.home", json!({ "year": YEAR }))["due"].clone();
    let told = list(&due).iter().find(|due| due["to"] == "accounts/approvals").expect("what to do");
    assert_eq!(told["detail"], "ほかの人が書いた伝票が1件、あなたの承認を待っています");
    approve(&desk, &[&id]).expect("approved");
    let shown = entry(&desk, &id)["approval"].clone();
    assert_eq!((&shown["approved_by"], &shown["on_label"]), (&json!("森 花"), &json!("令和8年3月14日")));
    assert_eq!(approve(&desk, &[&id]), Err("accounts.already_approved".to_owned()));
    for paper in [slip(&desk, &id), pdf_text(&put_out(&desk, "audit-pack", "pdf"))] {
        assert!(paper.contains("森 花") && paper.contains("承認"), "{paper}");
    }
    let last = desk.call("office.history", json!({ "limit": 1 }))["entries"][0].clone();
    let issued = last["sentence"].as_str().expect("words").contains("監査資料");
    assert!(issued, "{last}");
    assert!(!findings(&desk).contains(&"accounts.unapproved".to_owned()));
    sit_down(&desk, PASSPHRASE);
    let due = desk.call("office.home", json!({ "year": YEAR }))["due"].clone();
    assert!(!list(&due).iter().any(|due| due["to"] == "accounts/approvals"));
}

#[test]
fn several_are_approved_at_once_all_or_none() {
    let desk = asking();
    let own: Vec<Value> = ["911", "922"].iter().map(|yen| record(&desk, &expense(&desk, yen))).collect();
    sit_down(&desk, SECOND);
    let other = record(&desk, &expense(&desk, "933"));
    assert_eq!(approve(&desk, &[&own[0], &other]), Err("accounts.own_slip".to_owned()));
    assert_eq!(waiting(&desk).len(), 3, "none of them was approved");
    approve(&desk, &[&own[0], &own[1]]).expect("approved");
    let said = desk.call("office.history", json!({ "limit": 1 }))["entries"][0]["sentence"].clone();
    assert_eq!(said, "「コピー用紙 922円」ほか1件の伝票を承認しました");
    let left = waiting(&desk);
    assert_eq!((left.len(), &left[0]["refused"]["code"]), (1, &json!("accounts.own_slip")));
    desk.call("office.undo", json!({}));
    assert_eq!(waiting(&desk).len(), 3);
}

#[test]
fn a_correction_asks_for_a_new_approval_and_what_was_taken_back_for_none() {
    let desk = asking();
    let id = record(&desk, &expense(&desk, "911"));
    sit_down(&desk, SECOND);
    approve(&desk, &[&id]).expect("approved");
    let right = with(&entry(&desk, &id)["draft"], json!({ "amount": "1,234" }));
    let asked = json!({ "id": id, "year": YEAR, "draft": right, "reason": "書きまちがい" });
    let new = desk.call("accounts.correct_entry", asked)["value"]["id"].clone();
    let ids: Vec<Value> = waiting(&desk).iter().map(|one| one["row"]["id"].clone()).collect();
    assert!(ids.len() == 2 && ids.contains(&new) && !ids.contains(&id), "the new one and what takes the old one back");
    let wrong = record(&desk, &expense(&desk, "55"));
    desk.call("accounts.void_entry", json!({ "id": wrong, "reason": "二重" }));
    assert_eq!(waiting(&desk).len(), 3, "of the two only the one that takes back");
}

#[test]
fn advances_and_recurring_entries_wait_as_well() {
    let desk = asking();
    let choices = desk.call("accounts.entry_choices", json!({ "year": YEAR }));
    let purse = list(&choices["purses"]).iter().find(|one| one["name"] == "現金").expect("cash")["id"].clone();
    let advance = json!({ "year": YEAR, "holder": "森 花", "purpose": "夏祭り", "amount": "5,000", "purse_id": purse,
        "on": "8/3/1", "due": "", "activity_id": null });
    let id = desk.call("accounts.give_advance", advance)["value"]["id"].clone();
    assert_eq!(waiting(&desk).len(), 1);
    let costs = [with(&expense(&desk, "4,000"), json!({ "on": "8/3/2" }))];
    let settle = json!({ "year": YEAR, "id": id, "on": "8/3/3", "purse_id": purse, "costs": costs });
    desk.call("accounts.settle_advance", settle);
    assert_eq!(waiting(&desk).len(), 3, "the cost and what is left");
}

#[test]
fn an_approval_is_taken_back_until_auditors_have_seen_it() {
    let desk = asking();
    let id = record(&desk, &expense(&desk, "911"));
    let other = record(&desk, &expense(&desk, "922"));
    sit_down(&desk, SECOND);
    approve(&desk, &[&id, &other]).expect("approved");
    desk.call("accounts.take_back_approval", json!({ "id": id }));
    assert_eq!(waiting(&desk).len(), 1);
    approve(&desk, &[&id]).expect("approved again");
    let audit = json!({ "year": YEAR, "until": "R8.3.31", "on": "R8.4.10", "auditors": "見本 花子", "result": "適正" });
    desk.call("accounts.record_audit", audit);
    assert_eq!(entry(&desk, &id)["approval"]["is_loose"], false);
    let refused = desk.refused("accounts.take_back_approval", json!({ "id": id }));
    assert_eq!(refused.code, "accounts.approval_audited");
}

/// What nobody approved before the closing stays so, and nobody is asked to approve it any more.
#[test]
fn a_closed_year_keeps_its_approvals_and_asks_for_none() {
    let desk = asking();
    let given = record(&desk, &expense(&desk, "911"));
    let open = record(&desk, &expense(&desk, "922"));
    let wrong = record(&desk, &expense(&desk, "55"));
    desk.call("accounts.void_entry", json!({ "id": wrong, "reason": "二重" }));
    let paper: String = pdf_text(&put_out(&desk, "audit-pack", "pdf")).split_whitespace().collect();
    assert!(paper.contains("まだ承認されていない伝票は3件です"), "{paper}");
    let listed = desk.facts(i32::from(YEAR))["audit.approvals"].clone();
    assert_eq!(list(&listed).len(), 3, "what was taken back unapproved is not asked for: {listed}");
    sit_down(&desk, SECOND);
    approve(&desk, &[&given]).expect("approved");
    let unapproved =
        |desk: &TestDesk| desk.call("accounts.list_entries", json!({ "year": YEAR }))["unapproved"].clone();
    assert_eq!(unapproved(&desk), 2);
    let state = desk.call("accounts.year_state", json!({ "year": YEAR }));
    let purses = list(&state["purses"]).iter();
    let stated: Vec<Value> =
        purses.map(|purse| json!({ "purse_id": purse["id"], "amount": purse["book_yen"].to_string() })).collect();
    desk.call("accounts.state_balances", json!({ "year": YEAR, "on": "", "balances": stated }));
    desk.call("accounts.close_year", json!({ "year": YEAR, "by": "会長 見本" }));
    assert_eq!(unapproved(&desk), 0, "nothing is asked for");
    let months = desk.call("accounts.year_state", json!({ "year": YEAR }))["months"].clone();
    assert!(list(&months).iter().all(|month| month["unapproved"] == 0), "nor of its months: {months}");
    let codes: Vec<Value> = waiting(&desk).iter().map(|one| one["refused"]["code"].clone()).collect();
    assert_eq!(codes, ["accounts.year_closed", "accounts.year_closed"]);
    let shown = entry(&desk, &open)["approval"].clone();
    assert_eq!((&shown["approved_by"], &shown["refused"]["code"]), (&json!(""), &json!("accounts.year_closed")));
    assert_eq!(approve(&desk, &[&open]), Err("accounts.year_closed".to_owned()));
    let back = desk.refused("accounts.take_back_approval", json!({ "id": given }));
    assert_eq!(back.code, "accounts.year_closed");
    assert_eq!(entry(&desk, &given)["approval"]["approved_by"], "森 花");
}
