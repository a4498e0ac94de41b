//! 名札 of a meeting: its guests, or those of the roll who may come, on the sheets that name tags have.

use office::file::View;
use office::lists::{self, LabelChoice, ListSource, Row};
use office::meetings::{Guest, Known, MeetingId, Names, Part, Standing, Voter, store, term};
use paper::Writing;
use serde::Deserialize;
use ts_rs::TS;

use super::MeetingFile;
use crate::command::Command;
use crate::lists::sender;
use crate::reports::paper_error;
use crate::{Desk, Error, Result};

/// Whose name tags are made.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TagsOf {
    /// 来賓
    Guests,
    /// 表決権者
    Voters,
}

/// Puts name tags out as PDF.
#[derive(Debug, Deserialize, TS)]
pub struct PutOutTags {
    #[ts(type = "string")]
    pub id: MeetingId,
    pub of: TagsOf,
    /// The first face to be used of a sheet that was begun, from 0.
    pub first: u16,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

impl Command for PutOutTags {
    const NAME: &'static str = "meetings.put_out_tags";
    type Output = MeetingFile;
    fn run(self, desk: &Desk) -> Result<MeetingFile> {
        let (known, rows) = desk.office()?.view(|view| {
            let known = Known::load(view, self.id)?;
            known.meeting.must_have(Part::Seats)?;
            let rows = rows(view, &known, self.of)?;
            Ok((known, rows))
        })?;
        if rows.is_empty() {
            return Err(Error::refused("meetings.no_tags"));
        }
        let choice =
            LabelChoice { stationery: sheet()?, first: self.first, with_office: true, ..LabelChoice::default() };
        let sender = sender(desk, known.meeting.fiscal_year)?;
        let joined = lists::join(&rows.iter().collect::<Vec<_>>(), ListSource::People, &choice, &sender);
        let posted = pdf::post(&lists::run(&joined, &choice, &sender)?, desk.fonts()?);
        if let Some(long) = posted.unfit.first().and_then(|at| joined.get(*at)) {
            return Err(Error::refused("meetings.tag_too_long").with("name", &long.name));
        }
        let bytes = pdf::write(&posted.pages, &known.title, desk.fonts()?).map_err(paper_error)?;
        let name = format!("{}_{}.pdf", known.title, term("tags")).replace('　', "_");
        MeetingFile::write(desk, self.folder.as_ref(), &name, &bytes)
    }
}

/// The sheet for name tags.
fn sheet() -> Result<String> {
    let badge = lists::stationery().iter().find(|paper| paper.writing == Writing::Badge);
    badge.map(|paper| paper.id.clone()).ok_or_else(|| Error::refused("lists.no_such_paper"))
}

/// Those who get one: the name, the office and the body of each, or the number alone. Whoever is known to stay away gets none.
fn rows(view: &View, known: &Known, of: TagsOf) -> Result<Vec<Row>> {
    match of {
        TagsOf::Guests => Ok(store::guests(view, known.meeting.id)?.iter().map(guest).collect()),
        TagsOf::Voters => {
            let names = Names::load(view, &known.meeting)?;
            let people = names.people();
            let may_come = known.voters.iter().filter(|v| v.standing == Standing::Open || v.standing.comes());
            let tag_of = |voter: &Voter| {
                let (name, body) = names.on_tag(voter, &people);
                let is_number = name.is_empty() && body.is_empty();
                let name = if is_number { format!("{}{}", term("number"), voter.number) } else { name };
                tag(voter.id, &name, "", &body)
            };
            Ok(may_come.map(tag_of).collect())
        }
    }
}

/// A guest whose name is not known is called by the body and the office.
fn guest(guest: &Guest) -> Row {
    if guest.name.is_empty() {
        return tag(guest.id, &guest.label(), "", "");
    }
    let office = if guest.office.is_empty() { term("guest") } else { &guest.office };
    tag(guest.id, &guest.name, office, &guest.body)
}

/// A tag; without a name the body stands in its place.
fn tag(id: impl ToString, name: &str, office: &str, body: &str) -> Row {
    let (name, body) = if name.is_empty() { (body, "") } else { (name, body) };
    Row::new(id).words("name", name).words("office", office).words("body", body)
}
