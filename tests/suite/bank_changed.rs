//! A known bank that writes its statement otherwise from one month to the next (K04): columns in another order, headings in
//! other words. Nothing is taken for what it is not, and what was learnt of its lines stays.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::bank_bars::{asked, book, cp932, file, keep, line, list, open, passbook, post};

/// A statement kept in the layout of ゆうちょ銀行 and one line of it recorded, so that its words are known.
fn learnt() -> (TestDesk, Value) {
    let desk = TestDesk::sample(PROGRAM);
    let (purse, opening) = passbook(&desk);
    keep(&desk, &purse, &post(opening, &[line("2025-06-05", -4_321, "ﾐﾎﾝﾃﾞﾝｷ 06ｶﾞﾂ")]));
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let item = list(&choices["items"]).iter().find(|item| item["side"] == "expense").expect("an item")["id"].clone();
    let first = open(&book(&desk))[0].clone();
    let mut draft = first["draft"].clone();
    draft["item_id"] = item;
    draft["description"] = json!("電気料");
    draft["counterparty"] = json!("見本電気");
    desk.call("bank.record_line", json!({ "id": first["id"], "year": 2025, "draft": draft }));
    (desk, purse)
}

fn read(desk: &TestDesk, purse: &Value, text: &str) -> (Value, String) {
    let token = file(desk, "明細.csv", text.as_bytes());
    (desk.call("bank.read_statement", asked(purse, &token)), token)
}

/// The new line as it is kept, and what is proposed for it.
fn kept(desk: &TestDesk) -> (Value, Value) {
    let line = open(&book(desk)).pop().expect("the new line");
    (line["paid_out_yen"].clone(), line["proposal"]["counterparty"].clone())
}

#[test]
fn k04_columns_in_another_order_are_read_by_their_headings() {
    let (desk, purse) = learnt();
    let text = "払出金額（円）,受入金額（円）,現在（貸付）高,詳細１,詳細２,入出金明細ＩＤ,取引日\n4444,,100000,ﾐﾎﾝﾃﾞﾝｷ 07ｶﾞﾂ,,2,20250705\n";
    let (seen, token) = read(&desk, &purse, text);
    assert_eq!(seen["may_keep"], true, "{}", seen["plan"]["issues"]);
    desk.call("bank.keep_statement", asked(&purse, &token));
    assert_eq!(kept(&desk), (json!(4_444), json!("見本電気")), "what was learnt of its words still holds");
}

#[test]
fn k04_headings_that_a_known_bank_never_wrote_are_asked_about_before_anything_is_kept() {
    let (desk, purse) = learnt();
    let before = desk.state_hash();
    let text = "甲,乙,丙,丁,戊\n20250705,2,,4444,ﾐﾎﾝﾃﾞﾝｷ 07ｶﾞﾂ\n20250706,3,500,,ﾘｿｸ\n";
    let (seen, token) = read(&desk, &purse, text);
    assert_eq!((&seen["may_keep"], &seen["is_guessed"]), (&json!(false), &json!(true)), "{seen}");
    let refused = desk.refused("bank.keep_statement", asked(&purse, &token));
    assert_eq!(refused.code, "bank.columns_open");
    assert!(!refused.hint.is_empty());
    assert_eq!(desk.state_hash(), before, "nothing is guessed silently");

    let sheet = &seen["plan"]["sheets"][0];
    let fields = [json!("date"), Value::Null, json!("paid_in"), json!("paid_out"), json!("description")];
    let meant =
        |(column, field): (&Value, Value)| json!({ "sheet": sheet["name"], "col": column["col"], "field": field });
    let columns: Vec<Value> = list(&sheet["columns"]).iter().zip(fields).map(meant).collect();
    let chosen = json!({ "purse_id": purse, "file": token, "columns": columns, "encoding": null });
    assert_eq!(desk.call("bank.keep_statement", chosen)["value"]["new"], 2);
    let lines = open(&book(&desk));
    let electric = lines.iter().find(|line| line["paid_out_yen"] == 4_444).expect("the new line");
    assert_eq!(electric["proposal"]["counterparty"], "見本電気", "what was learnt of its words still holds");
    assert!(lines.iter().any(|line| line["paid_in_yen"] == 500), "and nothing changed sides");
}

#[test]
fn k04_a_heading_that_is_gone_leaves_no_amount_to_guess() {
    let (desk, purse) = learnt();
    let before = desk.state_hash();
    // 払出金額 is gone: every line would look as if nothing had left the passbook.
    let text = "取引日,入出金明細ＩＤ,受入金額（円）,詳細１,詳細２\n20250705,2,,ﾐﾎﾝﾃﾞﾝｷ 07ｶﾞﾂ,\n";
    let token = file(&desk, "明細.csv", text.as_bytes());
    let refused = desk.refused("bank.keep_statement", asked(&purse, &token));
    assert!(!refused.message.is_empty() && !refused.hint.is_empty(), "{} {}", refused.code, refused.message);
    assert_eq!(desk.state_hash(), before);
}

#[test]
fn k04_a_statement_in_the_wrong_encoding_is_told_in_a_sentence_and_nothing_is_kept() {
    let desk = TestDesk::sample(PROGRAM);
    let (purse, opening) = passbook(&desk);
    let before = desk.state_hash();
    let (first, second) =
        (post(opening, &[line("2025-06-05", -4_321, "ﾐﾎﾝﾃﾞﾝｷ 06ｶﾞﾂ")]), "20250606,2,,500,見本商店,,1\n");
    let mixed = file(&desk, "つなげた明細.csv", &[cp932(&first), second.as_bytes().to_vec()].concat());
    let told = desk.refused("bank.keep_statement", asked(&purse, &mixed));
    assert_eq!(told.code, "sheets.mixed_encoding", "{}", told.message);
    assert!(
        told.message.contains("行目から違っています") && told.hint.contains("Excel"),
        "{} {}",
        told.message,
        told.hint
    );
    // The secretary says that it is another encoding than it is: no heading can be read, and no line is taken for one.
    for wrong in ["UTF-8", "EUC-JP", "UTF-16LE"] {
        let token = file(&desk, "明細.csv", &cp932(&first));
        let chosen = json!({ "purse_id": purse, "file": token, "columns": null, "encoding": wrong });
        let told = desk.refused("bank.keep_statement", chosen);
        assert!(!told.message.is_empty() && !told.hint.is_empty(), "{wrong}: {} {}", told.code, told.message);
        assert_eq!(desk.state_hash(), before, "{wrong}");
    }
    let euc = encoding_rs::EUC_JP.encode(&first).0.into_owned();
    let right = asked(&purse, &file(&desk, "明細.csv", &euc));
    assert_eq!(desk.call("bank.keep_statement", right)["value"]["new"], 1, "an old encoding is found without asking");
}
