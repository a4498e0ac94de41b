//! 数の種類: what a count of households is a count of (`domain` 4.2). A rate keeps the kinds it was made of.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::closed::closed_words;

/// What was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CountKind {
    /// 加入世帯
    Enrolled,
    /// 会費納入世帯
    FeePaying,
    /// 広報配布世帯
    Delivered,
    /// 班回覧世帯
    Circulated,
    /// 名簿・台帳の世帯: what the council itself has recorded
    Recorded,
    /// うち集合住宅: households in flats, out of those enrolled; never above or below the line of a rate
    Flats,
    /// 区域内実数（班調べ）
    OwnCount,
    /// 住民基本台帳の世帯
    ResidentRegister,
    /// 国勢調査の世帯
    Census,
    /// 市提供値
    CityGiven,
    /// 推計
    Estimate,
}

closed_words!(CountKind {
    Enrolled = "enrolled",
    FeePaying = "fee_paying",
    Delivered = "delivered",
    Circulated = "circulated",
    Recorded = "recorded",
    Flats = "flats",
    OwnCount = "own_count",
    ResidentRegister = "resident_register",
    Census = "census",
    CityGiven = "city_given",
    Estimate = "estimate",
});

impl CountKind {
    /// 分子の種類
    pub const NUMERATORS: [CountKind; 5] =
        [CountKind::Enrolled, CountKind::FeePaying, CountKind::Delivered, CountKind::Circulated, CountKind::Recorded];
    /// 分母の種類
    pub const DENOMINATORS: [CountKind; 5] = [
        CountKind::OwnCount,
        CountKind::ResidentRegister,
        CountKind::Census,
        CountKind::CityGiven,
        CountKind::Estimate,
    ];

    /// True for a count of those enrolled.
    pub fn is_numerator(self) -> bool {
        CountKind::NUMERATORS.contains(&self)
    }

    /// True for a count of all households in an area.
    pub fn is_denominator(self) -> bool {
        CountKind::DENOMINATORS.contains(&self)
    }

    /// The word beside the number.
    pub fn label(self) -> &'static str {
        match self {
            CountKind::Enrolled => "加入世帯",
            CountKind::FeePaying => "会費納入世帯",
            CountKind::Delivered => "広報配布世帯",
            CountKind::Circulated => "班回覧世帯",
            CountKind::Recorded => "名簿・台帳の世帯",
            CountKind::Flats => "うち集合住宅",
            CountKind::OwnCount => "区域内実数（班調べ）",
            CountKind::ResidentRegister => "住民基本台帳の世帯",
            CountKind::Census => "国勢調査の世帯",
            CountKind::CityGiven => "市提供値",
            CountKind::Estimate => "推計",
        }
    }
}

/// 率の作り方: which kinds a year's rate is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Basis {
    /// 分子
    pub numerator: CountKind,
    /// 分母
    pub denominator: CountKind,
}

impl Default for Basis {
    /// What associations answer by themselves.
    fn default() -> Basis {
        Basis { numerator: CountKind::Enrolled, denominator: CountKind::OwnCount }
    }
}

impl Basis {
    /// True where a numerator stands above a denominator.
    pub fn is_sound(self) -> bool {
        self.numerator.is_numerator() && self.denominator.is_denominator()
    }

    /// 加入世帯 ÷ 区域内実数（班調べ）
    pub fn words(self) -> String {
        format!("{} ÷ {}", self.numerator.label(), self.denominator.label())
    }
}
