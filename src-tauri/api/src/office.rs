//! The office file as a whole: opening, settings, undo and history.

use office::council::{self, Council};
use office::file::{Act, LastCopy, NewCouncil, RowChange};
use office::profile::{self, Choice};
use office::{Area, FiscalYear, OfficeFile};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::{Desk, Error, Result, WireError, labels};

/// A change that was made: its value, the data to fetch again, and what was done in words.
#[derive(Debug, Serialize, TS)]
pub struct Changed<T> {
    /// What the act returned.
    pub value: T,
    /// Data to fetch again.
    pub areas: Vec<Area>,
    /// For the bar with «元に戻す».
    pub sentence: String,
    /// Name of the operation.
    pub op: String,
}

impl<T> From<office::file::Changed<T>> for Changed<T> {
    fn from(changed: office::file::Changed<T>) -> Changed<T> {
        with_value_of(changed, |value| value)
    }
}

/// The same change with another value, made from its own.
pub(crate) fn with_value_of<T, U>(changed: office::file::Changed<T>, value: impl FnOnce(T) -> U) -> Changed<U> {
    Changed { value: value(changed.value), areas: changed.areas, sentence: changed.sentence, op: changed.op }
}

/// A request without arguments.
macro_rules! plain {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => { $($(#[$doc])* #[derive(Debug, Deserialize, TS)] pub struct $name {})* };
}

plain! {
    /// What is open, and what the frame shows.
    Status,
    /// Cities whose rules are known.
    Profiles,
    /// Puts the office file away.
    Close,
    /// Takes back the last act.
    Undo,
    /// Does again what was taken back last.
    Redo,
    /// Checks the file and its log.
    Check,
}

/// What the frame shows.
#[derive(Debug, Serialize, TS)]
pub struct DeskStatus {
    pub state: DeskState,
    pub council: Option<CouncilShown>,
    pub today: String,
    pub today_label: String,
    pub years: Vec<YearChoice>,
    pub year: FiscalYear,
    pub saved_at: Option<String>,
    pub copied: Option<String>,
    pub undo: Option<String>,
    pub redo: Option<String>,
    pub recovery_confirmed: bool,
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
        year: desk.year(),
        saved_at: None,
        copied: None,
        undo: None,
        redo: None,
        recovery_confirmed: false,
    };
    if let Some(office) = office {
        fill_status(desk, &office, &mut status)?;
    }
    Ok(status)
}

fn fill_status(desk: &Desk, office: &OfficeFile, status: &mut DeskStatus) -> Result<()> {
    let (council, kept) = office.view(|view| Ok((council::read(view)?, council::years_kept(view)?)))?;
    let city = desk.edition(desk.year())?.municipality.title.clone();
    let steps = office.steps()?;
    status.council = Some(CouncilShown { council, city });
    status.years = years(desk, &kept);
    status.saved_at = office.history(1)?.first().map(|act| clock(&act.at));
    status.copied = copied(&office.last_copy()?);
    (status.undo, status.redo) = (steps.undo, steps.redo);
    status.recovery_confirmed = office.recovery_confirmed()?;
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

/// 10:42 of a moment.
pub(crate) fn clock(at: &str) -> String {
    at.get(11..16).unwrap_or(at).to_owned()
}

/// 3月14日 10:42 of a moment.
pub(crate) fn day_and_clock(at: &str) -> String {
    let month_day = at.get(5..10).and_then(|md| md.split_once('-'));
    let number = |digits: &str| digits.trim_start_matches('0').to_owned();
    month_day.map_or_else(|| at.to_owned(), |(m, d)| format!("{}月{}日 {}", number(m), number(d), clock(at)))
}

impl Command for Profiles {
    const NAME: &'static str = "office.profiles";
    type Output = Vec<Choice>;
    fn run(self, _desk: &Desk) -> Result<Vec<Choice>> {
        profile::profiles()
    }
}

/// Makes the council's office file.
#[derive(Debug, Deserialize, TS)]
pub struct Create {
    pub council: String,
    pub profile: String,
    pub passphrase: String,
    /// For scripts and measurement, where nothing is secret: a short passphrase will do.
    #[serde(default)]
    #[ts(optional)]
    pub may_be_short: Option<bool>,
}

/// The paper recovery key, shown once.
#[derive(Debug, Serialize, TS)]
pub struct Created {
    pub recovery_key: String,
}

impl Command for Create {
    const NAME: &'static str = "office.create";
    type Output = Created;
    fn run(self, desk: &Desk) -> Result<Created> {
        if self.council.trim().is_empty() {
            return Err(Error::refused("council.name_missing").with("field", "council"));
        }
        let profile = known_profile(&self.profile)?;
        if self.may_be_short != Some(true) {
            office::file::keeps_out(&self.passphrase)?;
        }
        let council = NewCouncil { name: self.council.trim().into(), profile, ..NewCouncil::default() };
        let (office, key) = OfficeFile::create(&desk.place.office, &self.passphrase, &council, &desk.by())?;
        desk.put(Some(office))?;
        let recovery_key = key.to_string();
        desk.unconfirmed.keep(Some(recovery_key.clone()));
        Ok(Created { recovery_key })
    }
}

/// A profile by its folder or by the name of its city.
pub(crate) fn known_profile(words: &str) -> Result<String> {
    if words.is_empty() {
        return Err(Error::refused("profile.missing").with("field", "profile"));
    }
    let found = profile::profiles()?.into_iter().find(|choice| choice.id == words || choice.city == words);
    let unknown = || Error::refused("profile.unknown").with("field", "profile").with("profile", words);
    found.map(|choice| choice.id).ok_or_else(unknown)
}

/// The recovery key as typed back from its paper.
#[derive(Debug, Deserialize, TS)]
pub struct ConfirmRecovery {
    pub typed: String,
}

impl Command for ConfirmRecovery {
    const NAME: &'static str = "office.confirm_recovery";
    type Output = DeskStatus;
    fn run(self, desk: &Desk) -> Result<DeskStatus> {
        desk.office()?.confirm_recovery(&self.typed)?;
        desk.unconfirmed.keep(None);
        status(desk)
    }
}

/// Opens the council's office file with the passphrase or the recovery key.
#[derive(Debug, Deserialize, TS)]
pub struct Unlock {
    pub passphrase: String,
}

impl Command for Unlock {
    const NAME: &'static str = "office.unlock";
    type Output = DeskStatus;
    fn run(self, desk: &Desk) -> Result<DeskStatus> {
        desk.put(None)?;
        desk.put(Some(OfficeFile::open(&desk.place.office, &self.passphrase)?))?;
        status(desk)
    }
}

impl Command for Close {
    const NAME: &'static str = "office.close";
    type Output = DeskStatus;
    fn run(self, desk: &Desk) -> Result<DeskStatus> {
        desk.close()?;
        status(desk)
    }
}

/// The council's name and address.
#[derive(Debug, Deserialize, TS)]
pub struct SaveSettings {
    pub name: String,
    pub postal: String,
    pub address: String,
    pub phone: String,
}

impl Command for SaveSettings {
    const NAME: &'static str = "office.save_settings";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let SaveSettings { name, postal, address, phone } = self;
        let save = |tx: &office::file::Tx| {
            let now = council::read(tx)?;
            council::save_settings(tx, &Council { name, postal, address, phone, ..now })
        };
        Ok(desk.office()?.change(&desk.by(), "council.settings", save)?.into())
    }
}

impl Command for Undo {
    const NAME: &'static str = "office.undo";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.undo(&desk.by())?.into())
    }
}

impl Command for Redo {
    const NAME: &'static str = "office.redo";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.redo(&desk.by())?.into())
    }
}

