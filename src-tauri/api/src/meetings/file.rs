//! A paper of a meeting that is made of more than the year's facts: it is printed, and no copy of it is kept.

use std::sync::Arc;

use office::meetings::facts::named;
use office::meetings::{Known, MeetingId, Part};
use office::profile::Output;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::reports::{Sources, file_name};
use crate::{Desk, Error, Result, Token};

/// The file of such a paper.
#[derive(Debug, Serialize, TS)]
pub struct MeetingFile {
    pub file: Token,
    pub sentence: String,
}

impl MeetingFile {
    /// Writes it whole under a name that is free.
    pub(super) fn write(desk: &Desk, folder: Option<&String>, name: &str, bytes: &[u8]) -> Result<MeetingFile> {
        let file = desk.write_file(folder, name, bytes)?;
        let sentence = office::words::operation("reports.put_out", &[("file", file.name.clone())].into());
        Ok(MeetingFile { file, sentence })
    }
}

/// A paper that names everybody who votes.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NamedPaper {
    /// 受付簿
    Reception,
    /// 席次表
    Seating,
    /// 招集通知, one for each with a slip to cut off
    Slips,
    /// The same, one for each home with a row for everybody there who votes
    HomeSlips,
}

impl NamedPaper {
    fn form(self) -> &'static str {
        match self {
            NamedPaper::Reception => "meeting-reception",
            NamedPaper::Seating => "meeting-seating",
            NamedPaper::Slips => "meeting-slips",
            NamedPaper::HomeSlips => "meeting-home-slips",
        }
    }

    /// What a meeting must have for it.
    fn part(self) -> Option<Part> {
        match self {
            NamedPaper::Reception => Some(Part::Door),
            NamedPaper::Seating => Some(Part::Seats),
            NamedPaper::Slips | NamedPaper::HomeSlips => None,
        }
    }
}

/// Puts such a paper out as a file.
#[derive(Debug, Deserialize, TS)]
pub struct PutOutNamed {
    #[ts(type = "string")]
    pub id: MeetingId,
    pub paper: NamedPaper,
    pub format: Output,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

impl Command for PutOutNamed {
    const NAME: &'static str = "meetings.put_out_named";
    type Output = MeetingFile;
    fn run(self, desk: &Desk) -> Result<MeetingFile> {
        let (known, named) = desk.office()?.view(|view| {
            let known = Known::load(view, self.id)?;
            let named = named(view, &known)?;
            Ok((known, named))
        })?;
        self.paper.part().map_or(Ok(()), |part| known.meeting.must_have(part))?;
        if known.voters.is_empty() {
            return Err(Error::refused("meetings.no_roll").with("meeting", &known.title));
        }
        let sources = Sources::load(desk, known.meeting.fiscal_year)?;
        let paper = sources.paper(desk, self.paper.form(), None)?.put_out_as(self.format)?;
        let mut paper = paper.only("meetings.list", &self.id.to_string());
        let listed = paper.facts.list("meetings.list").iter().cloned().map(|mut row| {
            row.extend(named.clone());
            row
        });
        let listed = listed.collect();
        Arc::make_mut(&mut paper.facts).state_list("meetings.list", listed);
        let name = file_name(&known.title, &paper, self.format);
        MeetingFile::write(desk, self.folder.as_ref(), &name, &paper.bytes(desk, self.format)?)
    }
}
