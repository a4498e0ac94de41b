use paper::{
    Align, Block, Cell, Column, Document, Fit, Negative, Orientation, Role, Row, Source, Table, Typeface, Value,
};

use crate::fonts::tests::shared;
use crate::layout::airy;
use crate::shape::Shaper;
use crate::{Face, Item, Line, Rect, Sheet, Text};

fn item(text: &str) -> Row {
    Row { role: Role::Item, cells: vec![Cell::form(text), Cell::fact(Value::Yen(1200), "f")] }
}

fn with_role(role: Role, text: &str) -> Row {
    Row { role, ..item(text) }
}

fn table(rows: Vec<Row>) -> Table {
    let columns = vec![Column { width: 30, ..Column::default() }, Column { width: 20, ..Column::default() }];
    Table { columns, head: vec![Row::head(["科目", "金額"])], rows, ..Table::default() }
}

fn sheets(tables: Vec<Table>) -> Vec<Sheet> {
    let document = Document {
        title: String::new(),
        orientation: Orientation::Portrait,
        typeface: Typeface::Mincho,
        negative: Negative::White,
        running_head: None,
        stamp: Vec::new(),
        page_numbers: false,
        blocks: tables.into_iter().map(Block::Table).collect(),
    };
    airy(&document, &mut Shaper::new(shared()))
}

