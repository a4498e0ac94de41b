//! 協議会が書いた決まり: what the secretary has read in the city's rule of one grant and written down as data, for one year. It
//! lies over what the profile says: what it does not speak of stays the profile's.

mod checked;
mod notes;

use serde::{Deserialize, Serialize};

use super::conditions::{CapPer, CarryOver, DueDay, PaperRule, PaymentMode, SettlementRule};
use super::{CostRule, EquipmentRule, GrantRules, RestrictedFor, RulesFrom, Stage};
use crate::accounts::{Eligibility, ReceiptRule, ReceiptTest, Threshold, ThresholdBase};
use crate::calendar::FiscalYear;

/// The rules that were written for one grant of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenOf {
    /// 年度
    pub year: FiscalYear,
    /// The grant's name.
    pub name: String,
    /// What was written.
    pub rules: WrittenRules,
}

/// 決まり as they were written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenRules {
    /// 額の決まり
    pub settlement: SettlementRule,
    /// 対象期間 within the year, `["04-01", "03-31"]`; none is the whole year.
    pub period: Option<[String; 2]>,
    /// 決定前不可
    pub only_after_decision: bool,
    /// ほかの補助金を先に使う
    pub after_others: bool,
    /// 領収書必須
    pub needs_receipt: bool,
    /// 変更承認
    pub change: Option<WrittenThreshold>,
    /// 残額の扱い
    pub carry_over: CarryOver,
    /// 積立の年数; none is without end.
    #[serde(default)]
    pub reserve_years: Option<i64>,
    /// 支払い方法
    pub payment: Option<PaymentMode>,
    /// 備品; none where nothing was written of it, and what held before holds.
    #[serde(default)]
    pub equipment: Option<WrittenEquipment>,
    /// The checks of a receipt, by id, that are not asked.
    #[serde(default)]
    pub receipts_not_asked: Vec<String>,
    /// What somebody has to look at on a receipt beside.
    #[serde(default)]
    pub receipts_also: Vec<String>,
    /// 提出物, all of them.
    pub papers: Vec<WrittenPaper>,
    /// 対象・対象外, asked before those of the profile.
    pub costs: Vec<WrittenCost>,
    /// 要綱の名前
    pub source: String,
    /// True where somebody has read it in the city's own rule.
    pub is_verified: bool,
}

/// From when on a change needs the city's approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenThreshold {
    /// ％
    pub percent: i64,
    /// Of what.
    pub base: ThresholdBase,
}

/// 備品: from which price on something is one, and how long it may not be disposed of. Where neither is said, what the council
/// itself says of 備品 holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenEquipment {
    /// 円
    pub from_yen: Option<i64>,
    /// 処分制限
    pub restricted_for: Option<RestrictedFor>,
}

/// 提出物の一つ
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenPaper {
    /// That of the profile's paper which it stands for; its own where there is none.
    pub id: String,
    /// 実績報告書
    pub title: String,
    /// 段階
    pub stage: Stage,
    /// The earlier of up to two days.
    pub due: Vec<DueDay>,
    /// Wanted only where money is left.
    pub only_with_rest: bool,
    /// 添付書類; none where nothing was written of them, and those that held before hold.
    #[serde(default)]
    pub attachments: Option<Vec<String>>,
}

/// 対象・対象外の一つ
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenCost {
    /// Words of the name of 科目; empty for every 科目.
    #[serde(default)]
    pub items: Vec<String>,
    /// Words of 摘要; empty for every 摘要.
    pub words: Vec<String>,
    /// 対象, 対象外 or 要確認.
    pub verdict: Eligibility,
    /// 一人1,000円まで
    pub at_most_per: Option<CapPer>,
    /// 一回の上限 in yen.
    pub at_most_yen: Option<i64>,
    /// Why, for the secretary.
    pub reason: String,
}

impl WrittenRules {
    /// What writing begins with: the rules as they hold so far. Their costs hold on below what is written.
    pub fn begun_from(rules: &GrantRules) -> WrittenRules {
        let paper = |paper: &PaperRule| WrittenPaper {
            id: paper.id.clone(),
            title: paper.title.clone(),
            stage: paper.stage,
            due: paper.due.clone(),
            only_with_rest: paper.only_with_rest,
            attachments: Some(paper.attachments.clone()),
        };
        WrittenRules {
            settlement: rules.settlement.clone(),
            period: rules.period.clone(),
            only_after_decision: rules.only_after_decision,
            after_others: rules.after_others,
            needs_receipt: rules.needs_receipt,
            change: rules.change.as_ref().map(|rule| WrittenThreshold { percent: rule.percent, base: rule.base }),
            carry_over: rules.carry_over(),
            reserve_years: rules.reserve_years,
            payment: rules.payment,
            equipment: rules.equipment.as_ref().map(WrittenEquipment::of),
            receipts_not_asked: Vec::new(),
            receipts_also: Vec::new(),
            papers: rules.papers.iter().map(paper).collect(),
            costs: Vec::new(),
            source: String::new(),
            is_verified: false,
        }
    }

