//! How amounts of other people's files were read: what is not in plain figures is told in the plan before anything is
//! written, and what is no amount is told and left out.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

fn file(desk: &TestDesk, name: &str, text: &str) -> PathBuf {
    let path = desk.folder().join(name);
    std::fs::write(&path, text).expect("written");
    path
}

/// A cash book in which one purchase costs what is written there.
fn book(desk: &TestDesk, written: &str) -> PathBuf {
    let rows = [
        "令和７年度　会計簿,,,,",
        "日付,区分,科目,摘要,金額",
        "R7.4.1,収入,会費,1班,\"60,000\"",
        &format!("R7.4.5,支出,会議費,お茶,\"{written}\""),
        "R7.4.6,支出,会議費,用紙,500",
    ];
    file(desk, "会計簿.csv", &format!("{}\n", rows.join("\n")))
}

fn issues(desk: &TestDesk, kind: &str, path: &Path) -> Vec<(String, String)> {
    let plan = desk.preview(kind, path, 2025);
    let told = |issue: &Value| {
        let text = |part: &str| issue[part].as_str().unwrap_or_default().to_owned();
        assert!(!text("hint").is_empty(), "{issue}: says what to do");
        (text("code"), text("message"))
    };
    plan["issues"].as_array().unwrap_or_else(|| panic!("issues in {plan}")).iter().map(told).collect()
}

fn read_as(desk: &TestDesk, written: &str) -> Vec<String> {
    let found = issues(desk, "cash-book", &book(desk, written));
    found.into_iter().filter(|(code, _)| code.starts_with("intake.amount_read")).map(|(_, said)| said).collect()
}

#[test]
fn every_way_of_writing_an_amount_is_told_with_what_was_read() {
    let desk = TestDesk::empty(PROGRAM);
    for (written, read) in [
        ("１,２３４円", "1,234円"),
        ("１，０００円", "1,000円"),
        ("1,234円", "1,234円"),
        ("△1,000", "マイナス1,000円"),
        ("△500", "マイナス500円"),
        ("▲500", "マイナス500円"),
        ("(500)", "マイナス500円"),
        ("（５００）", "マイナス500円"),
        ("¥1,000-", "1,000円"),
        ("￥１，０００－", "1,000円"),
        ("金 12,000円也", "12,000円"),
    ] {
        let said = read_as(&desk, written);
        let read = read.replace('円', "円 と読みました");
        assert_eq!(said.len(), 1, "{written}: {said:?}");
        assert!(said[0].contains(&format!("「{written}」")) && said[0].contains(&read), "{written}: {}", said[0]);
        assert!(said[0].contains("E4"), "it says where: {}", said[0]);
    }
    for plain in ["1,234", "1234", " 500 "] {
        assert_eq!(read_as(&desk, plain), [] as [String; 0], "{plain} can only be read in one way");
    }
}

#[test]
fn what_is_no_amount_is_told_and_left_out() {
    let desk = TestDesk::empty(PROGRAM);
    for written in ["1e308", "0.1", "99999999999999999999", "五百円くらい", "1,2円3"] {
        let path = book(&desk, written);
        let found = issues(&desk, "cash-book", &path);
        let told = found.iter().find(|(code, _)| code == "intake.amount_unreadable");
        let (_, said) = told.unwrap_or_else(|| panic!("{written}: {found:?}"));
        assert!(said.contains(&format!("「{written}」")), "{said}");
        let plan = desk.preview("cash-book", &path, 2025);
        assert_eq!(plan["counts"]["new"], 2, "{written}: the other two stand, this one does not");
    }
}

#[test]
fn the_same_way_of_writing_is_told_once_with_how_often_it_came_again() {
    let desk = TestDesk::empty(PROGRAM);
    let lines: String = (1..=9).map(|day| format!("R7.4.{day},支出,会議費,お茶{day},１{day}０円\n")).collect();
    let path = file(&desk, "会計簿.csv", &format!("令和７年度　会計簿,,,,\n日付,区分,科目,摘要,金額\n{lines}"));
    let found = issues(&desk, "cash-book", &path);
    let told: Vec<&String> =
        found.iter().filter(|(code, _)| code == "intake.amount_read_often").map(|(_, s)| s).collect();
    assert!(told.len() == 1 && told[0].contains("ほかに8か所"), "{found:?}");
}

#[test]
fn a_budget_tells_how_its_amounts_were_read_too() {
    let desk = TestDesk::empty(PROGRAM);
    let rows = [
        "令和7年度　収支予算書,,",
        "収入の部,,",
        "科目,予算額,備考",
        "会費,\"１８６，０００円\",",
        "雑入,△500,返金",
        "支出の部,,",
        "科目,予算額,備考",
        "会議費,\"185,500\",",
    ];
    let found = issues(&desk, "budget", &file(&desk, "予算.csv", &format!("{}\n", rows.join("\n"))));
    let said: Vec<&String> =
        found.iter().filter(|(code, _)| code == "intake.amount_read").map(|(_, said)| said).collect();
    assert_eq!(said.len(), 2, "{found:?}");
    assert!(said[0].contains("186,000円") && said[1].contains("マイナス500円"), "{said:?}");
    assert_eq!(desk.call("accounts.budget_status", json!({ "year": 2025 }))["expense"]["total"]["budget_yen"], 0);
}
