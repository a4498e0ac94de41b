//! What leaves the office: stamped, recorded, ticked off when it is back.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{YEAR, choice, output, pages, paths};
use crate::PROGRAM;

#[test]
fn r16_what_leaves_the_office_is_stamped_on_every_page_and_recorded() {
    let desk = TestDesk::sample(PROGRAM);
    let what = json!({ "kind": "list", "choice": choice("会員名簿", &["name", "phone"], None) });
    let copies = json!({ "recipients": "桜町自治会\n 松町自治会 \n", "purpose": "回覧の連絡", "due": "R8.3.31" });
    let made = output(&desk, what.clone(), "pdf", copies.clone());
    assert_eq!(made["value"]["copies"], json!([1, 2]));
    let pages = pages(&paths(&desk, &made).remove(0));
    let of = |recipient: &str| pages.iter().filter(|page| page.contains(recipient)).count();
    assert!(of("桜町自治会") > 1 && of("桜町自治会") == of("松町自治会"), "as many pages for each");
    for page in &pages {
        assert!(page.contains("取扱注意") && page.contains("返却期限 令和8年3月31日"), "{page}");
    }

    let record = |desk: &TestDesk| desk.call("lists.disclosures", json!({ "year": YEAR }));
    let first = record(&desk)[0].clone();
    for (field, value) in
        [("recipient", json!("桜町自治会")), ("columns", json!("氏名・電話")), ("persons", json!(180))]
    {
        assert_eq!(first[field], value);
    }
    assert_eq!((first["disclosed_on"].as_str(), first["purpose"].as_str()), (Some("2026-03-14"), Some("回覧の連絡")));
    desk.call("lists.mark_returned", json!({ "id": first["id"], "is_returned": true }));
    assert_eq!(record(&desk)[0]["returned_label"], "令和8年3月14日");
    assert_eq!(record(&desk)[1]["returned_on"], Value::Null);
    let register = desk.call("lists.preview", json!({ "year": YEAR, "what": { "kind": "register" }, "copies": null }));
    assert!(register["pages"]["sheets"][0].to_string().contains("松町自治会"));

    let books = output(&desk, what.clone(), "xlsx", copies);
    assert_eq!((books["value"]["copies"].clone(), paths(&desk, &books).len()), (json!([3, 4]), 2), "a workbook a copy");
    output(&desk, what, "pdf", Value::Null);
    assert_eq!(record(&desk).as_array().map(Vec::len), Some(4), "what stays inside is not recorded");
}

#[test]
fn r16_nothing_leaves_without_a_recipient_and_a_purpose() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    let asked = |recipients: &str, purpose: &str, due: &str| {
        let copies = json!({ "recipients": recipients, "purpose": purpose, "due": due });
        let what = json!({ "kind": "list", "choice": choice("名簿", &["name"], None) });
        let asked =
            json!({ "year": YEAR, "what": what, "format": "pdf", "copies": copies, "substitutes": [], "folder": null });
        desk.refused("lists.output", asked).code
    };
    assert_eq!(asked(" \n", "連絡", ""), "lists.recipient_missing");
    assert_eq!(asked("桜町自治会", "", ""), "lists.purpose_missing");
    assert_eq!(asked("桜町自治会", "連絡", "R8.3.1"), "lists.due_past");
    assert_eq!(asked("桜町自治会", "連絡", "いつか"), "typed.day_unreadable");
    assert_eq!(desk.state_hash(), before);
    assert!(
        !desk.folder().join("papers").read_dir().is_ok_and(|mut made| made.next().is_some()),
        "and no file is made"
    );
}

#[test]
fn r16_a_record_of_what_was_given_away_is_never_taken_back() {
    let mut desk = TestDesk::sample(PROGRAM);
    desk.call("lists.save", json!({ "choice": choice("控え", &["name"], None) }));
    let what = json!({ "kind": "list", "choice": choice("会員名簿", &["name"], None) });
    let copies = json!({ "recipients": "桜町自治会\n松町自治会", "purpose": "連絡", "due": "R8.3.31" });
    output(&desk, what.clone(), "pdf", copies.clone());
    let record = |desk: &TestDesk| desk.call("lists.disclosures", json!({ "year": YEAR }));
    let before = desk.state_hash();
    desk.restart();
    let refused = desk.refused("office.undo", json!({}));
    assert_eq!(refused.code, "office.stands");
    let acts = desk.call("office.history", json!({ "limit": 2 }))["entries"].take();
    assert_eq!((acts[0]["can_undo"].as_bool(), acts[1]["can_undo"].as_bool()), (Some(false), Some(true)));
    assert_eq!(desk.refused("office.undo_one", json!({ "seq": acts[0]["seq"] })).code, "office.stands");
    assert_eq!(desk.state_hash(), before, "nothing was changed by trying");
    desk.call("office.undo_one", json!({ "seq": acts[1]["seq"] }));

    let second = record(&desk)[1]["id"].clone();
    let withdraw = |reason: &str| json!({ "id": second, "reason": reason });
    assert_eq!(desk.refused("lists.withdraw", withdraw(" ")).code, "lists.reason_missing");
    desk.call("lists.withdraw", withdraw("印刷しただけで渡さなかった"));
    assert_eq!(desk.refused("lists.withdraw", withdraw("もう一度")).code, "lists.withdrawn_already");
    let struck = record(&desk)[1].clone();
    assert_eq!((struck["copy_no"].as_i64(), struck["withdrawn_label"].as_str()), (Some(2), Some("令和8年3月14日")));
    let register = desk.call("lists.preview", json!({ "year": YEAR, "what": { "kind": "register" }, "copies": null }));
    assert!(register["pages"]["sheets"].to_string().contains("取り消し"), "the paper tells it too");
    let again = output(&desk, what, "pdf", json!({ "recipients": "梅町自治会", "purpose": "連絡", "due": "" }));
    assert_eq!(again["value"]["copies"], json!([3]), "the number is not given again");
}
