//! Who was there: marked one by one with a finger, counted by age, and put into the record.

use super::arranging::found;
use crate::activities::{AgeCount, Attendance, AttendanceId, Occasion, OccasionId, Part, store};
use crate::enrolment::Certainty;
use crate::file::Tx;
use crate::roster::{self, PersonId};
use crate::{Error, Result};

/// The longest that a helper can have worked on one occasion: two weeks, day and night.
const LONGEST_MINUTES: i64 = 14 * 24 * 60;

/// Somebody: of the roster, or by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Somebody of the roster.
    Person(PersonId),
    /// Somebody else, as written.
    Named(String),
}

/// Says as what somebody was there; `None` that they were not. Somebody of the roster is there once.
pub fn attend(tx: &Tx, occasion: OccasionId, who: &Who, part: Option<Part>) -> Result<()> {
    let record = found(tx, occasion)?;
    let (person_id, name) = match who {
        Who::Person(id) => (Some(*id), String::new()),
        Who::Named(name) => (None, name.trim().to_owned()),
    };
    if person_id.is_none() && name.is_empty() {
        return Err(Error::refused("activities.name_missing").with("field", "name"));
    }
    let there = store::attendance_of(tx, occasion)?;
    let known = there.into_iter().find(|one| one.person_id == person_id && one.name == name);
    tell(tx, &record, person_id, &name)?;
    tx.say("part", part.map_or("いない", Part::label));
    match (known, part) {
        (None, None) => Ok(()),
        (Some(known), None) => store::delete_attendance(tx, known.id),
        (Some(known), Some(part)) => store::put_attendance(tx, &Attendance { part, ..known }),
        (None, Some(part)) => {
            let id = AttendanceId::new();
            let fresh = Attendance { id, occasion_id: occasion, person_id, name, part, minutes: None };
            store::put_attendance(tx, &fresh)
        }
    }
}

/// Says how long a helper worked; none is as long as the occasion.
pub fn set_minutes(tx: &Tx, id: AttendanceId, minutes: Option<i64>) -> Result<()> {
    let missing = || Error::refused("activities.not_there");
    let one = store::find_attendance(tx, id)?.ok_or_else(missing)?;
    if minutes.is_some_and(|minutes| !(1..=LONGEST_MINUTES).contains(&minutes)) {
        return Err(Error::refused("activities.minutes_out_of_range").with("field", "minutes"));
    }
    tell(tx, &found(tx, one.occasion_id)?, one.person_id, &one.name)?;
    store::put_attendance(tx, &Attendance { minutes, part: Part::Helper, ..one })
}

/// Writes how many of which age were there, and puts the sums of what is counted into the record.
pub fn count_ages(tx: &Tx, occasion: OccasionId, counts: &[AgeCount]) -> Result<()> {
    let record = found(tx, occasion)?;
    counts.iter().try_for_each(|count| store::put_age_count(tx, occasion, *count))?;
    let counts = store::age_counts(tx, occasion)?;
    let sum = |part| {
        let own: Vec<i64> = counts.iter().filter(|count| count.part == part).map(|count| count.number).collect();
        (!own.is_empty()).then(|| own.iter().sum())
    };
    put_sums(tx, record, sum(Part::Participant), sum(Part::Helper))
}

/// Puts the numbers of those who are marked by name into the record; where only helpers are marked, who came keeps its number.
pub fn count_names(tx: &Tx, occasion: OccasionId) -> Result<()> {
    let record = found(tx, occasion)?;
    let there = store::attendance_of(tx, occasion)?;
    if there.is_empty() {
        return Err(Error::refused("activities.nobody_marked"));
    }
    let sum = |part| Some(there.iter().filter(|one| one.part == part).count() as i64).filter(|sum| *sum > 0);
    put_sums(tx, record, sum(Part::Participant), sum(Part::Helper))
}

/// A kind that nobody counted keeps its number.
fn put_sums(tx: &Tx, record: Occasion, participants: Option<i64>, helpers: Option<i64>) -> Result<()> {
    let counted = Certainty::Counted;
    let participants_certainty = if participants.is_some() { counted } else { record.participants_certainty };
    let changed = Occasion {
        participants: participants.or(record.participants),
        helpers: helpers.or(record.helpers),
        participants_certainty,
        ..record.clone()
    };
    tx.say("title", &record.title);
    tx.say("participants", changed.participants.unwrap_or(0));
    tx.say("helpers", changed.helpers.unwrap_or(0));
    if changed == record { Ok(()) } else { store::put_occasion(tx, &changed) }
}

fn tell(tx: &Tx, occasion: &Occasion, person: Option<PersonId>, name: &str) -> Result<()> {
    let person = person.map(|id| roster::store::find_person(tx, id)).transpose()?.flatten();
    tx.say("title", &occasion.title);
    tx.say("name", person.map_or_else(|| name.to_owned(), |person| person.name.full()));
    Ok(())
}
