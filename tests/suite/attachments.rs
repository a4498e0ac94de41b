//! 添付: papers of records come in, are seen, are missed when they are gone, and leave nothing readable behind.

use std::path::PathBuf;

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

const CONSENT: &[u8] = b"%PDF-1.7 consent form of somebody";

fn paper(desk: &TestDesk, name: &str) -> String {
    let path = desk.folder().join(name);
    std::fs::write(&path, CONSENT).expect("a paper");
    desk.token(&path)
}

fn attach(desk: &TestDesk, owner: (&str, &Value), name: &str, label: &str) -> Value {
    let token = paper(desk, name);
    let asked = json!({ "owner_kind": owner.0, "owner_id": owner.1, "token": token, "label": label, "note": "" });
    desk.call("attachments.attach", asked)["value"]["id"].clone()
}

fn papers(desk: &TestDesk, owner: (&str, &Value)) -> Vec<Value> {
    let list = desk.call("attachments.list", json!({ "owner_kind": owner.0, "owner_id": owner.1 }));
    list.as_array().expect("papers").clone()
}

fn somebody(desk: &TestDesk) -> Value {
    desk.call("roster.list_people", json!({ "year": 2025 }))["people"][0].clone()
}

fn contents(desk: &TestDesk) -> Vec<PathBuf> {
    let folders = std::fs::read_dir(desk.folder().join("council.office.cas")).expect("the store").flatten();
    let folders = folders.map(|folder| folder.path()).filter(|path| path.is_dir());
    folders.flat_map(|folder| std::fs::read_dir(folder).expect("contents").flatten()).map(|file| file.path()).collect()
}

#[test]
fn a_paper_is_attached_seen_taken_off_and_brought_back() {
    let desk = TestDesk::sample(PROGRAM);
    let person = somebody(&desk);
    let owner = ("person", &person["id"]);
    let id = attach(&desk, owner, "同意書.pdf", "同意書");
    let shown = papers(&desk, owner);
    assert_eq!((&shown[0]["label"], &shown[0]["size_label"]), (&json!("同意書"), &json!("1KB")));
    desk.call("attachments.detach", json!({ "id": id }));
    assert!(papers(&desk, owner).is_empty());
    desk.call("office.undo", json!({}));
    assert_eq!(papers(&desk, owner), shown);
}

#[test]
fn what_a_viewer_opens_is_gone_when_the_desk_is_put_away() {
    let desk = TestDesk::sample(PROGRAM);
    let person = somebody(&desk);
    let id = attach(&desk, ("person", &person["id"]), "同意書.pdf", "同意書");
    let laid_out = desk.path(&desk.call("attachments.take_out", json!({ "id": id, "folder": null }))["token"]);
    assert_eq!(std::fs::read(&laid_out).expect("laid out"), CONSENT);
    let chosen = tempfile::tempdir().expect("a folder");
    let token = desk.token(chosen.path());
    let copy = desk.path(&desk.call("attachments.take_out", json!({ "id": id, "folder": token }))["token"]);
    desk.call("office.close", json!({}));
    assert!(!laid_out.exists() && !desk.folder().join("papers").exists());
    assert!(copy.exists(), "what was put where the user chose is hers");
}

#[test]
fn a_receipt_is_no_mere_paper_of_its_entry_and_is_led_to_its_own_place() {
    let desk = TestDesk::sample(PROGRAM);
    let list = desk.call("accounts.list_entries", json!({ "year": 2025 }));
    let id = list["entries"][0]["id"].clone();
    let (before, token) = (desk.state_hash(), paper(&desk, "領収書.pdf"));
    let asked = json!({ "owner_kind": "entry", "owner_id": id, "token": token, "label": " 領収書 ", "note": "" });
    let refused = desk.refused("attachments.attach", asked);
    assert_eq!((refused.code.as_str(), &refused.params["field"]), ("attachments.receipt_elsewhere", &"label".into()));
    assert_eq!(desk.state_hash(), before);
    attach(&desk, ("entry", &id), "見積書.pdf", "見積書");
    assert_eq!(papers(&desk, ("entry", &id)).len(), 1);
}

#[test]
fn a_lost_paper_is_told_by_its_name_and_its_record() {
    let desk = TestDesk::sample(PROGRAM);
    let person = somebody(&desk);
    let owner = ("person", &person["id"]);
    attach(&desk, owner, "同意書.pdf", "同意書");
    let attached = |desk: &TestDesk| {
        let safety = desk.call("office.home", json!({ "year": 2025 }))["safety"].as_array().expect("lines").clone();
        safety.into_iter().find(|line| line["title"] == "添付した書類").expect("a line")
    };
    assert_eq!((&attached(&desk)["is_ok"], &attached(&desk)["detail"]), (&json!(true), &json!("1件がそろっています")));

    contents(&desk).into_iter().for_each(|file| std::fs::remove_file(file).expect("removed"));
    let line = attached(&desk);
    assert_eq!((&line["detail"], &line["to"]), (&json!("1件が見つかりません"), &json!("settings/check")));
    assert_eq!(papers(&desk, owner)[0]["is_in_place"], false);
    let found = desk.call("office.check", json!({}));
    let message = found["problems"][0]["message"].as_str().expect("a sentence");
    assert!(message.contains("同意書.pdf") && message.contains(person["name"].as_str().expect("a name")), "{message}");
}

