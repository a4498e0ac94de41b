//! A roster with everything wrong that a roster can have: each mistake is told with its sheet and cell, everybody else
//! comes in, and no name loses a part.

use std::path::Path;

use serde_json::Value;
use suite::TestDesk;

use crate::PROGRAM;

#[test]
fn every_mistake_is_told_with_its_cell_and_the_others_come_in() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sheets/名簿_わるい.xlsx");
    let desk = TestDesk::empty(PROGRAM);
    let plan = desk.preview("roster", &file, 2025);
    let issues = plan["issues"].as_array().expect("issues").iter();
    let told: Vec<String> = issues
        .map(|issue| {
            let said = issue["message"].as_str().unwrap_or_default();
            assert!(said.contains("名簿") && said.contains(issue["cell"].as_str().unwrap_or("?")), "{said}");
            assert!(said.chars().count() < 200, "{said}");
            format!("{} {}", issue["cell"].as_str().unwrap_or_default(), issue["code"].as_str().unwrap_or_default())
        })
        .collect();
    assert_eq!(
        told,
        [
            "B5 roster.name_too_long",
            "B6 roster.hidden_mark_dropped",
            "B7 roster.private_character",
            "H8 intake.date_unreadable",
            "H9 intake.era_past",
            "F10 roster.phone_zero",
            "G10 roster.phone_zero",
            "F11 roster.phone_zero",
        ]
    );
    desk.import("roster", &file, 2025);
    let facts = desk.facts(2025);
    let name =
        |p: &Value| format!("{}{}", p["family"].as_str().unwrap_or_default(), p["given"].as_str().unwrap_or_default());
    let mut names: Vec<String> = facts["roster.people"].as_array().expect("people").iter().map(name).collect();
    names.sort();
    let mut expected = ["青木一", "井上三", "\u{e000}田四", "上田五", "江口六", "大野七", "加藤八", "木村九"];
    expected.sort_unstable();
    assert_eq!(names, expected, "given names stand under the swapped headings, too");
}
