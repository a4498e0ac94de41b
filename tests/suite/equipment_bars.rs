//! 備品: the source of its money, 処分制限, the yearly check, loans and papers (K12).

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::papers::{pdf_text, put_out};

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn named(all: &Value, name: &str) -> Value {
    list(all).iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("no {name}"))["id"].clone()
}

pub(crate) fn register(desk: &TestDesk) -> Value {
    desk.call("equipment.list", json!({ "year": 2025 }))
}

pub(crate) fn id_of(desk: &TestDesk, number: &str) -> Value {
    let all = register(desk);
    list(&all["items"]).iter().find(|item| item["number"] == number).unwrap_or_else(|| panic!("no {number}"))["id"]
        .clone()
}

pub(crate) fn one(desk: &TestDesk, id: &Value) -> Value {
    desk.call("equipment.by_id", json!({ "year": 2025, "id": id }))
}

fn with(draft: &Value, fields: Value) -> Value {
    let mut draft = draft.clone();
    for (field, typed) in fields.as_object().expect("fields") {
        draft[field] = typed.clone();
    }
    draft
}

fn save(desk: &TestDesk, id: &Value, draft: &Value) -> Value {
    desk.call("equipment.save", json!({ "year": 2025, "id": id, "draft": draft }))["value"]["id"].clone()
}

/// An expense under 備品購入費 that the grant pays.
fn bought(desk: &TestDesk, what: &str, amount: &str) -> Value {
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    if !list(&choices["items"]).iter().any(|item| item["name"] == "備品購入費") {
        let item = json!({ "side": "expense", "kan": "事務費", "kou": "備品購入費", "moku": "", "setsu": "", "fund_id": null });
        desk.call("accounts.add_item", item);
    }
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let blank = desk.call("accounts.list_entries", json!({ "year": 2025 }))["entries"][1]["id"].clone();
    let draft = with(
        &desk.call("accounts.entry", json!({ "id": blank }))["draft"],
        json!({
            "kind": "expense", "on": "7/6/10", "description": what, "counterparty": "見本家具(株)", "amount": amount,
            "item_id": named(&choices["items"], "備品購入費"), "purse_id": named(&choices["purses"], "普通預金"),
            "to_purse_id": null, "grant_id": named(&choices["grants"], "地域まちづくり交付金"), "voucher_no": "",
        }),
    );
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft }))["value"]["id"].clone()
}

#[test]
fn k12_what_was_bought_as_equipment_waits_for_the_register_with_its_money_and_its_day() {
    let desk = TestDesk::sample(PROGRAM);
    assert_eq!(list(&register(&desk)["items"]).len(), 3);
    let cheap = bought(&desk, "電卓", "9,999");
    let chairs = bought(&desk, "折りたたみ椅子 10脚", "10,000");
    let shredder = bought(&desk, "シュレッダー", "28,600");
    let waiting = |desk: &TestDesk| -> Vec<Value> {
        list(&register(desk)["candidates"]).iter().map(|one| one["entry_id"].clone()).collect()
    };
    assert_eq!(waiting(&desk), [chairs.clone(), shredder.clone()], "{cheap} costs less than the price it begins with");
    assert_eq!(register(&desk)["rule"]["is_verified"], false, "nobody has read that price in the council's own rule");
    desk.call("equipment.pass_over", json!({ "entry_id": chairs }));
    let form = desk.call("equipment.form", json!({ "id": null, "entry_id": shredder }));
    let draft = &form["draft"];
    assert_eq!(
        ["number", "name", "price", "granted", "acquired", "source", "restriction"].map(|field| draft[field].as_str()),
        ["4", "シュレッダー", "28,600", "28,600", "R7.6.10", "grant", "unknown"].map(Some)
    );
    let said = desk.call("equipment.effect", json!({ "year": 2025, "draft": draft }));
    assert!(said.to_string().contains("交付要綱で確かめて"), "{said}");
    assert_eq!(said["until"], "", "years that nobody has looked up are not invented");
    let id = save(&desk, &Value::Null, draft);
    assert!(waiting(&desk).is_empty());
    assert_eq!(one(&desk, &id)["row"]["source_label"], "地域まちづくり交付金");
    assert_eq!(one(&desk, &id)["entry"]["label"], "R7.6.10　シュレッダー　28,600円");
    for _ in 0..2 {
        desk.call("office.undo", json!({}));
    }
    assert_eq!(waiting(&desk), [chairs, shredder], "undo lets both be asked about again");
}

