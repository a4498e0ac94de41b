//! 公開する情報 of an occasion, as typed.

use chrono::{NaiveDate, TimeDelta};
use office::activities::{Announcement, Occasion};
use office::{FiscalYear, Yen, text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Error, Result, labels, typed};

/// What is said to others about an occasion, as typed.
#[derive(Debug, Default, Serialize, Deserialize, TS)]
pub struct AnnouncementDraft {
    pub kana: String,
    pub day_note: String,
    /// 500, 無料
    pub fee: String,
    pub fee_note: String,
    pub capacity: String,
    pub apply_by: String,
    pub apply_by_at: String,
    pub apply_how: String,
    pub bring: String,
    pub address: String,
    pub access: String,
    pub parking: String,
    pub organiser: String,
    pub contact: String,
    pub contact_phone: String,
    pub url: String,
}

/// How a fee of nothing is written.
const FREE: &str = "無料";
/// A last day that would lie further back than this was meant for the year of the occasion.
const EARLIEST: TimeDelta = TimeDelta::days(183);

impl AnnouncementDraft {
    /// The record as it is typed.
    pub(super) fn of(a: &Announcement) -> AnnouncementDraft {
        let fee = |yen: Yen| if yen == Yen(0) { FREE.to_owned() } else { yen.0.to_string() };
        AnnouncementDraft {
            kana: a.kana.clone(),
            day_note: a.day_note.clone(),
            fee: a.fee_yen.map(fee).unwrap_or_default(),
            fee_note: a.fee_note.clone(),
            capacity: a.capacity.map(|n| n.to_string()).unwrap_or_default(),
            apply_by: labels::long_day(a.apply_by_on),
            apply_by_at: labels::time(a.apply_by_at),
            apply_how: a.apply_how.clone(),
            bring: a.bring.clone(),
            address: a.address.clone(),
            access: a.access.clone(),
            parking: a.parking.clone(),
            organiser: a.organiser.clone(),
            contact: a.contact.clone(),
            contact_phone: a.contact_phone.clone(),
            url: a.url.clone(),
        }
    }

    /// What is said about this occasion.
    pub(super) fn parsed(self, of: &Occasion) -> Result<Announcement> {
        let words = |typed: String| typed.trim().to_owned();
        let apply_by_on = apply_by(&self.apply_by, of.fiscal_year, of.from_on, of.to_on)?;
        let apply_by_at = typed::time(&self.apply_by_at, "apply_by_at")?;
        if apply_by_on.is_none() && apply_by_at.is_some() {
            return Err(Error::refused("activities.apply_by_missing").with("field", "apply_by"));
        }
        Ok(Announcement {
            kana: typed::kana(&self.kana),
            day_note: words(self.day_note),
            fee_yen: fee(&self.fee)?,
            fee_note: words(self.fee_note),
            capacity: typed::count(&self.capacity, "capacity")?.0,
            apply_by_on,
            apply_by_at,
            apply_how: words(self.apply_how),
            bring: words(self.bring),
            address: words(self.address),
            access: words(self.access),
            parking: words(self.parking),
            organiser: words(self.organiser),
            contact: words(self.contact),
            contact_phone: typed::phone(&self.contact_phone),
            url: url(self.url.trim()),
        })
    }
}

/// A fee; nothing is paid for what is free, and nobody is paid for coming.
fn fee(typed: &str) -> Result<Option<Yen>> {
    if typed.trim() == FREE {
        return Ok(Some(Yen(0)));
    }
    let unreadable = || Error::refused("typed.yen_unreadable").with("field", "fee").with("typed", typed.trim());
    match typed::yen(typed, "fee")? {
        Some(Yen(less)) if less < 0 => Err(unreadable()),
        fee => Ok(fee),
    }
}

/// A page as it was copied; only where it was typed in wide letters are they made narrow.
fn url(typed: &str) -> String {
    if typed.starts_with("http") { typed.to_owned() } else { text::half_width(typed) }
}

/// The last day to apply; 3/25 before an occasion of 4/5 is a day of the fiscal year before.
fn apply_by(typed: &str, year: FiscalYear, from_on: NaiveDate, to_on: NaiveDate) -> Result<Option<NaiveDate>> {
    let before = typed::day_until(typed, to_on, "apply_by")?;
    if before.is_some_and(|day| day >= from_on - EARLIEST) {
        return Ok(before);
    }
    typed::day(typed, Some(year), "apply_by")
}
