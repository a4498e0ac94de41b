//! Our own workbooks: the same figures as the document, formulas only where the document asks for them, set up to print.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use chrono::NaiveDate;
use common::{part, parts};
use paper::*;
use sheets::write;

fn cell(value: Value) -> Cell {
    Cell { value, ..Cell::default() }
}

fn row(role: Role, cells: Vec<Cell>) -> Row {
    Row { role, cells }
}

fn column(width: u16) -> Column {
    Column { width, ..Column::default() }
}

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "令和7年度 収支決算書".to_owned(),
        orientation: Orientation::Portrait,
        typeface: Typeface::Mincho,
        negative: Negative::White,
        running_head: Some("収支 & 決算".to_owned()),
        stamp: Vec::new(),
        page_numbers: true,
        blocks,
    }
}

fn statement() -> Table {
    let item = |name: &str, budget: i64, spent: i64| {
        row(Role::Item, vec![Cell::form(name), cell(Value::Yen(budget)), cell(Value::Yen(spent))])
    };
    let sum = |n| Cell { calc: Some(Calc::Sum(vec![0, 1, 2])), ..cell(Value::Yen(n)) };
    Table {
        caption: Some("支出の部".to_owned()),
        unit: Some("（単位：円）".to_owned()),
        columns: vec![column(2), column(1), column(1)],
        head: vec![Row::head(["科目", "予算額", "決算額"])],
        rows: vec![
            item("会議費", 10_000, 9_500),
            item("広報費", 200_000, 214_321),
            item("返還", 0, -777),
            row(Role::Total, vec![Cell::form("合計"), sum(210_000), sum(223_044)]),
        ],
    }
}

fn chart() -> Chart {
    Chart {
        title: "加入率".to_owned(),
        kind: ChartKind::Line,
        labels: vec!["令和6年度".to_owned(), "令和7年度".to_owned()],
        series: vec![Series { name: "地区".to_owned(), values: vec![Value::Percent(469), Value::Percent(453)] }],
        unit: "％".to_owned(),
        across: 1,
    }
}

fn read_back(bytes: &[u8]) -> RawBook {
    common::read_bytes("書類.xlsx", bytes).unwrap()
}

fn numbers(book: &RawBook) -> Vec<f64> {
    let cells = book.sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
    let mut numbers: Vec<f64> = cells
        .filter_map(|cell| match cell.value {
            RawValue::Number(n) => Some(n),
            _ => None,
        })
        .collect();
    numbers.sort_by(f64::total_cmp);
    numbers
}

#[test]
fn the_figures_are_those_of_the_document() {
    let document = document(vec![Block::Table(statement()), Block::Chart(chart())]);
    let shown = text::numbers(&document);
    let mut expected: Vec<f64> = shown
        .iter()
        .map(|value| match value {
            Value::Percent(n) | Value::Points(n) => *n as f64 / 10.0,
            value => value.number().unwrap() as f64,
        })
        .collect();
    expected.sort_by(f64::total_cmp);
    assert_eq!(expected.len(), 10);
    assert_eq!(numbers(&read_back(&write(&document).unwrap())), expected);
}

#[test]
fn sums_are_formulas_that_carry_their_value() {
    let bytes = write(&document(vec![Block::Table(statement())])).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<f>SUM(B3:B5)</f><v>210000</v>"), "{sheet}");
    assert!(sheet.contains("<f>SUM(C3:C5)</f><v>223044</v>"), "{sheet}");
    assert_eq!(sheet.matches("<f>").count(), 2);
}

#[test]
fn what_a_user_typed_is_never_a_formula() {
    let typed = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "＝1+1",
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://x\")",
        "=WEBSERVICE(\"http://x\")",
        "<img src=x onerror=alert(1)>",
        "{=1}",
    ];
    let rows = typed.map(|words| row(Role::Item, vec![cell(Value::text(words))])).to_vec();
    let table = Table { columns: vec![column(1)], rows, ..Table::default() };
    let bytes = write(&document(vec![Block::Table(table), paragraph("=1+1")])).unwrap();
    assert_eq!(part(&bytes, "xl/worksheets/sheet1.xml").matches("<f").count(), 0);
    let book = read_back(&bytes);
    let first: Vec<&RawValue> = book.sheets[0].rows.iter().map(|row| &row.cells[0].value).collect();
    assert_eq!(first[0], &RawValue::Text("=1+1".to_owned()));
    assert_eq!(first[10], &RawValue::Text("<img src=x onerror=alert(1)>".to_owned()));
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph { runs: vec![Run::form(words)], align: Align::Left }
}

