//! Invented people, the same every time: households of two or three under one family name, address and telephone.

use chrono::{Days, NaiveDate};
use paper::{Block, Cell, Column, Document, Fit, Negative, Orientation, Role, Row, Table, Typeface, Value};

/// Names with characters beyond the common sets, one of them with a variation selector.
const RARE: [[&str; 2]; 10] = [
    ["髙橋", "タカハシ"],
    ["𠮷田", "ヨシダ"],
    ["渡邊", "ワタナベ"],
    ["山﨑", "ヤマザキ"],
    ["濵田", "ハマダ"],
    ["齋藤", "サイトウ"],
    ["葛\u{E0100}城", "カツラギ"],
    ["德永", "トクナガ"],
    ["瀨戸", "セト"],
    ["勅使河原", "テシガワラ"],
];
/// Most names are made of two of these: in a council of 100,000 a name is borne by seven people.
const FIRST: [[&str; 2]; 10] = [
    ["西", "ニシ"],
    ["大", "オオ"],
    ["小", "コ"],
    ["上", "ウエ"],
    ["中", "ナカ"],
    ["北", "キタ"],
    ["山", "ヤマ"],
    ["石", "イシ"],
    ["松", "マツ"],
    ["藤", "フジ"],
];
const SECOND: [[&str; 2]; 10] = [
    ["田", "タ"],
    ["川", "カワ"],
    ["村", "ムラ"],
    ["野", "ノ"],
    ["本", "モト"],
    ["原", "ハラ"],
    ["井", "イ"],
    ["岡", "オカ"],
    ["島", "シマ"],
    ["森", "モリ"],
];
const GIVEN: [[&str; 2]; 12] = [
    ["健", "ケン"],
    ["和", "カズ"],
    ["由美", "ユミ"],
    ["千鶴", "チヅル"],
    ["誠", "マコト"],
    ["正", "マサ"],
    ["幸", "ユキ"],
    ["凜", "リン"],
    ["文", "フミ"],
    ["義", "ヨシ"],
    ["昭", "アキ"],
    ["光", "ミツ"],
];
const ENDINGS: [[&str; 2]; 8] = [
    ["子", "コ"],
    ["一", "イチ"],
    ["夫", "オ"],
    ["江", "エ"],
    ["雄", "オ"],
    ["美", "ミ"],
    ["代", "ヨ"],
    ["郎", "ロウ"],
];
pub const TOWNS: [&str; 9] = ["桜町", "栗林町", "番町", "中央町", "花園町", "西町", "東浜町", "昭和町", "宮脇町"];

/// One of them, as a secretary would type it.
pub struct Person {
    pub name: String,
    pub kana: String,
    pub postal: String,
    pub address: String,
    /// Of the household.
    pub phone: String,
    /// Nobody else's.
    pub mobile: String,
    pub born: NaiveDate,
}

/// The first so many people.
pub fn people(count: usize) -> impl Iterator<Item = Person> {
    let mut dice = Dice(20_260_401);
    (0..count).map(move |n| person(n, &mut dice))
}

/// Twenty-five people live in nine households; no two people of one name were born on one day.
fn person(n: usize, dice: &mut Dice) -> Person {
    let house = n * 9 / 25;
    let ([family, family_kana], given, ending) = (family(house), GIVEN[n % 12], ENDINGS[n / 12 % 8]);
    let given_name = if dice.roll(5) == 0 { dice.kanji(2) } else { format!("{}{}", given[0], ending[0]) };
    let flat =
        if house.is_multiple_of(4) { format!(" コーポ{}0{}", house % 7 + 1, house % 9 + 1) } else { String::new() };
    let (block, number) = (house / 9 % 50 + 1, house / 450 + 1);
    Person {
        name: format!("{family}　{given_name}"),
        kana: format!("{family_kana}　{}{}", given[1], ending[1]),
        postal: format!("760-{:04}", house % 90 + 1),
        address: format!("高松市{}{}丁目{block}番{number}号{flat}", TOWNS[house % 9], house % 5 + 1),
        phone: format!("087-{:03}-{:04}", 800 + house / 10_000, house % 10_000),
        mobile: format!("090-{:04}-{:04}", n / 10_000, n % 10_000),
        born: NaiveDate::from_ymd_opt(1930, 1, 1).unwrap_or_default() + Days::new(n as u64 % 25_550),
    }
}

/// One household in six has a rare name.
fn family(house: usize) -> [String; 2] {
    match house % 6 {
        0 => RARE[house / 6 % 10].map(ToOwned::to_owned),
        _ => [0, 1].map(|n| format!("{}{}", FIRST[house % 10][n], SECOND[house / 10 % 10][n])),
    }
}

/// The same throws every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    /// Kanji of both levels of the national standard.
    fn kanji(&mut self, count: usize) -> String {
        let bytes: Vec<u8> =
            (0..count).flat_map(|_| [0xB0 + self.roll(68) as u8, 0xA1 + self.roll(94) as u8]).collect();
        encoding_rs::EUC_JP.decode(&bytes).0.replace('\u{FFFD}', "")
    }
}

/// Heads and widths of the roster that the writers set.
const HEAD: [&str; 7] = ["番号", "氏名", "フリガナ", "班", "住所", "電話番号", "備考"];
pub const WIDTHS: [u16; 7] = [32, 78, 96, 40, 163, 72, 42];

/// The roster as the peers read it: tab-separated rows under a head.
pub fn tsv(count: usize) -> String {
    let note = |n: usize| ["", "", "", "役員", "班長", "準会員"][n * 7 / 5 % 6];
    let line = |(n, p): (usize, Person)| {
        let number = n + 1;
        let block = format!("{}区{}班", n / 400 + 1, n / 20 % 20 + 1);
        format!("{number}\t{}\t{}\t{block}\t{}\t{}\t{}\n", p.name, p.kana, p.address, p.mobile, note(n))
    };
    HEAD.join("\t") + "\n" + &people(count).enumerate().map(line).collect::<String>()
}

/// The same roster as the product has it.
pub fn roster(tsv: &str) -> Document {
    let row = |line: &str| {
        let mut fields = line.split('\t');
        let number = fields.next().and_then(|field| field.parse().ok()).map_or(Value::Blank, Value::Count);
        let cells = std::iter::once(number).chain(fields.map(Value::text));
        Row { role: Role::Item, cells: cells.map(|value| Cell::fact(value, "roster.person")).collect() }
    };
    table("会員名簿", &HEAD, &WIDTHS, tsv.lines().skip(1).map(row).collect())
}

/// A paper of one ruled table.
pub fn table(title: &str, head: &[&str], widths: &[u16], rows: Vec<Row>) -> Document {
    let column = |width: &u16| Column { width: *width, fit: Fit::Shrink, ..Column::default() };
    let columns = widths.iter().map(column).collect();
    let table = Table { columns, head: vec![Row::head(head.iter().copied())], rows, ..Table::default() };
    document(title, Typeface::Gothic, vec![Block::Table(table)])
}

/// A portrait paper with a running head and page numbers.
pub fn document(title: &str, typeface: Typeface, blocks: Vec<Block>) -> Document {
    Document {
        title: title.into(),
        orientation: Orientation::Portrait,
        typeface,
        negative: Negative::White,
        running_head: Some(title.into()),
        stamp: Vec::new(),
        page_numbers: true,
        blocks,
    }
}
