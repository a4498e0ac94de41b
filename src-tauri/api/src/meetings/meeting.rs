//! One meeting: its record, its agenda with results, and who takes part.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};
use office::FiscalYear;
use office::accounts::{BudgetRevisionId, store as accounts};
use office::council;
use office::file::View;
use office::meetings::{Attendance, Known, Meeting, MeetingId, Part, Quorum, Rules, Standing, acts, listed, store};
use office::profile::Edition;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::clock;
use super::filed::filed;
use super::grant_change::{GrantChange, grant_changes};
use super::item::{ItemShown, PaperDrawn, shown};
use super::rules::CalledBy;
use crate::command::Command;
use crate::{Desk, Error, Result, labels, typed};

/// One meeting.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingById {
    #[ts(type = "string")]
    pub id: MeetingId,
    /// 14:30: who is in the room then; empty is now, with all who came and have not left.
    pub at: String,
}

/// One meeting with everything that is known of it.
#[derive(Debug, Serialize, TS)]
pub struct MeetingRecord {
    pub record: Meeting,
    pub title: String,
    pub held_label: String,
    pub begins: String,
    pub ends: String,
    pub notice_label: String,
    pub slips_due_label: String,
    pub agreed_label: String,
    /// Where slips come back to: the council itself.
    pub comes_back_to: String,
    /// What it has by how it is held.
    pub parts: Vec<Part>,
    /// Papers that a 認可地縁団体 files because of what was approved.
    pub filed: Vec<PaperDrawn>,
    /// Grants whose budget a 補正 in effect has changed.
    pub grant_changes: Vec<GrantChange>,
    /// 書面だけの総会 of a 認可地縁団体: that all agreed to it is not written down.
    pub lacks_agreement: bool,
    /// The last day on which the notice is in time.
    pub notice_until_label: String,
    pub is_notice_late: bool,
    pub voters_label: String,
    /// The rules by which it was called.
    pub called_by: CalledBy,
    /// A result is written down.
    pub is_voted: bool,
    /// Where households vote: those who live in none and so have no vote.
    pub homeless: Vec<String>,
    /// Numbers of slips that came back of which no mark was typed at any item.
    pub unmarked_slips: String,
    /// The chair votes only on a tie, and nobody of the roll is said to be the chair.
    pub is_chair_unknown: bool,
    /// 認可地縁団体 on its day.
    pub is_recognised: bool,
    pub unit: String,
    pub attendance: Attendance,
    pub quorum: Quorum,
    pub quorum_label: String,
    /// 資格報告, to be read out.
    pub sentence: String,
    /// The same as it was read out at the opening; none while it is not opened.
    pub opening_sentence: Option<String>,
    /// Numbers of proxies that nobody in the room holds.
    pub lapsed: String,
    /// Somebody came late or left: a vote says when it was taken.
    pub is_restless: bool,
    pub items: Vec<ItemShown>,
    /// Drafts of 補正予算 of the year.
    pub revisions: Vec<RevisionChoice>,
    /// An approved item waits to take effect.
    pub is_effect_due: bool,
    pub is_in_effect: bool,
}

/// A draft of 補正予算.
#[derive(Debug, Serialize, TS)]
pub struct RevisionChoice {
    #[ts(type = "string")]
    pub id: BudgetRevisionId,
    #[ts(type = "number")]
    pub number: i64,
    pub reason: String,
}

impl Command for MeetingById {
    const NAME: &'static str = "meetings.meeting";
    type Output = MeetingRecord;
    fn run(self, desk: &Desk) -> Result<MeetingRecord> {
        let at = typed::time(&self.at, "at")?;
        let missing = || Error::refused("meetings.no_such_meeting");
        let meeting = desk.office()?.view(|view| store::find_meeting(view, self.id)?.ok_or_else(missing))?;
        let edition = desk.edition(meeting.fiscal_year)?;
        let now = super::rules::in_force(desk, meeting.kind, meeting.held_on)?;
        desk.office()?
            .view(|view| record(view, &edition, &At { id: self.id, time: at.or(NOW), today: desk.today(), now: &now }))
    }
}

