//! 伝票 on paper: empty ones with running numbers, and one as it was recorded (K01).

use office::accounts::{numbered, slip_forms, slip_sheets};
use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

fn made(desk: &TestDesk, name: &str, args: Value) -> Vec<u8> {
    let token = desk.call(name, args)["token"].clone();
    std::fs::read(desk.path(&token)).expect("the paper")
}

fn asked(kind: &str, from: &str, count: &str) -> Value {
    json!({ "year": 2025, "kind": kind, "from": from, "count": count, "folder": null })
}

#[test]
fn k01_every_kind_of_slip_is_printed_and_too_many_are_refused() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    let kinds = desk.call("accounts.slip_kinds", json!({}));
    let titles: Vec<&str> = kinds.as_array().expect("kinds").iter().filter_map(|kind| kind["title"].as_str()).collect();
    for title in ["収入伝票", "支出伝票", "立替払請求書", "仮払申請・精算書", "部会の支出の記入用紙"]
    {
        assert!(titles.contains(&title), "{title} in {titles:?}");
    }
    for kind in kinds.as_array().expect("kinds") {
        let kind = kind["id"].as_str().expect("an id");
        assert!(made(&desk, "accounts.print_slips", asked(kind, "", "")).starts_with(b"%PDF"), "{kind}");
    }
    for count in ["0", "301", "たくさん"] {
        let refused = desk.refused("accounts.print_slips", asked("expense", "", count));
        assert_eq!(refused.params["field"], "count", "{count}: {}", refused.code);
    }
    assert_eq!(desk.refused("accounts.print_slips", asked("letter", "", "")).code, "accounts.no_such_slip");
    assert_eq!(desk.state_hash(), before, "printing writes nothing down");
}

#[test]
fn k01_the_slip_of_an_entry_is_printed_as_it_was_recorded() {
    let desk = TestDesk::sample(PROGRAM);
    let entries = desk.call("accounts.list_entries", json!({ "year": 2025 }))["entries"].take();
    for kind in ["expense", "income", "transfer"] {
        let entry = entries.as_array().expect("entries").iter().find(|entry| entry["kind"] == kind).expect("one");
        let pdf = made(&desk, "accounts.print_slip", json!({ "id": entry["id"], "folder": null }));
        assert!(pdf.starts_with(b"%PDF"), "{kind}");
    }
}

#[test]
fn k01_an_item_is_found_by_kana() {
    let desk = TestDesk::sample(PROGRAM);
    let items = desk.call("accounts.entry_choices", json!({ "year": 2025 }))["items"].take();
    let kana = |name: &str| {
        let item = items.as_array().expect("items").iter().find(|item| item["name"] == name).expect("the item");
        item["kana"].as_str().expect("kana").to_owned()
    };
    assert_eq!(kana("消耗品費"), "しょうもうひんひ");
    for item in items.as_array().expect("items") {
        assert_ne!(item["kana"], "", "every item of the specimen can be read: {item}");
    }
}

#[test]
fn k01_as_many_slips_stand_on_a_page_as_their_form_says() {
    let fonts = pdf::Fonts::embedded().expect("the fonts are part of the program");
    for form in slip_forms() {
        let slips = numbered(1, 2 * form.per_page as i64);
        let pages = pdf::pages(&slip_sheets(form, "見本地区コミュニティ協議会", &slips), &fonts).expect("pages");
        assert_eq!(pages.sheets.len(), 2, "{}", form.title);
    }
}
