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
    /// Held or to come, as its day tells.
    pub state: OccasionState,
    /// 参加者数 and how sure it is.
    pub participants: (Option<i64>, Certainty),
    /// 従事者数
    pub helpers: Option<i64>,
    /// この日を分ける: it is an occasion of its own from now on.
    pub is_apart: bool,
    /// The field of the day, for what is wrong with it.
    pub field: String,
}

/// Writes an occasion down with its other days. What announces it follows on all days that said the same; how a day went is said
/// of that day alone. A day on which an occasion of that name is there already becomes one of them. Days that are not named stay
/// as they are.
///
/// # Errors
/// What `checked` refuses of each of them; a day outside the year, one that is there twice, is a day of another record, or was
/// changed elsewhere.
pub fn save_days(tx: &Tx, occasion: &Occasion, is_new: bool, others: &[OtherDay]) -> Result<OccasionId> {
    let before = if is_new { None } else { store::find_occasion(tx, occasion.id)? };
    let known = before.as_ref().and_then(|before| before.series_id);
    let series_id = known.or_else(|| (!others.is_empty()).then(SeriesId::new));
    let now = Occasion { series_id, ..occasion.clone() };
    store::put_occasion(tx, &checked(tx, &now, is_new)?)?;
    for other in others {
        store::put_if_changed(tx, &write_day(tx, &now, before.as_ref(), other)?)?;
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
            let day = match other.is_apart {
                true => Occasion { series_id: None, ..stored.clone() },
                false => following(&stored, before.unwrap_or(now), now),
            };
            Some((day, stored))
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
            let helpers = if is_helped { other.helpers } else { stored.helpers };
            let to_on = other.on.checked_add_signed(length).unwrap_or(other.on);
            Occasion {
                from_on: other.on,
                to_on,
                state: as_counted(&stored, counted.0, helpers, other.state),
                participants: counted.0,
                participants_certainty: counted.1,
                helpers,
                announcement: day.announcement.until(to_on),
                ..day
            }
        }
    };
    checked(tx, &day, true).map_err(|error| error.with("field", &other.field))
}

/// A day that has passed and of which somebody now says who came was held.
fn as_counted(
    stored: &Occasion,
    participants: Option<i64>,
    helpers: Option<i64>,
    by_day: OccasionState,
) -> OccasionState {
    let is_news = (participants, helpers) != (stored.participants, stored.helpers);
    let is_counted = participants.is_some() || helpers.is_some();
    if stored.is_planned() && is_news && is_counted { by_day } else { stored.state }
}

/// A day of this occasion as it was seen.
fn own_day(tx: &Tx, now: &Occasion, id: OccasionId, version: i64) -> Result<Occasion> {
    let stored = found(tx, id)?;
    match stored.series_id {
        own if own.is_none() || own != now.series_id => Err(Error::refused("activities.no_such_occasion")),
        _ if stored.version != version => {
            Err(Error::refused("activities.changed_elsewhere")
                .with("name", format!("{} {}", stored.when(), stored.title)))
        }
        _ => Ok(stored),
    }
}

/// An occasion of that name that stands alone on that day, or is the only day left of its record; a day of another record is not
/// taken from it.
fn same_on(tx: &Tx, now: &Occasion, other: &OtherDay) -> Result<Option<Occasion>> {
    let key = search_key(&now.title);
    let all = store::occasions(tx, now.fiscal_year)?;
    let is_same = |o: &&Occasion| o.id != now.id && o.from_on == other.on && search_key(&o.title) == key;
    let has_others = |o: &Occasion| all.iter().any(|day| day.id != o.id && day.series_id == o.series_id);
    let is_alone = |o: &Occasion| o.series_id.is_none() || !has_others(o);
    let (alone, of_record): (Vec<_>, Vec<_>) = all.iter().filter(is_same).cloned().partition(is_alone);
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
        announcement: given.announcement.until(other.on),
        version: 1,
        ..given.clone()
    }
}

fn follow<T: PartialEq + Default + Clone>(own: &T, before: &T, now: &T) -> T {
    if own == before || *own == T::default() { now.clone() } else { own.clone() }
}

/// A day with what was changed on all of them: its name and what announces it. When, where and how it was held is its own.
fn following(own: &Occasion, before: &Occasion, now: &Occasion) -> Occasion {
    Occasion {
        activity_id: follow(&own.activity_id, &before.activity_id, &now.activity_id),
        series_id: now.series_id,
        title: follow(&own.title, &before.title, &now.title),
        target: follow(&own.target, &before.target, &now.target),
        notice: follow(&own.notice, &before.notice, &now.notice),
        announcement: announced(&own.announcement, &before.announcement, &now.announcement),
        ..own.clone()
    }
}

/// Each thing that is announced follows by itself; the words about the day and the last day to apply are its own.
fn announced(own: &Announcement, before: &Announcement, now: &Announcement) -> Announcement {
    Announcement {
        kana: follow(&own.kana, &before.kana, &now.kana),
        day_note: own.day_note.clone(),
        fee_yen: follow(&own.fee_yen, &before.fee_yen, &now.fee_yen),
        fee_note: follow(&own.fee_note, &before.fee_note, &now.fee_note),
        capacity: follow(&own.capacity, &before.capacity, &now.capacity),
        apply_by_on: own.apply_by_on,
        apply_by_at: own.apply_by_at,
        apply_how: follow(&own.apply_how, &before.apply_how, &now.apply_how),
        bring: follow(&own.bring, &before.bring, &now.bring),
        address: follow(&own.address, &before.address, &now.address),
        access: follow(&own.access, &before.access, &now.access),
        parking: follow(&own.parking, &before.parking, &now.parking),
        organiser: follow(&own.organiser, &before.organiser, &now.organiser),
        contact: follow(&own.contact, &before.contact, &now.contact),
        contact_phone: follow(&own.contact_phone, &before.contact_phone, &now.contact_phone),
        url: follow(&own.url, &before.url, &now.url),
    }
}

/// A day that stood alone, as a day of this record: where it says nothing, it says what a new one does.
fn joining(own: &Occasion, given: &Occasion) -> Occasion {
    let or = |own: &String, given: &String| if own.is_empty() { given.clone() } else { own.clone() };
    let has_time = own.begins_at.is_some() || own.ends_at.is_some();
    let timed = if has_time { own } else { given };
    let joined = following(own, given, given);
    let day_note = or(&own.announcement.day_note, &given.announcement.day_note);
    Occasion {
        begins_at: timed.begins_at,
        ends_at: timed.ends_at,
        place: or(&own.place, &given.place),
        content: or(&own.content, &given.content),
        reflection: or(&own.reflection, &given.reflection),
        effect: or(&own.effect, &given.effect),
        author: or(&own.author, &given.author),
        announcement: Announcement { day_note, ..joined.announcement },
        ..joined
    }
}