#[test]
fn k12_a_corrected_entry_keeps_its_equipment_and_one_taken_back_is_told() {
    let desk = TestDesk::sample(PROGRAM);
    let entry = bought(&desk, "シュレッダー", "28,600");
    let form = desk.call("equipment.form", json!({ "id": null, "entry_id": entry }));
    let id = save(&desk, &Value::Null, &form["draft"]);
    let right = with(&desk.call("accounts.entry", json!({ "id": entry }))["draft"], json!({ "amount": "26,800" }));
    let asked = json!({ "id": entry, "year": 2025, "draft": right, "reason": "桁ちがい" });
    let new = desk.call("accounts.correct_entry", asked)["value"]["id"].clone();
    assert_eq!((&one(&desk, &id)["entry"]["id"], &one(&desk, &id)["entry"]["is_void"]), (&new, &json!(false)));
    assert!(list(&register(&desk)["candidates"]).is_empty(), "the right entry is not asked about again");
    desk.call("accounts.void_entry", json!({ "id": new, "reason": "返品" }));
    assert_eq!(one(&desk, &id)["entry"]["is_void"], true);
}

#[test]
fn k12_the_year_s_check_is_tapped_and_stands_in_the_register() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    assert_eq!(register(&desk)["unchecked"], 3);
    let nobody = json!({ "year": 2025, "id": id_of(&desk, "1"), "result": "found", "count": "", "on": "", "by": " ", "note": "" });
    assert_eq!(desk.refused("equipment.check", nobody).params["field"], "by");
    for (number, result) in [("1", "found"), ("2", "missing"), ("2", "damaged")] {
        let asked = json!({ "year": 2025, "id": id_of(&desk, number), "result": result, "count": "", "on": "", "by": "見本 花子", "note": "" });
        desk.call("equipment.check", asked);
    }
    let list_now = register(&desk);
    assert_eq!((&list_now["unchecked"], &list_now["checked_by"]), (&json!(1), &json!("見本 花子")));
    assert_eq!(list(&one(&desk, &id_of(&desk, "2"))["checks"]).len(), 1, "a second look stands for the first");
    let paper: String = pdf_text(&put_out(&desk, "equipment-register", "pdf")).split_whitespace().collect();
    for words in ["折りたたみ机", "R5.6.10", "128,000", "226,000", "R8.3.14あり", "R8.3.14傷みあり", "要確認"]
    {
        assert!(paper.contains(words), "{words} is not on the register: {paper}");
    }
    let assets: String = pdf_text(&put_out(&desk, "property-list", "pdf")).split_whitespace().collect();
    assert!(assets.contains("ワンタッチテント") && assets.contains("226,000"), "{assets}");
    for _ in 0..6 {
        desk.call("office.undo", json!({}));
        if desk.state_hash() == before {
            return;
        }
    }
    panic!("undo does not lead back");
}

fn look(desk: &TestDesk, number: &str, result: &str, count: &str) {
    let asked = json!({ "year": 2025, "id": id_of(desk, number), "result": result, "count": count, "on": "", "by": "見本 花子", "note": "" });
    desk.call("equipment.check", asked);
}

