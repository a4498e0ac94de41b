//! Papers of people, papers for people, and what is kept of those who left.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{household, list, person, text};
use crate::PROGRAM;

#[test]
fn r11_labels_and_envelopes_are_chosen_begun_anywhere_and_shifted() {
    let desk = TestDesk::sample(PROGRAM);
    let choices = desk.call("lists.choices", json!({ "year": 2025 }));
    let papers: Vec<&str> = list(&choices["papers"]).iter().map(|paper| text(&paper["id"])).collect();
    let presets = ["label-10", "label-12", "label-18", "label-21", "label-24", "grid-8", "naga3-down", "naga3-across"];
    assert!(presets.iter().all(|preset| papers.contains(preset)), "{papers:?}");
    let honorifics: Vec<&str> = list(&choices["honorifics"]).iter().map(text).collect();
    assert!(["様", "御中", "殿"].iter().all(|honorific| honorifics.contains(honorific)));

    let choice = json!({ "source": "people", "title": "", "columns": ["name"], "order": "reading", "group": null,
        "filter": { "bodies": [], "roles": [], "words": "齋藤 花子" }, "orientation": "portrait" });
    let items = |paper: &str, first: u16, shift: [i16; 2], honorific: &str| {
        let labels = json!({ "stationery": paper, "first": first, "honorific": honorific, "numerals": "kanji",
            "is_joined": false, "with_office": false, "shift": shift });
        let what = json!({ "kind": "labels", "choice": choice, "labels": labels });
        let shown = desk.call("lists.preview", json!({ "year": 2025, "what": what, "copies": null }));
        let items = list(&shown["pages"]["sheets"][0]["items"]).iter().filter(|item| item["kind"] == "text");
        items.cloned().collect::<Vec<_>>()
    };
    let corner = |items: &[Value]| ["x", "y"].map(|part| items[0][part].as_f64().unwrap_or_default() / 72.0 * 25.4);
    let moved = |to: &[Value], from: &[Value]| {
        let (to, from) = (corner(to), corner(from));
        [to[0] - from[0], to[1] - from[1]].map(|mm| (mm * 10.0).round() as i64)
    };
    let plain = items("label-12", 0, [0, 0], "様");
    assert!(plain.iter().any(|item| text(&item["text"]) == "様" || text(&item["text"]).ends_with("　様")), "{plain:?}");
    assert_eq!(moved(&items("label-12", 3, [0, 0], "様"), &plain), [864, 423], "second row, second column");
    assert_eq!(moved(&items("label-12", 0, [12, -5], "様"), &plain), [12, -5], "as the test print showed");
    assert!(items("label-12", 0, [0, 0], "御中").iter().any(|item| text(&item["text"]).contains("御中")));
    let envelope = items("naga3-down", 0, [0, 0], "様");
    let upright: String =
        envelope.iter().filter(|item| item["vertical"] == true).map(|item| text(&item["text"])).collect();
    assert!(
        upright.contains("齋藤") && upright.contains("桜町一丁目二十番七号"),
        "from top to bottom, in kanji: {upright}"
    );
}

#[test]
fn r14_papers_of_a_person_are_kept_shown_and_missed_when_lost() {
    let desk = TestDesk::sample(PROGRAM);
    let id = person(&desk, "齋藤 花子");
    let paper = desk.folder().join("同意書.pdf");
    std::fs::write(&paper, b"%PDF-1.7 a paper").expect("written");
    let owner = json!({ "owner_kind": "person", "owner_id": id });
    let mut attach = owner.clone();
    attach["token"] = desk.token(&paper).into();
    (attach["label"], attach["note"]) = ("同意書".into(), "".into());
    desk.call("attachments.attach", attach.clone());
    let papers = desk.call("attachments.list", owner);
    let [shown] = list(&papers) else { panic!("one paper: {papers}") };
    assert_eq!(
        (text(&shown["name"]), text(&shown["label"]), shown["is_in_place"] == true),
        ("同意書.pdf", "同意書", true)
    );
    let content = desk.call("attachments.content", json!({ "id": shown["id"] }));
    assert_eq!(
        (text(&content["media_type"]), text(&content["base64"])),
        ("application/pdf", "JVBERi0xLjcgYSBwYXBlcg==")
    );
    let program = desk.folder().join("写真.jpg");
    std::fs::write(&program, b"MZ\x90\0 a program").expect("written");
    attach["token"] = desk.token(&program).into();
    assert_eq!(desk.refused("attachments.attach", attach).code, "attachments.not_kept");
}

