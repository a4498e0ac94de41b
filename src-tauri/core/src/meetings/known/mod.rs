//! A meeting with all that belongs to it.

mod names;

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};
use rusqlite::Connection;

pub(super) use names::roster_on;
pub use names::{Names, joined};

use super::words::result_sentence;
use super::{
    AgendaItem, AgendaItemId, Attendance, ChairVote, Counted, Decision, Hall, Matter, Meeting, MeetingId, Outcome,
    Part, Quorum, SentIn, VoteUnit, Voter, Years, decide, draws, number_labels, quorum_sentence, store, term,
};
use crate::calendar::FiscalYear;
use crate::council::{self, LegalForm};
use crate::{Error, Result, roster};

/// A meeting, its agenda, its roll and the slips that were sent in.
pub struct Known {
    /// The meeting.
    pub meeting: Meeting,
    /// 令和7年度　定期総会
    pub title: String,
    /// The agenda in its order.
    pub items: Vec<AgendaItem>,
    /// 第1号議案 …, beside the items.
    pub labels: Vec<String>,
    /// The roll by number.
    pub voters: Vec<Voter>,
    /// What has taken effect.
    pub effects: Vec<AgendaItemId>,
    /// What kind of body the council was on its day.
    pub legal_form: LegalForm,
    votes: HashMap<AgendaItemId, SentIn>,
}

impl Known {
    /// One meeting as it is.
    pub fn load(conn: &Connection, id: MeetingId) -> Result<Known> {
        let meeting = store::find_meeting(conn, id)?.ok_or_else(|| Error::refused("meetings.no_such_meeting"))?;
        Known::of(conn, meeting)
    }

    /// What belongs to a meeting.
    pub fn of(conn: &Connection, meeting: Meeting) -> Result<Known> {
        let items = store::items(conn, meeting.id)?;
        Ok(Known {
            title: title_of(conn, &meeting)?,
            labels: number_labels(&items),
            voters: store::voters(conn, meeting.id)?,
            effects: store::effects(conn, meeting.id)?,
            legal_form: council::read(conn)?.legal_form_on(meeting.held_on),
            votes: store::votes_by_item(conn, meeting.id)?,
            items,
            meeting,
        })
    }

