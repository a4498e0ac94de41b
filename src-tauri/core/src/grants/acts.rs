//! What the secretary does with grants.

use chrono::NaiveDate;

use super::{AmountBasis, Grant, GrantStep, GrantStepId, Stage, StepState, WrittenRules, refund_entries, store};
use crate::accounts::acts::{NewEntry, record_entry};
use crate::accounts::{self, AccountItemId, Entry, EntryId, EntryKind, GrantId, PurseId};
use crate::attachments::{self, Owner};
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

/// 交付決定 as typed and parsed.
#[derive(Debug, Clone)]
pub struct NewDecision {
    /// 交付金の名前
    pub name: String,
    /// 決定した金額
    pub decided_yen: Yen,
    /// 決定の日付
    pub decided_on: NaiveDate,
    /// 文書番号
    pub number: String,
    /// True where what was typed of this decision before was wrong, and is written over.
    pub is_correction: bool,
}

/// Records the city's decision (交付決定). One that is there is written over only where it was typed wrongly: what the city
/// changes later is a step of its own, with its day.
pub fn record_decision(tx: &Tx, year: FiscalYear, new: &NewDecision) -> Result<GrantId> {
    let name = new.name.trim();
    if name.is_empty() {
        return Err(Error::refused("grants.name_missing").with("field", "name"));
    }
    if new.decided_yen.0 <= 0 || new.decided_yen.0 > LARGEST_YEN {
        return Err(Error::refused("grants.amount_out_of_range").with("field", "amount"));
    }
    let before = store::grants(tx, year)?.into_iter().find(|one| one.name == name).and_then(|one| one.decided_yen);
    if let Some(before) = before.filter(|_| !new.is_correction) {
        let decided = Error::refused("grants.decided_already").with("field", "name");
        return Err(decided.with("name", name).with("amount", told(before)));
    }
    tx.say("name", name);
    tx.say("amount", told(new.decided_yen));
    tx.say("before", before.map_or(String::new(), |before| format!("（前は {}円）", told(before))));
    let id = grant_named(tx, year, name)?;
    store::update_decision(tx, id, new.decided_yen, new.decided_on, new.number.trim())?;
    Ok(id)
}

/// An amount as sentences tell it.
fn told(amount: Yen) -> String {
    paper::Value::from(amount).shown(paper::Negative::White)
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
    /// Of a 交付申請 how its amount is worked out.
    pub basis: Option<AmountBasis>,
}

/// Records a step, or writes one anew.
pub fn record_step(tx: &Tx, new: &NewStep) -> Result<GrantStepId> {
    let grant = find_grant(tx, new.grant_id)?;
    if new.amount_yen.is_some_and(|amount| !(0..=LARGEST_YEN).contains(&amount.0)) {
        return Err(Error::refused("grants.step_amount_out_of_range").with("field", "amount"));
    }
    let before = new.id.map(|id| find_step(tx, id)).transpose()?;
    let said = (new.stage, new.state, new.happened_on, new.amount_yen);
    let is_as_booked = |step: &GrantStep| (step.stage, step.state, step.happened_on, step.amount_yen) == said;
    if before.as_ref().is_some_and(|step| step.entry_id.is_some() && !is_as_booked(step)) {
        return Err(Error::refused("grants.refund_booked"));
    }
    let worked = new.basis.as_ref().map(AmountBasis::worked).transpose()?;
    tx.say("name", &grant.name);
    tx.say("stage", new.stage.label());
    let step = GrantStep {
        id: new.id.unwrap_or_else(GrantStepId::new),
        grant_id: grant.id,
        stage: new.stage,
        state: new.state,
        happened_on: new.happened_on,
        number: new.number.trim().to_owned(),
        amount_yen: new.amount_yen.or(worked.map(|worked| worked.amount)),
        note: new.note.trim().to_owned(),
        entry_id: before.and_then(|step| step.entry_id),
        basis: new.basis.clone(),
        version: 1,
    };
    store::put_step(tx, &step)?;
    Ok(step.id)
}

