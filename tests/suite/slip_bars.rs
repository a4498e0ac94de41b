//! 伝票 on paper: empty ones with running numbers, and one as it was recorded (K01).

use office::accounts::{numbered, slip_forms, slip_sheets};
use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::papers::pdf_text;

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

/// The words of the paper without the spaces of its layout.
fn words(desk: &TestDesk, name: &str, args: Value) -> String {
    let token = desk.call(name, args)["token"].clone();
    pdf_text(&desk.path(&token)).split_whitespace().collect()
}

#[test]
fn k01_an_empty_slip_asks_in_words_for_everything_that_is_typed_later() {
    let desk = TestDesk::sample(PROGRAM);
    let kinds: [(&str, &str, &[&str]); 4] = [
        (
            "income",
            "収入伝票",
            &["伝票番号", "日付", "科目", "財源", "だれから", "内容", "金額", "どこへ", "会長", "会計"],
        ),
        (
            "expense",
            "支出伝票",
            &[
                "伝票番号",
                "科目・事業",
                "財源",
                "支払先",
                "内容",
                "金額",
                "どこから",
                "部会",
                "人数",
                "立替えた人",
                "領収書",
            ],
        ),
        (
            "reimbursement",
            "立替払請求書",
            &[
                "請求した日",
                "立替えた人",
                "支払った日",
                "支払先",
                "何のために",
                "金額",
                "受け取り方",
                "現金・振込",
                "受け取った人",
            ],
        ),
        (
            "committee",
            "部会の支出の記入用紙",
            &[
                "支払った日",
                "部会",
                "行事・事業",
                "支払先",
                "人数",
                "何を買ったか",
                "金額",
                "立替えた人",
                "書いた人",
                "ある・ない",
            ],
        ),
    ];
    for (kind, title, labels) in kinds {
        let said = words(&desk, "accounts.print_slips", asked(kind, "41", "3"));
        assert_eq!(said.matches(title).count(), 3, "{title}: three slips: {said}");
        for label in labels {
            assert!(said.matches(label).count() >= 3, "{title}: {label} on every slip: {said}");
        }
        for number in ["41", "42", "43"] {
            assert!(said.contains(number), "{title}: {number}: {said}");
        }
        assert!(said.contains("見本地区コミュニティ協議会"), "{title}: whose slip it is");
        assert!(said.contains("令和年月日") && said.contains("円"), "{title}: room for the day and the amount: {said}");
    }
}

#[test]
fn k01_a_recorded_entry_stands_on_its_slip_word_by_word() {
    let desk = TestDesk::sample(PROGRAM);
    let entries = desk.call("accounts.list_entries", json!({ "year": 2025 }))["entries"].take();
    for (kind, title, amount) in [("expense", "支出伝票", "expense_yen"), ("income", "収入伝票", "income_yen")]
    {
        let entry = entries.as_array().expect("entries").iter().find(|entry| entry["kind"] == kind).expect("one");
        let said = words(&desk, "accounts.print_slip", json!({ "id": entry["id"], "folder": null }));
        let text = |part: &str| entry[part].as_str().expect("words").replace([' ', '　'], "");
        let yen = paper::Value::Yen(entry[amount].as_i64().expect("yen")).shown(paper::Negative::White);
        for part in [title.to_owned(), text("description"), text("item"), format!("{yen}円")] {
            assert!(said.contains(&part), "{title}: {part}: {said}");
        }
    }
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
