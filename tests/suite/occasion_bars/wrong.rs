//! V01: records that were written by mistake are taken out, put right or made one, and all of it can be taken back.

use super::*;
use crate::PROGRAM;

pub(super) fn lines(desk: &TestDesk) -> Vec<(String, Value)> {
    let shown = occasions(desk, 2025)["activities"].clone();
    let all = shown.as_array().expect("lines").iter();
    all.map(|line| (said(&line["name"]).to_owned(), line["id"].clone())).collect()
}

pub(crate) fn line(desk: &TestDesk, name: &str) -> Value {
    let lines = lines(desk);
    lines.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("{name} in {lines:?}")).1.clone()
}

pub(super) fn record(desk: &TestDesk, id: &Value) -> Value {
    desk.call("activities.line", json!({ "id": id, "year": 2025 }))
}

/// An expense of 夏祭り, as typed.
pub(super) fn expense(desk: &TestDesk, fields: Value) -> Value {
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let item = choices["items"].as_array().expect("items").iter().find(|one| one["side"] == "expense").expect("one");
    let draft = json!({ "kind": "expense", "on": "7/20", "counterparty": "見本商店", "description": "テント", "item_id": item["id"],
        "amount": "12,000", "purse_id": choices["purses"][0]["id"], "to_purse_id": null, "grant_id": null, "activity_id": null,
        "occasion_id": null, "eligibility": null, "eligibility_reason": "", "has_receipt": true, "voucher_no": "", "to_item_id": null,
        "committee_id": null });
    let draft = json!({ "year": 2025, "draft": with(&draft, fields), "receipt": null });
    desk.call("accounts.record_entry", draft)["value"]["id"].clone()
}

#[test]
fn v01_a_wrong_occasion_goes_with_its_tasks_and_its_people_and_comes_back_with_them() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &draft("夏まつり（書きまちがい）", "7/20"));
    add(&desk, &task(&id, "preparation", "テントを借りる", "婦人会", "7/1"));
    desk.call("activities.attend", json!({ "id": id, "person_id": null, "name": "十河　勝", "part": "helper" }));
    let written = desk.state_hash();
    desk.call("activities.remove_occasion", json!({ "id": id }));
    assert_eq!(desk.refused("activities.occasion", json!({ "id": id })).code, "activities.no_such_occasion");
    let history = desk.call("office.history", json!({ "limit": 1 }))["entries"][0]["sentence"].clone();
    assert_eq!(history, "行事「夏まつり（書きまちがい）」（7月20日）を消しました");
    undo(&desk);
    assert_eq!(desk.state_hash(), written);
    assert_eq!(occasion(&desk, &id)["preparations"][0]["task"]["what"], "テントを借りる");
}

#[test]
fn v01_an_occasion_stays_while_the_books_or_its_photographs_name_it() {
    let desk = TestDesk::sample(PROGRAM);
    let [paid, seen] = ["夏祭り", "防災訓練"].map(|title| save(&desk, &draft(title, "7/20")));
    expense(&desk, json!({ "occasion_id": paid }));
    let file = desk.folder().join("資料.pdf");
    std::fs::write(&file, b"%PDF-1.7 programme").expect("a file");
    let token = desk.token(&file);
    let attached = json!({ "owner_kind": "occasion", "owner_id": seen, "token": token, "label": "資料", "note": "" });
    desk.call("attachments.attach", attached);
    let before = desk.state_hash();
    let refused = desk.refused("activities.remove_occasion", json!({ "id": paid }));
    assert_eq!((refused.code.as_str(), refused.params["count"].as_str()), ("activities.occasion_has_entries", "1"));
    assert!(refused.hint.contains("なおす") && refused.hint.contains("中止になりました"), "{}", refused.hint);
    assert_eq!(
        desk.refused("activities.remove_occasion", json!({ "id": seen })).code,
        "activities.occasion_has_papers"
    );
    assert_eq!(desk.state_hash(), before);
}

#[test]
fn v01_a_line_of_work_gets_its_right_name_everywhere() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &with(&draft("夏祭り", "7/20"), json!({ "activity": "なつまつり事業" })));
    save(&desk, &with(&draft("敬老会", "9/15"), json!({ "activity": "敬老事業" })));
    let (wrong, written) = (line(&desk, "なつまつり事業"), desk.state_hash());
    let rename = |name: &str| json!({ "id": wrong, "name": name });
    assert_eq!(desk.refused("activities.rename_activity", rename(" ")).code, "activities.activity_missing");
    assert_eq!(desk.refused("activities.rename_activity", rename("敬老事業")).code, "activities.name_taken");
    desk.call("activities.rename_activity", rename(" 夏の祭り事業 "));
    assert_eq!(occasion(&desk, &id)["row"]["activity"], "夏の祭り事業");
    assert!(desk.facts(2025)["activities.list"].to_string().contains("夏の祭り事業"));
    undo(&desk);
    assert_eq!((desk.state_hash(), line(&desk, "なつまつり事業")), (written, wrong));
}

#[test]
fn v01_one_line_of_work_written_two_ways_becomes_one_with_its_occasions_plans_and_yen() {
    let desk = TestDesk::sample(PROGRAM);
    save(&desk, &with(&draft("夏祭り", "7/20"), json!({ "activity": "夏の祭り事業", "committee": "環境部会" })));
    save(&desk, &with(&draft("盆おどり", "8/15"), json!({ "activity": "夏の祭り事業" })));
    save(&desk, &with(&draft("前夜祭", "7/19"), json!({ "activity": "夏のまつり事業" })));
    let (gone, keep) = (line(&desk, "夏の祭り事業"), line(&desk, "夏のまつり事業"));
    expense(&desk, json!({ "activity_id": gone }));
    expense(&desk, json!({ "activity_id": keep, "amount": "3,000" }));
    let plan = |activity: &str, committee: &str| {
        json!({ "plan": { "id": null, "version": 0, "year": 2026, "activity": activity, "committee": committee, "schedule": "7月", "aims": "",
            "content": "", "place": "", "target": "", "participants": "", "notice": "" } })
    };
    let planned = desk.call("activities.save_plan", plan("夏の祭り事業", "環境部会"))["value"]["id"].clone();
    desk.call("activities.save_plan", plan("夏のまつり事業", ""));
    let merge = json!({ "keep": keep, "gone": gone });
    let refused = desk.refused("activities.merge_activity", merge.clone());
    assert_eq!((refused.code.as_str(), refused.params["year"].as_str()), ("activities.both_planned", "令和8年度"));
    assert_eq!(
        desk.refused("activities.merge_activity", json!({ "keep": keep, "gone": keep })).code,
        "activities.same_one"
    );
    desk.call("activities.remove_plan", json!({ "id": planned }));
    let apart = desk.state_hash();
    desk.call("activities.merge_activity", merge);
    assert!(lines(&desk).iter().all(|(name, _)| name != "夏の祭り事業"));
    let one = record(&desk, &keep);
    assert_eq!(one["occasions"].as_array().expect("occasions").len(), 3);
    assert_eq!((&one["line"]["spent_yen"], &one["line"]["committee"]), (&json!(15_000), &json!("環境部会")));
    assert!(one["others"].as_array().expect("others").iter().all(|other| other["id"] != keep && other["id"] != gone));
    undo(&desk);
    assert_eq!((desk.state_hash(), &record(&desk, &gone)["line"]["spent_yen"]), (apart, &json!(12_000)));
}