fn texts(sheet: &Sheet) -> Vec<&Text> {
    let texts = sheet.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

fn words(sheet: &Sheet) -> Vec<&str> {
    texts(sheet).iter().map(|text| text.text.as_str()).collect()
}

fn rules(sheet: &Sheet) -> Vec<Line> {
    let rules = sheet.items.iter().filter_map(|item| match item {
        Item::Line(line) => Some(*line),
        _ => None,
    });
    rules.collect()
}

/// As many items as fill a page exactly, found by trying.
fn fill_of_a_page() -> usize {
    (1..).find(|n| sheets(vec![table((0..=*n).map(|_| item("会議費")).collect())]).len() == 2).unwrap()
}

#[test]
fn the_head_is_repeated_on_every_page() {
    let sheets = sheets(vec![table((0..150).map(|_| item("会議費")).collect())]);
    assert!(sheets.len() > 2);
    assert!(sheets.iter().all(|sheet| words(sheet)[..2] == ["科目", "金額"]));
}

#[test]
fn a_total_takes_two_items_with_it_to_the_next_page() {
    let mut rows: Vec<Row> = (0..fill_of_a_page()).map(|nth| item(&format!("費{nth}"))).collect();
    let [.., before, last] = &rows[..] else { panic!("rows") };
    let [before, last] = [before, last].map(|row| row.cells[0].value.shown(Negative::White));
    rows.extend([with_role(Role::Subtotal, "小計"), with_role(Role::Total, "合計")]);
    let sheets = sheets(vec![table(rows)]);
    assert_eq!(sheets.len(), 2);
    assert_eq!(words(&sheets[1]), ["科目", "金額", &before, "1,200", &last, "1,200", "小計", "1,200", "合計", "1,200"]);
}

#[test]
fn a_caption_stays_with_its_table() {
    let filler = table((0..fill_of_a_page() - 2).map(|_| item("会議費")).collect());
    let captioned =
        Table {
            caption: Some("支出の部".into()), unit: Some("（単位：円）".into()), ..table(vec![item("広報費")])
        };
    let sheets = sheets(vec![filler, captioned]);
    assert_eq!(words(&sheets[1])[..4], ["支出の部", "（単位：円）", "科目", "金額"]);
}

#[test]
fn no_table_leaves_its_first_row_alone_at_the_foot_of_a_page() {
    let fill = fill_of_a_page();
    let mut alone_at_the_head = false;
    for above in fill - 12..fill {
        let filler = table((0..above).map(|_| item("会議費")).collect());
        let sheets = sheets(vec![filler, table((0..fill / 2).map(|_| item("広報費")).collect())]);
        let left = words(&sheets[0]).iter().filter(|word| **word == "広報費").count();
        assert_ne!(left, 1, "{above} rows above it");
        alone_at_the_head |= left == 0;
    }
    assert!(alone_at_the_head, "some of them begin on the second page");
}

#[test]
fn a_tall_first_row_fills_the_foot_of_a_page_without_the_next() {
    let full = fill_of_a_page();
    let half = table((0..full * 3 / 5).map(|_| item("会議費")).collect());
    let tall = |text: &str| item(&vec![text; full / 3].join("\n"));
    let rows = [tall("一"), tall("二")].into_iter().chain((0..12).map(|_| item("広報費"))).collect();
    let sheets = sheets(vec![half, table(rows)]);
    assert!(words(&sheets[0]).contains(&"一"), "a third of a page is not left free");
    assert!(words(&sheets[1]).contains(&"二") && !words(&sheets[1]).contains(&"一"));
}

#[test]
fn a_table_of_little_height_stays_on_one_page() {
    let full = fill_of_a_page();
    for above in full - 12..full {
        let filler = table((0..above).map(|_| item("会議費")).collect());
        let sheets = sheets(vec![filler, table((0..9).map(|_| item("広報費")).collect())]);
        let parts = sheets.iter().map(|sheet| words(sheet).iter().filter(|word| **word == "広報費").count());
        let parts: Vec<usize> = parts.filter(|rows| *rows > 0).collect();
        assert_eq!(parts, [9], "{above} rows above it");
    }
}

#[test]
fn rows_under_one_span_share_a_page() {
    let mut rows: Vec<Row> = (0..fill_of_a_page() - 1).map(|_| item("会議費")).collect();
    let side = Cell { row_span: 3, ..Cell::form("広報部会") };
    rows.push(Row { role: Role::Item, cells: vec![side, Cell::form("一")] });
    rows.extend(["二", "三"].map(|text| Row { role: Role::Item, cells: vec![Cell::form(text)] }));
    let sheets = sheets(vec![table(rows)]);
    assert_eq!(words(&sheets[1])[2..], ["広報部会", "一", "二", "三"]);
}

#[test]
fn every_edge_is_ruled_once() {
    let side = Cell { row_span: 2, align: Some(Align::Vertical), ..Cell::form("収入") };
    let wide = Row { role: Role::Note, cells: vec![Cell { col_span: 2, ..Cell::form("注") }] };
    let rows = vec![
        Row { role: Role::Item, cells: vec![side, Cell::form("一")] },
        Row { role: Role::Item, cells: vec![Cell::form("二")] },
        wide,
        with_role(Role::Total, "合計"),
    ];
    let sheet = &sheets(vec![table(rows)])[0];
    let rules = rules(sheet);
    let level = |line: &Line| (line.y1 - line.y2).abs() < 0.01;
    for (nth, a) in rules.iter().enumerate() {
        for b in rules.iter().skip(nth + 1).filter(|b| level(a) == level(b)) {
            let (apart, overlap) = match level(a) {
                true => ((a.y1 - b.y1).abs(), a.x2.min(b.x2) - a.x1.max(b.x1)),
                false => ((a.x1 - b.x1).abs(), a.y2.min(b.y2) - a.y1.max(b.y1)),
            };
            assert!(apart > 0.01 || overlap < 0.01, "{a:?} {b:?}");
        }
    }
    let upright: Vec<f32> = rules.iter().filter(|line| !level(line)).map(|line| line.y2 - line.y1).collect();
    assert_eq!(upright.len(), 4, "left, right, and the inner rule broken by the note: {upright:?}");
}

#[test]
fn a_total_stands_under_a_heavier_rule_on_a_shade() {
    let sheet = &sheets(vec![table(vec![item("会議費"), with_role(Role::Total, "合計")])])[0];
    let shades = sheet.items.iter().filter(|item| matches!(item, Item::Rect(Rect { shade: 95, .. }))).count();
    assert_eq!(shades, 1);
    assert!(rules(sheet).iter().any(|line| (line.thickness - 1.1).abs() < 1e-6));
    let total = texts(sheet).into_iter().find(|text| text.text == "合計").unwrap();
    assert_eq!(total.face, Face::GothicBold);
}

#[test]
fn a_number_is_set_smaller_rather_than_broken() {
    let mut narrow = table(vec![Row { role: Role::Item, cells: vec![Cell::form("会議費"), Cell::default()] }]);
    narrow.columns[1].width = 2;
    narrow.rows[0].cells[1].value = Value::Yen(1_234_567);
    let sheets = sheets(vec![narrow]);
    let number = texts(&sheets[0]).into_iter().find(|text| text.text == "1,234,567").unwrap();
    assert!(number.size < 9.5);
}

#[test]
fn shrinking_ends_at_the_floor_and_goes_on_in_lines() {
    let mut names = table(vec![item("東ヶ丘地区まちづくり協議会環境美化部会花いっぱい運動実行委員会推進本部")]);
    names.columns[0] = Column { width: 28, fit: Fit::Shrink, ..Column::default() };
    names.columns[1].width = 60;
    let sheets = sheets(vec![names]);
    let lines: Vec<&Text> = texts(&sheets[0]).into_iter().filter(|text| text.x < 130.0).skip(1).collect();
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|line| line.size >= 8.0), "{lines:?}");
}