#[test]
fn k12_some_of_several_are_missed_and_what_is_lent_is_checked_as_lent() {
    let desk = TestDesk::sample(PROGRAM);
    let loan = json!({ "year": 2025, "id": id_of(&desk, "2"), "borrower": "城東自治会", "contact": "", "purpose": "",
        "quantity": "1", "on": "8/3/1", "due": "8/3/20" });
    desk.call("equipment.lend", loan);
    let row = |number: &str| one(&desk, &id_of(&desk, number))["row"].clone();
    let loans: String = pdf_text(&put_out(&desk, "equipment-loans", "pdf")).split_whitespace().collect();
    for said in ["備品貸出一覧", "城東自治会", "R8.3.1", "R8.3.20"] {
        assert!(loans.contains(said), "{said}: {loans}");
    }
    look(&desk, "2", "lent", "");
    assert_eq!((&row("2")["lent"][0]["borrower"], &row("2")["is_checked"]), (&json!("城東自治会"), &json!(false)));
    look(&desk, "2", "found", "");
    assert_eq!(row("2")["check_label"], "あり、貸出中1点を確認");
    let typed = |count: &str| json!({ "year": 2025, "id": id_of(&desk, "1"), "result": "found", "count": count, "on": "", "by": "見本 花子", "note": "" });
    for wrong in ["11", "多数", "-1"] {
        let refused = desk.refused("equipment.check", typed(wrong));
        assert_eq!(refused.params["field"], "count", "{wrong}: {}", refused.message);
    }
    look(&desk, "1", "found", "９");
    let missed = |desk: &TestDesk| register(desk)["differing"].clone();
    assert_eq!(
        (&row("1")["check_label"], &row("1")["missing"], &missed(&desk)),
        (&json!("10点のうち9点"), &json!(1), &json!(1))
    );
    let text = |form: &str| -> String { pdf_text(&put_out(&desk, form, "pdf")).split_whitespace().collect() };
    let (paper, handed) = (text("equipment-register"), text("handover"));
    assert!(paper.contains("10点の") && paper.contains("9点"), "{paper}");
    assert!(handed.contains("現品照合で見つからなかった備品") && handed.contains("9点"), "{handed}");
    let checked: Vec<Value> =
        list(&desk.facts(2025)["equipment.list"]).iter().map(|row| row["checked"].clone()).collect();
    assert_eq!(checked[..2], [json!("R8.3.14 10点のうち9点"), json!("R8.3.14 あり、貸出中1点を確認")]);
    save(&desk, &id_of(&desk, "1"), &with(&one(&desk, &id_of(&desk, "1"))["draft"], json!({ "quantity": "9" })));
    assert_eq!(missed(&desk), 0, "the register says that there are nine");
    desk.call("office.undo", json!({}));
    look(&desk, "1", "found", "");
    assert_eq!(missed(&desk), 0, "all are there after all");
    assert!(!text("handover").contains("見つからなかった備品"));
}

#[test]
fn k12_what_is_lent_is_missed_when_it_is_late_and_comes_back() {
    let desk = TestDesk::sample(PROGRAM);
    let id = id_of(&desk, "2");
    let lend = |fields: Value| {
        with(
            &json!({ "year": 2025, "id": id, "borrower": "城東自治会", "contact": "087-000-0001", "purpose": "餅つき",
                "quantity": "2", "on": "8/3/1", "due": "8/3/8" }),
            fields,
        )
    };
    for (typed, field) in [
        (json!({ "borrower": "" }), "borrower"),
        (json!({ "quantity": "3" }), "quantity"),
        (json!({ "due": "" }), "due"),
        (json!({ "due": "8/2/28" }), "due"),
        (json!({ "due": "来週" }), "due"),
    ] {
        let refused = desk.refused("equipment.lend", lend(typed.clone()));
        assert_eq!(refused.params["field"], field, "{typed}: {}", refused.code);
        assert!(!refused.hint.is_empty());
    }
    let loan = desk.call("equipment.lend", lend(json!({})))["value"]["id"].clone();
    assert_eq!((&register(&desk)["overdue"], &one(&desk, &id)["left"]), (&json!(1), &json!(0)));
    let home = desk.call("office.home", json!({ "year": 2025 })).to_string();
    assert!(home.contains("ワンタッチテント（城東自治会）") && home.contains("6日過ぎています"), "{home}");
    let token =
        desk.call("equipment.print_loan", json!({ "id": loan, "format": "pdf", "folder": null }))["token"].clone();
    let paper: String = pdf_text(&desk.path(&token)).split_whitespace().collect();
    for words in ["備品借用書", "城東自治会", "ワンタッチテント3m×3m（備品番号2）", "令和8年3月8日", "餅つき"]
    {
        assert!(paper.contains(words), "{words} is not on the paper: {paper}");
    }
    let sheet = desk.call("equipment.print_loan", json!({ "id": loan, "format": "xlsx", "folder": null }));
    assert!(sheet["name"].as_str().expect("a name").ends_with(".xlsx"));
    let scrap = json!({ "year": 2025, "id": id, "draft": { "way": "scrap", "on": "8/3/14", "reason": "古い", "approval_no": "" } });
    assert_eq!(desk.refused("equipment.dispose", scrap).code, "equipment.still_lent");
    let back = json!({ "year": 2025, "id": loan, "on": "8/3/14", "is_damaged": true, "note": "骨が一本曲がる" });
    desk.call("equipment.give_back", back.clone());
    assert_eq!((&register(&desk)["overdue"], &one(&desk, &id)["row"]["condition"]), (&json!(0), &json!("worn")));
    assert_eq!(desk.refused("equipment.give_back", back).code, "equipment.back_already");
    assert_eq!(desk.refused("equipment.erase_borrowers", json!({})).code, "equipment.nobody_to_erase");
}

