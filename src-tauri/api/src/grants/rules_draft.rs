//! 交付金の決まり as typed: every field as it stands on the page, read only when it is kept.

mod read;

use office::FiscalYear;
use office::accounts::{Eligibility, ThresholdBase};
use office::formula::Round;
use office::grants::{
    Basis, CapPer, CarryOver, DueDay, PaymentMode, RestrictedFor, Scope, SettlementRule, Stage, WrittenCost,
    WrittenEquipment, WrittenPaper, WrittenRules, WrittenThreshold,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Error, Result};
use read::{dashed, each_line, listed, month_day, number, share, slashed, whole, words, yen};

/// The form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GrantRulesDraft {
    pub formula: String,
    pub scope: Scope,
    /// 1/2, 2分の1, 50％; empty for all of it.
    pub share: String,
    pub at_most: String,
    pub round: Option<Round>,
    pub refund_from: Basis,
    /// 5/1; both empty for the whole year.
    pub from: String,
    pub until: String,
    pub only_after_decision: bool,
    pub after_others: bool,
    pub needs_receipt: bool,
    pub payment: Option<PaymentMode>,
    pub carry_over: CarryOver,
    /// 3; empty where what is put by may be spent without end.
    pub reserve_years: String,
    /// 20; empty where nobody has to be asked.
    pub percent: String,
    pub base: ThresholdBase,
    /// 50,000; empty where nobody knows.
    pub equipment_yen: String,
    /// How long 備品 may not be disposed of; none where nobody knows.
    pub equipment_for: Option<RestrictedBy>,
    /// 5; read where years are counted.
    pub equipment_years: String,
    /// The checks of a receipt, by id, that are not asked.
    pub receipts_not_asked: Vec<String>,
    /// What is looked at beside, one on each line.
    pub receipts_also: String,
    pub papers: Vec<GrantPaperDraft>,
    pub costs: Vec<GrantCostDraft>,
    pub source: String,
    pub is_verified: bool,
}

/// 処分制限
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RestrictedBy {
    Years,
    UsefulLife,
}

/// One paper of the form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GrantPaperDraft {
    /// Empty for one that was added.
    pub id: String,
    pub title: String,
    pub stage: Stage,
    /// 3/31
    pub day: String,
    /// In the spring after the year.
    pub is_after_year: bool,
    /// 14 days …
    pub days: String,
    /// … from this stage on.
    pub since: Stage,
    pub only_with_rest: bool,
    /// One on each line.
    pub attachments: String,
}

/// One line of what may be paid.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GrantCostDraft {
    /// 交際費、食糧費
    pub items: String,
    /// 弁当、お茶
    pub words: String,
    pub verdict: Eligibility,
    /// 円 for each …
    pub per: String,
    /// … 人
    pub unit: String,
    pub at_most: String,
    pub reason: String,
}

impl GrantRulesDraft {
    /// The rules as the form shows them.
    pub(super) fn of(rules: &WrittenRules) -> GrantRulesDraft {
        let rule = &rules.settlement;
        let restricted = rules.equipment.and_then(|rule| rule.restricted_for);
        let years = restricted.and_then(|time| match time {
            RestrictedFor::Years(years) => Some(years),
            RestrictedFor::UsefulLife => None,
        });
        let by = |_| if years.is_some() { RestrictedBy::Years } else { RestrictedBy::UsefulLife };
        let [from, until] =
            rules.period.as_ref().map_or_else(Default::default, |days| days.each_ref().map(|day| slashed(day)));
        GrantRulesDraft {
            formula: rule.formula.clone(),
            scope: rule.scope,
            share: rule.share.map_or_else(String::new, |[part, whole]| format!("{part}/{whole}")),
            at_most: number(rule.at_most_yen),
            round: rule.round,
            refund_from: rule.refund_from,
            from,
            until,
            only_after_decision: rules.only_after_decision,
            after_others: rules.after_others,
            needs_receipt: rules.needs_receipt,
            payment: rules.payment,
            carry_over: rules.carry_over,
            reserve_years: number(rules.reserve_years),
            percent: number(rules.change.map(|rule| rule.percent)),
            base: rules.change.map_or(ThresholdBase::Whole, |rule| rule.base),
            equipment_yen: number(rules.equipment.and_then(|rule| rule.from_yen)),
            equipment_for: restricted.map(by),
            equipment_years: number(years),
            receipts_not_asked: rules.receipts_not_asked.clone(),
            receipts_also: rules.receipts_also.join("\n"),
            papers: rules.papers.iter().map(GrantPaperDraft::of).collect(),
            costs: rules.costs.iter().map(GrantCostDraft::of).collect(),
            source: rules.source.clone(),
            is_verified: rules.is_verified,
        }
    }

