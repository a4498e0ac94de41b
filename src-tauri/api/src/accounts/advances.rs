//! 仮払: given, settled, and the list of those still open.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::NaiveDate;
use office::accounts::acts::{self, Capped, NewAdvance};
use office::accounts::{self, Advance, AdvanceId, EntryKind, FundId, PurseId, store};
use office::activities::ActivityId;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::EntryDraft;
use super::effect::Effect;
use super::reckoned::Reckoning;
use super::ruled::ruled_within_cap;
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result, typed};

/// What is no worry while an advance is settled: what somebody spent beyond it is paid to them then.
const BELOW_ZERO: [&str; 2] = ["accounts.purse_below_zero", "accounts.purse_short"];

/// The advances of a year.
#[derive(Debug, Deserialize, TS)]
pub struct ListAdvances {
    pub year: FiscalYear,
}

/// 仮払
#[derive(Debug, Serialize, TS)]
pub struct AdvanceRow {
    #[ts(type = "string")]
    pub id: AdvanceId,
    /// 会計 whose money it is: it pays costs of that one, and comes back there.
    #[ts(type = "string | null")]
    pub fund_id: Option<FundId>,
    pub holder: String,
    pub purpose: String,
    pub given_on: String,
    pub given_label: String,
    /// Empty without a day.
    pub due_label: String,
    pub settled_label: String,
    /// True when it is open and its day has gone by.
    pub is_overdue: bool,
    pub given_yen: Yen,
    pub paid_yen: Yen,
    /// おつり
    pub returned_yen: Yen,
    /// Still with the person; 0 once it is settled.
    pub open_yen: Yen,
}

impl Command for ListAdvances {
    const NAME: &'static str = "accounts.list_advances";
    type Output = Vec<AdvanceRow>;
    fn run(self, desk: &Desk) -> Result<Vec<AdvanceRow>> {
        let (advances, entries) = load(desk)?;
        let purses = desk.office()?.view(|view| store::purses(view))?;
        let fund = |advance: &Advance| purses.iter().find(|one| one.id == advance.purse_id)?.fund_id;
        let of_year = advances.iter().filter(|advance| advance.is_in(self.year, &entries));
        Ok(of_year.map(|advance| row(advance, fund(advance), &entries, desk.today())).collect())
    }
}

/// All advances with what was entered of them.
pub(crate) fn load(desk: &Desk) -> Result<(Vec<Advance>, Vec<accounts::Entry>)> {
    desk.office()?.view(|view| Ok((store::advances(view)?, store::advance_entries(view)?)))
}

fn find(advances: &[Advance], id: AdvanceId) -> Result<&Advance> {
    advances.iter().find(|one| one.id == id).ok_or_else(|| Error::refused("accounts.no_such_advance"))
}

fn row(advance: &Advance, fund_id: Option<FundId>, entries: &[accounts::Entry], today: NaiveDate) -> AdvanceRow {
    let label = |day: Option<NaiveDate>| day.map_or(String::new(), paper::wareki::short);
    let open_yen = advance.open_yen(entries);
    AdvanceRow {
        id: advance.id,
        fund_id,
        holder: advance.holder.clone(),
        purpose: advance.purpose.clone(),
        given_on: advance.given_on.to_string(),
        given_label: label(Some(advance.given_on)),
        due_label: label(advance.due_on),
        settled_label: label(advance.settled_on.filter(|_| open_yen == Yen(0))),
        is_overdue: open_yen != Yen(0) && advance.due_on.is_some_and(|due| due < today),
        given_yen: advance.given_yen(entries),
        paid_yen: advance.paid_yen(entries),
        returned_yen: advance.returned_yen(entries),
        open_yen,
    }
}

/// Gives an advance.
#[derive(Debug, Deserialize, TS)]
pub struct GiveAdvance {
    pub year: FiscalYear,
    pub holder: String,
    pub purpose: String,
    pub amount: String,
    #[ts(type = "string | null")]
    pub purse_id: Option<PurseId>,
    /// 渡した日
    pub on: String,
    /// 精算の期限
    pub due: String,
    #[ts(type = "string | null")]
    pub activity_id: Option<ActivityId>,
}

impl Command for GiveAdvance {
    const NAME: &'static str = "accounts.give_advance";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let missing = |code, field: &str| Error::refused(code).with("field", field);
        let given_on =
            typed::day(&self.on, Some(self.year), "on")?.ok_or_else(|| missing("typed.day_missing", "on"))?;
        let new = NewAdvance {
            amount_yen: typed::yen(&self.amount, "amount")?
                .ok_or_else(|| missing("accounts.amount_out_of_range", "amount"))?,
            given_on,
            due_on: typed::day_from(&self.due, given_on, "due")?,
            holder: self.holder,
            purpose: self.purpose,
            purse_id: self.purse_id,
            activity_id: self.activity_id,
        };
        let changed = desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::give_advance(tx, self.year, &new))?;
        Ok(with_value_of(changed, Written::of))
    }
}

