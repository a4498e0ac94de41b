//! R11: labels, envelopes and cards for six hundred made-up households. Nothing is cut, nothing leaves its face.

use office::lists::stationery;
use paper::{Addressee, CardLine, CardLineKind, Named, Numerals, PostPlace, PostRun, PostSender, Stationery, Writing};
use pdf::{Fonts, Item, Pages, Posted, Text};

const POINT: f32 = 72.0 / 25.4;
/// Places on a page are rounded to hundredths of a point: so many tenths of a millimetre.
const ROUNDING: f32 = 0.05;
/// What a letter takes above and below its baseline, in em, as the fonts say (ascent 0.88, descent 0.12).
const ASCENT: f32 = 0.88;

fn fonts() -> Fonts {
    Fonts::embedded().expect("the fonts are part of the program")
}

/// The same throws every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick(&mut self, words: &[&str]) -> String {
        words[self.roll(words.len())].to_owned()
    }
}

/// Short and very long names and addresses, rare kanji, foreign names, households of up to four.
fn households() -> Vec<Addressee> {
    let families =
        ["佐藤", "髙橋", "渡邉", "山﨑", "𠮷田", "葛\u{E0100}城", "勅使河原", "林", "Nguyễn Thị Ngọc", "小鳥遊小路"];
    let given = ["太郎", "花子", "さくら", "凛太郎左衛門", "葵", "マリア・フェルナンダ", "一"];
    let towns = ["桜町", "香川県高松市桜町", "香川県木田郡三木町大字氷上字上所", "高松市国分寺町新名西ノ久保"];
    let homes = [
        "",
        "　コーポさくら203",
        " グランドメゾン高松中央公園前弐番館エグゼクティブタワー棟2101号室",
        "　特別養護老人ホーム ひだまりの里 東棟3階",
    ];
    let mut dice = Dice(20_260_401);
    let mut household = || {
        let names = (0..[1, 1, 1, 2, 3, 4][dice.roll(6)])
            .map(|_| Named {
                name: format!("{}　{}", dice.pick(&families), dice.pick(&given)), honorific: "様".into()
            })
            .collect();
        let (cho, ban, go) = (dice.roll(12) + 1, dice.roll(120) + 1, dice.roll(30) + 1);
        let place = [format!("{cho}丁目{ban}番{go}号"), format!("{ban}-{go}"), format!("{ban}番地の{go}")];
        Addressee {
            postal: dice.pick(&["760-0033", "〒7600033", ""]),
            address: format!("{}{}{}", dice.pick(&towns), place[dice.roll(3)], dice.pick(&homes)),
            body: dice.pick(&["", "", "", "見本地区コミュニティ協議会 防災・防犯・交通安全部会"]),
            office: dice.pick(&["", "", "部会長"]),
            names,
        }
    };
    let mut all: Vec<Addressee> = (0..570).map(|_| household()).collect();
    let name = |name: &str| Named { name: name.into(), honorific: "様".into() };
    all.extend((0..30).map(|n| Addressee {
        address: format!(
            "香川県高松市国分寺町新名西ノ久保{}番地{n}　サニーコート Sunny Court 高松 {}号室",
            100 + n,
            200 + n
        ),
        postal: "769-0102".into(),
        // Three families under one roof, two of them with a name of ten letters.
        names: ["勅使河原　左衛門三郎", "小鳥遊小路　凛太郎左", "Nguyễn　Thị Ngọc"].map(name).to_vec(),
        ..Addressee::default()
    }));
    all
}

fn run(stationery: &Stationery, addressees: Vec<Addressee>, numerals: Numerals) -> PostRun {
    let sender = PostSender {
        postal: "760-8571".into(),
        address: "香川県高松市番町一丁目8番15号 高松市役所本庁舎内".into(),
        name: "見本地区コミュニティ協議会 事務局".into(),
    };
    let line = |kind, text: &str| CardLine { kind, text: text.into() };
    let beside = vec![
        line(CardLineKind::Title, "定期総会のご案内"),
        line(CardLineKind::Text, "次のとおり開きますので、ご出席くださいますようお願いいたします。"),
        line(CardLineKind::Field, "お名前"),
    ];
    let (stationery, sender) = (stationery.clone(), Some(sender));
    let certificate = paper::Certificate::default();
    PostRun { stationery, first: 0, shift: [0, 0], numerals, sender, beside, certificate, addressees }
}

/// Left, top, right and bottom of a text in points.
fn extent(text: &Text) -> [f32; 4] {
    if text.vertical {
        [text.x - text.size / 2.0, text.y, text.x + text.size / 2.0, text.y + text.length]
    } else {
        [text.x, text.y - ASCENT * text.size, text.x + text.length, text.y + (1.0 - ASCENT) * text.size]
    }
}

