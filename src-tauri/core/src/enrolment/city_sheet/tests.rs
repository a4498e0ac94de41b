use paper::{RawBook, StampValue, Value};

use super::*;
use crate::fact::{FactRow, Facts, row, words};
use crate::intake::sketch::book;

/// A blank form with its headings in one row and five ruled rows.
const BLANK: &str = "令和８年度　自治会加入状況調査票

No.|自治会名|会長氏名|区域内世帯数|加入世帯数|うち集合住宅|前年度加入世帯数|増減|摘要
=1|
=2|
=3|
合計||||";

fn ruled(_: &str, cell: &str) -> Standing {
    match cell {
        "B4" | "B5" | "B6" => Standing::There,
        "H4" => Standing::Calculated,
        _ => Standing::Absent,
    }
}

fn found(drawn: &str) -> Places {
    let book: RawBook = book(drawn);
    find(&book, ruled).remove(0)
}

fn line(name: &str, enrolled: Option<i64>) -> FactRow {
    let count = |n: Option<i64>| n.map_or(Value::Blank, Value::Count);
    row([("association", words(name)), ("chair", words("")), ("enrolled", count(enrolled).into())])
}

fn facts(names: &[(&str, Option<i64>)]) -> Facts {
    let mut facts = Facts::default();
    facts.state_list("enrolment.all", names.iter().map(|(name, n)| line(name, *n)).collect());
    facts
}

fn told(filled: &Filled) -> Vec<(String, StampValue)> {
    filled.cells.iter().map(|cell| (cell.cell.clone(), cell.value.clone())).collect()
}

fn text(words: &str) -> StampValue {
    StampValue::Text(words.into())
}

#[test]
fn a_blank_form_is_understood_by_its_headings_and_its_ruled_rows() {
    let places = found(BLANK);
    assert_eq!((places.first_row, places.last_row), (4, 6), "the sum is no row for an association");
    let told: Vec<_> = places.columns.iter().map(|c| (c.letter.as_str(), c.content)).collect();
    // What the city calculates itself stays as it is.
    let expected = [
        ("A", None),
        ("B", Some(Content::Association)),
        ("C", Some(Content::Chair)),
        ("D", Some(Content::Households)),
        ("E", Some(Content::Enrolled)),
        ("F", Some(Content::Flats)),
        ("G", Some(Content::Previous)),
        ("H", None),
        ("I", Some(Content::Note)),
    ];
    assert_eq!(told, expected);
    assert!(places.check().is_ok());
}

#[test]
fn what_the_city_has_written_already_is_not_written_over_unless_somebody_says_so() {
    let places = found(&BLANK.replace("=2|", "=2|桜町自治会|||=40"));
    let enrolled = places.columns.iter().find(|c| c.letter == "E").unwrap();
    assert_eq!((enrolled.content, enrolled.has_words), (None, true));
    assert_eq!(places.names, [NamedRow { row: 5, name: "桜町自治会".into() }]);
}

#[test]
fn associations_find_the_row_of_their_name_and_the_others_the_free_rows() {
    let mut places = found(&BLANK.replace("=2|", "=2|桜町１丁目自治会").replace("=3|", "=3|なくなった自治会"));
    places.cells = vec![PlacedCell { cell: "A1".into(), content: Single::Year }];
    let all = [("栗林町自治会", Some(48)), ("桜町一丁目自治会", None), ("木太町自治会", Some(7))];
    let filled = fill(&places, &facts(&all), |cell| cell == "Z9");
    assert_eq!(told(&filled), [("B4".to_owned(), text("栗林町自治会")), ("E4".to_owned(), StampValue::Number(48))]);
    assert_eq!(filled.left_out, ["木太町自治会"], "told, never squeezed in");
    assert_eq!(filled.unknown, ["なくなった自治会"]);
    assert_eq!(filled.written, 2, "the second is there, but its count is not known: the cell stays free for a hand");
    let with_formula = fill(&places, &facts(&all), |cell| cell == "E4");
    assert_eq!(told(&with_formula), [("B4".to_owned(), text("栗林町自治会"))], "a formula stays a formula");
}

#[test]
fn places_that_lead_nowhere_are_refused() {
    let refused = |change: fn(&mut Places)| {
        let mut places = found(BLANK);
        change(&mut places);
        places.check().unwrap_err().code
    };
    assert_eq!(refused(|p| p.last_row = 1), "enrolment.sheet_rows_unsound");
    assert_eq!(refused(|p| p.columns[1].content = None), "enrolment.sheet_without_name");
    assert_eq!(refused(|p| p.columns.truncate(2)), "enrolment.sheet_without_counts");
    let odd = |p: &mut Places| p.cells.push(PlacedCell { cell: "20K".into(), content: Single::Year });
    assert_eq!(refused(odd), "enrolment.sheet_cell_unsound");
}
