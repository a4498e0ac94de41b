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
        let texts = [
            include_str!("../../../../assets/formulas/liaison.toml"),
            include_str!("../../../../assets/formulas/grants.toml"),
        ];
        texts.into_iter().flat_map(read).collect()
    })
}

/// How 確定額 of a grant is settled: what the rules of grants name.
pub fn settlements() -> &'static [Formula] {
    static ALL: OnceLock<Vec<Formula>> = OnceLock::new();
    ALL.get_or_init(|| read(include_str!("../../../../assets/formulas/settlements.toml")))
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
