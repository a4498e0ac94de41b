//! Ten thousand characters that somebody typed: nothing of them is cut off, on whatever paper they stand.

use serde_json::json;
use suite::TestDesk;

use super::booklet::pages;
use super::{draft, item, mark, numbered, result, save, seen, with};
use crate::PROGRAM;

/// Numbered lines of words, ten thousand characters in all.
fn long(words: &str) -> String {
    let line = |nth: usize| format!("{nth:03}{words}\n");
    let lines = 10_000 / line(1).chars().count();
    let text: String = (1..=lines).map(line).collect();
    let rest = 10_000 - text.chars().count();
    text + &"あ".repeat(rest)
}

/// The lines of that text that the pages do not show whole.
fn lost(pages: &[String], words: &str) -> Vec<usize> {
    let all = pages.concat();
    let lines = 10_000 / (words.chars().count() + 4);
    (1..=lines).filter(|nth| !all.contains(&format!("{nth:03}{words}"))).collect()
}

#[test]
fn m06_ten_thousand_characters_of_questions_stand_in_the_minutes_to_the_last() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 9);
    mark(&desk, &id, "1-7", "present");
    let plan = item(&desk, &id, "plan", json!({}));
    let words = "問防災訓練はいつか。答十一月である。";
    let asked = long(words);
    assert_eq!(asked.chars().count(), 10_000);
    desk.call("meetings.record_result", with(&result(&plan, "applause"), json!({ "discussion": asked })));
    assert_eq!(seen(&desk, &id)["items"][0]["item"]["discussion"], asked.as_str(), "kept as it was typed");
    let put = |format: &str| {
        let asked = json!({ "id": id, "form": "meeting-minutes", "format": format, "folder": null });
        desk.path(&desk.call("meetings.put_out", asked)["files"][0]["token"])
    };
    let pages = pages(&put("pdf"));
    assert!(pages.len() > 3, "{} pages", pages.len());
    assert_eq!(lost(&pages, words), [0; 0], "nothing is cut off on the paper");
    assert!(sheets::read(&put("xlsx")).is_ok());
}

#[test]
fn m01_ten_thousand_characters_of_bylaws_stand_in_the_booklet_to_the_last() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &draft("extraordinary"));
    let words = "条この会は見本会という。";
    item(&desk, &id, "bylaws", json!({ "title": "規約の改正（案）", "new_text": long(words), "from": "R8.4.1" }));
    let made = desk.call("meetings.put_out_booklet", json!({ "id": id, "binds": "a4", "folder": null }));
    let pages = pages(&desk.path(&made["file"]["token"]));
    assert_eq!(lost(&pages, words), [0; 0], "nothing is cut off in the booklet");
}