    /// The roll at a time; without one everybody who came at all.
    pub fn hall(&self, at: Option<NaiveTime>) -> Hall<'_> {
        let (rules, president_came) = (&self.meeting.rules, self.meeting.president_came);
        Hall { voters: &self.voters, rules, at, president_came }
    }

    /// How everybody takes part at a time.
    pub fn attendance(&self, at: Option<NaiveTime>) -> Attendance {
        self.hall(at).attendance()
    }

    /// Who takes part at the opening: as it was read out, else those who had come by then.
    pub fn opening(&self) -> Attendance {
        self.meeting.opened.map_or_else(|| self.attendance(self.meeting.begins_at), |opened| opened.there)
    }

    /// Whether those who take part at a time make a meeting.
    pub fn quorum(&self, at: Option<NaiveTime>) -> Quorum {
        self.attendance(at).quorum(&self.meeting.rules)
    }

    /// Whether it is a meeting once somebody has come, or at its end.
    pub fn is_met_later(&self) -> bool {
        let end = NaiveTime::from_hms_opt(23, 59, 59);
        self.voters.iter().filter_map(|voter| voter.came_at).chain(end).any(|at| self.quorum(Some(at)).is_met)
    }

    /// 資格報告 of those who take part.
    pub fn quorum_sentence(&self, attendance: Attendance) -> String {
        let name = self.meeting.kind.label();
        let (rules, is_written) = (&self.meeting.rules, self.meeting.is_written);
        quorum_sentence(&format!("本{name}"), &attendance, attendance.quorum(rules), rules, is_written)
    }

    /// What came of an item. Where nobody chairs nobody decides a tie, but what has taken effect stays as it was decided.
    pub fn decision(&self, item: &AgendaItem) -> Decision {
        let none = SentIn::new();
        let rules = self.meeting.rules.clone();
        let is_chaired = self.meeting.has(Part::Chair) || self.effects.contains(&item.id);
        let rules = if is_chaired { rules } else { rules.without_chair() };
        let hall = Hall { rules: &rules, ..self.hall(item.voted_at) };
        let decision = decide(item, hall, self.votes(item.id).unwrap_or(&none));
        if self.has_consent(item) {
            return Decision { outcome: Outcome::Approved, by_chair: false, by_consent: true, ..decision };
        }
        decision
    }

    /// What an item's ballot counts: as it was when its result was written down, else as the roll and the slips are now.
    pub fn counted(&self, item: &AgendaItem) -> Option<Counted> {
        item.counted.or_else(|| self.counted_now(item))
    }

    /// What an item's ballot would count now.
    pub fn counted_now(&self, item: &AgendaItem) -> Option<Counted> {
        let (none, hall) = (SentIn::new(), self.hall(item.voted_at));
        item.ballot.map(|ballot| Counted::of(ballot, item.matter, hall, self.votes(item.id).unwrap_or(&none)))
    }

    /// True where a result stands that would be counted otherwise now: somebody was marked after the vote.
    pub fn is_outdated(&self, item: &AgendaItem) -> bool {
        let now = item.counted.zip(self.counted_now(item));
        now.is_some_and(|(kept, now)| kept.differs(&now, &self.meeting.rules))
    }

    /// True for 規約 of a 認可地縁団体: they change once a 市町村 has approved them, and the day of that is asked for after the vote.
    pub fn needs_approval(&self, item: &AgendaItem) -> bool {
        item.matter == Matter::Bylaws && self.legal_form.is_recognised()
    }

    /// True where everybody on the roll said yes to the matter itself, in a meeting in writing of which nobody has written down
    /// that all agreed to decide so: then it needs no meeting. Only the members of a 認可地縁団体 have that right, each of them;
    /// a roll of households or bodies has not asked them all.
    fn has_consent(&self, item: &AgendaItem) -> bool {
        let is_everybody = self.meeting.rules.unit == VoteUnit::Individual;
        let is_asked = is_everybody && self.meeting.lacks_agreement(self.legal_form);
        let agrees = |counted: Counted| counted.all_agree && counted.tally.all().yes == counted.there.total;
        is_asked && self.counted(item).is_some_and(agrees)
    }

    /// True where something was voted on, and everybody agreed to all of it.
    pub fn is_by_consent(&self) -> bool {
        let mut voted = self.items.iter().filter(|item| item.ballot.is_some()).peekable();
        voted.peek().is_some() && voted.all(|item| self.decision(item).by_consent)
    }

    /// 結果 of an item, as the minutes say it.
    pub fn result_sentence(&self, item: &AgendaItem) -> String {
        let method = item.ballot.map(|ballot| ballot.method);
        result_sentence(&self.decision(item), method, item.matter, self.meeting.rules.unit)
    }

    /// What the minutes say of the chair's own vote: empty where the chair voted as everybody did.
    pub fn chair_apart(&self) -> &'static str {
        let voted = || self.items.iter().filter(|item| item.ballot.is_some() && self.meeting.has(Part::Chair));
        let is_apart = |item: &AgendaItem| self.counted(item).is_some_and(|counted| counted.voting.chair_apart);
        match (voted().any(is_apart), voted().all(is_apart)) {
            (false, _) => "",
            (true, true) => term("chair_apart"),
            (true, false) => term("chair_mostly_apart"),
        }
    }

    /// The year that an item is about: what it says itself, else as items were understood that say none.
    pub fn year_of(&self, item: &AgendaItem) -> FiscalYear {
        let own = self.meeting.fiscal_year;
        item.subject_year.unwrap_or_else(|| draws(item.matter).map_or(own, |draws| draws.year(Years::usual(own))))
    }

    /// Where households vote: those who have no vote only because they live in none. 名簿 is read for no other meeting.
    pub fn homeless(&self, conn: &Connection) -> Result<Vec<String>> {
        let is_by_home = self.meeting.kind.is_general() && self.meeting.rules.unit == VoteUnit::Household;
        if !is_by_home || !self.voters.iter().any(|voter| voter.household_id.is_some()) {
            return Ok(Vec::new());
        }
        Ok(Names::load(conn, &self.meeting)?.homeless(self))
    }

    /// The day as of which its notice and its booklet speak: that of the notice, else its own; never one on which somebody holds
    /// an office by its own election.
    pub fn notice_day(&self) -> NaiveDate {
        let day = self.meeting.notice_on.unwrap_or(self.meeting.held_on);
        let elected =
            self.items.iter().filter(|item| item.matter == Matter::Officers && self.effects.contains(&item.id));
        elected.filter_map(|item| item.from_on?.pred_opt()).fold(day, NaiveDate::min)
    }

    /// Numbers of those whose slip came back and of whom nobody has typed a mark, where something is voted on.
    pub fn unmarked_slips(&self) -> Vec<i64> {
        let is_asked = self.items.iter().any(AgendaItem::is_voted_on);
        let is_marked = |voter: &Voter| self.votes.values().any(|votes| votes.contains_key(&voter.id));
        let unmarked = self.voters.iter().filter(|voter| voter.standing.is_sent_in() && !is_marked(voter));
        if is_asked { unmarked.map(|voter| voter.number).collect() } else { Vec::new() }
    }

    /// True where the chair would be left out of the votes, and nobody has said who of those who came it is.
    pub fn is_chair_unknown(&self) -> bool {
        let has_come = self.voters.iter().any(|voter| voter.standing.comes());
        let sits_out = self.meeting.has(Part::Chair) && self.meeting.rules.chair == ChairVote::OnTie;
        sits_out && has_come && !self.voters.iter().any(|voter| voter.is_chair)
    }

    /// The marks of the slips at an item.
    pub fn votes(&self, item: AgendaItemId) -> Option<&SentIn> {
        self.votes.get(&item)
    }
}

/// 令和7年度　定期総会: what a meeting is called.
pub fn title_of(conn: &Connection, meeting: &Meeting) -> Result<String> {
    let body = meeting.organisation_id.map(|id| roster::store::find_organisation(conn, id)).transpose()?.flatten();
    Ok(meeting.title(body.as_ref().map_or("", |body| &body.name)))
}
