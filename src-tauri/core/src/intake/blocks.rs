//! 並んだ表: the same headings once more to the right (two columns of a telephone list) begin a second table.

use std::borrow::Cow;
use std::ops::Range;

use paper::{RawBook, RawRow, RawSheet, RawValue};

use super::cells;
use super::columns::{FieldSet, Kind};
use super::headings::{fold, without_brackets};

/// The book with each sheet of tables side by side as one sheet for each of them.
pub fn parted(book: &RawBook, kind: Kind) -> Cow<'_, RawBook> {
    let fields = kind.fields();
    if book.sheets.iter().all(|sheet| starts(sheet, fields).is_empty()) {
        return Cow::Borrowed(book);
    }
    Cow::Owned(RawBook { sheets: book.sheets.iter().flat_map(|sheet| parts(sheet, fields)).collect(), ..book.clone() })
}

fn parts(sheet: &RawSheet, fields: &FieldSet) -> Vec<RawSheet> {
    let starts = starts(sheet, fields);
    let from = [0].into_iter().chain(starts.iter().copied());
    let to = starts.iter().copied().chain([u32::MAX]);
    from.zip(to).map(|(from, to)| part(sheet, from..to)).collect()
}

/// Where further tables begin; none for a sheet of one table.
fn starts(sheet: &RawSheet, fields: &FieldSet) -> Vec<u32> {
    let rows = || sheet.rows.iter().take(30);
    let found = rows().map(|row| (row.row, repeats(row, fields))).find(|(_, starts)| !starts.is_empty());
    let (row, starts) = found.unwrap_or_default();
    let of_others = |start: &u32| rows().any(|above| above.row < row && above.get(*start).is_some_and(names_others));
    if starts.iter().any(of_others) { vec![] } else { starts }
}

/// Above the second 氏名: whoever stands there belongs to the record on the left.
fn names_others(above: &RawValue) -> bool {
    let words = ["緊急", "代理", "保護者", "前任", "後任", "引継", "旧"];
    matches!(above, RawValue::Text(text) if words.iter().any(|word| text.contains(word)))
}

/// The columns at which a row of headings begins anew: the heading by which records are known stands there again, with
/// nothing behind it that the first table lacks.
fn repeats(row: &RawRow, fields: &FieldSet) -> Vec<u32> {
    let words: Vec<(u32, String)> = row.cells.iter().filter_map(|cell| Some((cell.col, word(&cell.value)?))).collect();
    let is_identity = |cell: &(u32, String)| {
        let heading = row.get(cell.0).map(|value| without_brackets(&cells::text(value)));
        heading.is_some_and(|heading| fields.is_identity_heading(&heading))
    };
    let Some(first) = words.iter().position(is_identity) else { return vec![] };
    let again: Vec<usize> = (first + 1..words.len()).filter(|at| words[*at].1 == words[first].1).collect();
    let Some(second) = again.first().copied() else { return vec![] };
    let lead = (0..first).rev().zip((0..second).rev()).take_while(|(a, b)| words[*a].1 == words[*b].1).count();
    let block = &words[..second - lead];
    let is_known = |(_, word): &(u32, String)| block.iter().any(|(_, known)| known == word);
    let is_whole = again.last().is_some_and(|last| words.len() > last + 1);
    let is_table = is_whole && second - lead > first + 1 && words[second..].iter().all(is_known);
    if is_table { again.into_iter().map(|at| words[at - lead].0).collect() } else { vec![] }
}

fn word(value: &RawValue) -> Option<String> {
    let RawValue::Text(text) = value else { return None };
    Some(fold(text)).filter(|word| !word.is_empty())
}

/// Some columns of a sheet, in their places.
pub(crate) fn part(sheet: &RawSheet, columns: Range<u32>) -> RawSheet {
    let row = |row: &RawRow| {
        let cells = row.cells.iter().filter(|cell| columns.contains(&cell.col)).cloned().collect();
        RawRow { row: row.row, cells }
    };
    RawSheet {
        rows: sheet.rows.iter().map(row).filter(|row| !row.cells.is_empty()).collect(),
        merges: sheet.merges.iter().filter(|merge| columns.contains(&merge.left)).copied().collect(),
        ..RawSheet { rows: vec![], merges: vec![], name: sheet.name.clone(), is_hidden: sheet.is_hidden }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::sketch::sheet;

    #[test]
    fn headings_that_stand_there_once_more_begin_a_table() {
        let starts = |kind: Kind, drawn| starts(&sheet("連絡網", drawn), kind.fields());
        assert_eq!(starts(Kind::Roster, "連絡網\n氏名|電話||氏名|電話\n能登 隆|1||加賀 純|2"), [4]);
        assert_eq!(starts(Kind::Roster, "No|氏名|電話|No|氏名|電話|No|氏名|電話"), [4, 7]);
        assert_eq!(starts(Kind::Roster, "氏名（フリガナ）|電話|氏名（フリガナ）|電話"), [3]);
        assert_eq!(starts(Kind::CashBook, "月|日|摘要|金額|月|日|摘要|金額"), [5]);
        for (kind, drawn) in [
            (Kind::Roster, "氏名|電話|緊急連絡先|氏名"),
            (Kind::Roster, "本人||緊急連絡先|\n氏名|電話|氏名|電話"),
            (Kind::Associations, "自治会名|世帯|加入|世帯|加入"),
            (Kind::Roster, "氏名|住所|電話"),
        ] {
            assert!(starts(kind, drawn).is_empty(), "{drawn}");
        }
    }
}
