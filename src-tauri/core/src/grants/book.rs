//! 決まりの一冊: the rules of all grants of one year, by their names. A grant that nobody has rules for goes by what is common.

use super::{CostRule, GrantRules, PaperRule, Stage, WrittenOf};
use crate::calendar::FiscalYear;

/// The rules of the grants of one year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RuleBook {
    /// Those of a name.
    pub named: Vec<GrantRules>,
    /// 一般的な順: what holds for every other grant.
    pub common: Option<GrantRules>,
}

impl RuleBook {
    /// The rules of a grant by its name.
    pub fn of(&self, name: &str) -> Option<&GrantRules> {
        self.named.iter().find(|rules| rules.name == name).or(self.common.as_ref())
    }

    /// The book with costs that are judged alike of every grant; they are asked before its own.
    #[must_use]
    pub fn with_everywhere(mut self, costs: &[CostRule]) -> RuleBook {
        for rules in self.named.iter_mut().chain(&mut self.common) {
            rules.costs.splice(0..0, costs.iter().cloned());
        }
        self
    }

    /// The book with 交付請求書 of every grant: one whose rules name none takes the common one, in its place on the grant's way.
    #[must_use]
    pub fn with_claims(mut self) -> RuleBook {
        let is_claim = |paper: &PaperRule| paper.stage == Stage::Claim;
        let common = self.common.as_ref().and_then(|rules| rules.papers.iter().find(|paper| is_claim(paper)));
        let Some(claim) = common.cloned() else { return self };
        for rules in self.named.iter_mut().filter(|rules| !rules.papers.iter().any(is_claim)) {
            let order = Stage::in_order(rules.payment);
            let place = |stage: Stage| order.iter().position(|one| *one == stage);
            let later = rules.papers.iter().position(|paper| place(paper.stage) > place(Stage::Claim));
            rules.papers.insert(later.unwrap_or(rules.papers.len()), claim.clone());
        }
        self
    }

    /// The book with what the council has written down itself for a year laid over it.
    #[must_use]
    pub fn with(mut self, written: &[WrittenOf], year: FiscalYear) -> RuleBook {
        for own in written.iter().filter(|own| own.year == year) {
            let rules = own.rules.over(&own.name, self.of(&own.name));
            match self.named.iter_mut().find(|rules| rules.name == own.name) {
                Some(place) => *place = rules,
                None => self.named.push(rules),
            }
        }
        self
    }
}
