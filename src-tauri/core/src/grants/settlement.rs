//! 交付金の精算: what was charged to a grant, what the formula of its rules makes of it, what goes back to the city.

use std::collections::BTreeSet;

use super::conditions::{Basis, CHARGED, Scope};
use super::{Grant, GrantRules, SettlementRule};
use crate::accounts::{Books, Eligibility, Entry, EntryKind};
use crate::activities::ActivityId;
use crate::formula::{self, Given, Quantity, Step};
use crate::money::Yen;
use crate::{Error, Result};

/// The figures of one grant at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantFigures {
    /// 交付決定額; 0 until the city has decided.
    pub decided_yen: Yen,
    /// 交付金充当額: Σ eligible expense whose source of money is this grant.
    pub allocated_yen: Yen,
    /// Σ eligible expense, whoever pays it.
    pub eligible_yen: Yen,
    /// 受領額: Σ income whose source of money is this grant.
    pub received_yen: Yen,
    /// 確定（見込）額: what the city pays in the end, as it told, or as long as it has not, by the formula of its rules.
    pub fixed_yen: Yen,
    /// What the formula of its rules makes of the books.
    pub reckoned_yen: Yen,
    is_told: bool,
    rule: SettlementRule,
    /// What the formula was given beside 交付決定額, in its order.
    given: Vec<(Quantity, Yen)>,
    /// The formula's own steps.
    worked: Vec<Step>,
}

impl GrantFigures {
    /// Computes the figures of a grant from the year's books; refused where its rules name a formula that is not there.
    pub fn of(grant: &Grant, books: &Books, rules: Option<&GrantRules>) -> Result<GrantFigures> {
        let rule = rules.map(|rules| rules.settlement.clone()).unwrap_or_default();
        let formula = formula::settlement(&rule.formula)
            .ok_or_else(|| Error::refused("grants.unknown_formula").with("formula", &rule.formula))?;
        let sums = Sums { grant, books, scope: rule.scope };
        let decided_yen = grant.decided_yen.unwrap_or_default();
        let amount_of = |of: Quantity| if of == Quantity::DecidedYen { decided_yen } else { sums.of(of) };
        let measures = formula.measures();
        let counts = measures.iter().map(|of| (*of, amount_of(*of).max(Yen(0)).0)).collect();
        let worked = formula.work_out(&Given { counts, ..Given::default() })?;
        let given = measures.into_iter().filter(|of| *of != Quantity::DecidedYen).map(|of| (of, amount_of(of)));
        Ok(GrantFigures {
            decided_yen,
            allocated_yen: sums.of(Quantity::AllocatedYen),
            eligible_yen: sums.eligible_yen(),
            received_yen: sums.of(Quantity::ReceivedYen),
            fixed_yen: grant.fixed_yen.unwrap_or(worked.amount),
            reckoned_yen: worked.amount,
            is_told: grant.fixed_yen.is_some(),
            rule,
            given: given.collect(),
            worked: worked.steps,
        })
    }

    /// 超過額: charged more than the city pays; own funds bear it.
    pub fn excess_yen(&self) -> Yen {
        (self.allocated_yen - self.fixed_yen).max(Yen(0))
    }

    /// 返還額: what goes back to the city, never below zero. Nothing is rounded here: the formula has rounded 確定額.
    pub fn refund_yen(&self) -> Yen {
        (self.basis_yen() - self.fixed_yen).max(Yen(0))
    }

    /// 追加交付: what the city has still to pay; only where the grant is settled against what was received.
    pub fn additional_yen(&self) -> Yen {
        match self.rule.refund_from {
            Basis::Decided => Yen(0),
            Basis::Received => (self.fixed_yen - self.received_yen).max(Yen(0)),
        }
    }

    /// まだ受け取っていない額
    pub fn unreceived_yen(&self) -> Yen {
        (self.decided_yen - self.received_yen).max(Yen(0))
    }

    fn basis_yen(&self) -> Yen {
        match self.rule.refund_from {
            Basis::Decided => self.decided_yen,
            Basis::Received => self.received_yen,
        }
    }

