use paper::{FaceGrid, Named, Numerals};

use super::*;
use crate::fonts::tests::shared;
use crate::sheet::Text;

fn run(writing: Writing, paper: [u16; 2], (columns, rows): (u16, u16), addressees: Vec<Addressee>) -> PostRun {
    let (width, height) = (paper[0] / columns, paper[1] / rows);
    let grid = FaceGrid { columns, rows, left: 0, top: 0, width, height, step_across: width, step_down: height };
    let (id, title, products, source) = Default::default();
    let stationery = Stationery {
        id,
        title,
        products,
        source,
        is_verified: true,
        paper,
        grid,
        writing,
        postal_boxes: None,
        inset: [40, 40],
        sender: None,
        beside: None,
    };
    let (sender, beside) = (None, Vec::new());
    PostRun { stationery, first: 0, shift: [0, 0], numerals: Numerals::Kanji, sender, beside, addressees }
}

fn someone(name: &str, address: &str) -> Addressee {
    let names = vec![Named { name: name.into(), honorific: "様".into() }];
    Addressee { postal: "760-0033".into(), address: address.into(), names, ..Addressee::default() }
}

fn texts(sheet: &Sheet) -> Vec<&Text> {
    sheet.items.iter().filter_map(|item| if let Item::Text(text) = item { Some(text) } else { None }).collect()
}

fn posted(run: &PostRun) -> crate::Posted {
    crate::post(run, shared())
}

#[test]
fn the_first_face_may_be_any_and_the_next_sheet_begins_with_its_own() {
    let people = vec![someone("見本　花子", "高松市桜町1-2"); 5];
    let run = PostRun { first: 2, ..run(Writing::Across, [2100, 2970], (2, 2), people) };
    let pages = posted(&run).pages;
    let postals = |sheet: &Sheet| texts(sheet).iter().filter(|text| text.text.starts_with('〒')).count();
    assert_eq!(pages.sheets.iter().map(postals).collect::<Vec<_>>(), [2, 3]);
    assert!(texts(&pages.sheets[0]).iter().all(|text| text.y > 148.5 * MM), "the upper faces are left alone");
}

#[test]
fn what_does_not_fit_is_told_and_takes_no_face() {
    let long = "高松市".repeat(300);
    let people =
        vec![someone("見本　花子", "高松市桜町1-2"), someone("見本　太郎", &long), someone("見本　次郎", "高松市")];
    let posted = posted(&run(Writing::Across, [2100, 2970], (3, 8), people));
    assert_eq!(posted.unfit, [1]);
    let words: Vec<&str> = posted.pages.sheets.iter().flat_map(texts).map(|text| text.text.as_str()).collect();
    assert!(words.contains(&"見本　次郎　様") && !words.iter().any(|text| text.contains("太郎")), "{words:?}");
}

#[test]
fn a_test_print_moves_everything_by_what_was_measured() {
    let still = run(Writing::Across, [2100, 2970], (3, 8), vec![someone("見本　花子", "高松市桜町1-2")]);
    let moved = PostRun { shift: [15, -20], ..still.clone() };
    let (a, b) = (posted(&still), posted(&moved));
    let (a, b) = (texts(&a.pages.sheets[0])[0].clone(), texts(&b.pages.sheets[0])[0].clone());
    assert!((b.x - a.x - 1.5 * MM).abs() < 0.02 && (b.y - a.y + 2.0 * MM).abs() < 0.02);
    let frames = |run: &PostRun| crate::test_print(run, "ためし刷り", shared()).sheets[0].items.clone();
    assert_ne!(frames(&still), frames(&moved));
}

#[test]
fn an_envelope_is_written_from_top_to_bottom() {
    let person = someone("齋藤　花子", "高松市桜町1丁目8番15号 コーポさくら203");
    let sheet = posted(&run(Writing::Down, [1200, 2350], (1, 1), vec![person])).pages.sheets.remove(0);
    let standing: Vec<&Text> = texts(&sheet).into_iter().filter(|text| text.vertical).collect();
    let words: String = standing.iter().map(|text| text.text.as_str()).collect();
    assert!(words.contains("一丁目八番十五号") && words.contains("二〇三"), "{words}");
    let name = standing.iter().find(|text| text.text.contains("齋藤")).unwrap();
    let address = standing.iter().find(|text| text.text.contains("桜町")).unwrap();
    assert!(name.size > address.size && name.x < address.x, "the name is large, left of the address");
    assert!((name.x - 60.0 * MM).abs() < 0.02, "in the middle of the envelope");
}

#[test]
fn names_of_one_household_share_a_size_and_stand_apart() {
    let mut person = someone("見本　花子", "高松市桜町1-2");
    person.names.push(Named { name: "見本　太郎左衛門".into(), honorific: "様".into() });
    for (writing, paper) in [(Writing::Across, [864, 423]), (Writing::Down, [1000, 1480])] {
        let sheet = posted(&run(writing, paper, (1, 1), vec![person.clone()])).pages.sheets.remove(0);
        let names: Vec<&Text> = texts(&sheet).into_iter().filter(|text| text.text.contains("様")).collect();
        assert_eq!(names.len(), 2);
        assert!((names[0].size - names[1].size).abs() < 0.01);
        assert!((names[0].x - names[1].x).abs() + (names[0].y - names[1].y).abs() > names[0].size, "{names:?}");
    }
}
