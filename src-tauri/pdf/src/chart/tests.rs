use paper::{Block, Chart, ChartKind, Document, Negative, Orientation, Series, Typeface, Value};

use crate::fonts::tests::shared;
use crate::{Item, Rect, Sheet, Text, pages};

fn chart(kind: ChartKind, series: Vec<Vec<Value>>) -> Chart {
    let labels = (1..=series[0].len()).map(|year| format!("令和{year}年度")).collect();
    let series = series.into_iter().enumerate().map(|(nth, values)| Series { name: format!("系列{nth}"), values });
    Chart { title: "推移".into(), kind, labels, series: series.collect(), unit: "％".into(), across: 1 }
}

fn sheet(chart: Chart) -> Sheet {
    sheet_of(vec![chart])
}

fn sheet_of(charts: Vec<Chart>) -> Sheet {
    let document = Document {
        title: String::new(),
        orientation: Orientation::Portrait,
        typeface: Typeface::Mincho,
        negative: Negative::White,
        running_head: None,
        stamp: Vec::new(),
        page_numbers: false,
        blocks: charts.into_iter().map(Block::Chart).collect(),
    };
    pages(&document, shared()).unwrap().sheets.remove(0)
}

fn texts(sheet: &Sheet) -> Vec<&Text> {
    let texts = sheet.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

fn numbers(sheet: &Sheet) -> Vec<&str> {
    let is_number = |text: &&str| text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '△');
    texts(sheet).into_iter().map(|text| text.text.as_str()).filter(is_number).collect()
}

#[test]
fn every_value_stands_once_and_no_other_number_does() {
    for kind in [ChartKind::Line, ChartKind::Bar] {
        let values = |n: [i64; 3]| n.map(Value::Percent).to_vec();
        let sheet = sheet(chart(kind, vec![values([523, 501, 494]), values([530, 499, 469])]));
        let mut numbers = numbers(&sheet);
        numbers.sort_unstable();
        assert_eq!(numbers, ["46.9", "49.4", "49.9", "50.1", "52.3", "53.0"], "{kind:?}");
    }
}

#[test]
fn a_blank_value_leaves_a_gap() {
    let values = [Value::Percent(500), Value::Percent(510), Value::Blank, Value::Percent(505), Value::Percent(507)];
    let sheet = sheet(chart(ChartKind::Line, vec![values.to_vec()]));
    let strokes = sheet.items.iter().filter(|item| matches!(item, Item::Polyline(_))).count();
    assert_eq!((strokes, numbers(&sheet).len()), (2, 4));
}

#[test]
fn close_values_do_not_touch_each_other() {
    let values = |n: i64| (0..5).map(|year| Value::Percent(500 + n * 2 + year % 2)).collect();
    let sheet = sheet(chart(ChartKind::Line, vec![values(0), values(1), values(2)]));
    let boxes: Vec<(f32, f32, f32, f32)> = texts(&sheet)
        .into_iter()
        .filter(|text| text.text.contains('.'))
        .map(|t| (t.x, t.x + t.length, t.y - t.size * 0.8, t.y))
        .collect();
    assert_eq!(boxes.len(), 15);
    for (nth, a) in boxes.iter().enumerate() {
        for b in &boxes[nth + 1..] {
            assert!(a.1 <= b.0 || b.1 <= a.0 || a.3 <= b.2 || b.3 <= a.2, "{a:?} {b:?}");
        }
    }
}

