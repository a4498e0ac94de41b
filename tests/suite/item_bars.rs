//! 科目: renamed, moved, put in order and out of use; what closed years printed stays as it was printed.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

fn add(desk: &TestDesk, levels: [&str; 4]) -> Value {
    let [kan, kou, moku, setsu] = levels;
    let item = json!({ "side": "expense", "kan": kan, "kou": kou, "moku": moku, "setsu": setsu, "fund_id": null });
    desk.call("accounts.add_item", item)["value"]["id"].take()
}

fn renamed(id: &Value, levels: [&str; 4]) -> Value {
    let [kan, kou, moku, setsu] = levels;
    json!({ "id": id, "kan": kan, "kou": kou, "moku": moku, "setsu": setsu })
}

fn tree(desk: &TestDesk, year: i32) -> Value {
    desk.call("accounts.list_items", json!({ "year": year, "fund_id": null }))
}

/// Every row of the expenses with its depth, as indentation.
fn shown(desk: &TestDesk, year: i32) -> Vec<String> {
    let tree = tree(desk, year);
    let rows = tree["expense"].as_array().expect("rows").iter();
    rows.map(|row| {
        let depth = row["depth"].as_u64().expect("a depth") as usize;
        format!("{}{}", "・".repeat(depth), row["name"].as_str().expect("a name"))
    })
    .collect()
}

fn shift(desk: &TestDesk, year: i32, path: &[&str], is_up: bool) {
    let asked = json!({ "year": year, "side": "expense", "fund_id": null, "path": path, "is_up": is_up });
    desk.call("accounts.move_item", asked);
}

fn state_of(desk: &TestDesk, name: &str) -> Value {
    let tree = tree(desk, 2025);
    let rows = tree["expense"].as_array().expect("rows");
    rows.iter().find(|row| row["name"] == name && !row["id"].is_null()).expect("the row")["state"].clone()
}

#[test]
fn b01_items_are_renamed_moved_and_put_in_order_and_every_step_is_taken_back() {
    let desk = TestDesk::empty(PROGRAM);
    let food = add(&desk, ["事務費", "会議費", "", ""]);
    add(&desk, ["事業費", "防災", "訓練", ""]);
    let store = add(&desk, ["事業費", "防災", "備蓄", ""]);
    let print = add(&desk, ["事務費", "印刷費", "", ""]);
    let lines = [(&food, "3万"), (&store, "5万"), (&print, "1万")]
        .map(|(item, amount)| json!({ "item_id": item, "amount": amount, "note": "" }));
    desk.call("accounts.put_lines", json!({ "year": 2025, "lines": lines }));
    let on_paper = |desk: &TestDesk| {
        let facts = desk.facts(2025);
        let rows = facts["budget.funds"][0]["expense"].as_array().expect("rows").clone();
        rows.iter().map(|row| row["item"].as_str().expect("a name").to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(shown(&desk, 2025), ["事務費", "・会議費", "・印刷費", "事業費", "・防災", "・・訓練", "・・備蓄"]);
    assert_eq!(on_paper(&desk), "会議費 印刷費 備蓄");

    let mut hashes = vec![desk.state_hash()];
    shift(&desk, 2025, &["事業費"], true);
    assert_eq!(shown(&desk, 2025)[0], "事業費", "a heading takes along what stands under it");
    assert_eq!(on_paper(&desk), "備蓄 会議費 印刷費", "the paper follows");
    hashes.push(desk.state_hash());
    shift(&desk, 2025, &["事業費", "防災", "備蓄"], true);
    hashes.push(desk.state_hash());
    desk.call("accounts.rename_item", renamed(&print, ["事業費", "広報", "印刷", ""]));
    assert_eq!(
        shown(&desk, 2025),
        ["事業費", "・防災", "・・備蓄", "・・訓練", "・広報", "・・印刷", "事務費", "・会議費"],
        "another 款 is another place"
    );
    hashes.push(desk.state_hash());
    let heading =
        json!({ "year": 2025, "side": "expense", "fund_id": null, "path": ["事業費", "防災"], "name": " 防災・防犯 " });
    desk.call("accounts.rename_heading", heading);
    assert_eq!(shown(&desk, 2025)[1], "・防災・防犯");
    for hash in hashes.into_iter().rev() {
        desk.call("office.undo", json!({}));
        assert_eq!(desk.state_hash(), hash, "taken back whole");
    }
}

#[test]
fn b01_what_is_used_stays_and_what_is_not_can_go() {
    let desk = TestDesk::empty(PROGRAM);
    let [food, rent, typo] = ["会議費", "会場費", "会場日"].map(|name| add(&desk, ["事務費", name, "", ""]));
    let put = |year: i32, item: &Value, amount: &str| {
        let line = json!({ "item_id": item, "amount": amount, "note": "" });
        desk.call("accounts.put_lines", json!({ "year": year, "lines": [line] }));
    };
    put(2024, &rent, "1万");
    put(2025, &food, "3万");
    assert_eq!(["会議費", "会場費", "会場日"].map(|name| state_of(&desk, name)), ["used", "idle", "fresh"]);
    let used = desk.refused("accounts.retire_item", json!({ "year": 2025, "id": food }));
    assert_eq!((used.code.as_str(), used.params["year"].as_str()), ("accounts.item_used", "令和7年度"));
    assert_eq!(desk.refused("accounts.remove_item", json!({ "id": rent })).code, "accounts.item_named");
    desk.call("accounts.remove_item", json!({ "id": typo }));
    desk.call("accounts.retire_item", json!({ "year": 2025, "id": rent }));
    assert_eq!(shown(&desk, 2025), ["事務費", "・会議費"]);
    assert_eq!(shown(&desk, 2024), ["事務費", "・会議費", "・会場費"], "the year that used it still shows it");
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    assert_eq!(choices["items"].as_array().map(Vec::len), Some(1), "it is offered no more");
    let again =
        json!({ "side": "expense", "kan": "事務費", "kou": "会場費", "moku": "", "setsu": "", "fund_id": null });
    let there = desk.refused("accounts.add_item", again);
    assert_eq!((there.code.as_str(), there.params["field"].as_str()), ("accounts.item_retired", "kou"));
    desk.call("accounts.reuse_item", json!({ "id": rent }));
    assert_eq!(shown(&desk, 2025).len(), 3);
}

#[test]
fn b01_a_name_that_will_not_do_is_told_at_its_field() {
    let desk = TestDesk::empty(PROGRAM);
    let food = add(&desk, ["事務費", "会議費", "", ""]);
    add(&desk, ["事務費", "印刷費", "", ""]);
    for (levels, code, field) in [
        (["", "", "", ""], "accounts.item_level_missing", "kan"),
        (["事務費", "　", "お茶", ""], "accounts.item_level_missing", "kou"),
        (["事務費", "会議費", "", "お茶"], "accounts.item_level_missing", "moku"),
        (["事務費", " 印刷費 ", "", ""], "accounts.item_there", "kou"),
    ] {
        let refused = desk.refused("accounts.rename_item", renamed(&food, levels));
        assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), (code, field), "{levels:?}");
    }
    let nothing = json!({ "year": 2025, "side": "expense", "fund_id": null, "path": ["事務費"], "name": " " });
    assert_eq!(desk.refused("accounts.rename_heading", nothing).code, "accounts.heading_unnamed");
    let end = json!({ "year": 2025, "side": "expense", "fund_id": null, "path": ["事務費"], "is_up": true });
    assert_eq!(desk.refused("accounts.move_item", end).code, "accounts.item_at_end");
}