/// Takes back one act of the history.
#[derive(Debug, Deserialize, TS)]
pub struct UndoOne {
    #[ts(type = "number")]
    pub seq: i64,
}

impl Command for UndoOne {
    const NAME: &'static str = "office.undo_one";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.undo_one(&desk.by(), self.seq)?.into())
    }
}

/// The last acts, newest first.
#[derive(Debug, Deserialize, TS)]
pub struct History {
    pub limit: u32,
}

/// The last acts.
#[derive(Debug, Serialize, TS)]
pub struct Acts {
    pub entries: Vec<ActShown>,
}

/// One act with its moment in words.
#[derive(Debug, Serialize, TS)]
pub struct ActShown {
    #[serde(flatten)]
    pub act: Act,
    pub at_label: String,
}

impl Command for History {
    const NAME: &'static str = "office.history";
    type Output = Acts;
    fn run(self, desk: &Desk) -> Result<Acts> {
        let acts = desk.office()?.history(self.limit as usize)?;
        let entries = acts.into_iter().map(|act| ActShown { at_label: day_and_clock(&act.at), act }).collect();
        Ok(Acts { entries })
    }
}

/// What one act changed: what, before, after.
#[derive(Debug, Deserialize, TS)]
pub struct ChangesOf {
    #[ts(type = "number")]
    pub seq: i64,
}

/// What one act changed; at most the first [`MOST_CHANGES`].
#[derive(Debug, Serialize, TS)]
pub struct Changes {
    pub changes: Vec<RowChange>,
    /// How many more there are.
    pub more: usize,
}

/// Rows of a change list that a person would read.
const MOST_CHANGES: usize = 200;

impl Command for ChangesOf {
    const NAME: &'static str = "office.changes_of";
    type Output = Changes;
    fn run(self, desk: &Desk) -> Result<Changes> {
        let mut changes = desk.office()?.changes_of(self.seq)?;
        let more = changes.len().saturating_sub(MOST_CHANGES);
        changes.truncate(MOST_CHANGES);
        Ok(Changes { changes, more })
    }
}

/// What a check of the file found.
#[derive(Debug, Serialize, TS)]
pub struct Checked {
    pub ok: bool,
    pub problems: Vec<WireError>,
    pub state_hash: String,
    pub log_head: String,
}

impl Command for Check {
    const NAME: &'static str = "office.check";
    type Output = Checked;
    fn run(self, desk: &Desk) -> Result<Checked> {
        let office = desk.office()?;
        let found = office.check()?;
        let attached = crate::attachments::problems(&office, office.check_contents()?)?;
        let problems: Vec<WireError> = found.problems.into_iter().chain(attached).map(WireError::from).collect();
        Ok(Checked { ok: problems.is_empty(), problems, state_hash: found.state_hash, log_head: found.log_head })
    }
}
