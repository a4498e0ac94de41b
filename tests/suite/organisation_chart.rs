//! 組織図: drawn from the roster alone, readable with many committees and bodies, and part of the booklet.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::papers::{cells, pdf_text, put_out};

const BODY: &str = "見本地区コミュニティ協議会";

fn body(desk: &TestDesk, kind: &str, name: &str) {
    let body = json!({ "id": null, "version": 0, "kind": kind, "name": name, "kana": "", "parent_id": null, "moved": "",
        "founded": "", "dissolved": "", "note": "" });
    desk.call("roster.save_body", body);
}

fn person(desk: &TestDesk, family: &str, given: &str) -> Value {
    let person = json!({ "id": null, "version": 0, "family": family, "given": given, "family_kana": "", "given_kana": "",
        "postal": "", "address": "高松市試験町1番1号", "phone": "087-999-9999", "mobile": "", "birth": "", "joined": "",
        "joined_reason": "", "left": "", "left_reason": "", "alternate_name": "", "note": "", "own": [] });
    desk.call("roster.save_person", json!({ "person": person }))["value"]["id"].clone()
}

fn seat(desk: &TestDesk, who: &Value, body: &str, title: &str) {
    let role = json!({ "id": null, "person_id": who, "body": body, "title": title, "from": "", "to": "", "appointment": null,
        "elected_by": "", "seat": null });
    desk.call("roster.save_role", role);
}

/// The words of the PDF without spaces, and of the workbook.
fn papers(desk: &TestDesk) -> (String, Vec<String>) {
    let pdf = put_out(desk, "organisation-chart", "pdf");
    let text = pdf_text(&pdf).split_whitespace().collect();
    (text, cells(&put_out(desk, "organisation-chart", "xlsx")))
}

fn named(facts: &Value, list: &str) -> Vec<String> {
    let rows = facts[list].as_array().expect("rows").iter();
    rows.map(|row| row["name"].as_str().expect("a name").to_owned()).collect()
}

#[test]
fn m01_the_chart_of_the_council_names_whom_the_roster_has_and_nobody_else() {
    let desk = TestDesk::sample(PROGRAM);
    let (pdf, book) = papers(&desk);
    let facts = desk.facts(2025);
    let lists =
        ["roster.board", "roster.board_auditors", "roster.secretariat", "roster.committees", "roster.member_bodies"];
    for list in lists {
        assert!(!named(&facts, list).is_empty(), "nobody in {list}: nothing would be shown");
        for name in named(&facts, list) {
            let squeezed: String = name.split_whitespace().collect();
            assert!(pdf.contains(&squeezed), "{list}: {name} in {pdf}");
            assert!(book.iter().any(|cell| cell.contains(&name)), "{list}: {name} in the workbook");
        }
    }
    for title in ["総会", "監事", "役員会", "構成団体"] {
        assert!(pdf.contains(title), "{title} in {pdf}");
    }
    let people = named(&facts, "roster.people");
    for list in &lists[..3] {
        assert!(named(&facts, list).iter().all(|name| people.contains(name)), "{list} holds people of the roster");
    }
}

#[test]
fn m01_a_large_council_stands_on_its_chart_whole() {
    let desk = TestDesk::sample(PROGRAM);
    let sorts =
        ["青少年健全育成・見守り・多文化共生推進", "防災", "福祉", "環境", "広報", "体育", "文化", "交通安全", "防犯"];
    for (nth, sort) in sorts.iter().enumerate() {
        let name = format!("{sort}第{}部会", nth + 1);
        body(&desk, "committee", &name);
        let leader = person(&desk, "勅使河原", &format!("権左衛門{nth}"));
        seat(&desk, &leader, &name, "部会長");
        for member in 0..3 {
            let who = person(&desk, "部会", &format!("員{nth}{member}"));
            seat(&desk, &who, &name, "部会員");
        }
    }
    for nth in 0..16 {
        body(&desk, "member_body", &format!("見本地区青少年育成市民会議及び子ども会連絡協議会{nth}"));
    }
    for nth in 0..12 {
        let who = person(&desk, "理事", &format!("太郎{nth}"));
        seat(&desk, &who, BODY, "理事");
    }
    let adviser = person(&desk, "顧問", "花子");
    seat(&desk, &adviser, BODY, "顧問");
    let (pdf, book) = papers(&desk);
    assert_eq!(pdf.matches("見本地区青少年育成").count(), 16, "long names are broken, not cut: {pdf}");
    for nth in 0..16 {
        let name = format!("見本地区青少年育成市民会議及び子ども会連絡協議会{nth}");
        assert!(book.contains(&name), "{name} in the workbook");
    }
    for nth in 0..9 {
        assert!(pdf.contains(&format!("権左衛門{nth}")), "{nth} in {pdf}");
    }
    assert_eq!(pdf.matches("部会員合わせて4人").count(), 9, "those who belong to a committee are counted: {pdf}");
    assert!(pdf.contains("顧問花子") && pdf.contains("理事太郎11"), "{pdf}");
    assert!(!pdf.contains("員00") && !pdf.contains("087-999"), "members are a number, and nobody's telephone is told");
    assert!(book.iter().any(|cell| cell.contains("勅使河原　権左衛門8")));
}

#[test]
fn m01_the_chart_stands_in_the_booklet_with_the_lists_of_officers() {
    let desk = TestDesk::sample(PROGRAM);
    let id = crate::meeting_bars::save(&desk, &crate::meeting_bars::draft("ordinary"));
    crate::meeting_bars::item(&desk, &id, "members", json!({ "kind": "other" }));
    let shown = desk.call("meetings.booklet", json!({ "id": id }));
    let forms: Vec<&str> =
        shown["chapters"][0]["papers"].as_array().expect("papers").iter().filter_map(|p| p["form"].as_str()).collect();
    assert_eq!(forms, ["organisation-chart", "officer-roll", "body-roll"]);
}
