//! A new 会長: what a 認可地縁団体 tells the city of the election that took effect in a year.

use chrono::NaiveDate;
use paper::{Value, wareki};
use rusqlite::Connection;

use crate::Result;
use crate::calendar::FiscalYear;
use crate::fact::Facts;
use crate::meetings::{Meeting, Nomination, store, term};
use crate::roster::{self, OrganisationKind, Person};

/// An election by which the council is represented by somebody else.
struct Change {
    before: Option<Person>,
    after: Person,
    on: NaiveDate,
    meeting: Meeting,
}

/// States `meetings.chair_change` with its day and its reason; blank where nobody else was elected.
pub(super) fn state(facts: &mut Facts, conn: &Connection, year: FiscalYear) -> Result<()> {
    let change = last_of(conn, year)?;
    let told = |words: fn(&Change) -> String| Value::text(change.as_ref().map_or(String::new(), words));
    facts.state("meetings.chair_change", told(Change::what));
    facts.state("meetings.chair_changed_on", told(|change| wareki::long(change.on)));
    facts.state("meetings.chair_change_why", told(Change::why));
    Ok(())
}

/// The last one whose first day is in the year; it may have been held the year before.
fn last_of(conn: &Connection, year: FiscalYear) -> Result<Option<Change>> {
    let mut last: Option<Change> = None;
    for meeting in [store::meetings(conn, year.previous())?, store::meetings(conn, year)?].concat() {
        let in_effect = store::effects(conn, meeting.id)?;
        for item in store::items(conn, meeting.id)?.into_iter().filter(|item| in_effect.contains(&item.id)) {
            let Some(on) = item.from_on.filter(|on| year.contains(*on)) else { continue };
            for seat in store::nominations(conn, item.id)? {
                if let Some((before, after)) = changed(conn, &seat)?
                    && last.as_ref().is_none_or(|last| last.on <= on)
                {
                    last = Some(Change { before, after, on, meeting: meeting.clone() });
                }
            }
        }
    }
    Ok(last)
}

/// Who was 会長 of the council and who is now, where that is somebody else.
fn changed(conn: &Connection, seat: &Nomination) -> Result<Option<(Option<Person>, Person)>> {
    let body = roster::store::find_organisation(conn, seat.organisation_id)?;
    if seat.title != term("president") || body.is_none_or(|body| body.kind != OrganisationKind::Council) {
        return Ok(None);
    }
    let Some(after) = seat.person_id.map(|id| roster::store::find_person(conn, id)).transpose()?.flatten() else {
        return Ok(None);
    };
    let held = seat.role_id.map(|id| roster::store::find_role(conn, id)).transpose()?.flatten();
    let before = held.map(|role| roster::store::find_person(conn, role.person_id)).transpose()?.flatten();
    Ok(if before.as_ref().is_some_and(|before| before.id == after.id) { None } else { Some((before, after)) })
}

impl Change {
    /// 代表者の氏名及び住所, as it was and as it is.
    fn what(&self) -> String {
        let told = |person: &Person| [person.name.full(), person.address.clone()].join("　").trim_end().to_owned();
        let before = self.before.as_ref().map_or(String::new(), |person| format!("\n旧　{}", told(person)));
        format!("{}{before}\n新　{}", term("representative"), told(&self.after))
    }

    /// 令和8年3月22日の臨時総会で、代表者が改選されたため
    fn why(&self) -> String {
        let (day, kind) = (wareki::long(self.meeting.held_on), self.meeting.kind.label());
        format!("{day}の{kind}で、{}", term("elected"))
    }
}
