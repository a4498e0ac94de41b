//! A meeting as typed, and taken out.

use chrono::NaiveDate;
use office::FiscalYear;
use office::meetings::{Meeting, MeetingId, MeetingKind, Rules, acts};
use office::roster::OrganisationId;
use serde::Deserialize;
use ts_rs::TS;

use super::day::DayOfMeeting;
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result, typed};

/// A meeting as typed. A new one takes the rules of its kind as they are now.
#[derive(Debug, Deserialize, TS)]
pub struct SaveMeeting {
    pub meeting: MeetingDraft,
}

/// A meeting as typed.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingDraft {
    #[ts(type = "string | null")]
    pub id: Option<MeetingId>,
    #[ts(type = "number")]
    pub version: i64,
    pub year: FiscalYear,
    pub kind: MeetingKind,
    #[ts(type = "string | null")]
    pub organisation_id: Option<OrganisationId>,
    pub number: String,
    pub held: String,
    pub begins: String,
    pub ends: String,
    pub place: String,
    pub notice: String,
    /// 票の提出期限
    pub slips_due: String,
    pub is_written: bool,
    /// 全員の同意がそろった日, of a meeting in writing.
    pub agreed: String,
    pub chair: String,
    pub signers: String,
    pub note: String,
}

impl Command for SaveMeeting {
    const NAME: &'static str = "meetings.save_meeting";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let is_new = self.meeting.id.is_none();
        let missing = || Error::refused("typed.day_missing").with("field", "held");
        let held_on = self.meeting.day().read(desk.today())?.ok_or_else(missing)?;
        let rules = super::rules::in_force(desk, self.meeting.kind, held_on)?;
        let meeting = self.meeting.parsed(held_on, rules)?;
        let changed = desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::save_meeting(tx, &meeting, is_new))?;
        Ok(with_value_of(changed, Written::of))
    }
}

impl MeetingDraft {
    fn day(&self) -> DayOfMeeting {
        DayOfMeeting { year: self.year, held: self.held.clone(), is_new: self.id.is_none() }
    }

    /// It belongs to the year of its day, whichever year is looked at.
    fn parsed(self, held_on: NaiveDate, rules: Rules) -> Result<Meeting> {
        Ok(Meeting {
            id: self.id.unwrap_or_else(MeetingId::new),
            kind: self.kind,
            organisation_id: self.organisation_id.filter(|_| self.kind == MeetingKind::Committee),
            fiscal_year: FiscalYear::of(held_on),
            number: typed::count(&self.number, "number")?.0,
            held_on,
            begins_at: typed::time(&self.begins, "begins")?,
            ends_at: typed::time(&self.ends, "ends")?,
            place: self.place.trim().to_owned(),
            notice_on: typed::day_until(&self.notice, held_on, "notice")?,
            slips_due_on: typed::day_until(&self.slips_due, held_on, "slips_due")?,
            is_written: self.is_written,
            agreed_on: typed::day_until(&self.agreed, held_on, "agreed")?,
            rules,
            voters_on: None,
            opened: None,
            president_came: false,
            chair: self.chair.trim().to_owned(),
            signers: self.signers,
            note: self.note,
            version: self.version,
        })
    }
}

/// Takes a meeting out.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveMeeting {
    #[ts(type = "string")]
    pub id: MeetingId,
}

impl Command for RemoveMeeting {
    const NAME: &'static str = "meetings.remove_meeting";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::remove_meeting(tx, self.id))?.into())
    }
}
