//! An expense of which the rules of its grant let it pay only a part: what is above the cap is an entry of own funds.

use super::{NewEntry, record_entry};
use crate::Result;
use crate::accounts::{Eligibility, EntryId, store};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::money::Yen;

/// An expense with what its grant is to pay of it.
#[derive(Debug, Clone)]
pub struct Capped {
    /// The whole of it.
    pub new: NewEntry,
    /// What the grant pays; all of it where nothing is put aside.
    pub charged_yen: Yen,
    /// The sentence of the cap, as the reason why own funds bear the rest.
    pub why: String,
}

impl Capped {
    /// One entry, whoever pays it.
    pub fn whole(new: NewEntry) -> Capped {
        Capped { charged_yen: new.amount_yen, why: String::new(), new }
    }
}

/// Records it: what is above the cap is an entry of own funds with the same voucher, and says why. The entries with their
/// amounts, the grant's own last.
pub fn record_within_cap(tx: &Tx, year: FiscalYear, cost: &Capped) -> Result<Vec<(EntryId, Yen)>> {
    let Capped { new, charged_yen, why } = cost;
    let own_yen = new.amount_yen - *charged_yen;
    if own_yen <= Yen(0) {
        return Ok(vec![(record_entry(tx, year, new)?, new.amount_yen)]);
    }
    let voucher_no = Some(new.voucher_no.map_or_else(|| store::next_voucher_no(tx, year), Ok)?);
    let whole = NewEntry { voucher_no, ..new.clone() };
    let own = NewEntry {
        amount_yen: own_yen,
        grant_id: None,
        eligibility: Some(Eligibility::Ineligible),
        eligibility_reason: why.clone(),
        ruled: None,
        ..whole.clone()
    };
    let mut recorded = vec![(record_entry(tx, year, &own)?, own_yen)];
    if *charged_yen > Yen(0) {
        let charged = NewEntry { amount_yen: *charged_yen, ..whole };
        recorded.push((record_entry(tx, year, &charged)?, *charged_yen));
    }
    Ok(recorded)
}
