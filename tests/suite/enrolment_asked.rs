//! What the associations are asked and told: who has not answered, the present state to fill in, the leaflet, the survey.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::enrolment::{EAST, association};
use crate::papers::{pdf_text, put_out};

fn list<'a>(facts: &'a Value, name: &str) -> Vec<&'a str> {
    let rows = facts[name].as_array().expect("a list").iter();
    rows.map(|row| row["association"].as_str().expect("a name")).collect()
}

/// The pages of a form's PDF without blanks.
fn pages(desk: &TestDesk, form: &str) -> Vec<String> {
    let shown = pdf_text(&put_out(desk, form, "pdf"));
    let pages = shown.trim_end_matches('\u{c}').split('\u{c}');
    pages.map(|page| page.split_whitespace().collect()).collect()
}

fn write(desk: &TestDesk, form: &str, field: &str, words: &str) {
    desk.call("reports.write_text", json!({ "form": form, "year": 2025, "field": field, "words": words }));
}

#[test]
fn who_has_not_answered_and_nobody_else_is_on_the_list_of_those_to_be_asked_again() {
    let desk = TestDesk::sample(PROGRAM);
    let facts = desk.facts(2025);
    let (silent, answered) = (list(&facts, "enrolment.uncounted"), list(&facts, "enrolment.counted"));
    assert_eq!((silent.len(), answered.len()), (2, 15));
    let shown = pages(&desk, "enrolment-reminder").concat();
    assert!(silent.iter().all(|name| shown.contains(name)), "{shown}");
    assert!(!answered.iter().any(|name| shown.contains(name)), "{shown}");
    assert!(shown.contains("17のうち2の自治会から、まだ返事がありません"), "{shown}");
}

#[test]
fn every_association_has_a_page_of_its_present_state() {
    let desk = TestDesk::sample(PROGRAM);
    let facts = desk.facts(2025);
    let (pages, names) = (pages(&desk, "association-status"), list(&facts, "enrolment.all"));
    assert_eq!(pages.len(), names.len());
    for (page, name) in pages.iter().zip(names) {
        assert!(page.contains("令和7年度自治会現況届") && page.contains(name), "{name}: {page}");
    }
}

#[test]
fn the_leaflet_says_the_councils_own_words_and_figures() {
    let desk = TestDesk::sample(PROGRAM);
    write(&desk, "joining-leaflet", "invitation", "困ったときに、声をかけあえる近所でいましょう。");
    let shown = pages(&desk, "joining-leaflet").concat();
    assert!(shown.contains("困ったときに、声をかけあえる近所でいましょう。"), "{shown}");
    assert!(shown.contains("1,317") && shown.contains("46.9"), "the households that are in, and the rate: {shown}");
}

#[test]
fn the_answers_of_the_survey_become_a_paper_with_its_counts_and_bars() {
    let desk = TestDesk::sample(PROGRAM);
    let answers = json!({ "officers": "足りない", "joined": "３世帯", "wish": "書類を減らして" });
    let asked = json!({ "year": 2025, "association_id": association(&desk, EAST), "answers": answers });
    desk.call("enrolment.answer_survey", asked);
    let shown = pages(&desk, "survey-results").concat();
    for words in ["足りない", "100.0", "書類を減らして"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let drawn = desk.call("reports.prepare", json!({ "form": "survey-results", "year": 2025 }))["pages"].take();
    assert!(drawn.to_string().matches("\"kind\":\"rect\"").count() > 0, "bars are drawn: {drawn}");
    let sheet = pages(&desk, "survey-sheet").concat();
    assert!(sheet.contains("役員のなり手"), "the sheet asks it: {sheet}");
}

#[test]
fn who_gave_no_denominator_has_no_rate_and_the_paper_says_so() {
    let desk = TestDesk::empty(PROGRAM);
    let file = desk.folder().join("加入.csv");
    std::fs::write(&file, "自治会名,区域内世帯,加入世帯\n東自治会,100,60\n西自治会,,40\n").expect("written");
    desk.import("associations", &file, 2025);
    let facts = desk.facts(2025);
    let line = |name: &str| {
        let rows = facts["enrolment.all"].as_array().expect("lines");
        rows.iter().find(|row| row["association"] == name).expect("the line").clone()
    };
    assert_eq!((&line("東自治会")["rate_percent"], &line("西自治会")["rate_percent"]), (&json!(60.0), &Value::Null));
    assert_eq!(facts["enrolment.rate_percent"], 60.0, "who has no denominator is in no sum");
    let shown = pdf_text(&put_out(&desk, "enrolment-list", "pdf"));
    let own = shown.lines().find(|line| line.contains("西自治会") && line.contains("40")).expect("its line");
    assert!(own.matches('–').count() >= 3, "neither households nor a rate nor a difference: {own}");
}
