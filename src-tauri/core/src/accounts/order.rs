//! 科目の並び: the order in which items stand, and where each of them is used.

use super::tree::together;
use super::{AccountItem, Branch};
use crate::calendar::FiscalYear;

/// A year in which an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemUse {
    /// 年度
    pub year: FiscalYear,
    /// False where it only has a line of 0 yen.
    pub has_money: bool,
}

/// Items in the order of papers: by their positions, those of one 款, 項 and 目 together.
pub fn sequence(mut items: Vec<AccountItem>) -> Vec<AccountItem> {
    items.sort_by_key(|item| (item.position, item.id));
    together(items)
}

/// The names that lead to a row of the tree, as far as it moves among its like: a line whose heading only says its own name
/// again stands where the heading would.
pub fn path_of<'a>(branch: &Branch<'a, AccountItem>, items: &'a [AccountItem]) -> Vec<&'a str> {
    let Some(first) = branch.lines.first() else { return Vec::new() };
    let mut path: Vec<&str> = first.levels().take(branch.level).collect();
    let is_alone = |above: &[&str]| items.iter().filter(|item| is_under(item, above)).count() == 1;
    while let [above @ .., before, last] = path.as_slice()
        && before == last
        && is_alone(&path[..above.len() + 1])
    {
        path.pop();
    }
    path
}

/// The items, in sequence, with the group of this path one place up or down among its like; none where nothing stands there.
pub fn shifted(items: &[AccountItem], path: &[&str], is_up: bool) -> Option<Vec<AccountItem>> {
    let (own, above) = path.split_last()?;
    let begin = items.iter().position(|item| is_under(item, above))?;
    let count = items[begin..].iter().take_while(|item| is_under(item, above)).count();
    let level = |item: &AccountItem| item.levels().nth(above.len()).map(str::to_owned);
    let mut groups: Vec<&[AccountItem]> =
        items[begin..begin + count].chunk_by(|one, next| level(one) == level(next)).collect();
    let at = groups.iter().position(|group| level(&group[0]).as_deref() == Some(own))?;
    let other = if is_up { at.checked_sub(1)? } else { Some(at + 1).filter(|next| *next < groups.len())? };
    groups.swap(at, other);
    Some([&items[..begin], &groups.concat(), &items[begin + count..]].concat())
}

fn is_under(item: &AccountItem, path: &[&str]) -> bool {
    item.levels().take(path.len()).eq(path.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::{Side, tree};

    fn items(levels: &[[&str; 3]]) -> Vec<AccountItem> {
        let item = |(position, [kan, kou, moku]): (i64, &[&str; 3])| AccountItem {
            moku: (*moku).to_owned(),
            position,
            ..AccountItem::new(Side::Expense, kan, kou)
        };
        sequence((1..).zip(levels).map(item).collect())
    }

    fn labels(items: &[AccountItem]) -> Vec<&str> {
        items.iter().map(AccountItem::label).collect()
    }

    const CHART: [[&str; 3]; 5] = [
        ["事業費", "防災", "訓練"],
        ["予備費", "予備費", ""],
        ["事業費", "まつり", ""],
        ["事業費", "防災", "備蓄"],
        ["会費", "", ""],
    ];

    #[test]
    fn a_group_moves_among_its_like_and_takes_along_what_stands_under_it() {
        let all = items(&CHART);
        assert_eq!(labels(&all), ["訓練", "備蓄", "まつり", "予備費", "会費"]);
        let moved = |path: &[&str], is_up| shifted(&all, path, is_up).map(|items| labels(&items).join(" "));
        assert_eq!(moved(&["事業費"], false).as_deref(), Some("予備費 訓練 備蓄 まつり 会費"));
        assert_eq!(moved(&["事業費", "まつり"], true).as_deref(), Some("まつり 訓練 備蓄 予備費 会費"));
        assert_eq!(moved(&["事業費", "防災", "備蓄"], true).as_deref(), Some("備蓄 訓練 まつり 予備費 会費"));
        assert_eq!(moved(&["会費"], true).as_deref(), Some("訓練 備蓄 まつり 会費 予備費"));
        for (path, is_up) in
            [(&["事業費"][..], true), (&["会費"], false), (&["事業費", "まつり"], false), (&["ない"], true)]
        {
            assert_eq!(moved(path, is_up), None, "{path:?}");
        }
    }

    #[test]
    fn a_line_whose_heading_is_left_out_moves_as_the_heading_would() {
        let all = items(&CHART);
        let paths: Vec<String> = tree(&all).iter().map(|branch| path_of(branch, &all).join("/")).collect();
        let expected =
            ["事業費", "事業費/防災", "事業費/防災/訓練", "事業費/防災/備蓄", "事業費/まつり", "予備費", "会費"];
        assert_eq!(paths, expected);
    }
}
