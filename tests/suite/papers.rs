//! One model, many outputs: the figures of each form are the same in the PDF, the workbook, the city's file and the facts.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use paper::RawValue;
use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

/// The file of a form of the specimen year.
pub(crate) fn put_out(desk: &TestDesk, form: &str, format: &str) -> std::path::PathBuf {
    let made = desk.call("reports.output", json!({ "form": form, "year": 2025, "format": format, "folder": null }));
    desk.path(&made["files"][0]["token"])
}

/// How often each figure occurs; only figures that cannot be a day, a number in an address or a page number.
pub(crate) fn figures(texts: impl Iterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for text in texts {
        for word in text.split(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')) {
            let is_amount = word.contains(',') && word.len() >= 5 && word.split(',').skip(1).all(|g| g.len() == 3);
            if is_amount {
                *counts.entry(word.to_owned()).or_insert(0) += 1;
            }
        }
    }
    counts
}

/// The words of a PDF.
pub(crate) fn pdf_text(path: &Path) -> String {
    let out = Command::new("pdftotext").args(["-layout"]).arg(path).arg("-").output();
    let out = out.expect("pdftotext of Debian's poppler-utils is installed by `cargo verify`");
    String::from_utf8(out.stdout).expect("UTF-8")
}

/// Cells of a workbook as a reader sees them.
pub(crate) fn cells(path: &Path) -> Vec<String> {
    let book = sheets::read(path).expect("read back");
    let shown = |value: &RawValue| match value {
        RawValue::Number(n) => paper::Value::Yen(n.round() as i64).shown(paper::Negative::White),
        RawValue::Text(text) => text.clone(),
        _ => String::new(),
    };
    book.sheets.iter().flat_map(|s| &s.rows).flat_map(|r| &r.cells).map(|c| shown(&c.value)).collect()
}

#[test]
fn every_form_says_the_same_in_pdf_and_excel() {
    let desk = TestDesk::sample(PROGRAM);
    for form in suite::forms() {
        let pdf = figures(std::iter::once(pdf_text(&put_out(&desk, &form, "pdf"))));
        let xlsx = figures(cells(&put_out(&desk, &form, "xlsx")).into_iter());
        assert_eq!(pdf, xlsx, "{form}");
    }
}

#[test]
fn e07_the_list_of_associations_with_their_counts_comes_out_in_one_step() {
    let desk = TestDesk::sample(PROGRAM);
    let (facts, cells) = (desk.facts(2025), cells(&put_out(&desk, "association-register", "xlsx")));
    for line in facts["enrolment.all"].as_array().expect("associations") {
        let at = cells.iter().position(|cell| *cell == line["association"]).expect("every association stands there");
        let row = &cells[at..at + 9.min(cells.len() - at)];
        for column in ["households", "enrolled"] {
            let shown = line[column].as_i64().map(|n| paper::Value::Count(n).shown(paper::Negative::White));
            assert!(shown.is_none_or(|shown| row.contains(&shown)), "{}: {column} in {row:?}", line["association"]);
        }
    }
}

#[test]
fn the_inquiry_is_one_page_for_each_association_with_last_years_figures() {
    let desk = TestDesk::sample(PROGRAM);
    let shown = pdf_text(&put_out(&desk, "enrolment-inquiry", "pdf"));
    let pages: Vec<&str> = shown.trim_end_matches('\u{c}').split('\u{c}').collect();
    let facts = desk.facts(2025);
    let associations = facts["enrolment.all"].as_array().expect("associations");
    assert_eq!(pages.len(), associations.len());
    for (page, line) in pages.iter().zip(associations) {
        assert!(page.contains(line["association"].as_str().expect("a name")), "{page}");
        assert!(page.contains(&line["previous"].to_string()), "last year's count: {page}");
    }
}

#[test]
fn the_settlement_shows_every_figure_of_the_facts() {
    let desk = TestDesk::sample(PROGRAM);
    let facts = desk.facts(2025);
    let shown = pdf_text(&put_out(&desk, "settlement-statement", "pdf"));
    for list in ["settlement.income", "settlement.expense"] {
        for line in facts[list].as_array().expect("lines") {
            for column in ["budget_yen", "settled_yen", "difference_yen"] {
                let figure = paper::Value::Yen(line[column].as_i64().expect("yen")).shown(paper::Negative::White);
                assert!(shown.contains(&figure), "{} {column} {figure}", line["item"]);
            }
        }
    }
}