/// Takes a step away that was recorded by mistake.
pub fn remove_step(tx: &Tx, id: GrantStepId) -> Result<()> {
    let step = find_step(tx, id)?;
    let grant = find_grant(tx, step.grant_id)?;
    if step.entry_id.is_some() {
        return Err(Error::refused("grants.refund_booked"));
    }
    for paper in attachments::of(tx, Owner::GrantStep, &id.to_string())? {
        attachments::detach(tx, paper.id)?;
    }
    tx.say("name", &grant.name);
    tx.say("stage", step.stage.label());
    store::delete_step(tx, id)
}

/// Records the expense by which a 返還 was paid, on the day of the step and of own funds: what goes back is no cost of a grant.
pub fn book_refund(
    tx: &Tx,
    id: GrantStepId,
    purse_id: Option<PurseId>,
    item_id: Option<AccountItemId>,
) -> Result<EntryId> {
    let (step, amount) = unbooked(tx, id)?;
    let grant = find_grant(tx, step.grant_id)?;
    let paid = Entry {
        item_id,
        description: format!("{}の返還", grant.name),
        ..Entry::new(EntryKind::Expense, step.happened_on, PurseId::new(), amount)
    };
    let new = NewEntry { purse_id, ..NewEntry::again(&paid) };
    let entry = record_entry(tx, FiscalYear::of(step.happened_on), &new)?;
    store::set_step_entry(tx, id, entry)?;
    tx.say("name", &grant.name);
    Ok(entry)
}

/// The expense that stands in the book already is the one by which a 返還 was paid: recorded from the bank, say.
pub fn tie_refund(tx: &Tx, id: GrantStepId, entry: EntryId) -> Result<()> {
    let (step, _) = unbooked(tx, id)?;
    let grant = find_grant(tx, step.grant_id)?;
    let found = refund_entries(tx, &step)?.into_iter().find(|one| one.id == entry);
    let found = found.ok_or_else(|| Error::refused("grants.refund_other_entry"))?;
    store::set_step_entry(tx, id, found.id)?;
    tx.say("name", &grant.name);
    tx.say("description", &found.description);
    Ok(())
}

/// A 返還 that was paid and is in no book yet, and its amount.
fn unbooked(tx: &Tx, id: GrantStepId) -> Result<(GrantStep, Yen)> {
    let step = find_step(tx, id)?;
    if step.entry_id.is_some() {
        return Err(Error::refused("grants.refund_booked"));
    }
    let is_paid = step.stage == Stage::Refund && step.state == StepState::Done;
    let amount = step.amount_yen.filter(|amount| is_paid && *amount > Yen(0));
    let amount = amount.ok_or_else(|| Error::refused("grants.refund_not_done"))?;
    Ok((step, amount))
}

/// A corrected 返還 was paid by the entry that stands for it, on its day and with its amount; no longer, where that is no expense.
pub fn follow_entry(tx: &Tx, from: EntryId, to: EntryId) -> Result<()> {
    let right = accounts::store::find_entry(tx, to)?.filter(|entry| entry.kind == EntryKind::Expense);
    store::move_step_entry(tx, from, right.as_ref())
}

/// A grant that is applied for: known by its name before the city has decided.
pub fn add_grant(tx: &Tx, year: FiscalYear, name: &str) -> Result<GrantId> {
    if name.trim().is_empty() {
        return Err(Error::refused("grants.name_missing").with("field", "name"));
    }
    tx.say("name", name.trim());
    grant_named(tx, year, name.trim())
}

/// Writes down what the city's rule says of a grant.
pub fn set_rules(tx: &Tx, id: GrantId, rules: WrittenRules) -> Result<()> {
    let grant = find_grant(tx, id)?;
    tx.say("name", &grant.name);
    store::put_rules(tx, id, &rules.checked(grant.fiscal_year)?)
}

/// Takes what was written of a grant for its year away: the rules of the profile hold again, or what is common.
pub fn give_up_rules(tx: &Tx, id: GrantId) -> Result<()> {
    let grant = find_grant(tx, id)?;
    if !store::delete_rules(tx, id)? {
        return Err(Error::refused("grants.rules_unwritten"));
    }
    tx.say("name", &grant.name);
    Ok(())
}

fn find_step(tx: &Tx, id: GrantStepId) -> Result<GrantStep> {
    store::find_step(tx, id)?.ok_or_else(|| Error::refused("grants.step_gone"))
}

fn find_grant(tx: &Tx, id: GrantId) -> Result<Grant> {
    store::find_grant(tx, id)?.ok_or_else(|| Error::refused("grants.gone"))
}
