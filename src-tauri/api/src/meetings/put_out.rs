//! 招集通知, 議事録 and 結果のお知らせ of one meeting.

use office::meetings::{Known, MeetingId};
use office::profile::Output;
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::reports::{PutOutFiles, Sources, file_name, put_out};
use crate::{Desk, Result};

/// Puts a paper of one meeting out as a file.
#[derive(Debug, Deserialize, TS)]
pub struct PutOutMeeting {
    #[ts(type = "string")]
    pub id: MeetingId,
    /// meeting-notice, meeting-minutes, meeting-report
    pub form: String,
    pub format: Output,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

impl Command for PutOutMeeting {
    const NAME: &'static str = "meetings.put_out";
    type Output = PutOutFiles;
    fn run(self, desk: &Desk) -> Result<PutOutFiles> {
        let known = desk.office()?.view(|view| Known::load(view, self.id))?;
        let year = known.meeting.fiscal_year;
        let sources = Sources::load(desk, year)?;
        let paper = sources.paper(desk, &self.form, None)?.put_out_as(self.format)?;
        let paper = paper.only("meetings.list", &self.id.to_string());
        let name = file_name(&known.title, &paper, self.format);
        put_out(desk, &paper, year, self.format, self.folder.as_ref(), &name)
    }
}