    /// The calculation of the refund, step by step.
    pub fn steps(&self) -> Vec<Step> {
        let mut told = Told::default();
        let decided = told.add("交付決定額", "", self.decided_yen);
        let received = (self.rule.refund_from == Basis::Received).then(|| told.add("受領額", "", self.received_yen));
        if self.rule.formula == CHARGED {
            let charged = told.add("交付金充当額（対象経費のうち交付金で支払った額）", "", self.allocated_yen);
            let reckoned = told.add("確定（見込）額", &format!("{decided}と{charged}の少ない方"), self.reckoned_yen);
            let fixed = self.as_told(&mut told).unwrap_or(reckoned);
            let paid = if self.is_told { &fixed } else { &decided };
            let excess = format!("{charged} − {paid}（0より小さいときは0）");
            told.add("超過額（自主財源でまかなう額）", &excess, self.excess_yen());
            return self.closed(told, &received.unwrap_or(decided), &fixed);
        }
        for (of, amount) in &self.given {
            told.add(of.words().0, "", *amount);
        }
        let (last, before) = self.worked.split_last().map_or((None, &[][..]), |(last, before)| (Some(last), before));
        for step in before {
            told.add(&step.label, &step.how, step.amount_yen);
        }
        let reckoned = told.add("確定（見込）額", last.map_or("", |step| &step.how), self.reckoned_yen);
        let fixed = self.as_told(&mut told).unwrap_or(reckoned);
        let excess = format!("交付金充当額 {}円 − {fixed}（0より小さいときは0）", shown(self.allocated_yen));
        told.add("超過額（自主財源でまかなう額）", &excess, self.excess_yen());
        self.closed(told, &received.unwrap_or(decided), &fixed)
    }

    /// 確定額 as the city told it, beside what was reckoned.
    fn as_told(&self, told: &mut Told) -> Option<String> {
        let how = match self.fixed_yen - self.reckoned_yen {
            Yen(0) => "市の通知（見込みと同じ）".to_owned(),
            off => format!("市の通知（見込みと {}円ちがいます）", shown(off)),
        };
        self.is_told.then(|| told.add("確定額", &how, self.fixed_yen))
    }

    fn closed(&self, mut told: Told, basis: &str, fixed: &str) -> Vec<Step> {
        if self.additional_yen() > Yen(0) {
            told.add("追加交付額", &format!("{fixed} − {basis}"), self.additional_yen());
        } else {
            told.add("返還額", &format!("{basis} − {fixed}"), self.refund_yen());
        }
        told.0
    }
}

fn shown(amount: Yen) -> String {
    paper::Value::from(amount).shown(paper::Negative::White)
}

/// Steps that name each other by letters.
#[derive(Default)]
struct Told(Vec<Step>);

impl Told {
    /// Adds a step and returns its letter.
    fn add(&mut self, label: &str, how: &str, amount_yen: Yen) -> String {
        let letter = u8::try_from(self.0.len()).map_or(b'Z', |n| b'A'.saturating_add(n).min(b'Z'));
        let mark = char::from(letter).to_string();
        self.0.push(Step { mark: mark.clone(), label: label.to_owned(), how: how.to_owned(), amount_yen });
        mark
    }
}

/// Sums over the entries that a formula may ask for.
struct Sums<'a> {
    grant: &'a Grant,
    books: &'a Books,
    scope: Scope,
}

impl Sums<'_> {
    fn of(&self, of: Quantity) -> Yen {
        let activities = self.activities();
        let is_in_scope = |e: &Entry| match self.scope {
            Scope::Whole => true,
            Scope::Charged => e.activity_id.is_some_and(|id| activities.contains(&id)),
        };
        let is_own = |e: &Entry| e.grant_id == Some(self.grant.id);
        match of {
            Quantity::CostYen if self.scope == Scope::Whole => self.eligible_yen(),
            Quantity::CostYen | Quantity::AllocatedYen => self.sum(|e| is_eligible(e) && is_own(e)),
            Quantity::ReceivedYen => self.sum(|e| e.kind == EntryKind::Income && is_own(e)),
            Quantity::EventIncomeYen => self.sum(|e| {
                e.kind == EntryKind::Income && e.grant_id.is_none() && e.activity_id.is_some() && is_in_scope(e)
            }),
            Quantity::OtherGrantsYen => {
                self.sum(|e| e.kind == EntryKind::Income && e.grant_id.is_some() && !is_own(e) && is_in_scope(e))
            }
            _ => Yen(0),
        }
    }

    fn eligible_yen(&self) -> Yen {
        self.sum(is_eligible)
    }

    fn sum(&self, counts: impl Fn(&Entry) -> bool) -> Yen {
        self.books.entries.iter().filter(|e| counts(e)).map(|e| e.amount_yen).sum()
    }

    /// The 事業 that the grant pays for.
    fn activities(&self) -> BTreeSet<ActivityId> {
        let charged = self.books.entries.iter().filter(|e| is_eligible(e) && e.grant_id == Some(self.grant.id));
        charged.filter_map(|e| e.activity_id).collect()
    }
}

fn is_eligible(entry: &Entry) -> bool {
    entry.kind == EntryKind::Expense && entry.eligibility == Some(Eligibility::Eligible)
}

#[cfg(test)]
mod tests;