#[test]
fn b10_a_name_of_a_closed_year_stays_and_the_next_year_bears_the_new_one() {
    let desk = TestDesk::sample(PROGRAM);
    let items = desk.call("accounts.entry_choices", json!({ "year": 2025 }))["items"].clone();
    let item = items.as_array().expect("items").iter().find(|item| item["name"] == "消耗品費").expect("the item");
    let settled = |facts: &Value| {
        let rows = facts["settlement.expense"].as_array().expect("rows").clone();
        rows.iter().find(|row| row["item"] == "消耗品費").map(|row| row["settled_yen"].clone())
    };
    let spent = settled(&desk.facts(2025)).expect("spent");
    desk.call("accounts.copy_budget", json!({ "from": 2025, "year": 2026 }));
    let purses = desk.call("accounts.year_state", json!({ "year": 2025 }))["purses"].clone();
    let stated: Vec<Value> = purses
        .as_array()
        .expect("purses")
        .iter()
        .map(|p| json!({ "purse_id": p["id"], "amount": p["book_yen"].to_string() }))
        .collect();
    desk.call("accounts.state_balances", json!({ "year": 2025, "on": "", "balances": stated }));
    desk.call("accounts.close_year", json!({ "year": 2025, "by": "会長 見本" }));

    let kan = item["kan"].as_str().expect("a 款");
    let next = desk.call("accounts.rename_item", renamed(&item["id"], [kan, "事務用品費", "", ""]));
    assert_ne!(next["value"]["id"], item["id"], "another item takes its place");
    assert_eq!(desk.call("accounts.year_state", json!({ "year": 2025 }))["closed"]["is_intact"], true);
    assert_eq!(settled(&desk.facts(2025)), Some(spent.clone()), "the closed year says what it said");
    assert!(shown(&desk, 2025).iter().any(|name| name.ends_with("消耗品費")));
    let names = shown(&desk, 2026);
    assert!(names.iter().any(|name| name.ends_with("事務用品費")), "{names:?}");
    assert!(!names.iter().any(|name| name.ends_with("消耗品費")), "{names:?}");
    let planned = desk.facts(2026)["budget.funds"][0]["expense"].clone();
    let line = planned.as_array().expect("lines").iter().find(|row| row["item"] == "事務用品費").expect("the line");
    assert_eq!(line["previous_settled_yen"], spent, "last year's figure stands beside the new name");
    assert_eq!(desk.refused("accounts.reuse_item", json!({ "id": item["id"] })).code, "accounts.item_followed");
    desk.call("office.undo", json!({}));
    assert!(shown(&desk, 2026).iter().any(|name| name.ends_with("消耗品費")), "and it is taken back");
}
