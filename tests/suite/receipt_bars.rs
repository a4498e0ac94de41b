//! What receipts must be able to do, through the door as the window does it: K02 and K03, and files that are none.

use serde_json::{Value, json};
use suite::TestDesk;
use suite::photo::{HEIC, bomb, jpeg, png};

use crate::PROGRAM;

const COUNCIL: &str = "見本地区コミュニティ協議会";

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Two expenses of the specimen year, with what they cost.
pub(crate) fn two(desk: &TestDesk) -> [(Value, i64); 2] {
    let all = desk.call("accounts.list_entries", json!({ "year": 2025 }));
    let open = |e: &&Value| e["kind"] == "expense" && e["is_void"] == false;
    let known = |e: &Value| (e["id"].clone(), e["expense_yen"].as_i64().expect("an amount"));
    let found: Vec<_> = list(&all["entries"]).iter().filter(open).map(known).take(2).collect();
    found.try_into().expect("two expenses")
}

pub(crate) fn draft(amount: i64, parts: Value) -> Value {
    json!({ "kind": "receipt", "on": "R7.5.1", "addressee": format!("{COUNCIL}　御中"), "purpose": "会議用のお茶",
        "issuer": "見本商店", "amount": amount.to_string(), "note": "", "parts": parts })
}

pub(crate) fn saving(id: &Value, draft: &Value, token: Option<String>) -> Value {
    json!({ "year": 2025, "id": id, "draft": draft, "token": token })
}

pub(crate) fn saved(desk: &TestDesk, draft: &Value, token: Option<String>) -> Value {
    desk.call("accounts.save_receipt", saving(&Value::Null, draft, token))["value"]["id"].clone()
}

pub(crate) fn receipts(desk: &TestDesk) -> Value {
    desk.call("accounts.list_receipts", json!({ "year": 2025 }))
}

pub(crate) fn states(desk: &TestDesk, id: &Value) -> Vec<(String, String)> {
    let shown = desk.call("accounts.receipt_form", json!({ "year": 2025, "id": id, "entry_id": null }));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    list(&shown["checks"]).iter().map(|check| (text(&check["id"]), text(&check["state"]))).collect()
}

fn state(desk: &TestDesk, id: &Value, check: &str) -> String {
    states(desk, id).into_iter().find(|(name, _)| name == check).expect("the check").1
}

pub(crate) fn file(desk: &TestDesk, name: &str, bytes: &[u8]) -> String {
    let path = desk.folder().join(name);
    std::fs::write(&path, bytes).expect("a file");
    desk.token(&path)
}

fn marked(desk: &TestDesk, entry: &Value, has_receipt: bool) {
    desk.call("accounts.set_receipt", json!({ "id": entry, "has_receipt": has_receipt }));
}

fn has_receipt(desk: &TestDesk, entry: &Value) -> bool {
    desk.call("accounts.entry", json!({ "id": entry }))["row"]["has_receipt"] == true
}

#[test]
fn k02_an_entry_without_receipt_is_listed_until_a_photograph_is_kept_with_it() {
    let desk = TestDesk::sample(PROGRAM);
    let [(entry, cost), _] = two(&desk);
    marked(&desk, &entry, false);
    let lacks = |desk: &TestDesk| list(&receipts(desk)["unproven"]).iter().any(|one| one["entry_id"] == entry);
    assert!(lacks(&desk) && !has_receipt(&desk, &entry));
    let before = desk.state_hash();

    let form = desk.call("accounts.receipt_form", json!({ "year": 2025, "id": null, "entry_id": entry }));
    let amount = form["draft"]["amount"].as_str().expect("an amount").replace(',', "");
    assert_eq!((amount, &form["draft"]["addressee"]), (cost.to_string(), &json!("")), "宛名 is read on the paper");
    let parts = json!([{ "entry_id": entry, "amount": "" }]);
    let id = saved(&desk, &draft(cost, parts), Some(file(&desk, "領収書.png", &png(640, 480))));
    assert!(!lacks(&desk) && has_receipt(&desk, &entry), "with its receipt the entry has one");
    let row = receipts(&desk)["receipts"][0].clone();
    assert_eq!((&row["number"], &row["pictures"], &row["is_broken"]), (&json!(1), &json!(1), &json!(false)));
    let refused = desk.refused("accounts.set_receipt", json!({ "id": entry, "has_receipt": false }));
    assert_eq!(refused.code, "accounts.receipt_written");

    desk.call("accounts.remove_receipt", json!({ "id": id }));
    assert!(lacks(&desk) && !has_receipt(&desk, &entry));
    desk.call("office.undo", json!({}));
    assert_eq!(receipts(&desk)["receipts"][0], row, "the picture comes back with it");
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before, "one act, one way back");
}

