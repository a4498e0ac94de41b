//! 交付金: the year's grants with their working, and the city's decision.

use office::accounts::{Books, GrantId};
use office::formula::Step;
use office::grants::{Grant, GrantFigures, RuleNote, acts, store};
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, labels, typed};

/// The grants of a year.
#[derive(Debug, Deserialize, TS)]
pub struct ListGrants {
    pub year: FiscalYear,
}

/// The grants of a year.
#[derive(Debug, Serialize, TS)]
pub struct Grants {
    pub grants: Vec<GrantRow>,
    /// Names that the city's profile knows, for recording a decision.
    pub known: Vec<String>,
}

/// One grant with its figures, the working and the city's rules.
#[derive(Debug, Serialize, TS)]
pub struct GrantRow {
    #[ts(type = "string")]
    pub id: GrantId,
    pub name: String,
    pub decided_yen: Option<Yen>,
    pub decided_label: String,
    pub decision_no: String,
    pub received_yen: Yen,
    pub allocated_yen: Yen,
    pub eligible_yen: Yen,
    pub left_yen: Option<Yen>,
    pub excess_yen: Yen,
    pub refund_yen: Yen,
    pub steps: Vec<Step>,
    pub rules: Vec<RuleNote>,
}

impl Command for ListGrants {
    const NAME: &'static str = "grants.list";
    type Output = Grants;
    fn run(self, desk: &Desk) -> Result<Grants> {
        let edition = desk.edition(self.year)?;
        let (awards, books) =
            desk.office()?.view(|view| Ok((store::grants(view, self.year)?, Books::load(view, self.year)?)))?;
        let rules = |g: &Grant| edition.grant_rules(&g.name).map_or(Vec::new(), |r| r.notes.clone());
        let grants = awards.iter().map(|g| row(g, &GrantFigures::of(g, &books), rules(g))).collect();
        Ok(Grants { grants, known: edition.grants.iter().map(|r| r.name.clone()).collect() })
    }
}

fn row(grant: &Grant, figures: &GrantFigures, rules: Vec<RuleNote>) -> GrantRow {
    GrantRow {
        id: grant.id,
        name: grant.name.clone(),
        decided_yen: grant.decided_yen,
        decided_label: labels::long_day(grant.decided_on),
        decision_no: grant.decision_no.clone(),
        received_yen: figures.received_yen,
        allocated_yen: figures.allocated_yen,
        eligible_yen: figures.eligible_yen,
        left_yen: grant.decided_yen.map(|decided| decided - figures.allocated_yen),
        excess_yen: figures.excess_yen(),
        refund_yen: figures.refund_yen(),
        steps: figures.steps(),
        rules,
    }
}

/// The city's decision (交付決定) as typed.
#[derive(Debug, Deserialize, TS)]
pub struct RecordDecision {
    pub name: String,
    pub year: FiscalYear,
    pub amount: String,
    pub on: String,
    pub number: String,
}

impl Command for RecordDecision {
    const NAME: &'static str = "grants.record_decision";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let amount = typed::yen(&self.amount, "amount")?;
        let amount = amount.ok_or_else(|| Error::refused("grants.amount_out_of_range").with("field", "amount"))?;
        let on = typed::day(&self.on, Some(self.year), "on")?;
        let on = on.ok_or_else(|| Error::refused("typed.day_missing").with("field", "on"))?;
        let record = |tx: &office::file::Tx| {
            acts::record_decision(tx, self.year, &self.name, amount, on, &self.number).map(drop)
        };
        Ok(desk.office()?.change(&desk.by(), Self::NAME, record)?.into())
    }
}
