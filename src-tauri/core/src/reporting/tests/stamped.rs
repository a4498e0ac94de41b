//! The city's own workbook: which cells get what.

use paper::{StampCell, StampValue};

use super::*;

fn stamped(facts: &Facts, texts: &Texts) -> Vec<StampCell> {
    let edition = takamatsu();
    stamp(edition.form("city-performance-report").unwrap(), facts, texts).unwrap()
}

fn at<'a>(cells: &'a [StampCell], address: &str) -> Option<&'a StampValue> {
    cells.iter().find(|cell| cell.cell == address).map(|cell| &cell.value)
}

#[test]
fn the_citys_cells_get_words_numbers_and_cached_results() {
    let cells = stamped(&facts(), &texts());
    let text = |words: &str| StampValue::Text(words.to_owned());
    assert_eq!(at(&cells, "Y8"), Some(&text("会長　渡邊　凜")));
    assert_eq!(at(&cells, "A13"), Some(&text("令和7年度　地域まちづくり交付金実績報告書")));
    assert_eq!(
        at(&cells, "A15"),
        Some(&text(
            "　　令和7年4月21日付け緑第1号で交付決定のあった地域まちづくり交付金について、次のとおり事業を実施したので報告します。"
        ))
    );
    assert_eq!(at(&cells, "K24"), Some(&StampValue::Number(40_000)));
    assert_eq!(at(&cells, "A5"), Some(&text("支出")));
    assert_eq!(at(&cells, "B8"), Some(&text("予備費")));
    assert_eq!(at(&cells, "E5"), Some(&StampValue::Cached(-10_000)), "the city's formula stays");
    assert_eq!(at(&cells, "D31"), Some(&StampValue::Cached(470_000)));
    assert_eq!((at(&cells, "A4"), at(&cells, "A35")), (None, Some(&text("収入"))), "income has rows of its own");
    assert_eq!(at(&cells, "D55"), Some(&StampValue::Cached(510_000)));
    assert_eq!(at(&cells, "D57"), Some(&StampValue::Cached(40_000)), "what is left");
    assert_eq!(at(&cells, "F5"), None, "an empty note writes nothing");
}

#[test]
fn what_is_missing_leaves_the_citys_cell_as_it_is() {
    let mut facts = facts();
    for name in
        ["grant.decided_on", "grant.decision_no", "council.representative_office", "council.representative_name"]
    {
        facts.state(name, paper::Value::Blank);
    }
    let cells = stamped(&facts, &Texts::new());
    for address in ["Z3", "Y8", "Y10", "A15", "K28"] {
        assert_eq!(at(&cells, address), None, "{address}");
    }
}

#[test]
fn more_lines_than_the_citys_sheet_has_rows_are_refused() {
    let edition = takamatsu();
    let form = edition.form("city-performance-report").unwrap();
    let mut facts = facts();
    let line = facts.list("settlement.expense")[0].clone();
    facts.state_list("settlement.expense", vec![line.clone(); 26]);
    assert!(stamp(form, &facts, &texts()).is_ok(), "26 rows fit");
    facts.state_list("settlement.expense", vec![line; 27]);
    let refused = stamp(form, &facts, &texts()).unwrap_err();
    assert_eq!((refused.code, refused.params["lines"].as_str()), ("reports.too_many_rows", "27"));
}
