//! 町丁ごとの世帯数の取り込みを書く

use std::collections::HashMap;

use rusqlite::Connection;

use crate::Result;
use crate::enrolment::ages::TownAges;
use crate::enrolment::store;
use crate::enrolment::town::{Town, TownCount, TownId, town_key};
use crate::enrolment::town_import::{StoredTowns, TownDraft};
use crate::file::Tx;
use crate::intake::columns::Kind;
use crate::intake::mapping;
use crate::intake::plan::{Counts, Decision, Plan, RowDecision, Verdict};

/// What an import of households is compared with.
pub fn stored_towns(conn: &Connection) -> Result<StoredTowns> {
    Ok(StoredTowns { towns: store::towns(conn)?, counts: store::town_counts(conn)?, ages: store::town_ages(conn)? })
}

/// Writes a plan with the user's decisions; `file` is named as the source of every count.
pub fn apply_towns(tx: &Tx, plan: &Plan<TownDraft>, decisions: &[RowDecision], file: &str) -> Result<Counts> {
    let stored = stored_towns(tx)?;
    let mut towns: HashMap<String, TownId> = stored.towns.iter().map(|town| (town_key(&town.name), town.id)).collect();
    for (row, decision) in plan.decided(decisions) {
        let is_left_out = decision.is_some_and(|d| d.decision == Decision::Skip) || row.verdict == Verdict::Same;
        if is_left_out {
            continue;
        }
        let draft = &row.draft;
        let town_id = match towns.get(&town_key(&draft.name)) {
            Some(id) => *id,
            None => {
                let town = Town { id: TownId::new(), name: draft.name.clone(), place: draft.place.clone() };
                store::put_town(tx, &town)?;
                towns.insert(town_key(&draft.name), town.id);
                town.id
            }
        };
        if let Some(ages) = &draft.ages {
            store::put_town_ages(tx, &TownAges { town_id, as_of_on: draft.as_of_on, ages: ages.clone() })?;
        }
        store::put_town_count(tx, &count(draft, town_id, &stored, format!("{file}「{}」", row.sheet)))?;
    }
    mapping::remember(tx, Kind::Households, &plan.mappings)?;
    let counts = plan.counts();
    tx.say("new", counts.new);
    tx.say("changed", counts.changed);
    Ok(counts)
}

/// The count to keep; what the file leaves open stays as it was.
fn count(draft: &TownDraft, town_id: TownId, stored: &StoredTowns, source: String) -> TownCount {
    let before = stored.counts.iter().find(|c| c.town_id == town_id && c.as_of_on == draft.as_of_on);
    TownCount {
        town_id,
        as_of_on: draft.as_of_on,
        households: draft.households.or_else(|| before?.households),
        persons: draft.persons.or_else(|| before?.persons),
        source,
    }
}
