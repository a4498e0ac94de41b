//! 仮払: given, and settled with what was paid and what is left, each in one act.

use chrono::NaiveDate;

use super::{Capped, NewEntry, record_entry, record_within_cap};
use crate::accounts::{Advance, AdvanceId, EntryKind, Purse, PurseId, PurseKind, store};
use crate::activities::ActivityId;
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::money::Yen;
use crate::{Error, Result};

/// An advance that is to be given.
#[derive(Debug, Clone)]
pub struct NewAdvance {
    /// 受け取る人
    pub holder: String,
    /// 使いみち
    pub purpose: String,
    /// 円
    pub amount_yen: Yen,
    /// The purse it comes from.
    pub purse_id: Option<PurseId>,
    /// 渡した日
    pub given_on: NaiveDate,
    /// 精算の期限
    pub due_on: Option<NaiveDate>,
    /// 事業
    pub activity_id: Option<ActivityId>,
}

/// Gives an advance: a purse that the person holds, and the transfer into it.
pub fn give_advance(tx: &Tx, year: FiscalYear, new: &NewAdvance) -> Result<AdvanceId> {
    let refused = |code, field: &str| Error::refused(code).with("field", field);
    let (holder, purpose) = (new.holder.trim(), new.purpose.trim());
    if holder.is_empty() {
        return Err(refused("accounts.holder_missing", "holder"));
    }
    if purpose.is_empty() {
        return Err(refused("accounts.description_missing", "purpose"));
    }
    if new.due_on.is_some_and(|due| due < new.given_on) {
        return Err(refused("accounts.due_before_given", "due"));
    }
    // The purse that an advance brings is none of a closed year's.
    if store::closed_year(tx, year)?.is_some() {
        return Err(Error::refused("accounts.year_closed"));
    }
    let (purses, from) = (store::purses(tx)?, of_council(tx, new.purse_id)?);
    let from = purses.iter().find(|one| one.id == from);
    let from = from.ok_or_else(|| refused("accounts.purse_missing", "purse_id"))?;
    let own = Purse::new(&name_of(&format!("仮払 {holder}（{purpose}）"), &purses), PurseKind::Advance);
    let purse_id = store::insert_purse(tx, &Purse { fund_id: from.fund_id, committee_id: from.committee_id, ..own })?;
    let advance = Advance {
        id: AdvanceId::new(),
        purse_id,
        holder: holder.to_owned(),
        purpose: purpose.to_owned(),
        activity_id: new.activity_id,
        given_on: new.given_on,
        due_on: new.due_on,
        settled_on: None,
    };
    store::insert_advance(tx, &advance)?;
    record_entry(tx, year, &moved(&advance, new.given_on, from.id, purse_id, new.amount_yen, "仮払"))?;
    tx.say("holder", holder);
    Ok(advance.id)
}

