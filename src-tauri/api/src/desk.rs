//! The desk: the open office file, today's date, who sits here, the files handed in, the fonts.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta};
use office::file::By;
use office::grants::WrittenOf;
use office::grants::store::written;
use office::profile::Edition;
use office::search::Index;
use office::{FiscalYear, OfficeFile, council, operator};
use paper::RawBook;

use crate::files::{Files, free_path, write_whole};
use crate::intake::TextEncoding;
use crate::kept::Kept;
use crate::laid_out::LaidOut;
use crate::recovery::Unconfirmed;
use crate::roster::Counts;
use crate::{Error, Result, Token};

/// Where things lie.
#[derive(Debug, Clone)]
pub struct Place {
    /// The office file of the council.
    pub office: PathBuf,
    /// Folder for the sample office and for papers that a browser will fetch.
    pub data: PathBuf,
    /// The program that is started with `read-worker` to read a stranger's file.
    pub program: PathBuf,
}

/// How many editions are kept, with and without what the council has written: a booklet for the general meeting is made of the
/// papers of two years, beside the year that is worked in.
const YEARS: usize = 3;

/// What a command may use.
pub struct Desk {
    pub(crate) place: Place,
    pub(crate) files: Files,
    laid_out: LaidOut,
    open: RwLock<Option<Arc<OfficeFile>>>,
    today: Option<NaiveDate>,
    fonts: OnceLock<pdf::Fonts>,
    /// By their ids: neighbouring years have the same.
    editions: Kept<String, Edition, YEARS>,
    /// The same with what the council has written down itself.
    ruled: Kept<(String, FiscalYear, Vec<WrittenOf>), Edition, YEARS>,
    pub(crate) index: Kept<(FiscalYear, String), Index>,
    /// How many people a year has, by the head of the log.
    pub(crate) counts: Kept<(FiscalYear, String), Counts>,
    pub(crate) unconfirmed: Unconfirmed,
    pub(crate) book: Kept<(Vec<String>, Option<TextEncoding>), RawBook>,
}

impl Desk {
    /// A desk with nothing open.
    pub fn new(place: Place) -> Desk {
        Desk {
            place,
            files: Files::default(),
            laid_out: LaidOut::default(),
            open: RwLock::default(),
            today: None,
            fonts: OnceLock::new(),
            editions: Kept::default(),
            ruled: Kept::default(),
            index: Kept::default(),
            counts: Kept::default(),
            unconfirmed: Unconfirmed::default(),
            book: Kept::default(),
        }
    }

    /// The desk of this computer: `JIMUKYOKU_DATA` moves the data folder, `JIMUKYOKU_TODAY` fixes the day (tests, screenshots).
    pub fn from_env() -> Result<Desk> {
        let data = std::env::var_os("JIMUKYOKU_DATA").map_or_else(data_folder, PathBuf::from);
        std::fs::create_dir_all(&data)?;
        let program = std::env::current_exe()?;
        let today = std::env::var("JIMUKYOKU_TODAY").ok().and_then(|day| day.parse().ok());
        Ok(Desk { today, ..Desk::new(Place { office: data.join("council.office"), data, program }) })
    }

    /// The same desk on another day.
    #[must_use]
    pub fn on(self, today: NaiveDate) -> Desk {
        Desk { today: Some(today), ..self }
    }

    /// The same desk with another office file.
    #[must_use]
    pub fn at(self, office: PathBuf) -> Desk {
        Desk { place: Place { office, ..self.place.clone() }, ..self }
    }

    /// The folder of this computer's desk.
    pub fn data(&self) -> &Path {
        &self.place.data
    }

    /// Where things lie.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Hands a file or folder that the user chose to the page as a token.
    pub fn offer_file(&self, path: PathBuf) -> Result<Token> {
        self.files.offer(path)
    }

    /// The path behind a token, for the shell that opens or prints it.
    pub fn file_of(&self, token: &str) -> Option<PathBuf> {
        self.files.path(token).ok()
    }

    /// The open office file; refused when none is open.
    pub(crate) fn office(&self) -> Result<Arc<OfficeFile>> {
        self.opened().ok_or_else(|| Error::refused("office.closed"))
    }