#[test]
fn the_citys_workbook_holds_the_figures_and_nothing_else_changed() {
    let desk = TestDesk::sample(PROGRAM);
    let filled = put_out(&desk, "city-performance-report", "stamp");
    let template = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../assets/profiles/takamatsu/2025/forms/city-performance-report.xlsx");
    let parts = suite::xlsx_diff::changed_parts(&template, &filled);
    assert_eq!(parts, ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"], "only the two sheets changed");
    let (book, facts) = (sheets::read(&filled).expect("read back"), desk.facts(2025));
    let at = |sheet: usize, row: u32, col: u32| book.sheets[sheet].get(row, col).cloned();
    for (row, fact) in [
        (20, "grant.decided_yen"),
        (22, "grant.allocated_yen"),
        (24, "grant.refund_yen"),
        (26, "settlement.expense_yen"),
    ] {
        let expected = facts[fact].as_i64().expect("yen") as f64;
        assert_eq!(at(0, row, 11), Some(RawValue::Number(expected)), "{fact} in K{row}");
    }
    let lines = facts["settlement.expense"].as_array().expect("lines");
    for (i, line) in lines.iter().enumerate() {
        let row = 5 + i as u32;
        assert_eq!(at(1, row, 2), Some(RawValue::Text(line["item"].as_str().expect("item").into())), "row {row}");
        assert_eq!(
            at(1, row, 4),
            Some(RawValue::Number(line["settled_yen"].as_i64().expect("yen") as f64)),
            "row {row}"
        );
    }
    assert_eq!(at(1, 31, 4), Some(RawValue::Number(5_738_791.0)), "the total's cached value");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let desk = TestDesk::sample(PROGRAM);
    for format in ["pdf", "xlsx"] {
        let [first, second] =
            [0, 1].map(|_| std::fs::read(put_out(&desk, "settlement-statement", format)).expect("read"));
        assert!(first == second, "{format} twice");
    }
}

#[test]
fn a_text_typed_on_the_page_is_on_both_papers() {
    let desk = TestDesk::sample(PROGRAM);
    let paper = desk.call("reports.prepare", json!({ "form": "performance-report", "year": 2025 }));
    let texts = paper["texts"].as_array().expect("texts");
    let field = texts.iter().find(|t| t["label"] == "事業の成果").expect("room for it")["field"].clone();
    let words = "見守りの回数がふえ、つながりが深まった。";
    desk.call(
        "reports.write_text",
        json!({ "form": "performance-report", "year": 2025, "field": field, "words": words }),
    );
    let after = desk.call("reports.prepare", json!({ "form": "performance-report", "year": 2025 }));
    let lacking =
        |p: &Value| p["checks"].as_array().expect("checks").iter().filter(|c| c["state"] == "missing").count();
    assert!(lacking(&after) < lacking(&paper), "one thing less is missing");
    let flat = |text: &str| text.split_whitespace().collect::<String>();
    assert!(flat(&pdf_text(&put_out(&desk, "performance-report", "pdf"))).contains(&flat(words)));
    assert!(cells(&put_out(&desk, "city-performance-report", "stamp")).iter().any(|c| c == words));
}

/// Whatever the report says of its representative: the sentence, and where it leads.
fn representative(desk: &TestDesk) -> Option<(String, Value)> {
    let paper = desk.call("reports.prepare", json!({ "form": "performance-report", "year": 2025 }));
    let checks = paper["checks"].as_array().expect("checks").clone();
    let title = |check: &Value| check["title"].as_str().unwrap_or_default().to_owned();
    let found = checks.into_iter().find(|check| title(check).contains("代表者の氏名"));
    found.map(|check| (title(&check), check["to"].clone()))
}

#[test]
fn a_chair_of_the_council_under_another_name_is_told_of() {
    let desk = TestDesk::empty(PROGRAM);
    let (said, to) = representative(&desk).expect("nobody represents the council");
    assert!(said.contains("名簿に、見本地区コミュニティ協議会の会長がいません") && to == "roster", "{said} {to}");
    let person = json!({
        "id": null, "version": 0, "family": "髙橋", "given": "一郎", "family_kana": "", "given_kana": "", "postal": "",
        "address": "", "phone": "", "mobile": "", "birth": "", "joined": "", "joined_reason": "", "left": "",
        "left_reason": "", "alternate_name": "", "note": "", "own": [],
    });
    let id = desk.call("roster.save_person", json!({ "person": person }))["value"]["id"].clone();
    let role = |body: &str| {
        let role = json!({
            "id": null, "person_id": id, "body": body, "title": "会長", "from": "", "to": "", "appointment": null,
            "elected_by": "", "seat": null,
        });
        desk.call("roster.save_role", role);
    };
    role("見本町東自治会");
    assert_eq!(representative(&desk).expect("a 自治会 is not the council").1, "roster");
    role("見本地区コミュニティ振興会");
    let (said, to) = representative(&desk).expect("another name");
    assert!(said.contains("「見本地区コミュニティ振興会」の会長") && to == "roster/bodies", "{said} {to}");
    role("見本地区コミュニティ協議会");
    assert_eq!(representative(&desk), None);
}
