//! 監査の資料一式: one press, one ZIP, and everything in it.

use std::collections::BTreeMap;
use std::io::Read;

use serde_json::{Value, json};
use suite::TestDesk;
use suite::codes::codes;
use suite::photo::png;

use super::{YEAR, close, list, record_audit, state, state_balances};
use crate::PROGRAM;
use crate::papers::{pdf_text, put_out};

/// What an auditor finds in the ZIP, by name.
pub(crate) fn unpacked(desk: &TestDesk, made: &Value) -> BTreeMap<String, Vec<u8>> {
    let file = std::fs::File::open(desk.path(&made["file"]["token"])).expect("the ZIP");
    let mut zip = zip::ZipArchive::new(file).expect("a ZIP");
    let mut all = BTreeMap::new();
    for nth in 0..zip.len() {
        let mut part = zip.by_index(nth).expect("a part");
        let name = part.name().expect("a name").to_string();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its bytes");
        all.insert(name, bytes);
    }
    all
}

/// Receipts of the first expenses, each with as many pictures as it is told to have; the bytes of all by their file.
pub(super) fn keep_receipts(desk: &TestDesk, pictures: &[usize]) -> BTreeMap<String, Vec<u8>> {
    let all = desk.call("accounts.list_entries", json!({ "year": YEAR }))["entries"].clone();
    let mut expenses = list(&all).iter().filter(|e| e["kind"] == "expense" && e["is_void"] == false);
    let mut kept = BTreeMap::new();
    for (nth, count) in pictures.iter().enumerate() {
        let entry = expenses.next().expect("an expense");
        let draft = json!({ "kind": "receipt", "on": "R7.5.1", "addressee": "", "purpose": "会議のお茶", "issuer": "見本商店",
            "amount": entry["expense_yen"].to_string(), "note": "", "parts": [{ "entry_id": entry["id"], "amount": "" }] });
        let asked = json!({ "year": YEAR, "id": null, "draft": draft, "token": null });
        let id = desk.call("accounts.save_receipt", asked)["value"]["id"].clone();
        for picture in 1..=*count {
            let name =
                if picture > 1 { format!("{:03}_{picture}.png", nth + 1) } else { format!("{:03}.png", nth + 1) };
            let bytes = png(nth as u32 + 1, picture as u32);
            let path = desk.folder().join(&name);
            std::fs::write(&path, &bytes).expect("a picture");
            let attach =
                json!({ "owner_kind": "receipt", "owner_id": id, "token": desk.token(&path), "label": "", "note": "" });
            desk.call("attachments.attach", attach);
            kept.insert(name, bytes);
        }
    }
    kept
}

#[test]
fn k10_one_press_packs_the_books_and_the_numbered_pictures_for_the_auditor() {
    let desk = TestDesk::sample(PROGRAM);
    let pictures = keep_receipts(&desk, &[1, 2]);
    let mark = desk.facts(YEAR)["audit.history_mark"].as_str().expect("a mark").to_owned();
    let made = desk.call("accounts.put_out_audit", json!({ "year": YEAR, "folder": null }));
    assert_eq!((&made["pictures"], &made["lost"]), (&json!(3), &json!([])));
    let parts = unpacked(&desk, &made);
    let papers: Vec<&str> = parts.keys().map(String::as_str).filter(|name| !name.starts_with("領収書/")).collect();
    let expected = [
        "1_監査資料.pdf",
        "2_収支決算書.pdf",
        "3_現金・預金出納帳.pdf",
        "3_現金・預金出納帳.xlsx",
        "4_科目別整理簿.pdf",
        "4_科目別整理簿.xlsx",
        "5_財産目録.pdf",
        "6_監査報告書.pdf",
    ];
    assert_eq!(papers, expected);
    for (name, bytes) in pictures {
        assert_eq!(parts[&format!("領収書/{name}")], bytes, "{name} is the picture as it was kept");
    }
    let path = desk.folder().join("監査資料.pdf");
    std::fs::write(&path, &parts["1_監査資料.pdf"]).expect("written");
    let paper: String = pdf_text(&path).split_whitespace().collect();
    for said in ["残高の証明", "002.png", "002_2.png", mark.as_str(), "上記の帳簿と書類を確かめました"]
    {
        assert!(paper.contains(said), "{said}");
    }
    let last = desk.call("office.history", json!({ "limit": 1 }))["entries"][0].clone();
    assert_eq!(last["sentence"], "令和7年度の監査の資料一式を作りました");
}

#[test]
fn k10_a_picture_that_vanished_leaves_a_note_and_the_rest_is_packed() {
    let desk = TestDesk::sample(PROGRAM);
    keep_receipts(&desk, &[1]);
    std::fs::remove_dir_all(desk.folder().join("council.office.cas")).expect("removed");
    let made = desk.call("accounts.put_out_audit", json!({ "year": YEAR, "folder": null }));
    assert_eq!((&made["pictures"], &made["lost"]), (&json!(0), &json!(["001.png"])));
    let parts = unpacked(&desk, &made);
    assert!(parts.contains_key("領収書/001.png_写しがありません.txt") && parts.len() == 9, "{:?}", parts.keys());
}

