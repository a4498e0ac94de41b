//! 監事の所見: written into the copy to look at, read back once, answered; no figure moves, and nothing else is written in the copy.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use suite::{PASSPHRASE, TestDesk};

use super::auditor::{AUDITORS, lent, opened};
use super::{YEAR, books_said, close, draft, list, refusal, state};
use crate::PROGRAM;
use crate::papers::{pdf_text, put_out};

/// What an auditor types; `id` of the one that is written anew.
fn typed(words: &str, entry: &Value, id: &Value) -> Value {
    json!({ "id": id, "year": YEAR, "entry_id": entry, "finding": words, "auditor": "見本 花子", "on": "R8.3.10" })
}

/// A finding about the year as a whole.
pub(crate) fn of_year(words: &str) -> Value {
    typed(words, &Value::Null, &Value::Null)
}

fn findings(desk: &TestDesk) -> Vec<Value> {
    findings_of(desk, &Value::Null)
}

fn findings_of(desk: &TestDesk, entry: &Value) -> Vec<Value> {
    list(&desk.call("accounts.findings", json!({ "year": YEAR, "entry_id": entry }))["all"]).to_vec()
}

fn an_entry(desk: &TestDesk) -> Value {
    list(&desk.call("accounts.list_entries", json!({ "year": YEAR }))["entries"])[0].clone()
}

/// The question about a copy that came back.
pub(crate) fn asked(desk: &TestDesk, copy: &Path) -> Value {
    json!({ "token": desk.token(copy), "passphrase": AUDITORS })
}

/// A copy in which an auditor wrote of an entry and of the year.
pub(crate) fn written_copy(desk: &TestDesk) -> PathBuf {
    let copy = lent(desk);
    let auditor = opened(&copy);
    let entry = an_entry(&auditor)["id"].clone();
    auditor.call("accounts.write_finding", typed("領収書の日付が読めません", &entry, &Value::Null));
    auditor.call("accounts.write_finding", of_year("現金の数え方を決めてください"));
    copy
}

#[test]
fn what_an_auditor_writes_into_the_copy_comes_back_once_and_moves_no_figure() {
    let desk = TestDesk::sample(PROGRAM);
    let mark = || desk.call("accounts.list_audits", json!({ "year": YEAR }))["history_mark"].clone();
    let copy = written_copy(&desk);
    let (said, before) = (books_said(&desk), mark());
    let shown = desk.call("accounts.preview_findings", asked(&desk, &copy));
    assert_eq!((list(&shown["taken"]).len(), &shown["known"], &shown["since"]), (2, &json!(0), &json!(0)), "{shown}");
    assert_eq!(shown["lent_label"], "令和8年3月14日");
    assert!(findings(&desk).is_empty(), "to look writes nothing");
    desk.call("accounts.receive_findings", asked(&desk, &copy));
    let last = desk.call("office.history", json!({ "limit": 1 }))["entries"][0]["sentence"].clone();
    assert_eq!(last, "監事の所見を2件読みこみました（見本 花子）");
    let all = findings(&desk);
    assert_eq!(all.len(), 2);
    let of_entry = all.iter().find(|one| !one["entry_id"].is_null()).expect("the one about an entry");
    assert!(of_entry["about"].as_str().expect("words").ends_with("円"), "{of_entry}");
    assert_eq!((&of_entry["received_label"], &of_entry["is_own"]), (&json!("令和8年3月14日"), &json!(false)));
    let at_entry = findings_of(&desk, &of_entry["entry_id"]);
    assert_eq!((at_entry.len(), &at_entry[0]["finding"]), (1, &json!("領収書の日付が読めません")));
    assert_eq!((books_said(&desk), mark()), (said, before), "neither a figure nor the mark");

    assert_eq!(refusal(&desk, "accounts.receive_findings", asked(&desk, &copy)), "accounts.findings_none");
    assert_eq!(desk.call("accounts.preview_findings", asked(&desk, &copy))["known"], 2);
    let anew = typed("書きかえ", &Value::Null, &of_entry["id"]);
    assert_eq!(refusal(&desk, "accounts.write_finding", anew), "accounts.finding_stands");
    desk.call("office.undo", json!({}));
    assert!(findings(&desk).is_empty(), "one act, one undo");
    assert!(!desk.folder().join("returned").exists(), "nothing of the copy stays");
}

#[test]
fn a_copy_keeps_what_its_auditor_writes_and_nothing_else() {
    let desk = TestDesk::sample(PROGRAM);
    let copy = written_copy(&desk);
    let auditor = opened(&copy);
    let all = findings(&auditor);
    assert_eq!(all.len(), 2, "it was saved into the file itself");
    let who = auditor.call("office.history", json!({ "limit": 1 }))["entries"][0]["operator"].clone();
    assert_eq!(who, "見本 花子");
    auditor.call("accounts.write_finding", typed("領収書の日付が空です", &Value::Null, &all[0]["id"]));
    auditor.call("accounts.remove_finding", json!({ "id": all[1]["id"] }));
    assert_eq!(findings(&auditor).len(), 1);
    for (name, args) in [
        ("accounts.answer_finding", json!({ "id": all[0]["id"], "answer": "直しました", "done": "" })),
        ("accounts.receive_findings", asked(&auditor, &copy)),
        ("accounts.record_entry", json!({ "year": YEAR, "draft": draft(&auditor, 500, "8/3/12") })),
        ("office.undo", json!({})),
    ] {
        assert_eq!(refusal(&auditor, name, args), "office.reading_copy", "{name}");
    }
    auditor.state_hash();
    let empty = refusal(&auditor, "accounts.write_finding", of_year("　"));
    assert_eq!(empty, "accounts.finding_missing");
    drop(auditor);
    assert_eq!(findings(&opened(&copy)).len(), 1);
}