#[test]
fn names_are_written_with_their_very_characters() {
    let name = "髙橋 﨑 𠮷 邊 濵 葛\u{E0100}城 ①㈱";
    let book = read_back(&write(&document(vec![paragraph(name)])).unwrap());
    assert_eq!(book.sheets[0].get(1, 1), Some(&RawValue::Text(name.to_owned())));
}

#[test]
fn days_are_dates_and_what_excel_would_show_otherwise_is_words() {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let days = [day(1951, 1, 4), day(2019, 5, 1), day(1890, 2, 3)];
    let rows = days.map(|day| row(Role::Item, vec![cell(Value::Date(day))])).to_vec();
    let table = Table { columns: vec![column(1)], rows, ..Table::default() };
    let book = read_back(&write(&document(vec![Block::Table(table)])).unwrap());
    let at = |row| book.sheets[0].get(row, 1).unwrap().clone();
    assert_eq!(at(1), RawValue::Date(days[0].and_hms_opt(0, 0, 0).unwrap()));
    assert_eq!(at(2), RawValue::Text("令和元年5月1日".to_owned()));
    assert_eq!(at(3), RawValue::Text("明治23年2月3日".to_owned()));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = document(vec![Block::Table(statement()), Block::Chart(chart())]);
    assert_eq!(write(&document).unwrap(), write(&document).unwrap());
}

