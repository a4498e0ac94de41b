//! What the rules say of a piece while it is typed.

use office::FiscalYear;
use office::equipment::{Equipment, MoneySource, Restriction, restricted_by};
use office::grants::EquipmentRule;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::{EquipmentDraft, all_grants};
use super::{Advised, said};
use crate::command::Command;
use crate::{Desk, Error, Result};

/// A piece while it is typed; what cannot be read yet says nothing.
#[derive(Debug, Deserialize, TS)]
pub struct EquipmentEffect {
    pub year: FiscalYear,
    pub draft: EquipmentDraft,
}

/// What the rules say of it.
#[derive(Debug, Default, Serialize, TS)]
pub struct EquipmentSaid {
    pub notes: Vec<Advised>,
    /// The last day of 処分制限 as the rule has it, ready to be taken over; empty where none says one.
    pub until: String,
}

impl Command for EquipmentEffect {
    const NAME: &'static str = "equipment.effect";
    type Output = EquipmentSaid;
    fn run(self, desk: &Desk) -> Result<EquipmentSaid> {
        let (edition, grants) = (desk.edition(self.year)?, desk.office()?.view(all_grants)?);
        let Ok(item) = self.draft.parsed(self.year, &grants) else { return Ok(EquipmentSaid::default()) };
        let is_granted = item.source == MoneySource::Grant;
        let Some(rule) = edition.equipment_rule(is_granted.then_some(item.source_name.as_str())) else {
            return Ok(EquipmentSaid::default());
        };
        let until = restricted_by(rule, item.acquired_on, item.useful_years).filter(|_| is_granted);
        let own = is_granted && edition.grant_rules(&item.source_name).is_some_and(|rules| rules.equipment.is_some());
        let mut notes: Vec<Advised> = below(rule, &item).into_iter().collect();
        match until {
            Some(day) if item.restriction != Restriction::Until(day) => {
                let told = Error::refused("equipment.restricted_by_rule").with("until", paper::wareki::long(day));
                notes.push(said(told.with("source", &rule.source)));
            }
            None if is_granted && item.restriction == Restriction::Unknown => {
                notes.push(said(Error::refused("equipment.restriction_unknown")));
            }
            _ => {}
        }
        if !rule.is_verified && (own || item.price_yen.is_some()) {
            notes.push(said(Error::refused("equipment.rule_unverified").with("source", &rule.source)));
        }
        Ok(EquipmentSaid { notes, until: until.map(paper::wareki::short).unwrap_or_default() })
    }
}

/// One of them costs less than what 備品 begins with.
fn below(rule: &EquipmentRule, item: &Equipment) -> Option<Advised> {
    let (from, price) = (rule.from_yen?, item.price_yen?);
    let shown = paper::Value::Yen(from).shown(paper::Negative::White);
    let told = Error::refused("equipment.below_threshold").with("from", shown).with("source", &rule.source);
    (price.0 < from.checked_mul(item.quantity.max(1))?).then(|| said(told))
}
