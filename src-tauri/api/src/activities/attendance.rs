//! 出欠 of an occasion: who was there by name, how many by age, and how long the helpers worked.

use office::activities::acts::{self, Who};
use office::activities::{Age, AgeCount, Attendance, AttendanceId, Occasion, OccasionId, Part, hours_label, store};
use office::file::{Tx, View};
use office::roster::{self, PersonId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, labels, typed};

/// Who was at an occasion.
#[derive(Debug, Deserialize, TS)]
pub struct AttendanceOf {
    #[ts(type = "string")]
    pub id: OccasionId,
}

/// Who was at an occasion, and how many.
#[derive(Debug, Serialize, TS)]
pub struct AttendanceSheet {
    pub title: String,
    pub on_label: String,
    pub hours: String,
    pub year: office::FiscalYear,
    pub there: Vec<ThereShown>,
    /// How many are marked by name.
    pub participants: usize,
    pub helpers: usize,
    /// 12時間30分: what the helpers worked in all.
    pub worked: String,
    /// Helpers of whom nobody knows how long.
    pub unknown: usize,
    pub ages: Vec<AgeCount>,
    /// What the record says.
    #[ts(type = "number | null")]
    pub recorded_participants: Option<i64>,
    /// 約80 where that was written as rounded; empty where nothing is.
    pub recorded_label: String,
    #[ts(type = "number | null")]
    pub recorded_helpers: Option<i64>,
}

/// Somebody who was there.
#[derive(Debug, Serialize, TS)]
pub struct ThereShown {
    pub attendance: Attendance,
    pub name: String,
    /// 3時間; empty of a participant, and where nobody knows.
    pub worked: String,
    /// 1:30, as it is typed; empty where it is as long as the occasion.
    pub minutes: String,
}

impl Command for AttendanceOf {
    const NAME: &'static str = "activities.attendance";
    type Output = AttendanceSheet;
    fn run(self, desk: &Desk) -> Result<AttendanceSheet> {
        desk.office()?.view(|view| {
            let missing = || Error::refused("activities.no_such_occasion");
            sheet(view, &store::find_occasion(view, self.id)?.ok_or_else(missing)?)
        })
    }
}

fn sheet(view: &View, occasion: &Occasion) -> Result<AttendanceSheet> {
    let there = store::attendance_of(view, occasion.id)?;
    let count = |part| there.iter().filter(|one| one.part == part).count();
    let (participants, helpers) = (count(Part::Participant), count(Part::Helper));
    let worked: Vec<i64> = there.iter().filter_map(|one| one.worked(occasion)).collect();
    Ok(AttendanceSheet {
        title: occasion.title.clone(),
        on_label: occasion.when(),
        hours: occasion.hours(),
        year: occasion.fiscal_year,
        participants,
        helpers,
        worked: hours_label(worked.iter().sum()),
        unknown: helpers - worked.len(),
        ages: store::age_counts(view, occasion.id)?,
        recorded_participants: occasion.participants,
        recorded_label: occasion.participants_label(),
        recorded_helpers: occasion.helpers,
        there: there.into_iter().map(|one| shown(view, occasion, one)).collect::<Result<_>>()?,
    })
}

fn shown(view: &View, occasion: &Occasion, one: Attendance) -> Result<ThereShown> {
    let person = one.person_id.map(|id| roster::store::find_person(view, id)).transpose()?.flatten();
    Ok(ThereShown {
        name: person.map_or_else(|| one.name.clone(), |person| person.name.full()),
        worked: one.worked(occasion).map(hours_label).unwrap_or_default(),
        minutes: one.minutes.map(labels::span).unwrap_or_default(),
        attendance: one,
    })
}

/// Says as what somebody was there, or that they were not.
#[derive(Debug, Deserialize, TS)]
pub struct Attend {
    #[ts(type = "string")]
    pub id: OccasionId,
    #[ts(type = "string | null")]
    pub person_id: Option<PersonId>,
    /// Somebody who is not in the roster.
    pub name: String,
    pub part: Option<Part>,
}

impl Command for Attend {
    const NAME: &'static str = "activities.attend";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let who = self.person_id.map_or(Who::Named(self.name), Who::Person);
        let attend = |tx: &Tx| acts::attend(tx, self.id, &who, self.part);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, attend)?.into())
    }
}

/// Says how long a helper worked.
#[derive(Debug, Deserialize, TS)]
pub struct SetMinutes {
    #[ts(type = "string")]
    pub id: AttendanceId,
    /// 1:30, 1時間30分, 90分; empty is as long as the occasion.
    pub minutes: String,
}

impl Command for SetMinutes {
    const NAME: &'static str = "activities.set_minutes";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let minutes = typed::span(&self.minutes, "minutes")?;
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::set_minutes(tx, self.id, minutes))?.into())
    }
}

/// Writes how many of which age were there; their sums become the numbers of the record.
#[derive(Debug, Deserialize, TS)]
pub struct CountAges {
    #[ts(type = "string")]
    pub id: OccasionId,
    pub counts: Vec<AgeTyped>,
}

/// A number as typed.
#[derive(Debug, Deserialize, TS)]
pub struct AgeTyped {
    pub part: Part,
    pub age: Age,
    pub number: String,
}

impl Command for CountAges {
    const NAME: &'static str = "activities.count_ages";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let read = |one: &AgeTyped| {
            let number = typed::count(&one.number, &format!("{}_{}", one.part.word(), one.age.word()))?.0;
            Ok(AgeCount { part: one.part, age: one.age, number: number.unwrap_or(0) })
        };
        let counts = self.counts.iter().map(read).collect::<Result<Vec<_>>>()?;
        let count = |tx: &Tx| acts::count_ages(tx, self.id, &counts);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, count)?.into())
    }
}

/// Puts the numbers of those who are marked by name into the record.
#[derive(Debug, Deserialize, TS)]
pub struct CountNames {
    #[ts(type = "string")]
    pub id: OccasionId,
}

impl Command for CountNames {
    const NAME: &'static str = "activities.count_names";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::count_names(tx, self.id))?.into())
    }
}