#[test]
fn only_a_row_taller_than_a_page_is_torn_between_its_lines() {
    let long = vec!["長い記録です。"; 120].join("\n");
    let sheets = sheets(vec![table(vec![item("前"), item(&long), item("後")])]);
    let lines = sheets.iter().flat_map(|sheet| words(sheet)).filter(|text| *text == "長い記録です。").count();
    assert_eq!(lines, 120, "no line is lost and none is drawn twice");
    let bottom = 297.0 - 18.0;
    for text in sheets.iter().flat_map(|sheet| texts(sheet)) {
        assert!(text.y < bottom * crate::look::MM, "nothing runs out of the page: {text:?}");
    }
}

#[test]
fn what_is_missing_or_not_yet_typed_leaves_its_cell_free() {
    for source in [Source::Missing("council.phone".into()), Source::Typed("results".into())] {
        let blank = Cell { source: source.clone(), ..Cell::default() };
        let sheets = sheets(vec![table(vec![Row { role: Role::Item, cells: vec![Cell::form("電話"), blank] }])]);
        let is_room = |item: &&Item| matches!(item, Item::Room(room) if room.source == source && !room.ruled);
        assert_eq!(sheets[0].items.iter().filter(is_room).count(), 1);
    }
}

#[test]
fn a_text_still_to_be_typed_is_given_the_whole_of_its_cell() {
    let source = Source::Typed("results".into());
    let blank = Cell { source: source.clone(), value: Value::text("\n\n\n"), ..Cell::default() };
    let sheets = sheets(vec![table(vec![Row { role: Role::Item, cells: vec![Cell::form("事業の成果"), blank] }])]);
    let rooms: Vec<f32> = sheets[0]
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Room(room) if room.source == source => Some(room.height),
            _ => None,
        })
        .collect();
    assert!(matches!(rooms[..], [height] if height > 40.0), "four lines of room to press and write on: {rooms:?}");
}

#[test]
fn spread_words_of_a_column_share_one_width() {
    let mut even = table(["会費", "市交付金", "前年度繰越金"].map(item).to_vec());
    even.columns[0].align = Align::Even;
    let sheets = sheets(vec![even]);
    let ends = |text: &Text| (text.x, text.x + text.length);
    let spread: Vec<(f32, f32)> =
        texts(&sheets[0]).into_iter().filter(|t| t.text.chars().all(|c| !c.is_ascii())).map(ends).collect();
    let column: Vec<&(f32, f32)> = spread.iter().filter(|(x, _)| *x < 200.0).collect();
    assert!(column.len() == 4, "with the head");
    for (left, right) in &column {
        assert!((left - column[0].0).abs() < 0.01 && (right - column[0].1).abs() < 0.01, "{column:?}");
    }
}

#[test]
fn words_a_little_too_long_are_set_a_little_smaller() {
    let mut narrow = table(vec![item("消火器の使い方講習"), item("消火器の使い方とその点検の講習")]);
    narrow.columns[0].width = 18;
    narrow.columns[1].width = 82;
    let sheets = sheets(vec![narrow]);
    let sizes: Vec<f32> = texts(&sheets[0])[2..].iter().filter(|text| text.x < 120.0).map(|text| text.size).collect();
    assert_eq!(sizes.len(), 3, "one line and two");
    assert!(sizes[0] < 9.5 && sizes[1] > 9.4, "{sizes:?}");
}

#[test]
fn what_stands_below_a_total_never_begins_a_page_either() {
    let full = fill_of_a_page();
    for items in full - 3..=full + 1 {
        let mut rows: Vec<Row> = (0..items).map(|_| item("会議費")).collect();
        rows.extend([with_role(Role::Total, "月計"), with_role(Role::Reference, "累計")]);
        let sheets = sheets(vec![table(rows)]);
        let last = words(sheets.iter().rfind(|sheet| words(sheet).contains(&"累計")).unwrap());
        assert!(last.contains(&"会議費") && last.contains(&"月計"), "{items} rows: {last:?}");
    }
}
