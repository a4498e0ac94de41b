//! 交付金の決まり: those in force as a form, and what is written into it.

use office::FiscalYear;
use office::accounts::{GrantId, ReceiptRule};
use office::formula::general_settlements;
use office::grants::{RulesFrom, WrittenRules, acts, store};
use office::profile::Edition;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::given_up::GivenUpRules;
use super::list::{StageWord, stage_words};
use super::rules_draft::GrantRulesDraft;
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result};

/// The rules of a grant, to be written down.
#[derive(Debug, Deserialize, TS)]
pub struct ShowGrantRules {
    #[ts(type = "string")]
    pub id: GrantId,
}

/// The rules as a form, and where its first words come from.
#[derive(Debug, Serialize, TS)]
pub struct GrantRulesShown {
    pub name: String,
    pub year_label: String,
    pub begun_from: BegunFrom,
    pub draft: GrantRulesDraft,
    /// How an amount may be settled.
    pub formulas: Vec<FormulaWord>,
    pub stages: Vec<StageWord>,
    /// What may be asked of a receipt.
    pub receipt_checks: Vec<ReceiptCheckWord>,
    /// What giving up the rules of this year would do; none where none are written.
    pub gives_way: Option<GivenUpRules>,
}

/// Where the form begins.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BegunFrom {
    /// What was written for this year.
    Written,
    /// What was written for the year before.
    LastYear,
    /// 市町村のひな形
    Profile,
    /// 一般的な順
    Common,
}

/// A check of a receipt and its words.
#[derive(Debug, Serialize, TS)]
pub struct ReceiptCheckWord {
    pub id: String,
    pub title: String,
}

impl ReceiptCheckWord {
    fn of(rule: &ReceiptRule) -> ReceiptCheckWord {
        ReceiptCheckWord { id: rule.id.clone(), title: rule.title.clone() }
    }
}

/// A formula and its words.
#[derive(Debug, Serialize, TS)]
pub struct FormulaWord {
    pub id: String,
    pub label: String,
}

impl Command for ShowGrantRules {
    const NAME: &'static str = "grants.rules";
    type Output = GrantRulesShown;
    fn run(self, desk: &Desk) -> Result<GrantRulesShown> {
        let found = desk.office()?.view(|view| Ok((store::find_grant(view, self.id)?, store::written(view)?)))?;
        let (Some(grant), written) = found else { return Err(Error::refused("grants.gone")) };
        let edition = desk.edition(grant.fiscal_year)?;
        let of_year = |year: FiscalYear| written.iter().find(|own| own.year == year && own.name == grant.name);
        let own = of_year(grant.fiscal_year).map(|own| (own, BegunFrom::Written));
        let last = of_year(grant.fiscal_year.previous()).map(|own| (own, BegunFrom::LastYear));
        let begun = own.or(last).map(|(own, from)| (own.rules.clone(), from));
        let below = edition.without_written(grant.fiscal_year, &grant.name);
        let (rules, begun_from) = begun.unwrap_or_else(|| first(&edition, &grant.name));
        let rules = rules.filled(below.grant_rules(&grant.name));
        let gives_way = match begun_from {
            BegunFrom::Written => GivenUpRules::of(desk, &edition, &grant)?,
            _ => None,
        };
        Ok(GrantRulesShown {
            gives_way,
            year_label: grant.fiscal_year.label(),
            formulas: formulas(&rules),
            receipt_checks: below.receipt_rules(&[Some(&grant.name)]).into_iter().map(ReceiptCheckWord::of).collect(),
            draft: GrantRulesDraft::of(&rules),
            stages: stage_words(),
            name: grant.name,
            begun_from,
        })
    }
}

/// What the profile says, where nobody has written anything yet.
fn first(edition: &Edition, name: &str) -> (WrittenRules, BegunFrom) {
    let rules = edition.grant_rules(name).cloned().unwrap_or_default();
    let from = if rules.from == RulesFrom::Common { BegunFrom::Common } else { BegunFrom::Profile };
    (WrittenRules::begun_from(&rules), from)
}

/// The formulas of no city, and the one that is in force.
fn formulas(rules: &WrittenRules) -> Vec<FormulaWord> {
    let mut all: Vec<FormulaWord> = general_settlements()
        .map(|formula| FormulaWord { id: formula.id.clone(), label: formula.title.clone() })
        .collect();
    if all.iter().all(|word| word.id != rules.settlement.formula) {
        let own = office::formula::settlement(&rules.settlement.formula);
        all.extend(own.map(|own| FormulaWord { id: own.id.clone(), label: own.title.clone() }));
    }
    all
}

/// Writes the rules of a grant down.
#[derive(Debug, Deserialize, TS)]
pub struct SetGrantRules {
    #[ts(type = "string")]
    pub id: GrantId,
    pub year: FiscalYear,
    pub draft: GrantRulesDraft,
}

impl Command for SetGrantRules {
    const NAME: &'static str = "grants.set_rules";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let rules = self.draft.parsed(self.year)?;
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::set_rules(tx, self.id, rules))?.into())
    }
}

/// Takes the rules that were written of a grant away.
#[derive(Debug, Deserialize, TS)]
pub struct GiveUpGrantRules {
    #[ts(type = "string")]
    pub id: GrantId,
}

impl Command for GiveUpGrantRules {
    const NAME: &'static str = "grants.give_up_rules";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::give_up_rules(tx, self.id))?.into())
    }
}
