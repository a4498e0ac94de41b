//! 交付金の決まり as typed: every field as it stands on the page, read only when it is kept.

use chrono::Datelike;
use office::FiscalYear;
use office::accounts::{Eligibility, ThresholdBase};
use office::formula::Round;
use office::grants::{
    Basis, CapPer, CarryOver, DueDay, PaymentMode, Scope, SettlementRule, Stage, WrittenCost, WrittenPaper,
    WrittenRules, WrittenThreshold,
};
use office::text::half_width;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Error, Result, typed};

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
    /// 20; empty where nobody has to be asked.
    pub percent: String,
    pub base: ThresholdBase,
    pub papers: Vec<GrantPaperDraft>,
    pub costs: Vec<GrantCostDraft>,
    pub source: String,
    pub is_verified: bool,
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
}

/// One line of what may be paid.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GrantCostDraft {
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
            percent: number(rules.change.map(|rule| rule.percent)),
            base: rules.change.map_or(ThresholdBase::Whole, |rule| rule.base),
            papers: rules.papers.iter().map(GrantPaperDraft::of).collect(),
            costs: rules.costs.iter().map(GrantCostDraft::of).collect(),
            source: rules.source.clone(),
            is_verified: rules.is_verified,
        }
    }

    /// What was typed, read.
    pub(super) fn parsed(self, year: FiscalYear) -> Result<WrittenRules> {
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
            payment: self.payment,
            papers: papers.collect::<Result<_>>()?,
            costs: costs.collect::<Result<_>>()?,
            source: self.source,
            is_verified: self.is_verified,
        })
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
        })
    }
}

impl GrantCostDraft {
    fn of(cost: &WrittenCost) -> GrantCostDraft {
        GrantCostDraft {
            words: cost.words.join("、"),
            verdict: cost.verdict,
            per: number(cost.at_most_per.as_ref().map(|cap| cap.yen)),
            unit: cost.at_most_per.as_ref().map_or_else(|| "人".to_owned(), |cap| cap.unit.clone()),
            at_most: number(cost.at_most_yen),
            reason: cost.reason.clone(),
        }
    }

    fn parsed(self, at: usize) -> Result<WrittenCost> {
        let words = self.words.split(['、', ',', '，', '　', ' ']).map(str::trim).filter(|word| !word.is_empty());
        let unit = if self.unit.trim().is_empty() { "人".to_owned() } else { self.unit.trim().to_owned() };
        Ok(WrittenCost {
            words: words.map(str::to_owned).collect(),
            verdict: self.verdict,
            at_most_per: yen(&self.per, &format!("costs.{at}.per"))?.map(|yen| CapPer { yen, unit }),
            at_most_yen: yen(&self.at_most, &format!("costs.{at}.at_most"))?,
            reason: self.reason.trim().to_owned(),
        })
    }
}

fn number(n: Option<i64>) -> String {
    n.map_or_else(String::new, |n| n.to_string())
}

fn yen(text: &str, field: &str) -> Result<Option<i64>> {
    Ok(typed::yen(text, field)?.map(|yen| yen.0))
}

/// 1/2, 2分の1, 50％; none for all of it.
fn share(text: &str) -> Result<Option<[i64; 2]>> {
    let plain = half_width(text.trim()).replace(' ', "");
    if plain.is_empty() || plain == "全額" {
        return Ok(None);
    }
    let of_words = |of: (&str, &str)| Some([of.0.parse().ok()?, of.1.parse().ok()?]);
    let read = if let Some(percent) = plain.strip_suffix('%') {
        of_words((percent, "100"))
    } else if let Some((whole, part)) = plain.split_once("分の") {
        of_words((part, whole))
    } else {
        plain.split_once('/').and_then(of_words)
    };
    read.map(Some).ok_or_else(|| Error::refused("grants.rule_share").with("field", "share"))
}

/// A whole number with or without its unit; none for an empty field.
fn whole(text: &str, units: &[&str], field: &str, code: &'static str) -> Result<Option<i64>> {
    let plain = half_width(text.trim());
    let plain = units.iter().find_map(|unit| plain.strip_suffix(unit)).unwrap_or(&plain).trim();
    if plain.is_empty() {
        return Ok(None);
    }
    plain.parse().map(Some).map_err(|_| Error::refused(code).with("field", field).with("title", text))
}

fn month_day(text: &str, year: FiscalYear, field: &str) -> Result<Option<(u32, u32)>> {
    Ok(typed::day(text, Some(year), field)?.map(|day| (day.month(), day.day())))
}

fn dashed((month, day): (u32, u32)) -> String {
    format!("{month:02}-{day:02}")
}

/// 05-01 as 5/1.
fn slashed(text: &str) -> String {
    let plain: Vec<&str> = text.split('-').map(|part| part.trim_start_matches('0')).collect();
    plain.join("/")
}
