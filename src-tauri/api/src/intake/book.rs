//! Files read in a process of their own, kept while the user looks at the plan: what was seen is what is written.

use std::sync::Arc;

use paper::{RawBook, RawRow, RawValue};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::wire::sheet_error;
use crate::{Desk, Result};

/// 文字コード of a text file, as the reader of files calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
pub enum TextEncoding {
    #[serde(rename = "UTF-8")]
    Utf8,
    #[serde(rename = "Shift_JIS")]
    ShiftJis,
    #[serde(rename = "EUC-JP")]
    EucJp,
    #[serde(rename = "ISO-2022-JP")]
    Iso2022Jp,
    #[serde(rename = "UTF-16LE")]
    Utf16Le,
    #[serde(rename = "UTF-16BE")]
    Utf16Be,
}

impl TextEncoding {
    fn name(self) -> &'static str {
        match self {
            TextEncoding::Utf8 => "UTF-8",
            TextEncoding::ShiftJis => "Shift_JIS",
            TextEncoding::EucJp => "EUC-JP",
            TextEncoding::Iso2022Jp => "ISO-2022-JP",
            TextEncoding::Utf16Le => "UTF-16LE",
            TextEncoding::Utf16Be => "UTF-16BE",
        }
    }
}

/// The files as one book; read once per choice of files and of their encoding.
pub(crate) fn read(desk: &Desk, tokens: &[String], encoding: Option<TextEncoding>) -> Result<Arc<RawBook>> {
    desk.book.get_or_build((tokens.to_vec(), encoding), || {
        let mut whole = RawBook::default();
        let name = encoding.map(TextEncoding::name);
        for token in tokens {
            let path = desk.files.path(token)?;
            let book = sheets::read_in_worker(&desk.place.program, &path, name).map_err(sheet_error)?;
            join(&mut whole, book, &desk.files.name(token)?, tokens.len() > 1);
        }
        Ok(whole)
    })
}

/// Sheets of several files stand side by side, each named after its file.
fn join(whole: &mut RawBook, book: RawBook, file: &str, is_one_of_many: bool) {
    whole.encoding = whole.encoding.take().or(book.encoding);
    whole.notes.extend(book.notes);
    for mut sheet in book.sheets {
        if is_one_of_many {
            sheet.name = format!("{file} {}", sheet.name);
        }
        whole.sheets.push(sheet);
    }
}

/// 名簿.xlsx, or 現金.csv・預金.csv
pub(crate) fn names(desk: &Desk, tokens: &[String]) -> Result<String> {
    let names: Vec<String> = tokens.iter().map(|token| desk.files.name(token)).collect::<Result<_>>()?;
    Ok(names.join("・"))
}

/// Every cell as read, before any guess.
#[derive(Debug, Deserialize, TS)]
pub struct Sheet {
    pub file: String,
}

/// A book before any guess.
#[derive(Debug, Serialize, TS)]
pub struct Unread {
    pub encoding: Option<String>,
    pub sheets: Vec<SheetCells>,
}

/// A sheet before any guess.
#[derive(Debug, Serialize, TS)]
pub struct SheetCells {
    pub name: String,
    pub is_hidden: bool,
    pub rows: Vec<RowCells>,
}

/// A row, counted from 1.
#[derive(Debug, Serialize, TS)]
pub struct RowCells {
    pub row: u32,
    pub cells: Vec<CellRead>,
}

/// A cell, its column counted from 1; days and times as ISO text.
#[derive(Debug, Serialize, TS)]
pub struct CellRead {
    pub col: u32,
    pub kind: &'static str,
    #[ts(type = "number | string | boolean | null")]
    pub value: serde_json::Value,
}

impl Command for Sheet {
    const NAME: &'static str = "intake.sheet";
    type Output = Unread;
    fn run(self, desk: &Desk) -> Result<Unread> {
        let book = read(desk, &[self.file], None)?;
        let sheets = book.sheets.iter().map(|s| SheetCells {
            name: s.name.clone(),
            is_hidden: s.is_hidden,
            rows: s.rows.iter().map(row).collect(),
        });
        Ok(Unread { encoding: book.encoding.clone(), sheets: sheets.collect() })
    }
}

fn row(raw: &RawRow) -> RowCells {
    let cells = raw.cells.iter().map(|c| {
        let (kind, value) = cell(&c.value);
        CellRead { col: c.col, kind, value }
    });
    RowCells { row: raw.row, cells: cells.collect() }
}

fn cell(value: &RawValue) -> (&'static str, serde_json::Value) {
    match value {
        RawValue::Text(words) => ("text", words.as_str().into()),
        RawValue::Number(_) => ("number", number(value)),
        RawValue::Bool(is_true) => ("boolean", (*is_true).into()),
        RawValue::Date(moment) if moment.time() == chrono::NaiveTime::MIN => ("date", moment.date().to_string().into()),
        RawValue::Date(moment) => ("date", moment.format("%Y-%m-%dT%H:%M:%S").to_string().into()),
        RawValue::Error(error) => ("error", error.as_str().into()),
        RawValue::NoValue => ("no_value", serde_json::Value::Null),
    }
}

/// A whole number stays one: 26616, not 26616.0.
fn number(value: &RawValue) -> serde_json::Value {
    match (office::intake::cells::whole(value), value) {
        (Some(whole), _) => whole.into(),
        (None, RawValue::Number(n)) => (*n).into(),
        _ => serde_json::Value::Null,
    }
}
