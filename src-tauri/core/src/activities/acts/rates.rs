//! What the council reckons an hour of its helpers at.

use crate::activities::{OwnRate, VolunteerRateId, store};
use crate::file::Tx;
use crate::{Error, Result};

/// No hour of a volunteer is worth more; a slip of the finger is.
const DEAREST_HOUR: i64 = 10_000;

/// Writes a rate down: a new one, or one that is as it was seen.
pub fn save_rate(tx: &Tx, own: &OwnRate, is_new: bool) -> Result<VolunteerRateId> {
    let rate = &own.rate;
    if !(1..=DEAREST_HOUR).contains(&rate.yen_per_hour) {
        return Err(Error::refused("activities.rate_out_of_range").with("field", "yen_per_hour"));
    }
    if rate.source.trim().is_empty() {
        return Err(Error::refused("activities.rate_source_missing").with("field", "source"));
    }
    let known = store::own_rates(tx)?;
    if known.iter().any(|one| one.id != own.id && one.rate.from_on == rate.from_on) {
        return Err(Error::refused("activities.rate_day_taken").with("field", "from"));
    }
    if !is_new && !known.iter().any(|one| one.id == own.id && one.version == own.version) {
        return Err(Error::refused("activities.rate_changed_elsewhere"));
    }
    tell(tx, own);
    store::put_rate(tx, own)?;
    Ok(own.id)
}

/// Removes a rate.
pub fn remove_rate(tx: &Tx, id: VolunteerRateId) -> Result<()> {
    let gone = store::own_rates(tx)?.into_iter().find(|one| one.id == id);
    let gone = gone.ok_or_else(|| Error::refused("activities.rate_changed_elsewhere"))?;
    tell(tx, &gone);
    store::delete_rate(tx, id)
}

fn tell(tx: &Tx, own: &OwnRate) {
    tx.say("from", paper::wareki::long(own.rate.from_on));
    tx.say("yen", paper::Value::Yen(own.rate.yen_per_hour).shown(paper::Negative::White));
}
