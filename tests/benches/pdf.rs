//! A roster of ten thousand people as PDF, beside LibreOffice, reportlab and Typst setting the same rows; and a page
//! of a form; and a run of address labels. Every contender is a process of its own: starting up and reading the fonts count.

mod support;

use std::process::{Command, ExitCode};

use paper::{
    Addressee, Align, Block, Cell, Column, Document, LabelLine, Named, Numerals, Place, PostRun, Role, Row, Run, Table,
    Typeface, Value,
};
use pdf::Fonts;
use support::people::{TOWNS, document, roster, tsv};
use support::python::{python, script};
use support::race::{Contender, Cost, aim_times, peer, product, race, times};
use support::{aim, file, folder};

const PEOPLE: usize = 10_000;
/// Pages that one job sets, so that starting up weighs little.
const FORMS: usize = 100;
/// Households that one run of labels is for.
const LABELS: usize = 600;

fn main() -> ExitCode {
    let print_roster = || print(&roster(&rows()), 1);
    support::run(
        &[
            ("roster", print_roster),
            ("labels", print_labels),
            ("first", || print(&form(), 1)),
            ("form", || print(&form(), FORMS)),
        ],
        compare,
    )
}

fn rows() -> String {
    std::fs::read_to_string(folder().join("roster.tsv")).expect("the rows are there")
}

/// What the peers read: the rows as text, and our own workbook of them.
fn make() {
    std::fs::write(folder().join("roster.tsv"), tsv(PEOPLE)).expect("the folder is there");
    let workbook = sheets::write(&roster(&rows())).expect("a roster can be written");
    std::fs::write(folder().join("libreoffice.xlsx"), workbook).expect("the folder is there");
}

fn compare() {
    make();
    let title = format!("PDF: a roster of {PEOPLE} people × 7 columns");
    let costs = race(&title, &[product("roster"), libreoffice(), typst(), reportlab()]);
    aim_times("LibreOffice", times(costs[0], costs[1]), 8.0);
    aim_times("Typst", times(costs[0], costs[2]), 3.0);
    if let Some(cost) = costs[0] {
        aim("peak memory", &format!("{} MB", cost.peak_mb), "200 MB", cost.peak_mb <= 200);
    }
    let size = std::fs::metadata(file("ours.pdf")).map_or(0.0, |file| file.len() as f64 / 1e6);
    aim("size of the file", &format!("{size:.2} MB"), "2 MB", size <= 2.0);
    let made =
        [("まちの事務局", "ours"), ("LibreOffice", "libreoffice"), ("Typst", "typst"), ("reportlab", "reportlab")];
    for ((name, stem), _) in made.iter().zip(&costs).filter(|(_, cost)| cost.is_some()) {
        println!("  {name}: {} of {PEOPLE} people stand on the paper", people_in(&file(&format!("{stem}.pdf"))));
    }
    forms();
    labels();
}

/// Labels for six hundred households, from the start of the program to the file.
fn labels() {
    let costs = race(&format!("PDF: {LABELS} address labels, 24 on a sheet"), &[product("labels")]);
    let seconds = costs[0].map_or(f64::NAN, |cost| cost.cpu.as_secs_f64());
    aim("a run of labels", &format!("{seconds:.2} s"), "1 s", seconds <= 1.0);
}

fn print_labels() {
    let paper = office::lists::stationery().iter().find(|paper| paper.id == "label-24").expect("the paper");
    let addressee = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let names = vec![Named { name: cells[1].to_owned(), honorific: "様".to_owned() }];
        let address = cells.iter().find(|cell| TOWNS.iter().any(|town| cell.contains(town)));
        let address = address.expect("everybody has an address").to_string();
        Addressee { postal: "760-0033".to_owned(), address, names, ..Addressee::default() }
    };
    let addressees: Vec<Addressee> = rows().lines().skip(1).take(LABELS).map(addressee).collect();
    let (stationery, numerals, sender, beside) = (paper.clone(), Numerals::Kanji, None, Vec::new());
    let certificate = paper::Certificate::default();
    let run = PostRun { stationery, first: 0, shift: [0, 0], numerals, sender, beside, certificate, addressees };
    let fonts = Fonts::embedded().expect("the fonts are part of the program");
    let printed = pdf::write(&pdf::post(&run, &fonts).pages, "宛名", &fonts).expect("the labels can be printed");
    std::fs::write(folder().join("labels.pdf"), printed).expect("the folder is there");
}

fn forms() {
    let costs = race(
        &format!("PDF: a form of one page, {FORMS} times; and once, from the start of the program"),
        &[product("form"), product("first").named("once")],
    );
    let page =
        |cost: Option<Cost>, times: usize| cost.map_or(f64::NAN, |c| c.cpu.as_secs_f64() * 1000.0 / times as f64);
    println!("  the first page from the start of the program: {:.1} ms", page(costs[1], 1));
    let one = page(costs[0], FORMS);
    aim("one page", &format!("{one:.1} ms"), "50 ms", one <= 50.0);
}

/// A profile of its own: a LibreOffice that runs already would do the work out of sight.
fn libreoffice() -> Contender {
    let there = Command::new("soffice").arg("--version").output().is_ok_and(|said| said.status.success());
    let soffice =
        if there { Ok("soffice".to_owned()) } else { Err("Debian has it in libreoffice-calc-nogui".to_owned()) };
    let (profile, book) = (format!("-env:UserInstallation=file://{}", file("libreoffice")), file("libreoffice.xlsx"));
    let print = [&profile, "--headless", "--convert-to", "pdf", "--outdir", &file(""), &book];
    peer("LibreOffice", soffice, &print)
}

fn typst() -> Contender {
    peer("Typst", python(), &[&script("typst_roster.py"), &font(""), &file("roster.tsv"), &file("typst.pdf")])
}

fn reportlab() -> Contender {
    let arguments =
        [script("reportlab_roster.py"), font("BIZUDGothic-Regular.ttf"), file("roster.tsv"), file("reportlab.pdf")];
    peer("reportlab", python(), &arguments.each_ref().map(String::as_str))
}

fn font(name: &str) -> String {
    format!("{}/../assets/fonts/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// How many people a reader finds in a file, by the telephone number that each has alone.
fn people_in(path: &str) -> usize {
    let read = Command::new("pdftotext").args(["-layout", path, "-"]).output();
    let text = read.map(|read| String::from_utf8_lossy(&read.stdout).into_owned()).unwrap_or_default();
    let numbers: std::collections::HashSet<&str> =
        text.match_indices("090-").filter_map(|(at, _)| text.get(at..at + "090-0000-0000".len())).collect();
    numbers.len()
}

fn print(document: &Document, times: usize) {
    let fonts = Fonts::embedded().expect("the fonts are part of the program");
    for _ in 0..times {
        let printed = pdf::pdf(document, &fonts).expect("the document can be printed");
        std::fs::write(folder().join("ours.pdf"), printed).expect("the folder is there");
    }
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