#[test]
fn what_could_not_be_saved_into_the_copy_was_not_written() {
    let desk = TestDesk::sample(PROGRAM);
    let copy = lent(&desk);
    let folder = desk.folder().join("記録媒体");
    std::fs::create_dir(&folder).expect("a folder");
    let there = folder.join("写し.kansa");
    std::fs::rename(&copy, &there).expect("moved");
    let auditor = opened(&there);
    std::fs::remove_dir_all(&folder).expect("taken out");
    assert_eq!(refusal(&auditor, "accounts.write_finding", of_year("所見")), "office.copy_not_saved");
    assert!(findings(&auditor).is_empty());
    auditor.state_hash();
}

#[test]
fn what_was_written_anew_comes_again_and_waits_once_more() {
    let desk = TestDesk::sample(PROGRAM);
    let copy = written_copy(&desk);
    desk.call("accounts.receive_findings", asked(&desk, &copy));
    let id = findings(&desk)[0]["id"].clone();
    let early = json!({ "id": id, "answer": "直しました", "done": "R8.3.1" });
    assert_eq!(refusal(&desk, "accounts.answer_finding", early), "accounts.done_before_found");
    let unsaid = json!({ "id": id, "answer": "", "done": "R8.3.12" });
    assert_eq!(refusal(&desk, "accounts.answer_finding", unsaid), "accounts.answer_missing");
    desk.call("accounts.answer_finding", json!({ "id": id, "answer": "直しました", "done": "R8.3.12" }));
    assert_eq!(findings(&desk)[0]["done_label"], "令和8年3月12日");

    let old = desk.folder().join("前の写し.kansa");
    std::fs::copy(&copy, &old).expect("kept");
    let auditor = opened(&copy);
    auditor.call("accounts.write_finding", typed("まだ直っていません", &Value::Null, &id));
    drop(auditor);
    let shown = desk.call("accounts.preview_findings", asked(&desk, &copy));
    assert_eq!((list(&shown["taken"]).len(), &shown["taken"][0]["is_rewritten"]), (1, &json!(true)), "{shown}");
    desk.call("accounts.receive_findings", asked(&desk, &copy));
    let anew = findings(&desk).into_iter().find(|one| one["id"] == id).expect("the same one");
    assert_eq!((&anew["finding"], &anew["answer"]), (&json!("まだ直っていません"), &json!("直しました")));
    assert_eq!(anew["done_label"], "", "it waits again");
    assert_eq!(refusal(&desk, "accounts.receive_findings", asked(&desk, &old)), "accounts.findings_none");
}

/// A copy whose findings were read back, and of which its auditor took one out since.
pub(crate) fn withdrawn_copy(desk: &TestDesk) -> PathBuf {
    let copy = written_copy(desk);
    desk.call("accounts.receive_findings", asked(desk, &copy));
    let auditor = opened(&copy);
    let is_it = |one: &Value| one["entry_id"].is_null() && one["is_own"] == true;
    let of_year = findings(&auditor).into_iter().find(is_it).expect("the one of the year");
    auditor.call("accounts.remove_finding", json!({ "id": of_year["id"] }));
    copy
}

#[test]
fn what_an_auditor_took_out_of_the_copy_again_is_told_and_goes_only_when_asked() {
    let desk = TestDesk::sample(PROGRAM);
    let other = written_copy(&desk);
    let kept = desk.folder().join("もう一人の写し.kansa");
    std::fs::copy(&other, &kept).expect("kept");
    desk.call("accounts.receive_findings", asked(&desk, &kept));
    let copy = withdrawn_copy(&desk);
    assert_eq!(findings(&desk).len(), 4, "two of each copy");
    let shown = desk.call("accounts.preview_findings", asked(&desk, &copy));
    let told = list(&shown["withdrawn"]);
    assert_eq!((told.len(), &told[0]["finding"]), (1, &json!("現金の数え方を決めてください")), "{shown}");
    assert_eq!((list(&shown["taken"]).len(), &shown["known"]), (0, &json!(3)), "it was lent with those of the other");
    assert_eq!(refusal(&desk, "accounts.receive_findings", asked(&desk, &copy)), "accounts.findings_none");
    assert_eq!(findings(&desk).len(), 4, "never silently");
    desk.call("accounts.withdraw_findings", asked(&desk, &copy));
    let left = findings(&desk);
    assert_eq!((left.len(), left.iter().any(|one| one["id"] == told[0]["id"])), (3, false));
    let last = desk.call("office.history", json!({ "limit": 1 }))["entries"][0]["sentence"].clone();
    assert_eq!(last, "監事が写しで消した所見を1件、こちらでも消しました（見本 花子）");
    assert_eq!(refusal(&desk, "accounts.withdraw_findings", asked(&desk, &copy)), "accounts.findings_none");
    let shown = desk.call("accounts.preview_findings", asked(&desk, &kept));
    assert!(list(&shown["withdrawn"]).is_empty(), "what another copy never had was not taken out of it: {shown}");
    desk.call("office.undo", json!({}));
    assert_eq!(findings(&desk).len(), 4);
}

