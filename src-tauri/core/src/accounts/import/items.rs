//! 科目の照合: an item as somebody wrote it, among the items of the chart.

use std::collections::HashMap;

use crate::accounts::{AccountItem, Side};
use crate::text::search_key;

/// An item by its names; it may not be in the chart yet.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ItemName {
    /// 収入 or 支出
    pub side: Side,
    /// 款, 項, 目, 節 as far as they are used, outermost first; the last one is the item's own.
    pub levels: Vec<String>,
}

impl ItemName {
    /// The names that are there, at most four; of a deeper path the outermost ones with the item's own name.
    pub fn new<'a>(side: Side, levels: impl IntoIterator<Item = &'a str>) -> ItemName {
        let mut levels: Vec<String> = levels.into_iter().filter(|name| !name.is_empty()).map(str::to_owned).collect();
        if levels.len() > 4 {
            levels.drain(3..levels.len() - 1);
        }
        ItemName { side, levels }
    }

    /// The item's own name.
    pub fn label(&self) -> &str {
        self.levels.last().map_or("", String::as_str)
    }

    /// 款, where the item does not stand alone.
    pub fn kan(&self) -> &str {
        self.levels.first().filter(|_| self.levels.len() > 1).map_or("", String::as_str)
    }

    /// 事業費 防災訓練事業; a heading of the same name is not said twice.
    pub fn shown(&self) -> String {
        let mut levels: Vec<&str> = self.levels.iter().map(String::as_str).collect();
        levels.dedup();
        levels.join("　")
    }

    /// The names as they are compared.
    pub fn folded(&self) -> ItemName {
        ItemName { side: self.side, levels: self.levels.iter().map(|name| search_key(name)).collect() }
    }

    /// A new item of that name; one that stands alone has its name in 項, below a 款 without one.
    pub fn item(&self) -> AccountItem {
        let level = |at: usize| self.levels.get(at).cloned().unwrap_or_default();
        match self.levels.as_slice() {
            [alone] => AccountItem::new(self.side, "", alone),
            _ => AccountItem::new(self.side, "", "").named([level(0), level(1), level(2), level(3)]),
        }
    }
}

impl From<&AccountItem> for ItemName {
    fn from(item: &AccountItem) -> ItemName {
        ItemName::new(item.side, item.levels())
    }
}

/// The chart, found by folded names.
#[derive(Debug, Default)]
pub struct Chart {
    items: Vec<AccountItem>,
    /// The levels of each item, folded.
    paths: Vec<Vec<String>>,
    by_label: HashMap<(Side, String), Vec<usize>>,
    by_stem: HashMap<(Side, String), Vec<usize>>,
}

impl Chart {
    /// Folds every name once. A paper that names no 会計 means 一般会計: its items come before those of other 会計.
    pub fn new(items: &[AccountItem]) -> Chart {
        let mut items = items.to_vec();
        items.sort_by_key(|item| item.fund_id.is_some());
        let mut chart = Chart { items, ..Chart::default() };
        for (at, item) in chart.items.iter().enumerate() {
            let key = search_key(item.label());
            chart.by_stem.entry((item.side, stem(&key).to_owned())).or_default().push(at);
            chart.by_label.entry((item.side, key)).or_default().push(at);
            chart.paths.push(item.levels().map(search_key).collect());
        }
        chart
    }

    /// The item of these levels, outermost first; without those above its own the only one of its name. 消耗品 is found
    /// as 消耗品費.
    pub fn find(&self, name: &ItemName) -> Option<&AccountItem> {
        let ItemName { side, levels } = name.folded();
        let (own, above) = levels.split_last()?;
        let of = |found: Option<&Vec<usize>>| found.and_then(|found| self.only(found, above));
        let whole = of(self.by_label.get(&(side, own.clone())));
        let stem = || of(self.by_stem.get(&(side, stem(own).to_owned())));
        whole.or_else(stem).or_else(|| self.joined(side, own))
    }

    /// The one that stands under these levels; else the only one that stands under them among others; else the only one
    /// when one of the two papers has no levels above it.
    fn only(&self, found: &[usize], above: &[String]) -> Option<&AccountItem> {
        let above_of = |at: usize| &self.paths[at][..self.paths[at].len().saturating_sub(1)];
        if let Some(&at) = found.iter().find(|&&at| above_of(at) == above) {
            return Some(&self.items[at]);
        }
        let under: Vec<usize> = found.iter().copied().filter(|&at| is_among(above, above_of(at))).collect();
        let general: Vec<usize> = under.iter().copied().filter(|&at| self.items[at].fund_id.is_none()).collect();
        match (under.as_slice(), found) {
            ([at], _) => Some(&self.items[*at]),
            _ if general.len() == 1 => Some(&self.items[general[0]]),
            ([], [at]) if above_of(*at).is_empty() => Some(&self.items[*at]),
            _ => None,
        }
    }

