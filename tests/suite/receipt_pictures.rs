//! K02: what was photographed stands on the mount sheets, upright, small, and telling nothing of where it was made.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use suite::TestDesk;
use suite::photo::{HEIC, PLACE, jpeg, png, with_exif};

use crate::PROGRAM;
use crate::receipt_bars::{draft, file, saved, two};

/// A receipt for the first expense with this file.
pub(crate) fn with_file(desk: &TestDesk, name: &str, bytes: &[u8]) -> Value {
    let [(entry, cost), _] = two(desk);
    saved(desk, &draft(cost, json!([{ "entry_id": entry, "amount": "" }])), Some(file(desk, name, bytes)))
}

pub(crate) fn attached(desk: &TestDesk, receipt: &Value, name: &str, bytes: &[u8]) {
    let asked = json!({ "owner_kind": "receipt", "owner_id": receipt, "token": file(desk, name, bytes), "label": "領収書", "note": "" });
    desk.call("attachments.attach", asked);
}

pub(crate) fn mounts(desk: &TestDesk, size: &str) -> PathBuf {
    let made = desk.call("accounts.print_mounts", json!({ "year": 2025, "size": size, "folder": null }));
    desk.path(&made["token"])
}

fn tool(name: &str, arguments: &[&str], path: &Path) -> String {
    let out = Command::new(name).args(arguments).arg(path).args((name == "pdftotext").then_some("-")).output();
    String::from_utf8(out.expect("poppler-utils of Debian are installed by `cargo verify`").stdout).expect("UTF-8")
}

pub(crate) fn words(path: &Path) -> String {
    tool("pdftotext", &["-layout"], path).split_whitespace().collect()
}

/// Width, height and dots per inch of the pictures on a paper.
pub(crate) fn pictures(path: &Path) -> Vec<[u32; 3]> {
    let list = tool("pdfimages", &["-list"], path);
    let number = |line: &str, nth: usize| line.split_whitespace().nth(nth).and_then(|word| word.parse().ok());
    list.lines().skip(2).filter_map(|line| Some([number(line, 3)?, number(line, 4)?, number(line, 12)?])).collect()
}

fn says(path: &Path, what: &[u8]) -> bool {
    std::fs::read(path).expect("the paper").windows(what.len()).any(|word| word == what)
}

#[test]
fn k02_a_photograph_stands_upright_in_its_frame_and_tells_nothing() {
    let desk = TestDesk::sample(PROGRAM);
    let held_sideways = with_exif(&jpeg(2_000, 1_500, 7), 6);
    assert!(held_sideways.windows(PLACE.len()).any(|word| word == PLACE));
    with_file(&desk, "領収書.jpg", &held_sideways);
    for size in ["one", "three", "six"] {
        let paper = mounts(&desk, size);
        let [[width, height, dots]] = pictures(&paper)[..] else { panic!("{size}: one picture") };
        assert!(width < height, "{size}: the telephone was turned, the receipt is upright");
        assert!((150..=330).contains(&dots), "{size}: {dots} dots per inch");
        assert!(!says(&paper, b"GPS") && !says(&paper, b"Exif"), "{size}");
        assert!(std::fs::metadata(&paper).expect("the paper").len() < 2_000_000, "{size}");
    }
}

#[test]
fn k02_sheets_are_made_of_what_was_seen_when_the_picture_came_in_and_the_same_without_it() {
    let desk = TestDesk::sample(PROGRAM);
    with_file(&desk, "領収書.jpg", &with_exif(&jpeg(2_000, 1_500, 7), 6));
    let sheet = |size: &str| std::fs::read(mounts(&desk, size)).expect("the paper");
    let views = || -> Vec<PathBuf> {
        let folders = std::fs::read_dir(desk.folder().join("council.office.cas")).expect("the store").flatten();
        let folders = folders.map(|folder| folder.path()).filter(|path| path.is_dir());
        let files = folders.flat_map(|folder| std::fs::read_dir(folder).expect("contents").flatten());
        files.map(|file| file.path()).filter(|path| path.extension().is_some()).collect()
    };
    assert_eq!(views().len(), 3, "one for each size of frame");
    for size in ["one", "three", "six"] {
        let before = sheet(size);
        for view in views() {
            std::fs::write(view, "…").expect("damaged");
        }
        assert!(sheet(size) == before, "{size}: read again from the photograph");
        assert!(sheet(size) == before, "{size}: and kept again");
    }
}

#[test]
fn k02_every_picture_of_a_receipt_has_a_frame_and_only_the_first_one_counts() {
    let desk = TestDesk::sample(PROGRAM);
    let [(_, cost), _] = two(&desk);
    let receipt = with_file(&desk, "表.png", &png(300, 400));
    attached(&desk, &receipt, "裏.jpg", &jpeg(300, 400, 2));
    let paper = mounts(&desk, "six");
    let said = words(&paper);
    assert!(said.contains("領収書1番（1／2）") && said.contains("領収書1番（2／2）") && said.contains("つづき"));
    assert_eq!(pictures(&paper).len(), 2);
    let amount = format!("{}円", paper::group_thousands(cost.unsigned_abs()));
    assert_eq!(said.matches(&format!("領収書1番（1／2）{amount}")).count(), 1, "{amount}");
    assert!(!said.contains("ここに貼る"));
}

