//! What may be written down: a formula that is there, days that exist, papers with a name. Each refusal names its field.

use super::{WrittenCost, WrittenPaper, WrittenRules};
use crate::calendar::FiscalYear;
use crate::formula;
use crate::grants::{DueDay, RestrictedFor};
use crate::money::LARGEST_YEN;
use crate::{Error, Result};

/// As many years as a rule may name.
const YEARS: std::ops::RangeInclusive<i64> = 1..=50;

impl WrittenRules {
    /// The rules as they are kept, or what is wrong with them.
    pub fn checked(mut self, year: FiscalYear) -> Result<WrittenRules> {
        self.source = self.source.trim().to_owned();
        if self.source.is_empty() {
            return Err(refused("grants.rule_source_missing", "source"));
        }
        self.check_amount()?;
        self.check_period(year)?;
        if self.change.is_some_and(|rule| !(1..=100).contains(&rule.percent)) {
            return Err(refused("grants.rule_percent", "percent"));
        }
        if self.reserve_years.is_some_and(|years| !YEARS.contains(&years)) {
            return Err(refused("grants.rule_years", "reserve_years"));
        }
        self.check_equipment()?;
        for (at, paper) in self.papers.iter().enumerate() {
            check_paper(paper, year, &format!("papers.{at}"))?;
        }
        for (at, cost) in self.costs.iter().enumerate() {
            check_cost(cost, &format!("costs.{at}"))?;
        }
        Ok(self)
    }

    fn check_amount(&self) -> Result<()> {
        let rule = &self.settlement;
        if formula::settlement(&rule.formula).is_none() {
            return Err(refused("grants.unknown_formula", "formula").with("formula", &rule.formula));
        }
        if rule.share.is_some_and(|[part, whole]| part <= 0 || whole > 1_000 || part > whole) {
            return Err(refused("grants.rule_share", "share"));
        }
        if rule.at_most_yen.is_some_and(|most| !(1..=LARGEST_YEN).contains(&most)) {
            return Err(refused("grants.rule_cap", "at_most"));
        }
        if rule.round.is_some_and(|round| ![1, 10, 100, 1_000, 10_000].contains(&round.unit)) {
            return Err(refused("grants.rule_round", "round"));
        }
        Ok(())
    }

    fn check_equipment(&self) -> Result<()> {
        let Some(rule) = self.equipment else { return Ok(()) };
        if rule.from_yen.is_some_and(|yen| !(1..=LARGEST_YEN).contains(&yen)) {
            return Err(refused("grants.rule_cap", "equipment_yen"));
        }
        match rule.restricted_for {
            Some(RestrictedFor::Years(years)) if !YEARS.contains(&years) => {
                Err(refused("grants.rule_years", "equipment_years"))
            }
            _ => Ok(()),
        }
    }

    fn check_period(&self, year: FiscalYear) -> Result<()> {
        let Some([from, to]) = &self.period else { return Ok(()) };
        let day = |text: &str| {
            let (month, day) = text.split_once('-')?;
            year.city_day(month.parse().ok()?, day.parse().ok()?)
        };
        match (day(from), day(to)) {
            (Some(from), Some(to)) if from <= to => Ok(()),
            _ => Err(refused("grants.rule_period", "until")),
        }
    }
}

fn check_paper(paper: &WrittenPaper, year: FiscalYear, field: &str) -> Result<()> {
    if paper.title.trim().is_empty() {
        return Err(refused("grants.rule_paper_unnamed", &format!("{field}.title")));
    }
    for due in &paper.due {
        let (is_day, name) = match due {
            DueDay::Day { month, day, .. } => (year.city_day(*month, *day).is_some(), "day"),
            DueDay::After { days, .. } => ((1..=366).contains(days), "days"),
        };
        if !is_day {
            return Err(refused("grants.rule_paper_day", &format!("{field}.{name}")).with("title", &paper.title));
        }
    }
    Ok(())
}

fn check_cost(cost: &WrittenCost, field: &str) -> Result<()> {
    if cost.words.iter().chain(&cost.items).all(|word| word.trim().is_empty()) {
        return Err(refused("grants.rule_cost_unnamed", &format!("{field}.words")));
    }
    for (cap, name) in [(cost.at_most_per.as_ref().map(|cap| cap.yen), "per"), (cost.at_most_yen, "at_most")] {
        if cap.is_some_and(|yen| !(1..=LARGEST_YEN).contains(&yen)) {
            return Err(refused("grants.rule_cap", &format!("{field}.{name}")));
        }
    }
    Ok(())
}

fn refused(code: &'static str, field: &str) -> Error {
    Error::refused(code).with("field", field)
}