#[test]
fn a_list_prints_on_a4_one_page_wide_with_its_head_repeated() {
    let rows = (0..200).map(|n| row(Role::Item, vec![cell(Value::Count(n)), Cell::form("髙橋")])).collect();
    let columns = vec![column(1), column(4)];
    let list = Table { columns, head: vec![Row::head(["No.", "氏名"])], rows, ..Table::default() };
    let bytes = write(&document(vec![heading("名簿"), Block::Table(list)])).unwrap();
    let (sheet, workbook) = (part(&bytes, "xl/worksheets/sheet1.xml"), part(&bytes, "xl/workbook.xml"));
    assert!(sheet.contains(r#"<pageSetup paperSize="9" fitToHeight="0" orientation="portrait""#), "A4, one page wide");
    assert!(sheet.contains("<pageSetUpPr fitToPage=\"1\"/>"));
    assert!(workbook.contains("'令和7年度 収支決算書'!$2:$2"), "the head's row is repeated: {workbook}");
    assert!(sheet.contains("&amp;P / &amp;N"), "more than one page is numbered");
    assert!(sheet.contains("収支 &amp;&amp; 決算"), "a mark of the running head is no code");
}

fn heading(words: &str) -> Block {
    Block::Heading { level: 1, runs: vec![Run::form(words)] }
}

#[test]
fn a_single_page_carries_no_page_number() {
    let sheet = part(&write(&document(vec![heading("表")])).unwrap(), "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<headerFooter"), "{sheet}");
}

#[test]
fn pages_break_where_the_document_says() {
    let blocks = vec![paragraph("一"), Block::PageBreak, paragraph("二")];
    let sheet = part(&write(&document(blocks)).unwrap(), "xl/worksheets/sheet1.xml");
    assert!(sheet.contains(r#"<rowBreaks count="1" manualBreakCount="1"><brk id="1""#), "{sheet}");
}

#[test]
fn more_page_breaks_than_excel_keeps_go_on_in_a_second_sheet_and_nothing_is_lost() {
    let pages = (0..=1200).flat_map(|n| [Block::PageBreak, paragraph(&format!("{n}枚目"))]).skip(1);
    let bytes = write(&document(pages.collect())).unwrap();
    let book = read_back(&bytes);
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names.len(), 3);
    assert!(names[1] == format!("{}（2）", names[0]) && names[2] == format!("{}（3）", names[0]), "{names:?}");
    let rows = book.sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
    let told: Vec<String> = rows
        .filter_map(|cell| match &cell.value {
            RawValue::Text(words) => Some(words.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(told, (0..=1200).map(|n| format!("{n}枚目")).collect::<Vec<_>>(), "each once, in order");
    let breaks = |nth: usize| part(&bytes, &format!("xl/worksheets/sheet{nth}.xml")).matches("<brk ").count();
    assert_eq!([1, 2, 3].map(breaks), [500, 499, 199], "a sheet begins a page by itself");
}

#[test]
fn a_page_ends_before_what_it_would_tear() {
    let mut blocks = vec![heading("引継書")];
    blocks.extend((0..34).map(|n| paragraph(&format!("{n}"))));
    blocks.push(Block::Heading { level: 2, runs: vec![Run::form("申し送り")] });
    let rows = (0..20).map(|n| row(Role::Item, vec![cell(Value::Count(n))])).collect();
    blocks.push(Block::Table(Table {
        columns: vec![column(1)],
        head: vec![Row::head(["番号"])],
        rows,
        ..Table::default()
    }));
    let mut found = 0;
    for before in 0..12 {
        let blocks = blocks[before..].to_vec();
        let heads = 34 + 1 - before as u32;
        let sheet = part(&write(&document(blocks)).unwrap(), "xl/worksheets/sheet1.xml");
        let torn = [heads + 1, heads + 2, heads + 3, heads + 21, heads + 20];
        let breaks: Vec<u32> =
            sheet.split("<brk id=\"").skip(1).map(|at| at.split('"').next().unwrap().parse().unwrap()).collect();
        assert!(breaks.iter().all(|at| !torn.contains(at)), "{before}: {breaks:?}");
        found += breaks.len();
    }
    assert!(found > 0, "some of them would have been torn");
}

#[test]
fn spans_are_merged_and_every_block_has_its_place() {
    let head = vec![
        row(Role::Head, vec![Cell { row_span: 2, ..Cell::form("区分") }, Cell { col_span: 2, ..Cell::form("内容") }]),
        Row::head(["名称", "率"]),
    ];
    let rows = vec![row(Role::Item, vec![Cell::form("一"), Cell::form("二"), cell(Value::Points(-16))])];
    let columns = vec![column(1), column(1), column(1)];
    let table = Table { columns, head, rows, ..Table::default() };
    let lines = vec![LabelLine { label: "団体名".to_owned(), runs: vec![Run::form("見本協議会")] }];
    let signer = Signer { office: "会長".to_owned(), name: Run::form("髙橋"), seal: true };
    let blocks = vec![
        Block::Table(table),
        Block::Lines { lines, place: Place::Right },
        Block::Space(5),
        Block::Signature(vec![signer]),
    ];
    let book = read_back(&write(&document(blocks)).unwrap());
    let sheet = &book.sheets[0];
    let merged = |top, bottom, left, right| sheet.merges.contains(&Merge { top, bottom, left, right });
    assert!(merged(1, 2, 1, 1) && merged(1, 1, 2, sheet.merges.iter().map(|m| m.right).max().unwrap()));
    let words: Vec<&RawValue> = sheet.rows.iter().flat_map(|row| &row.cells).map(|cell| &cell.value).collect();
    for expected in ["区分", "内容", "名称", "率", "団体名", "見本協議会", "会長", "髙橋　㊞"] {
        assert!(words.contains(&&RawValue::Text(expected.to_owned())), "{expected} in {words:?}");
    }
    assert!(words.contains(&&RawValue::Number(-1.6)));
}

#[test]
fn charts_are_drawn_from_the_cells() {
    let bytes = write(&document(vec![Block::Chart(chart())])).unwrap();
    let drawing = part(&bytes, "xl/charts/chart1.xml");
    assert!(drawing.contains("<c:f>'令和7年度 収支決算書'!$B$2:$B$3</c:f>"), "{drawing}");
    assert!(drawing.contains("<c:v>46.9</c:v>"), "the numbers are cached for viewers that do not calculate");
    assert!(parts(&bytes).contains_key("xl/drawings/drawing1.xml"));
}

#[test]
fn a_text_longer_than_excel_takes_is_refused() {
    let error = write(&document(vec![paragraph(&"あ".repeat(40_000))])).unwrap_err();
    assert_eq!(error.code(), "sheets.unwritable");
}
