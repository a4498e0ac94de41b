//! 備品の一件

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::accounts::{EntryId, GrantId};
use crate::closed::closed_words;
use crate::id::Id;
use crate::money::Yen;

/// Key of a piece of equipment.
pub type EquipmentId = Id<Equipment>;

/// 備品の一件: one thing, or several of a kind that were bought together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Equipment {
    /// Key.
    pub id: EquipmentId,
    /// 備品番号, as on its seal.
    pub number: String,
    /// 品名
    pub name: String,
    /// 規格
    pub model: String,
    /// 分類, the council's own word.
    pub kind: String,
    /// 数量, at least 1.
    pub quantity: i64,
    /// 取得価格 of all of them together; none where nobody knows.
    pub price_yen: Option<Yen>,
    /// What a grant paid of it.
    pub granted_yen: Option<Yen>,
    /// 取得日
    pub acquired_on: Option<NaiveDate>,
    /// 財源
    pub source: MoneySource,
    /// The grant, the 会計 or the giver.
    pub source_name: String,
    /// The award that paid it, where it is in the file.
    pub grant_id: Option<GrantId>,
    /// The entry that bought it, where it is in the file.
    pub entry_id: Option<EntryId>,
    /// 保管場所
    pub place: String,
    /// 保管責任者
    pub keeper: String,
    /// 耐用年数
    pub useful_years: Option<i64>,
    /// 処分制限
    pub restriction: Restriction,
    /// 状態
    pub condition: Condition,
    /// 備考
    pub note: String,
    /// 処分, planned or done.
    pub disposal: Option<Disposal>,
}

/// 財源
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MoneySource {
    /// 交付金・補助金
    Grant,
    /// 自主財源
    Own,
    /// 特別会計・積立金
    Fund,
    /// 寄贈
    Donation,
    /// 要確認
    #[default]
    Unknown,
}
closed_words!(MoneySource { Grant = "grant", Own = "own", Fund = "fund", Donation = "donation", Unknown = "unknown" });

/// 処分制限
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Restriction {
    /// Nobody has looked it up.
    #[default]
    Unknown,
    /// It may be disposed of at any time.
    None,
    /// Not up to this day, that day included.
    Until(NaiveDate),
}

/// 状態
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// 良好
    #[default]
    Good,
    /// 傷みあり
    Worn,
    /// 使えない
    Broken,
}
closed_words!(Condition { Good = "good", Worn = "worn", Broken = "broken" });

/// 処分, planned or done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disposal {
    /// 処分の方法
    pub way: DisposalWay,
    /// The day, or the planned one.
    pub on: NaiveDate,
    /// 理由
    pub reason: String,
    /// 承認の番号; empty without one.
    pub approval_no: String,
    /// False while it is only planned.
    pub is_done: bool,
}

/// 処分の方法
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DisposalWay {
    /// 廃棄
    Scrap,
    /// 譲渡
    Transfer,
    /// 交換
    Exchange,
    /// 貸付 for good
    Lend,
    /// 担保
    Pledge,
    /// 紛失・盗難: nobody chose it, and the city asks about it all the same.
    Lost,
}
closed_words!(DisposalWay {
    Scrap = "scrap",
    Transfer = "transfer",
    Exchange = "exchange",
    Lend = "lend",
    Pledge = "pledge",
    Lost = "lost",
});

impl Equipment {
    /// 備品番号12　折りたたみ机
    pub fn label(&self) -> String {
        format!("{}　{}", self.number, self.name)
    }

    /// 品名 and 規格 on one line.
    pub fn full_name(&self) -> String {
        if self.model.is_empty() { self.name.clone() } else { format!("{}　{}", self.name, self.model) }
    }

    /// 地域まちづくり交付金, 寄贈（見本商店会）, 自主財源
    pub fn money(&self) -> String {
        match (self.source, self.source_name.as_str()) {
            (source, "") => source.label().to_owned(),
            (MoneySource::Grant, name) => name.to_owned(),
            (source, name) => format!("{}（{name}）", source.label()),
        }
    }

    /// The day on which it went; none while it is there.
    pub fn gone_on(&self) -> Option<NaiveDate> {
        self.disposal.as_ref().filter(|disposal| disposal.is_done).map(|disposal| disposal.on)
    }

    /// True for what the council owned at the end of a day; what nobody dated has always been there.
    pub fn is_held_on(&self, day: NaiveDate) -> bool {
        self.acquired_on.is_none_or(|on| on <= day) && self.gone_on().is_none_or(|on| on > day)
    }
}

impl MoneySource {
    /// The word on papers.
    pub fn label(self) -> &'static str {
        match self {
            MoneySource::Grant => "交付金・補助金",
            MoneySource::Own => "自主財源",
            MoneySource::Fund => "特別会計・積立金",
            MoneySource::Donation => "寄贈",
            MoneySource::Unknown => "要確認",
        }
    }
}

impl Restriction {
    /// The word in the office file.
    pub(super) fn word(self) -> &'static str {
        match self {
            Restriction::Unknown => "unknown",
            Restriction::None => "none",
            Restriction::Until(_) => "until",
        }
    }

    /// Its last day.
    pub fn until(self) -> Option<NaiveDate> {
        match self {
            Restriction::Until(day) => Some(day),
            Restriction::Unknown | Restriction::None => None,
        }
    }

    /// 令和12年6月10日まで, なし, 要確認
    pub fn label(self) -> String {
        match self {
            Restriction::Unknown => "要確認".to_owned(),
            Restriction::None => "なし".to_owned(),
            Restriction::Until(day) => format!("{}まで", paper::wareki::long(day)),
        }
    }
}

impl Condition {
    /// The word on papers.
    pub fn label(self) -> &'static str {
        match self {
            Condition::Good => "良好",
            Condition::Worn => "傷みあり",
            Condition::Broken => "使えない",
        }
    }
}

impl DisposalWay {
    /// The word on papers.
    pub fn label(self) -> &'static str {
        match self {
            DisposalWay::Scrap => "廃棄",
            DisposalWay::Transfer => "譲渡",
            DisposalWay::Exchange => "交換",
            DisposalWay::Lend => "貸付",
            DisposalWay::Pledge => "担保",
            DisposalWay::Lost => "紛失・盗難",
        }
    }
}
