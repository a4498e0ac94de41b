//! One meeting: its record, its agenda with results, who takes part, and the meeting as typed.

use chrono::{NaiveDate, NaiveTime};
use office::FiscalYear;
use office::accounts::{BudgetRevisionId, store as accounts};
use office::council;
use office::file::View;
use office::meetings::{
    AgendaItem, Attendance, Ballot, Known, Matter, Meeting, MeetingId, MeetingKind, Nomination, Outcome, Part, Quorum,
    Rules, Standing, Tally, Voting, acts, draws, listed, store,
};
use office::profile::Edition;
use office::roster::OrganisationId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::booklet::year_of;
use super::clock;
use super::day::DayOfMeeting;
use super::filed::filed;
use super::grant_change::{GrantChange, grant_changes};
use super::rules::CalledBy;
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
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

/// One item with what came of it.
#[derive(Debug, Serialize, TS)]
pub struct ItemShown {
    pub item: AgendaItem,
    pub label: String,
    pub matter_label: String,
    /// 過半数, 4分の3以上 …
    pub majority_label: String,
    #[ts(type = "number")]
    pub needed: i64,
    #[ts(type = "number")]
    pub base: i64,
    pub outcome: Outcome,
    pub outcome_label: String,
    pub sentence: String,
    pub tally: Tally,
    /// Who votes on it as the door is now.
    pub voting: Voting,
    /// Somebody was marked after the vote: it stays as it was counted.
    pub is_outdated: bool,
    pub ballot: Option<Ballot>,
    pub voted_label: String,
    /// Papers of the records that belong to it.
    pub papers: Vec<PaperDrawn>,
    /// 何年度のものか: the years to choose from, with the usual title of each; empty for a matter that has none.
    pub years: Vec<SubjectYear>,
    /// The year that it is about.
    pub year: FiscalYear,
    pub nominations: Vec<Nomination>,
    pub is_in_effect: bool,
    /// 規約改正: the text in force, where the records have one.
    pub bylaws: Option<String>,
    pub from_label: String,
    pub to_label: String,
}

/// A paper of the records.
#[derive(Debug, Serialize, TS)]
pub struct PaperDrawn {
    pub form: String,
    pub title: String,
    /// The year whose paper it is.
    pub year: FiscalYear,
}

/// A year that an item may be about.
#[derive(Debug, Serialize, TS)]
pub struct SubjectYear {
    pub year: FiscalYear,
    pub label: String,
    /// The usual title of an item about it.
    pub title: String,
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
    let revisions = accounts::revisions(view, meeting.fiscal_year)?.into_iter().filter(|one| one.decided_on.is_none());
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
        revisions: revisions.map(|one| RevisionChoice { id: one.id, number: one.number, reason: one.reason }).collect(),
        items,
        attendance,
        record: known.meeting,
    })
}

fn shown(view: &View, edition: &Edition, known: &Known, at: usize) -> Result<ItemShown> {
    let (item, year) = (&known.items[at], year_of(known, at));
    let decision = known.decision(item);
    let forms = draws(item.matter).map_or(&[][..], |draws| &draws.forms);
    let paper = |form: &String| {
        let form = edition.form(form).ok()?;
        Some(PaperDrawn { form: form.id.clone(), title: form.title.clone(), year })
    };
    Ok(ItemShown {
        label: known.labels[at].clone(),
        matter_label: item.matter.label().to_owned(),
        majority_label: decision.majority.share.label(),
        needed: decision.needed,
        base: decision.base,
        outcome: decision.outcome,
        outcome_label: decision.outcome.label().to_owned(),
        sentence: known.result_sentence(item),
        tally: decision.tally,
        voting: known.hall(item.voted_at).voting(item.matter),
        is_outdated: known.is_outdated(item),
        ballot: item.ballot,
        voted_label: clock(item.voted_at),
        papers: forms.iter().filter_map(paper).collect(),
        years: years(known, item),
        year,
        nominations: store::nominations(view, item.id)?,
        is_in_effect: known.effects.contains(&item.id),
        bylaws: store::bylaws_before(view, item, known.meeting.held_on)?.filter(|_| item.matter == Matter::Bylaws),
        from_label: labels::long_day(item.from_on),
        to_label: labels::long_day(item.to_on),
        item: item.clone(),
    })
}

/// The notice went out too late, or has not gone out although its last day is over and the meeting is still to come.
fn is_notice_late(meeting: &Meeting, today: NaiveDate) -> bool {
    let is_to_come = || today <= meeting.held_on;
    let until = |day| meeting.notice_until().is_some_and(|until| day > until);
    meeting.notice_on.map_or_else(|| is_to_come() && until(today), until)
}

/// The year before, the meeting's own and the next.
fn years(known: &Known, item: &AgendaItem) -> Vec<SubjectYear> {
    let own = known.meeting.fiscal_year;
    let Some(draws) = draws(item.matter).filter(|draws| draws.is_of_a_year()) else { return Vec::new() };
    let choice = |year: FiscalYear| SubjectYear { year, label: year.label(), title: draws.title(year) };
    [own.previous(), own, own.next()].map(choice).into()
}

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
