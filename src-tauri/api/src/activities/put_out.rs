//! The occasions of a year as a file for others: a calendar, or イベント一覧 as open data.

use office::accounts::{SlipText, slip_form, slip_sheets};
use office::activities::{Occasion, OccasionId, Organiser, calendar, event_sets, store};
use office::profile::Output;
use office::{FiscalYear, council};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Lines, row};
use crate::command::Command;
use crate::files::Token;
use crate::reports::{PutOutFiles, Sources, file_name, paper_error, put_out};
use crate::{Desk, Error, Result, labels};

/// What can be put out besides the papers.
#[derive(Debug, Deserialize, TS)]
pub struct OccasionFiles {}

/// One kind of file.
#[derive(Debug, Serialize, TS)]
pub struct OccasionFile {
    /// ics, events-older, events-current
    pub id: String,
    pub title: String,
    /// False where the order of the columns is not confirmed.
    pub is_order_confirmed: bool,
}

/// The calendar, which has no columns.
const ICS: &str = "ics";

impl Command for OccasionFiles {
    const NAME: &'static str = "activities.files";
    type Output = Vec<OccasionFile>;
    fn run(self, _: &Desk) -> Result<Vec<OccasionFile>> {
        let ics =
            OccasionFile { id: ICS.to_owned(), title: "行事カレンダー".to_owned(), is_order_confirmed: true };
        let sets = event_sets().iter().map(|set| OccasionFile {
            id: set.id.clone(),
            title: set.title.clone(),
            is_order_confirmed: set.is_order_confirmed,
        });
        Ok(std::iter::once(ics).chain(sets).collect())
    }
}

/// Puts the occasions of a year out as a file.
#[derive(Debug, Deserialize, TS)]
pub struct PutOutOccasions {
    pub year: FiscalYear,
    /// ics, events-older, events-current
    pub kind: String,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

impl Command for PutOutOccasions {
    const NAME: &'static str = "activities.put_out";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        let (occasions, council) =
            desk.office()?.view(|view| Ok((store::occasions(view, self.year)?, council::read(view)?)))?;
        let (name, bytes) = if self.kind == ICS {
            let title = format!("{}　{}　行事", self.year.label(), council.name);
            (format!("{title}.ics"), calendar(&title, &occasions, desk.moment()).into_bytes())
        } else {
            let set = event_sets().iter().find(|set| set.id == self.kind);
            let set = set.ok_or_else(|| Error::refused("activities.no_such_file"))?;
            let edition = desk.edition(self.year)?;
            let city = &edition.municipality;
            let by = Organiser {
                code: city.code.clone(),
                prefecture: city.prefecture.clone(),
                city: city.city.clone(),
                council: council.name,
                phone: council.phone,
            };
            (format!("{}　{}.csv", self.year.label(), set.title), sheets::csv(&set.lines(&occasions, &by)))
        };
        desk.write_file(self.folder.as_ref(), &name, &bytes)
    }
}

/// Puts 行事のお知らせ of one occasion out as a file.
#[derive(Debug, Deserialize, TS)]
pub struct PutOutNotice {
    #[ts(type = "string")]
    pub id: OccasionId,
    pub format: Output,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

/// The paper of one occasion.
const NOTICE: &str = "occasion-notice";

impl Command for PutOutNotice {
    const NAME: &'static str = "activities.put_out_notice";
    type Output = PutOutFiles;
    fn run(self, desk: &Desk) -> Result<PutOutFiles> {
        let missing = || Error::refused("activities.no_such_occasion");
        let occasion = desk.office()?.view(|view| store::find_occasion(view, self.id))?.ok_or_else(missing)?;
        let year = occasion.fiscal_year;
        let sources = Sources::load(desk, year)?;
        let paper = sources.paper(desk, NOTICE, None)?.put_out_as(self.format)?;
        let paper = paper.only("activities.calendar", &self.id.to_string());
        let name = file_name(&occasion.title, &paper, self.format);
        put_out(desk, &paper, year, self.format, self.folder.as_ref(), &name)
    }
}

/// Makes 行事の記入用紙 of one occasion: what is settled stands on it, the rest is written by hand.
#[derive(Debug, Deserialize, TS)]
pub struct PrintRecordSheet {
    #[ts(type = "string")]
    pub id: OccasionId,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

/// Its words (`slips.toml`).
const SHEET: &str = "occasion-record";

impl Command for PrintRecordSheet {
    const NAME: &'static str = "activities.print_record_sheet";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        let missing = || Error::refused("activities.no_such_occasion");
        let (council, occasion, lines) = desk.office()?.view(|view| {
            let occasion = store::find_occasion(view, self.id)?.ok_or_else(missing)?;
            Ok((council::read(view)?.name, occasion, Lines::load(view)?))
        })?;
        let form = slip_form(SHEET).ok_or_else(|| Error::refused("accounts.no_such_slip"))?;
        let shown = row(&occasion, &lines, desk.today());
        let slip = SlipText::from([
            ("activity", shown.activity),
            ("committee", shown.committee),
            ("title", occasion.title.clone()),
            ("on", days(&occasion)),
            ("hours", shown.hours),
            ("place", occasion.place.clone()),
            ("target", occasion.target.clone()),
            ("notice", occasion.notice.clone()),
        ]);
        let bytes = pdf::pdf(&slip_sheets(form, &council, &[slip]), desk.fonts()?).map_err(paper_error)?;
        let name = format!("{}_{}.pdf", form.title, occasion.title);
        desk.write_file(self.folder.as_ref(), &name, &bytes)
    }
}

/// 令和7年7月19日～令和7年7月20日
fn days(occasion: &Occasion) -> String {
    let [first, last] = [occasion.from_on, occasion.to_on].map(|day| labels::long_day(Some(day)));
    if first == last { first } else { format!("{first}～{last}") }
}
