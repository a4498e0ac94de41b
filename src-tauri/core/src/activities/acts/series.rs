//! One record on several days: what is written once holds for every day of it, while who came, who helped and whether it took
//! place is each day's own (`decisions/0021`).

use chrono::NaiveDate;

use super::{checked, found};
use crate::activities::{Announcement, Occasion, OccasionId, OccasionState, SeriesId, days_told, store};
use crate::enrolment::Certainty;
use crate::file::Tx;
use crate::text::search_key;
use crate::{Error, Result};

/// Another day of the same occasion.
#[derive(Debug, Clone)]
pub struct OtherDay {
    /// The occasion that it is already.
    pub id: Option<OccasionId>,
    /// Its version as it was seen.
    pub version: i64,
    /// The day.
    pub on: NaiveDate,
    /// Held or to come, where it is new.
    pub state: OccasionState,
    /// 参加者数 and how sure it is.
    pub participants: (Option<i64>, Certainty),
    /// 従事者数
    pub helpers: Option<i64>,
    /// The field of the day, for what is wrong with it.
    pub field: String,
}

/// Writes an occasion down with its other days. What announces it follows on all days that said the same; how a day went is said
/// of that day alone. A day on which an occasion of that name is there already becomes one of them. Days that are not named stay
/// as they are.
pub fn save_days(tx: &Tx, occasion: &Occasion, is_new: bool, others: &[OtherDay]) -> Result<OccasionId> {
    let before = if is_new { None } else { store::find_occasion(tx, occasion.id)? };
    let known = before.as_ref().and_then(|before| before.series_id);
    let series_id = known.or_else(|| (!others.is_empty()).then(SeriesId::new));
    let now = Occasion { series_id, ..occasion.clone() };
    store::put_occasion(tx, &checked(tx, &now, is_new)?)?;
    for other in others {
        let day = write_day(tx, &now, before.as_ref(), other)?;
        store::put_if_changed(tx, &day)?;
    }
    let all = store::days_of(tx, &now)?;
    let days: Vec<&Occasion> = all.iter().collect();
    if let Some(twice) = days.windows(2).find(|two| two[0].from_on == two[1].from_on) {
        let field =
            others.iter().find(|other| other.on == twice[0].from_on).map_or("from", |other| other.field.as_str());
        return Err(Error::refused("activities.day_twice").with("field", field).with("day", twice[0].when()));
    }
    tx.say("title", &now.title);
    tx.say("when", days_told(&days));
    Ok(now.id)
}

fn write_day(tx: &Tx, now: &Occasion, before: Option<&Occasion>, other: &OtherDay) -> Result<Occasion> {
    let outside = || Error::refused("activities.outside_year").with("year", now.fiscal_year.label());
    if !now.fiscal_year.contains(other.on) {
        return Err(outside().with("field", &other.field));
    }
    let new = |state| given(now, before.is_none(), state);
    let own = match other.id {
        Some(id) => {
            let stored = own_day(tx, now, id, other.version)?;
            Some((following(&stored, before.unwrap_or(now), now), stored))
        }
        None => same_on(tx, now, other)?.map(|stored| (joining(&stored, &new(stored.state)), stored)),
    };
    let is_counted = other.id.is_some() || other.participants.0.is_some();
    let day = match own {
        None => fresh(&new(other.state), other),
        Some((day, stored)) => {
            let length = stored.to_on - stored.from_on;
            let counted =
                if is_counted { other.participants } else { (stored.participants, stored.participants_certainty) };
            let is_helped = other.id.is_some() || other.helpers.is_some();
            let to_on = other.on.checked_add_signed(length).unwrap_or(other.on);
            Occasion {
                from_on: other.on,
                to_on,
                participants: counted.0,
                participants_certainty: counted.1,
                helpers: if is_helped { other.helpers } else { stored.helpers },
                announcement: before_day(&day.announcement, to_on),
                ..day
            }
        }
    };
    checked(tx, &day, true).map_err(|error| error.with("field", &other.field))
}