    /// What was typed, read.
    pub(super) fn parsed(self, year: FiscalYear) -> Result<WrittenRules> {
        let equipment = self.equipment()?;
        let reserve_years = whole(&self.reserve_years, &["年度", "年間", "年"], "reserve_years", "grants.rule_years")?;
        let settlement = SettlementRule {
            formula: self.formula,
            scope: self.scope,
            refund_from: self.refund_from,
            share: share(&self.share)?,
            at_most_yen: yen(&self.at_most, "at_most")?,
            round: self.round,
            source: None,
        };
        let period = match (month_day(&self.from, year, "from")?, month_day(&self.until, year, "until")?) {
            (None, None) => None,
            (from, until) => Some([dashed(from.unwrap_or((4, 1))), dashed(until.unwrap_or((3, 31)))]),
        };
        let percent = whole(&self.percent, &["％", "%"], "percent", "grants.rule_percent")?;
        let papers = self.papers.into_iter().enumerate().map(|(at, paper)| paper.parsed(at, year));
        let costs = self.costs.into_iter().enumerate().map(|(at, cost)| cost.parsed(at));
        Ok(WrittenRules {
            settlement,
            period,
            only_after_decision: self.only_after_decision,
            after_others: self.after_others,
            needs_receipt: self.needs_receipt,
            change: percent.map(|percent| WrittenThreshold { percent, base: self.base }),
            carry_over: self.carry_over,
            reserve_years: reserve_years.filter(|_| self.carry_over == CarryOver::Reserve),
            payment: self.payment,
            equipment: Some(equipment),
            receipts_not_asked: self.receipts_not_asked,
            receipts_also: each_line(&self.receipts_also),
            papers: papers.collect::<Result<_>>()?,
            costs: costs.collect::<Result<_>>()?,
            source: self.source,
            is_verified: self.is_verified,
        })
    }
}

impl GrantRulesDraft {
    fn equipment(&self) -> Result<WrittenEquipment> {
        let unread = || Error::refused("grants.rule_years").with("field", "equipment_years");
        let restricted_for = match self.equipment_for {
            None => None,
            Some(RestrictedBy::UsefulLife) => Some(RestrictedFor::UsefulLife),
            Some(RestrictedBy::Years) => {
                let years = whole(&self.equipment_years, &["年間", "年"], "equipment_years", "grants.rule_years")?;
                Some(RestrictedFor::Years(years.ok_or_else(unread)?))
            }
        };
        Ok(WrittenEquipment { from_yen: yen(&self.equipment_yen, "equipment_yen")?, restricted_for })
    }
}

impl GrantPaperDraft {
    fn of(paper: &WrittenPaper) -> GrantPaperDraft {
        let mut draft = GrantPaperDraft {
            id: paper.id.clone(),
            title: paper.title.clone(),
            stage: paper.stage,
            day: String::new(),
            is_after_year: false,
            days: String::new(),
            since: Stage::Completion,
            only_with_rest: paper.only_with_rest,
            attachments: paper.attachments.as_deref().unwrap_or_default().join("\n"),
        };
        for due in &paper.due {
            match due {
                DueDay::Day { month, day, is_after_year } => {
                    (draft.day, draft.is_after_year) = (format!("{month}/{day}"), *is_after_year);
                }
                DueDay::After { stage, days } => (draft.days, draft.since) = (days.to_string(), *stage),
            }
        }
        draft
    }

    fn parsed(self, at: usize, year: FiscalYear) -> Result<WrittenPaper> {
        let day = month_day(&self.day, year, &format!("papers.{at}.day"))?;
        let days = whole(&self.days, &["日以内", "日"], &format!("papers.{at}.days"), "grants.rule_paper_days")?;
        let day = day.map(|(month, day)| DueDay::Day { month, day, is_after_year: self.is_after_year });
        let after = days.map(|days| DueDay::After { stage: self.since, days: u64::try_from(days).unwrap_or_default() });
        let id = if self.id.is_empty() { format!("own-{at}") } else { self.id };
        Ok(WrittenPaper {
            id,
            title: self.title.trim().to_owned(),
            stage: self.stage,
            due: after.into_iter().chain(day).collect(),
            only_with_rest: self.only_with_rest,
            attachments: Some(listed(&self.attachments)),
        })
    }
}

impl GrantCostDraft {
    fn of(cost: &WrittenCost) -> GrantCostDraft {
        GrantCostDraft {
            items: cost.items.join("、"),
            words: cost.words.join("、"),
            verdict: cost.verdict,
            per: number(cost.at_most_per.as_ref().map(|cap| cap.yen)),
            unit: cost.at_most_per.as_ref().map_or_else(|| "人".to_owned(), |cap| cap.unit.clone()),
            at_most: number(cost.at_most_yen),
            reason: cost.reason.clone(),
        }
    }

    fn parsed(self, at: usize) -> Result<WrittenCost> {
        let unit = if self.unit.trim().is_empty() { "人".to_owned() } else { self.unit.trim().to_owned() };
        Ok(WrittenCost {
            items: words(&self.items),
            words: words(&self.words),
            verdict: self.verdict,
            at_most_per: yen(&self.per, &format!("costs.{at}.per"))?.map(|yen| CapPer { yen, unit }),
            at_most_yen: yen(&self.at_most, &format!("costs.{at}.at_most"))?,
            reason: self.reason.trim().to_owned(),
        })
    }
}
