//! What the secretary does with grants.

use chrono::NaiveDate;

use super::{Grant, GrantStep, GrantStepId, Stage, StepState, store};
use crate::accounts::acts::{NewEntry, record_entry};
use crate::accounts::{self, Eligibility, EntryId, GrantId};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::money::{LARGEST_YEN, Yen};
use crate::{Error, Result};

/// The grant of that name in a year; made, undecided, when there is none.
pub fn grant_named(tx: &Tx, year: FiscalYear, name: &str) -> Result<GrantId> {
    match store::grants(tx, year)?.into_iter().find(|g| g.name == name) {
        Some(grant) => Ok(grant.id),
        None => store::insert_grant(tx, year, name),
    }
}

/// Records the city's decision (交付決定).
pub fn record_decision(
    tx: &Tx,
    year: FiscalYear,
    name: &str,
    decided: Yen,
    on: NaiveDate,
    number: &str,
) -> Result<GrantId> {
    if name.trim().is_empty() {
        return Err(Error::refused("grants.name_missing").with("field", "name"));
    }
    if decided.0 <= 0 || decided.0 > LARGEST_YEN {
        return Err(Error::refused("grants.amount_out_of_range").with("field", "amount"));
    }
    tx.say("name", name.trim());
    tx.say("amount", paper::Value::from(decided).shown(paper::Negative::White));
    let id = grant_named(tx, year, name.trim())?;
    store::update_decision(tx, id, decided, on, number.trim())?;
    Ok(id)
}

/// A step of a grant as typed and parsed.
#[derive(Debug, Clone)]
pub struct NewStep {
    /// The step that is written anew; none adds one.
    pub id: Option<GrantStepId>,
    /// 交付金
    pub grant_id: GrantId,
    /// 段階
    pub stage: Stage,
    /// 準備中, 提出した, 済み
    pub state: StepState,
    /// 日付
    pub happened_on: NaiveDate,
    /// 文書番号
    pub number: String,
    /// 円
    pub amount_yen: Option<Yen>,
    /// メモ
    pub note: String,
}

/// Records a step, or writes one anew.
pub fn record_step(tx: &Tx, new: &NewStep) -> Result<GrantStepId> {
    let grant = find_grant(tx, new.grant_id)?;
    if new.amount_yen.is_some_and(|amount| !(0..=LARGEST_YEN).contains(&amount.0)) {
        return Err(Error::refused("grants.step_amount_out_of_range").with("field", "amount"));
    }
    if new.id.map(|id| store::find_step(tx, id)).transpose()?.is_some_and(|step| step.is_none()) {
        return Err(Error::refused("grants.step_gone"));
    }
    tx.say("name", &grant.name);
    tx.say("stage", new.stage.label());
    let step = GrantStep {
        id: new.id.unwrap_or_else(GrantStepId::new),
        grant_id: grant.id,
        stage: new.stage,
        state: new.state,
        happened_on: new.happened_on,
        number: new.number.trim().to_owned(),
        amount_yen: new.amount_yen,
        note: new.note.trim().to_owned(),
        version: 1,
    };
    store::put_step(tx, &step)?;
    Ok(step.id)
}

/// Takes a step away that was recorded by mistake.
pub fn remove_step(tx: &Tx, id: GrantStepId) -> Result<()> {
    let step = store::find_step(tx, id)?.ok_or_else(|| Error::refused("grants.step_gone"))?;
    let grant = find_grant(tx, step.grant_id)?;
    tx.say("name", &grant.name);
    tx.say("stage", step.stage.label());
    store::delete_step(tx, id)
}

/// A grant that is applied for: known by its name before the city has decided.
pub fn add_grant(tx: &Tx, year: FiscalYear, name: &str) -> Result<GrantId> {
    if name.trim().is_empty() {
        return Err(Error::refused("grants.name_missing").with("field", "name"));
    }
    tx.say("name", name.trim());
    grant_named(tx, year, name.trim())
}

/// Records an expense of which the rules let the grant pay only a part: what is above it is an entry of own funds with the
/// same voucher, and says why. The entries with their amounts, the grant's own last.
pub fn record_within_cap(
    tx: &Tx,
    year: FiscalYear,
    new: &NewEntry,
    charged: Yen,
    why: &str,
) -> Result<Vec<(EntryId, Yen)>> {
    let own_yen = new.amount_yen - charged;
    if own_yen <= Yen(0) {
        return Ok(vec![(record_entry(tx, year, new)?, new.amount_yen)]);
    }
    let voucher_no = Some(new.voucher_no.map_or_else(|| accounts::store::next_voucher_no(tx, year), Ok)?);
    let whole = NewEntry { voucher_no, ..new.clone() };
    let own = NewEntry {
        amount_yen: own_yen,
        grant_id: None,
        eligibility: Some(Eligibility::Ineligible),
        eligibility_reason: why.to_owned(),
        ruled: None,
        ..whole.clone()
    };
    let mut recorded = vec![(record_entry(tx, year, &own)?, own_yen)];
    if charged > Yen(0) {
        recorded.push((record_entry(tx, year, &NewEntry { amount_yen: charged, ..whole })?, charged));
    }
    Ok(recorded)
}

fn find_grant(tx: &Tx, id: GrantId) -> Result<Grant> {
    store::find_grant(tx, id)?.ok_or_else(|| Error::refused("grants.gone"))
}
