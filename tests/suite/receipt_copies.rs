//! K02: pictures of receipts turned by hand, shown upright, and handed on by number without what a camera wrote.

use serde_json::{Value, json};
use suite::TestDesk;
use suite::photo::{HEIC, PLACE, jpeg, png, with_exif};

use crate::PROGRAM;
use crate::closing_bars::pack::unpacked;
use crate::receipt_bars::{draft, list, saved, two};
use crate::receipt_pictures::{attached, mounts, pictures, with_file};

fn says(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|one| one == word)
}

fn papers(desk: &TestDesk, receipt: &Value) -> Value {
    desk.call("attachments.list", json!({ "owner_kind": "receipt", "owner_id": receipt }))
}

fn packed(desk: &TestDesk) -> Value {
    desk.call("accounts.pack_receipts", json!({ "year": 2025, "folder": null }))
}

#[test]
fn k02_the_pictures_of_a_year_leave_in_one_zip_by_number_and_tell_nothing() {
    let desk = TestDesk::sample(PROGRAM);
    let refused = desk.refused("accounts.pack_receipts", json!({ "year": 2025, "folder": null }));
    assert_eq!(refused.code, "accounts.no_pictures");
    let receipt = with_file(&desk, "横.jpg", &with_exif(&jpeg(200, 100, 3), 6));
    attached(&desk, &receipt, "裏.png", &png(20, 30));
    attached(&desk, &receipt, "IMG_0001.HEIC", HEIC);
    let [_, (second, cost)] = two(&desk);
    saved(&desk, &draft(cost, json!([{ "entry_id": second, "amount": "" }])), None);

    let made = packed(&desk);
    assert_eq!((&made["pictures"], &made["bare"]), (&json!(3), &json!(1)), "{made}");
    assert_eq!(made["lost"], json!([]));
    let parts = unpacked(&desk, &made);
    let names: Vec<&str> = parts.keys().map(String::as_str).collect();
    assert_eq!(names.len(), 3);
    assert!(names[0].starts_with("001_2025-05-01_") && names[0].ends_with("円.jpg"), "{names:?}");
    assert!(names[1].starts_with("001_2_2025-05-01_") && names[1].ends_with("円.png"), "{names:?}");
    let iphone = &parts[names[2]];
    assert!(names[2].starts_with("001_3_") && names[2].ends_with("円.jpg") && iphone.starts_with(&[0xFF, 0xD8]));
    assert!(!says(iphone, PLACE), "the place goes, and everybody can open it");
    assert!(names.iter().all(|name| !name.contains(['<', '>', ':', '"', '/', '\\', '|', '?', '*'])));
    let photo = &parts[names[0]];
    assert!(!says(photo, PLACE) && says(photo, b"Exif"), "how it was held stays, where that was goes");

    let heic = desk.call("attachments.take_out", json!({ "id": papers(&desk, &receipt)[2]["id"], "folder": null }));
    assert_eq!(
        (heic["name"].as_str(), &std::fs::read(desk.path(&heic["token"])).expect("it")),
        (Some("IMG_0001.jpg"), iphone)
    );
    let id = papers(&desk, &receipt)[0]["id"].clone();
    let kept = desk.call("attachments.take_out", json!({ "id": id, "folder": null }));
    assert_eq!(&std::fs::read(desk.path(&kept["token"])).expect("the copy"), photo);
}

#[test]
fn k02_a_picture_is_turned_by_hand_on_the_page_and_on_paper_and_back_by_undo() {
    let desk = TestDesk::sample(PROGRAM);
    let receipt = with_file(&desk, "縦.jpg", &jpeg(300, 400, 5));
    let id = papers(&desk, &receipt)[0]["id"].clone();
    let lies = |desk: &TestDesk| {
        let [[width, height, _]] = pictures(&mounts(desk, "three"))[..] else { panic!("one picture") };
        width > height
    };
    let seen = |desk: &TestDesk| desk.call("attachments.content", json!({ "id": id }));
    let (before, upright) = (desk.state_hash(), seen(&desk));
    assert!(!lies(&desk));
    desk.call("attachments.turn", json!({ "id": id }));
    assert!(lies(&desk) && papers(&desk, &receipt)[0]["quarters"] == 1);
    assert_ne!(seen(&desk), upright);
    assert_eq!(seen(&desk)["media_type"], "image/jpeg");
    desk.call("office.undo", json!({}));
    assert_eq!((desk.state_hash(), seen(&desk)), (before, upright));
    (0..4).for_each(|_| drop(desk.call("attachments.turn", json!({ "id": id }))));
    assert_eq!(papers(&desk, &receipt)[0]["quarters"], 0, "four quarters are none");
}

#[test]
fn k02_what_was_just_photographed_or_copied_is_taken_in_and_gone_when_the_desk_is_closed() {
    let mut desk = TestDesk::sample(PROGRAM);
    // A PNG of one point, as a page would hand it in.
    let point = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    let token = desk.call("attachments.hand_in", json!({ "name": "../撮影.png", "base64": point }));
    assert_eq!(token["name"], "撮影.png");
    let path = desk.path(&token["token"]);
    let [(entry, cost), _] = two(&desk);
    let parts = json!([{ "entry_id": entry, "amount": "" }]);
    saved(&desk, &draft(cost, parts), token["token"].as_str().map(str::to_owned));
    let rows = desk.call("accounts.list_entries", json!({ "year": 2025 }));
    let row = list(&rows["entries"]).iter().find(|row| row["id"] == entry).expect("the entry").clone();
    assert_eq!((&row["receipts"], &row["has_receipt"]), (&json!(1), &json!(true)), "counted in the list");
    assert!(path.exists());
    desk.restart();
    assert!(!path.exists(), "nothing readable stays");
    for (base64, code) in
        [("@@", "attachments.picture_broken"), ("TVqQAA==", "attachments.not_kept"), ("", "attachments.empty")]
    {
        let refused = desk.refused("attachments.hand_in", json!({ "name": "a.png", "base64": base64 }));
        assert_eq!(refused.code, code);
    }
}