/// A day of this occasion as it was seen.
fn own_day(tx: &Tx, now: &Occasion, id: OccasionId, version: i64) -> Result<Occasion> {
    let stored = found(tx, id)?;
    match stored.series_id {
        own if own.is_none() || own != now.series_id => Err(Error::refused("activities.no_such_occasion")),
        _ if stored.version != version => {
            Err(Error::refused("activities.changed_elsewhere").with("name", stored.title))
        }
        _ => Ok(stored),
    }
}

/// An occasion of that name that stands alone on that day; a day of another record is not taken from it.
fn same_on(tx: &Tx, now: &Occasion, other: &OtherDay) -> Result<Option<Occasion>> {
    let key = search_key(&now.title);
    let is_same = |o: &Occasion| o.id != now.id && o.from_on == other.on && search_key(&o.title) == key;
    let (alone, of_record): (Vec<_>, Vec<_>) =
        store::occasions(tx, now.fiscal_year)?.into_iter().filter(is_same).partition(|o| o.series_id.is_none());
    let elsewhere = of_record.iter().find(|o| o.series_id != now.series_id);
    match (alone.into_iter().next(), elsewhere) {
        (None, Some(day)) => Err(Error::refused("activities.day_elsewhere")
            .with("field", &other.field)
            .with("day", day.when())
            .with("name", &day.title)),
        (alone, _) => Ok(alone),
    }
}

/// What a new day of a record is given. How it went is said of it only where it is first written together with days like it.
fn given(now: &Occasion, is_first: bool, state: OccasionState) -> Occasion {
    let said = String::new;
    match is_first && state == now.state {
        true => now.clone(),
        false => Occasion { content: said(), reflection: said(), effect: said(), ..now.clone() },
    }
}

fn fresh(given: &Occasion, other: &OtherDay) -> Occasion {
    let said = String::new;
    Occasion {
        id: OccasionId::new(),
        from_on: other.on,
        to_on: other.on,
        state: other.state,
        cancel_reason: said(),
        weather: said(),
        incident: said(),
        participants: other.participants.0,
        participants_certainty: other.participants.1,
        helpers: other.helpers,
        announcement: before_day(&given.announcement, other.on),
        version: 1,
        ..given.clone()
    }
}

/// Nobody applies for a day when it is over: a last day behind it is left out.
fn before_day(announcement: &Announcement, day: NaiveDate) -> Announcement {
    let apply_by_on = announcement.apply_by_on.filter(|last| *last <= day);
    let apply_by_at = announcement.apply_by_at.filter(|_| apply_by_on.is_some());
    Announcement { apply_by_on, apply_by_at, ..announcement.clone() }
}

fn follow<T: PartialEq + Default + Clone>(own: &T, before: &T, now: &T) -> T {
    if own == before || *own == T::default() { now.clone() } else { own.clone() }
}

/// A day with what was changed on all of them: its name and what announces it, but for its own last day to apply. When, where and
/// how it was held is its own.
fn following(own: &Occasion, before: &Occasion, now: &Occasion) -> Occasion {
    let [said, said_before, said_now] = [own, before, now].map(|o| o.announcement.without_last_day());
    let Announcement { apply_by_on, apply_by_at, .. } = own.announcement;
    Occasion {
        activity_id: follow(&own.activity_id, &before.activity_id, &now.activity_id),
        series_id: now.series_id,
        title: follow(&own.title, &before.title, &now.title),
        target: follow(&own.target, &before.target, &now.target),
        notice: follow(&own.notice, &before.notice, &now.notice),
        announcement: Announcement { apply_by_on, apply_by_at, ..follow(&said, &said_before, &said_now) },
        ..own.clone()
    }
}

/// A day that stood alone, as a day of this record: where it says nothing, it says what a new one does.
fn joining(own: &Occasion, given: &Occasion) -> Occasion {
    let or = |own: &String, given: &String| if own.is_empty() { given.clone() } else { own.clone() };
    let has_time = own.begins_at.is_some() || own.ends_at.is_some();
    let timed = if has_time { own } else { given };
    Occasion {
        begins_at: timed.begins_at,
        ends_at: timed.ends_at,
        place: or(&own.place, &given.place),
        content: or(&own.content, &given.content),
        reflection: or(&own.reflection, &given.reflection),
        effect: or(&own.effect, &given.effect),
        author: or(&own.author, &given.author),
        ..following(own, given, given)
    }
}
