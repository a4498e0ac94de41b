//! 行の言葉: what a row of a cash book says beside its day and its amounts.

use crate::accounts::Side;
use crate::accounts::import::numbering::strip_number;
use crate::accounts::import::side::{side_alone, side_in};
use crate::intake::layout::Record;
use crate::text::half_width;

/// The words of a row.
#[derive(Debug)]
pub struct RowWords {
    /// 款, 項, 目 above the item.
    pub above: Vec<String>,
    /// 科目: the deepest level that the row names.
    pub item: String,
    /// 摘要, with 備考 behind it.
    pub description: String,
    /// 相手方
    pub counterparty: String,
    /// 収支, where it has a column of its own.
    pub side: String,
    /// 口座, where it has a column of its own.
    pub purse: String,
    /// 伝票番号
    pub voucher_no: Option<i64>,
}

impl RowWords {
    /// Reads them.
    pub fn of(record: &Record) -> RowWords {
        let word = |field| record.joined(field, "　").unwrap_or_default().into_owned();
        let description = ["description", "note"].map(word);
        let description: Vec<&str> = description.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let (side, purse) = way(&word("from_purse"), &word("to_purse"));
        let mut levels = levels(["kan", "item", "moku", "setsu"].map(word));
        RowWords {
            item: levels.pop().unwrap_or_default(),
            above: levels,
            description: description.join("　"),
            counterparty: word("counterparty"),
            side: Some(word("side")).filter(|side| !side.is_empty()).unwrap_or(side),
            purse: Some(word("purse")).filter(|purse| !purse.is_empty()).unwrap_or(purse),
            voucher_no: voucher(&word("voucher")),
        }
    }

    /// The side that the row says.
    pub fn side(&self) -> Option<Side> {
        side_alone(&self.side).or_else(|| side_in(&self.side))
    }

    /// 通帳→現金 in the column of purses.
    pub fn arrow(&self) -> Option<(&str, &str)> {
        let parts = ["→", "⇒", "➡", "->"].iter().find_map(|mark| self.purse.split_once(mark));
        parts.map(|(from, to)| (from.trim(), to.trim()))
    }
}

/// The names of the levels that are there, outermost first. A 款 alone is above an item that nobody wrote.
fn levels(words: [String; 4]) -> Vec<String> {
    let [kan, below @ ..] = words.map(|word| strip_number(&word).1.to_owned());
    let mut levels: Vec<String> = [kan].into_iter().filter(|name| !name.is_empty()).collect();
    let own = levels.len();
    levels.extend(below.into_iter().filter(|name| !name.is_empty()));
    if levels.len() == own {
        levels.push(String::new());
    }
    levels
}

/// 出金口座 and 入金口座 as side and purse; both filled is a transfer.
fn way(from: &str, to: &str) -> (String, String) {
    match (from, to) {
        ("", "") => (String::new(), String::new()),
        (from, "") => ("支出".to_owned(), from.to_owned()),
        ("", to) => ("収入".to_owned(), to.to_owned()),
        (from, to) => (String::new(), format!("{from}→{to}")),
    }
}

/// 12, No.12, 支-12.
fn voucher(words: &str) -> Option<i64> {
    let half = half_width(words);
    let digits = half.trim_start_matches(|c: char| !c.is_ascii_digit());
    digits.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::voucher;

    #[test]
    fn voucher_numbers_as_written() {
        assert_eq!(
            ["12", "No.１２", "支-12", "12-1", "別紙", ""].map(voucher),
            [Some(12), Some(12), Some(12), Some(12), None, None]
        );
    }
}
