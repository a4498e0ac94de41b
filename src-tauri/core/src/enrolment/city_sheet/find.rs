//! 様式を読む: where a city's workbook has its list of associations, told from the words of its headings.

use paper::{Merge, RawBook, RawSheet, RawValue, column_letters};

use super::{Content, NamedRow, PlacedColumn, Places};
use crate::intake::cells;
use crate::intake::columns::Kind;

/// How a cell stands in the file, whatever it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The file does not name it.
    Absent,
    /// It has a value, or only a look of its own.
    There,
    /// The city calculates it.
    Calculated,
}

/// The lists of a workbook, one for each sheet that has one. `standing` tells of each cell how it stands in its sheet: a
/// blank form goes on as far as its ruled cells do.
pub fn find(book: &RawBook, standing: impl Fn(&str, &str) -> Standing) -> Vec<Places> {
    let lists = book.sheets.iter().filter(|sheet| !sheet.is_hidden);
    lists.filter_map(|sheet| list(sheet, |cell| standing(&sheet.name, cell))).collect()
}

fn list(sheet: &RawSheet, standing: impl Fn(&str) -> Standing) -> Option<Places> {
    let (head, name) = sheet.rows.iter().find_map(|row| Some((row.row, name_column(sheet, row.row)?)))?;
    let foot = merge_at(sheet, head, name).map_or(head, |merge| merge.bottom);
    let first_row = foot + 1;
    let text = |row: u32, col: u32| sheet.get(row, col).map(|raw| cells::text(raw).into_owned()).unwrap_or_default();
    let ends = |row: u32| is_sum(&text(row, name)) || (1..name).any(|col| is_sum(&text(row, col)));
    let is_row =
        |row: &u32| !ends(*row) && (!text(*row, name).is_empty() || standing(&address(*row, name)) != Standing::Absent);
    let last_row = (first_row..).take_while(is_row).last().unwrap_or(first_row);
    let names = (first_row..=last_row)
        .filter_map(|row| Some(NamedRow { row, name: Some(text(row, name)).filter(|n| !n.is_empty())? }));
    let most = sheet.rows.iter().filter_map(|row| row.cells.last()).map(|cell| cell.col).max().unwrap_or(name);
    let mut columns: Vec<PlacedColumn> = (1..=most)
        .filter_map(|col| {
            let heading = heading(sheet, head, foot, col)?;
            let is_taken = |row| !text(row, col).is_empty() || standing(&address(row, col)) == Standing::Calculated;
            let has_words = col != name && (first_row..=last_row).any(is_taken);
            let content = meaning(&heading).filter(|_| !has_words);
            Some(PlacedColumn { letter: column_letters(col), heading, content, has_words })
        })
        .collect();
    only_once(&mut columns);
    Some(Places { sheet: sheet.name.clone(), first_row, last_row, columns, cells: vec![], names: names.collect() })
}

/// Of two columns that would get the same, the first does.
fn only_once(columns: &mut [PlacedColumn]) {
    let mut seen = Vec::new();
    for column in columns {
        match column.content {
            Some(content) if seen.contains(&content) => column.content = None,
            content => seen.extend(content),
        }
    }
}

fn address(row: u32, col: u32) -> String {
    format!("{}{row}", column_letters(col))
}

/// The column of the names, in a row that heads counts of households too.
fn name_column(sheet: &RawSheet, row: u32) -> Option<u32> {
    let meant: Vec<(u32, Content)> = sheet
        .rows
        .iter()
        .find(|one| one.row == row)?
        .cells
        .iter()
        .filter_map(|cell| Some((cell.col, meaning(&word(&cell.value))?)))
        .collect();
    let counts = |content: &Content| matches!(content, Content::Enrolled | Content::Households | Content::Previous);
    let has_counts = meant.iter().any(|(_, content)| counts(content));
    meant.iter().find(|(_, content)| *content == Content::Association).filter(|_| has_counts).map(|(col, _)| *col)
}

fn word(value: &RawValue) -> String {
    cells::text(value).split_whitespace().collect()
}

fn merge_at(sheet: &RawSheet, row: u32, col: u32) -> Option<&Merge> {
    sheet.merges.iter().find(|m| (m.top..=m.bottom).contains(&row) && (m.left..=m.right).contains(&col))
}

/// The words over a column, from the top of the heading to its foot.
fn heading(sheet: &RawSheet, head: u32, foot: u32, col: u32) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    for row in head..=foot {
        let (top, left) = merge_at(sheet, row, col).map_or((row, col), |merge| (merge.top, merge.left));
        let said = sheet.get(top, left).map(word).filter(|said| !said.is_empty());
        words.extend(said.filter(|said| !words.contains(said)));
    }
    (!words.is_empty()).then(|| words.join("　"))
}

/// What a heading asks for; the lowest of its words says most, all of them together more.
fn meaning(heading: &str) -> Option<Content> {
    let fields = Kind::Associations.fields();
    let whole: String = heading.split('　').collect();
    let parts = std::iter::once(whole.as_str()).chain(heading.split('　').rev());
    parts.filter_map(|part| fields.named(part)).find_map(content)
}

fn content(field: &str) -> Option<Content> {
    Some(match field {
        "name" => Content::Association,
        "chair" => Content::Chair,
        "town" => Content::Town,
        "blocks" => Content::Blocks,
        "households" => Content::Households,
        "enrolled" => Content::Enrolled,
        "flats" => Content::Flats,
        "enrolled_previous" => Content::Previous,
        "change" => Content::Change,
        "rate" => Content::RatePercent,
        "fee" => Content::FeeMonthYen,
        "as_of" => Content::AsOfOn,
        "note" => Content::Note,
        _ => return None,
    })
}

/// 計, 小計, 合計: no association is called so.
pub(super) fn is_sum(text: &str) -> bool {
    text.split_whitespace().collect::<String>().ends_with('計')
}
