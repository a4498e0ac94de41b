//! What is open, and what the frame shows.

use office::accounts::store;
use office::council::{self, Council};
use office::file::{LastCopy, Steps};
use office::{FiscalYear, OfficeFile};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{clock, day_and_clock};
use crate::command::Command;
use crate::{Desk, Error, Result, WireError, labels};

/// What is open, and what the frame shows.
#[derive(Debug, Deserialize, TS)]
pub struct Status {}

/// What the frame shows.
#[derive(Debug, Serialize, TS)]
pub struct DeskStatus {
    pub state: DeskState,
    pub council: Option<CouncilShown>,
    pub today: String,
    pub today_label: String,
    pub years: Vec<YearChoice>,
    /// The years whose books are closed.
    pub closed_years: Vec<FiscalYear>,
    pub year: FiscalYear,
    pub saved_at: Option<String>,
    pub copied: Option<String>,
    pub undo: Option<String>,
    pub redo: Option<String>,
    pub recovery_confirmed: bool,
    /// 見るだけの写し: nothing is changed in it.
    pub is_reading: bool,
    /// What is wrong with the history, found when the file was opened; none while every act is as it was written.
    pub history_broken: Option<WireError>,
}

/// Whether there is an office file, and whether it is open.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeskState {
    None,
    Locked,
    Open,
}

/// The council with the name of its city.
#[derive(Debug, Serialize, TS)]
pub struct CouncilShown {
    #[serde(flatten)]
    pub council: Council,
    pub recognised_label: String,
    pub city: String,
}

/// A year that can be chosen.
#[derive(Debug, Serialize, TS)]
pub struct YearChoice {
    pub year: FiscalYear,
    pub label: String,
}

impl Command for Status {
    const NAME: &'static str = "office.status";
    type Output = DeskStatus;
    fn run(self, desk: &Desk) -> Result<DeskStatus> {
        status(desk)
    }
}

pub(crate) fn status(desk: &Desk) -> Result<DeskStatus> {
    let office = desk.opened();
    let closed = if desk.place.office.exists() { DeskState::Locked } else { DeskState::None };
    let mut status = DeskStatus {
        state: if office.is_some() { DeskState::Open } else { closed },
        council: None,
        today: desk.today().to_string(),
        today_label: labels::day_of_week(desk.today()),
        years: years(desk, &[]),
        closed_years: Vec::new(),
        year: desk.year(),
        saved_at: None,
        copied: None,
        undo: None,
        redo: None,
        recovery_confirmed: false,
        is_reading: false,
        history_broken: None,
    };
    if let Some(office) = office {
        fill_status(desk, &office, &mut status)?;
    }
    Ok(status)
}

fn fill_status(desk: &Desk, office: &OfficeFile, status: &mut DeskStatus) -> Result<()> {
    let (council, kept, closed) =
        office.view(|view| Ok((council::read(view)?, council::years_kept(view)?, store::closed_years(view)?)))?;
    let city = desk.edition(desk.year())?.municipality.title.clone();
    // In a copy to look at there is nothing to take back.
    let steps = if office.is_reading() { Steps::default() } else { office.steps()? };
    let recognised_label = labels::long_day(council.recognised_on);
    status.council = Some(CouncilShown { council, recognised_label, city });
    status.years = years(desk, &kept);
    status.closed_years = closed.into_iter().collect();
    status.saved_at = office.history(1)?.first().map(|act| clock(&act.at));
    status.copied = copied(&office.last_copy()?);
    (status.undo, status.redo) = (steps.undo, steps.redo);
    status.is_reading = office.is_reading();
    let (found, told) = (office.followed(), |code, seq: i64| WireError::from(Error::refused(code).with("seq", seq)));
    let broken = found.broken_at.map(|seq| told("office.history_broken", seq));
    status.history_broken = broken.or(found.lost_from_copy.map(|seq| told("office.history_shorter", seq)));
    // A copy has no paper key to be looked after.
    status.recovery_confirmed = status.is_reading || office.recovery_confirmed()?;
    Ok(())
}

/// When the last copy was made, when there is one.
pub(crate) fn copied(copy: &LastCopy) -> Option<String> {
    copy.at.as_deref().map(day_and_clock)
}

/// The years with records, this one, the one before and the next, newest first.
fn years(desk: &Desk, kept: &[FiscalYear]) -> Vec<YearChoice> {
    let now = desk.year();
    let mut years: Vec<FiscalYear> = kept.iter().copied().chain([now.previous(), now, now.next()]).collect();
    years.sort_unstable();
    years.dedup();
    years.into_iter().rev().map(|year| YearChoice { year, label: year.label() }).collect()
}
