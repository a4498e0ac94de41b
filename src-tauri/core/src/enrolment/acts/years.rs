//! Acts on a whole year: it is frozen, it gets a target, its payment is worked out by a formula.

use chrono::NaiveDate;

use crate::calendar::FiscalYear;
use crate::enrolment::{FrozenYear, OwnTarget, PaymentChoice, Snapshot, is_frozen, known, store};
use crate::fact::Facts;
use crate::file::Tx;
use crate::formula;
use crate::{Error, Result};

/// 基準日の控えをとる: freezes the counts and the facts of a year; `facts` are those of the whole year.
pub fn take_snapshot(tx: &Tx, year: FiscalYear, as_of_on: NaiveDate, facts: &Facts) -> Result<()> {
    let observed = known::observed(tx)?;
    if observed.snapshots.contains_key(&year) {
        return Err(Error::refused("enrolment.already_frozen").with("year", year.label()));
    }
    let observations = observed.live(year);
    if observations.iter().all(|o| o.counted().is_none()) {
        return Err(Error::refused("enrolment.nothing_to_freeze").with("year", year.label()));
    }
    let own = facts.iter().filter(|(name, _)| is_frozen(name)).map(|(name, fact)| (name.clone(), fact.clone()));
    let frozen = FrozenYear { basis: observed.basis(year), observations, facts: own.collect() };
    tx.say("year", year.label());
    let by = tx.by();
    let (taken_at, taken_by) = (by.at.clone(), by.operator.clone());
    store::insert_snapshot(tx, &Snapshot { fiscal_year: year, as_of_on, taken_at, taken_by, frozen })
}

/// 控えをやめる: the year is again what the records say.
pub fn drop_snapshot(tx: &Tx, year: FiscalYear) -> Result<()> {
    tx.say("year", year.label());
    let is_gone = store::delete_snapshot(tx, year)?;
    is_gone.then_some(()).ok_or_else(|| Error::refused("enrolment.not_frozen").with("year", year.label()))
}

/// 目標を決める: from a year on, until a later one; none takes the year's own target away.
pub fn set_target(tx: &Tx, year: FiscalYear, target: Option<(i64, String)>) -> Result<()> {
    tx.say("year", year.label());
    let Some((tenths, source)) = target else {
        store::delete_target(tx, year)?;
        return Ok(());
    };
    if !(1..=1000).contains(&tenths) {
        return Err(Error::refused("enrolment.target_unsound").with("field", "percent"));
    }
    store::put_target(tx, &OwnTarget { fiscal_year: year, tenths, source })
}

/// 交付金の算式を選ぶ
pub fn choose_payment(tx: &Tx, year: FiscalYear, choice: &PaymentChoice) -> Result<()> {
    let formula = formula::find(&choice.formula).ok_or_else(|| Error::refused("enrolment.no_such_formula"))?;
    tx.say("year", year.label());
    tx.say("formula", format!("{} {}", formula.city, formula.title));
    store::put_payment(tx, year, choice)
}
