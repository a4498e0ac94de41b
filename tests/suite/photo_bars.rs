//! V04: photographs of an occasion come in upright and small, with words under them; a few are chosen for the report; the
//! originals stay as they came.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use suite::TestDesk;
use suite::photo::{HEIC, PLACE, bomb, jpeg, with_exif};

use crate::PROGRAM;
use crate::receipt_bars::{file, list};
use crate::receipt_pictures::{pictures, words};

fn occasion(desk: &TestDesk) -> Value {
    desk.call("activities.list_occasions", json!({ "year": 2025 }))["occasions"][0]["id"].clone()
}

fn attaching(desk: &TestDesk, occasion: &Value, name: &str, bytes: &[u8]) -> Value {
    let token = file(desk, name, bytes);
    json!({ "owner_kind": "occasion", "owner_id": occasion, "token": token, "label": "写真", "note": "" })
}

fn added(desk: &TestDesk, occasion: &Value, name: &str, bytes: &[u8]) -> Value {
    desk.call("attachments.attach", attaching(desk, occasion, name, bytes))["value"]["id"].clone()
}

fn photos(desk: &TestDesk, occasion: &Value) -> Vec<Value> {
    list(&desk.call("attachments.list", json!({ "owner_kind": "occasion", "owner_id": occasion }))).to_vec()
}

fn chosen(desk: &TestDesk, occasion: &Value, ids: &[&Value]) {
    desk.call("attachments.choose_photos", json!({ "occasion_id": occasion, "chosen": ids }));
}

fn places(desk: &TestDesk, occasion: &Value) -> Vec<Value> {
    photos(desk, occasion).iter().map(|photo| photo["printed"].clone()).collect()
}

/// Width and height of what the page shows.
fn size(desk: &TestDesk, id: &Value) -> (u32, u32) {
    let shown = desk.call("attachments.content", json!({ "id": id }));
    assert_eq!(shown["media_type"], "image/jpeg");
    let bytes = STANDARD.decode(shown["base64"].as_str().expect("its bytes")).expect("base64");
    assert!(!bytes.windows(PLACE.len()).any(|word| word == PLACE), "the place stays at home");
    image::load_from_memory(&bytes).map(|image| (image.width(), image.height())).expect("a picture")
}

#[test]
fn v04_photographs_are_upright_and_small_on_the_page_and_the_originals_stay() {
    let desk = TestDesk::sample(PROGRAM);
    let occasion = occasion(&desk);
    let before = photos(&desk, &occasion).len();
    let held_sideways = with_exif(&jpeg(2_000, 1_500, 3), 6);
    let first = added(&desk, &occasion, "祭り.jpg", &held_sideways);
    let second = added(&desk, &occasion, "IMG_0002.HEIC", HEIC);
    assert_eq!(size(&desk, &first), (750, 1_000));
    assert_eq!(size(&desk, &second), (120, 160));
    desk.call("attachments.turn", json!({ "id": first }));
    assert_eq!(size(&desk, &first), (1_000, 750), "turned by hand");
    desk.call("office.undo", json!({}));
    assert_eq!(size(&desk, &first), (750, 1_000));
    let kept = photos(&desk, &occasion);
    assert_eq!(kept[before]["bytes"], held_sideways.len(), "as it came");
    let copy = desk.call("attachments.take_out", json!({ "id": first, "folder": null }));
    let copy = std::fs::read(desk.path(&copy["token"])).expect("the copy");
    assert!(copy.len() > held_sideways.len() - 200 && !copy.windows(PLACE.len()).any(|word| word == PLACE));
}

#[test]
fn v04_a_few_are_chosen_in_an_order_with_words_under_them_and_all_is_taken_back() {
    let desk = TestDesk::sample(PROGRAM);
    let occasion = occasion(&desk);
    let all: Vec<Value> =
        (1..=5).map(|nth| added(&desk, &occasion, &format!("{nth}.jpg"), &jpeg(40, 30, nth))).collect();
    let before = desk.state_hash();
    chosen(&desk, &occasion, &[&all[2], &all[0]]);
    assert_eq!(places(&desk, &occasion), [json!(2), Value::Null, json!(1), Value::Null, Value::Null]);
    chosen(&desk, &occasion, &[&all[0], &all[2], &all[4]]);
    assert_eq!(places(&desk, &occasion), [json!(1), Value::Null, json!(2), Value::Null, json!(3)]);
    let five: Vec<&Value> = all.iter().collect();
    let refused = desk.refused("attachments.choose_photos", json!({ "occasion_id": occasion, "chosen": five }));
    assert_eq!(refused.code, "attachments.photos_too_many");
    desk.call("attachments.write_caption", json!({ "id": all[0], "caption": " 盆踊りのようす " }));
    assert_eq!(photos(&desk, &occasion)[0]["note"], "盆踊りのようす");
    (0..3).for_each(|_| drop(desk.call("office.undo", json!({}))));
    assert_eq!(desk.state_hash(), before);
    chosen(&desk, &occasion, &[&all[1]]);
    desk.call("attachments.detach", json!({ "id": all[1] }));
    assert!(places(&desk, &occasion).iter().all(Value::is_null));
    desk.call("office.undo", json!({}));
    assert_eq!(places(&desk, &occasion)[1], 1, "back in its place on the report");
}