#[test]
fn k10_the_proof_of_the_balances_has_its_sum_and_the_paper_says_only_what_is_so() {
    let desk = TestDesk::sample(PROGRAM);
    let sums = |desk: &TestDesk| {
        let facts = desk.facts(YEAR);
        ["", "_stated", "_difference"].map(|which| facts[format!("books.balances{which}_yen")].clone())
    };
    assert_eq!(sums(&desk), [json!(787_789), Value::Null, Value::Null], "nobody has looked into the passbook");
    let paper =
        |desk: &TestDesk| -> String { pdf_text(&put_out(desk, "audit-pack", "pdf")).split_whitespace().collect() };
    let before = paper(&desk);
    assert!(before.contains("合計787,789") && before.contains("まだ記録がありません"), "{before}");
    assert!(!before.contains("つけてしまった") && !before.contains("写しは"), "{before}");
    state_balances(&desk, [("現金", "49,295"), ("普通預金", "738,000")]);
    assert_eq!(sums(&desk), [json!(787_789), json!(787_295), json!(494)]);
    record_audit(&desk);
    let after = paper(&desk);
    assert!(after.contains("前の監査：") && !after.contains("まだ記録がありません"), "{after}");
}

#[test]
fn k08_the_whole_mark_stands_on_the_audit_paper_as_a_code_of_squares() {
    let desk = TestDesk::sample(PROGRAM);
    let facts = desk.facts(YEAR);
    let hash = facts["audit.history_hash"].as_str().expect("a hash").to_owned();
    assert!(hash.len() == 64 && hash.starts_with(facts["audit.history_mark"].as_str().expect("a mark")));
    let paper = desk.call("reports.prepare", json!({ "form": "audit-pack", "year": YEAR }));
    let sheets = list(&paper["pages"]["sheets"]);
    let squares = |sheet: &Value| {
        let dark = |item: &&Value| item["kind"] == "rect" && item["shade"] == 0 && item["height"] == 1.5;
        list(&sheet["items"]).iter().filter(dark).count()
    };
    assert!(squares(sheets.last().expect("a page")) > 300, "the code is drawn on the last page");
    assert!(sheets[..sheets.len() - 1].iter().all(|sheet| squares(sheet) == 0));
}

#[test]
fn k08_the_printed_code_is_read_back_as_the_whole_mark() {
    let desk = TestDesk::sample(PROGRAM);
    let hash = desk.facts(YEAR)["audit.history_hash"].as_str().expect("a hash").to_owned();
    let pdf = put_out(&desk, "audit-pack", "pdf");
    let found = codes(&pdf, pdf_text(&pdf).matches('\u{c}').count());
    assert_eq!(found.len(), 1, "one code on the last page: {found:?}");
    let words = found.first().expect("one");
    assert!(words.contains(&hash), "{words} holds {hash}");
}

/// 収支決算書, 月次報告 and 監査報告書 are signed: once the year is closed they bear 帳簿の印. Before that they say up to which act
/// on the books they were made.
#[test]
fn k08_what_is_signed_bears_the_mark_of_the_closed_books() {
    let desk = TestDesk::sample(PROGRAM);
    let shown = |form: &str| desk.call("reports.prepare", json!({ "form": form, "year": YEAR })).to_string();
    let signed = ["settlement-statement", "monthly-report", "audit-report"];
    for form in signed {
        assert!(!shown(form).contains("帳簿の印"), "{form}: the books are open");
    }
    let facts = desk.facts(YEAR);
    let history = facts["audit.history_mark"].as_str().expect("a mark");
    for form in signed {
        let paper = shown(form);
        assert!(paper.contains("記録の印") && paper.contains(history), "{form} {history}: {paper}");
    }
    state_balances(&desk, [("現金", "49,295"), ("普通預金", "738,494")]);
    assert!(!shown("monthly-report").contains(history), "the next act on the books has another mark");
    close(&desk);
    for form in signed {
        assert!(
            !shown(form).contains("記録の印"),
            "{form}: of a closed year only its own mark, which no later act moves"
        );
    }
    let mark = state(&desk)["closed"]["mark"].as_str().expect("a mark").to_owned();
    for form in signed {
        let paper = shown(form);
        assert!(paper.contains("帳簿の印") && paper.contains(&mark), "{form}: {mark}");
    }
}

#[test]
fn k08_who_audited_signs_and_the_auditors_stand_in_one_order_everywhere() {
    let desk = TestDesk::sample(PROGRAM);
    let names =
        |fact: &str| -> Vec<Value> { list(&desk.facts(YEAR)[fact]).iter().map(|row| row["name"].clone()).collect() };
    let rostered = names("roster.auditors");
    assert!(rostered.len() > 1, "{rostered:?}");
    assert_eq!(names("audit.signers"), rostered, "nothing is written down yet");
    let facts = desk.facts(YEAR);
    let listed = list(&facts["roster.officers"]).iter().filter(|row| row["office"] == "監事");
    assert_eq!(listed.map(|row| row["name"].clone()).collect::<Vec<_>>(), rostered, "as in 役員名簿");
    record_audit(&desk);
    assert_eq!(names("audit.signers"), [json!("見本 花子"), json!("見本 次郎")]);
    assert_eq!(names("roster.auditors"), rostered);
    let report: String = pdf_text(&put_out(&desk, "audit-report", "pdf")).split_whitespace().collect();
    assert!(report.contains("見本花子") && report.contains("見本次郎"), "{report}");
    for name in rostered {
        let name: String = name.as_str().expect("a name").split_whitespace().collect();
        assert!(!report.contains(&name), "{name} did not audit: {report}");
    }
}
