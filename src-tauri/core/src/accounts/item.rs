//! 科目

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FundId, Side};
use crate::id::Id;

/// Key of an account item.
pub type AccountItemId = Id<AccountItem>;

/// 科目: 款項目節 on one side of the accounts, to the depth that the council uses; what it does not use is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccountItem {
    /// Key.
    #[ts(type = "string")]
    pub id: AccountItemId,
    /// 収入 or 支出
    pub side: Side,
    /// 款
    pub kan: String,
    /// 項
    pub kou: String,
    /// 目
    pub moku: String,
    /// 節
    pub setsu: String,
    /// 会計; none is 一般会計.
    #[ts(type = "string | null")]
    pub fund_id: Option<FundId>,
    /// Order on papers.
    #[ts(type = "number")]
    pub position: i64,
    /// True for an item that is no longer offered; papers of years that used it still name it.
    #[serde(default)]
    pub is_retired: bool,
    /// The item whose place it took when a name changed that closed years keep.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub follows_id: Option<AccountItemId>,
}

impl AccountItem {
    /// A new item of 一般会計 that goes as deep as 項.
    pub fn new(side: Side, kan: &str, kou: &str) -> AccountItem {
        let (moku, setsu) = (String::new(), String::new());
        AccountItem {
            id: AccountItemId::new(),
            side,
            kan: kan.into(),
            kou: kou.into(),
            moku,
            setsu,
            fund_id: None,
            position: 0,
            is_retired: false,
            follows_id: None,
        }
    }

    /// 款, 項, 目 and 節, also those that it does not use.
    pub fn names(&self) -> [&str; 4] {
        [&self.kan, &self.kou, &self.moku, &self.setsu].map(String::as_str)
    }

    /// The same item under other names.
    pub fn named(&self, [kan, kou, moku, setsu]: [String; 4]) -> AccountItem {
        AccountItem { kan, kou, moku, setsu, ..self.clone() }
    }

    /// 款, 項, 目, 節 as far as they are used.
    pub fn levels(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.names().into_iter().filter(|name| !name.is_empty())
    }

    /// The name on papers: the deepest level that is used.
    pub fn label(&self) -> &str {
        self.levels().next_back().unwrap_or_default()
    }
}

impl AsRef<AccountItem> for AccountItem {
    fn as_ref(&self) -> &AccountItem {
        self
    }
}
