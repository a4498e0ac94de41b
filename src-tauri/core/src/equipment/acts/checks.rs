//! 現品照合

use chrono::NaiveDate;

use super::{held, refused};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::equipment::{CheckResult, Equipment, EquipmentCheck, EquipmentCheckId, EquipmentId, Found, Register, store};
use crate::file::Tx;

/// What somebody says who has looked.
#[derive(Debug, Clone)]
pub struct Look {
    /// What was found, or that it is lent.
    pub result: CheckResult,
    /// How many were there, where they were counted.
    pub count: Option<i64>,
    /// 照合日
    pub on: NaiveDate,
    /// 照合した人
    pub by: String,
    /// メモ
    pub note: String,
}

/// Writes down what was found of a piece in the year; a second look stands for the first.
pub fn check(tx: &Tx, year: FiscalYear, id: EquipmentId, look: &Look) -> Result<()> {
    let item = held(tx, id)?;
    if look.by.trim().is_empty() {
        return Err(refused("equipment.checked_by_missing", "by"));
    }
    let register = Register::load(tx)?;
    let away = register.away_on(id, look.on);
    let before = register.check_of(id, year).map(|check| check.found);
    let found =
        if look.result == CheckResult::Lent { lent(&item, away, before) } else { seen(&item, away, look, before) }?;
    store::put_check(
        tx,
        &EquipmentCheck {
            id: EquipmentCheckId::new(),
            equipment_id: id,
            fiscal_year: year,
            checked_on: look.on,
            checked_by: look.by.trim().to_owned(),
            found,
            note: look.note.trim().to_owned(),
        },
    )?;
    tx.say("name", item.label());
    tx.say("result", found.label());
    Ok(())
}

/// The loan was looked at; what was seen of the rest stays.
fn lent(item: &Equipment, away: i64, before: Option<Found>) -> Result<Found> {
    if away == 0 {
        return Err(refused("equipment.not_lent", "on").with("name", item.label()));
    }
    let all = Some(item.quantity);
    let nothing_seen = Found { result: CheckResult::Lent, quantity: all, away, seen: None, is_loan_checked: true };
    let seen_before = before.filter(|found| found.result != CheckResult::Lent && away < item.quantity);
    let Some(rest) = seen_before else { return Ok(nothing_seen) };
    let counted = still_seen(rest, item, away);
    let result = if counted == Some(0) { CheckResult::Missing } else { rest.result };
    Ok(Found { result, seen: counted.filter(|count| *count > 0), ..nothing_seen })
}

/// How many were there, where some were missed: what was not found before is still not found, however many are lent by now.
fn still_seen(before: Found, item: &Equipment, away: i64) -> Option<i64> {
    let missing = before.missing(item.quantity);
    (missing > 0).then(|| (item.quantity - away - missing).max(0))
}

/// So many were there. What is seen here is not away, whatever the loans say; where all are said to be away, all are meant.
fn seen(item: &Equipment, away: i64, look: &Look, before: Option<Found>) -> Result<Found> {
    // What is damaged was counted before, if only some of it was there; what was nowhere is there again.
    let some_before = before.filter(|found| look.result == CheckResult::Damaged && found.seen.is_some());
    let counted = look.count.or(some_before.and_then(|found| still_seen(found, item, away)));
    if counted.is_some_and(|count| count > item.quantity) {
        let told = refused("equipment.counted_too_many", "count").with("quantity", item.quantity);
        return Err(told.with("name", item.label()));
    }
    if counted == Some(0) && away == item.quantity {
        return lent(item, away, None);
    }
    let result = if counted == Some(0) { CheckResult::Missing } else { look.result };
    let away = match counted {
        None if away == item.quantity => 0,
        None => away,
        Some(count) => away.min(item.quantity - count),
    };
    Ok(Found {
        result,
        quantity: Some(item.quantity),
        away,
        seen: counted.filter(|count| *count > 0 && *count < item.quantity - away),
        is_loan_checked: before.is_some_and(|found| found.is_loan_checked && found.away == away),
    })
}
