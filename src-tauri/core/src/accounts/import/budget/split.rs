//! 左右に並んだ表: 収入 on the left and 支出 on the right of one sheet are two tables.

use std::borrow::Cow;

use paper::{RawBook, RawRow, RawSheet, RawValue};

use crate::intake::blocks::part;

/// The book with each sheet of two tables as its left and its right half.
pub fn side_by_side(book: &RawBook) -> Cow<'_, RawBook> {
    if !book.sheets.iter().any(|sheet| second_column(sheet).is_some()) {
        return Cow::Borrowed(book);
    }
    Cow::Owned(RawBook { sheets: book.sheets.iter().flat_map(halves).collect(), ..book.clone() })
}

fn halves(sheet: &RawSheet) -> Vec<RawSheet> {
    match second_column(sheet) {
        Some(col) => vec![part(sheet, 0..col), part(sheet, col..u32::MAX)],
        None => vec![sheet.clone()],
    }
}

fn second_column(sheet: &RawSheet) -> Option<u32> {
    sheet.rows.iter().take(30).find_map(second_table)
}

/// The column in which a row of headings begins anew with a heading of names.
fn second_table(row: &RawRow) -> Option<u32> {
    let names: Vec<(u32, String)> =
        row.cells.iter().filter_map(|cell| Some((cell.col, name_heading(&cell.value)?))).collect();
    let (first, heading) = names.first()?;
    let (second, _) = names.iter().find(|(col, other)| col > first && other == heading)?;
    let amounts = |from: u32, to: u32| {
        row.cells.iter().filter(|cell| (from..to).contains(&cell.col)).any(|cell| is_amount(&cell.value))
    };
    (amounts(*first, *second) && amounts(*second, u32::MAX)).then_some(*second)
}

/// 科目, 収入科目, 収入の部 … without the side.
fn name_heading(value: &RawValue) -> Option<String> {
    let RawValue::Text(text) = value else { return None };
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let name = ["収入", "支出", "歳入", "歳出"].iter().fold(plain, |name, side| name.replace(side, ""));
    let known = ["款", "項", "科目", "科目名", "項目", "費目", "区分", "の部", "内容", "勘定科目", "名称", ""];
    (known.contains(&name.as_str()) && !text.trim().is_empty()).then_some(name)
}

fn is_amount(value: &RawValue) -> bool {
    matches!(value, RawValue::Text(text) if ["額", "予算", "年度", "円"].iter().any(|word| text.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::sketch::sheet;

    #[test]
    fn two_tables_side_by_side_are_told_apart() {
        for headings in [
            "科目|予算額|摘要|科目|予算額|摘要",
            "収入の部|金額||支出の部|金額",
            "款|項|本年度予算額|款|項|本年度予算額",
        ] {
            let sheet = sheet("予算", &format!("令和7年度\n{headings}\nA|=1||B|=2"));
            assert_eq!(halves(&sheet).len(), 2, "{headings}");
        }
        for headings in ["科目|令和7年度予算額|令和6年度予算額", "款|項|予算額|決算額", "区分|科目|予算額"]
        {
            assert_eq!(halves(&sheet("予算", headings)).len(), 1, "{headings}");
        }
    }
}