    /// 事務費・消耗品費 and 事務費 消耗品費 in one cell.
    fn joined(&self, side: Side, key: &str) -> Option<&AccountItem> {
        let is_joined = |path: &Vec<String>| {
            let rest = path.iter().try_fold(key, |rest, level| {
                Some(rest.strip_prefix(level.as_str())?.trim_start_matches(|c| "・/-:>→".contains(c)))
            });
            path.len() > 1 && rest == Some("")
        };
        let at = (0..self.items.len()).find(|&at| self.items[at].side == side && is_joined(&self.paths[at]))?;
        Some(&self.items[at])
    }
}

/// True when the levels stand among the others in this order.
fn is_among(levels: &[String], others: &[String]) -> bool {
    let mut others = others.iter();
    levels.iter().all(|level| others.any(|other| other == level))
}

/// 消耗品費 and 消耗品, 敬老会事業 and 敬老会, 会費収入 and 会費.
fn stem(key: &str) -> &str {
    let short = ["事業費", "事業", "収入", "費", "代", "金"].iter().find_map(|suffix| key.strip_suffix(suffix));
    short.filter(|short| short.chars().count() >= 2).unwrap_or(key)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub fn item(side: Side, kan: &str, kou: &str) -> AccountItem {
        AccountItem::new(side, kan, kou)
    }

    #[test]
    fn items_are_found_as_people_write_them() {
        let out = Side::Expense;
        let items = [
            item(out, "事務費", "消耗品費"),
            item(out, "事業費", "敬老会事業"),
            item(out, "防災費", "食糧費"),
            item(out, "福祉費", "食糧費"),
            item(Side::Income, "", "会費"),
        ];
        let chart = Chart::new(&items);
        let found = |side, kan, kou| chart.find(&ItemName::new(side, [kan, kou])).map(|item| item.id);
        assert_eq!(found(out, "", "消耗品費"), Some(items[0].id));
        assert_eq!(found(out, "", "消耗品"), Some(items[0].id), "a short form of one item only");
        assert_eq!(found(out, "", "敬老会"), Some(items[1].id));
        assert_eq!(found(out, "福祉費", "食糧費"), Some(items[3].id));
        assert_eq!(found(out, "", "食糧費"), None, "two items bear that name");
        assert_eq!(found(out, "別の費", "消耗品費"), None, "another 款 is another item");
        assert_eq!(found(out, "", "事務費・消耗品費"), Some(items[0].id));
        assert_eq!(found(Side::Income, "会費", "会費"), Some(items[4].id), "one of the papers has no 款");
        assert_eq!(found(Side::Income, "", "消耗品費"), None, "the side counts");
    }

    #[test]
    fn an_item_of_a_paper_without_a_fund_is_the_general_one() {
        let (out, fund_id) = (Side::Expense, Some(crate::accounts::FundId::new()));
        let special = |kan, kou| AccountItem { fund_id, ..item(out, kan, kou) };
        let items = [
            special("事務費", "会議費"),
            special("", "工事費"),
            item(out, "事務費", "会議費"),
            item(out, "事務費", "消耗品費"),
            special("", "消耗品費"),
        ];
        let chart = Chart::new(&items);
        let found = |kan, kou| chart.find(&ItemName::new(out, [kan, kou])).map(|item| item.id);
        assert_eq!(found("事務費", "会議費"), Some(items[2].id));
        assert_eq!(found("", "会議費"), Some(items[2].id));
        assert_eq!(found("事務費", "消耗品費"), Some(items[3].id));
        assert_eq!(found("", "工事費"), Some(items[1].id), "only another 会計 has it");
    }

    #[test]
    fn an_item_of_four_levels_is_found_by_all_of_them_or_by_what_tells_it_apart() {
        let out = Side::Expense;
        let deep = |kou: &str, moku: &str, setsu: &str| {
            item(out, "総務費", kou).named(["総務費", kou, moku, setsu].map(str::to_owned))
        };
        let items =
            [deep("事務費", "需用費", "消耗品費"), deep("会議費", "需用費", "消耗品費"), deep("事務費", "役務費", "")];
        let chart = Chart::new(&items);
        let found = |levels: &[&str]| chart.find(&ItemName::new(out, levels.iter().copied())).map(|item| item.id);
        assert_eq!(found(&["総務費", "会議費", "需用費", "消耗品費"]), Some(items[1].id));
        assert_eq!(found(&["会議費", "消耗品費"]), Some(items[1].id), "what tells the two apart is enough");
        assert_eq!(found(&["総務費", "需用費", "消耗品費"]), None, "two stand there");
        assert_eq!(found(&["総務費", "役務費"]), Some(items[2].id));
        assert_eq!(found(&["総務費・事務費・役務費"]), Some(items[2].id), "joined in one cell");
    }
}
