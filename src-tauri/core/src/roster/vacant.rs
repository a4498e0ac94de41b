//! Offices of the council that nobody holds.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};

use super::{OrganisationId, OrganisationKind, Role, Tree, order};

/// Offices of the council that somebody left within a year before a day and that nobody holds on it, the highest first, each once.
pub fn vacant(tree: &Tree, roles: &[Role], on: NaiveDate) -> Vec<(OrganisationId, String)> {
    let is_council =
        |role: &&Role| tree.body(role.organisation_id).is_some_and(|body| body.kind == OrganisationKind::Council);
    let year_before = on.checked_sub_months(Months::new(12)).unwrap_or(on);
    let of_council: Vec<&Role> = roles.iter().filter(|role| role.is_office()).filter(is_council).collect();
    let held: BTreeSet<&str> =
        of_council.iter().filter(|role| role.is_held_on(on)).map(|role| role.title.as_str()).collect();
    let was_left = |role: &&&Role| role.to_on.is_some_and(|to| (year_before..on).contains(&to));
    let mut left: Vec<&Role> =
        of_council.iter().filter(was_left).filter(|role| !held.contains(role.title.as_str())).copied().collect();
    left.sort_by_key(|role| order::rank(&role.title));
    left.dedup_by(|a, b| a.title == b.title);
    left.into_iter().map(|role| (role.organisation_id, role.title.clone())).collect()
}