/// Settles an advance with what was paid; the rest goes back into a purse, or what was lacking comes out of it. Days without
/// their year are read beside the day on which it was given.
#[derive(Debug, Deserialize, TS)]
pub struct SettleAdvance {
    #[ts(type = "string")]
    pub id: AdvanceId,
    /// 精算した日
    pub on: String,
    #[ts(type = "string | null")]
    pub purse_id: Option<PurseId>,
    pub costs: Vec<EntryDraft>,
}

impl Command for SettleAdvance {
    const NAME: &'static str = "accounts.settle_advance";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let missing = || Error::refused("typed.day_missing").with("field", "on");
        let given_on = find(&load(desk)?.0, self.id)?.given_on;
        let on = typed::day_from(&self.on, given_on, "on")?.ok_or_else(missing)?;
        let parse = |(row, cost): (usize, &EntryDraft)| {
            let typed = || -> Result<Capped> {
                let day = cost.parsed_until(on, desk.today())?.entered_on;
                let cost = of_its_year(desk, cost, FiscalYear::of(day))?;
                ruled_within_cap(desk, FiscalYear::of(day), cost.parsed_until(on, desk.today())?, &cost)
            };
            typed().map_err(|error| {
                let field = error.params.get("field").cloned().unwrap_or_default();
                error.with("field", format!("{row}.{field}"))
            })
        };
        let costs = self.costs.iter().enumerate().map(parse).collect::<Result<Vec<_>>>()?;
        let settle = |tx: &office::file::Tx| acts::settle_advance(tx, self.id, on, &costs, self.purse_id);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, settle)?.into())
    }
}

/// What a settlement would do, while it is typed; what cannot be read yet does nothing.
#[derive(Debug, Deserialize, TS)]
pub struct SettlementEffect {
    #[ts(type = "string")]
    pub id: AdvanceId,
    /// 精算した日
    pub on: String,
    pub costs: Vec<EntryDraft>,
}

/// What was paid, and what is left; below 0 is what was lacking.
#[derive(Debug, Serialize, TS)]
pub struct Settlement {
    pub open_yen: Yen,
    pub paid_yen: Yen,
    pub left_yen: Yen,
    /// What each cost would do, after those before it.
    pub costs: Vec<Effect>,
}

impl Command for SettlementEffect {
    const NAME: &'static str = "accounts.settlement_effect";
    type Output = Settlement;
    fn run(self, desk: &Desk) -> Result<Settlement> {
        let (advances, entries) = load(desk)?;
        let advance = find(&advances, self.id)?;
        let open_yen = advance.open_yen(&entries);
        let on = typed::day_from(&self.on, advance.given_on, "on").ok().flatten().unwrap_or_else(|| desk.today());
        let costs = effects(desk, advance, on, &self.costs)?;
        let paid_yen: Yen = costs.iter().filter_map(|cost| cost.amount_yen).sum();
        Ok(Settlement { open_yen, paid_yen, left_yen: open_yen - paid_yen, costs })
    }
}

/// Each cost stands in the year of its own day; what the person holds is told by what is left of all.
fn effects(desk: &Desk, advance: &Advance, until: NaiveDate, costs: &[EntryDraft]) -> Result<Vec<Effect>> {
    let mut years: BTreeMap<FiscalYear, Reckoning> = BTreeMap::new();
    let mut effects = Vec::new();
    for cost in costs {
        let day = cost.parsed_day(until, desk.today()).ok().flatten();
        let year = FiscalYear::of(day.unwrap_or(until));
        let on = day.map_or_else(|| cost.on.clone(), |day| day.to_string());
        let purse_id = Some(advance.purse_id);
        let cost = of_its_year(desk, cost, year)?;
        let cost = EntryDraft { on, kind: EntryKind::Expense, purse_id, is_out_of_year: false, ..cost };
        let reckoning = match years.entry(year) {
            Entry::Occupied(found) => found.into_mut(),
            Entry::Vacant(free) => free.insert(Reckoning::load(desk, year)?),
        };
        let mut effect = reckoning.effect(&cost)?;
        effect.purses.clear();
        effect.warnings.retain(|warning| !BELOW_ZERO.contains(&warning.code.as_str()));
        reckoning.add(&cost, &effect);
        effects.push(effect);
    }
    Ok(effects)
}

/// A cost as it is charged in the year of its day: to the grant of the name that was chosen. The page offers those of the year in
/// which the advance is settled, and a cost of March belongs to the year before.
fn of_its_year(desk: &Desk, cost: &EntryDraft, year: FiscalYear) -> Result<EntryDraft> {
    let Some(chosen) = cost.grant_id else { return Ok(cost.clone()) };
    let same = desk.office()?.view(|view| office::grants::store::grant_in(view, chosen, year))?;
    Ok(EntryDraft { grant_id: same.or(Some(chosen)), ..cost.clone() })
}
