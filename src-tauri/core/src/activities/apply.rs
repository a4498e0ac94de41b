//! 事業実績の取り込みを書く: all of a plan in one operation, with the column meanings for the next time.

use rusqlite::Connection;

use super::import::{KnownActivities, KnownItem, OccasionDraft};
use super::{ActivityId, Occasion, acts, store};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::intake::columns::Kind;
use crate::intake::mapping;
use crate::intake::plan::{Counts, Decision, Difference, Plan, RowDecision, Verdict};
use crate::roster::{self, OrganisationKind};
use crate::{Error, Result};

/// What an import is compared with; `items` are those of the budget.
pub fn known(conn: &Connection, year: FiscalYear, items: Vec<KnownItem>) -> Result<KnownActivities> {
    let bodies = roster::store::organisations(conn)?.into_iter();
    let committees = bodies.filter(|body| body.kind == OrganisationKind::Committee).map(|body| (body.id, body.name));
    let (activities, occasions) = (store::activities(conn)?, store::occasions(conn, year)?);
    Ok(KnownActivities { activities, occasions, committees: committees.collect(), items })
}

/// Writes a plan with the user's decisions.
pub fn apply_import(tx: &Tx, plan: &Plan<OccasionDraft>, decisions: &[RowDecision]) -> Result<Counts> {
    for (row, decision) in plan.decided(decisions) {
        match (decision.map(|decision| decision.decision), row.verdict) {
            (Some(Decision::Skip | Decision::Same), _) | (None, Verdict::Same | Verdict::Skipped) => {}
            (None, Verdict::Changed) => change(tx, &row.draft, &row.changes)?,
            (Some(Decision::New), _) | (None, Verdict::New | Verdict::Unsure) => insert(tx, &row.draft)?,
        }
    }
    mapping::remember(tx, Kind::Activities, &plan.mappings)?;
    let counts = plan.counts();
    tx.say("new", counts.new);
    tx.say("changed", counts.changed);
    Ok(counts)
}

fn insert(tx: &Tx, draft: &OccasionDraft) -> Result<()> {
    let activity_id = acts::activity_named(tx, &draft.activity)?;
    give_committee(tx, activity_id, draft)?;
    store::put_occasion(tx, &Occasion { activity_id, ..draft.occasion() })
}

/// A blank of the file takes nothing away.
fn give_committee(tx: &Tx, activity_id: Option<ActivityId>, draft: &OccasionDraft) -> Result<()> {
    match activity_id {
        Some(id) if !draft.committee.is_empty() => acts::set_committee(tx, id, &draft.committee),
        _ => Ok(()),
    }
}

fn change(tx: &Tx, draft: &OccasionDraft, changes: &[Difference]) -> Result<()> {
    let stored = draft.known.map(|id| store::find_occasion(tx, id)).transpose()?.flatten();
    let stored = stored.ok_or_else(|| Error::refused("activities.no_such_occasion"))?;
    let changed = draft.onto(&stored, changes);
    let has_other_activity = changes.iter().any(|change| change.field == "activity");
    let activity_id = if has_other_activity { acts::activity_named(tx, &draft.activity)? } else { stored.activity_id };
    give_committee(tx, activity_id, draft)?;
    store::put_occasion(tx, &Occasion { activity_id, ..changed })
}
