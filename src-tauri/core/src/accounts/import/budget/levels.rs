//! 款・項・目: which rows of a budget are lines and which only head others, whatever way the levels are shown:
//! in columns of their own, given once for many rows, or by indentation in one column.

use crate::accounts::import::items::ItemName;
use crate::accounts::{BudgetLineId, Side};
use crate::calendar::FiscalYear;
use crate::money::Yen;

/// A row of a budget as read; each level is filled only where the paper says it on this row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetRow {
    /// Sheet.
    pub sheet: String,
    /// Row, from 1.
    pub row: u32,
    /// 収入 or 支出
    pub side: Side,
    /// Names by level, outermost first; empty where the row says nothing.
    pub names: Vec<String>,
    /// 本年度予算額
    pub amount: Option<Yen>,
    /// 前年度予算額
    pub previous: Option<Yen>,
    /// 内訳・摘要
    pub note: String,
}

/// A line of the budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetDraft {
    /// 年度 of the budget.
    pub year: FiscalYear,
    /// The line that it is already.
    pub known: Option<BudgetLineId>,
    /// Order on the paper.
    pub position: i64,
    /// Sheet.
    pub sheet: String,
    /// Row, from 1.
    pub row: u32,
    /// 款, 項, 目, 節 as far as the paper has them.
    pub item: ItemName,
    /// 本年度予算額
    pub amount: Yen,
    /// 前年度予算額
    pub previous: Option<Yen>,
    /// 内訳・摘要
    pub note: String,
}

/// A heading whose amount is not the sum of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelSlip {
    /// Which row heads them.
    pub row: usize,
    /// What the lines give.
    pub computed: Yen,
}

/// The lines of one side, and the headings that do not agree with them.
pub fn lines(year: FiscalYear, rows: &[BudgetRow]) -> (Vec<BudgetDraft>, Vec<LevelSlip>) {
    let is_flat = rows.iter().all(|row| depth(row) == Some(0));
    let mut path: Vec<&str> = Vec::new();
    let mut drafts = Vec::new();
    let mut slips = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        walk(&mut path, row);
        let below = below(rows, at);
        match (below.is_empty(), row.amount) {
            (true, Some(amount)) => drafts.push(draft(year, row, &path, (amount, is_flat))),
            (false, Some(amount)) => slips.extend(slip(at, amount, below)),
            (_, None) => {}
        }
    }
    (drafts, slips)
}

/// The innermost level that the row names.
fn depth(row: &BudgetRow) -> Option<usize> {
    row.names.iter().rposition(|name| !name.is_empty())
}

/// Follows the row down the levels: what it names replaces what stood there, what lies deeper is forgotten.
fn walk<'a>(path: &mut Vec<&'a str>, row: &'a BudgetRow) {
    for (level, name) in row.names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        if path.get(level) != Some(&name.as_str()) {
            path.truncate(level);
        }
        path.resize(path.len().max(level + 1), "");
        path[level] = name;
    }
    path.truncate(depth(row).map_or(path.len(), |deepest| deepest + 1));
}

/// The rows that stand under this one: deeper, and naming no other heading of its level or above.
fn below(rows: &[BudgetRow], at: usize) -> &[BudgetRow] {
    let head = &rows[at];
    let Some(own) = depth(head) else { return &[] };
    let stays =
        |row: &BudgetRow| row.names[..=own].iter().zip(&head.names).all(|(name, of)| name.is_empty() || name == of);
    let is_under = |row: &&BudgetRow| row.side == head.side && depth(row) > Some(own) && stays(row);
    let under = rows[at + 1..].iter().take_while(is_under).count();
    &rows[at + 1..at + 1 + under]
}

/// A 款 that is a line itself stands above itself, where other lines have a level more.
fn draft(year: FiscalYear, row: &BudgetRow, path: &[&str], (amount, is_flat): (Yen, bool)) -> BudgetDraft {
    let item = match path {
        [alone] if !is_flat => ItemName::new(row.side, [*alone, *alone]),
        _ => ItemName::new(row.side, path.iter().copied()),
    };
    let BudgetRow { sheet, row: number, previous, note, .. } = row.clone();
    BudgetDraft { year, known: None, position: 0, sheet, row: number, item, amount, previous, note }
}

/// The heading against its lines; inner headings among them are not counted twice.
fn slip(at: usize, amount: Yen, below: &[BudgetRow]) -> Option<LevelSlip> {
    let leaves = (0..below.len()).filter(|&row| self::below(below, row).is_empty());
    let computed: Yen = leaves.filter_map(|row| below[row].amount).sum();
    (computed != amount).then_some(LevelSlip { row: at, computed })
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEAR: FiscalYear = FiscalYear(2025);

    fn row(names: &[&str], amount: Option<i64>) -> BudgetRow {
        BudgetRow {
            sheet: "予算".into(),
            row: 0,
            side: Side::Expense,
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            amount: amount.map(Yen),
            previous: None,
            note: String::new(),
        }
    }

    fn shown(drafts: &[BudgetDraft]) -> Vec<String> {
        drafts.iter().map(|d| format!("{} {}", d.item.levels.join("/"), d.amount.0)).collect()
    }

    #[test]
    fn a_kan_given_once_serves_the_rows_below() {
        let rows =
            [row(&["事業費", "防災"], Some(3)), row(&["", "防犯"], Some(4)), row(&["予備費", "予備費"], Some(1))];
        assert_eq!(shown(&lines(YEAR, &rows).0), ["事業費/防災 3", "事業費/防犯 4", "予備費/予備費 1"]);
    }

    #[test]
    fn a_heading_with_its_sum_is_no_line() {
        let rows = [
            row(&["事業費", ""], Some(7)),
            row(&["", "防災"], Some(3)),
            row(&["", "防犯"], Some(4)),
            row(&["予備費", ""], Some(1)),
        ];
        let (drafts, slips) = lines(YEAR, &rows);
        assert_eq!(shown(&drafts), ["事業費/防災 3", "事業費/防犯 4", "予備費/予備費 1"]);
        assert!(slips.is_empty());
        let off = [row(&["事業費", ""], Some(8)), row(&["", "防災"], Some(3)), row(&["", "防犯"], Some(4))];
        assert_eq!(lines(YEAR, &off).1, [LevelSlip { row: 0, computed: Yen(7) }]);
    }

    #[test]
    fn three_levels_and_equal_names_under_two_of_them() {
        let rows = [
            row(&["事業費", "", ""], Some(12)),
            row(&["", "防災", ""], Some(7)),
            row(&["", "", "消耗品費"], Some(3)),
            row(&["", "", "食糧費"], Some(4)),
            row(&["", "福祉", "消耗品費"], Some(5)),
        ];
        let (drafts, slips) = lines(YEAR, &rows);
        assert_eq!(shown(&drafts), ["事業費/防災/消耗品費 3", "事業費/防災/食糧費 4", "事業費/福祉/消耗品費 5"]);
        assert!(slips.is_empty(), "an inner heading is not counted beside its lines");
    }

    #[test]
    fn one_level_has_no_kan() {
        assert_eq!(
            shown(&lines(YEAR, &[row(&["会費"], Some(3)), row(&["雑収入"], Some(4))]).0),
            ["会費 3", "雑収入 4"]
        );
    }
}
