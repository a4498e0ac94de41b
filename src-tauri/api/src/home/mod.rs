//! ホーム: what is due, how the year stands, what was done last year in these weeks, and whether all is safe.

mod due;
mod figures;
mod grant_papers;
mod safety;
mod steps;

use office::FiscalYear;
use office::fact::Facts;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use due::Due;
pub use figures::Figures;
pub use safety::Safety;
pub use steps::FirstStep;

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

/// Something done last year in these weeks.
#[derive(Debug, Serialize, TS)]
pub struct LastYear {
    pub on_label: String,
    pub title: String,
    pub to: String,
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
            last_year: last_year(desk, self.year)?,
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

/// Weeks before and after this day, a year ago.
const WINDOW_DAYS: i64 = 28;

fn last_year(desk: &Desk, year: FiscalYear) -> Result<Vec<LastYear>> {
    let then = desk.today() - chrono::Months::new(12);
    let occasions = desk.office()?.view(|view| office::activities::store::occasions(view, year.previous()))?;
    let near = occasions.into_iter().filter(|o| (o.from_on - then).num_days().abs() <= WINDOW_DAYS);
    Ok(near.map(|o| LastYear { on_label: o.when(), to: format!("activities/{}", o.id), title: o.title }).collect())
}
