//! 備品台帳の取り込みを書く

use super::import::PieceDraft;
use super::{Condition, Equipment, EquipmentId, MoneySource, Register, Restriction, acts, store};
use crate::Result;
use crate::file::Tx;
use crate::intake::columns::Kind;
use crate::intake::mapping;
use crate::intake::plan::{Counts, Decision, Plan, RowDecision, Verdict};

/// Writes a plan with the user's decisions; a piece without a number gets the next one.
pub fn apply_import(tx: &Tx, plan: &Plan<PieceDraft>, decisions: &[RowDecision]) -> Result<Counts> {
    let is_taken = |decision: Option<&RowDecision>| decision.is_none_or(|d| d.decision != Decision::Skip);
    let (numbered, bare): (Vec<_>, Vec<_>) = plan
        .decided(decisions)
        .filter(|(row, decision)| is_taken(*decision) && row.verdict != Verdict::Same)
        .partition(|(row, _)| !row.draft.number.is_empty());
    // What has a number keeps it: those without one get theirs afterwards.
    for (row, _) in numbered.into_iter().chain(bare) {
        let stored = row.draft.known.map(|id| store::find_item(tx, id)).transpose()?.flatten();
        let id = stored.as_ref().map(|item| item.id);
        let item = match stored {
            Some(item) => item,
            None => new_item(tx, &row.draft)?,
        };
        acts::save_item(tx, id, row.draft.onto(item))?;
    }
    mapping::remember(tx, Kind::Equipment, &plan.mappings)?;
    let counts = plan.counts();
    tx.say("new", counts.new);
    tx.say("changed", counts.changed);
    Ok(counts)
}

/// A piece of which the file says the rest. What a grant paid, or nobody knows who, is not free to go until somebody looked.
fn new_item(tx: &Tx, draft: &PieceDraft) -> Result<Equipment> {
    let number = if draft.number.is_empty() { Register::load(tx)?.next_number() } else { draft.number.clone() };
    let source = draft.source.as_ref().map_or(MoneySource::Unknown, |(source, _)| *source);
    let restriction = match source {
        MoneySource::Grant | MoneySource::Unknown => Restriction::Unknown,
        MoneySource::Own | MoneySource::Fund | MoneySource::Donation => Restriction::None,
    };
    let (name, model, kind, source_name, place, keeper, note) = Default::default();
    Ok(Equipment {
        id: EquipmentId::new(),
        number,
        name,
        model,
        kind,
        quantity: 1,
        price_yen: None,
        granted_yen: None,
        acquired_on: None,
        source,
        source_name,
        grant_id: None,
        entry_id: None,
        place,
        keeper,
        useful_years: None,
        restriction,
        condition: Condition::Good,
        note,
        disposal: None,
    })
}
