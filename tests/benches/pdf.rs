//! A roster of ten thousand people as PDF, beside LibreOffice, reportlab and Typst setting the same rows; and a page
//! of a form. Every contender is a process of its own: starting up and reading the fonts count.
//!
//! Goals: LibreOffice takes eight times our processor time or more, Typst three times; at most 200 MB of memory and
//! 2 MB of file; a page of a form takes at most 50 ms.

mod support;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use paper::{
    Align, Block, Cell, Column, Document, Fit, LabelLine, Negative, Orientation, Place, Role, Row, Run, Table,
};
use paper::{Typeface, Value};
use pdf::Fonts;
use support::{folder, job, peer, peer_script, python, report};

const PEOPLE: usize = 10_000;
const HEAD: [&str; 7] = ["番号", "氏名", "ふりがな", "班", "住所", "電話番号", "備考"];
const WIDTHS: [u16; 7] = [32, 78, 96, 40, 163, 72, 42];
/// Pages that one job sets, so that starting up weighs little.
const FORMS: usize = 100;

fn main() -> ExitCode {
    support::run(&[("roster", || print(&roster(), 1)), ("form", || print(&form(), FORMS))], compare)
}

/// What the peers read: the rows as text, and our own workbook of them.
fn make() {
    std::fs::write(data(), people()).expect("the folder is there");
    let workbook = sheets::write(&roster()).expect("a roster can be written");
    std::fs::write(folder().join("libreoffice.xlsx"), workbook).expect("the folder is there");
}

fn compare() {
    make();
    let (folder, data) = (folder().display().to_string(), data().display().to_string());
    let book = format!("{folder}/libreoffice.xlsx");
    let print = ["--headless", "--convert-to", "pdf", "--outdir", &folder, &book];
    let python = python(&["reportlab", "typst"]);
    let script = |name: &str, fonts: &str| {
        let (program, made) = (peer_script(&format!("{name}_roster.py")), format!("{folder}/{name}.pdf"));
        python.as_deref().and_then(|python| peer(python, &[&program, fonts, &data, &made]))
    };
    let peers = [
        ("LibreOffice", peer(Path::new("soffice"), &print)),
        ("Typst", script("typst", &font(""))),
        ("reportlab", script("reportlab", &font("BIZUDGothic-Regular.ttf"))),
    ];
    report(&format!("PDF: a roster of {PEOPLE} people × 7 columns"), job("roster"), &peers);
    println!("  our file {:.2} MB", std::fs::metadata(made()).map_or(0.0, |file| file.len() as f64 / 1e6));
    let forms = job("form");
    report(&format!("PDF: a form of one page, {FORMS} times"), forms, &[]);
    println!("  one page {:.1} ms", forms.map_or(0.0, |cost| cost.cpu.as_secs_f64() * 1000.0 / FORMS as f64));
}

fn data() -> PathBuf {
    folder().join("roster.tsv")
}

fn made() -> PathBuf {
    folder().join("ours.pdf")
}

fn font(name: &str) -> String {
    format!("{}/../assets/fonts/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn print(document: &Document, times: usize) {
    let fonts = Fonts::embedded().expect("the fonts are part of the program");
    for _ in 0..times {
        let printed = pdf::pdf(document, &fonts).expect("the document can be printed");
        std::fs::write(made(), printed).expect("the folder is there");
    }
}

/// Tab-separated rows under a head: common names and, for one in five, a given name of any two kanji.
fn people() -> String {
    let families =
        ["佐藤", "鈴木", "髙橋", "渡邉", "山﨑", "濵田", "嵜本", "德永", "瀨戸", "凜堂", "𠮷田", "葛\u{E0100}城"];
    let given = ["太郎", "花子", "美咲", "さくら", "由美子", "清", "葵", "凛太郎", "健一"];
    let mut dice = Dice(20_260_401);
    let mut lines = vec![HEAD.join("\t")];
    for number in 1..=PEOPLE {
        let name = if dice.roll(5) == 0 { dice.kanji(2) } else { given[dice.roll(given.len())].to_owned() };
        let (town, house) = (dice.roll(9) + 1, format!("{}番{}号", dice.roll(40) + 1, dice.roll(30) + 1));
        let flat = if dice.roll(4) == 0 {
            format!(" コーポ{}0{}", dice.roll(9) + 1, dice.roll(9) + 1)
        } else {
            String::new()
        };
        let fields = [
            number.to_string(),
            format!("{}　{name}", families[dice.roll(families.len())]),
            "たかはし　ゆみこ".to_owned(),
            format!("{}区{}班", number / 400 + 1, number / 20 % 20 + 1),
            format!("東丘{town}丁目{house}{flat}"),
            format!("0{}-{:03}-{:04}", dice.roll(90) + 10, dice.roll(1000), dice.roll(10_000)),
            ["", "", "", "役員", "班長", "準会員"][dice.roll(6)].to_owned(),
        ];
        lines.push(fields.join("\t"));
    }
    lines.join("\n") + "\n"
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

fn roster() -> Document {
    let row = |line: &str| {
        let mut fields = line.split('\t');
        let number = fields.next().and_then(|field| field.parse().ok()).map_or(Value::Blank, Value::Count);
        let cells = std::iter::once(number).chain(fields.map(Value::text));
        Row { role: Role::Item, cells: cells.map(|value| Cell::fact(value, "roster.person")).collect() }
    };
    let text = std::fs::read_to_string(data()).expect("the rows are there");
    let table = Table {
        columns: WIDTHS.map(|width| Column { width, fit: Fit::Shrink, ..Column::default() }).to_vec(),
        head: vec![Row::head(HEAD)],
        rows: text.lines().skip(1).map(row).collect(),
        ..Table::default()
    };
    document("会員名簿", Typeface::Gothic, vec![Block::Table(table)])
}

fn form() -> Document {
    let line = |label: &str, text: &str| LabelLine { label: label.into(), runs: vec![Run::form(text)] };
    let lines = vec![line("団体名", "東ヶ丘地区コミュニティ協議会"), line("代表者", "会長　髙橋　節子")];
    let item = |name: &str, yen: i64| Row {
        role: Role::Item,
        cells: vec![
            Cell::form(name),
            Cell::fact(Value::Yen(yen), "f"),
            Cell::form("総会・役員会の資料印刷、会場借上げ"),
        ],
    };
    let table = Table {
        columns: [30, 20, 50].map(|width| Column { width, ..Column::default() }).to_vec(),
        head: vec![Row::head(["科目", "決算額", "摘要"])],
        rows: ["会議費", "広報費", "環境美化費", "防災費", "予備費"].iter().map(|name| item(name, 348_920)).collect(),
        ..Table::default()
    };
    let sentence =
        "　交付決定のあった地域まちづくり交付金に係る事業が完了したので、関係書類を添えて、下記のとおり報告します。";
    document(
        "実績報告書",
        Typeface::Mincho,
        vec![
            Block::Lines { lines, place: Place::Right },
            Block::Heading {
                level: 1, runs: vec![Run::form("令和７年度　地域まちづくり交付金実績報告書")]
            },
            Block::Paragraph { runs: vec![Run::form(sentence)], align: Align::Auto },
            Block::Table(table),
        ],
    )
}

fn document(title: &str, typeface: Typeface, blocks: Vec<Block>) -> Document {
    Document {
        title: title.into(),
        orientation: Orientation::Portrait,
        typeface,
        negative: Negative::White,
        running_head: Some(title.into()),
        page_numbers: true,
        blocks,
    }
}
