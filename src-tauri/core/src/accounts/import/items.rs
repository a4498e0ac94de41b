//! 科目の照合: an item as somebody wrote it, among the items of the chart.

use std::collections::HashMap;

use crate::accounts::{AccountItem, Side};
use crate::text::search_key;

/// An item by its names; it may not be in the chart yet.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ItemName {
    /// 収入 or 支出
    pub side: Side,
    /// 款
    pub kan: String,
    /// 項
    pub kou: String,
}

impl ItemName {
    /// 事業費 防災訓練事業
    pub fn shown(&self) -> String {
        if self.kan.is_empty() || self.kan == self.kou {
            self.kou.clone()
        } else {
            format!("{}　{}", self.kan, self.kou)
        }
    }
}

impl From<&AccountItem> for ItemName {
    fn from(item: &AccountItem) -> ItemName {
        ItemName { side: item.side, kan: item.kan.clone(), kou: item.kou.clone() }
    }
}

/// The chart, found by folded names.
#[derive(Debug, Default)]
pub struct Chart {
    items: Vec<AccountItem>,
    by_kou: HashMap<(Side, String), Vec<usize>>,
    by_stem: HashMap<(Side, String), Vec<usize>>,
}

impl Chart {
    /// Folds every name once.
    pub fn new(items: &[AccountItem]) -> Chart {
        let mut chart = Chart { items: items.to_vec(), ..Chart::default() };
        for (at, item) in items.iter().enumerate() {
            let key = search_key(&item.kou);
            chart.by_stem.entry((item.side, stem(&key).to_owned())).or_default().push(at);
            chart.by_kou.entry((item.side, key)).or_default().push(at);
        }
        chart
    }

    /// The item of that 款 and 項; without a 款 the only one of that 項. 消耗品 is found as 消耗品費.
    pub fn find(&self, side: Side, kan: &str, kou: &str) -> Option<&AccountItem> {
        let (kan, kou) = (search_key(kan), search_key(kou));
        let whole = self.by_kou.get(&(side, kou.clone())).and_then(|found| self.only(found, &kan));
        let stem = || self.by_stem.get(&(side, stem(&kou).to_owned())).and_then(|found| self.only(found, &kan));
        whole.or_else(stem).or_else(|| self.joined(side, &kou))
    }

    /// The one that fits the 款, or the only one when one of the two papers has no 款.
    fn only(&self, found: &[usize], kan: &str) -> Option<&AccountItem> {
        let of_kan = |at: &&usize| search_key(&self.items[**at].kan) == kan;
        match (found.iter().find(of_kan), found) {
            (Some(&at), _) => Some(&self.items[at]),
            (None, [at]) if kan.is_empty() || self.items[*at].kan.is_empty() => Some(&self.items[*at]),
            _ => None,
        }
    }

    /// 事務費・消耗品費 and 事務費 消耗品費 in one cell.
    fn joined(&self, side: Side, key: &str) -> Option<&AccountItem> {
        let parts = |item: &AccountItem| {
            let rest = key.strip_prefix(&search_key(&item.kan))?.strip_suffix(&search_key(&item.kou))?;
            rest.chars().all(|c| "・/-:>→".contains(c)).then_some(())
        };
        self.items.iter().find(|item| item.side == side && !item.kan.is_empty() && parts(item).is_some())
    }
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
        let found = |side, kan, kou| chart.find(side, kan, kou).map(|item| item.id);
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
}