/// A paper with words of its own lies with a record.
fn attach(desk: &TestDesk, owner: (&str, &Value), label: &str) {
    let path = desk.folder().join(format!("{label}.pdf"));
    std::fs::write(&path, format!("%PDF-1.7 {label}")).expect("written");
    let asked =
        json!({ "owner_kind": owner.0, "owner_id": owner.1, "token": desk.token(&path), "label": label, "note": "" });
    desk.call("attachments.attach", asked);
}

/// What the first page says of copies or papers.
fn safety(desk: &TestDesk, title: &str) -> (String, bool) {
    let lines = desk.call("office.home", json!({ "year": 2025 }))["safety"].take();
    let line = list(&lines).iter().find(|line| line["title"] == title).unwrap_or_else(|| panic!("{title} in {lines}"));
    (text(&line["detail"]).to_owned(), line["is_ok"] == true)
}

#[test]
fn r14_papers_of_people_households_and_bodies_are_counted_in_the_backup() {
    let mut desk = TestDesk::sample(PROGRAM);
    let id = person(&desk, "齋藤 花子");
    let home = json!(household(&desk, &id, &[]));
    let body = desk.call("roster.bodies", json!({}))[0]["id"].clone();
    let owners = [("person", json!(id), "同意書"), ("household", home, "入会届"), ("organisation", body, "規約")];
    for (kind, owner, label) in &owners {
        attach(&desk, (kind, owner), label);
        let papers = desk.call("attachments.list", json!({ "owner_kind": kind, "owner_id": owner }));
        let told: Vec<_> = list(&papers).iter().map(|paper| (text(&paper["label"]), &paper["is_in_place"])).collect();
        assert_eq!(told, [(*label, &json!(true))], "one paper at this {kind}");
    }
    assert_eq!(safety(&desk, "添付した書類"), ("3件がそろっています".to_owned(), true));
    assert!(!safety(&desk, "控え").0.contains("添付した書類"), "no copy was made since");
    desk.restart();
    let (told, is_ok) = safety(&desk, "控え");
    assert!(told.ends_with("添付した書類3件も、その控えから開けます") && is_ok, "{told}");

    let folder = desk.folder().join("council.office.cas");
    let paper = std::fs::read_dir(folder).expect("the store").flatten().find(|one| one.path().is_dir()).expect("one");
    std::fs::remove_dir_all(paper.path()).expect("lost");
    let (told, is_ok) = safety(&desk, "控え");
    assert!(told.contains("その控えからも開けません") && !is_ok, "{told}");
}

#[test]
fn r16_the_plan_for_leavers_is_shown_carried_out_and_told() {
    let desk = TestDesk::sample(PROGRAM);
    let id = person(&desk, "髙橋 由美子");
    desk.call("roster.leave", json!({ "id": id, "on": "H31.3.31", "reason": "転出" }));
    let plan = desk.call("privacy.overview", json!({}));
    let leaver = list(&plan["leavers"]).iter().find(|l| l["person_id"] == id.as_str()).cloned().unwrap_or_default();
    assert_eq!((leaver["is_due"] == true, text(&leaver["due_label"])), (true, "令和6年3月31日"));
    let done = desk.call("privacy.erase_leavers", json!({ "people": [id] }));
    assert!(text(&done["sentence"]).contains("1人"));
    assert_eq!(person(&desk, "090-0000-0980"), "", "nothing finds what is no more");
    assert_eq!(desk.call("office.check", json!({}))["ok"], true);
    let early = person(&desk, "齋藤 花子");
    desk.call("roster.leave", json!({ "id": early, "on": "R8.1.1", "reason": "退会" }));
    assert_eq!(desk.refused("privacy.erase_leavers", json!({ "people": [early] })).code, "privacy.not_due");
}