    /// The open office file, if any.
    pub(crate) fn opened(&self) -> Option<Arc<OfficeFile>> {
        self.open.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Lets the rest of the request reckon by the year of the council whose office is open, or by the city's.
    pub(crate) fn follow_calendar(&self) -> Result<()> {
        let start = self.opened().map(|office| office.view(|view| council::year_start(view))).transpose()?;
        start.unwrap_or_default().take_over();
        Ok(())
    }

    /// Puts an office file on the desk, or clears it. The one before keeps a copy of itself and is closed.
    pub(crate) fn put(&self, office: Option<OfficeFile>) -> Result<()> {
        let mut open = self.open.write().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::replace(&mut *open, office.map(Arc::new));
        drop(open);
        let followed = self.follow_calendar();
        let closed = match before.map(Arc::try_unwrap) {
            Some(Ok(before)) => {
                // Attachments that cannot be looked after are no reason to go without a copy.
                let (tended, is_reading) = (before.tend_contents(clock()), before.is_reading());
                let closed = before.close().and(tended);
                if is_reading {
                    // Encrypted as it came, it does no harm where it cannot be removed; the next copy takes its place.
                    let _ = std::fs::remove_dir_all(self.reading_folder());
                }
                closed
            }
            // A reader is still at work: the file closes with it, the copy is made the next time.
            Some(Err(_)) | None => Ok(()),
        };
        closed.and(followed)
    }

    /// Puts everything away, as the window does when it is closed. Nothing readable stays in the data folder.
    pub fn close(&self) -> Result<()> {
        self.laid_out.clear();
        self.put(None)
    }

    /// Clears what a program that was broken off left laid out. For the only window of the folder, when it starts.
    pub fn clear_laid_out(&self) {
        LaidOut::clear_folder(&LaidOut::folder(&self.place.data));
    }

    /// Where a copy that an auditor gave back is laid out while it is read.
    pub(crate) fn returned_folder(&self) -> PathBuf {
        self.place.data.join("returned")
    }

    /// Where a copy that is only looked at is laid out.
    pub(crate) fn reading_folder(&self) -> PathBuf {
        self.place.data.join("reading")
    }

    /// The folder that the user chose, or the private one from which a viewer opens papers.
    pub(crate) fn folder_for(&self, chosen: Option<&String>) -> Result<PathBuf> {
        chosen.map_or_else(|| self.laid_out.prepare(&self.place.data), |token| self.files.path(token))
    }

    /// Writes a file whole under a name that is free, where the user chose or a viewer opens it, and hands it to the page.
    pub(crate) fn write_file(&self, chosen: Option<&String>, name: &str, bytes: &[u8]) -> Result<Token> {
        let path = free_path(&self.folder_for(chosen)?, name);
        write_whole(&path, bytes)?;
        self.files.offer(path)
    }

    /// What the city's profile says about a year, with the rules that the council has written down itself.
    pub(crate) fn edition(&self, year: FiscalYear) -> Result<Arc<Edition>> {
        let (profile, written) = self.office()?.view(|view| Ok((council::read(view)?.profile, written(view)?)))?;
        let id = Edition::governing(&profile, year)?;
        let shipped = self.editions.get_or_build(id.clone(), || Edition::named(&id))?;
        if written.is_empty() {
            return Ok(shipped);
        }
        self.ruled.get_or_build((profile, year, written.clone()), || Ok(shipped.with_written(year, written)))
    }

    /// Today in Japan.
    pub(crate) fn today(&self) -> NaiveDate {
        self.today.unwrap_or_else(|| now().date_naive())
    }

    /// The fiscal year of today.
    pub(crate) fn year(&self) -> FiscalYear {
        FiscalYear::of(self.today())
    }

    /// Who does it, and when: whose passphrase opened the office.
    pub(crate) fn by(&self) -> By {
        self.by_holder(&self.opened().map(|office| office.opened_by().name).unwrap_or_default())
    }

    /// The same by name, for an office that is not open yet. Whom the command line names goes before; nobody is 事務局.
    pub(crate) fn by_holder(&self, name: &str) -> By {
        let known = if name.is_empty() { operator::NOBODY } else { name };
        let named = std::env::var("JIMUKYOKU_OPERATOR").unwrap_or_else(|_| known.to_owned());
        By { operator: named, at: self.now().format("%Y-%m-%dT%H:%M:%S%:z").to_string() }
    }

    /// This moment as the clocks of Japan show it.
    pub(crate) fn moment(&self) -> NaiveDateTime {
        self.now().naive_local()
    }

    /// Now, on the day that the desk takes for today.
    fn now(&self) -> DateTime<FixedOffset> {
        let now = now();
        now + TimeDelta::days((self.today() - now.date_naive()).num_days())
    }

    /// The fonts of papers, read once.
    pub(crate) fn fonts(&self) -> Result<&pdf::Fonts> {
        if let Some(fonts) = self.fonts.get() {
            return Ok(fonts);
        }
        let fonts = pdf::Fonts::embedded().map_err(|e| Error::refused("reports.fonts").because(e))?;
        Ok(self.fonts.get_or_init(|| fonts))
    }
}

/// The clock is read here and nowhere else.
#[expect(clippy::disallowed_methods, reason = "the rim: everything else takes the moment as an argument")]
fn clock() -> SystemTime {
    SystemTime::now()
}

/// Now in Japan, where councils live.
fn now() -> DateTime<FixedOffset> {
    let seconds = clock().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs() as i64);
    let japan = FixedOffset::east_opt(9 * 3600);
    let utc = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    japan.map_or_else(|| utc.fixed_offset(), |zone| utc.with_timezone(&zone))
}

/// The local, not roaming, application data folder.
fn data_folder() -> PathBuf {
    let base = ["LOCALAPPDATA", "XDG_DATA_HOME"].iter().find_map(std::env::var_os).map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| Path::new(&home).join(".local/share"));
    base.or_else(home).unwrap_or_else(std::env::temp_dir).join("machi-no-jimukyoku")
}
