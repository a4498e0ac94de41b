//! A meeting with all that belongs to it, and what its voters are called.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};
use rusqlite::Connection;

use super::roll::Roster;
use super::{
    AgendaItem, AgendaItemId, Attendance, Decision, Meeting, MeetingId, Quorum, SentIn, Voter, decide, number_labels,
    quorum_sentence, store,
};
use crate::roster::{Homes, Person, PersonId, by_id};
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
        let body = meeting.organisation_id.map(|id| roster::store::find_organisation(conn, id)).transpose()?.flatten();
        let items = store::items(conn, meeting.id)?;
        Ok(Known {
            title: meeting.title(body.as_ref().map_or("", |body| &body.name)),
            labels: number_labels(&items),
            voters: store::voters(conn, meeting.id)?,
            effects: store::effects(conn, meeting.id)?,
            votes: store::votes_by_item(conn, meeting.id)?,
            items,
            meeting,
        })
    }

    /// The roll at a time; without one everybody who came at all.
    pub fn attendance(&self, at: Option<NaiveTime>) -> Attendance {
        Attendance::of(&self.voters, &self.meeting.rules, at)
    }

    /// Whether those who take part at a time make a meeting.
    pub fn quorum(&self, at: Option<NaiveTime>) -> Quorum {
        self.attendance(at).quorum(&self.meeting.rules)
    }

    /// 資格報告 at a time.
    pub fn quorum_sentence(&self, at: Option<NaiveTime>) -> String {
        let attendance = self.attendance(at);
        let name = self.meeting.kind.label();
        quorum_sentence(&format!("本{name}"), &attendance, attendance.quorum(&self.meeting.rules), &self.meeting.rules)
    }

    /// What came of an item.
    pub fn decision(&self, item: &AgendaItem) -> Decision {
        let none = SentIn::new();
        decide(item, &self.voters, self.votes(item.id).unwrap_or(&none), &self.meeting.rules)
    }

    /// The marks of the slips at an item.
    pub fn votes(&self, item: AgendaItemId) -> Option<&SentIn> {
        self.votes.get(&item)
    }
}

/// What voters are called on the day as of which the roll was taken.
pub struct Names {
    roster: Roster,
}

impl Names {
    /// Of a meeting.
    pub fn load(conn: &Connection, meeting: &Meeting) -> Result<Names> {
        Ok(Names { roster: roster_on(conn, meeting.voters_on.unwrap_or(meeting.held_on))? })
    }

    /// People by key, once for all voters.
    pub fn people(&self) -> HashMap<PersonId, &Person> {
        by_id(&self.roster.people)
    }

    /// What a voter is called, and what tells them from others: the delegate of a body, where a household lives.
    pub fn of(&self, voter: &Voter, people: &HashMap<PersonId, &Person>) -> (String, String) {
        self.roster.called(voter, people)
    }
}

/// 名簿 as it was on a day.
pub(super) fn roster_on(conn: &Connection, day: NaiveDate) -> Result<Roster> {
    let homes = Homes::on(day, roster::store::households(conn)?, roster::store::household_members(conn)?);
    let (people, roles) = (roster::store::people(conn)?, roster::store::roles(conn)?);
    Ok(Roster { people, roles, tree: roster::store::tree(conn)?, homes, day })
}