#[test]
fn k02_what_cannot_be_shown_is_kept_and_said_in_its_frame() {
    let desk = TestDesk::sample(PROGRAM);
    let receipt = with_file(&desk, "写真.heic", &unread());
    let said = words(&mounts(&desk, "three"));
    assert!(said.contains("「写真.heic」は、まだ見ることのできない形の写真です。しまってはあります。"), "{said}");
    attached(&desk, &receipt, "請求書.pdf", b"%PDF-1.7 of some kind");
    let said = words(&mounts(&desk, "three"));
    assert!(said.contains("PDFは別に綴じます。") && said.contains("請求書.pdf"), "{said}");
}

/// A photograph in HEIF whose picture is packed in another way than an iPhone's.
fn unread() -> Vec<u8> {
    let mut bytes = HEIC.to_vec();
    let kind = bytes.windows(4).position(|word| word == b"hvc1").expect("the kind of its picture");
    bytes[kind..kind + 4].copy_from_slice(b"av01");
    bytes
}

#[test]
fn k02_a_photograph_of_an_iphone_stands_upright_in_its_frame_and_tells_nothing() {
    let desk = TestDesk::sample(PROGRAM);
    assert!(HEIC.windows(PLACE.len()).any(|word| word == PLACE));
    let receipt = with_file(&desk, "IMG_0001.HEIC", HEIC);
    let paper = mounts(&desk, "three");
    let [[width, height, _]] = pictures(&paper)[..] else { panic!("one picture") };
    assert_eq!((width, height), (120, 160), "upright");
    assert!(!says(&paper, PLACE));
    let papers = desk.call("attachments.list", json!({ "owner_kind": "receipt", "owner_id": receipt }));
    assert_eq!((&papers[0]["media_type"], &papers[0]["bytes"]), (&json!("image/heic"), &json!(HEIC.len())));
    let seen = desk.call("attachments.content", json!({ "id": papers[0]["id"] }));
    assert_eq!(seen["media_type"], "image/jpeg");
    desk.call("attachments.turn", json!({ "id": papers[0]["id"] }));
    let [[width, height, _]] = pictures(&mounts(&desk, "three"))[..] else { panic!("one picture") };
    assert!(width > height, "turned by hand");
}

#[test]
fn k02_the_pages_of_a_pdf_stand_in_frames() {
    let desk = TestDesk::sample(PROGRAM);
    let made = mounts(&desk, "three");
    let pdf = std::fs::read(&made).expect("a PDF of many pages");
    let pages = tool("pdfinfo", &[], &made).lines().find_map(|line| line.strip_prefix("Pages:")?.trim().parse().ok());
    let pages: usize = pages.expect("a count");
    assert!(pages > 6, "the papers of a year");
    with_file(&desk, "明細.pdf", &pdf);
    let said = words(&mounts(&desk, "one"));
    assert!(said.contains("領収書1番（1／7）") && said.contains(&format!("ほかに{}ページあります。", pages - 6)));
    assert_eq!(said.matches("領収書貼付台紙").count(), said.matches("決算額").count(), "words of the page are words");
}

#[test]
fn k02_a_receipt_that_vanished_says_so_in_its_frame() {
    let desk = TestDesk::sample(PROGRAM);
    with_file(&desk, "領収書.png", &png(640, 480));
    std::fs::remove_dir_all(desk.folder().join("council.office.cas")).expect("removed");
    let said = words(&mounts(&desk, "three"));
    assert!(said.contains("証憑が壊れています。「領収書.png」の中身が見つかりません。"), "{said}");
}

#[test]
fn k02_the_mounts_are_a_workbook_too_with_amounts_days_and_photographs() {
    let desk = TestDesk::sample(PROGRAM);
    with_file(&desk, "領収書.jpg", &jpeg(2_000, 1_500, 7));
    let asked = json!({ "year": 2025, "size": "three", "as_sheet": true, "folder": null });
    let path = desk.path(&desk.call("accounts.print_mounts", asked)["token"]);
    assert_eq!(path.extension().and_then(|ending| ending.to_str()), Some("xlsx"));
    assert!(says(&path, b"xl/media/image1."), "the photograph lies in it");
    let book = sheets::read(&path).expect("read back");
    let cells: Vec<&paper::RawValue> =
        book.sheets.iter().flat_map(|s| &s.rows).flat_map(|row| &row.cells).map(|cell| &cell.value).collect();
    let amounts = cells.iter().filter_map(|value| match value {
        paper::RawValue::Number(n) => Some(n.round() as i64),
        _ => None,
    });
    let expense = desk.facts(2025)["books.expense_yen"].as_i64().expect("yen");
    assert_eq!(amounts.sum::<i64>(), 2 * expense, "the frames add up to the settlement, and their sums once more");
    assert!(cells.iter().any(|value| matches!(value, paper::RawValue::Text(words) if words == "領収書 1番")));
}
