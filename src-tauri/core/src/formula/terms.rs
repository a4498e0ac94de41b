//! 項: the closed set of terms that formulas are written with.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One term of a formula.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Term {
    /// 世帯割
    pub label: String,
    /// How it comes about.
    #[serde(flatten)]
    pub kind: Kind,
    /// Counts only where this reading was chosen: `[choice, option]`.
    pub reading: Option<[String; 2]>,
    /// Counts only for what was filed between two days of a year: `["04-01", "05-31"]`.
    pub filed: Option<[String; 2]>,
    /// 下限 of this term in yen.
    pub at_least_yen: Option<i64>,
    /// 上限 of this term in yen.
    pub at_most_yen: Option<i64>,
    /// 上限 of this term in yen for each of a measure.
    pub at_most_per: Option<PerUnit>,
    /// 上限 of this term: an amount that is given, e.g. 交付決定額.
    pub at_most_of: Option<Quantity>,
    /// 月割: for a body that was there for a part of the year.
    #[serde(default)]
    pub by_month: bool,
    /// 端数; needed wherever something is divided.
    pub round: Option<Round>,
}

/// Yen for each of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerUnit {
    /// Of what.
    pub of: Quantity,
    /// 円
    pub yen: i64,
}

/// How a term comes about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// 均等割: the same for everybody.
    Equal {
        /// 円
        yen: i64,
    },
    /// 世帯割, 人口割: so much for each, perhaps several times a year.
    Each {
        /// Of what.
        of: Quantity,
        /// 円
        yen: i64,
        /// 45 items a year.
        #[serde(default = "once")]
        times: i64,
        /// What comes so many times: 件
        #[serde(default)]
        times_unit: String,
    },
    /// 400世帯ごと
    Blocks(Block),
    /// 段階: looked up by thresholds.
    Stairs {
        /// Of what.
        of: Quantity,
        /// From the lowest threshold up.
        stairs: Vec<Stair>,
    },
    /// 率: a part of an amount, 1 ÷ 3 of the cost.
    Part {
        /// Of what amount.
        of: Quantity,
        /// 1
        part: i64,
        /// 3
        whole: i64,
    },
    /// 差引: what is left of amounts after others, never below zero, or a part of that.
    Net {
        /// 実支出
        plus: Vec<Quantity>,
        /// 事業収入, ほかの補助金
        #[serde(default)]
        minus: Vec<Quantity>,
        /// 1
        #[serde(default = "once")]
        part: i64,
        /// 2
        #[serde(default = "once")]
        whole: i64,
    },
    /// 総額の均等割: a part of a fixed sum, divided by a number of bodies.
    PoolEqual {
        /// 総額, 円
        yen: i64,
        /// 3
        part: i64,
        /// 10
        whole: i64,
        /// The number of bodies.
        among: Quantity,
    },
    /// 総額の比例割: a part of a fixed sum, by the own share of a whole.
    PoolShare {
        /// 総額, 円
        yen: i64,
        /// 7
        part: i64,
        /// 10
        whole: i64,
        /// Own number.
        of: Quantity,
        /// The number of all.
        among: Quantity,
    },
}

/// Yen for each block of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Block {
    /// Of what.
    pub of: Quantity,
    /// 400世帯ごと
    pub size: i64,
    /// Blocks are counted above this number.
    #[serde(default)]
    pub above: i64,
    /// Begun or full ones.
    pub counting: Counting,
    /// 円
    pub yen: i64,
}

/// Which blocks count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// 端数も1と数える
    Started,
    /// 満ちた分だけ数える
    Completed,
}

/// One threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stair {
    /// From this number on.
    pub from: i64,
    /// 円
    pub yen: i64,
}

/// 端数の扱い
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// 1, 10, 100, 1,000 yen.
    #[ts(type = "number")]
    pub unit: i64,
    /// Down, up or to the nearer.
    pub how: Rounding,
}

/// Down, up or to the nearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// 切捨て
    Down,
    /// 切上げ
    Up,
    /// 四捨五入
    HalfUp,
}

/// What a formula may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// 加入世帯
    Households,
    /// 人口
    Persons,
    /// 分区
    Subdivisions,
    /// 対象経費
    CostYen,
    /// 地区の数
    Districts,
    /// 市の人口
    CityPersons,
    /// 交付金充当額
    AllocatedYen,
    /// 事業収入
    EventIncomeYen,
    /// ほかの補助金
    OtherGrantsYen,
    /// 交付決定額
    DecidedYen,
    /// 受領額
    ReceivedYen,
    /// 基礎的コミュニティ
    Communities,
    /// The number by which 25,000 yen of 名張市 are multiplied; the rule that was found does not say of what.
    CountedExtra,
    /// 事務局経費, as the city sets it
    SecretariatYen,
    /// 地域事務費, as the city sets it
    AreaOfficeYen,
}

impl Quantity {
    /// All of them.
    pub const ALL: [Quantity; 15] = [
        Quantity::Households,
        Quantity::Persons,
        Quantity::Subdivisions,
        Quantity::CostYen,
        Quantity::Districts,
        Quantity::CityPersons,
        Quantity::AllocatedYen,
        Quantity::EventIncomeYen,
        Quantity::OtherGrantsYen,
        Quantity::DecidedYen,
        Quantity::ReceivedYen,
        Quantity::Communities,
        Quantity::CountedExtra,
        Quantity::SecretariatYen,
        Quantity::AreaOfficeYen,
    ];

    /// What it is, and the word after its number.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Quantity::Households => ("世帯数", "世帯"),
            Quantity::Persons => ("人口", "人"),
            Quantity::Subdivisions => ("分区の数", "分区"),
            Quantity::CostYen => ("対象経費", "円"),
            Quantity::Districts => ("地区の数", "地区"),
            Quantity::CityPersons => ("市の人口", "人"),
            Quantity::AllocatedYen => ("交付金充当額", "円"),
            Quantity::EventIncomeYen => ("事業収入", "円"),
            Quantity::OtherGrantsYen => ("ほかの補助金", "円"),
            Quantity::DecidedYen => ("交付決定額", "円"),
            Quantity::ReceivedYen => ("受領額", "円"),
            Quantity::Communities => ("基礎的コミュニティの数", "か所"),
            Quantity::CountedExtra => ("25,000円を掛ける数", "か所"),
            Quantity::SecretariatYen => ("事務局経費（30万円から50万円）", "円"),
            Quantity::AreaOfficeYen => ("地域事務費（150万円がもと）", "円"),
        }
    }

    /// 100世帯, 1,200円
    pub fn shown(self, n: i64) -> String {
        format!("{}{}", paper::Value::Count(n).shown(paper::Negative::White), self.words().1)
    }
}

impl Kind {
    /// What it asks for.
    pub fn measures(&self) -> Vec<Quantity> {
        match self {
            Kind::Equal { .. } => vec![],
            Kind::Each { of, .. } | Kind::Stairs { of, .. } | Kind::Part { of, .. } => vec![*of],
            Kind::Blocks(block) => vec![block.of],
            Kind::Net { plus, minus, .. } => [plus.as_slice(), minus].concat(),
            Kind::PoolEqual { among, .. } => vec![*among],
            Kind::PoolShare { of, among, .. } => vec![*of, *among],
        }
    }
}

fn once() -> i64 {
    1
}
