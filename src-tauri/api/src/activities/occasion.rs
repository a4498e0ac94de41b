//! One occasion: everything written about it, as typed, and whether it was held.

use chrono::NaiveDate;
use office::FiscalYear;
use office::activities::{Occasion, OccasionId, OccasionState, TaskKind, acts, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::announcement::AnnouncementDraft;
use super::days::{self, DaysShown, OtherDayDraft};
use super::tasks::{self, TaskShown};
use super::{Lines, OccasionRow, row};
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result, labels, typed};

/// One occasion with everything that is written about it.
#[derive(Debug, Deserialize, TS)]
pub struct OccasionById {
    #[ts(type = "string")]
    pub id: OccasionId,
}

/// One occasion with everything that is written about it.
#[derive(Debug, Serialize, TS)]
pub struct OccasionRecord {
    pub row: OccasionRow,
    pub record: Occasion,
    pub from_label: String,
    pub to_label: String,
    /// 9:00; empty where it is not known.
    pub begins: String,
    pub ends: String,
    /// 公開する情報 as it is typed.
    pub announcement: AnnouncementDraft,
    /// The same as it is told: 料金, 500円（小学生は無料）.
    pub announced: Vec<(String, String)>,
    /// Where it is one record on several days.
    pub days: DaysShown,
    pub duties: Vec<TaskShown>,
    pub preparations: Vec<TaskShown>,
}

impl Command for OccasionById {
    const NAME: &'static str = "activities.occasion";
    type Output = OccasionRecord;
    fn run(self, desk: &Desk) -> Result<OccasionRecord> {
        desk.office()?.view(|view| {
            let record = store::find_occasion(view, self.id)?;
            let record = record.ok_or_else(|| Error::refused("activities.no_such_occasion"))?;
            let lines = Lines::load(view)?;
            let (from, to) = (Some(record.from_on), Some(record.to_on));
            Ok(OccasionRecord {
                row: row(&record, &lines, desk.today()),
                from_label: labels::long_day(from),
                to_label: labels::long_day(to),
                begins: labels::time(record.begins_at),
                ends: labels::time(record.ends_at),
                announcement: AnnouncementDraft::of(&record.announcement),
                announced: told(&record),
                days: days::shown(view, &record)?,
                duties: tasks::shown(view, record.id, TaskKind::Duty)?,
                preparations: tasks::shown(view, record.id, TaskKind::Preparation)?,
                record,
            })
        })
    }
}

/// 公開する情報 by name, the reading of the name first.
fn told(record: &Occasion) -> Vec<(String, String)> {
    let announcement = &record.announcement;
    let kana = Some(("カナ", announcement.kana.clone())).filter(|(_, kana)| !kana.is_empty());
    kana.into_iter().chain(announcement.lines()).map(|(name, words)| (name.to_owned(), words)).collect()
}

/// An occasion as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SaveOccasion {
    pub occasion: OccasionDraft,
}

/// An occasion as typed.
#[derive(Debug, Deserialize, TS)]
pub struct OccasionDraft {
    #[ts(type = "string | null")]
    pub id: Option<OccasionId>,
    #[ts(type = "number")]
    pub version: i64,
    pub year: FiscalYear,
    pub activity: String,
    /// 担当部会 of the line of work; none leaves it as it is.
    pub committee: Option<String>,
    pub title: String,
    pub from: String,
    pub to: String,
    #[serde(default)]
    pub begins: String,
    #[serde(default)]
    pub ends: String,
    /// None is told by the day: what is to come is planned.
    pub state: Option<OccasionState>,
    #[serde(default)]
    pub cancel_reason: String,
    #[serde(default)]
    pub weather: String,
    #[serde(default)]
    pub incident: String,
    pub place: String,
    pub participants: String,
    pub helpers: String,
    pub target: String,
    pub notice: String,
    pub content: String,
    pub reflection: String,
    pub effect: String,
    pub author: String,
    #[serde(default)]
    pub announcement: AnnouncementDraft,
    /// The other days on which it was held; those that are not named stay as they are.
    #[serde(default)]
    pub days: Vec<OtherDayDraft>,
}

impl Command for SaveOccasion {
    const NAME: &'static str = "activities.save_occasion";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let is_new = self.occasion.id.is_none();
        let committee = self.occasion.committee.clone();
        let others = days::parsed(&self.occasion.days, self.occasion.year, desk.today())?;
        let (activity, occasion) = self.occasion.parsed(desk.today())?;
        let save = |tx: &office::file::Tx| {
            let activity_id = acts::activity_named(tx, &activity)?;
            match (activity_id, committee.as_deref()) {
                (Some(id), Some(committee)) => acts::set_committee(tx, id, committee)?,
                (None, Some(committee)) if !committee.trim().is_empty() => {
                    return Err(Error::refused("activities.committee_alone").with("field", "activity"));
                }
                _ => {}
            }
            acts::save_days(tx, &Occasion { activity_id, ..occasion.clone() }, is_new, &others)
        };
        let changed = desk.office()?.change(&desk.by(), Self::NAME, save)?;
        Ok(with_value_of(changed, Written::of))
    }
}

impl OccasionDraft {
    /// The name of the line of work, and the occasion without it.
    fn parsed(self, today: NaiveDate) -> Result<(String, Occasion)> {
        let missing = || Error::refused("typed.day_missing").with("field", "from");
        let from_on = typed::day(&self.from, Some(self.year), "from")?.ok_or_else(missing)?;
        let (participants, participants_certainty) = typed::count(&self.participants, "participants")?;
        let by_day = if from_on > today { OccasionState::Planned } else { OccasionState::Held };
        let fresh = Occasion::new(self.year, self.title.trim(), from_on);
        let occasion = Occasion {
            id: self.id.unwrap_or(fresh.id),
            state: self.state.unwrap_or(by_day),
            cancel_reason: self.cancel_reason,
            begins_at: typed::time(&self.begins, "begins")?,
            ends_at: typed::time(&self.ends, "ends")?,
            weather: self.weather.trim().to_owned(),
            incident: self.incident,
            to_on: typed::day(&self.to, Some(self.year), "to")?.unwrap_or(from_on),
            place: self.place,
            participants,
            participants_certainty,
            helpers: typed::count(&self.helpers, "helpers")?.0,
            target: self.target,
            notice: self.notice,
            content: self.content,
            reflection: self.reflection,
            effect: self.effect,
            author: self.author,
            version: self.version,
            ..fresh
        };
        let announcement = self.announcement.parsed(&occasion)?;
        Ok((self.activity, Occasion { announcement, ..occasion }))
    }
}

/// Says that an occasion was held, was called off, or is still to come.
#[derive(Debug, Deserialize, TS)]
pub struct MarkOccasion {
    #[ts(type = "string")]
    pub id: OccasionId,
    pub state: OccasionState,
    /// 中止の理由
    pub reason: String,
}

impl Command for MarkOccasion {
    const NAME: &'static str = "activities.mark_occasion";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let mark = |tx: &office::file::Tx| acts::mark_occasion(tx, self.id, self.state, &self.reason);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, mark)?.into())
    }
}

/// Takes an occasion out.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveOccasion {
    #[ts(type = "string")]
    pub id: OccasionId,
}

impl Command for RemoveOccasion {
    const NAME: &'static str = "activities.remove_occasion";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::remove_occasion(tx, self.id))?.into())
    }
}