#[test]
fn papers_of_a_household_and_of_a_body_are_kept_with_them() {
    let desk = TestDesk::sample(PROGRAM);
    let person = somebody(&desk);
    let home = json!({ "id": null, "version": 0, "name": "", "organisation_id": null, "postal": "", "address": "高松市桜町1番1号",
        "phone": "", "note": "", "closed": "", "head": person["id"],
        "residents": [{ "person_id": person["id"], "relation": "", "from": "" }] });
    let home = desk.call("roster.save_household", home)["value"]["id"].clone();
    let body = desk.call("roster.bodies", json!({}))[0]["id"].clone();
    for (owner, label) in [(("household", &home), "入会届"), (("organisation", &body), "規約")] {
        attach(&desk, owner, &format!("{label}.pdf"), label);
        let [shown] = papers(&desk, owner).try_into().expect("one paper");
        assert_eq!((&shown["label"], &shown["is_in_place"]), (&json!(label), &json!(true)));
    }
    assert!(papers(&desk, ("person", &person["id"])).is_empty(), "a paper lies with one record");
}

#[test]
fn the_list_tells_a_paper_that_was_cut_short_and_the_check_one_whose_bits_changed() {
    let desk = TestDesk::sample(PROGRAM);
    let person = somebody(&desk);
    let owner = ("person", &person["id"]);
    attach(&desk, owner, "同意書.pdf", "同意書");
    let [file] = contents(&desk).try_into().expect("one content");
    let whole = std::fs::read(&file).expect("the content");
    std::fs::write(&file, &whole[..whole.len() - 1]).expect("cut");
    assert_eq!(papers(&desk, owner)[0]["is_in_place"], false);
    let mut changed = whole.clone();
    changed[20] ^= 1;
    std::fs::write(&file, changed).expect("changed");
    assert_eq!(papers(&desk, owner)[0]["is_in_place"], true, "a list looks at lengths only");
    let check = desk.call("office.check", json!({}));
    assert_eq!(check["problems"][0]["code"], "attachments.damaged", "the check reads every bit");
}

#[test]
fn r07_papers_and_consents_go_along_when_two_records_become_one_and_come_back() {
    let desk = TestDesk::sample(PROGRAM);
    let all = desk.call("roster.list_people", json!({ "year": 2025 }));
    let [keep, gone] = [0, 1].map(|nth| all["people"][nth]["id"].clone());
    attach(&desk, ("person", &gone), "入会届.pdf", "入会届");
    let consent = json!({ "person_id": gone, "scope": "members", "given": "R7.5.1", "how": "入会届", "note": "" });
    desk.call("privacy.record_consent", consent);
    let counts = |who: &Value| {
        let consents = desk.call("privacy.consents", json!({ "person_id": who }));
        (papers(&desk, ("person", who)).len(), consents.as_array().map_or(0, Vec::len))
    };
    let before = desk.state_hash();
    desk.call("roster.merge_people", json!({ "keep": keep, "gone": gone }));
    assert_eq!((counts(&keep), counts(&gone)), ((1, 1), (0, 0)));
    desk.call("office.undo", json!({}));
    assert_eq!((counts(&keep), counts(&gone)), ((0, 0), (1, 1)));
    assert_eq!(desk.state_hash(), before);
}

/// The city's letter lies with the step that it answers, and leaves with a step that was recorded by mistake.
#[test]
fn a_letter_of_the_city_is_kept_with_its_step() {
    let desk = TestDesk::sample(PROGRAM);
    let grant = || desk.call("grants.list", json!({ "year": 2025 }))["grants"][0].clone();
    let step = json!({
        "id": null, "grant_id": grant()["id"], "year": 2025, "stage": "fixing", "state": "done", "on": "8/3/12",
        "number": "高コ推第200号", "amount": "4,827,451", "note": "",
    });
    desk.call("grants.record_step", step);
    let id = grant()["records"][0]["id"].clone();
    let owner = ("grant_step", &id);
    attach(&desk, owner, "確定通知書.pdf", "確定通知書");
    assert_eq!(papers(&desk, owner)[0]["label"], "確定通知書");
    assert_eq!(grant()["records"][0]["letters"], json!(["確定通知書"]), "the page of the grant tells of it");
    let before = desk.state_hash();
    desk.call("grants.remove_step", json!({ "id": id }));
    assert!(papers(&desk, owner).is_empty());
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before, "step and letter come back together");
    for file in contents(&desk) {
        std::fs::remove_file(file).expect("removed");
    }
    let told = desk.call("office.check", json!({}))["problems"].to_string();
    assert!(told.contains("確定通知書.pdf") && told.contains("地域まちづくり交付金　額の確定"), "{told}");
}

#[test]
fn v04_a_picture_of_which_nobody_can_tell_what_it_says_is_looked_at_and_does_not_leave() {
    let desk = TestDesk::sample(PROGRAM);
    let person = somebody(&desk);
    let path = desk.folder().join("集合写真.png");
    // A PNG whose second part claims to be longer than the file.
    let torn = [b"\x89PNG\r\n\x1A\n\0\0\0\x04eXIf".as_slice(), b"GPS?\0\0\0\0\xFF\xFF\xFF\xFFIDAT"].concat();
    std::fs::write(&path, &torn).expect("a picture");
    let asked = json!({ "owner_kind": "person", "owner_id": person["id"], "token": desk.token(&path), "label": "写真", "note": "" });
    let id = desk.call("attachments.attach", asked)["value"]["id"].clone();
    let looked = desk.path(&desk.call("attachments.take_out", json!({ "id": id, "folder": null }))["token"]);
    assert_eq!(std::fs::read(&looked).expect("laid out"), torn, "on this computer it is as it came");
    let chosen = tempfile::tempdir().expect("a folder");
    let refused = desk.refused("attachments.take_out", json!({ "id": id, "folder": desk.token(chosen.path()) }));
    assert_eq!(refused.code, "attachments.not_cleaned");
    assert_eq!(std::fs::read_dir(chosen.path()).expect("the folder").count(), 0, "nothing has left");
}
