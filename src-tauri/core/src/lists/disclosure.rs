//! 個人情報の提供記録: every copy of a list that left the office, its number, whom it is for and whether it came back.

use chrono::NaiveDate;
use paper::{Align, Block, Cell, Column, Document, Fit, Orientation, Row, Run, Table, Value, wareki};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Sender;
use super::compose::{blank, document};
use super::words::{fill, words};
use crate::FiscalYear;
use crate::id::Id;

/// Key of a copy.
pub type DisclosureId = Id<Disclosure>;

/// 提供した一部: one copy for one recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Disclosure {
    /// Key.
    #[ts(type = "string")]
    pub id: DisclosureId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 部番号, counted within the year.
    #[ts(type = "number")]
    pub copy_no: i64,
    /// 渡した日
    pub disclosed_on: NaiveDate,
    /// Which list.
    pub title: String,
    /// pdf, xlsx, csv, csv_cp932
    pub form: String,
    /// 提供先
    pub recipient: String,
    /// 目的
    pub purpose: String,
    /// The columns as shown: 氏名・電話.
    pub columns: String,
    /// 人数
    #[ts(type = "number")]
    pub persons: i64,
    /// 返却期限
    pub due_on: Option<NaiveDate>,
    /// 返却日
    pub returned_on: Option<NaiveDate>,
    /// 取り消した日: recorded by mistake, nothing was given away. Its number is not given again.
    pub withdrawn_on: Option<NaiveDate>,
    /// Why.
    pub withdrawn_because: String,
}

/// What is recorded of a list that leaves the office: one copy for each recipient.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Copies {
    /// Which list.
    pub title: String,
    /// pdf, xlsx, csv, csv_cp932
    pub form: String,
    /// 提供先, one a copy.
    pub recipients: Vec<String>,
    /// 目的
    pub purpose: String,
    /// The columns as shown.
    pub columns: Vec<String>,
    /// 人数
    pub persons: i64,
    /// 返却期限; none for a copy that is kept.
    pub due_on: Option<NaiveDate>,
}

/// What stands on every page of a copy.
pub fn stamp(number: i64, recipient: &str, due_on: Option<NaiveDate>) -> Vec<String> {
    let words = &words().stamp;
    let due = due_on.map_or_else(|| words.keep.clone(), |day| fill(&words.due, &[("day", &wareki::long(day))]));
    vec![
        words.mark.clone(),
        fill(&words.copy, &[("number", &number.to_string())]),
        fill(&words.recipient, &[("recipient", recipient)]),
        due,
    ]
}

/// 提供記録簿: the copies of a year as a paper.
pub fn register(copies: &[Disclosure], sender: &Sender) -> Document {
    let words = &words().disclosures;
    let title = format!("{}　{}　{}", sender.year, sender.council, words.title);
    let mut blocks = vec![Block::Heading { level: 1, runs: vec![Run::form(&title)] }];
    if copies.is_empty() {
        let empty = fill(&words.empty, &[("year", &sender.year)]);
        blocks.push(Block::Paragraph { runs: vec![Run::form(empty)], align: Align::Left });
    } else {
        blocks.push(Block::Table(table(copies)));
    }
    document(title.clone(), Orientation::Landscape, blocks, Document { running_head: Some(title), ..blank() })
}

/// 取り消し（まちがい）
fn withdrawn(copy: &Disclosure) -> String {
    fill(&words().disclosures.withdrawn, &[("reason", &copy.withdrawn_because)])
}

fn table(copies: &[Disclosure]) -> Table {
    const WIDTHS: [u16; 9] = [7, 20, 24, 26, 26, 32, 8, 20, 20];
    let cell = |value: Value| Cell { value, ..Cell::default() };
    let day = |day: Option<NaiveDate>| cell(day.map_or(Value::Blank, Value::Date));
    let row = |copy: &Disclosure| Row {
        cells: vec![
            cell(Value::Count(copy.copy_no)),
            day(Some(copy.disclosed_on)),
            cell(Value::text(&copy.recipient)),
            cell(Value::text(&copy.purpose)),
            cell(Value::text(&copy.title)),
            cell(Value::text(&copy.columns)),
            cell(Value::Count(copy.persons)),
            day(copy.due_on),
            copy.withdrawn_on.map_or_else(|| day(copy.returned_on), |_| cell(Value::text(withdrawn(copy)))),
        ],
        ..Row::default()
    };
    Table {
        columns: WIDTHS.map(|width| Column { width, fit: Fit::Shrink, ..Column::default() }).to_vec(),
        head: vec![Row::head(words().disclosures.head.iter().map(String::as_str))],
        rows: copies.iter().map(row).collect(),
        ..Table::default()
    }
}
