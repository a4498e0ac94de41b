//! 交付の条件 as data: how a grant is settled, paid and carried over, when it must be asked about a change, and which papers
//! it wants by when. Closed sets: a profile can say nothing else.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Stage;
use crate::formula::{self, Formula, Round};
use crate::money::Yen;
use crate::{Error, Result};

/// 精算のしかた
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettlementRule {
    /// The formula of 確定額, one of `assets/formulas/settlements.toml`.
    #[serde(default = "charged")]
    pub formula: String,
    /// Which costs and income count.
    #[serde(default)]
    pub scope: Scope,
    /// What 返還額 is counted from.
    #[serde(default)]
    pub refund_from: Basis,
    /// 率, `[1, 2]`; none is the formula's own.
    pub share: Option<[i64; 2]>,
    /// 上限 in yen; none is the formula's own.
    pub at_most_yen: Option<i64>,
    /// 端数; none is the formula's own.
    pub round: Option<Round>,
    /// Where that stands; none is where the formula stands.
    pub source: Option<String>,
}

impl Default for SettlementRule {
    fn default() -> SettlementRule {
        SettlementRule {
            formula: charged(),
            scope: Scope::default(),
            refund_from: Basis::default(),
            share: None,
            at_most_yen: None,
            round: None,
            source: None,
        }
    }
}

impl SettlementRule {
    /// True where it is the lesser of what was decided and what was charged, and nothing else.
    pub(super) fn is_plain(&self) -> bool {
        self.formula == CHARGED && !self.is_tuned()
    }

    fn is_tuned(&self) -> bool {
        self.share.is_some() || self.at_most_yen.is_some() || self.round.is_some()
    }

    /// The formula that it names, with its own 率, 上限 and 端数; refused where there is no such formula.
    pub fn formula(&self) -> Result<Formula> {
        let found = formula::settlement(&self.formula)
            .ok_or_else(|| Error::refused("grants.unknown_formula").with("formula", &self.formula))?;
        let mut formula = found.tuned(self.share, self.at_most_yen, self.round);
        if self.is_tuned() {
            formula.title = self.words(&found.title);
        }
        if let Some(source) = &self.source {
            formula.source.clone_from(source);
        }
        Ok(formula)
    }

    /// 対象経費の2分の1、上限100,000円、1,000円未満切捨て
    fn words(&self, title: &str) -> String {
        let mut words = if self.formula == CHARGED { "交付金を充てた額".to_owned() } else { title.to_owned() };
        if let Some([part, whole]) = self.share.filter(|[part, whole]| part != whole) {
            words.push_str(&format!("の{whole}分の{part}"));
        }
        if let Some(most) = self.at_most_yen {
            words.push_str(&format!("、上限{}円", paper::Value::from(Yen(most)).shown(paper::Negative::White)));
        }
        if let Some(round) = self.round {
            words.push_str(&format!("、{}", round.words()));
        }
        words
    }
}

fn charged() -> String {
    CHARGED.to_owned()
}

/// What holds where a rule names nothing: the lesser of what was decided and what was charged.
const CHARGED: &str = "charged";

/// 計算の範囲
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CostScope")]
pub enum Scope {
    /// The costs charged to the grant, and the income of their 事業.
    #[default]
    Charged,
    /// Everything the council does.
    Whole,
}

/// 返還額のもと
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "RefundBasis")]
pub enum Basis {
    /// 交付決定額 − 確定額; of an award that came only in part, 受領額 − 確定額
    #[default]
    Decided,
    /// 受領額 − 確定額
    Received,
}

/// 残った交付金
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CarryOver {
    /// 返還する
    Refund,
    /// 積み立てられる
    Reserve,
    /// 次年度の交付から差し引かれる
    NextYear,
}

impl CarryOver {
    /// True where what is left stays with the council.
    pub fn stays(self) -> bool {
        self != CarryOver::Refund
    }

    /// What is done with what is left, as papers say it.
    pub fn label(self) -> &'static str {
        match self {
            CarryOver::Refund => "返還額",
            CarryOver::Reserve => "積立額（次の年度へ）",
            CarryOver::NextYear => "次の年度の交付から差し引かれる額",
        }
    }

    /// What the city is told of what is left.
    pub fn plan(self) -> &'static str {
        match self {
            CarryOver::Refund => "返還の予定日",
            CarryOver::Reserve => "積立の目的と使う年度",
            CarryOver::NextYear => "残額を使う内容",
        }
    }
}

/// 支払い方法
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaymentMode {
    /// 前金払
    Advance,
    /// 概算払
    Estimate,
    /// 精算払
    Settled,
}

impl PaymentMode {
    /// True where the money comes once the work is done and its amount is fixed.
    pub fn is_after_the_work(self) -> bool {
        self == PaymentMode::Settled
    }

    /// The word on papers.
    pub fn label(self) -> &'static str {
        match self {
            PaymentMode::Advance => "前金払",
            PaymentMode::Estimate => "概算払",
            PaymentMode::Settled => "精算払",
        }
    }
}

/// 人数などひとつあたりの上限
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapPer {
    /// 円
    pub yen: i64,
    /// 人
    #[serde(default = "person")]
    pub unit: String,
}

fn person() -> String {
    "人".to_owned()
}

/// 提出物: a paper that the grant wants.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperRule {
    /// `report`
    pub id: String,
    /// 実績報告書
    pub title: String,
    /// The form that is this paper, where there is one.
    pub form: Option<String>,
    /// The stage at which it is filed.
    pub stage: Stage,
    /// Its days: the earliest one that is known holds.
    #[serde(default)]
    pub due: Vec<DueDay>,
    /// What is put in with it.
    #[serde(default)]
    pub attachments: Vec<String>,
    /// Wanted only where money is left.
    #[serde(default)]
    pub only_with_rest: bool,
    /// Where that stands.
    pub source: String,
    /// False as long as nobody has read it in the city's own rule.
    pub is_verified: bool,
}

/// 期限の一つ
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum DueDay {
    /// 3月31日
    Day {
        /// Month.
        month: u32,
        /// Day.
        day: u32,
        /// In the spring after the year.
        #[serde(default)]
        is_after_year: bool,
    },
    /// 完了から14日
    After {
        /// From when on.
        stage: Stage,
        /// Days.
        days: u64,
    },
}