#[test]
fn k12_an_early_disposal_is_warned_of_with_its_day_and_its_paper_and_never_blocked() {
    let desk = TestDesk::sample(PROGRAM);
    let id = id_of(&desk, "1");
    let said = |on: &str| desk.call("equipment.disposal_effect", json!({ "year": 2025, "id": id, "on": on }));
    assert!(said("8/3/14")["warning"]["title"].as_str().expect("a warning").contains("まだ確かめていません"));
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let grant = named(&choices["grants"], "地域まちづくり交付金");
    let until = json!({ "restriction": "until", "restricted_until": "R10.6.10", "grant_id": grant });
    save(&desk, &id, &with(&one(&desk, &id)["draft"], until));
    let early = said("R10.6.10");
    assert!(early["warning"]["title"].as_str().expect("a warning").contains("令和10年6月10日"), "{early}");
    assert!(early["warning"]["hint"].as_str().expect("a hint").contains("財産処分承認申請書"));
    assert_eq!(early["paper"], "grant-disposal");
    assert_eq!((&said("R10.6.11")["warning"], &said("R10.6.11")["paper"]), (&Value::Null, &Value::Null));
    let draft = json!({ "way": "scrap", "on": "R8.3.31", "reason": "天板が割れ、直せないため", "approval_no": "" });
    desk.call("equipment.plan_disposal", json!({ "year": 2025, "id": id, "draft": draft }));
    let paper: String = pdf_text(&put_out(&desk, "grant-disposal", "pdf")).split_whitespace().collect();
    for words in [
        "財産処分承認申請書",
        "折りたたみ机幅180cm10点（備品番号1）",
        "令和5年6月10日",
        "128,000",
        "令和10年6月10日まで",
        "廃棄",
        "天板が割れ、直せないため",
        "令和8年3月31日",
    ] {
        assert!(paper.contains(words), "{words} is not on the paper: {paper}");
    }
    let reason = with(&draft, json!({ "reason": " " }));
    assert_eq!(
        desk.refused("equipment.dispose", json!({ "year": 2025, "id": id, "draft": reason })).params["field"],
        "reason"
    );
    let approved = with(&draft, json!({ "approval_no": "7高地第9号" }));
    desk.call("equipment.dispose", json!({ "year": 2025, "id": id, "draft": approved }));
    assert_eq!(one(&desk, &id)["row"]["gone_label"], "R8.3.31");
    assert_eq!(
        desk.refused("equipment.save", json!({ "year": 2025, "id": null, "draft": one(&desk, &id)["draft"] })).code,
        "equipment.number_taken"
    );
    let facts = desk.facts(2025);
    assert_eq!((&facts["equipment.count"], &facts["equipment.total_yen"]), (&json!(2), &json!(98_000)));
    assert!(facts["equipment.gone"][0]["disposed"].as_str().expect("words").contains("承認 7高地第9号"));
}

#[test]
fn k12_what_goes_next_year_is_still_held_at_the_end_of_this_one() {
    let desk = TestDesk::sample(PROGRAM);
    let id = id_of(&desk, "3");
    let draft = json!({ "way": "transfer", "on": "R8.5.1", "reason": "小学校に譲る", "approval_no": "" });
    desk.call("equipment.dispose", json!({ "year": 2026, "id": id, "draft": draft }));
    let (this, next) = (desk.facts(2025), desk.facts(2026));
    assert_eq!((&this["equipment.count"], &next["equipment.count"]), (&json!(3), &json!(2)));
    assert_eq!((list(&this["equipment.gone"]).len(), list(&next["equipment.gone"]).len()), (0, 1));
}