#[test]
fn only_a_copy_of_these_records_with_its_own_passphrase_is_read_back() {
    let desk = TestDesk::sample(PROGRAM);
    let copy = written_copy(&desk);
    let read = |desk: &TestDesk, path: &Path, passphrase: &str| {
        let asked = json!({ "token": desk.token(path), "passphrase": passphrase });
        let refused = desk.refused("accounts.preview_findings", asked.clone());
        assert_eq!(refusal(desk, "accounts.receive_findings", asked), refused.code);
        refused.code
    };
    assert_eq!(read(&desk, &copy, PASSPHRASE), "accounts.copy_passphrase");
    let bytes = std::fs::read(&copy).expect("the copy");
    let cut = desk.folder().join("切れた.kansa");
    for part in [2, 3, 20] {
        std::fs::write(&cut, &bytes[..bytes.len() - bytes.len() / part]).expect("written");
        assert_eq!(read(&desk, &cut, AUDITORS), "office.copy_unreadable", "a {part}th is missing");
    }
    std::fs::write(&cut, "氏名,住所\n").expect("written");
    assert_eq!(read(&desk, &cut, AUDITORS), "office.no_reading_copy");
    let other = TestDesk::empty(PROGRAM);
    assert_eq!(read(&other, &copy, AUDITORS), "office.copy_of_another");
    assert!(findings(&desk).is_empty() && findings(&other).is_empty());

    // Records that went back behind the copy: what it was made of is not theirs.
    let behind = TestDesk::sample(PROGRAM);
    let later = {
        let ahead = TestDesk::sample(PROGRAM);
        ahead.call("accounts.record_entry", json!({ "year": YEAR, "draft": draft(&ahead, 700, "8/3/12") }));
        let kept = behind.folder().join("先の写し.kansa");
        std::fs::copy(written_copy(&ahead), &kept).expect("kept");
        kept
    };
    assert_eq!(read(&behind, &later, AUDITORS), "office.copy_of_other_state");
}

#[test]
fn findings_about_what_was_taken_back_since_are_told_in_words_and_later_acts_are_counted() {
    let desk = TestDesk::sample(PROGRAM);
    let mine = desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": draft(&desk, 700, "8/3/12") }));
    let copy = lent(&desk);
    let auditor = opened(&copy);
    auditor.call("accounts.write_finding", typed("二重ではありませんか", &mine["value"]["id"], &Value::Null));
    drop(auditor);
    let entries = desk.call("office.history", json!({ "limit": 5 }))["entries"].clone();
    let act = list(&entries).iter().find(|act| act["op"] == "accounts.record_entry").expect("the act")["seq"].clone();
    desk.call("office.undo_one", json!({ "seq": act }));
    assert_eq!(desk.call("accounts.preview_findings", asked(&desk, &copy))["since"], 1);
    desk.call("accounts.receive_findings", asked(&desk, &copy));
    let all = findings(&desk);
    assert_eq!((all.len(), &all[0]["entry_id"]), (1, &Value::Null));
    assert!(all[0]["about"].as_str().expect("words").ends_with("あとから出てきた領収書　700円"), "{}", all[0]["about"]);
}

#[test]
fn open_findings_stand_before_closing_in_the_papers_and_are_answered_in_a_closed_year() {
    let desk = TestDesk::sample(PROGRAM);
    let open = |desk: &TestDesk| {
        let found = state(desk)["findings"].clone();
        list(&found).iter().any(|one| one["told"]["code"] == "accounts.findings_open" && one["is_in_the_way"] == false)
    };
    assert!(!open(&desk));
    desk.call("accounts.write_finding", of_year("現金の数え方を決めてください"));
    assert!(open(&desk));
    close(&desk);
    let said = books_said(&desk);
    let paper = |form: &str| pdf_text(&put_out(&desk, form, "pdf")).replace(['\n', ' '], "");
    for form in ["audit-pack", "handover"] {
        assert!(paper(form).contains("現金の数え方を決めてください"), "{form}");
    }
    let id = findings(&desk)[0]["id"].clone();
    desk.call("accounts.answer_finding", json!({ "id": id, "answer": "月末に二人で数えます", "done": "R8.3.14" }));
    assert!(paper("audit-pack").contains("月末に二人で数えます"));
    assert!(!paper("handover").contains("現金の数え方を決めてください"), "what is done is not handed over");
    assert_eq!(books_said(&desk), said);
    assert!(!open(&desk));
}