#[test]
fn k02_a_paper_at_hand_stays_counted_as_such() {
    let desk = TestDesk::sample(PROGRAM);
    let [(entry, _), _] = two(&desk);
    let on_paper = |desk: &TestDesk| receipts(desk)["on_paper"].as_i64().expect("a count");
    marked(&desk, &entry, false);
    let before = on_paper(&desk);
    marked(&desk, &entry, true);
    assert_eq!(on_paper(&desk), before + 1);
    assert!(list(&receipts(&desk)["unproven"]).iter().all(|one| one["entry_id"] != entry));
}

#[test]
fn k02_what_the_city_asks_is_checked_or_ticked() {
    let desk = TestDesk::sample(PROGRAM);
    let [(entry, cost), _] = two(&desk);
    let good = draft(cost, json!([{ "entry_id": entry, "amount": "" }]));
    let id = saved(&desk, &good, None);
    let all = ["period", "addressee", "purpose", "sum"].map(|check| state(&desk, &id, check));
    assert_eq!(all, ["good"; 4].map(str::to_owned));
    assert_eq!(state(&desk, &id, "legible"), "open");
    desk.call("accounts.tick_receipt", json!({ "id": id, "check": "legible", "is_ticked": true }));
    assert_eq!(state(&desk, &id, "legible"), "ticked");
    assert_eq!(receipts(&desk)["receipts"][0]["lacking"], json!([]));

    for (field, typed, worse, check) in [
        ("addressee", "上様", "見本町会", "addressee"),
        ("purpose", "お品代", "商品代", "purpose"),
        ("on", "R8.4.1", "R8.4.2", "period"),
    ] {
        let mut bad = good.clone();
        bad[field] = json!(typed);
        desk.call("accounts.save_receipt", saving(&id, &bad, None));
        assert_eq!(state(&desk, &id, check), "bad", "{typed}");
        assert_eq!(state(&desk, &id, "legible"), "ticked", "what was looked at stays so");
        desk.call("accounts.tick_receipt", json!({ "id": id, "check": check, "is_ticked": true }));
        assert_eq!(state(&desk, &id, check), "ticked");
        bad[field] = json!(worse);
        desk.call("accounts.save_receipt", saving(&id, &bad, None));
        assert_eq!(state(&desk, &id, check), "bad", "nobody looked at {worse} yet");
    }
    let mut till = good.clone();
    till["kind"] = json!("till");
    till["addressee"] = json!("");
    desk.call("accounts.save_receipt", saving(&id, &till, None));
    let asked: Vec<String> = states(&desk, &id).into_iter().map(|(name, _)| name).collect();
    assert_eq!(asked, ["period", "addressee", "sum", "legible"], "a till slip has no 但し書き");
    assert_eq!(state(&desk, &id, "addressee"), "open");
}