#[test]
fn no_line_runs_through_a_value_that_finds_another_place() {
    let values = [300, 290, 800, 120, 460].map(Value::Percent).to_vec();
    let sheet = sheet(chart(ChartKind::Line, vec![values]));
    let line = sheet.items.iter().find_map(|item| match item {
        Item::Polyline(line) => Some(line.points.clone()),
        _ => None,
    });
    let along = |pair: &[(f32, f32)]| {
        let (a, b) = (pair[0], pair[1]);
        (0..=40).map(move |n| (a.0 + (b.0 - a.0) * n as f32 / 40.0, a.1 + (b.1 - a.1) * n as f32 / 40.0))
    };
    let line: Vec<(f32, f32)> = line.unwrap().windows(2).flat_map(along).collect();
    for text in texts(&sheet).into_iter().filter(|text| text.text.contains('.')) {
        let (left, right) = (text.x, text.x + text.length);
        let (top, bottom) = (text.y - text.size * 0.75, text.y);
        assert!(!line.iter().any(|(x, y)| (left..right).contains(x) && (top..bottom).contains(y)), "{text:?}");
    }
}

#[test]
fn bars_stand_on_zero_and_hang_below_it_when_negative() {
    let sheet = sheet(chart(ChartKind::Bar, vec![vec![Value::Yen(100), Value::Yen(-50)]]));
    let bars: Vec<Rect> =
        sheet.items.iter().filter_map(|item| if let Item::Rect(bar) = item { Some(*bar) } else { None }).collect();
    assert!((bars[0].y + bars[0].height - bars[1].y).abs() < 0.03, "both touch zero");
    assert!((bars[0].height - 2.0 * bars[1].height).abs() < 0.05, "heights are in proportion");
}

#[test]
fn the_value_of_the_deepest_bar_stands_above_the_names() {
    let sheet = sheet(chart(ChartKind::Bar, vec![vec![Value::Points(-6), Value::Points(-38)]]));
    let y = |words: &str| {
        texts(&sheet).iter().filter(|text| text.text.contains(words)).map(|text| text.y).fold(0.0, f32::max)
    };
    assert!(y("3.8") > 0.0 && y("3.8") + 5.0 < y("令和"), "{} {}", y("3.8"), y("令和"));
}

#[test]
fn only_several_series_need_a_key() {
    let values = vec![Value::Percent(500), Value::Percent(510)];
    let names = |sheet: &Sheet| texts(sheet).iter().filter(|text| text.text.starts_with("系列")).count();
    assert_eq!(names(&sheet(chart(ChartKind::Line, vec![values.clone()]))), 0);
    assert_eq!(names(&sheet(chart(ChartKind::Line, vec![values.clone(), values]))), 2);
}

#[test]
fn a_chart_without_values_is_still_a_chart() {
    let sheet = sheet(chart(ChartKind::Bar, vec![vec![Value::Blank, Value::Blank]]));
    assert_eq!(numbers(&sheet), Vec::<&str>::new());
}

#[test]
fn charts_beside_each_other_share_the_width_row_by_row() {
    let small = |nth: i64| {
        let own = chart(ChartKind::Line, vec![vec![Value::Percent(500 + nth), Value::Percent(510 + nth)]]);
        Chart { title: format!("図{nth}"), across: 3, ..own }
    };
    let sheet = sheet_of((0..5).map(small).collect());
    let at = |nth: i64| texts(&sheet).into_iter().find(|t| t.text == format!("図{nth}")).map(|t| (t.x, t.y)).unwrap();
    let (first, second, fourth, fifth) = (at(0), at(1), at(3), at(4));
    assert!((first.1 - second.1).abs() < 0.1 && second.0 > first.0 + 100.0, "beside: {first:?} {second:?}");
    assert!(fourth.1 > first.1 + 80.0 && (fourth.0 - first.0).abs() < 0.1, "the fourth begins a row: {fourth:?}");
    assert!((fifth.0 - second.0).abs() < 0.1, "{fifth:?}");
    let right = texts(&sheet).iter().map(|t| t.x + t.length).fold(0.0, f32::max);
    assert!(right <= sheet.width_mm * 72.0 / 25.4 - 18.0 * 72.0 / 25.4 + 0.5, "nothing leaves the margins: {right}");
    assert_eq!(numbers(&sheet).len(), 10, "every value stands once");
}
