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
    let certificate = paper::Certificate::default();
    PostRun { stationery, first: 0, shift: [0, 0], numerals: Numerals::Kanji, sender, beside, certificate, addressees }
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

#[test]
fn a_certificate_is_read_from_right_to_left_and_takes_the_room_there_is() {
    let certificate = paper::Certificate {
        title: "表彰状".into(),
        rank: String::new(),
        paragraphs: vec!["あなたは永年にわたり地域の活動に励まれました".into(), "ここに表彰します".into()],
        day: "令和八年三月十四日".into(),
        body: "見本協議会".into(),
        office: "会長".into(),
        name: "見本　一郎".into(),
    };
    let mut person = someone("齋藤　花子", "");
    person.body = "福祉部会".into();
    let set = |paragraphs: Vec<String>| {
        let certificate = paper::Certificate { paragraphs, ..certificate.clone() };
        posted(&PostRun { certificate, ..run(Writing::Certificate, [2970, 2100], (1, 1), vec![person.clone()]) })
    };
    let sheet = set(certificate.paragraphs.clone()).pages.sheets.remove(0);
    let columns = texts(&sheet);
    let find = |part: &str| *columns.iter().find(|text| text.text.contains(part)).expect(part);
    let order =
        ["状", "福祉", "花子", "あなたは", "表彰します", "令和八年", "見本協議会", "会長"].map(|part| find(part).x);
    assert!(order.is_sorted_by(|right, left| right > left), "{order:?}");
    let (name, text, title) = (find("花子"), find("あなたは"), find("状"));
    assert!(title.size > name.size && name.size > text.size, "the name is large");
    let lowest = columns.iter().map(|text| text.y + text.length).fold(0.0, f32::max);
    assert!(lowest <= 206.0 * MM + 0.02, "{lowest} of {}", 206.0 * MM);
    assert!(columns.iter().all(|text| text.x > 4.0 * MM && text.x < 293.0 * MM), "{columns:?}");
    let long = set(vec!["永年にわたり地域の活動に励まれました".repeat(12)]);
    assert!(
        find("あなたは").size
            > texts(&long.pages.sheets[0]).iter().find(|text| text.text.contains("永年")).unwrap().size
    );
    assert_eq!(set(vec!["永年にわたり地域の活動に励まれました".repeat(200)]).unfit, [0], "told, never cut");
}
