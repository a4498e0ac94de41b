//! The formulas that were found, embedded: each with the place where it stands.

use std::sync::OnceLock;

use serde::Deserialize;

use super::Formula;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    formula: Vec<Formula>,
}

/// All formulas, in the order in which they are offered.
pub fn all() -> &'static [Formula] {
    static ALL: OnceLock<Vec<Formula>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = read(include_str!("../../../../assets/formulas/liaison.toml"));
        all.extend_from_slice(grants());
        all
    })
}

/// How much of a grant a council may ask for.
pub fn grants() -> &'static [Formula] {
    static ALL: OnceLock<Vec<Formula>> = OnceLock::new();
    ALL.get_or_init(|| read(include_str!("../../../../assets/formulas/grants.toml")))
}

/// How 確定額 of a grant is settled: what the rules of grants name.
pub fn settlements() -> &'static [Formula] {
    static ALL: OnceLock<Vec<Formula>> = OnceLock::new();
    ALL.get_or_init(|| read(include_str!("../../../../assets/formulas/settlements.toml")))
}

/// Those of no city: what a council's own rules may name.
pub fn general_settlements() -> impl Iterator<Item = &'static Formula> {
    settlements().iter().filter(|formula| formula.city.is_empty())
}

/// A formula by its id.
pub fn find(id: &str) -> Option<&'static Formula> {
    all().iter().find(|formula| formula.id == id)
}

/// The formula of a settlement by its id.
pub fn settlement(id: &str) -> Option<&'static Formula> {
    settlements().iter().find(|formula| formula.id == id)
}

fn read(text: &str) -> Vec<Formula> {
    toml::from_str::<File>(text).map(|file| file.formula).unwrap_or_default()
}