#[test]
fn k03_one_receipt_is_split_over_entries_with_a_check_of_the_remainder() {
    let desk = TestDesk::sample(PROGRAM);
    let [(first, a), (second, b)] = two(&desk);
    for entry in [&first, &second] {
        marked(&desk, entry, false);
    }
    let parts = |x: &str, y: &str| json!([{ "entry_id": first, "amount": x }, { "entry_id": second, "amount": y }]);
    let id = saved(&desk, &draft(a + b, parts(&a.to_string(), "")), None);
    assert_eq!(state(&desk, &id, "sum"), "good", "the one left empty takes the rest");
    assert!(has_receipt(&desk, &first) && has_receipt(&desk, &second));
    let row = receipts(&desk)["receipts"][0].clone();
    assert_eq!(list(&row["entries"]).len(), 2);

    desk.call("accounts.save_receipt", saving(&id, &draft(a + b, parts(&a.to_string(), &(b - 1).to_string())), None));
    assert_eq!(state(&desk, &id, "sum"), "bad");
    let left = receipts(&desk)["unproven"].clone();
    let left = list(&left).iter().find(|one| one["entry_id"] == second).expect("listed").clone();
    assert_eq!((&left["left_yen"], &left["amount_yen"]), (&json!(1), &json!(b)));

    let over = |draft: Value| desk.refused("accounts.save_receipt", saving(&id, &draft, None)).code;
    assert_eq!(over(draft(a + b - 1, parts(&a.to_string(), &b.to_string()))), "accounts.receipt_parts_over");
    assert_eq!(over(draft(a + b + 1, parts(&a.to_string(), &(b + 1).to_string()))), "accounts.receipt_over_entry");
    assert_eq!(over(draft(a, json!([]))), "accounts.receipt_without_entry");
    let twice = json!([{ "entry_id": first, "amount": "1" }, { "entry_id": first, "amount": "1" }]);
    assert_eq!(over(draft(a, twice)), "accounts.receipt_entry_twice");
}

#[test]
fn k03_several_receipts_prove_one_entry_and_never_more_than_it_cost() {
    let desk = TestDesk::sample(PROGRAM);
    let [(entry, cost), _] = two(&desk);
    let part = |amount: i64| draft(amount, json!([{ "entry_id": entry, "amount": amount.to_string() }]));
    let one = saved(&desk, &part(cost - 1), None);
    let other = saved(&desk, &part(1), None);
    let behind = desk.call("accounts.receipts_of", json!({ "entry_id": entry }));
    assert_eq!((list(&behind["receipts"]).len(), &behind["left_yen"]), (2, &json!(0)));
    let refused = desk.refused("accounts.save_receipt", saving(&Value::Null, &part(1), None));
    assert_eq!(refused.code, "accounts.receipt_over_entry");
    desk.call("accounts.remove_receipt", json!({ "id": one }));
    assert!(has_receipt(&desk, &entry), "the other one is still there");
    desk.call("accounts.remove_receipt", json!({ "id": other }));
    assert!(!has_receipt(&desk, &entry));
    saved(&desk, &part(cost), None);
    assert_eq!(receipts(&desk)["receipts"][0]["number"], 3, "no paper bears a number that another one bore");
}

#[test]
fn k03_a_receipt_of_an_entry_taken_back_no_longer_adds_up() {
    let desk = TestDesk::sample(PROGRAM);
    let [(entry, cost), _] = two(&desk);
    let id = saved(&desk, &draft(cost, json!([{ "entry_id": entry, "amount": "" }])), None);
    desk.call("accounts.void_entry", json!({ "id": entry, "reason": "金額のまちがい" }));
    assert_eq!(state(&desk, &id, "sum"), "bad");
}

