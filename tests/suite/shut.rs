//! K08: a file that was altered while it was shut says so in plain words when it is opened, and says what to do.

use serde_json::{Value, json};
use suite::{PASSPHRASE, TestDesk};

use crate::PROGRAM;

fn unlocked(desk: &TestDesk) -> Result<Value, api::WireError> {
    desk.ask("office.unlock", json!({ "passphrase": PASSPHRASE }))
}

/// What the first page says of the history: its words, and where they lead.
fn safety(desk: &TestDesk) -> (String, bool, Value) {
    let home = desk.call("office.home", json!({ "year": 2025 }));
    let lines = home["safety"].as_array().expect("lines").clone();
    let line = lines.iter().find(|line| line["title"] == "履歴").expect("a line of the history");
    (line["detail"].as_str().expect("words").to_owned(), line["is_ok"] == true, line["to"].clone())
}

#[test]
fn k08_opening_a_sound_file_says_how_far_its_history_was_followed() {
    let desk = TestDesk::sample(PROGRAM);
    let acts = desk.call("office.history", json!({ "limit": 1 }))["entries"][0]["seq"].as_i64().expect("a number");
    assert_eq!(desk.call("office.status", json!({}))["history_broken"], Value::Null);
    let (said, is_ok, to) = safety(&desk);
    assert!(is_ok && to == Value::Null && said.contains(&format!("{acts}件")), "{said}");
}

#[test]
fn k08_a_file_altered_while_it_was_shut_never_opens_as_if_nothing_had_been() {
    let (mut told, mut refused) = (0, 0);
    for nth in 0..32 {
        let desk = TestDesk::sample(PROGRAM);
        desk.call("office.close", json!({}));
        let path = desk.folder().join("council.office");
        let mut bytes = std::fs::read(&path).expect("the file");
        let at = bytes.len() / 32 * nth + 700;
        bytes[at] ^= 4;
        std::fs::write(&path, bytes).expect("written");
        match unlocked(&desk) {
            Err(refusal) => {
                refused += 1;
                assert!(!refusal.message.is_empty() && !refusal.hint.is_empty(), "byte {at}: {}", refusal.code);
            }
            Ok(status) if status["history_broken"] != Value::Null => {
                told += 1;
                let [said, remedy] =
                    ["message", "hint"].map(|part| status["history_broken"][part].as_str().expect("words"));
                assert!(
                    said.contains("番から先が") && remedy.contains("点検") && remedy.contains("控え"),
                    "{said} {remedy}"
                );
                assert!(!said.contains('{') && !remedy.contains('{'), "{said} {remedy}");
                if let Ok(home) = desk.ask("office.home", json!({ "year": 2025 })) {
                    let lines = home["safety"].as_array().expect("lines").clone();
                    let line =
                        lines.iter().find(|line| line["title"] == "履歴").expect("a line of the history").clone();
                    assert_eq!((&line["is_ok"], &line["to"]), (&json!(false), &json!("settings/check")));
                }
            }
            // The byte lies outside the history: whoever reads that page is told, the check too.
            Ok(_) => match desk.ask("office.check", json!({})) {
                Ok(found) => assert_eq!(found["ok"], false, "byte {at}"),
                Err(refusal) => assert!(!refusal.message.is_empty() && !refusal.hint.is_empty(), "byte {at}"),
            },
        }
    }
    assert!(told > 0, "some of the bytes lie in the history; {refused} were refused");
}