#[test]
fn v04_what_is_no_photograph_is_told_in_a_sentence_and_nothing_is_lost() {
    let desk = TestDesk::sample(PROGRAM);
    let occasion = occasion(&desk);
    let before = desk.state_hash();
    for (name, bytes, code) in [
        ("大きい.png", bomb(), "attachments.picture_too_large"),
        ("途中まで.heic", HEIC[..900].to_vec(), "attachments.picture_cut"),
        ("途中まで.jpg", jpeg(300, 300, 1)[..2_000].to_vec(), "attachments.picture_cut"),
        ("動画.jpg", b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41".to_vec(), "attachments.not_kept"),
        ("写真.webp", b"RIFF\x1A\0\0\0WEBPVP8L".to_vec(), "attachments.not_kept"),
    ] {
        let refused = desk.refused("attachments.attach", attaching(&desk, &occasion, name, &bytes));
        assert_eq!(refused.code, code, "{name}");
        assert!(!refused.hint.is_empty(), "{name} says what to do");
    }
    assert_eq!(desk.state_hash(), before, "nothing was written");
}

#[test]
fn v04_the_report_of_activities_takes_the_chosen_ones_with_their_words() {
    let desk = TestDesk::sample(PROGRAM);
    let occasion = occasion(&desk);
    let all: Vec<Value> = (1..=3)
        .map(|nth| {
            let taken = with_exif(&jpeg(1_600, 1_200, nth), 6);
            added(&desk, &occasion, &format!("{nth}.jpg"), &taken)
        })
        .collect();
    let asked = || json!({ "form": "activity-sheets", "year": 2025, "format": "pdf", "folder": null });
    let paper = |desk: &TestDesk| desk.path(&desk.call("reports.output", asked())["files"][0]["token"]);
    assert!(pictures(&paper(&desk)).is_empty(), "none is chosen");
    desk.call("attachments.write_caption", json!({ "id": all[2], "caption": "盆踊りのようす" }));
    chosen(&desk, &occasion, &[&all[2], &all[0]]);
    let made = paper(&desk);
    let seen = pictures(&made);
    assert_eq!(seen.iter().map(|[width, height, _]| [*width, *height]).collect::<Vec<_>>(), [[750, 1_000]; 2]);
    assert!(seen.iter().all(|[.., dots]| *dots >= 150), "{seen:?}");
    let said = words(&made);
    assert!(said.contains("盆踊りのようす"), "{said}");
    let bytes = std::fs::read(&made).expect("the paper");
    assert!(bytes.len() < 3_000_000 && !bytes.windows(PLACE.len()).any(|word| word == PLACE));
    let shown = desk.call("reports.prepare", json!({ "form": "activity-sheets", "year": 2025 })).to_string();
    assert_eq!(shown.matches("\"kind\":\"photo\"").count(), 2, "seen as it is printed");
    let book = json!({ "form": "activity-sheets", "year": 2025, "format": "xlsx", "folder": null });
    let book = desk.path(&desk.call("reports.output", book)["files"][0]["token"]);
    assert!(std::fs::read(book).expect("the workbook").windows(15).any(|name| name == b"xl/media/image2"));
}

#[test]
fn v04_a_flyer_is_kept_with_its_caption_and_stands_on_the_report_and_on_the_sheet_passed_round() {
    let desk = TestDesk::sample(PROGRAM);
    let occasion = occasion(&desk);
    let output = |form: &str| {
        let asked = json!({ "form": form, "year": 2025, "format": "pdf", "folder": null });
        desk.path(&desk.call("reports.output", asked)["files"][0]["token"])
    };
    let flyer = std::fs::read(output("year-calendar")).expect("a PDF of words and lines");
    let pdf = added(&desk, &occasion, "ちらし.pdf", &flyer);
    let photo = added(&desk, &occasion, "ちらし.jpg", &with_exif(&jpeg(400, 300, 1), 6));
    desk.call("attachments.write_caption", json!({ "id": pdf, "caption": "配ったちらし" }));
    chosen(&desk, &occasion, &[&pdf, &photo]);
    assert_eq!(places(&desk, &occasion), [json!(1), json!(2)]);
    let notice = json!({ "id": occasion, "format": "pdf", "folder": null });
    let notice = desk.path(&desk.call("activities.put_out_notice", notice)["files"][0]["token"]);
    for paper in [output("activity-report"), output("activity-sheets"), notice] {
        let said = words(&paper);
        assert!(said.contains("配ったちらし") && said.contains("年間行事予定表"), "its page stands there: {said}");
        assert_eq!(pictures(&paper).len(), 1, "beside the photograph");
        assert!(!std::fs::read(&paper).expect("the paper").windows(PLACE.len()).any(|word| word == PLACE));
    }
    assert_eq!(desk.call("reports.photo", json!({ "key": pdf })), "", "the page itself shows none of it");
    let before = desk.state_hash();
    let broken = added(&desk, &occasion, "こわれた.pdf", b"%PDF-1.7 of some kind");
    let refused = desk.refused("attachments.choose_photos", json!({ "occasion_id": occasion, "chosen": [broken] }));
    assert!(refused.code == "attachments.flyer_unseen" && refused.message.contains("こわれた.pdf"), "{refused:?}");
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before);
}