#[test]
fn k02_files_that_are_no_receipt_are_refused_with_a_way_on() {
    let desk = TestDesk::sample(PROGRAM);
    let [(entry, cost), _] = two(&desk);
    let good = draft(cost, json!([{ "entry_id": entry, "amount": "" }]));
    let before = desk.state_hash();
    for (name, bytes, code) in [
        ("大きい.png", bomb(), "attachments.picture_too_large"),
        ("壊れた.jpg", b"\xFF\xD8\xFF\xE1\xFF\xFFExif".to_vec(), "attachments.picture_cut"),
        ("途中まで.jpg", jpeg(300, 300, 1)[..2_000].to_vec(), "attachments.picture_cut"),
        ("途中まで.heic", HEIC[..900].to_vec(), "attachments.picture_cut"),
        ("名前だけ.heic", b"\0\0\0\x18ftypheic----".to_vec(), "attachments.picture_cut"),
        ("中身のない.jpg", b"\xFF\xD8\xFF\xD9".to_vec(), "attachments.picture_broken"),
        ("動画.jpg", b"\0\0\0\x18ftypmp42isom".to_vec(), "attachments.not_kept"),
        ("動画2.jpg", b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41".to_vec(), "attachments.not_kept"),
        ("動画3.jpg", b"\0\0\0\x14ftypqt  \0\0\0\0qt  ".to_vec(), "attachments.not_kept"),
        ("動く.gif", b"GIF89a".to_vec(), "attachments.not_kept"),
        ("走査.tiff", b"II*\0".to_vec(), "attachments.not_kept"),
        ("写真.webp", b"RIFF\x1A\0\0\0WEBPVP8L".to_vec(), "attachments.not_kept"),
        ("写真.bmp", b"BM\x46\0\0\0\0\0\0\0".to_vec(), "attachments.not_kept"),
        ("写真.cr2", b"II*\0\x10\0\0\0CR\x02\0".to_vec(), "attachments.not_kept"),
        ("写真.nef", b"MM\0*\0\0\0\x08".to_vec(), "attachments.not_kept"),
        ("写真.raf", b"FUJIFILMCCD-RAW 0201".to_vec(), "attachments.not_kept"),
        ("写真.avif", b"\0\0\0\x20ftypavif".to_vec(), "attachments.not_kept"),
        ("絵.svg", b"<svg onload='x'/>".to_vec(), "attachments.not_kept"),
        ("絵.txt", b"<svg onload='x'/>".to_vec(), "attachments.no_receipt"),
        ("領収書.exe", b"MZ\x90\0".to_vec(), "attachments.not_kept"),
        ("空.pdf", vec![], "attachments.empty"),
    ] {
        let token = Some(file(&desk, name, &bytes));
        let refused = desk.refused("accounts.save_receipt", saving(&Value::Null, &good, token));
        assert_eq!(refused.code, code, "{name}");
        assert!(!refused.hint.is_empty(), "{name} says what to do");
    }
    assert_eq!(desk.state_hash(), before, "nothing was written");
}

#[test]
fn k02_the_same_photograph_twice_is_kept_once() {
    let desk = TestDesk::sample(PROGRAM);
    let [(first, a), (second, b)] = two(&desk);
    for (entry, cost) in [(first, a), (second, b)] {
        let token = Some(file(&desk, "同じ.png", &png(640, 480)));
        saved(&desk, &draft(cost, json!([{ "entry_id": entry, "amount": "" }])), token);
    }
    let folders = std::fs::read_dir(desk.folder().join("council.office.cas")).expect("the store").flatten();
    let folders = folders.map(|folder| folder.path()).filter(|path| path.is_dir());
    let files = folders.flat_map(|folder| std::fs::read_dir(folder).expect("contents").flatten());
    let [views, kept] = files.map(|file| file.path()).fold([0, 0], |[views, kept], path| match path.extension() {
        Some(_) => [views + 1, kept],
        None => [views, kept + 1],
    });
    assert_eq!((kept, views), (1, 3), "the photograph, and how it is seen in frames of three sizes");
}

#[test]
fn k02_a_receipt_that_vanished_is_told_everywhere() {
    let desk = TestDesk::sample(PROGRAM);
    let [(entry, cost), _] = two(&desk);
    let token = Some(file(&desk, "領収書.png", &png(640, 480)));
    saved(&desk, &draft(cost, json!([{ "entry_id": entry, "amount": "" }])), token);
    std::fs::remove_dir_all(desk.folder().join("council.office.cas")).expect("removed");
    assert_eq!(receipts(&desk)["receipts"][0]["is_broken"], true);
    let found = desk.call("accounts.year_state", json!({ "year": 2025 }));
    let told =
        list(&found["findings"]).iter().find(|one| one["told"]["code"] == "accounts.receipt_broken").expect("found");
    let message = told["told"]["message"].as_str().expect("a sentence");
    assert!(message.contains("1番") && message.contains("証憑が壊れています"), "{message}");
    let check = desk.call("office.check", json!({}));
    assert!(check["problems"][0]["message"].as_str().expect("a sentence").contains("領収書 1番"), "{check}");
}
