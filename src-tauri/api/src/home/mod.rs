//! ホーム: what is due, how the year stands, what was done last year in these weeks, and whether all is safe.

mod coming;
mod due;
mod figures;
mod grant_papers;
mod last_year;
mod safety;
mod steps;
mod year_work;

use office::FiscalYear;
use office::fact::Facts;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use due::Due;
pub use figures::Figures;
pub use last_year::LastYear;
pub use safety::Safety;
pub use steps::FirstStep;
pub use year_work::YearWork;

use crate::command::Command;
use crate::{Desk, Result};

/// What the first page shows.
#[derive(Debug, Deserialize, TS)]
pub struct Home {
    pub year: FiscalYear,
}

/// What the first page shows.
#[derive(Debug, Serialize, TS)]
pub struct HomePage {
    pub due: Vec<Due>,
    pub figures: Figures,
    pub last_year: Vec<LastYear>,
    pub first_steps: Vec<FirstStep>,
    pub safety: Vec<Safety>,
    pub roster: RosterNotice,
}

/// What the home page says about the roster.
#[derive(Debug, Serialize, TS)]
pub struct RosterNotice {
    /// Pairs of records that may be one person.
    pub duplicates: usize,
    /// Everybody in the file.
    pub on_file: usize,
    /// So many that the law asks for more than of a small office.
    pub is_large: bool,
}

impl Command for Home {
    const NAME: &'static str = "office.home";
    type Output = HomePage;
    fn run(self, desk: &Desk) -> Result<HomePage> {
        let facts = work(desk, self.year)?;
        let counts = crate::roster::counts(desk, self.year)?;
        Ok(HomePage {
            due: due::due(desk, self.year, &facts)?,
            figures: figures::figures(self.year, &facts, counts.persons),
            last_year: last_year::near(desk)?,
            first_steps: steps::steps(desk, self.year, &facts, counts.persons)?,
            safety: safety::safety(desk)?,
            roster: counts.notice(),
        })
    }
}

/// What a year's work states; nobody's name is read for it.
fn work(desk: &Desk, year: FiscalYear) -> Result<Facts> {
    let edition = desk.edition(year)?;
    desk.office()?.view(|view| office::reporting::work(view, &edition, year))
}