/// Settles an advance: what was paid out of it, and the rest back into `purse`; what was lacking comes out of `purse`. Each
/// entry stands in the year of its own day, so that an advance can be settled after 3月31日 with costs from before.
/// A refusal of a cost names its row, `0.amount`.
pub fn settle_advance(tx: &Tx, id: AdvanceId, on: NaiveDate, costs: &[Capped], purse: Option<PurseId>) -> Result<()> {
    let advance = store::advances(tx)?.into_iter().find(|one| one.id == id);
    let advance = advance.ok_or_else(|| Error::refused("accounts.no_such_advance"))?;
    let open = advance.open_yen(&store::advance_entries(tx)?);
    if open == Yen(0) {
        return Err(Error::refused("accounts.advance_settled").with("holder", advance.holder));
    }
    if on < advance.given_on {
        return Err(Error::refused("accounts.settled_before_given").with("field", "on"));
    }
    let year = FiscalYear::of(on);
    let rest = open - costs.iter().map(|cost| cost.new.amount_yen).sum();
    let (own, other) = (advance.purse_id, if rest == Yen(0) { None } else { Some(of_council(tx, purse)?) });
    if let Some(other) = other.filter(|_| rest < Yen(0)) {
        record_entry(tx, year, &moved(&advance, on, other, own, -rest, "仮払の不足"))?;
    }
    for (row, cost) in costs.iter().enumerate() {
        let new = NewEntry {
            kind: EntryKind::Expense,
            purse_id: Some(own),
            activity_id: cost.new.activity_id.or(advance.activity_id),
            is_out_of_year: false,
            ..cost.new.clone()
        };
        record_cost(tx, &Capped { new, ..cost.clone() }).map_err(|error| in_row(error, row))?;
    }
    if let Some(other) = other.filter(|_| rest > Yen(0)) {
        record_entry(tx, year, &moved(&advance, on, own, other, rest, "仮払の残り"))?;
    }
    carry(tx, &advance, year)?;
    store::settle_advance(tx, id, on)?;
    tx.say("holder", &advance.holder);
    tx.say("amount", paper::Value::Yen(open.0).shown(paper::Negative::White));
    Ok(())
}

/// What was paid out of an advance, in the year of its day.
fn record_cost(tx: &Tx, cost: &Capped) -> Result<()> {
    let year = FiscalYear::of(cost.new.entered_on);
    if store::closed_year(tx, year)?.is_some() {
        let closed = Error::refused("accounts.cost_in_closed_year").with("field", "on");
        return Err(closed.with("year", year.label()));
    }
    record_within_cap(tx, year, cost).map(drop)
}

/// Lets each later year begin with what the person still held, up to the one in which it was settled.
fn carry(tx: &Tx, advance: &Advance, last: FiscalYear) -> Result<()> {
    let entries = store::advance_entries(tx)?;
    for year in (FiscalYear::of(advance.given_on).0 + 1..=last.0).map(FiscalYear) {
        let (held, begun) = (advance.carried_into(year, &entries), store::openings(tx, year)?);
        let said = begun.iter().find(|opening| opening.purse_id == advance.purse_id).map(|opening| opening.amount_yen);
        if said.unwrap_or_default() != held {
            store::put_opening(tx, advance.purse_id, year, held)?;
        }
    }
    Ok(())
}

/// A purse that is not itself an advance.
fn of_council(tx: &Tx, purse: Option<PurseId>) -> Result<PurseId> {
    let is_own = store::purses(tx)?.iter().any(|one| Some(one.id) == purse && one.kind != PurseKind::Advance);
    purse.filter(|_| is_own).ok_or_else(|| Error::refused("accounts.purse_missing").with("field", "purse_id"))
}

/// The refusal with the row it belongs to.
fn in_row(error: Error, row: usize) -> Error {
    let field = error.params.get("field").cloned().unwrap_or_default();
    error.with("field", format!("{row}.{field}"))
}

fn moved(advance: &Advance, on: NaiveDate, from: PurseId, to: PurseId, amount: Yen, what: &str) -> NewEntry {
    NewEntry {
        kind: EntryKind::Transfer,
        entered_on: on,
        purse_id: Some(from),
        to_purse_id: Some(to),
        item_id: None,
        to_item_id: None,
        description: format!("{what}　{}", advance.purpose),
        counterparty: advance.holder.clone(),
        amount_yen: amount,
        voucher_no: None,
        grant_id: None,
        eligibility: None,
        eligibility_reason: String::new(),
        ruled: None,
        has_receipt: false,
        activity_id: advance.activity_id,
        occasion_id: None,
        committee_id: None,
        heads: None,
        reimbursed_to: String::new(),
        is_out_of_year: false,
    }
}

/// The name, with a number where another purse has it already.
fn name_of(name: &str, purses: &[Purse]) -> String {
    let is_free = |name: &String| purses.iter().all(|purse| purse.name != *name);
    let numbered = (2..).map(|number| format!("{name}{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
}