    /// The same with what it does not speak of as it holds by the rules below.
    #[must_use]
    pub fn filled(mut self, below: Option<&GrantRules>) -> WrittenRules {
        let equipment = || below.and_then(|rules| rules.equipment.as_ref()).map(WrittenEquipment::of);
        self.equipment = self.equipment.or_else(equipment);
        for paper in &mut self.papers {
            paper.attachments = Some(paper.attachments(below));
        }
        self
    }

    /// The rules of a grant: what was written, over what held before.
    pub fn over(&self, name: &str, below: Option<&GrantRules>) -> GrantRules {
        let below_costs = below.map_or(&[][..], |rules| &rules.costs);
        GrantRules {
            name: name.to_owned(),
            from: RulesFrom::Written,
            settlement: SettlementRule { source: Some(self.source.clone()), ..self.settlement.clone() },
            period: self.period.clone(),
            only_after_decision: self.only_after_decision,
            after_others: self.after_others,
            needs_receipt: self.needs_receipt,
            change: self.change.map(|rule| self.threshold(rule)),
            carry_over: Some(self.carry_over),
            reserve_years: self.reserve_years.filter(|_| self.carry_over == CarryOver::Reserve),
            payment: self.payment,
            equipment: self.equipment_rule(below.and_then(|rules| rules.equipment.as_ref())),
            papers: self.papers.iter().map(|paper| self.paper(paper, below)).collect(),
            notes: self.notes(),
            costs: self.costs.iter().map(|cost| self.cost(cost)).chain(below_costs.iter().cloned()).collect(),
            receipt_rules: below.map_or_else(Vec::new, |rules| rules.receipt_rules.clone()),
            receipts_not_asked: self.receipts_not_asked.clone(),
            receipts_also: self.receipts_also.iter().map(|title| self.receipt_rule(title)).collect(),
        }
    }

    /// What was written of 備品, bought under the 科目 that it had before.
    fn equipment_rule(&self, below: Option<&EquipmentRule>) -> Option<EquipmentRule> {
        let Some(own) = self.equipment else { return below.cloned() };
        let is_said = own.from_yen.is_some() || own.restricted_for.is_some();
        is_said.then(|| EquipmentRule {
            from_yen: own.from_yen,
            items: below.map_or_else(Vec::new, |rule| rule.items.clone()),
            restricted_for: own.restricted_for,
            source: self.source.clone(),
            is_verified: self.is_verified,
        })
    }

    /// Somebody has to look at it. It goes by its own words: whoever ticked other words has not seen these.
    fn receipt_rule(&self, title: &str) -> ReceiptRule {
        ReceiptRule {
            id: format!("own {title}"),
            test: ReceiptTest::Hand,
            title: title.to_owned(),
            hint: format!("「{}」に書いてあることを、領収書と見くらべてください。", self.source),
            kinds: Vec::new(),
            words: Vec::new(),
            source: self.source.clone(),
            is_verified: self.is_verified,
        }
    }

    fn threshold(&self, rule: WrittenThreshold) -> Threshold {
        let (percent, base) = (rule.percent, rule.base);
        Threshold { percent, base, source: self.source.clone(), is_verified: self.is_verified }
    }

    /// A paper keeps the form of the one that it stands for.
    fn paper(&self, paper: &WrittenPaper, below: Option<&GrantRules>) -> PaperRule {
        let same = paper.same(below);
        PaperRule {
            id: paper.id.clone(),
            title: paper.title.clone(),
            form: same.map_or_else(|| paper.stage.form().map(str::to_owned), |same| same.form.clone()),
            stage: paper.stage,
            due: paper.due.clone(),
            attachments: paper.attachments(below),
            only_with_rest: paper.only_with_rest,
            source: self.source.clone(),
            is_verified: self.is_verified,
        }
    }

    fn cost(&self, cost: &WrittenCost) -> CostRule {
        CostRule {
            items: cost.items.clone(),
            words: cost.words.clone(),
            except: Vec::new(),
            verdict: cost.verdict,
            at_most_per: cost.at_most_per.clone(),
            at_most_yen: cost.at_most_yen,
            reason: cost.reason.clone(),
            source: self.source.clone(),
            is_verified: self.is_verified,
        }
    }
}

impl WrittenPaper {
    /// The paper that it stands for.
    fn same<'a>(&self, below: Option<&'a GrantRules>) -> Option<&'a PaperRule> {
        below?.papers.iter().find(|one| one.id == self.id && one.stage == self.stage)
    }

    fn attachments(&self, below: Option<&GrantRules>) -> Vec<String> {
        let before = || self.same(below).map_or_else(Vec::new, |same| same.attachments.clone());
        self.attachments.clone().unwrap_or_else(before)
    }
}

impl WrittenEquipment {
    fn of(rule: &EquipmentRule) -> WrittenEquipment {
        WrittenEquipment { from_yen: rule.from_yen, restricted_for: rule.restricted_for }
    }
}