/// True when a box in tenths of a millimetre lies within a place.
fn is_in([left, top, right, bottom]: [f32; 4], place: PostPlace) -> bool {
    let PostPlace { left: x, top: y, width, height } = place;
    let (x, y, width, height) = (f32::from(x), f32::from(y), f32::from(width), f32::from(height));
    left >= x - ROUNDING && top >= y - ROUNDING && right <= x + width + ROUNDING && bottom <= y + height + ROUNDING
}

/// The places of a paper's faces.
fn places(paper: &Stationery) -> Vec<PostPlace> {
    let (width, height) = (paper.grid.width, paper.grid.height);
    let corners = (0..paper.grid.faces()).map(|face| paper.grid.corner(face));
    corners.map(|[left, top]| PostPlace { left, top, width, height }).collect()
}

/// What is printed beside the faces: the sender, and the text of a card.
fn others(paper: &Stationery) -> impl Iterator<Item = PostPlace> {
    [paper.sender, paper.beside.map(|beside| beside.place)].into_iter().flatten()
}

/// The texts of each face, by the order of the faces; a text outside every face fails.
fn faces<'a>(paper: &Stationery, pages: &'a Pages) -> Vec<Vec<&'a Text>> {
    let places = places(paper);
    let mut all = Vec::new();
    for sheet in &pages.sheets {
        let mut own: Vec<Vec<&Text>> = vec![Vec::new(); places.len()];
        for item in &sheet.items {
            let Item::Text(text) = item else { continue };
            let extent = extent(text).map(|points| points / POINT * 10.0);
            match places.iter().position(|face| is_in(extent, *face)) {
                Some(at) => own[at].push(text),
                None => assert!(others(paper).any(|o| is_in(extent, o)), "{}: {text:?} leaves its label", paper.id),
            }
        }
        all.extend(own);
    }
    all
}

/// Letters of a face in any order, without blanks: what is written may be spread over lines and pieces.
fn letters<'a>(words: impl Iterator<Item = &'a str>) -> Vec<char> {
    let mut letters: Vec<char> =
        words.flat_map(str::chars).filter(|c| !c.is_whitespace() && !matches!(c, '〒' | '-')).collect();
    letters.sort_unstable();
    letters
}

fn written(addressee: &Addressee) -> Vec<char> {
    let names = addressee.names.iter().flat_map(|named| [named.name.as_str(), named.honorific.as_str()]);
    let own = [&addressee.postal, &addressee.address, &addressee.body, &addressee.office];
    letters(own.into_iter().map(String::as_str).chain(names))
}

#[test]
fn r11_no_label_loses_a_letter_or_lets_one_leave_its_face() {
    let people = households();
    for paper in stationery().iter().filter(|paper| paper.writing == Writing::Across) {
        let Posted { pages, unfit, .. } = pdf::post(&run(paper, people.clone(), Numerals::Kanji), &fonts());
        let set = people.iter().enumerate().filter(|(number, _)| !unfit.contains(number)).map(|(_, one)| one);
        for (face, addressee) in faces(paper, &pages).iter().zip(set) {
            let found = letters(face.iter().map(|text| text.text.as_str()));
            assert_eq!(found, written(addressee), "{}: {addressee:?}", paper.id);
            let least = face.iter().map(|text| text.size).fold(f32::MAX, f32::min);
            assert!(least >= pdf::LEAST, "{}: {least} points", paper.id);
        }
        assert!(unfit.len() * 100 < people.len(), "{}: {} of 600 do not fit", paper.id, unfit.len());
    }
}

/// Left, top, right and bottom of every word that a reader finds on the pages of a PDF, in points.
fn printed_words(pages: &Pages) -> Vec<[f32; 4]> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("labels.pdf");
    std::fs::write(&file, pdf::write(pages, "宛名", &fonts()).expect("a PDF")).expect("written");
    let read = std::process::Command::new("pdftotext").arg("-bbox").arg(&file).arg("-").output().expect("pdftotext");
    let text = String::from_utf8(read.stdout).expect("text");
    let number = |line: &str, name: &str| {
        let (_, rest) = line.split_once(&format!("{name}=\""))?;
        rest.split('"').next()?.parse::<f32>().ok()
    };
    let word = |line: &str| Some(["xMin", "yMin", "xMax", "yMax"].map(|name| number(line, name).unwrap_or(f32::NAN)));
    text.lines().filter(|line| line.contains("<word")).filter_map(word).collect()
}