/// After everybody who stays to the end: who left is not in the room.
pub(super) const NOW: Option<NaiveTime> = NaiveTime::from_hms_opt(23, 59, 59);

/// Which meeting is looked at, and when.
struct At<'a> {
    id: MeetingId,
    time: Option<NaiveTime>,
    today: NaiveDate,
    /// The rules as they are now.
    now: &'a Rules,
}

fn record(view: &View, edition: &Edition, asked: &At) -> Result<MeetingRecord> {
    let known = Known::load(view, asked.id)?;
    let at = asked.time;
    let meeting = &known.meeting;
    let council = council::read(view)?;
    let of = council.legal_form_on(meeting.held_on);
    let attendance = known.attendance(at);
    let held = known.hall(at).held();
    let lapsed = known.voters.iter().filter(|voter| voter.standing == Standing::Proxy && !held.counts(voter));
    let lapsed: Vec<i64> = lapsed.map(|voter| voter.number).collect();
    let items = (0..known.items.len()).map(|at| shown(view, edition, &known, at));
    let items = items.collect::<Result<Vec<_>>>()?;
    let mut is_effect_due = false;
    for item in &known.items {
        is_effect_due |= acts::is_due(view, &known, item)?;
    }
    let mut revisions = Vec::new();
    for year in revision_years(&known) {
        revisions.extend(accounts::revisions(view, year)?.into_iter().filter(|one| one.decided_on.is_none()));
    }
    Ok(MeetingRecord {
        title: known.title.clone(),
        held_label: labels::long_day(Some(meeting.held_on)),
        begins: clock(meeting.begins_at),
        ends: clock(meeting.ends_at),
        notice_label: labels::long_day(meeting.notice_on),
        slips_due_label: labels::long_day(meeting.slips_due_on),
        agreed_label: labels::long_day(meeting.agreed_on),
        comes_back_to: council.name,
        parts: Part::all(meeting.is_written).to_vec(),
        filed: if of.is_recognised() { filed(edition, &known) } else { Vec::new() },
        grant_changes: grant_changes(view, &known)?,
        lacks_agreement: meeting.lacks_agreement(of) && !known.is_by_consent(),
        notice_until_label: labels::long_day(meeting.notice_until()),
        is_notice_late: is_notice_late(meeting, asked.today),
        voters_label: labels::long_day(meeting.voters_on),
        called_by: CalledBy::of(&meeting.rules, asked.now, store::rules_of(view, meeting.kind)?.is_some()),
        is_voted: known.items.iter().any(|item| item.ballot.is_some()),
        homeless: known.homeless(view)?,
        unmarked_slips: listed(&known.unmarked_slips()),
        is_chair_unknown: known.is_chair_unknown(),
        is_recognised: of.is_recognised(),
        unit: meeting.rules.unit.counter().to_owned(),
        quorum: attendance.quorum(&meeting.rules),
        quorum_label: meeting.rules.quorum.label(),
        sentence: known.quorum_sentence(attendance),
        opening_sentence: meeting.opened.map(|opened| known.quorum_sentence(opened.there)),
        lapsed: listed(&lapsed),
        is_restless: known.voters.iter().any(|voter| voter.came_at.is_some() || voter.left_at.is_some()),
        is_effect_due,
        is_in_effect: !known.effects.is_empty(),
        revisions: revisions
            .into_iter()
            .map(|one| RevisionChoice { id: one.id, number: one.number, reason: one.reason })
            .collect(),
        items,
        attendance,
        record: known.meeting,
    })
}

/// The years whose drafts an item may decide: the meeting's own, and those that a 補正 stayed with when the meeting was moved.
fn revision_years(known: &Known) -> BTreeSet<FiscalYear> {
    let stayed = known.items.iter().filter(|item| item.revision_id.is_some()).map(|item| known.year_of(item));
    stayed.chain([known.meeting.fiscal_year]).collect()
}

/// The notice went out too late, or has not gone out although its last day is over and the meeting is still to come.
fn is_notice_late(meeting: &Meeting, today: NaiveDate) -> bool {
    let is_to_come = || today <= meeting.held_on;
    let until = |day| meeting.notice_until().is_some_and(|until| day > until);
    meeting.notice_on.map_or_else(|| is_to_come() && until(today), until)
}