#[test]
fn r11_what_is_printed_stands_where_it_was_laid_out() {
    let people = households();
    for paper in stationery() {
        // A page for each takes long to write: of those the last quarter, with all that is long.
        let people = if paper.grid.faces() == 1 { &people[450..] } else { &people };
        let Posted { pages, .. } = pdf::post(&run(paper, people.to_vec(), Numerals::Kanji), &fonts());
        let words = printed_words(&pages);
        assert!(words.len() > 3 * people.len() / 2, "{} words", words.len());
        let places: Vec<PostPlace> = places(paper).into_iter().chain(others(paper)).collect();
        for word in words {
            let word = word.map(|points| points / POINT * 10.0);
            assert!(places.iter().any(|place| is_in(word, *place)), "{}: {word:?} lies over an edge", paper.id);
        }
    }
}

#[test]
fn r11_envelopes_and_cards_hold_every_name_from_top_to_bottom() {
    let people = households();
    for paper in stationery().iter().filter(|paper| paper.writing == Writing::Down) {
        for numerals in [Numerals::Kanji, Numerals::Digits] {
            let Posted { pages, unfit, crowded } = pdf::post(&run(paper, people.clone(), numerals), &fonts());
            assert_eq!(crowded, [], "{}: sender and text stand on every paper", paper.id);
            assert_eq!(pages.sheets.len() + unfit.len(), people.len());
            assert!(unfit.len() * 100 < people.len(), "{}: {} of 600 do not fit", paper.id, unfit.len());
            let set = people.iter().enumerate().filter(|(number, _)| !unfit.contains(number)).map(|(_, one)| one);
            for (face, addressee) in faces(paper, &pages).iter().zip(set) {
                apart(face);
                let words: String = face.iter().map(|text| text.text.as_str()).collect();
                let kanji =
                    |text: &str| text.chars().filter(|c| *c >= '\u{3400}' && *c < '\u{A000}').collect::<Vec<_>>();
                for named in &addressee.names {
                    assert!(kanji(&named.name).iter().all(|c| words.contains(*c)), "{}: {named:?} {words}", paper.id);
                }
                assert!(kanji(&addressee.address).iter().all(|c| words.contains(*c)), "{}: {words}", paper.id);
                assert_eq!(words.matches('様').count(), addressee.names.len());
            }
        }
    }
}

/// No two texts of a face lie on each other.
fn apart(face: &[&Text]) {
    for (nth, one) in face.iter().enumerate() {
        for other in &face[nth + 1..] {
            let (a, b) = (extent(one), extent(other));
            let overlap = |low: usize| (a[low + 2].min(b[low + 2]) - a[low].max(b[low])).max(0.0);
            assert!(overlap(0) < 0.6 || overlap(1) < 0.6, "{one:?} lies on {other:?}");
        }
    }
}

#[test]
fn r11_the_postal_code_stands_in_its_boxes() {
    let paper = stationery().iter().find(|paper| paper.id == "naga3-down").expect("the envelope");
    let boxes = paper.postal_boxes.as_ref().expect("its boxes");
    let person =
        Addressee {
            postal: "760-8571".into(), address: "高松市番町一丁目8番15号".into(), ..households()[0].clone()
        };
    let alone = PostRun { sender: None, ..run(paper, vec![person], Numerals::Kanji) };
    let pages = pdf::post(&alone, &fonts()).pages;
    let digits: Vec<&Text> = faces(paper, &pages)[0].iter().copied().filter(|t| !t.vertical).collect();
    assert_eq!(digits.iter().map(|text| text.text.as_str()).collect::<String>(), "7608571");
    for (left, text) in boxes.lefts.iter().zip(digits) {
        let [x, y, right, bottom] = extent(text).map(|points| points / POINT * 10.0);
        let inside = x >= f32::from(*left) && right <= f32::from(left + boxes.width);
        assert!(inside && y >= f32::from(boxes.top) - 5.0 && bottom <= f32::from(boxes.top + boxes.height) + 5.0);
    }
}

#[test]
fn r11_badges_hold_body_and_name() {
    let paper = stationery().iter().find(|paper| paper.writing == Writing::Badge).expect("a badge");
    let people = households();
    let Posted { pages, unfit, .. } = pdf::post(&run(paper, people.clone(), Numerals::Kanji), &fonts());
    assert_eq!(unfit, Vec::<usize>::new());
    for (face, person) in faces(paper, &pages).iter().zip(&people) {
        let words = letters(face.iter().map(|text| text.text.as_str()));
        assert!(
            person
                .names
                .iter()
                .all(|named| letters([named.name.as_str()].into_iter()).iter().all(|c| words.contains(c)))
        );
    }
}
